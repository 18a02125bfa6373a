"""The whole record in one file, made of a built site, and the check of such a file."""
