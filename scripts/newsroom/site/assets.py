"""Style sheets, scripts and the icon as they are published: each in one file with what it imports.

A sheet is a list of components (`styles/`), a script is made of modules (`scripts/`). Where a
browser cannot look a colour up, `light(accent)` and `dark(accent)` stand for those of
`styles/tokens.css`; a selector with `CHOICE` stands for one with each choice a page is filtered
by. Without comments, indents and line ends
sheets and scripts are a fifth smaller on the wire; names stay, so that what a browser shows can
be found in the sources. That work is rcssmin's and rjsmin's.
"""

import re
from collections.abc import Callable, Mapping

from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]

from newsroom.site.index import CHOICES
from newsroom.site.scripts import joined_script

Read = Callable[[str], str]
"""Gives the text of a file by its path below `assets/`."""

_COMPACT: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin, ".svg": str.strip}
_PUBLISHED = re.compile(r"assets/[\w-]+\.(?:css|js|svg)")
_PARTS = ("assets/styles/", "assets/scripts/")
_TOKENS = "styles/tokens.css"
_IMPORT = re.compile(r'^@import url\("([\w./-]+)"\);$', re.MULTILINE)
_PALETTE = re.compile(r"--nr-(\w+): light-dark\((#\w+), (#\w+)\);")
_COLOUR = re.compile(r"\b(light|dark)\((\w+)\)")
_FOR_CHOICES = re.compile(r"^(.*\bCHOICE\b.*) \{$", re.MULTILINE)


def is_compactable(uri: str) -> bool:
    return _PUBLISHED.fullmatch(uri) is not None


def is_part(uri: str) -> bool:
    """Whether a file is not published by itself: a component of sheets, or a module of scripts."""
    return uri.startswith(_PARTS)


def compact(name: str, read: Read) -> str:
    """The style sheet, script or icon of a name, whole and made small.

    Raises `KeyError` for a colour that is no token, `ValueError` for a module that does not fit.
    """
    kind = name[name.rindex(".") :]
    text = joined_script(name, read) if kind == ".js" else _coloured(_sheet(name, read), read)
    return _COMPACT[kind](text) + "\n"


def _sheet(name: str, read: Read) -> str:
    """A style sheet with those it imports in their place; what they load is then beside it."""
    text = _IMPORT.sub(lambda found: _sheet(found[1], read), read(name))
    return _FOR_CHOICES.sub(_for_choices, text.replace('url("../', 'url("'))


def _coloured(text: str, read: Read) -> str:
    if not _COLOUR.search(text):
        return text
    palette = _palette(read(_TOKENS))
    return _COLOUR.sub(lambda found: palette[found[2]][found[1]], text)


def _for_choices(rule: re.Match[str]) -> str:
    return ",\n".join(rule[1].replace("CHOICE", choice) for choice in CHOICES) + " {"


def _palette(tokens: str) -> Mapping[str, Mapping[str, str]]:
    """The colours on light and on dark ground, by name; those for more contrast come later."""
    found = reversed(_PALETTE.findall(tokens))
    return {name: {"light": light, "dark": dark} for name, light, dark in found}
