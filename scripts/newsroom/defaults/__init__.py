"""What the engine says and knows in both languages; a record overrides it key by key in `data/`."""

from importlib.resources import files
from pathlib import Path


def default_text(name: str) -> str:
    """The text of a file of this package, by its path in it: `strings/fa.yml`."""
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def theme_folder() -> Path:
    """Where the templates, styles, scripts and fonts of the engine lie.

    `theme/` in an installed package; in the engine's own repository, `overrides/`.
    """
    return _beside("theme", "overrides")


def repository_folder() -> Path:
    """Where the workflows and forms lie that a new record is given.

    `repository/` in an installed package; the engine's own repository itself.
    """
    return _beside("repository", "")


def _beside(installed: str, own: str) -> Path:
    package = Path(str(files("newsroom")))
    folder = package / installed
    return folder if folder.is_dir() else package.parents[1] / own
