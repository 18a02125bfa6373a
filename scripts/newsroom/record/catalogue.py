"""Everything the site knows, read once and never changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property, partial
from itertools import groupby
from pathlib import Path
from typing import TypeVar, cast

from newsroom.record.articles import GLOSSARY, Article, Page, read_page
from newsroom.record.documents import (
    Entries,
    ParseContext,
    Reference,
    read_document,
    read_text,
    read_yaml,
)
from newsroom.record.fields import E, Entry, read_entry
from newsroom.record.files import place_of, survey
from newsroom.record.images import Image, read_image
from newsroom.record.import_rules import ImportRules, default_cues, read_cues
from newsroom.record.kind import Kind, read_list
from newsroom.record.kinds import KINDS
from newsroom.record.kinds.article import FrontMatter, Original
from newsroom.record.kinds.disagreement import Disagreement
from newsroom.record.kinds.event import Event
from newsroom.record.kinds.figure import Figure
from newsroom.record.kinds.source import Source
from newsroom.record.kinds.term import Term
from newsroom.record.matchers import NameMatchers
from newsroom.record.messages import Messages, default_messages, read_messages
from newsroom.record.migrations import (
    MIGRATIONS,
    Migration,
    pending,
    read_version,
    report_changes,
    version_problems,
)
from newsroom.record.orthography import default_word_lists, read_orthography
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment, pieces_in, segments_of
from newsroom.record.strings import Strings, default_strings, read_strings
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual
from newsroom.text.lexicon import WordLists

T = TypeVar("T")

ARTICLE = "article"
"""What a reference to an article names as its kind."""


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
    values: tuple[TextSegment, ...] = ()
    """The values of the files that are prose of ours, drafts included."""
    unread: frozenset[str] = frozenset()
    """The paths of files that are there and could not be read; what leads to one is not amiss."""
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

    @cached_property
    def participants(self) -> Mapping[str, Participant]:
        return self.entries(Participant)

    @cached_property
    def events(self) -> Mapping[str, Event]:
        return self.entries(Event)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        return self.entries(Source)

    @cached_property
    def disagreements(self) -> Mapping[str, Disagreement]:
        return self.entries(Disagreement)

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        return tuple(self.entries(Term).values())

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(self.entries(Figure).values())

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
        hidden = {self.articles[slug].source for slug in withheld} - used
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
            if known.form == "country":
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
        files, problems_of_files = survey(root, only, kinds)
        loader = _Loader(root, files)
        loader.problems += problems_of_files
        loader.hold_to_version(migrations)
        pages, front = loader.pages()
        catalogue = cls(
            articles=articles_of(pages, front),
            pages=pages,
            kinds=kinds,
            by_kind=loader.by_kind(kinds),
            media=loader.media(),
            strings=loader.strings(),
            word_lists=loader.single("orthography", read_orthography) or default_word_lists(),
            import_rules=loader.single("intake", read_cues) or default_cues(),
            messages=loader.single("messages", read_messages) or default_messages(),
            values=tuple(loader.values),
            references=tuple(dict.fromkeys(loader.references)),
            unread=frozenset((*loader.unread, *(problem.path for problem in problems_of_files))),
        )
        problems = tuple(sorted(loader.problems))
        return catalogue if drafts else catalogue.published(), problems


def load_word_lists(root: Path) -> tuple[WordLists, tuple[Problem, ...]]:
    """The word lists alone, for who tidies a text and needs no record."""
    loader = _Loader(root)
    lists = loader.single("orthography", read_orthography) or default_word_lists()
    return lists, tuple(loader.problems)


def load_strings(root: Path) -> tuple[Mapping[str, Strings], tuple[Problem, ...]]:
    """The words of the interface alone, by language."""
    loader = _Loader(root)
    return loader.strings(), tuple(loader.problems)


def load_messages(root: Path) -> Messages:
    """What the engine says in Persian, for who has no catalogue at hand; never fails."""
    return _Loader(root).single("messages", read_messages) or default_messages()


class _Loader:
    """Walks the folders and gathers the problems of every file."""

    def __init__(self, root: Path, files: Iterable[Path] = ()) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.values: list[TextSegment] = []
        self.unread: list[str] = []
        self.references: list[Reference] = []
        self._pending: tuple[Migration, ...] = ()
        self._folders: dict[str, list[Path]] = defaultdict(list)
        for parent, those in groupby(files, lambda file: file.parent):
            self._folders[parent.relative_to(root).as_posix()] += those

    def hold_to_version(self, migrations: tuple[Migration, ...]) -> None:
        """Report the version of the record, and in each file that is read what it changes."""
        facts = self.single("record", read_version)
        version = facts.format if facts else 0
        self.problems += version_problems(version, migrations)
        self._pending = pending(version, migrations)

    def pages(self) -> tuple[dict[tuple[str, str], Page], dict[tuple[str, str], FrontMatter]]:
        pages: dict[tuple[str, str], Page] = {}
        front: dict[tuple[str, str], FrontMatter] = {}
        for lang in LANGS:
            for file in self._below(f"docs/{lang}"):
                context = self._reading(file)
                uri = context.path.split("/", 2)[2]
                text = read_text(file, context)
                document = read_document(text, context) if text is not None else None
                read = read_page(lang, uri, document, context) if document else None
                if document:
                    report_changes(document.front_matter, context, self._pending)
                self._close(context, lang, is_read=read is not None)
                if read:
                    pages[lang, uri], front[lang, uri] = read
        return pages, front

    def media(self) -> dict[str, Image]:
        docs = self.root / "docs"
        found = {}
        for file in self._below("docs/media"):
            path = place_of(file, self.root)
            image = read_image(file, path)
            if image:
                found[file.relative_to(docs).as_posix()] = image
            else:
                message = say("the image breaks off, or is none that can be read")
                hint = say("save it anew as what it is")
                self.problems.append(Problem(path, 1, "image-kind", message, hint))
                self.unread.append(path)
        return found

    def by_kind(self, kinds: Iterable[Kind]) -> dict[str, Mapping[str, Entry]]:
        """The entries of every kind by its id; of two in a group that have one id, the first."""
        found: dict[str, Mapping[str, Entry]] = {}
        taken: dict[tuple[str, str], Entry] = {}
        for kind in kinds:
            entries = self._listed(kind) if kind.list_key else self._entries(kind)
            found[kind.id] = {
                id: entry
                for id, entry in entries.items()
                if not kind.group or taken.setdefault((kind.group, id), entry) is entry
            }
            for id in entries.keys() - found[kind.id].keys():
                message = say(
                    "the id '{id}' is taken by '{path}'", id=id, path=taken[kind.group, id].path
                )
                hint = say("rename one of the files")
                self.problems.append(Problem(entries[id].path, 1, "id-duplicate", message, hint))
        return found

    def _entries(self, kind: Kind) -> dict[str, Entry]:
        found = {}
        for file in self._folders[kind.folder]:
            read = partial(read_entry, kind.entry, file.stem)
            entry = self._read_yaml(file, self._reading(file), read)
            if entry:
                found[file.stem] = entry
        return found

    def _listed(self, kind: Kind) -> dict[str, Entry]:
        """What one file lists; a record may go without it."""
        return self._file(self.root / kind.files, partial(read_list, kind)) or {}

    def single(self, name: str, read: Callable[[Entries, ParseContext], T | None]) -> T | None:
        """What one file of `data/` holds; `None` for a record that goes without it."""
        return self._file(self.root / "data" / f"{name}.yml", read)

    def _file(self, file: Path, read: Callable[[Entries, ParseContext], T | None]) -> T | None:
        return self._read_yaml(file, self._reading(file), read) if file.exists() else None

    def strings(self) -> dict[str, Strings]:
        found = {}
        for lang in LANGS:
            file = self.root / "data" / "strings" / f"{lang}.yml"
            read = partial(read_strings, lang)
            own = self._read_yaml(file, self._reading(file), read, lang) if file.exists() else None
            found[lang] = own or default_strings(lang)
        return found

    def _below(self, folder: str) -> list[Path]:
        """The files of a folder and of those in it, in order."""
        return sorted(
            file
            for name, files in self._folders.items()
            if f"{name}/".startswith(f"{folder}/")
            for file in files
        )

    def _read_yaml(
        self,
        file: Path,
        context: ParseContext,
        read: Callable[[Entries, ParseContext], T | None],
        lang: str | None = None,
    ) -> T | None:
        text = read_text(file, context)
        entries = read_yaml(text, context) if text is not None else None
        entry = read(entries, context) if entries else None
        if entries:
            report_changes(entries, context, self._pending)
        self._close(context, lang, is_read=entry is not None)
        return entry

    def _close(self, context: ParseContext, lang: str | None, *, is_read: bool) -> None:
        """Keep what reading a file has brought; `lang` is the language of all its texts."""
        self.unread += () if is_read else (context.path,)
        self.problems += context.problems
        self.values += pieces_in(context.path, context.texts, lang)
        self.references += context.references

    def _reading(self, file: Path) -> ParseContext:
        return ParseContext(place_of(file, self.root))


def articles_of(
    pages: Mapping[tuple[str, str], Page], front: Mapping[tuple[str, str], FrontMatter]
) -> dict[str, Article]:
    """The articles whose original is there, by slug."""
    articles: dict[str, Article] = {}
    for (lang, uri), own in front.items():
        slug = uri.removeprefix("news/").removesuffix(".md")
        if isinstance(own, Original) and slug not in articles:
            versions = {lang: pages[lang, uri]}
            versions |= {other: pages[other, uri] for other in LANGS if (other, uri) in pages}
            facts = {it.name: getattr(own, it.name) for it in fields(Original)}
            articles[slug] = Article(slug=slug, original=lang, versions=versions, **facts)
    return dict(sorted(articles.items()))
