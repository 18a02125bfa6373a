"""The files of a record: each is read once, and what it brings is gathered.

`Loader` reads files; the functions below it build entries of what their folders hold. What one file
owes another is not seen here: references are only noted, for the rules and the `Catalogue`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from newsroom.record.articles import Article, Page, read_page
from newsroom.record.documents import (
    Entries,
    ParseContext,
    Reference,
    read_document,
    read_part,
    read_text,
    read_yaml,
)
from newsroom.record.fields import Entry, read_entry
from newsroom.record.files import place_of
from newsroom.record.images import Image, read_image
from newsroom.record.kept import digest_of
from newsroom.record.kind import Kind, read_list
from newsroom.record.kinds.article import FrontMatter, Original
from newsroom.record.messages import Messages, default_messages, read_messages
from newsroom.record.migrations import (
    Migration,
    pending,
    read_version,
    report_changes,
    version_problems,
)
from newsroom.record.options import (
    EXTRA,
    FILE,
    OWN,
    Options,
    read_options,
    report_misspelt,
    report_unknown_links,
    settled,
)
from newsroom.record.orthography import default_word_lists, read_orthography
from newsroom.record.paragraph_ids import FOLDER as ADDRESSES
from newsroom.record.paragraph_ids import ParagraphIds, read_ids
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment, pieces_in
from newsroom.record.strings import Strings, default_strings, read_strings
from newsroom.text.languages import LANGS
from newsroom.text.lexicon import WordLists

T = TypeVar("T")
PageKey = tuple[str, str]
"""Language, and path in its folder."""


class Loader:
    """Reads the files of a record, and keeps what each of them brings besides its entry."""

    def __init__(self, root: Path, files: Iterable[Path] = ()) -> None:
        """`files` are those that folders are asked for; a file of settings is read by its name."""
        self.root = root
        self.problems: list[Problem] = []
        self.values: list[TextSegment] = []
        """The texts of the files that are prose of ours."""
        self.references: list[Reference] = []
        self.unread: list[str] = []
        """The paths of files that are there and could not be read."""
        self.digests: dict[str, str] = {}
        """What tells the text of each file that was read from any other, by its path."""
        self._pending: tuple[Migration, ...] = ()
        self._folders: dict[str, list[Path]] = defaultdict(list)
        for parent, those in groupby(files, lambda file: file.parent):
            self._folders[parent.relative_to(root).as_posix()] += those

    def hold_to_version(self, migrations: tuple[Migration, ...]) -> None:
        """Report the version of the record, and in each file that is read what it changes."""
        version = self.version()
        self.problems += version_problems(version, migrations)
        self._pending = pending(version, migrations)

    def version(self) -> int:
        """The version of the format the record is written in; 0 where it says none."""
        facts = self.settings("record", read_version)
        return facts.format if facts else 0

    def files_in(self, folder: str) -> list[Path]:
        """The files of a folder alone, in order."""
        return self._folders[folder]

    def files_below(self, folder: str) -> list[Path]:
        """The files of a folder and of those in it, in order."""
        return sorted(
            file
            for name, files in self._folders.items()
            if f"{name}/".startswith(f"{folder}/")
            for file in files
        )

    def settings(self, name: str, read: Callable[[Entries, ParseContext], T | None]) -> T | None:
        """What a file of `data/` holds; `None` for a record that goes without it."""
        file = self.root / "data" / f"{name}.yml"
        return self.yaml(file, read) if file.exists() else None

    def yaml(
        self,
        file: Path,
        read: Callable[[Entries, ParseContext], T | None],
        lang: str | None = None,
    ) -> T | None:
        """What a file of data holds; `None` with the reasons reported.

        `lang` is the language of its texts where their places do not name it.
        """
        context = ParseContext(place_of(file, self.root))
        text = self._text(file, context)
        entries = read_yaml(text, context) if text is not None else None
        return self._kept(context, entries, read(entries, context) if entries else None, lang)

    def page(self, file: Path) -> tuple[Page, FrontMatter] | None:
        """A page below `docs/`; `None` with the reasons reported."""
        context = ParseContext(place_of(file, self.root))
        _, lang, uri = context.path.split("/", 2)
        text = self._text(file, context)
        document = read_document(text, context) if text is not None else None
        read = read_page(lang, uri, document, context) if document else None
        return self._kept(context, document.front_matter if document else None, read, lang)

    def _text(self, file: Path, context: ParseContext) -> str | None:
        text = read_text(file, context)
        if text is not None:
            self.digests[context.path] = digest_of(text)
        return text

    def image(self, file: Path) -> Image | None:
        """An image; `None` with the reason reported."""
        path = place_of(file, self.root)
        image = read_image(file, path)
        if image is None:
            message = say("the image is truncated or unreadable")
            hint = say("save it again in its real format")
            self.problems.append(Problem(path, 1, "image-kind", message, hint))
            self.unread.append(path)
        return image

    def _kept(
        self, context: ParseContext, entries: Entries | None, value: T | None, lang: str | None
    ) -> T | None:
        """The value of a file, once what reading it has brought is kept."""
        if entries:
            report_changes(entries, context, self._pending)
        self.unread += () if value is not None else (context.path,)
        self.problems += context.problems
        self.values += pieces_in(context.path, context.texts, lang)
        self.references += context.references
        return value


def load_pages(loader: Loader) -> tuple[dict[PageKey, Page], dict[str, Article]]:
    """Every page, and the articles whose original is there, by slug."""
    files = (file for lang in LANGS for file in loader.files_below(f"docs/{lang}"))
    read = [found for file in files if (found := loader.page(file))]
    return {(page.lang, page.uri): page for page, _ in read}, articles_of(read)


def articles_of(read: Sequence[tuple[Page, FrontMatter]]) -> dict[str, Article]:
    """The articles of these pages whose original is among them, by slug."""
    pages = {(page.lang, page.uri): page for page, _ in read}
    articles: dict[str, Article] = {}
    for page, front in read:
        slug = page.uri.removeprefix("news/").removesuffix(".md")
        if isinstance(front, Original) and slug not in articles:
            others = {lang: pages[lang, page.uri] for lang in LANGS if (lang, page.uri) in pages}
            facts = {it.name: getattr(front, it.name) for it in fields(Original)}
            versions = {page.lang: page} | others
            articles[slug] = Article(slug=slug, original=page.lang, versions=versions, **facts)
    return dict(sorted(articles.items()))


def load_media(loader: Loader) -> dict[str, Image]:
    """The images by their path below `docs/`."""
    images = filter(None, map(loader.image, loader.files_below("docs/media")))
    return {image.path.removeprefix("docs/"): image for image in images}


def load_entries(loader: Loader, kinds: Iterable[Kind]) -> dict[str, Mapping[str, Entry]]:
    """The entries of every kind by its id; of two in a group that have one id, the first."""
    found: dict[str, Mapping[str, Entry]] = {}
    taken: dict[tuple[str, str], Entry] = {}
    for kind in kinds:
        entries = dict(_entries_of(kind, loader))
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
            loader.problems.append(Problem(entries[id].path, 1, "id-duplicate", message, hint))
    return found


def _entries_of(kind: Kind, loader: Loader) -> Iterator[tuple[str, Entry]]:
    if kind.list_key:  # one file has them all, and a record may go without it
        listed = loader.root / kind.files
        found = loader.yaml(listed, partial(read_list, kind)) if listed.exists() else None
        yield from (found or {}).items()
    for file in loader.files_in(kind.folder) if not kind.list_key else ():
        if entry := loader.yaml(file, partial(read_entry, kind.entry, file.stem)):
            yield file.stem, entry


def load_paragraph_ids(loader: Loader) -> dict[str, ParagraphIds]:
    """The recorded ids of paragraphs, by the slug of the article."""
    read = ((file.stem, loader.yaml(file, read_ids)) for file in loader.files_in(ADDRESSES))
    return {slug: ids for slug, ids in read if ids}


def load_strings(loader: Loader, options: Options) -> dict[str, Strings]:
    """The words of the interface by language: those of the engine, some as the record has them.

    What the settings of a record say stands in place of both.
    """
    found = {}
    for lang in LANGS:
        file = loader.root / "data" / "strings" / f"{lang}.yml"
        own = loader.yaml(file, partial(read_strings, lang), lang) if file.exists() else None
        found[lang] = settled(own or default_strings(lang), options)
    return found


def load_word_lists(loader: Loader) -> WordLists:
    """What half-spaces are restored with."""
    return loader.settings("orthography", read_orthography) or default_word_lists()


def load_options(loader: Loader, pages: Iterable[PageKey] | None) -> Options:
    """What `mkdocs.yml` sets of the look; `pages` are those a menu may lead to, if known."""
    context, file = ParseContext(FILE), loader.root / FILE
    if not file.is_file():
        return Options()
    text = read_text(file, context)
    extra = read_part(text, (EXTRA,), context) if text is not None else None
    entries = read_part(text, (EXTRA, OWN), context) if extra and text is not None else None
    options = read_options(entries, context) if entries else Options()
    if entries and pages is not None:
        there = [{uri for found, uri in pages if found == lang} for lang in LANGS]
        report_unknown_links(options, set.intersection(*there), context)
    if extra:
        report_misspelt(extra, context)
    loader.problems += context.problems
    return options


def load_messages(loader: Loader) -> Messages:
    """What the engine says in Persian."""
    return loader.settings("messages", read_messages) or default_messages()
