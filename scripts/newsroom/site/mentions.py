"""Links from the names in a text to those who bear them, from its terms to the glossary, and back.

A tree processor walks the parsed page last, after inline parsing (20), attribute lists (8) and the
resolving of links (0): every participant has a page, so the address of a mention is known. The
first mention of a participant in each section is linked, never inside a link, code or a heading; a
term is linked once a page. A bare list of countries in an article stays text: its foot links them
in one line. The same pass records the back-links, so what a reader sees linked, here or there, is
what the index lists.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.record.articles import GLOSSARY, Page, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.term import Term
from newsroom.record.matchers import TERM, bearers
from newsroom.record.participants import Participant
from newsroom.site.addresses import relative_url, uri_of, url_of
from newsroom.site.numbering import numbers_of
from newsroom.site.texts import Backlink
from newsroom.text.enumerations import bare_lists
from newsroom.text.messages import Message, say
from newsroom.text.names import Mention
from newsroom.text.persian import persian_digits
from newsroom.text.runs import ADDRESS
from newsroom.text.sentences import sentence_spans

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CODE = ("code", "pre", "kbd", "samp", "script", "style")
CLOSED: Mapping[str, Message] = {
    **dict.fromkeys(_HEADINGS, say("headings have no links")),
    **dict.fromkeys(_CODE, say("it is in code")),
    "a": say("it is in a link"),
    "abbr": say("it is in an abbreviation"),
    "summary": say("it is in the title of a box"),
}
"""The elements in which nothing is linked, each with what is said of a name there."""
NO_LINK = say("the page lists the entry under 'no_link'")
LINKED = say("it is already linked in the same section")
LINKED_BY_HAND = say("it is already linked by hand in the same section")
TERM_LINKED = say("the term is already linked on the same page")
TERM_HERE = say("the page is the glossary")
IN_ADDRESS = say("it is in an address")
AMBIGUOUS = say("several entries have the name, and the page does not say which is meant")
IN_LIST = say("it is in a bare list of countries; they are linked below the article")
_BLOCKS = frozenset(("p", "li", "dd", "dt", "td", "th", "blockquote", "figcaption"))
_STASHED = re.compile("\x02([^\x03]*)\x03")
"""What Python-Markdown has put aside until the end: an ampersand, a piece of raw HTML."""


class LinkedNames:
    """What is linked in the texts of one language, and to where."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self.participants = catalogue.participants
        self.terms = {f"{TERM}{term.id}": term for term in catalogue.glossary}
        self.matcher = catalogue.names.linked(lang)
        self.meant_on = catalogue.names.meant_on
        self._lang = lang
        self._addresses: dict[str, Addresses] = {}

    def addresses_from(self, page: Page) -> "Addresses":
        """Where participants and terms are, seen from a page; the same for those of a folder."""
        base = url_of(self._lang, page.uri)
        folder = base.rpartition("/")[0]
        if folder not in self._addresses:
            self._addresses[folder] = Addresses(
                {
                    id: relative_url(url_of(self._lang, uri_of(entry)), base)
                    for id, entry in self.participants.items()
                },
                relative_url(url_of(self._lang, GLOSSARY), f"{folder}/" if folder else ""),
            )
        return self._addresses[folder]


@dataclass(frozen=True)
class Addresses:
    """What the links of a page lead to."""

    participants: Mapping[str, str]
    """By id."""
    glossary: str

    @cached_property
    def references(self) -> Mapping[str, tuple[str, str]]:
        """The participants as Python-Markdown's definitions of links, which have no titles."""
        return {id: (address, "") for id, address in self.participants.items()}

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The participants by their addresses."""
        return {address: id for id, address in self.participants.items()}


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention where it stands."""

    link: etree.Element
    block: etree.Element
    participant: str
    section: str


class MentionProcessor(Treeprocessor):
    """Links what is named in the text of one page, and keeps what it has linked."""

    def __init__(self, md: Markdown, names: LinkedNames, page: Page) -> None:
        super().__init__(md)
        self._names, self._page = names, page
        self._addresses = names.addresses_from(page)
        self._section = ""
        self._block: etree.Element | None = None
        self._numbers: dict[etree.Element, int] = {}
        # Whom this section, and which term the page, has no more links for, and why.
        self._done = dict.fromkeys(page.no_link, NO_LINK)
        self._explained = dict.fromkeys(names.terms if page.uri == GLOSSARY else (), TERM_HERE)
        self._meant = names.meant_on(page)
        self._found: list[_Found] = []
        self.terms: list[Term] = []
        """The terms that were linked, in the order of the text."""

    def run(self, root: etree.Element) -> None:
        """Link the names of the parsed page in place."""
        self._walk(root)

    @property
    def backlinks(self) -> tuple[Backlink, ...]:
        """One for each section that mentions a participant, in the order of the text."""
        links = {}
        first = dict[str, str]()
        for found in self._found:
            is_first = first.setdefault(found.participant, found.section) == found.section
            sentence = self._sentence_of(found) if is_first else ""
            link = Backlink(found.participant, self._page, found.section, sentence)
            links[found.participant, found.section] = link
        return tuple(links.values())

    def _sentence_of(self, found: _Found) -> str:
        return _sentence_with(found.link, found.block, self._number_of(found.block))

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
                self._done = dict.fromkeys(self._page.no_link, NO_LINK)
            if child.tag not in CLOSED:
                self._walk(child)
            else:
                self._pass_by(child)
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
        mentions = tuple(map(self._told_apart, self._names.matcher.find(text)))
        closed = dict(self._closed(text, mentions))
        for mention in mentions:
            why = self._refusal(mention, closed)
            if why and why is not IN_LIST:
                continue
            between = text[end : mention.start]
            if links:
                links[-1].tail = between
            else:
                before = between
            name = text[mention.start : mention.end]
            make = self._listed if why else self._link
            links.append(make(mention.target_id, name))
            end = mention.end
        if not links:
            return text, links
        links[-1].tail = text[end:]
        return before, links

    def _told_apart(self, mention: Mention) -> Mention:
        """The mention with the one its name means on this page, if several bear it."""
        meant = self._meant.get(mention.target_id)
        return replace(mention, target_id=meant) if meant else mention

    def _closed(
        self, text: str, mentions: Sequence[Mention]
    ) -> Iterator[tuple[tuple[int, int], Message]]:
        """The stretches of a text in which nothing is linked, and why."""
        if "/" in text:
            yield from ((found.span(), IN_ADDRESS) for found in ADDRESS.finditer(text))
        if is_article(self._page.uri):
            for run in bare_lists(text, filter(self._is_country, mentions)):
                yield (run[0].start, run[-1].end), IN_LIST

    def _is_country(self, mention: Mention) -> bool:
        entry = self._names.participants.get(mention.target_id)
        return entry is not None and entry.subkind == "country"

    def _refusal(
        self, mention: Mention, closed: Mapping[tuple[int, int], Message]
    ) -> Message | None:
        """Why a mention is not linked; `None` where it is."""
        if len(bearers(mention.target_id)) > 1:
            return AMBIGUOUS
        if why := self._done.get(mention.target_id) or self._explained.get(mention.target_id):
            return why
        around = (why for (start, stop), why in closed.items() if start <= mention.start < stop)
        return next(around, None)

    def _listed(self, target_id: str, text: str) -> etree.Element:
        """A country in a bare list: no link, but a place a back-link leads to."""
        listed = etree.Element("span")
        listed.text = text
        self._keep(listed, self._names.participants[target_id], IN_LIST)
        return listed

    def _link(self, target_id: str, text: str) -> etree.Element:
        term = self._names.terms.get(target_id)
        if term:
            self._explained[target_id] = TERM_LINKED
            self.terms.append(term)
            address = f"{self._addresses.glossary}#{term.id}"
            link = etree.Element("a", {"href": address, "class": "nr-gloss"})
        else:
            link = etree.Element("a", {"href": self._addresses.participants[target_id]})
            self._note(link, self._names.participants[target_id], LINKED)
        link.text = text
        return link

    def _pass_by(self, element: etree.Element) -> None:
        """Leave an element without links as it is; one that leads to a participant is noted."""
        if element.tag == "a" and (entry := self._linked_by_hand(element)):
            self._note(element, entry, LINKED_BY_HAND)

    def _linked_by_hand(self, link: etree.Element) -> Participant | None:
        id = self._addresses.ids.get(link.get("href", ""))
        return self._names.participants[id] if id else None

    def _note(self, link: etree.Element, entry: Participant, why: Message) -> None:
        link.set("class", f"nr-mention nr-mention--{entry.kind}")
        self._keep(link, entry, why)

    def _keep(self, link: etree.Element, entry: Participant, why: Message) -> None:
        self._done[entry.id] = why
        assert self._block is not None  # set before the first text is read
        self._found.append(_Found(link, self._block, entry.id, self._section))


def plain(text: str) -> str:
    """A text of the tree without what Python-Markdown has put aside; an ampersand is one."""
    return _STASHED.sub(lambda stashed: "&" if stashed[1] == "amp" else "", text)


def _sentence_with(link: etree.Element, block: etree.Element, number: str) -> str:
    """The sentence of a block in which a link stands, as plain text.

    An item's number begins its first sentence: it may be the year the sentence is about.
    """
    before, text = 0, ""
    for part, is_link in _parts(block, link):
        part = plain(part)
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
