"""An invented record of any size, the same at every run: people, events, sources, articles.

Nothing in it is real. It is written in the formats of the record and passes `newsroom check`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.files import to_document, to_yaml, write_file
from benchmarks.names import Namer
from benchmarks.phrases import fill, read_phrases, words_of
from benchmarks.prose import ArticleWriter
from benchmarks.registry import (
    FIRST_DAY,
    Entry,
    Participant,
    Registry,
    RegistryInventor,
    any_day,
)
from newsroom.api import FORMAT, LANGS, Bilingual, Page, recorded_sections

SEED = 1403
SOURCES = 36
CORRECTED_SHARE = 0.05
"""The share of articles with a correction."""
TRANSLATED = date(2026, 11, 1)
"""The day every translation is of."""


@dataclass(frozen=True, slots=True)
class Article:
    """An invented article in both languages."""

    slug: str
    original: str
    """The language that carries the facts."""
    title: Bilingual
    summary: Bilingual
    facts: Entry
    corrections: Sequence[tuple[date, Bilingual]]
    body: Bilingual

    def document(self, lang: str) -> str:
        """The Markdown file of one language."""
        facts = self.facts if lang == self.original else {"translation": self._translation()}
        front_matter = {"title": self.title[lang], "summary": self.summary[lang], **facts}
        if self.corrections:
            front_matter["corrections"] = [
                {"date": day.isoformat(), "text": text[lang]} for day, text in self.corrections
            ]
        return to_document(front_matter, self.body[lang])

    def _translation(self) -> Entry:
        """What the translation says of itself, as `newsroom translate` records it."""
        lang = self.original
        texts = (self.title[lang], self.summary[lang], self.body[lang])
        original = Page(lang, f"news/{self.slug}.md", *texts, 1, "", {})
        return {
            "of": lang,
            "date": TRANSLATED.isoformat(),
            "sections": dict(recorded_sections(original)),
        }


@dataclass(frozen=True, slots=True)
class InventedRecord:
    """An invented record, as the content of its files."""

    phrases: Mapping[str, Any]
    registry: Registry
    sources: Mapping[str, Entry]
    events: Mapping[str, Entry]
    articles: Sequence[Article]

    def data_files(self) -> Iterator[tuple[str, Entry]]:
        """The content of each file below `data/`, by its path."""
        yield from self.registry.files()
        for folder, entries in (("sources", self.sources), ("events", self.events)):
            for id, entry in entries.items():
                yield f"{folder}/{id}.yml", entry
        yield "glossary.yml", {"terms": self.phrases["terms"]}
        yield "record.yml", {"format": FORMAT}

    def documents(self) -> Iterator[tuple[str, str]]:
        """The text of each file below `docs/`, by its path."""
        for lang in LANGS:
            for article in self.articles:
                yield f"{lang}/news/{article.slug}.md", article.document(lang)
            for uri, page in self.phrases["pages"].items():
                front_matter = {key: page[key][lang] for key in ("title", "summary")}
                text = self.phrases["page_text"][lang]
                yield f"{lang}/{uri}", to_document(front_matter, text)


def write_record(root: Path, pairs: int) -> None:
    """Write a record of `pairs` bilingual articles below `root`: `data/` and `docs/`.

    There are max(50, pairs / 5) participants and as many events as articles. The words of the
    interface are not written; they are the repository's own.
    """
    record = invent_record(pairs)
    for path, entry in record.data_files():
        write_file(root / "data" / path, to_yaml(entry))
    for path, text in record.documents():
        write_file(root / "docs" / path, text)


def invent_record(pairs: int) -> InventedRecord:
    """A record of `pairs` articles, the same at every call."""
    random, phrases = Random(SEED), read_phrases()
    ids = tuple(f"source-{number:02}" for number in range(SOURCES))
    namer = Namer(random, words_of(phrases))
    registry = RegistryInventor(random, namer, phrases, ids).registry(max(50, pairs // 5))
    inventor = _StoryInventor(random, phrases, registry, ids)
    days = sorted(any_day(random) for _ in range(pairs))
    events = {_event_id(number): inventor.event(day) for number, day in enumerate(days)}
    articles: list[Article] = []
    for day in days:
        articles.append(inventor.article(day, articles, pairs))
    sources = {id: inventor.source(id) for id in ids}
    return InventedRecord(phrases, registry, sources, events, articles)


class _StoryInventor:
    """Invents what happened and what was written of it."""

    def __init__(
        self,
        random: Random,
        phrases: Mapping[str, Any],
        registry: Registry,
        sources: Sequence[str],
    ) -> None:
        self._random, self._phrases, self._sources = random, phrases, sources
        self._cities = registry.cities
        self._speakers = list(registry.people + registry.organisations)
        random.shuffle(self._speakers)

    def article(self, day: date, earlier: Sequence[Article], pairs: int) -> Article:
        """The article after the `earlier` ones of a record of `pairs`."""
        number = len(earlier)
        speakers, city = self._cast(self._random.randint(1, 4)), self._random.choice(self._cities)
        links = self._links(earlier)
        writer = ArticleWriter(self._random, self._phrases, speakers, city, links)
        facts = {
            "date": day.isoformat(),
            "place": city.id,
            "source": self._random.choice(self._sources),
            "events": self._events_near(number, pairs),
            "added": (day + timedelta(days=self._random.randint(0, 30))).isoformat(),
        }
        slug = f"{city.id}-{speakers[0].id}"[:48].rstrip("-") + f"-{number:05}"
        original = self._random.choice(LANGS)
        title, summary, body = writer.title(), writer.summary(), writer.body()
        return Article(slug, original, title, summary, facts, self._corrections(day), body)

    def event(self, day: date) -> Entry:
        speakers, city = self._cast(self._random.randint(2, 5)), self._random.choice(self._cities)
        names = {"who": speakers[0].name, "city": city.name, "topic": self._any("topics")}
        entry: dict[str, Any] = self._event_date(day)
        entry["title"] = fill(self._any("event_titles"), **names)
        entry["summary"] = fill(self._any("event_summaries"), **names)
        entry["status"] = self._random.choices(("held", "planned", "proposed"), (7, 2, 1))[0]
        entry["place"] = city.id
        entry["participants"] = [speaker.id for speaker in speakers[:3]]
        if speakers[3:]:
            key = self._random.choice(("listed", "mentioned"))
            entry[key] = [speaker.id for speaker in speakers[3:]]
        entry["sources"] = self._random.sample(self._sources, self._random.choice((1, 1, 2)))
        if "reported" in entry:
            entry["note"] = self._any("event_notes")
        return entry

    def source(self, id: str) -> Entry:
        language = self._random.choice(LANGS)
        entry: dict[str, Any] = {"title": self._any("topics")[language]}
        if self._random.random() < 0.8:
            entry["publisher"] = self._any("publishers")
        entry["language"] = language
        # Undated: articles, events and offices are given any source, of any day.
        entry["not_before"] = FIRST_DAY.isoformat()
        entry["sha256"] = sha256(id.encode()).hexdigest()
        if self._random.random() < 0.4:
            entry["note"] = self._any("source_notes")
        return entry

    def _cast(self, count: int) -> list[Participant]:
        """`count` different speakers; a few are in many articles, most in few."""
        chosen: dict[str, Participant] = {}
        while len(chosen) < count:
            place = int(self._random.random() ** 1.7 * len(self._speakers))
            chosen[self._speakers[place].id] = self._speakers[place]
        return list(chosen.values())

    def _links(self, earlier: Sequence[Article]) -> list[Bilingual]:
        """A link to the timeline or the glossary, and one or two to earlier articles."""
        texts = self._phrases["link_texts"]
        uri = self._random.choice(("timeline.md", "guide/glossary.md"))
        count = min(self._random.randint(1, 2), len(earlier))
        return [
            _link(texts[uri], f"../{uri}"),
            *(_link(texts["news"], f"{it.slug}.md") for it in self._random.sample(earlier, count)),
        ]

    def _events_near(self, number: int, pairs: int) -> list[str]:
        """The article's own event and up to two of those around it."""
        near = range(max(0, number - 4), min(pairs, number + 2))
        others = self._random.sample(near, min(self._random.randint(0, 2), len(near)))
        return [_event_id(event) for event in sorted({number, *others})]

    def _corrections(self, day: date) -> list[tuple[date, Bilingual]]:
        """Nothing for most articles."""
        if self._random.random() >= CORRECTED_SHARE:
            return []
        return [(day + timedelta(days=self._random.randint(31, 90)), self._any("corrections"))]

    def _event_date(self, day: date) -> dict[str, Any]:
        """A day, a month, some days, a third of a month, or a day that is that of the report."""
        forms = ("day", "month", "range", "about", "reported")
        form = self._random.choices(forms, (60, 12, 12, 10, 6))[0]
        if form == "month":
            return {"date": f"{day:%Y-%m}"}
        if form == "range":
            return {"date": f"{day}/{day + timedelta(days=self._random.randint(1, 4))}"}
        if form == "about":
            return {"date": f"{day:%Y-%m}-11/{day:%Y-%m}-20", "approximate": True}
        return {"date": f"{day}"} | ({"reported": True} if form == "reported" else {})

    def _any(self, table: str) -> Bilingual:
        phrase: Bilingual = self._random.choice(self._phrases[table])
        return phrase


def _link(text: Bilingual, address: str) -> Bilingual:
    return {lang: f"[{text[lang]}]({address})" for lang in LANGS}


def _event_id(number: int) -> str:
    return f"event-{number:05}"
