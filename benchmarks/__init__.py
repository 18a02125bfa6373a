"""Speed: our build beside Hugo and plain MkDocs, on the same invented record."""
