"""The record as a plain MkDocs site: everything a reader sees is written out as Markdown.

Stock MkDocs, Material and static-i18n derive nothing from data, so the lists, the participants and
the timeline are pages like any other.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.files import to_document, write_file
from benchmarks.peers.reading import PeerRecord
from newsroom.api import (
    LANGS,
    TERM,
    Article,
    Bilingual,
    Event,
    Participant,
    Period,
    Source,
    other_lang,
)

SITE = Path(__file__).with_name("mkdocs")
UP = "../"
"""The way from a page in a folder to the language's own."""


def write_mkdocs_tree(root: Path, record: Path) -> None:
    """Write the plain MkDocs site of the record below `root`."""
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    context = PeerRecord(record)
    for lang in LANGS:
        for uri, text in written_pages(context, lang):
            write_file(root / "docs" / lang / uri, text)


def written_pages(context: PeerRecord, lang: str) -> Iterator[tuple[str, str]]:
    """Each page of a language as Markdown, by its path below the folder of the language."""
    return _Pages(context, lang).files()


class _Lines:
    """The record in one language, in single lines of Markdown."""

    def __init__(self, context: PeerRecord, lang: str) -> None:
        self.context, self.lang = context, lang
        self.catalogue, self.words = context.catalogue, context.catalogue.strings[lang]

    def name(self, id: str, root: str = "") -> str:
        return f"[{self.catalogue.participants[id].name[self.lang]}]({root}participants/{id}.md)"

    def names(self, ids: Iterable[str]) -> str:
        return self.joined(map(self.name, ids))

    def joined(self, items: Iterable[str]) -> str:
        return f"{self.words['list.comma']} ".join(items)

    def date(self, period: Period) -> str:
        return self.context.dates(period)[self.lang]

    def day(self, article: Article) -> str:
        return self.date(article.date) if article.date else self.words["article.undated"]

    def article(self, article: Article, root: str = "") -> str:
        return f"[{article.versions[self.lang].title}]({root}{article.uri})"

    def event(self, event: Event, root: str = "") -> str:
        title = f"[{event.title[self.lang]}]({root}timeline.md#{event.id})"
        return f"{self.held(event)} · {title}"

    def held(self, event: Event) -> str:
        """When, and whether it was held, planned or proposed."""
        date = self.date(event.date)
        if event.reported:
            date = self.words["date.reported"].format(date=date)
        return f"{date} · {self.words[f'timeline.{event.status}']}"

    def source(self, id: str, root: str = "") -> str:
        return f"[{self.source_name(self.catalogue.sources[id])}]({root}sources.md#{id})"

    def source_name(self, source: Source) -> str:
        """By its publisher, or by its title where it names none."""
        if source.publisher:
            return source.publisher[self.lang]
        return source.title or self.words["sources.untitled"]

    def role(self, entry: Participant) -> Iterator[str]:
        for role in entry.roles:
            office, date = role.office[self.lang], self.date(role.as_of)
            yield f"{office} · {date} · {self.source(role.source, UP)}"

    def note(self, note: Bilingual | None) -> str:
        """What the editors want said; empty when it is nothing."""
        return f'???+ note "{self.words["timeline.note"]}"\n\n    {note[self.lang]}' if note else ""

    def listed(self, key: str, lines: Iterable[str]) -> str:
        """A section with a list; empty when there is nothing to list."""
        items = "\n".join(f"- {line}" for line in lines)
        return f"## {self.words[key]}\n\n{items}" if items else ""


class _Pages:
    """The pages of one language."""

    def __init__(self, context: PeerRecord, lang: str) -> None:
        self._reading, self._lang, self._lines = context, lang, _Lines(context, lang)
        self._catalogue = context.catalogue
        self._mentioning: dict[str, list[Article]] = defaultdict(list)

    def files(self) -> Iterator[tuple[str, str]]:
        """Each file by its path below the folder of the language."""
        for article in self._reading.news:
            yield article.uri, self._article(article)
        for entry in self._catalogue.participants.values():
            yield f"participants/{entry.id}.md", self._participant(entry)
        yield "sources.md", self._sources()
        yield "disagreements.md", self._disagreements()
        yield "corrections.md", self._corrections()
        lists = {
            "index.md": lambda: self._news(self._reading.news[:3]),
            "news/index.md": lambda: self._news(self._reading.news, UP),
            "timeline.md": self._timeline,
            "participants/index.md": self._index,
            "guide/glossary.md": self._glossary,
        }
        for uri, page in self._reading.pages(self._lang):
            body = f"{page.body.strip()}\n\n{lists[uri]() if uri in lists else ''}"
            yield uri, to_document({"title": page.title, "description": page.summary}, body)

    def _article(self, article: Article) -> str:
        page, lines = article.versions[self._lang], self._lines
        text = self._reading.linked(self._lang, page.body.strip(), _address_of)
        for id in text.participants:
            self._mentioning[id].append(article)
        events = [self._catalogue.events[id] for id in article.events]
        place = (lines.name(article.place, UP),) if article.place else ()
        blocks = (
            " · ".join((*place, lines.day(article), lines.source(article.source, UP))),
            page.summary,
            text.body,
            lines.listed("article.in_this_story", (lines.name(id, UP) for id in text.participants)),
            lines.listed("article.events", (lines.event(event, UP) for event in events)),
        )
        return to_document({"title": page.title, "description": page.summary}, "\n\n".join(blocks))

    def _participant(self, entry: Participant) -> str:
        lines, name = self._lines, entry.name[self._lang]
        events = self._reading.events_of.get(entry.id, ())
        articles = self._mentioning.get(entry.id, ())
        spellings = (entry.name[other_lang(self._lang)], *entry.spellings(self._lang))
        blocks = (
            " · ".join(spellings),
            lines.note(entry.note),
            lines.listed("participant.roles", lines.role(entry)),
            lines.listed("participant.happened", (lines.event(event, UP) for event in events)),
            lines.listed("participant.mentioned", (lines.article(it, UP) for it in articles)),
        )
        words = lines.words
        summary = words["participant.summary"].format(name=name, site=words["site.name"])
        return to_document({"title": name, "description": summary}, "\n\n".join(blocks))

    def _news(self, articles: Iterable[Article], root: str = "") -> str:
        return "\n\n".join(
            f"## {self._lines.article(article, root)}\n\n"
            f"{self._lines.day(article)}\n\n"
            f"{article.versions[self._lang].summary}"
            for article in articles
        )

    def _timeline(self) -> str:
        """Every event and article, by year."""
        items = [(event.date, 0, event.id, self._event(event)) for event in self._events()]
        for article in self._reading.news:
            text = f"### {self._lines.article(article)}\n\n{self._lines.day(article)}"
            items.append((self._reading.day(article), 1, article.slug, text))
        years: dict[int, list[str]] = defaultdict(list)
        for date, _, _, text in sorted(items):
            years[self._reading.years(date)[self._lang][0]].append(text)
        digits = self._lines.words.dates.digits
        return "\n\n".join(
            "\n\n".join((f"## {digits(str(year))}", *texts)) for year, texts in years.items()
        )

    def _events(self) -> Iterable[Event]:
        return self._catalogue.events.values()

    def _event(self, event: Event) -> str:
        lines, words = self._lines, self._lines.words
        blocks = (
            f"### {event.title[self._lang]} {{#{event.id}}}",
            lines.held(event),
            event.summary[self._lang] if event.summary else "",
            "\n".join(f"- {words[f'timeline.{key}']}: {fact}" for key, fact in self._facts(event)),
            lines.note(event.note),
        )
        return "\n\n".join(blocks)

    def _facts(self, event: Event) -> Iterator[tuple[str, str]]:
        """What is known of an event, each with its word in the strings of the timeline."""
        lines = self._lines
        if event.place:
            yield "place", lines.name(event.place)
        for key in ("participants", "listed", "mentioned"):
            if ids := getattr(event, key):
                yield key, lines.names(ids)
        yield "sources", lines.joined(map(lines.source, event.sources))
        if articles := self._reading.articles_on.get(event.id):
            yield "articles", lines.joined(map(lines.article, articles))

    def _index(self) -> str:
        """The participants by kind and name."""
        groups: dict[str, list[Participant]] = defaultdict(list)
        for entry in self._catalogue.participants.values():
            groups[entry.subkind if entry.kind == "place" else entry.kind].append(entry)
        return "\n\n".join(
            self._lines.listed(
                f"participants.{group}",
                (
                    f"{self._lines.name(entry.id, UP)} · {entry.name[other_lang(self._lang)]}"
                    for entry in sorted(entries, key=lambda it: it.sort_name(self._lang))
                ),
            )
            for group, entries in groups.items()
        )

    def _sources(self) -> str:
        sections = [
            f"## {source.title or self._lines.source_name(source)} {{#{source.id}}}\n\n"
            f"{source.publisher[self._lang] if source.publisher else ''}\n\n`{source.sha256}`\n\n"
            + "\n".join(
                f"- {self._lines.article(article)}"
                for article in self._reading.news
                if article.source == source.id
            )
            for source in self._catalogue.sources.values()
        ]
        return to_document(self._head("sources"), "\n\n".join(sections))

    def _disagreements(self) -> str:
        words = self._lines.words
        sections = []
        for it in self._catalogue.disagreements.values():
            says = [
                f"- {self._lines.source(said.source)}: {said.text[self._lang]}" for said in it.says
            ]
            printed = f"{words['disagreements.printed']}: {it.printed[self._lang]}"
            title = f"## {it.question[self._lang]} {{#{it.id}}}"
            sections += [title, "\n".join(says), printed, it.reason[self._lang]]
        return to_document(self._head("disagreements"), "\n\n".join(sections))

    def _corrections(self) -> str:
        lines = [
            f"- {self._lines.date(it.date)} · {self._lines.article(article)}: {it.text}"
            for article in self._reading.news
            for it in article.versions[self._lang].corrections
        ]
        return to_document(self._head("corrections"), "\n".join(lines))

    def _head(self, key: str) -> dict[str, str]:
        """The front matter of a page whose title and summary are strings of the interface."""
        words = self._lines.words
        return {"title": words[f"{key}.title"], "description": words[f"{key}.summary"]}

    def _glossary(self) -> str:
        return "\n\n".join(
            f"## {term.term[self._lang]} {{#{term.id}}}\n\n{term.definition[self._lang]}"
            for term in self._catalogue.glossary
        )


def _address_of(target_id: str) -> str:
    """The address of a participant or a term, for an article."""
    if target_id.startswith(TERM):
        return f"{UP}guide/glossary.md#{target_id.removeprefix(TERM)}"
    return f"{UP}participants/{target_id}.md"
