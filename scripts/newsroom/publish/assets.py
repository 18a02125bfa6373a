"""Style sheets and scripts without what only their readers need: comments, indents, line ends.

It is a fifth of their size on the wire. Names stay, so that what a browser shows can be found in
the sources; the work is rcssmin's and rjsmin's.
"""

from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]

_COMPACT = {".css": cssmin, ".js": jsmin}


def is_compactable(uri: str) -> bool:
    return uri.endswith(tuple(_COMPACT))


def compact(uri: str, text: str) -> str:
    """The text of the style sheet or script at a path, made small."""
    return str(_COMPACT[uri[uri.rindex(".") :]](text)) + "\n"
