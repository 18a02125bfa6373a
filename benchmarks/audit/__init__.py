"""What a reader meets: the built site, measured in a browser and by the checkers of the trade."""
