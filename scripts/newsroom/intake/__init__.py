"""What comes in: raw sources, and what became of them."""
