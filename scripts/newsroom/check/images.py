"""Images: told in words, light enough for a slow network, and with nothing to hide."""

import posixpath
from collections.abc import Iterator
from operator import attrgetter
from urllib.parse import unquote

from newsroom.check.rule import FILE, rule
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import IMAGES
from newsroom.record.problems import Problem, say
from newsroom.text.letters import has_persian

MAX_BYTES = 400_000
MAX_SIDE = 2_400
"""Pixels: twice the widest column, for sharp screens."""


@rule(FILE, error="image-alt")
def image_alt(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers who cannot see an image hear its alternative text, read in the page's language."""
    for page in catalogue.pages.values():
        for image in filter(attrgetter("is_image"), page.document.links):
            alt = image.text.strip()
            is_file_name = len(alt.split()) == 1 and alt.lower().endswith(tuple(IMAGES))
            if _is_in(alt, page.lang) and not is_file_name:
                continue
            message = say(
                "the image has the alternative text '{alt}'; expected words in the page's language",
                alt=alt,
            )
            hint = say("describe the image: `![The city hall in snow](…)`")
            yield image_alt.on(page, image.position, message, hint)


def _is_in(alt: str, lang: str) -> bool:
    """Whether a text has a letter of the language."""
    return has_persian(alt) if lang == "fa" else any(it.isascii() and it.isalpha() for it in alt)


@rule(FILE, warning="image-large")
def image_large(catalogue: Catalogue) -> Iterator[Problem]:
    """A picture as it comes from a camera takes minutes on a slow network: a warning, not more."""
    for image in catalogue.media.values():
        if image.bytes > MAX_BYTES:
            message = say(
                "the image has {bytes} bytes; expected at most {most}",
                bytes=image.bytes,
                most=MAX_BYTES,
            )
        elif max(image.width, image.height) > MAX_SIDE:
            message = say(
                "the image has {width} × {height} pixels; expected at most {most} a side",
                width=image.width,
                height=image.height,
                most=MAX_SIDE,
            )
        else:
            continue
        hint = say("scale it down, or save it as WebP or AVIF")
        yield image_large.problem(image.path, 1, message, hint)


@rule(FILE, error="image-metadata")
def image_metadata(catalogue: Catalogue) -> Iterator[Problem]:
    """What a camera writes into a picture may tell where somebody lives."""
    for image in catalogue.media.values():
        if image.metadata:
            message = say("the image contains metadata: {kinds}", kinds=", ".join(image.metadata))
            hint = say("save it without metadata, e.g. with `exiftool -all=`")
            yield image_metadata.problem(image.path, 1, message, hint)


@rule(FILE, warning="image-unused")
def image_unused(catalogue: Catalogue) -> Iterator[Problem]:
    """An image no page shows is published all the same, and nobody knows what it is for."""
    unread = any(path.endswith(".md") for path in catalogue.unread)
    if not catalogue.media or unread or any(it.is_unread for it in catalogue.pages.values()):
        return
    shown = {path for page in catalogue.pages.values() for path in _shown_on(page)}
    for key, image in catalogue.media.items():
        if key not in shown:
            message = say("no page shows the image")
            hint = say("use it on a page, or delete it")
            yield image_unused.problem(image.path, 1, message, hint)


def _shown_on(page: Page) -> Iterator[str]:
    folder = posixpath.dirname(page.src_uri)
    for _, target in page.document.targets:
        yield posixpath.normpath(posixpath.join(folder, unquote(target)))
