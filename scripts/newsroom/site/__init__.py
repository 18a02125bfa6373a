"""What is derived from the catalogue: pages, links, feeds, indexes. Pure functions of it."""
