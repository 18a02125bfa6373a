"""Markdown: a page is parsed once into a `Document`, which every reader of the text uses."""
