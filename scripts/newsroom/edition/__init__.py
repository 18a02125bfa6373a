"""The site as files that are passed on and kept: what `newsroom edition` makes."""
