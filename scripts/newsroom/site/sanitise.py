"""Rendered Markdown passes an allow-list: content comes by pull request and is not trusted.

nh3 parses as a browser does and keeps only what `text/elements` lists: no scripts, styles, event
handlers, forms, frames or remote images.
"""

import re

import nh3

from newsroom.text.elements import ATTRIBUTES, ELEMENTS, INPUTS, SCHEMES, is_remote

_CONTENT_WITH_TAG = {"script", "style", "iframe", "object", "template", "noscript", "math"}
_NUMBERS = {("ol", "start"), ("li", "value")}
_FREE_INPUT = re.compile(r"<input(?![^<>]* type=)[^<>]*>")
"""A text field; only the boxes and buttons of Material's components may stand."""
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]"
)
"""Controls and what a reader cannot see, but for the joiners, which shape Persian letters."""


def _keep(tag: str, attribute: str, value: str) -> str | None:
    if (tag, attribute) == ("img", "src"):
        return None if is_remote(value) else value
    if (tag, attribute) == ("input", "type"):
        return value if value in INPUTS else "checkbox"
    if (tag, attribute) in _NUMBERS:  # a browser reads no other digits
        digits = value.removeprefix("-")
        return str(int(value)) if digits.isdecimal() and len(digits) < 10 else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags=_CONTENT_WITH_TAG,
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    attribute_filter=_keep,
    url_schemes=set(SCHEMES),
    link_rel=None,  # no link opens a window of its own
)


def sanitise(html: str) -> str:
    """The fragment with nothing in it that runs, loads or reaches out of its place."""
    return _HIDDEN.sub("", _FREE_INPUT.sub("", _CLEANER.clean(html)))
