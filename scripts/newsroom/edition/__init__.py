"""The whole record as files to be passed on, which a command makes and no build."""
