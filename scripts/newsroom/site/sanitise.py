"""Rendered Markdown passes an allow-list: content comes by pull request and is not trusted.

nh3 parses as a browser does and keeps only what `text/elements` lists: no scripts, styles, event
handlers, forms, frames or remote images. The images that stay come in sizes.
"""

import re
from collections.abc import Mapping
from urllib.parse import unquote

import nh3

from newsroom.record.images import Image
from newsroom.site.photographs import Picture
from newsroom.text.elements import ATTRIBUTES, ELEMENTS, INPUTS, SCHEMES, is_remote

_CONTENT_WITH_TAG = {"script", "style", "iframe", "object", "template", "noscript", "math"}
_NUMBERS = {("ol", "start"), ("li", "value")}
_FREE_INPUT = re.compile(r"<input(?![^<>]* type=)[^<>]*>")
"""A text field; only the boxes and buttons of Material's components may stand."""
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]"
)
"""Controls and what a reader cannot see, but for the joiners, which shape Persian letters."""

_PHONE = "(max-width: 40rem)"
_IN_TEXT = "(min-width: 40rem) 36rem, 92vw"
"""How wide an image in a text is shown: as wide as the column."""


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


def with_pictures(html: str, media: Mapping[str, Image]) -> str:
    """Sanitised HTML whose images keep their room, come in sizes, and are asked for when near.

    `media` are the images of the record by their path below `docs/`. An image that says itself how
    large it is, and one that is none of them, is left alone.
    """
    before, *images = html.split("<img ")
    return "".join((before, *(_shown(image, media) for image in images)))


def _shown(html: str, media: Mapping[str, Image]) -> str:
    """What follows `<img `, as an image that is shown in sizes."""
    attributes, _, after = html.partition(">")
    attributes = attributes.rstrip("/ ")
    source = f" {attributes}".partition(' src="')[2].partition('"')[0]
    root, _, name = source.partition("media/")
    image = media.get(f"media/{unquote(name)}")
    if image is None or " width=" in f" {attributes}":
        return f"<img {html}"
    room = f'width="{image.width}" height="{image.height}" loading="lazy" decoding="async"'
    picture = Picture(image)
    if picture.is_light:
        return f"<img {attributes} {room}>{after}"
    phones, all_ = (
        ", ".join(f"{root}{it.url} {it.width}w" for it in sizes)
        for sizes in (picture.for_phones, picture.sizes)
    )
    attributes = attributes.replace(f'src="{source}"', f'src="{root}{picture.fallback.url}"')
    return (
        f'<picture><source type="image/webp" media="{_PHONE}" srcset="{phones}" sizes="92vw">'
        f'<source type="image/webp" srcset="{all_}" sizes="{_IN_TEXT}">'
        f"<img {attributes} {room}></picture>{after}"
    )
