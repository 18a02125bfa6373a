"""The whole record as files that are passed on and kept, and the check of such a file."""
