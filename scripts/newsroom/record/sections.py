"""The sections of a page and their sentences, each with its line.

Only what is said counts: link targets, ids, list marks and other markup are passed over, so that
none of them makes a translation look out of date.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from newsroom.document import document
from newsroom.document.blocks import DEFINITION
from newsroom.document.words import without_markup
from newsroom.record.articles import Page
from newsroom.text.sentences import sentence_digest, sentence_spans

HEAD, LEAD = "_head", "_lead"
"""The ids of title and summary, and of what stands before the first heading; no author's id begins
with `_`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page, and how a change of it is noticed."""

    text: str
    """Without markup."""
    line: int
    digest: str


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading, up to the next of any level."""

    id: str
    """That of the heading, or `HEAD` or `LEAD`."""
    heading: str
    """Empty for what has none."""
    paragraphs: tuple[Paragraph, ...]
    """The heading is the first."""

    @property
    def sentences(self) -> Paragraph:
        """All sentences of its paragraphs in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of its sentences, as a translation records them."""
        return tuple(sentence.digest for sentence in self.sentences)


def sections_of(page: Page) -> tuple[Section, ...]:
    """The sections of a page in order, title and summary first; those that say nothing left out."""
    head = [(page.title, page.lines.get("title", 1)), (page.summary, page.lines.get("summary", 1))]
    found = [Section(HEAD, "", tuple(_paragraph(text, line) for text, line in head))]
    found += _body_sections(page)
    return tuple(section for section in found if section.sentences)


def recorded_sections(page: Page) -> Mapping[str, str]:
    """What a translation of the page keeps of it: the digests of each section as one text."""
    return {section.id: " ".join(section.digests) for section in sections_of(page)}


def _body_sections(page: Page) -> Iterator[Section]:
    for section in page.document.sections:
        leaves = (leaf for block in section.blocks for leaf in block.walk() if leaf.text)
        paragraphs = (_paragraph(it.text, it.text_line) for it in leaves if it.kind != DEFINITION)
        heading = section.heading.text if section.heading else ""
        yield Section(section_id(section), heading, tuple(filter(None, paragraphs)))


def section_id(section: document.Section) -> str:
    """The id a section of a page is recorded by.

    One whose heading has none, which is a problem of its own, is told by its line.
    """
    if section.heading is None:
        return LEAD
    return section.heading.id or f"_{section.heading.line}"


def _paragraph(raw: str, line: int) -> Paragraph:
    """The sentences of a paragraph that begins on a line."""
    text, kept = without_markup(raw)
    return tuple(
        Sentence(
            _shown(text[start:end]),
            line + raw.count("\n", 0, kept[start]),
            sentence_digest(text[start:end]),
        )
        for start, end in sentence_spans(text)
    )


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return unescape(text) if "&" in text else text
