"""Parity: both languages of an article tell the same.

Numbers and dates, notes, images and footnotes are errors: nothing about them is a matter of style,
and a reader who trusts one language is misled. Numbers in letters, names, links and lists are
warnings: that they differ is our reading, and a translator may have had a reason. A name is missed
only where nobody of that name is in the whole section, and no word made of it: on the articles of
the record pronouns and offices stand for names in one block of eight, and never in a whole section.

A page of the guide is held to its links, images and notes alone, since its examples may differ.
Drafts are not compared: they are half translated as a rule. Where a translation is known to be
behind its original, in the sections that changed, everything is a warning: an original may change
before its translation does. What differs on purpose is named under `parity_ok`, with a reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from newsroom.check.comparison import Difference, differences, paired
from newsroom.check.facts import (
    DATE,
    FOOTNOTE,
    IMAGE,
    KINDS,
    LINK,
    LIST,
    NOTE,
    NUMBER,
    PARTICIPANT,
    Names,
    SectionFacts,
    section_facts,
)
from newsroom.check.rule import TRANSLATION, rule
from newsroom.record.articles import Article, Page, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import WARNING, Message, Problem, say
from newsroom.record.staleness import compare
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS

Versions = Mapping[str, Page]
"""A page in the languages it stands in."""

NO_DAY = Period(date(2000, 1, 1), date(2000, 1, 1))
"""What dates without a year are near to where nothing better is known."""
_GUIDE_KINDS = (LINK, IMAGE, NOTE)
_HINT = say("make both agree, or list it under 'parity_ok' with a reason")


@dataclass(frozen=True, slots=True)
class Row:
    """How the two languages of an article compare in one kind of fact."""

    slug: str
    kind: str
    """`number`, `date`, `participant`, `link`, `image`, `list`, `footnote` or `note`."""
    told: Mapping[str, int]
    """How many facts each language tells, each counted once a section."""
    missing: Mapping[str, int]
    """How many of those the other language does not tell; what `parity_ok` names is not missed."""


@rule(
    TRANSLATION,
    either=("parity-number", "parity-date", "parity-image", "parity-footnote", "parity-note"),
    warning=("parity-participant", "parity-link", "parity-list", "parity-ok-unused"),
    error=("date-pair-differs", "weekday-wrong"),
    apart=True,
)
def parity(catalogue: Catalogue) -> Iterator[Problem]:
    """A reader who knows one language of an article knows what it says in the other."""
    names = Names(catalogue)
    for uri, versions in _pages(catalogue):
        near = near_day(catalogue, uri)
        sides = {lang: section_facts(page, names, near) for lang, page in versions.items()}
        used: set[tuple[str, str]] = set()
        behind = _Behind(catalogue, uri)
        for text, problem, section in _found(is_article(uri), sides, names):
            if _is_declared(versions, problem.rule, text):
                used.add((problem.rule, _line(text)))
            else:
                yield replace(problem, level=WARNING) if section in behind.sections else problem
        yield from _unused(versions, used)


def parity_table(catalogue: Catalogue, slugs: Iterable[str]) -> tuple[Row, ...]:
    """How the articles of these slugs compare, a row for each kind of fact that either tells.

    In the order of the slugs and of `facts.KINDS`; an article in one language only is left out.
    """
    names = Names(catalogue)
    articles = (catalogue.articles[slug] for slug in slugs if slug in catalogue.articles)
    return tuple(
        row
        for article in articles
        if len(article.versions) == len(LANGS)
        for row in _rows(article, names, near_day(catalogue, article.uri))
    )


def near_day(catalogue: Catalogue, uri: str) -> Period:
    """What dates without a year on a page are near to: the article's own day, as far as known."""
    article = catalogue.articles.get(uri.removeprefix("news/").removesuffix(".md"))
    if article is None:
        return NO_DAY
    if article.date:
        return article.date
    events = [catalogue.events[id].date for id in article.events if id in catalogue.events]
    source = catalogue.sources.get(article.source)
    known = [*events, *((source.not_before,) if source and source.not_before else ())]
    return max(known, default=NO_DAY)


def _pages(catalogue: Catalogue) -> Iterator[tuple[str, Versions]]:
    """The articles and guide pages that are no drafts, in the languages they stand in."""
    uris = dict.fromkeys(uri for _, uri in catalogue.pages)
    for uri in uris:
        if is_article(uri) or uri.startswith("guide/"):
            found = {lang: catalogue.pages.get((lang, uri)) for lang in LANGS}
            pages = {lang: page for lang, page in found.items() if page}
            if not any(page.is_draft or page.is_unread for page in pages.values()):
                yield uri, pages


def _found(
    is_report: bool, sides: Mapping[str, Sequence[SectionFacts]], names: Names
) -> Iterator[tuple[str, Problem, str | None]]:
    """The problems of a page in both languages, each with what its message has in quotes.

    What two languages tell differently comes with the id of its section.
    """
    if len(sides) == len(LANGS):
        kinds = KINDS if is_report else _GUIDE_KINDS
        for pair in paired(sides):
            for found in differences(pair, names, kinds):
                yield found.fact.written, _problem(found), found.section
    if is_report:
        for section in (section for version in sides.values() for section in version):
            yield from _date_defects(section)


def _date_defects(section: SectionFacts) -> Iterator[tuple[str, Problem, None]]:
    """The dates of a section that cannot be right, each with its text.

    A reader who converts one calendar into the other, or remembers the day of the week, finds the
    slip at once and trusts the rest less.
    """
    for passage in section.passages.values():
        for found in passage.dates:
            if found.defect == "pair":
                id = "date-pair-differs"
                message = say(
                    "'{date}' and the date before it are not the same day", date=found.text
                )
                hint = say("convert one of them: `newsroom date`")
            elif found.defect == "weekday":
                id = "weekday-wrong"
                message = say("'{date}' does not fall on that day of the week", date=found.text)
                hint = say("look it up: `newsroom date`")
            else:
                continue
            line = passage.line_at(found.start)
            yield found.text, parity.problem(section.page.path, line, message, hint, id=id), None


class _Behind:
    """What of an article's original has changed since it was translated; asked for rarely."""

    def __init__(self, catalogue: Catalogue, uri: str) -> None:
        self._article = catalogue.articles.get(uri.removeprefix("news/").removesuffix(".md"))

    @cached_property
    def sections(self) -> frozenset[str]:
        """Ids."""
        comparison = compare(self._article) if self._article else None
        changes = comparison.changes if comparison else ()
        return frozenset(change.section.id for change in changes)


def _is_declared(versions: Versions, rule: str, text: str) -> bool:
    """Whether either page names it under `parity_ok`."""
    return any(
        (deviation.rule, deviation.text) == (rule, _line(text))
        for page in versions.values()
        for deviation in page.parity_ok
    )


def _line(text: str) -> str:
    """A text as front matter has it."""
    return " ".join(text.split())


def _unused(versions: Versions, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """What `parity_ok` names and no rule reports any more would hide the next slip."""
    for page in versions.values():
        for number, deviation in enumerate(page.parity_ok):
            if (deviation.rule, deviation.text) not in used:
                message = say(
                    "'{text}' no longer differs, or not under this rule", text=deviation.text
                )
                hint = say("remove it from 'parity_ok'")
                yield parity.of(page, f"parity_ok.{number}", message, hint, "parity-ok-unused")


def _rows(article: Article, names: Names, near: Period) -> Iterator[Row]:
    sides = {lang: section_facts(page, names, near) for lang, page in article.versions.items()}
    pairs = list(paired(sides))
    missing = [
        found
        for pair in pairs
        for found in differences(pair, names)
        if not _is_declared(article.versions, f"parity-{found.fact.kind}", found.fact.written)
    ]
    for kind in KINDS:
        told = {lang: sum(pair[lang].count(kind) for pair in pairs) for lang in LANGS}
        lacking = [found.page.lang for found in missing if found.fact.kind == kind]
        if any(told.values()):
            yield Row(article.slug, kind, told, {lang: lacking.count(lang) for lang in LANGS})


def _problem(found: Difference) -> Problem:
    fact, message = found.fact, _message(found)
    id, level = f"parity-{fact.kind}", WARNING if fact.is_spelled else ""
    return parity.problem(found.page.path, fact.line, message, _HINT, id=id, level=level)


def _message(found: Difference) -> Message:
    """What differs, and where; the second where the other language has something else there."""
    values = {
        "fact": found.fact.written,
        "instead": found.instead.written if found.instead else "",
        "there": f"{found.other.path}:{found.other_line}",
    }
    alone, instead = {
        NUMBER: (
            say("the number '{fact}' is missing at {there}", **values),
            say("the number '{fact}' is '{instead}' at {there}", **values),
        ),
        DATE: (
            say("the date '{fact}' is missing at {there}", **values),
            say("the date '{fact}' is '{instead}' at {there}", **values),
        ),
        PARTICIPANT: (
            say("'{fact}' is not named at {there}", **values),
            say("{there} has '{instead}' instead of '{fact}'", **values),
        ),
        LINK: (
            say("the link to '{fact}' is missing at {there}", **values),
            say("the link to '{fact}' leads to '{instead}' at {there}", **values),
        ),
        IMAGE: (
            say("the image '{fact}' is missing at {there}", **values),
            say("the image '{fact}' is '{instead}' at {there}", **values),
        ),
        LIST: (
            say("the list of '{fact}' items has a different number at {there}", **values),
            say("the list of '{fact}' items has '{instead}' at {there}", **values),
        ),
        FOOTNOTE: (
            say("the footnote '{fact}' is missing at {there}", **values),
            say("the footnote '{fact}' is '{instead}' at {there}", **values),
        ),
        NOTE: 2 * (say("the note of kind '{fact}' is missing near {there}", **values),),
    }[found.fact.kind]
    return instead if found.instead else alone
