"""A bilingual record of news: read, checked and built into a static site.

The packages, lowest layer first: `text` and `defaults` (strings in, strings out; what the engine
says and knows), `document` (a Markdown file as blocks), `record` (what is written, as values),
`check`, `intake` and `site` (problems, drafts, pages), `github` and `tools`, `adapters` (MkDocs and
the command line). A package imports only from lower layers; `tests/test_layers.py` enforces it.
"""
