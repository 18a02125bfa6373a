"""Everything the site knows, read once and never changed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import cast

from newsroom.record.articles import GLOSSARY, Article, Page
from newsroom.record.documents import Reference
from newsroom.record.fields import E, Entry
from newsroom.record.files import survey
from newsroom.record.images import Image
from newsroom.record.import_rules import ImportRules, default_cues, read_cues
from newsroom.record.kind import Kind
from newsroom.record.kinds import BY_ENTRY, KINDS
from newsroom.record.kinds.article import PAGE
from newsroom.record.kinds.disagreement import Disagreement
from newsroom.record.kinds.event import HELD, Event
from newsroom.record.kinds.figure import Figure
from newsroom.record.kinds.source import Source
from newsroom.record.kinds.term import Term
from newsroom.record.kinds.topic import Topic
from newsroom.record.kinds.withdrawal import Withdrawal
from newsroom.record.loading import (
    Loader,
    load_entries,
    load_media,
    load_messages,
    load_options,
    load_pages,
    load_paragraph_ids,
    load_strings,
    load_word_lists,
)
from newsroom.record.matchers import NameMatchers
from newsroom.record.messages import Messages, default_messages
from newsroom.record.migrations import MIGRATIONS, Migration
from newsroom.record.options import Options
from newsroom.record.orthography import default_word_lists
from newsroom.record.paragraph_ids import ParagraphIds
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem
from newsroom.record.segments import TextSegment, segments_of
from newsroom.record.strings import Strings
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual
from newsroom.text.lexicon import Lexicon, WordLists

ARTICLE = "article"
"""What a reference to an article names as its kind."""


def reference_names(subject: Article | Entry) -> frozenset[str]:
    """What a reference that may lead to something names as its kind: `person`, `participant`."""
    if isinstance(subject, Article):
        return frozenset((ARTICLE,))
    kind = BY_ENTRY[type(subject)]
    return frozenset((kind.id, kind.group or kind.id))


@dataclass(frozen=True)
class Catalogue:
    """Each kind of entry by its id, ordered by id; pages by `(lang, uri)`."""

    articles: Mapping[str, Article]
    pages: Mapping[tuple[str, str], Page]
    """Every Markdown file, the versions of articles included."""
    kinds: tuple[Kind, ...]
    by_kind: Mapping[str, Mapping[str, Entry]]
    """The entries by the id of their kind."""
    references: tuple[Reference, ...]
    """Every id that a file refers to an entry by."""
    media: Mapping[str, Image]
    """The images both languages share, by their path below `docs/`: `media/city-hall.jpg`."""
    strings: Mapping[str, Strings]
    word_lists: WordLists = field(default_factory=default_word_lists)
    """What half-spaces are restored with."""
    import_rules: ImportRules = field(default_factory=default_cues)
    """What an import knows the frame of an article and its names by."""
    messages: Messages = field(default_factory=default_messages)
    """What the engine says, in Persian."""
    options: Options = field(default_factory=Options)
    """What the record sets of its look."""
    paragraph_ids: Mapping[str, ParagraphIds] = field(default_factory=dict)
    """The recorded ids of the paragraphs of articles, by slug; some articles may have none."""
    values: tuple[TextSegment, ...] = ()
    """The values of the files that are prose of ours, drafts included."""
    unread: frozenset[str] = frozenset()
    """The paths of files that are there and could not be read; what leads to one is not amiss."""
    digests: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What tells the text of each file from any other, by path."""
    names: NameMatchers = field(init=False, repr=False, compare=False)
    """What the names of participants and terms are found by."""

    def __post_init__(self) -> None:
        langs = [lang for lang in LANGS if (lang, GLOSSARY) in self.pages]
        matchers = NameMatchers(self.participants, self.glossary, langs)
        object.__setattr__(self, "names", matchers)

    def entries(self, declared: type[E]) -> Mapping[str, E]:
        """The entries of a class by id: of one kind in its order, of several ordered by id."""
        kinds = [kind.id for kind in self.kinds if issubclass(kind.entry, declared)]
        found = {id: entry for kind in kinds for id, entry in self.by_kind[kind].items()}
        return cast(Mapping[str, E], dict(sorted(found.items())) if len(kinds) > 1 else found)

    def having(self, declared: type[E], entries: Mapping[str, E]) -> "Catalogue":
        """The catalogue with other entries of a kind."""
        (kind,) = (kind.id for kind in self.kinds if kind.entry is declared)
        return replace(self, by_kind={**self.by_kind, kind: entries})

    def only(self, uris: Collection[str]) -> "Catalogue":
        """The catalogue without the pages and articles of other paths; names are found as in it."""
        pages = {key: page for key, page in self.pages.items() if page.uri in uris}
        if len(pages) == len(self.pages):
            return self
        articles = {id: entry for id, entry in self.articles.items() if entry.uri in uris}
        narrowed = replace(self, pages=pages, articles=articles)
        object.__setattr__(narrowed, "names", self.names)
        return narrowed

    @cached_property
    def participants(self) -> Mapping[str, Participant]:
        """The people, organisations and places, ordered by id."""
        return self.entries(Participant)

    @cached_property
    def lexicon(self) -> Lexicon:
        """What half-spaces are restored with: the word lists, and the Persian names."""
        names = (name.text for name in self.names.registered_names("fa"))
        return Lexicon.of(self.word_lists, names)

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events of the timeline by id."""
        return self.entries(Event)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """What the articles were written from, by id."""
        return self.entries(Source)

    @cached_property
    def disagreements(self) -> Mapping[str, Disagreement]:
        """Where sources disagree, by id."""
        return self.entries(Disagreement)

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The terms, in the order of their file."""
        return tuple(self.entries(Term).values())

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The key figures, in the order of their file."""
        return tuple(self.entries(Figure).values())

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """What articles and events are about, by id."""
        return self.entries(Topic)

    @cached_property
    def withdrawals(self) -> Mapping[str, Withdrawal]:
        """The articles that are published no more, by the slug they had."""
        return self.entries(Withdrawal)

    @cached_property
    def newest_day(self) -> date | None:
        """The last day the record tells of something as done; `None` where it gives no day.

        Those of the articles count, of their joining it, and of events that were held or reported.
        What is planned for a later day does not, or it would be past due by itself.
        """
        articles = self.articles.values()
        known = [day for article in articles for day in (article.date, article.added) if day]
        events = self.events.values()
        known += [event.date for event in events if event.status == HELD or event.reported]
        return max((day.end for day in known), default=None)

    def addressed(self) -> Iterator[tuple[str, Article | Entry]]:
        """What has an address of its own, each with the form of that, `participants/{id}.md`."""
        yield from ((PAGE, article) for article in self.articles.values())
        for kind in self.kinds:
            if kind.page:
                yield from ((kind.page, entry) for entry in self.by_kind[kind.id].values())

    @cached_property
    def moved(self) -> Mapping[tuple[str, str], str]:
        """The ids of today, by what a reference may name as the kind and by an earlier id."""
        return {
            (name, id): entry.id
            for _, entry in self.addressed()
            for name in reference_names(entry)
            for id in entry.moved_from
        }

    def labels(self, reference: str) -> Mapping[str, Bilingual]:
        """What the entries a reference may lead to are called, ordered by id."""
        if reference == ARTICLE:
            return {slug: article.titles for slug, article in self.articles.items()}
        kinds = (kind for kind in self.kinds if kind.answers_to(reference))
        found = ((id, kind.label(it)) for kind in kinds for id, it in self.by_kind[kind.id].items())
        return dict(sorted(found))

    def ids(self, reference: str) -> frozenset[str]:
        """The ids a reference may lead to, those of files that could not be read among them."""
        kinds = [kind for kind in self.kinds if kind.answers_to(reference)]
        known = {id for kind in kinds for id in self.by_kind[kind.id]}
        known |= self.articles.keys() if reference == ARTICLE else set()
        return frozenset(known | self.unread_ids(reference))

    def unread_ids(self, reference: str) -> frozenset[str]:
        """The ids among them whose files could not be read."""
        kinds = (kind for kind in self.kinds if kind.answers_to(reference))
        folders = {kind.folder for kind in kinds if not kind.list_key}
        if reference == ARTICLE:
            folders = {f"docs/{lang}/news" for lang in LANGS}
        files = (path.rpartition("/") for path in self.unread)
        return frozenset(name.rpartition(".")[0] for folder, _, name in files if folder in folders)

    @property
    def drafts(self) -> frozenset[str]:
        """The articles of which a version is a draft still, by slug."""
        return frozenset(
            article.slug
            for article in self.articles.values()
            if any(page.is_draft for page in article.versions.values())
        )

    def segments(self) -> tuple[TextSegment, ...]:
        """Everything there is to read: the values of the files and the bodies of the pages."""
        return (*self.values, *segments_of(self.pages))

    def published(self) -> "Catalogue":
        """The catalogue without drafts, and without the sources nothing else was written from.

        An article is a draft in both languages as long as it is one in either, unless its original
        may stand alone (`translation_wanted`).
        """
        if not self.drafts:
            return self
        articles: dict[str, Article] = {}
        for slug, article in self.articles.items():
            versions = article.versions
            left = {lang: versions[lang] for lang in versions if not article.is_withheld(lang)}
            if left:
                articles[slug] = replace(article, versions=left)
        known = {(lang, entry.uri) for entry in self.articles.values() for lang in entry.versions}
        kept = {(lang, entry.uri) for entry in articles.values() for lang in entry.versions}
        withheld = frozenset(self.articles.keys() - articles.keys())
        shown = replace(
            self,
            articles=articles,
            pages={key: page for key, page in self.pages.items() if key not in known - kept},
        )._without(withheld, frozenset(self.pages[key].path for key in known - kept))
        used = {it.id for it in shown.references if it.kind == "source"}
        withdrawn = (self.articles[slug].all_sources for slug in withheld)
        hidden = frozenset(chain.from_iterable(withdrawn)) - used
        sources = {id: source for id, source in self.sources.items() if id not in hidden}
        return shown.having(Source, sources)

    def _without(self, drafts: frozenset[str], paths: frozenset[str]) -> "Catalogue":
        """Without what entries say of these drafts, and what the files of the drafts refer to."""
        by_kind: dict[str, dict[str, Entry]] = {}
        changed: set[str] = set()
        gone = set(paths)
        for kind, entries in self.by_kind.items():
            by_kind[kind] = {}
            for id, entry in entries.items():
                left = entry.without(drafts)
                if left is None:
                    gone.add(entry.path)
                else:
                    by_kind[kind][id] = left
                    changed |= {entry.path} if left is not entry else set()
        references = tuple(
            it
            for it in self.references
            if it.path not in gone
            and not (it.path in changed and it.kind == ARTICLE and it.id in drafts)
        )
        return replace(self, by_kind=by_kind, references=references)

    def dated(self, article: Article) -> Period:
        """When an article is filed: its publication; for an undated one its last event."""
        if article.date:
            return article.date
        if article.events:
            events = (self.events[id] for id in article.events)
            last = max(events, key=lambda event: (event.date.start, event.date.end, event.id))
            return replace(last.date, within=False)  # where it is filed, not when it happened
        source = self.sources[article.source]
        day = source.not_before or source.retrieved
        assert day is not None  # the rule article-undated saw to it
        return day

    def country_of(self, entry: Participant) -> str | None:
        """The id of the country a participant is at home in, if that is known.

        It is its own, or that of its city or region, or that of the last office it held.
        """
        waiting, seen = [entry.id], set()
        while waiting:
            id = waiting.pop(0)
            if id in seen:
                continue
            seen.add(id)
            known = self.participants[id]
            if known.subkind == "country":
                return id
            role = known.roles[-1] if known.roles else None
            around = (role.place, role.organisation) if role else ()
            waiting += [id for id in (known.country, known.city, known.region, *around) if id]
        return None

    @classmethod
    def load(
        cls,
        root: Path,
        *,
        drafts: bool = False,
        only: Collection[str] | None = None,
        kinds: tuple[Kind, ...] = KINDS,
        migrations: tuple[Migration, ...] = MIGRATIONS,
    ) -> tuple["Catalogue", tuple[Problem, ...]]:
        """Read `docs/` and `data/` below `root`; drafts are in it only when asked for.

        What cannot be read is left out and reported; the problems come sorted by file and line.
        With `only`, a collection of paths from the root, it is as if no other files were there.
        Never raises for content.
        """
        files, refused = survey(root, only, kinds)
        loader = Loader(root, files)
        loader.problems += refused
        loader.hold_to_version(migrations)
        pages, articles = load_pages(loader)
        options = load_options(loader, pages if only is None else None)
        catalogue = cls(
            articles=articles,
            pages=pages,
            kinds=kinds,
            by_kind=load_entries(loader, kinds),
            media=load_media(loader),
            strings=load_strings(loader, options),
            word_lists=load_word_lists(loader),
            import_rules=loader.settings("intake", read_cues) or default_cues(),
            messages=load_messages(loader),
            options=options,
            paragraph_ids=load_paragraph_ids(loader),
            values=tuple(loader.values),
            digests=loader.digests,
            references=tuple(dict.fromkeys(loader.references)),
            unread=frozenset((*loader.unread, *(problem.path for problem in refused))),
        )
        problems = tuple(sorted(loader.problems))
        return catalogue if drafts else catalogue.published(), problems
