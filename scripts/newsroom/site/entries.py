"""What can be found: every article, participant, event, page of the guide, topic, term, source and
disagreement.

An entry stands in one language and carries the same key and number as its counterpart in the other,
so that a result can show the two together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from newsroom.record.articles import GLOSSARY, Article, Page, is_article
from newsroom.record.fields import Entry as Declared
from newsroom.record.kind import Kind
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.kinds.disagreement import Disagreement
from newsroom.record.kinds.event import Event
from newsroom.record.kinds.source import Source
from newsroom.record.kinds.term import Term
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.site.addresses import uri_of
from newsroom.site.fragments import on_one_line, seen_pieces
from newsroom.site.locale_views import LocaleView
from newsroom.site.spellings import Spellings
from newsroom.site.texts import Texts
from newsroom.text.dates import Period
from newsroom.text.languages import other_lang

KINDS = ("article", "participant", "event", "guide")
"""The kinds results are grouped by, in the order entries are numbered."""

_OWN = (Participant, Event, Term, Topic, Source, Disagreement)
"""Those that tell more than their fields do by themselves."""

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a page under one heading."""

    anchor: str
    """The id of the heading; empty before the first one."""
    heading: str
    text: str
    """Its prose, of which an excerpt is taken."""
    code: str = ""
    """Its samples of code and files, which are found and not shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, in one language."""

    kind: str
    key: str
    """What tells it from every other one, in both languages: `timeline.md#gathering-2024`."""
    uri: str
    """Where it stands in this language, with its anchor."""
    title: str
    label: str
    """What is said above the title: a date, a kind, the page it is a part of."""
    names: tuple[str, ...] = ()
    """What it is called besides, in either language; the offices a person holds."""
    lead: str = ""
    sections: tuple[Section, ...] = ()
    asides: tuple[str, ...] = ()
    """What it is found by and does not show: dates, forms that are avoided."""
    dates: tuple[Period, ...] = ()
    places: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    """The ids of the participants it names or is."""
    topics: tuple[str, ...] = ()
    """The ids of the topics it belongs to or is."""


def read_sections(html: str, lang: str) -> tuple[Section, ...]:
    """The text of a rendered page by its headings, as a reader sees it; empty ones are left out."""
    said = _Said("")
    sections, place = [said], said.text
    for piece, text in seen_pieces(html, lang):
        name = piece.name
        if name in _HEADINGS and (id := piece.get("id")):
            said = _Said(id)
            sections.append(said)
            place = said.heading
        elif name == "pre":
            place = said.code
            said.text.append(" ")
            said.code.append(" ")
        elif name == "/pre" or (name.startswith("/") and name[1:] in _HEADINGS):
            place = said.text
        place.append(text)
    found = (
        Section(it.anchor, *map(on_one_line, (it.heading, it.text, it.code))) for it in sections
    )
    return tuple(it for it in found if it.heading or it.text or it.code)


@dataclass(frozen=True, slots=True)
class _Said:
    """The texts of a section, piece by piece."""

    anchor: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)


class EntryWriter:
    """Writes the entries of one language, from the catalogue and the texts of its pages."""

    def __init__(self, locale: LocaleView, texts: Texts, spellings: Spellings) -> None:
        self._locale, self._texts, self._spellings = locale, texts, spellings
        self._lang = locale.lang

    def entries(self) -> Iterator[Entry]:
        """Yield every entry in the order of its number."""
        catalogue = self._locale.catalogue
        for view in self._locale.news:
            yield self._article(view.article)
        for participant in catalogue.participants.values():
            yield self._participant(participant)
        for event in self._locale.events(catalogue.events):
            yield self._event(event)
        for (lang, uri), page in sorted(catalogue.pages.items()):
            if lang == self._lang and not is_article(uri):
                yield self._page(page)
        yield from map(self._topic, catalogue.topics.values())
        yield from map(self._term, catalogue.glossary)
        yield from map(self._source, catalogue.sources.values())
        yield from map(self._disagreement, catalogue.disagreements.values())
        for kind in catalogue.kinds:
            if kind.page and kind.is_found and not issubclass(kind.entry, _OWN):
                entries = catalogue.entries(kind.entry).values()
                yield from (declared_entry(kind, entry, self._lang) for entry in entries)

    def _article(self, article: Article) -> Entry:
        page, locale = article.versions[self._lang], self._locale
        when = locale.date(article.date) if article.date else locale.t("article.undated")
        place = (article.place,) if article.place else ()
        return Entry(
            "article",
            article.uri,
            article.uri,
            page.title,
            when,
            lead=page.summary,
            sections=self._sections(page),
            asides=(when,),
            dates=(locale.dated(article),),
            places=place,
            mentions=tuple(dict.fromkeys((*self._texts.of(page).mentioned, *place))),
            topics=article.topics,
        )

    def _participant(self, entry: Participant) -> Entry:
        locale, lang = self._locale, self._lang
        spellings = self._spellings[entry.id]
        offices = tuple(dict.fromkeys(role.office[lang] for role in entry.roles))
        # Not every organisation or place has each of these.
        places = tuple(filter(None, (entry.city, entry.region, entry.country)))
        where = locale.t("list.comma") + " "
        lead = where.join(locale.participant(id).name[lang] for id in places)
        return Entry(
            "participant",
            uri_of(entry),
            uri_of(entry),
            entry.called(lang),
            locale.t(f"participant.kind_{entry.subkind}"),
            names=(*offices, *spellings[lang], *spellings[locale.other]),
            lead=" · ".join(offices) or lead,
            sections=(Section("", "", entry.note[lang]),) if entry.note else (),
            asides=(lead,) if offices else (),
            places=(*places, entry.id) if entry.kind == "place" else places,
            mentions=(entry.id,),
        )

    def _event(self, event: Event) -> Entry:
        locale, lang = self._locale, self._lang
        when = locale.date(event.date)
        notes = [text[lang] for text in (event.summary, event.note) if text]
        return Entry(
            "event",
            uri_of(event),
            locale.uri_of(event),
            event.title[lang],
            f"{when} · {locale.t(f'timeline.{event.status}')}",
            lead=notes[0] if notes else "",
            sections=tuple(Section("", "", note) for note in notes[1:]),
            asides=(when,),
            dates=(event.date,),
            places=(event.place,) if event.place else (),
            mentions=event.everyone,
            topics=event.topics,
        )

    def _topic(self, topic: Topic) -> Entry:
        made = declared_entry(BY_ENTRY[Topic], topic, self._lang)
        return replace(made, mentions=(), topics=(topic.id,))

    def _sections(self, page: Page) -> tuple[Section, ...]:
        return read_sections(self._texts.of(page).content, self._lang)

    def _page(self, page: Page) -> Entry:
        label = self._locale.t("search.page")
        uri, sections = page.uri, self._sections(page)
        return Entry("guide", uri, uri, page.title, label, lead=page.summary, sections=sections)

    def _term(self, term: Term) -> Entry:
        lang, other = self._lang, self._locale.other
        avoided = tuple(form for forms in (term.avoid or {}).values() for form in forms)
        note = (Section("", "", term.note[lang]),) if term.note else ()
        pages = self._locale.catalogue.pages
        label = pages[lang, GLOSSARY].title if (lang, GLOSSARY) in pages else ""
        return Entry(
            "guide",
            uri_of(term),
            uri_of(term),
            term.term[lang],
            label,
            names=(term.term[other],),
            lead=term.definition[lang],
            sections=note,
            asides=avoided,
        )

    def _source(self, source: Source) -> Entry:
        lang, locale = self._lang, self._locale
        publisher = source.publisher[lang] if source.publisher else ""
        title = source.title or ""
        when = locale.date(source.published) if source.published else ""
        return Entry(
            "guide",
            uri_of(source),
            uri_of(source),
            publisher or title or locale.by_medium(source),
            locale.t("sources.title"),
            names=(title,) if title else (),
            lead=title if publisher else "",
            sections=(Section("", "", source.note[lang]),) if source.note else (),
            asides=(when,),
            dates=(source.published,) if source.published else (),
        )

    def _disagreement(self, entry: Disagreement) -> Entry:
        lang = self._lang
        said = " ".join(statement.text[lang] for statement in entry.says)
        return Entry(
            "guide",
            uri_of(entry),
            uri_of(entry),
            entry.question[lang],
            self._locale.t("disagreements.title"),
            lead=entry.printed[lang],
            sections=(Section("", "", said), Section("", "", entry.reason[lang])),
            mentions=entry.participants,
        )


def declared_entry(kind: Kind, entry: Declared, lang: str) -> Entry:
    """That of a kind which tells no more here than its fields do."""
    card, uri = kind.card(entry), kind.address(entry.id)
    return Entry(
        "guide",
        uri,
        uri,
        card.title[lang],
        kind.title[lang],
        names=(card.title[other_lang(lang)],),
        lead=card.lead[lang] if card.lead else "",
        dates=card.dates,
        places=card.places,
        mentions=card.mentions,
    )


def numbered(locales: Iterable[Iterable[Entry]]) -> dict[str, int]:
    """A number for each key, the same in every language: kinds in turn, each in its order."""
    keys: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    for entries in locales:
        for entry in entries:
            keys[entry.kind][entry.key] = None
    ordered = (key for kind in KINDS for key in keys[kind])
    return {key: number for number, key in enumerate(ordered)}
