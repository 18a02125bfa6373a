"""Drawings made of the record's own data, for pages and for share cards."""
