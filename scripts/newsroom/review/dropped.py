"""What sanitising would take off a page: an author is told of it, and no reader misses it."""

import re
from collections.abc import Iterator
from itertools import islice

from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Message, Problem, say
from newsroom.text.elements import ATTRIBUTES, DRAWN, ELEMENTS, INPUTS, SCHEMES, is_remote

MAX_REPORTED = 20
"""So many of a page are reported; who has them all has seen enough."""

_TAG = re.compile(r"(?<!\\)<(?:(/?[A-Za-z][^\s<>/]{0,200})([^<>]{0,4000})|([?!](?!--|\[)))")
_AUTOLINK = re.compile(r"<(?:https?|mailto):[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_LIST = re.compile(r"\{:?[ \t]*([^{}\n]{1,1000})\}")
"""Attributes of what stands before them, as the extension `attr_list` reads them."""
_LISTED = re.compile(r"""(?:^|\s)([A-Za-z][\w:.-]*)=(?:"[^"]*"|'[^']*'|\S*)""")
_ANYWHERE = frozenset().union(*ATTRIBUTES.values())
_IMAGE = re.compile(
    r"!\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,1000})\]"
    r"(?:\([ \t]*<?([^\s)>]{0,2000})|\[([^\[\]\n]{0,200})\])"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]{1,200})\]:[ \t]*<?([^\s>]*)", re.MULTILINE)


def markup_dropped(catalogue: Catalogue) -> Iterator[Problem]:
    """An element or attribute that is not allowed would vanish, and what it shows with it."""
    for page in catalogue.pages.values():
        if "<" not in page.body and "{" not in page.body:
            continue
        prose = page.document.prose
        for position, message in islice(_dropped(prose), MAX_REPORTED):
            line = page.body_line + prose.count("\n", 0, position)
            hint = say("write it in Markdown, lead to it with a link, or write `&lt;` for a sign")
            yield Problem(page.path, line, "markup-dropped", message, hint)


def image_remote(catalogue: Catalogue) -> Iterator[Problem]:
    """An image from elsewhere tells its host who reads us, and is gone when its host wills."""
    for page in catalogue.pages.values():
        for position, address in _images(page):
            if is_remote(address):
                line = page.body_line + page.document.prose.count("\n", 0, position)
                message = say(
                    "the image '{address}' lies elsewhere and is not shown", address=address
                )
                hint = say(
                    "put a copy into docs/media/, if its licence allows, or link to its page"
                )
                yield Problem(page.path, line, "image-remote", message, hint)


def _dropped(prose: str) -> Iterator[tuple[int, Message]]:
    """Where what is lost begins; an end is told of only where nothing began."""
    ended: set[str] = set()
    drawing = False
    for found in _TAG.finditer(prose):
        name = (found[1] or found[3]).lower()
        if _AUTOLINK.match(prose, found.start()) or name in ended:
            continue
        drawing = name == "svg" or (drawing and name != "/svg")
        kept = ELEMENTS if drawing else ELEMENTS - DRAWN
        if name.removeprefix("/") not in kept:
            ended.add(f"/{name}")
            yield found.start(), say("'<{name}>' is taken off the page", name=name)
        elif not name.startswith("/"):
            for attribute in _lost_attributes(name, found[2]):
                yield found.start(), _about(attribute)
    for found in _LIST.finditer(prose):
        for attribute in _LISTED.findall(found[1]):
            if attribute.lower() not in _ANYWHERE:
                yield found.start(), _about(attribute)


def _lost_attributes(name: str, written: str) -> Iterator[str]:
    """The attributes of a tag that are taken away, or whose value is."""
    allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(name, frozenset())
    values = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(written)}
    yield from (key for key in values if key not in allowed)
    if name == "input" and values.get("type") not in INPUTS:
        yield f"type={values.get('type', '')}"
    address = values.get("href", "")
    if is_remote(address) and address.partition(":")[0].strip().lower() not in SCHEMES:
        yield f"href={address}"


def _about(attribute: str) -> Message:
    return say("the attribute '{attribute}' is taken off the page", attribute=attribute)


def _images(page: Page) -> Iterator[tuple[int, str]]:
    """The images of a page with their addresses, in Markdown and in HTML."""
    if "![" not in page.body and "<" not in page.body:
        return
    prose = page.document.prose
    defined = {name.lower(): address for name, address in _DEFINITION.findall(prose)}
    for found in _IMAGE.finditer(prose):
        name = (found[3] or found[1]).lower()
        yield found.start(), defined.get(name, "") if found[2] is None else found[2]
    for found in _TAG.finditer(prose):
        if (found[1] or "").lower() == "img":
            for key, value in _ATTRIBUTE.findall(found[2]):
                if key.lower() == "src":
                    yield found.start(), value.strip("\"'")
