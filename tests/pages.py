"""Reading a built site as a browser would: its pages, links, anchors, words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .conftest import SITE_URL

_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src"}
_VOID = {"meta", "link", "br", "hr", "img", "input", "col"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass(frozen=True)
class Text:
    """A piece of text, the language it is in, and the elements it stands in, the innermost last."""

    text: str
    lang: str
    inside: tuple[str, ...]


@dataclass
class BuiltPage(HTMLParser):
    path: str
    """From the root of the site: `en/news/x.html`."""
    html: str
    elements: list[Element] = field(default_factory=list)
    open_elements: list[Element] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.elements.append(element)
        if tag not in _VOID:
            self.open_elements.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open_elements and self.open_elements[-1].tag == tag:
            self.open_elements.pop()
        else:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        for element in self.open_elements:
            element.text += data
        named = [e.attributes["lang"] for e in self.open_elements if "lang" in e.attributes]
        tags = tuple(element.tag for element in self.open_elements)
        self.texts.append(Text(data, named[-1] if named else "", tags))

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    @property
    def ids(self) -> list[str]:
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]

    def links(self) -> Iterator[tuple[Element, str]]:
        """Every address the page names, with the element that names it."""
        for element in self.elements:
            address = element.attributes.get(_LINKS.get(element.tag, ""), "")
            if address:
                yield element, address

    def target(self, address: str) -> tuple[str, str] | None:
        """The file and anchor inside the site an address leads to; `None` when it leaves it."""
        if address.startswith(SITE_URL):
            return _split(address.removeprefix(SITE_URL))
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        root = urlsplit(SITE_URL).path
        if address.startswith(root):
            return _split(address.removeprefix(root))
        if address.startswith("/"):
            return address, ""
        here = self.path.split("/")[:-1]
        path = parts.path
        for step in path.split("/") if path else []:
            here = here[:-1] if step == ".." else here if step in (".", "") else [*here, step]
        file = "/".join(here) if path else self.path
        return unquote(file), unquote(parts.fragment)


def _split(address: str) -> tuple[str, str]:
    path, _, anchor = address.partition("#")
    if not path or path.endswith("/"):
        path += "index.html"
    return unquote(path), unquote(anchor)


def read_site(folder: Path) -> dict[str, BuiltPage]:
    """Every page of a built site by its path."""
    return {
        path: BuiltPage(path, file.read_text(encoding="utf-8"))
        for file in sorted(folder.rglob("*.html"))
        for path in [file.relative_to(folder).as_posix()]
    }
