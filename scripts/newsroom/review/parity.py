"""Parity: both languages of an article tell the same.

Numbers and dates, notes, images and footnotes are errors: nothing about them is a matter of style,
and a reader who trusts one language is misled. Numbers in letters, names, links and lists are
warnings: that they differ is our reading, and a translator may have had a reason. A name is missed
only where nobody of that name is in the whole section, and no word made of it: on the articles of
the record pronouns and offices stand for names in one block of eight, and never in a whole section.

A page of the guide is held to its links, images and notes alone, since its examples may differ.
Drafts are not compared: they are half translated as a rule. What differs on purpose is named under
`parity_ok`, with a reason.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsroom.record.articles import Article, Page, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import ERROR, WARNING, Message, Problem, line_of, say
from newsroom.review.calendars import NO_DAY, date_defects
from newsroom.review.comparison import Difference, Versions, differences, paired_sections
from newsroom.review.facts import (
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
)
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS

_GUIDE_KINDS = (LINK, IMAGE, NOTE)
_HINT = say("make both say the same, or name it under 'parity_ok' with a reason")


@dataclass(frozen=True, slots=True)
class Row:
    """How the two languages of an article compare in one kind of fact."""

    slug: str
    kind: str
    """`number`, `date`, `participant`, `link`, `image`, `list`, `footnote` or `note`."""
    told: dict[str, int]
    """How many facts each language tells, each counted once a section."""
    missing: dict[str, int]
    """How many of those the other language does not tell; what `parity_ok` names is not missed."""

    @property
    def is_equal(self) -> bool:
        return not any(self.missing.values())


def parity(catalogue: Catalogue) -> Iterator[Problem]:
    """A reader who knows one language of an article knows what it says in the other."""
    names = Names(catalogue)
    for uri, versions in _pairs(catalogue):
        near = near_day(catalogue, uri)
        used: set[tuple[str, str]] = set()
        for text, problem in _found(versions, names, near):
            if _is_declared(versions, problem.rule, text):
                used.add((problem.rule, text))
            else:
                yield problem
        yield from _unused(versions, used)


def parity_table(catalogue: Catalogue, slugs: tuple[str, ...]) -> tuple[Row, ...]:
    """How the articles of these slugs compare, a row for each kind of fact that either tells.

    In the order of the slugs and of `facts.KINDS`; articles that stand in one language are left out.
    """
    names = Names(catalogue)
    rows = []
    for slug in slugs:
        article = catalogue.articles.get(slug)
        if article and len(article.versions) == len(LANGS):
            rows += _rows(article, names, near_day(catalogue, article.uri))
    return tuple(rows)


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


def _pairs(catalogue: Catalogue) -> Iterator[tuple[str, Versions]]:
    """The articles and guide pages that stand in both languages and are no drafts."""
    for lang, uri in catalogue.pages:
        versions = {lang: catalogue.pages.get((lang, uri)) for lang in LANGS}
        both = {lang: page for lang, page in versions.items() if page and not page.is_draft}
        if lang == LANGS[0] and len(both) == len(LANGS):
            yield uri, both


def _found(versions: Versions, names: Names, near: Period) -> Iterator[tuple[str, Problem]]:
    """The problems of a pair, each with what its message has in quotes."""
    is_report = is_article(versions[LANGS[0]].uri)
    kinds = KINDS if is_report else _GUIDE_KINDS
    for difference in differences(versions, names, near, kinds):
        yield difference.fact.printed, _PROBLEMS[difference.fact.kind](difference)
    if is_report:
        for page in versions.values():
            yield from date_defects(page, near)


def _is_declared(versions: Versions, rule: str, text: str) -> bool:
    """Whether either page names it under `parity_ok`."""
    return any(
        (deviation.rule, deviation.text) == (rule, " ".join(text.split()))
        for page in versions.values()
        for deviation in page.parity_ok
    )


def _unused(versions: Versions, used: set[tuple[str, str]]) -> Iterator[Problem]:
    """What `parity_ok` names and no rule reports any more would hide the next slip."""
    used = {(rule, " ".join(text.split())) for rule, text in used}
    for page in versions.values():
        for number, deviation in enumerate(page.parity_ok):
            if (deviation.rule, deviation.text) not in used:
                line = line_of(page, f"parity_ok.{number}")
                message = say("'{text}' differs no longer, or not by this rule", text=deviation.text)
                hint = say("take it out of 'parity_ok'")
                yield Problem(page.path, line, "parity-ok-unused", message, hint, WARNING)


def _rows(article: Article, names: Names, near: Period) -> Iterator[Row]:
    missing = [
        difference
        for difference in differences(article.versions, names, near)
        if not _is_declared(
            article.versions, f"parity-{difference.fact.kind}", difference.fact.printed
        )
    ]
    sections = list(paired_sections(article.versions, names, near))
    for kind in KINDS:
        told = {
            lang: sum(len(sides[lang].told(kind)) for sides in sections) for lang in LANGS
        }
        lacking = {
            lang: sum(found.fact.kind == kind and found.page.lang == lang for found in missing)
            for lang in LANGS
        }
        if any(told.values()):
            yield Row(article.slug, kind, told, lacking)


def _place(difference: Difference) -> tuple[str, int]:
    return difference.page.path, difference.fact.line


def _message(difference: Difference, alone: str, instead: str) -> Message:
    """What differs, with the line of the other language; `instead` where it has something else."""
    there = f"{difference.other.path}:{difference.other_line}"
    fact = difference.fact.printed
    if difference.instead:
        return say(instead, fact=fact, instead=difference.instead.printed, there=there)
    return say(alone, fact=fact, there=there)


def _number(found: Difference) -> Problem:
    message = _message(
        found,
        "the number '{fact}' is not told at {there}",
        "the number '{fact}' is '{instead}' at {there}",
    )
    level = ERROR if found.fact.is_written else WARNING
    return Problem(*_place(found), "parity-number", message, _HINT, level)


def _date(found: Difference) -> Problem:
    message = _message(
        found,
        "the date '{fact}' is not told at {there}",
        "the date '{fact}' is '{instead}' at {there}",
    )
    return Problem(*_place(found), "parity-date", message, _HINT)


def _participant(found: Difference) -> Problem:
    message = _message(
        found, "'{fact}' is not named at {there}", "'{fact}' is '{instead}' at {there}"
    )
    return Problem(*_place(found), "parity-participant", message, _HINT, WARNING)


def _link(found: Difference) -> Problem:
    message = _message(
        found,
        "the link to '{fact}' is missing at {there}",
        "the link to '{fact}' leads to '{instead}' at {there}",
    )
    return Problem(*_place(found), "parity-link", message, _HINT, WARNING)


def _image(found: Difference) -> Problem:
    message = _message(
        found,
        "the image '{fact}' is missing at {there}",
        "the image '{fact}' is '{instead}' at {there}",
    )
    return Problem(*_place(found), "parity-image", message, _HINT)


def _list(found: Difference) -> Problem:
    message = _message(
        found,
        "the list of '{fact}' items has another number of them at {there}",
        "the list of '{fact}' items has '{instead}' at {there}",
    )
    return Problem(*_place(found), "parity-list", message, _HINT, WARNING)


def _footnote(found: Difference) -> Problem:
    message = _message(
        found,
        "the footnote '{fact}' is missing at {there}",
        "the footnote '{fact}' is '{instead}' at {there}",
    )
    return Problem(*_place(found), "parity-footnote", message, _HINT)


def _note(found: Difference) -> Problem:
    alone = "the note of the kind '{fact}' is missing near {there}"
    return Problem(*_place(found), "parity-note", _message(found, alone, alone), _HINT)


_PROBLEMS: dict[str, Callable[[Difference], Problem]] = {
    NUMBER: _number,
    DATE: _date,
    PARTICIPANT: _participant,
    LINK: _link,
    IMAGE: _image,
    LIST: _list,
    FOOTNOTE: _footnote,
    NOTE: _note,
}
