"""Links from the names in a text to those who bear them, from its terms to the glossary, and back.

A tree processor walks the parsed page last, after inline parsing (20), attribute lists (8) and
MkDocs' own resolving of links (0): every participant has a page, so the address of a mention is
known and need not be looked up. The first mention of a participant in each section is linked, never
inside a link, code or a heading; a term is linked once a page. The same pass records the
back-links, so what a reader sees linked is what the index lists.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.publish.addresses import relative_url, uri_of, url_of
from newsroom.publish.rendering import numbers_of
from newsroom.record.articles import GLOSSARY, PARTICIPANTS, Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.term import Term
from newsroom.record.participants import Participant
from newsroom.text.languages import LANGS
from newsroom.text.names import Matcher, Name
from newsroom.text.persian import persian_digits
from newsroom.text.runs import ADDRESS
from newsroom.text.sentences import sentence_spans

_LINKED = ("news/", "guide/")
"""The folders whose pages have their mentions linked; links by hand work on every page."""

TERM = "term:"
"""Begins the key of a term among the bearers of names; no id holds a colon."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CLOSED = _HEADINGS | {"a", "code", "pre", "kbd", "samp", "abbr", "summary", "script", "style"}


_BLOCKS = frozenset(("p", "li", "dd", "dt", "td", "th", "blockquote", "figcaption"))
# What Python-Markdown has put aside until the end: an ampersand, a piece of raw HTML.
_STASHED = re.compile("\x02([^\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class Backlink:
    """One section of a page that mentions a participant."""

    page: Page
    section: str
    """The id of its heading; empty before the first one."""
    sentence: str
    """The sentence in which it does."""


class MentionLinker(Extension):
    """The Markdown extension; the plugin says which page is being rendered."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.participants = catalogue.participants
        self.terms = {f"{TERM}{term.id}": term for term in catalogue.glossary}
        self.matchers = {
            lang: Matcher([*registered_names(catalogue, lang), *linked_terms(catalogue, lang)])
            for lang in LANGS
        }
        self.page: Page | None = None
        self._backlinks: dict[tuple[str, str], dict[tuple[str, str], Backlink]] = {}
        # A dictionary without values keeps the order and drops what is there already.
        self._mentioned: dict[str, dict[str, None]] = {}
        self._explained: dict[str, list[Term]] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        if self.page is None:
            return
        if self.page.uri.startswith(_LINKED):
            # After attr_list (8), which gives headings their ids, and MkDocs' relpath (0).
            md.treeprocessors.register(_MentionProcessor(md, self, self.page), "mentions", -10)
        md.references = _HandLinks(self.page, self.participants)

    def backlinks(self, lang: str, participant: str) -> tuple[Backlink, ...]:
        """The sections that mention a participant, in the order they were rendered."""
        return tuple(self._backlinks.get((lang, participant), {}).values())

    def mentioned_on(self, page: Page) -> tuple[str, ...]:
        """The ids of the participants a page links to, in the order of its text."""
        return tuple(self._mentioned.get(page.src_uri, ()))

    def terms_on(self, page: Page) -> tuple[Term, ...]:
        """The terms a page links to, in the order of its text."""
        return tuple(self._explained.get(page.src_uri, ()))

    def record_term(self, page: Page, term: Term) -> None:
        self._explained.setdefault(page.src_uri, []).append(term)

    def record(self, page: Page, participant: str, section: str, sentence: str) -> None:
        links = self._backlinks.setdefault((page.lang, participant), {})
        links[page.src_uri, section] = Backlink(page, section, sentence)
        self._mentioned.setdefault(page.src_uri, {})[participant] = None


def load_extensions(
    extensions: Iterable[str | Extension], settings: Mapping[str, dict[str, Any]]
) -> list[Extension]:
    """The Markdown extensions as objects, made once.

    Python-Markdown is made anew for every page and would look each name up among the installed
    packages again; an extension registers and resets itself with every new parser.
    """
    markdown = Markdown()
    return [
        markdown.build_extension(extension, settings.get(extension, {}))
        if isinstance(extension, str)
        else extension
        for extension in extensions
    ]


def registered_names(catalogue: Catalogue, lang: str) -> tuple[Name, ...]:
    """Every spelling of every participant in a language."""
    return tuple(
        Name(spelling, entry.id)
        for entry in catalogue.participants.values()
        for spelling in entry.spellings(lang)
    )


def linked_terms(catalogue: Catalogue, lang: str) -> Iterator[Name]:
    """The terms of the glossary that are linked, but for those that are also somebody's name."""
    if (lang, GLOSSARY) in catalogue.pages:
        taken = {name.text for name in registered_names(catalogue, lang)}
        for term in catalogue.glossary:
            if term.link and term.term[lang] not in taken:
                yield Name(term.term[lang], f"{TERM}{term.id}")


class _HandLinks(dict[str, Any]):
    """Link definitions in which every participant is defined: `[text][ilsur-metshin]`."""

    def __init__(self, page: Page, participants: Mapping[str, Participant]) -> None:
        super().__init__()
        self._page, self._participants = page, participants

    def __contains__(self, id: object) -> bool:
        return super().__contains__(id) or id in self._participants

    def __missing__(self, id: str) -> tuple[str, None]:
        # A source path, which MkDocs resolves and validates.
        return relative_url(uri_of(self._participants[id]), self._page.uri), None


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention where it stands."""

    link: etree.Element
    block: etree.Element
    participant: str
    section: str


class _MentionProcessor(Treeprocessor):
    def __init__(self, md: Markdown, linker: MentionLinker, page: Page) -> None:
        super().__init__(md)
        self._linker, self._page = linker, page
        # Where the pages of participants lie, seen from this one.
        index = relative_url(url_of(page.lang, PARTICIPANTS), url_of(page.lang, page.uri))
        self._folder = index.removesuffix("index.html")
        self._glossary = relative_url(url_of(page.lang, GLOSSARY), url_of(page.lang, page.uri))
        self._matcher = linker.matchers[page.lang]
        self._section = ""
        self._block: etree.Element | None = None
        self._numbers: dict[etree.Element, int] = {}
        self._done = set(page.no_link)
        # A term is explained once; on its own page it needs no link at all.
        self._explained = set(linker.terms) if page.uri == GLOSSARY else set()
        self._found: list[_Found] = []

    def run(self, root: etree.Element) -> None:
        self._walk(root)
        for found in self._found:
            sentence = _sentence_with(found.link, found.block, self._number_of(found.block))
            self._linker.record(self._page, found.participant, found.section, sentence)

    def _number_of(self, block: etree.Element) -> str:
        """What a block begins with if it is an item of a list that does not begin with 1."""
        number = self._numbers.get(block)
        if number is None:
            return ""
        return f"{persian_digits(str(number)) if self._page.lang == 'fa' else number}. "

    def _walk(self, element: etree.Element) -> None:
        if element.tag in _BLOCKS or self._block is None:
            self._block = element
        block = self._block
        children = list(element)  # without the links that are put in between
        if element.tag == "ol":
            self._numbers.update(zip(children, numbers_of(element), strict=False))
        elif element in self._numbers and len(children) and children[0].tag == "p":
            self._numbers[children[0]] = self._numbers[element]
        self._link_text(element)
        for child in children:
            if child.tag in _HEADINGS:
                self._section = child.get("id", "")
                self._done = set(self._page.no_link)
            if child.tag not in _CLOSED:
                self._walk(child)
            elif child.tag == "a":
                self._note_hand_link(child)
            self._block = block
            self._link_tail(element, child)

    def _link_text(self, element: etree.Element) -> None:
        if element.text:
            element.text, links = self._linked(element.text)
            for position, link in enumerate(links):
                element.insert(position, link)

    def _link_tail(self, parent: etree.Element, child: etree.Element) -> None:
        if child.tail:
            child.tail, links = self._linked(child.tail)
            after = list(parent).index(child) + 1
            for position, link in enumerate(links, after):
                parent.insert(position, link)

    def _linked(self, text: str) -> tuple[str, list[etree.Element]]:
        """What stays before the first link, and the links with what follows each."""
        links: list[etree.Element] = []
        if text.isspace():  # what stands between two blocks
            return text, links
        end, before = 0, ""
        addresses = [found.span() for found in ADDRESS.finditer(text)] if "/" in text else []
        for mention in self._matcher.find(text):
            if mention.bearer in self._done or mention.bearer in self._explained:
                continue
            if any(start <= mention.start < stop for start, stop in addresses):
                continue
            between = text[end : mention.start]
            if links:
                links[-1].tail = between
            else:
                before = between
            links.append(self._link(mention.bearer, text[mention.start : mention.end]))
            end = mention.end
        if not links:
            return text, links
        links[-1].tail = text[end:]
        return before, links

    def _link(self, bearer: str, text: str) -> etree.Element:
        term = self._linker.terms.get(bearer)
        if term:
            self._explained.add(bearer)
            self._linker.record_term(self._page, term)
            link = etree.Element("a", {"href": f"{self._glossary}#{term.id}", "class": "nr-gloss"})
        else:
            link = etree.Element("a", {"href": f"{self._folder}{bearer}.html"})
            self._note(link, self._linker.participants[bearer])
        link.text = text
        return link

    def _note_hand_link(self, link: etree.Element) -> None:
        address = link.get("href", "")
        id = address.removeprefix(self._folder).removesuffix(".html")
        entry = self._linker.participants.get(id)
        if entry and address == f"{self._folder}{id}.html":
            self._note(link, entry)

    def _note(self, link: etree.Element, entry: Participant) -> None:
        link.set("class", f"nr-mention nr-mention--{entry.kind}")
        self._done.add(entry.id)
        assert self._block is not None  # set before the first text is read
        self._found.append(_Found(link, self._block, entry.id, self._section))


def _sentence_with(link: etree.Element, block: etree.Element, number: str) -> str:
    """The sentence of a block in which a link stands, as plain text.

    An item's number begins its first sentence: it may be the year the sentence is about.
    """
    before, text = 0, ""
    for part, is_link in _parts(block, link):
        part = _STASHED.sub(lambda stashed: "&" if stashed[1] == "amp" else "", part)
        before = len(text) if is_link else before
        text += part
    spans = list(sentence_spans(text))
    start, end = next((span for span in spans if before < span[1]), (0, len(text)))
    opening = number if spans and start == spans[0][0] else ""
    return " ".join(f"{opening}{text[start:end]}".split())


def _parts(element: etree.Element, link: etree.Element) -> Iterator[tuple[str, bool]]:
    """The texts of an element in order, and whether each is that of the link; no notes' numbers."""
    if element is link:
        yield "".join(element.itertext()), True
        return
    if (element.get("class") or "").startswith("footnote-"):
        return
    yield element.text or "", False
    for child in element:
        yield from _parts(child, link)
        yield child.tail or "", False
