"""Everything the site knows, read once and never changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from newsroom.record.articles import GLOSSARY, Article, ArticleFacts, Page, read_page
from newsroom.record.cues import Cues, default_cues, read_cues
from newsroom.record.disagreements import Disagreement, read_disagreement
from newsroom.record.documents import Entries, Reading, read_document, read_text, read_yaml
from newsroom.record.events import Event, read_event
from newsroom.record.figures import Figure, read_figures
from newsroom.record.files import place_of, survey
from newsroom.record.glossary import Term, read_glossary
from newsroom.record.images import Image, read_image
from newsroom.record.matchers import NameMatchers
from newsroom.record.messages import Messages, default_messages, read_messages
from newsroom.record.orthography import default_word_lists, read_orthography
from newsroom.record.participants import FOLDERS, Participant, read_participant
from newsroom.record.pieces import Piece, pieces_in, pieces_of
from newsroom.record.problems import Problem, say
from newsroom.record.sources import Source, read_source
from newsroom.record.strings import Strings, default_strings, read_strings
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS
from newsroom.text.lexicon import WordLists

Entry = TypeVar("Entry")


_FOLDERS_OF: Mapping[str, tuple[str, ...]] = {
    "article": tuple(f"docs/{lang}/news" for lang in LANGS),
    "event": ("data/events",),
    "participant": tuple(f"data/{folder}" for folder in FOLDERS),
    "source": ("data/sources",),
    **{kind: (f"data/{folder}",) for folder, kind in FOLDERS.items()},
}
"""Where the files of each kind of entry lie."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Each kind of entry by its id, ordered by id; pages by `(lang, uri)`."""

    articles: Mapping[str, Article]
    pages: Mapping[tuple[str, str], Page]
    """Every Markdown file, the versions of articles included."""
    participants: Mapping[str, Participant]
    events: Mapping[str, Event]
    sources: Mapping[str, Source]
    glossary: tuple[Term, ...]
    figures: tuple[Figure, ...]
    disagreements: Mapping[str, Disagreement]
    media: Mapping[str, Image]
    """The images both languages share, by their path below `docs/`: `media/city-hall.jpg`."""
    strings: Mapping[str, Strings]
    word_lists: WordLists = field(default_factory=default_word_lists)
    """What half-spaces are restored with."""
    cues: Cues = field(default_factory=default_cues)
    """What an import knows the frame of an article and its names by."""
    messages: Messages = field(default_factory=default_messages)
    """What the engine says, in Persian."""
    values: tuple[Piece, ...] = ()
    """The values of the files that are prose of ours, drafts included."""
    unread: frozenset[str] = frozenset()
    """The paths of files that are there and could not be read; what leads to one is not amiss."""
    names: NameMatchers = field(init=False, repr=False, compare=False)
    """What the names of participants and terms are found by."""

    def __post_init__(self) -> None:
        langs = [lang for lang in LANGS if (lang, GLOSSARY) in self.pages]
        matchers = NameMatchers(self.participants, self.glossary, langs)
        object.__setattr__(self, "names", matchers)

    @property
    def drafts(self) -> frozenset[str]:
        """The articles of which a version is a draft still, by slug."""
        return frozenset(
            article.slug
            for article in self.articles.values()
            if any(page.is_draft for page in article.versions.values())
        )

    def pieces(self) -> tuple[Piece, ...]:
        """Everything there is to read: the values of the files and the bodies of the pages."""
        return (*self.values, *pieces_of(self.pages))

    def unread_ids(self, kind: str) -> frozenset[str]:
        """The ids of a kind of entry, as rules name it, whose files could not be read."""
        files = (path.rpartition("/") for path in self.unread)
        return frozenset(
            name.rpartition(".")[0] for folder, _, name in files if folder in _FOLDERS_OF[kind]
        )

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
        pages = {key: page for key, page in self.pages.items() if key not in known - kept}
        withheld = frozenset(self.articles.keys() - articles.keys())
        shown = replace(
            self,
            articles=articles,
            pages=pages,
            disagreements=self._disagreements_without(withheld),
        )
        hidden = {self.articles[slug].source for slug in withheld} - shown._sources_used()
        sources = {id: source for id, source in self.sources.items() if id not in hidden}
        return replace(shown, sources=sources)

    def _disagreements_without(self, drafts: frozenset[str]) -> dict[str, Disagreement]:
        """Those that an article which is no draft tells of, without the drafts."""
        found = {}
        for id, entry in self.disagreements.items():
            pieces = tuple(piece for piece in entry.articles if piece.article not in drafts)
            if pieces:
                found[id] = replace(entry, articles=pieces)
        return found

    def _sources_used(self) -> set[str]:
        """The sources that articles, events, offices, figures and disagreements rest on."""
        used = {article.source for article in self.articles.values()}
        used |= {id for event in self.events.values() for id in event.sources}
        used |= {id for figure in self.figures for id in figure.sources}
        used |= {id for entry in self.disagreements.values() for id in entry.sources}
        return used | {role.source for entry in self.participants.values() for role in entry.roles}

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
        cls, root: Path, *, drafts: bool = False, only: Collection[str] | None = None
    ) -> tuple["Catalogue", tuple[Problem, ...]]:
        """Read `docs/` and `data/` below `root`; drafts are in it only when asked for.

        What cannot be read is left out and reported; the problems come sorted by file and line.
        With `only`, a collection of paths from the root, it is as if no other files were there.
        Never raises for content.
        """
        files, problems_of_files = survey(root, only)
        loader = _Loader(root, files)
        loader.problems += problems_of_files
        pages, facts = loader.pages()
        catalogue = cls(
            articles=_articles(pages, facts),
            pages=pages,
            participants=loader.participants(),
            events=loader.entries("events", read_event),
            sources=loader.entries("sources", read_source),
            glossary=loader.listed("glossary", read_glossary),
            figures=loader.listed("figures", read_figures),
            disagreements=loader.entries("disagreements", read_disagreement),
            media=loader.media(),
            strings=loader.strings(),
            word_lists=loader.single("orthography", read_orthography) or default_word_lists(),
            cues=loader.single("intake", read_cues) or default_cues(),
            messages=loader.single("messages", read_messages) or default_messages(),
            values=tuple(loader.values),
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
        self.values: list[Piece] = []
        self.unread: list[str] = []
        self._folders: dict[str, list[Path]] = defaultdict(list)
        for parent, those in groupby(files, lambda file: file.parent):
            self._folders[parent.relative_to(root).as_posix()] += those

    def pages(self) -> tuple[dict[tuple[str, str], Page], dict[tuple[str, str], ArticleFacts]]:
        pages: dict[tuple[str, str], Page] = {}
        facts: dict[tuple[str, str], ArticleFacts] = {}
        for lang in LANGS:
            for file in self._below(f"docs/{lang}"):
                reading = self._reading(file)
                uri = reading.path.split("/", 2)[2]
                text = read_text(file, reading)
                document = read_document(text, reading) if text is not None else None
                read = read_page(lang, uri, document, reading) if document else None
                self._close(reading, lang, is_read=read is not None)
                if read:
                    pages[lang, uri], article = read
                    if article:
                        facts[lang, uri] = article
        return pages, facts

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

    def participants(self) -> dict[str, Participant]:
        found: dict[str, Participant] = {}
        for folder, kind in FOLDERS.items():
            read = partial(_read_kind, kind)
            for id, participant in self.entries(folder, read).items():
                if id in found:
                    message = say("the id '{id}' is taken by '{path}'", id=id, path=found[id].path)
                    hint = say("rename one of the files")
                    self.problems.append(
                        Problem(participant.path, 1, "id-duplicate", message, hint)
                    )
                else:
                    found[id] = participant
        return dict(sorted(found.items()))

    def entries(
        self, folder: str, read: Callable[[str, Entries, Reading], Entry | None]
    ) -> dict[str, Entry]:
        """The entries of a folder below `data/`, by id."""
        found = {}
        for file in self._folders[f"data/{folder}"]:
            entry = self._read_yaml(file, self._reading(file), partial(read, file.stem))
            if entry:
                found[file.stem] = entry
        return found

    def listed(
        self, name: str, read: Callable[[Entries, Reading], tuple[Entry, ...]]
    ) -> tuple[Entry, ...]:
        """What one file of `data/` lists; a record may go without it."""
        return self.single(name, read) or ()

    def single(self, name: str, read: Callable[[Entries, Reading], Entry | None]) -> Entry | None:
        """What one file of `data/` holds; `None` for a record that goes without it."""
        file = self.root / "data" / f"{name}.yml"
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
        reading: Reading,
        read: Callable[[Entries, Reading], Entry | None],
        lang: str | None = None,
    ) -> Entry | None:
        text = read_text(file, reading)
        entries = read_yaml(text, reading) if text is not None else None
        entry = read(entries, reading) if entries else None
        self._close(reading, lang, is_read=entry is not None)
        return entry

    def _close(self, reading: Reading, lang: str | None, *, is_read: bool) -> None:
        """Keep what reading a file has brought; `lang` is the language of all its texts."""
        self.unread += () if is_read else (reading.path,)
        self.problems += reading.problems
        self.values += pieces_in(reading.path, reading.texts, lang)

    def _reading(self, file: Path) -> Reading:
        return Reading(place_of(file, self.root))


def _read_kind(kind: str, id: str, entries: Entries, reading: Reading) -> Participant | None:
    return read_participant(id, kind, entries, reading)


def _articles(
    pages: Mapping[tuple[str, str], Page], facts: Mapping[tuple[str, str], ArticleFacts]
) -> dict[str, Article]:
    """The articles whose original is there, by slug."""
    articles = {}
    for (lang, uri), fact in facts.items():
        slug = uri.removeprefix("news/").removesuffix(".md")
        versions = {lang: pages[lang, uri]}
        versions |= {other: pages[other, uri] for other in LANGS if (other, uri) in pages}
        if slug not in articles:
            neutral = {field.name: getattr(fact, field.name) for field in fields(fact)}
            articles[slug] = Article(slug, lang, versions, **neutral)
    return dict(sorted(articles.items()))
