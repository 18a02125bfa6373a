"""Reading a built site as a browser would: its pages, links, anchors, words."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

SITE_URL = "https://record.example/some/sub/path/"

FOREIGN = "\ufffc"
"""Stands in a passage for a run that is a passage of its own, or code."""

_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src"}
_VOID = {"meta", "link", "br", "hr", "img", "input", "col", "source"}
_INLINE = set("a abbr b bdi br button cite code em i img input kbd label mark q s samp".split())
_INLINE |= set("small span strong sub sup time u use var wbr".split())
_CODE = {"code", "kbd", "pre", "samp", "script", "style", "textarea"}
_SAYING = ("title", "alt", "aria-label", "aria-description", "placeholder")
_ISOLATE = re.compile("[\u2066\u2067]([^\u2066-\u2069]*)\u2069")


@dataclass
class Passage:
    """Words that stand together: a paragraph, a heading, a label of a drawing, an attribute."""

    where: str
    """Path of the page, and the element or attribute: `en/index.html: a[title]`."""
    lang: str
    """Empty for code."""
    is_plain: bool = False
    """Whether no element can stand in it, so that controls isolate: attributes and titles."""
    raw: str = ""
    """As written, with isolated runs as `FOREIGN` (unless plain)."""

    @property
    def text(self) -> str:
        """As shown: white space is one space, and isolated runs are `FOREIGN`."""
        raw, is_found = self.raw, self.is_plain
        while is_found:  # one may hold another
            raw, is_found = _ISOLATE.subn(FOREIGN, raw)
        return re.sub("[ \t\r\n]+", " ", raw).strip(" ")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    passage: Passage
    """What the words right inside it belong to."""
    parent: "Element | None" = None
    text: str = ""

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def lang(self) -> str:
        """The language it is in, its own or the one around it."""
        return self.attributes.get("lang") or (self.parent.lang if self.parent else "")

    def is_inside(self, name: str) -> bool:
        """Whether an element around it has this class."""
        parent = self.parent
        return parent is not None and (name in parent.classes or parent.is_inside(name))


@dataclass
class BuiltPage(HTMLParser):
    path: str
    """From the root of the site: `en/news/x.html`."""
    html: str
    elements: list[Element] = field(default_factory=list)
    open_elements: list[Element] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    """Everything a reader is told, in the order of the page; empty ones are left out."""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self.feed(self.html)
        self.passages = [passage for passage in self.passages if passage.text]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        parent = self.open_elements[-1] if self.open_elements else None
        passage = self._passage(tag, attributes, parent)
        element = Element(tag, attributes, passage, parent)
        self.elements.append(element)
        lang = attributes.get("lang", passage.lang)
        for key in _SAYING:
            if key in attributes:
                self._add(f"{tag}[{key}]", lang, is_plain=True, raw=attributes[key])
        if attributes.get("name") == "description":
            self._add("meta[content]", lang, is_plain=True, raw=attributes["content"])
        if tag not in _VOID:
            self.open_elements.append(element)

    def _passage(self, tag: str, attributes: dict[str, str], parent: Element | None) -> Passage:
        """The passage an element's words belong to: its parent's, or one it begins."""
        around = parent.passage if parent else Passage("", "")
        is_code = tag in _CODE or (not around.lang and parent is not None)
        lang = "" if is_code else attributes.get("lang", around.lang)
        if tag in _INLINE and lang == around.lang and "lang" not in attributes and tag != "bdi":
            if tag == "br":
                around.raw += " "
            return around
        around.raw += FOREIGN if tag in _INLINE else " "
        return self._add(tag, lang, is_plain=tag in ("title", "desc", "option"))

    def _add(self, tag: str, lang: str, *, is_plain: bool, raw: str = "") -> Passage:
        passage = Passage(f"{self.path}: {tag}", lang, is_plain, raw)
        self.passages.append(passage)
        return passage

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open_elements.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open_elements and self.open_elements[-1].tag == tag:
            self.open_elements.pop()
        else:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open_elements:
            self.open_elements[-1].passage.raw += data
        for element in self.open_elements:
            element.text += data

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    @property
    def lang(self) -> str:
        return self.all("html")[0].attributes["lang"]

    def has_class(self, name: str) -> bool:
        return any(name in element.classes for element in self.elements)

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
    """Every page of a built site by its path, but for what is a file to be taken along."""
    return {
        path: BuiltPage(path, file.read_text(encoding="utf-8"))
        for file in sorted(folder.rglob("*.html"))
        for path in [file.relative_to(folder).as_posix()]
        if not path.startswith("stories/")
    }


def one_of_each(
    pages: dict[str, BuiltPage], traits: Callable[[BuiltPage], Iterable[Hashable]]
) -> list[BuiltPage]:
    """Pages that together have every trait some page of the site has, as few as are soon found."""
    having = {path: set(traits(page)) for path, page in pages.items()}
    missing = set().union(*having.values())
    chosen: list[BuiltPage] = []
    while missing:
        best = max(sorted(having), key=lambda path: len(having[path] & missing))
        missing -= having[best]
        chosen.append(pages[best])
    return chosen


def element_kinds(page: BuiltPage) -> Iterator[Hashable]:
    """The kinds of element on a page: language, tag and class."""
    for element in page.elements:
        for name in element.classes or [""]:
            yield page.lang, element.tag, name


def run_shapes(page: BuiltPage) -> Iterator[Hashable]:
    """How numbers and runs of the other language stand on a page: `a ￼، a`, `(1 a 1)`."""
    for passage in page.passages:
        if passage.lang and not passage.is_plain:
            shape = re.sub("[^\\W\\d]+(?:\u200c[^\\W\\d]+)*", "a", passage.text)
            shape = re.sub(r"\d+", "1", shape)
            for run in re.finditer(f".{{0,2}}(?:[{FOREIGN}1].{{0,3}})+", shape):
                yield page.lang, run[0]
