"""Pages held to the sources they were written from."""
