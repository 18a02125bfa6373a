"""The engine of a bilingual Persian/English record.

Rooms, from the ground up: `text` (strings), `record` (what the site knows), `intake`, `review` and
`publish` (what is done with it), and the two doors `plugin` (MkDocs) and `cli`. A module imports
only from lower floors; `tests/test_floors.py` enforces it.
"""
