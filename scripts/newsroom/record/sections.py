"""The sections of a page and their sentences, read off its Markdown with the line of each.

Only what is said counts: link targets, ids, list marks and other markup are passed over, so that
none of them makes a translation look out of date.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from newsroom.record.articles import Page
from newsroom.text.sentences import sentence_digest, sentence_spans

HEAD, LEAD = "_head", "_lead"
"""The ids of title and summary, and of what stands before the first heading; no author's id begins
with `_`."""

_MARKUP = re.compile(
    r"\[\^[^\[\]\n]+\]:?"  # a note, and the number that leads to it
    r"|\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\]\n]*\]"  # where a link leads
    r"|\{[:#.][^{}\n]*\}"  # an attribute list
    r"|</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?>"  # a tag
    r"|^[ \t]*(?:>[ \t]?)+|^[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+"  # a quotation, an item of a list
    r"|!?\[(?=[^\[\]]*\][\[(])|\\(?=[^\w\s])|[*`|]+|(?<!\w)_+|(?<!_)_++(?!\w)",
    re.MULTILINE,
)
_ADMONITION = re.compile(r'^[ \t]*(?:[?!]{3}\+?)[ \t]+[\w -]+?(?:[ \t]+"(.*)")?[ \t]*$')
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)]|\||\[\^[^\]]+\]:)[ \t]*\S")
_DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s")


@dataclass(frozen=True, slots=True)
class Sentence:
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
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def digests(self) -> tuple[str, ...]:
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
    headings = {heading.line: heading for heading in page.headings}
    id, title, paragraphs = LEAD, "", list[Paragraph]()
    for text, line in _raw_paragraphs(page, frozenset(headings)):
        if heading := headings.get(line):
            yield Section(id, title, tuple(filter(None, paragraphs)))
            # One without an id is a problem of its own, and still a section.
            id, title, text = heading.id or f"_{line}", heading.text, heading.text
            paragraphs = []
        paragraphs.append(_paragraph(text, line))
    yield Section(id, title, tuple(filter(None, paragraphs)))


def _raw_paragraphs(page: Page, headings: frozenset[int]) -> Iterator[tuple[str, int]]:
    """The paragraphs of the body as written, each with its first line."""
    lines: list[str] = []
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        admonition = _ADMONITION.match(line)
        is_alone = number in headings or admonition is not None
        is_definition = _DEFINITION.match(line) is not None
        if lines and (is_alone or is_definition or not line.strip() or _ITEM.match(line)):
            yield "\n".join(lines), number - len(lines)
            lines = []
        if admonition:
            yield admonition[1] or "", number
        elif number in headings:
            yield line, number
        elif line.strip() and not is_definition:
            lines.append(line)
    if lines:
        yield "\n".join(lines), page.body_line + page.body.count("\n") + 1 - len(lines)


def _paragraph(raw: str, line: int) -> Paragraph:
    """The sentences of a paragraph that begins on a line."""
    bare = _MARKUP.sub(lambda found: "\0" * len(found[0]), raw)
    text = bare.replace("\0", "")
    # Where each sign of the text stands in what was written; the same where there is no markup.
    is_plain = len(text) == len(raw)
    kept = range(len(raw)) if is_plain else [at for at, char in enumerate(bare) if char != "\0"]
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
