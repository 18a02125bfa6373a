"""Strings in, strings out: languages, Persian letters, dates, bidi isolation, names."""
