"""The search index: a few small scripts for each language, of which a query loads those it needs.

    search/tables.js             how words are folded, stemmed and typed; months
    search/<lang>/index.js       where what lies; the words of the interface
    search/<lang>/terms-<n>.js   terms in their order, each with the entries it is in
    search/<lang>/near-<n>.js    the same terms, forwards and backwards, to mend a typing error
    search/<lang>/texts-<n>.js   what a result shows: titles, label, text

Every file calls `nrSearch(name, data)`, so that it loads as a script from http and from disk alike.
A line of terms reads `term code code …`, then the spellings of the same name after `=`; a code is
the distance to the entry before times 32 plus a weight of 1 to 31, in hexadecimal. Terms that begin
with `@` and `~` are years and places, participants and topics: what results can be filtered by.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsroom.record.catalogue import Catalogue
from newsroom.site.addresses import url_of
from newsroom.site.entries import KINDS, Entry, EntryWriter, Section, numbered
from newsroom.site.locale_views import LocaleView
from newsroom.site.spellings import read_spellings
from newsroom.site.terms import Terms, aliases_of, protected_names
from newsroom.site.texts import Texts
from newsroom.text.keyboards import layout_tables
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.months import MonthReader, month_tables
from newsroom.text.persian import persian_digits
from newsroom.text.runs import run_patterns
from newsroom.text.stems import Stemmer, stem_tables

_SHARD, _TEXTS = 20_000, 14_000
"""Bytes in a file of terms and in one of texts, about: a third of it on the wire."""

_CARD = 300
"""What an entry takes besides its text, about."""

_NEAR_FROM = 4
"""Letters a word must have for a slip in it to be mended."""


def search_files(
    catalogue: Catalogue, locales: Mapping[str, LocaleView], texts: Texts
) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the content of every file of the index."""
    reader = MonthReader(strings.dates for strings in catalogue.strings.values())
    spellings = read_spellings(catalogue)
    yield _file("tables", _tables(reader))
    entries = {
        lang: tuple(EntryWriter(locales[lang], texts, spellings).entries()) for lang in LANGS
    }
    numbers = numbered(entries.values())
    stemmer = Stemmer(protected_names(catalogue))
    aliases = aliases_of(catalogue, spellings)
    for lang in LANGS:
        own = sorted(entries[lang], key=lambda entry: numbers[entry.key])
        terms = Terms(own, spellings, stemmer, reader, numbers)
        for entry in own:
            terms.add(entry)
        others = {entry.key: entry for entry in entries[other_lang(lang)]}
        pieces: dict[str, tuple[Sequence[object], Sequence[object]]] = {
            "terms": _shards(terms.lines(aliases)),
            "near": _shards(_near(terms.postings)),
            "texts": _texts(own, numbers, lang, others),
        }
        for name, (files, _) in pieces.items():
            yield from (_file(f"{lang}/{name}-{at}", file) for at, file in enumerate(files))
        facts = {
            "kinds": _kinds(numbers, entries),
            "only_other": len(numbers) - len(own),
            "words": _words(locales[lang]),
        }
        yield _file(f"{lang}/index", facts | {name: first for name, (_, first) in pieces.items()})


def _tables(reader: MonthReader) -> dict[str, object]:
    """What the browser reads words by; `assets/scripts/search/words.js`."""
    return {
        "stems": stem_tables(),
        "layouts": layout_tables(),
        "months": month_tables(reader),
        "runs": run_patterns(),
    }


def _near(terms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every word, and every word backwards with `<` before it, in order.

    A slip leaves one half of a word whole, so that the word stands near it in one of the two.
    """
    words = [term for term in terms if len(term) >= _NEAR_FROM and term.isalpha()]
    for form in sorted([*words, *(f"<{word[::-1]}" for word in words)]):
        yield form, form


def _texts(
    entries: Sequence[Entry], numbers: Mapping[str, int], lang: str, others: Mapping[str, Entry]
) -> tuple[list[list[object]], list[int]]:
    """What a result shows, in files, and the first number of each."""
    files: list[list[object]] = []
    firsts: list[int] = []
    size, twin_lang = _TEXTS, other_lang(lang)
    for entry in entries:
        if size >= _TEXTS:
            files.append([])
            firsts.append(numbers[entry.key])
            size = 0
        sections = [_section(it) for it in entry.sections]
        twin = others.get(entry.key)
        titles = [
            *(entry.title, url_of(lang, entry.uri)),
            *((twin.title, url_of(twin_lang, twin.uri)) if twin else ("", "")),
        ]
        files[-1].append([numbers[entry.key], *titles, entry.label, entry.lead, sections])
        # A Persian letter is two bytes.
        letters = sum(len(text) for section in sections for text in section)
        size += letters * (2 if lang == "fa" else 1) + _CARD
    return files, firsts


def _section(section: Section) -> list[str]:
    """Samples of code lead a reader to their section; none is shown."""
    code = [section.code] if section.code else []
    return [section.anchor, section.heading, section.text, *code]


def _shards(lines: Iterable[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Lines in files of about one size, and the first term of each."""
    files: list[list[str]] = []
    firsts: list[str] = []
    size = _SHARD
    for term, line in lines:
        if size >= _SHARD:
            files.append([])
            firsts.append(term)
            size = 0
        files[-1].append(line)
        size += len(line) + 1
    return ["\n".join(file) for file in files], firsts


def _kinds(
    numbers: Mapping[str, int], entries: Mapping[str, Iterable[Entry]]
) -> list[tuple[str, int]]:
    """Each kind with the number after its last entry."""
    kinds = {entry.key: entry.kind for own in entries.values() for entry in own}
    ordered = [KINDS.index(kinds[key]) for key in numbers]
    return [(kind, bisect_right(ordered, place)) for place, kind in enumerate(KINDS)]


def _words(locale: LocaleView) -> dict[str, object]:
    """The words of the interface that the box and its results speak."""
    t = locale.t
    return {
        "digits": persian_digits("0123456789") if locale.lang == "fa" else "",
        "kinds": {kind: t(f"search.{kind}") for kind in KINDS},
        "comma": t("list.comma"),
        "results": t("search.results"),
        "one": t("search.one"),
        "many": t("search.many"),
        "none": t("search.none"),
        "none_hint": t("search.none_hint"),
        "all": t("search.all"),
        "more": t("search.more"),
        "keyboard": t("search.keyboard"),
        "spelling": t("search.spelling"),
        "best": t("search.best"),
        "partly": t("search.partly"),
        "failed": t("search.failed"),
    }


def _file(name: str, data: object) -> tuple[str, str]:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"search/{name}.js", f'nrSearch("{name}",{text})\n'
