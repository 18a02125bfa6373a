"""What sanitising would take off a page: an author is told of it, and no reader misses it."""

from collections.abc import Iterator
from itertools import islice

from newsroom.check.rule import MARKUP, rule
from newsroom.document.tags import Tag, listed_attributes, tags_in
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Message, Problem, say
from newsroom.text.elements import ATTRIBUTES, DRAWN, ELEMENTS, INPUTS, SCHEMES, is_remote

MAX_REPORTED = 20
"""So many of a page are reported; who has them all has seen enough."""

_ANYWHERE = frozenset().union(*ATTRIBUTES.values())


@rule(MARKUP, error="markup-dropped", apart=True)
def markup_dropped(catalogue: Catalogue) -> Iterator[Problem]:
    """An element or attribute that is not allowed would vanish, and what it shows with it."""
    for page in catalogue.pages.values():
        if "<" not in page.body and "{" not in page.body:
            continue
        for position, message in islice(_dropped(page.document.prose), MAX_REPORTED):
            hint = say("use Markdown, link to it, or write `&lt;` for the character")
            yield markup_dropped.on(page, position, message, hint)


@rule(MARKUP, error="image-remote", apart=True)
def image_remote(catalogue: Catalogue) -> Iterator[Problem]:
    """An image from elsewhere tells its host who reads us, and is gone when its host wills."""
    for page in catalogue.pages.values():
        for image in page.document.links:
            address = image.target or page.document.target_of(image.label)
            if image.is_image and is_remote(address):
                message = say(
                    "the image '{address}' is on another site and is not shown", address=address
                )
                hint = say("copy it to docs/media/ if its licence allows, or link to its page")
                yield image_remote.on(page, image.position, message, hint)


def _dropped(prose: str) -> Iterator[tuple[int, Message]]:
    """Where what is lost begins; an end is told of only where nothing began."""
    ended: set[str] = set()
    drawing = False
    for tag in tags_in(prose):
        name = tag.name
        if name in ended:
            continue
        drawing = name == "svg" or (drawing and name != "/svg")
        kept = ELEMENTS if drawing else ELEMENTS - DRAWN
        if name.removeprefix("/") not in kept:
            ended.add(f"/{name}")
            yield tag.position, say("'<{name}>' is removed from the page", name=name)
        elif not name.startswith("/"):
            for attribute in _lost_attributes(tag):
                yield tag.position, _about(attribute)
    for position, attribute in listed_attributes(prose):
        if attribute.lower() not in _ANYWHERE:
            yield position, _about(attribute)


def _lost_attributes(tag: Tag) -> Iterator[str]:
    """The attributes of a tag that are taken away, or whose value is."""
    allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag.name, frozenset())
    yield from (key for key in tag.attributes if key not in allowed)
    if tag.name == "input" and tag.attributes.get("type") not in INPUTS:
        yield f"type={tag.attributes.get('type', '')}"
    address = tag.attributes.get("href", "")
    if is_remote(address) and address.partition(":")[0].strip().lower() not in SCHEMES:
        yield f"href={address}"


def _about(attribute: str) -> Message:
    return say("the attribute '{attribute}' is removed from the page", attribute=attribute)
