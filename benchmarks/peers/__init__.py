"""The same record laid out for the generators we are measured beside."""
