"""Where the templates, styles, scripts and fonts of the engine lie."""

from importlib.resources import files
from pathlib import Path


def theme_folder() -> Path:
    """`theme/` in an installed package; in the engine's own repository, `overrides/`."""
    package = Path(str(files("newsroom")))
    installed = package / "theme"
    return installed if installed.is_dir() else package.parents[1] / "overrides"
