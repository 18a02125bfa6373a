"""Rendered Markdown passes an allow-list: content comes by pull request and is not trusted.

nh3 parses as a browser does and keeps only what `text/elements` lists: no scripts, styles, event
handlers, forms, frames or remote images. Room is kept for the images that stay, and they are asked
for when they are near.
"""

import re
from collections.abc import Mapping

import nh3

from newsroom.record.images import Image
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


def with_sizes(html: str, media: Mapping[str, Image]) -> str:
    """Sanitised HTML whose images say how large they are; one that says so itself is left alone.

    `media` are the images of the record by their path below `docs/`.
    """
    before, *images = html.split("<img ")
    return "".join((before, *(f"<img {_sized(image, media)}" for image in images)))


def _sized(html: str, media: Mapping[str, Image]) -> str:
    """What follows `<img `, with the size of the image among its attributes."""
    attributes, end, after = html.partition(">")
    source = f" {attributes}".partition(' src="')[2].partition('"')[0]
    image = media.get("media/" + source.partition("media/")[2])
    if image is None or " width=" in f" {attributes}":
        return html
    size = f'width="{image.width}" height="{image.height}"'
    return f'{attributes.rstrip("/ ")} {size} loading="lazy" decoding="async"{end}{after}'
