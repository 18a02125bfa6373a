"""What pictures are made with, and so what their bytes hang on besides the drawing."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

FONTS = tuple(sorted(Path(__file__).with_name("fonts").glob("*.ttf")))
"""All a picture is set in: what a machine has besides would change its bytes."""

_MAKER = Path(__file__).with_name("rasters.py")


@cache
def made_by() -> str:
    """The versions of what makes pictures, and the digest of our own part; loads none of it."""
    ours = hashlib.sha256(b"".join(it.read_bytes() for it in (_MAKER, *FONTS))).hexdigest()
    return f"{version('resvg-py')} {version('pillow')} {ours}"
