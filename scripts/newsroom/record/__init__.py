"""What the site knows: articles, participants, events, sources, read once into a `Catalogue`."""
