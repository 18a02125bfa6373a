"""What the engine says and knows in both languages; a record overrides it key by key in `data/`."""

from importlib.resources import files


def default_text(name: str) -> str:
    """The text of a file of this package, by its path in it: `strings/fa.yml`."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")
