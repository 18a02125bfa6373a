"""Articles and pages: Markdown files with front matter, in two languages at the same path.

An article's facts (date, source, place, events) are written once, in the file of its original
language; a translation carries its words only. The path is the identity: `docs/en/news/x.md` is
the English version of the article `x`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from newsroom.document.document import Document, parse
from newsroom.document.limits import excesses, headings_alone
from newsroom.record import documents
from newsroom.record.documents import ParseContext
from newsroom.record.fields import schema_of
from newsroom.record.kinds.article import (
    PAGE,
    Correction,
    Deviation,
    FrontMatter,
    Minor,
    Original,
    PageFrontMatter,
    Translated,
)
from newsroom.record.schema import is_complete, read_record
from newsroom.record.translations import Translation
from newsroom.record.verification import Verification
from newsroom.text.languages import LANGS, Bilingual

NEWS = "news/index.md"
TIMELINE = "timeline.md"
PARTICIPANTS = "participants/index.md"
GUIDE = "guide/index.md"
GLOSSARY = "guide/glossary.md"
SOURCES = "sources.md"
SEARCH = "search.md"
CORRECTIONS = "corrections.md"
DISAGREEMENTS = "disagreements.md"
OUTCOMES = "outcomes.md"
FOLLOW = "follow.md"
DATA = "data.md"
TRANSLATIONS = "translations.md"
TOPICS = "topics/index.md"
"""The pages below `docs/<lang>/` that the engine knows by name."""

LISTS = (SOURCES, SEARCH, CORRECTIONS, DISAGREEMENTS, OUTCOMES, FOLLOW, DATA, TRANSLATIONS, TOPICS)
"""Those made of data alone: they are there even where nobody wrote one."""


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
    additions: tuple[Correction, ...] = ()
    """What is new since it was published, in the order of the file."""
    minor: tuple[Minor, ...] = ()
    """Changes of facts that readers are not told of."""
    parity_ok: tuple[Deviation, ...] = ()
    """In the order of the file."""
    is_draft: bool = False
    """Shown while it is worked on, and never published."""
    is_unread: bool = False
    """It breaks a limit, and the body is left out but for its headings; never published, either."""

    @property
    def src_uri(self) -> str:
        """Its path below `docs/`: `en/news/association-founded.md`."""
        return f"{self.lang}/{self.uri}"

    @property
    def translation_of(self) -> str | None:
        """The language an article was translated from; `None` for an original."""
        return self.translation.of if self.translation else None

    @property
    def is_machine(self) -> bool:
        """Whether a machine translated it, which readers are told wherever it is listed."""
        return bool(self.translation and self.translation.machine)

    def leads_to(self, target: str) -> tuple[str, str] | None:
        """The page a link on it leads to, by its path in the folder of a language, and the anchor.

        `None` where it leads out of the record.
        """
        scheme, host, path, _, anchor = urlsplit(target)
        if scheme or host or path.startswith("/"):
            return None
        place = normpath(join(dirname(self.src_uri), path)).partition("/")[2] if path else self.uri
        return place, anchor

    @cached_property
    def document(self) -> Document:
        """The body, parsed."""
        return parse(self.body, self.body_line)

    @property
    def targets(self) -> frozenset[str]:
        """What its links and images lead to, as paths below `docs/`."""
        folder = dirname(self.src_uri)
        targets = (unquote(target) for _, target in self.document.targets)
        return frozenset(normpath(join(folder, target)) for target in targets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Original):
    """The front matter of an original, which holds for every language, and the versions."""

    slug: str
    original: str
    """The language it was first written in."""
    versions: Mapping[str, Page]
    """By language; the original first."""

    @property
    def id(self) -> str:
        """The slug, as an entry has its id."""
        return self.slug

    @property
    def path(self) -> str:
        """The file that carries the facts."""
        return self.facts.path

    @property
    def lines(self) -> Mapping[str, int]:
        """Those of the facts."""
        return self.facts.lines

    @property
    def titles(self) -> Bilingual:
        """Its title in both languages; that of the original where there is no other."""
        return {lang: self.versions.get(lang, self.facts).title for lang in LANGS}

    @property
    def uri(self) -> str:
        """Its path in the folder of either language."""
        return PAGE.format(id=self.slug)

    @property
    def facts(self) -> Page:
        """The version that carries the facts."""
        return self.versions[self.original]

    @property
    def translated(self) -> Page | None:
        """The version that was made from the original, if there is one."""
        others = (page for lang, page in self.versions.items() if lang != self.original)
        return next(others, None)

    @property
    def all_sources(self) -> tuple[str, ...]:
        """The ids of the sources it was written from, the main one first."""
        return (self.source, *self.sources)

    @property
    def compared(self) -> Verification | None:
        """Its comparison with the source; `None` before the first was recorded."""
        return self.verified if self.verified and self.verified.is_made else None

    def last_changed(self, lang: str) -> date | None:
        """The last day of those on which a version came to say what it says; `None` without any.

        They are the days of its story, of its joining the record, of a change of the original or
        of the work on the translation, and of corrections and additions, which both versions have
        on the same days.
        """
        made = self.versions[lang].translation
        periods = (made.date, made.reviewed) if made else (self.updated,)
        told = (*self.facts.corrections, *self.facts.additions)
        known = (self.date, self.added, *periods, *(it.date for it in told))
        return max((period.end for period in known if period), default=None)

    def is_withheld(self, lang: str) -> bool:
        """Whether the version in a language is not published: as a draft, or beside one.

        A draft of the translation withholds the original too, unless that may stand alone.
        """
        if self.facts.is_draft or self.versions[lang].is_draft:
            return True
        return not self.wanted and any(page.is_draft for page in self.versions.values())


def read_page(
    lang: str, uri: str, document: documents.Document, context: ParseContext
) -> tuple[Page, FrontMatter] | None:
    """A page and its front matter; `None` with the reasons reported."""
    declared = _declared(uri, document)
    schema = schema_of(declared)
    values = read_record(document.front_matter, schema, context)
    if not is_complete(values, schema):
        return None
    front = declared(**values)
    beyond = excesses(document.body, document.body_line)
    for excess in beyond:
        context.report(excess.line, "markup-run", excess.message, excess.hint)
    page = Page(
        lang=lang,
        uri=uri,
        body=headings_alone(document.body) if beyond else document.body,
        body_line=document.body_line,
        path=context.path,
        lines=dict(context.lines),
        is_unread=bool(beyond),
        **{it.name: getattr(front, it.name) for it in fields(FrontMatter)},
    )
    return page, front


def is_article(uri: str) -> bool:
    """Whether a page is an article: `news/<slug>.md`, but the index of the news is none."""
    return uri.startswith("news/") and uri != NEWS


def _declared(uri: str, document: documents.Document) -> type[FrontMatter]:
    if not is_article(uri):
        return PageFrontMatter
    is_translation = "translation" in document.front_matter.entries
    return Translated if is_translation else Original
