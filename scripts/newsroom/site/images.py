"""Images in a text: room is kept for them, and they are asked for when they are near."""

import re
from collections.abc import Mapping

from newsroom.record.images import Image

_IMAGE = re.compile(r"<img\b[^>]*>")
_SOURCE = re.compile(r'\bsrc="[^"]*?(media/[^"]*)"')


def with_sizes(html: str, media: Mapping[str, Image]) -> str:
    """Sanitised HTML whose images say how large they are; one that says so itself is left alone.

    `media` are the images of the record by their path below `docs/`.
    """

    def sized(found: re.Match[str]) -> str:
        tag = found[0]
        source = _SOURCE.search(tag)
        image = media.get(source[1]) if source else None
        if image is None or " width=" in tag:
            return tag
        size = f'width="{image.width}" height="{image.height}"'
        return f'{tag[:-1].rstrip("/ ")} {size} loading="lazy" decoding="async">'

    return _IMAGE.sub(sized, html) if "<img" in html else html
