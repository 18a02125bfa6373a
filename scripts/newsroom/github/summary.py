"""The summary of a change, for who reviews it: Markdown, in both languages."""

from collections.abc import Mapping, Sequence

from newsroom.check.fact_changes import FactChange
from newsroom.check.parity import Row
from newsroom.check.repeats import Place
from newsroom.github.changes import (
    ADDED,
    CHANGED,
    CONTENT,
    ENGINE,
    MIXED,
    REMOVED,
    Touched,
    is_content,
    kind_of,
    pages_of,
)
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, errors_of
from newsroom.record.strings import Strings
from newsroom.text.bidi import isolate_markdown
from newsroom.text.languages import LANGS
from newsroom.text.markdown import bullets, code, escape, sections, table
from newsroom.text.persian import number

MAX_ROWS = 100
"""Rows of a table or lines of a list; GitHub takes a summary of a megabyte."""

MAX_PLACES = 6
"""Places that are named in a row."""


def summary_of(
    change: Sequence[Touched],
    catalogue: Catalogue,
    problems: Sequence[Problem],
    parity: Sequence[Row],
    facts: Sequence[FactChange] = (),
) -> str:
    """What a change is, what the check says of it, and which pages and entries it touches.

    It begins with the facts that were published and are stated otherwise. `parity` compares the
    articles it touches.
    """
    return "\n".join(
        isolate_markdown(
            _in_one(change, catalogue, problems, parity, facts, catalogue.strings[lang]), lang
        )
        for lang in LANGS
    )


def _in_one(
    change: Sequence[Touched],
    catalogue: Catalogue,
    problems: Sequence[Problem],
    parity: Sequence[Row],
    facts: Sequence[FactChange],
    strings: Strings,
) -> str:
    words = strings.words
    entries = [touched for touched in sorted(change) if _is_entry(touched.path)]
    others = [touched for touched in sorted(change) if not is_content(touched.path)]
    is_whole = not errors_of(problems)
    return sections(
        [
            "## " + words["summary.title"],
            _section(words["summary.facts"], _facts(facts, strings)),
            _kind(change, words),
            _section(words["summary.check"], _check(problems, strings)),
            _section(words["summary.pages"], _pages(change, catalogue, strings)),
            _section(words["summary.entries"], _files(entries, strings)),
            _section(words["summary.files"], _files(others, strings)),
            _section(words["summary.parity"], _parity(parity, strings)),
            _section(words["summary.preview"], words["summary.download"] if is_whole else ""),
        ]
    )


def _section(title: str, text: str) -> str:
    return f"### {title}\n\n{text}" if text else ""


def _facts(facts: Sequence[FactChange], strings: Strings) -> str:
    """A row a fact: what it was and is, in the words of the language where that has changed."""
    words = strings.words
    rows = [
        [
            *(escape(_told(printed, strings.lang)) for printed in (fact.was, fact.now)),
            _langs(fact.langs, words),
            code(f"{fact.path}:{fact.line}"),
            _places(fact.repeated, strings),
        ]
        for fact in facts
    ]
    head = [
        words["summary.was"],
        words["summary.now"],
        words["summary.languages"],
        words["summary.file"],
        words["summary.repeated"],
    ]
    return _limited(table(head, rows[:MAX_ROWS]), len(rows), strings) if rows else ""


def _told(printed: Mapping[str, str], lang: str) -> str:
    """A fact in a language, or else in the other one; a dash where there is none."""
    return printed.get(lang) or next(iter(printed.values()), "–")


def _langs(langs: Sequence[str], words: Mapping[str, str]) -> str:
    if len(langs) == len(LANGS):
        return words["summary.both"]
    return ", ".join(words[f"article.language_{lang}"] for lang in langs)


def _places(places: Sequence[Place], strings: Strings) -> str:
    told = [code(f"{place.path}:{place.line}") for place in places[:MAX_PLACES]]
    if len(places) > MAX_PLACES:
        rest = number(len(places) - MAX_PLACES, strings.lang)
        told.append(strings.words["summary.more"].format(count=rest))
    return " ".join(told)


def _kind(change: Sequence[Touched], words: Mapping[str, str]) -> str:
    return {
        CONTENT: words["summary.content"],
        ENGINE: words["summary.engine"],
        MIXED: words["summary.mixed"],
    }[kind_of(change)]


def _check(problems: Sequence[Problem], strings: Strings) -> str:
    errors = len(errors_of(problems))
    counts = {
        strings.words["summary.errors"]: errors,
        strings.words["summary.warnings"]: len(problems) - errors,
    }
    found = [
        words.format(count=number(count, strings.lang)) for words, count in counts.items() if count
    ]
    return bullets(found) or strings.words["summary.clean"]


def _pages(change: Sequence[Touched], catalogue: Catalogue, strings: Strings) -> str:
    """A row a pair: so it is seen when a change leaves one of the two languages alone."""
    pages = pages_of(change)
    rows = []
    for uri, hows in pages.items():
        page = catalogue.pages.get((strings.lang, uri)) or next(
            (catalogue.pages[lang, uri] for lang in LANGS if (lang, uri) in catalogue.pages), None
        )
        title = escape(page.title) if page else ""
        rows.append([title, code(uri), *(_how(hows.get(lang, ""), strings) for lang in LANGS)])
    head = [
        strings.words["summary.page"],
        strings.words["summary.file"],
        strings.words["article.language_fa"],
        strings.words["article.language_en"],
    ]
    return _limited(table(head, rows[:MAX_ROWS]), len(rows), strings) if rows else ""


def _parity(rows: Sequence[Row], strings: Strings) -> str:
    kinds = _kinds(strings.words)
    cells = [
        [
            code(row.slug),
            kinds.get(row.kind, row.kind),
            *(number(row.told.get(lang, 0), strings.lang) for lang in LANGS),
            _missing(row, strings),
        ]
        for row in rows
    ]
    head = [
        strings.words["summary.article"],
        strings.words["summary.fact"],
        strings.words["article.language_fa"],
        strings.words["article.language_en"],
        strings.words["summary.missing"],
    ]
    return _limited(table(head, cells[:MAX_ROWS]), len(cells), strings) if cells else ""


def _kinds(words: Mapping[str, str]) -> dict[str, str]:
    return {
        "number": words["summary.number"],
        "date": words["summary.date"],
        "participant": words["summary.participant"],
        "link": words["summary.link"],
        "image": words["summary.image"],
        "list": words["summary.list"],
        "footnote": words["summary.footnote"],
        "note": words["summary.note"],
    }


def _missing(row: Row, strings: Strings) -> str:
    """What only one of the two languages tells."""
    words = {"fa": strings.words["summary.only_fa"], "en": strings.words["summary.only_en"]}
    found = [
        words[lang].format(count=number(count, strings.lang))
        for lang in LANGS
        if (count := row.missing.get(lang, 0))
    ]
    return f"{strings.words['list.comma']} ".join(found) or strings.words["summary.equal"]


def _files(files: Sequence[Touched], strings: Strings) -> str:
    lines = [f"{code(touched.path)} · {_how(touched.how, strings)}" for touched in files]
    return _limited(bullets(lines[:MAX_ROWS]), len(lines), strings) if lines else ""


def _limited(text: str, count: int, strings: Strings) -> str:
    more = strings.words["summary.more"].format(count=number(count - MAX_ROWS, strings.lang))
    return f"{text}\n\n{more}" if count > MAX_ROWS else text


def _how(how: str, strings: Strings) -> str:
    return {
        ADDED: strings.words["summary.added"],
        CHANGED: strings.words["summary.changed"],
        REMOVED: strings.words["summary.removed"],
        "": strings.words["summary.untouched"],
    }[how]


def _is_entry(path: str) -> bool:
    return is_content(path) and not (path.startswith("docs/") and path.endswith(".md"))
