"""Articles and pages: Markdown files with front matter, in two languages at the same path.

An article's facts (date, source, place, events) are written once, in the file of its original
language; a translation carries its words only. The path is the identity: `docs/en/news/x.md` is
the English version of the article `x`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from newsroom.document.document import Document, parse
from newsroom.document.limits import excesses, headings_alone
from newsroom.record import documents
from newsroom.record.documents import Reading
from newsroom.record.schema import (
    Field,
    Schema,
    day,
    flag,
    is_complete,
    many,
    pattern,
    period,
    prose,
    read_record,
    record,
    reference,
    text,
)
from newsroom.record.translations import Translation, Wanted, read_translation, read_wanted
from newsroom.text.dates import Period

NEWS = "news/index.md"
TIMELINE = "timeline.md"
PARTICIPANTS = "participants/index.md"
GUIDE = "guide/index.md"
GLOSSARY = "guide/glossary.md"
SOURCES = "sources.md"
SEARCH = "search.md"
CORRECTIONS = "corrections.md"
DISAGREEMENTS = "disagreements.md"
TRANSLATIONS = "translations.md"
"""The pages below `docs/<lang>/` that the engine knows by name."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right on a page after it was published."""

    date: Period
    text: str


@dataclass(frozen=True, slots=True)
class Deviation:
    """What the two languages of a page tell differently on purpose."""

    rule: str
    """The one that is not to report it."""
    text: str
    """What it would report, as its message has it in quotes."""
    reason: str


@dataclass(frozen=True)
class Page:
    """One Markdown file of one language."""

    lang: str
    uri: str
    """Its path in the language's folder, the same in both: `news/association-founded.md`."""
    title: str
    summary: str
    body: str
    body_line: int
    path: str
    lines: Mapping[str, int]
    translation: Translation | None = None
    """What an article was translated from; `None` for an original."""
    no_link: tuple[str, ...] = ()
    """Participants whose mentions here are not linked."""
    corrections: tuple[Correction, ...] = ()
    """In the order of the file."""
    parity_ok: tuple[Deviation, ...] = ()
    """In the order of the file."""
    is_draft: bool = False
    """Shown while it is worked on, and never published."""
    is_unread: bool = False
    """It breaks a limit, and the body is left out but for its headings; never published, either."""

    @property
    def src_uri(self) -> str:
        return f"{self.lang}/{self.uri}"

    @property
    def translation_of(self) -> str | None:
        """The language an article was translated from; `None` for an original."""
        return self.translation.of if self.translation else None

    @property
    def is_machine(self) -> bool:
        """Whether a machine translated it, which readers are told wherever it is listed."""
        return bool(self.translation and self.translation.machine)

    @cached_property
    def document(self) -> Document:
        """The body, parsed."""
        return parse(self.body, self.body_line)


@dataclass(frozen=True, slots=True)
class Article:
    """What is true of an article in every language, and its versions."""

    slug: str
    original: str
    """The language it was first written in."""
    versions: Mapping[str, Page]
    """By language; the original first."""
    source: str
    date: Period | None = None
    """The day of publication; `None` when the source is undated."""
    place: str | None = None
    events: tuple[str, ...] = ()
    added: Period | None = None
    """The day it joined the record."""
    updated: Period | None = None
    """The day the text of the original last changed."""
    wanted: Wanted | None = None
    """That it stands in one language until somebody translates it."""

    @property
    def uri(self) -> str:
        return f"news/{self.slug}.md"

    @property
    def facts(self) -> Page:
        """The version that carries the facts."""
        return self.versions[self.original]

    @property
    def translated(self) -> Page | None:
        """The version that was made from the original, if there is one."""
        others = (page for lang, page in self.versions.items() if lang != self.original)
        return next(others, None)

    def is_withheld(self, lang: str) -> bool:
        """Whether the version in a language is not published: as a draft, or beside one.

        A draft of the translation withholds the original too, unless that may stand alone.
        """
        if self.facts.is_draft or self.versions[lang].is_draft:
            return True
        return not self.wanted and any(page.is_draft for page in self.versions.values())


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """The language-neutral part of an original's front matter."""

    source: str
    date: Period | None = None
    place: str | None = None
    events: tuple[str, ...] = ()
    added: Period | None = None
    updated: Period | None = None
    wanted: Wanted | None = None


_TITLE = Field("title", text, "the headline", required=True)
_SUMMARY = Field("summary", prose, "one or two sentences, the deck", required=True)
_DRAFT = Field("draft", flag, "true while it is worked on: shown by `serve`, never published")
_NO_LINK = Field(
    "no_link", many(reference("participant")), "participants whose mentions are not linked here"
)

_CORRECTIONS = Field(
    "corrections",
    many(
        record(
            (
                Field("date", day, "the day of the correction", required=True),
                Field("text", prose, "what was wrong and is put right", required=True),
            ),
            Correction,
        )
    ),
    "what was put right since; in both languages or in none",
)

_PARITY_OK = Field(
    "parity_ok",
    many(
        record(
            (
                Field(
                    "rule",
                    pattern("[a-z]+(-[a-z]+)+", "parity-number"),
                    "the id of the rule",
                    required=True,
                ),
                Field("text", text, "what its message has in quotes", required=True),
                Field("reason", text, "why the two languages differ here", required=True),
            ),
            Deviation,
        )
    ),
    "what the two languages tell differently on purpose; on either page",
)

PAGE_SCHEMA: Schema = (_TITLE, _SUMMARY, _PARITY_OK, _NO_LINK)
ORIGINAL_SCHEMA: Schema = (
    _TITLE,
    _SUMMARY,
    _DRAFT,
    Field("date", period, "the day it was published; left out when the source is undated"),
    Field("place", reference("place"), "where the story happens"),
    Field("source", reference("source"), "what it was written from", required=True),
    Field("events", many(reference("event")), "the events it tells of"),
    Field("added", day, "the day it joined the record"),
    Field("updated", day, "the day its text last changed, once it was translated"),
    Field("translation_wanted", read_wanted, "that it stands alone until it is translated"),
    _CORRECTIONS,
    _PARITY_OK,
    _NO_LINK,
)
TRANSLATION_SCHEMA: Schema = (
    _TITLE,
    _SUMMARY,
    _DRAFT,
    Field(
        "translation",
        read_translation,
        "that it is a translation, from which language, and what it was made from",
        required=True,
    ),
    _CORRECTIONS,
    _PARITY_OK,
    _NO_LINK,
)


def read_page(
    lang: str, uri: str, document: documents.Document, reading: Reading
) -> tuple[Page, ArticleFacts | None] | None:
    """A page and, for the original of an article, its facts; `None` with the reasons reported."""
    schema = _schema_of(uri, document)
    values = read_record(document.front_matter, schema, reading)
    if not is_complete(values, schema):
        return None
    beyond = excesses(document.body, document.body_line)
    for excess in beyond:
        reading.report(excess.line, "markup-run", excess.message, excess.hint)
    page = Page(
        lang=lang,
        uri=uri,
        title=values["title"],
        summary=values["summary"],
        body=headings_alone(document.body) if beyond else document.body,
        body_line=document.body_line,
        path=reading.path,
        lines=dict(reading.lines),
        translation=values.get("translation"),
        no_link=values.get("no_link", ()),
        corrections=values.get("corrections", ()),
        parity_ok=values.get("parity_ok", ()),
        is_draft=values.get("draft", False),
        is_unread=bool(beyond),
    )
    if schema is not ORIGINAL_SCHEMA:
        return page, None
    values["wanted"] = values.get("translation_wanted")
    facts = (field.name for field in fields(ArticleFacts))
    return page, ArticleFacts(**{key: values[key] for key in facts if key in values})


def is_article(uri: str) -> bool:
    """Whether a page is an article: `news/<slug>.md`, but the index of the news is none."""
    return uri.startswith("news/") and uri != NEWS


def _schema_of(uri: str, document: documents.Document) -> Schema:
    if not is_article(uri):
        return PAGE_SCHEMA
    is_translation = "translation" in document.front_matter.entries
    return TRANSLATION_SCHEMA if is_translation else ORIGINAL_SCHEMA
