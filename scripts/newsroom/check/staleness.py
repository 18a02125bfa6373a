"""Translations that are behind their originals, and what a page says of its translation."""

from collections.abc import Iterator
from functools import reduce

from newsroom.check.rule import TRANSLATION, rule
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem, say
from newsroom.record.sections import HEAD, LEAD
from newsroom.record.staleness import Comparison, SectionChange, compare
from newsroom.text.messages import Message

_SHOWN = 60
"""Signs of a changed sentence a message quotes, enough to find it by."""
_QUOTED = 3
"""Sentences a message quotes; the others are counted."""


@rule(TRANSLATION, warning=("translation-stale", "updated-missing"), apart=True)
def translation_stale(catalogue: Catalogue) -> Iterator[Problem]:
    """A translation says what its original said when it was made; readers are told so."""
    for article in catalogue.articles.values():
        comparison = compare(article)
        if comparison is None or _is_unsettled(article):
            continue
        for change in comparison.changes:
            yield _stale(article, change)
        if comparison.changes and not comparison.is_dated:
            yield _undated(article, comparison)


@rule(TRANSLATION, warning="translation-unrecorded")
def translation_unrecorded(catalogue: Catalogue) -> Iterator[Problem]:
    """Without digests nobody can see that an original has changed since it was translated."""
    for article in catalogue.articles.values():
        comparison = compare(article)
        if comparison is None or comparison.translation.is_recorded or _is_unsettled(article):
            continue
        page = article.translated
        assert page is not None  # who has a comparison has a translation
        message = say("the translation does not record which version it is based on")
        yield translation_unrecorded.of(page, "translation", message, _refresh(article))


@rule(TRANSLATION, error="claim-incomplete")
def claim_incomplete(catalogue: Catalogue) -> Iterator[Problem]:
    """Who claims a translation is named with the day of the claim."""
    for article in catalogue.articles.values():
        wanted, page = article.wanted, article.facts
        if wanted and bool(wanted.claimed_by) != bool(wanted.claimed):
            there, missing = ("claimed_by", "claimed")
            if wanted.claimed:
                there, missing = missing, there
            message = say("'{there}' without '{missing}'", there=there, missing=missing)
            hint = say("a claim gives the translator’s name and the date")
            yield claim_incomplete.of(page, f"translation_wanted.{there}", message, hint)


@rule(TRANSLATION, warning="translation-wanted-met")
def translation_wanted_met(catalogue: Catalogue) -> Iterator[Problem]:
    """A translation is asked for until it is there."""
    for article in catalogue.articles.values():
        page = article.facts
        if article.wanted and article.translated and not article.translated.is_draft:
            path = article.translated.path
            message = say("a translation is wanted, but '{path}' exists", path=path)
            hint = say("remove the key `translation_wanted`")
            yield translation_wanted_met.of(page, "translation_wanted", message, hint)


def _stale(article: Article, change: SectionChange) -> Problem:
    page = article.translated
    assert page is not None  # who has a comparison has a translation
    places = (f"translation.sections.{change.section.id}", "translation.sections", "translation")
    line = next(page.lines[place] for place in places if place in page.lines)
    message = _told(change, article.facts.path)
    hint = _refresh(article)
    return translation_stale.problem(page.path, line, message, hint, id="translation-stale")


def _told(change: SectionChange, path: str) -> str:
    """What happened to a section of the original at `path`."""
    section = _name(change)
    if change.is_gone:
        return say("the section '{section}' of '{path}' was removed", section=section, path=path)
    if change.is_new:
        line = change.changed[0].line
        return say(
            "the section '{section}' of '{path}' is new, line {line}",
            section=section,
            path=path,
            line=str(line),
        )
    told = {"section": section, "path": path, "count": change.gone}
    if not change.changed:
        return say(
            "the section '{section}' of '{path}' changed: {count} sentence(s) removed", **told
        )
    told["sentences"] = _quoted(change)
    if not change.gone:
        return say("the section '{section}' of '{path}' changed: {sentences}", **told)
    return say(
        "the section '{section}' of '{path}' changed: {sentences}; {count} sentence(s) removed",
        **told,
    )


def _name(change: SectionChange) -> str:
    """What a message calls a section; a message itself where it has no heading."""
    if change.section.id == HEAD:
        return say("title and summary")
    if change.section.id == LEAD:
        return say("opening")
    return change.section.heading or change.section.id


def _quoted(change: SectionChange) -> Message:
    """The first changed sentences by their lines, each as far as it takes to know it."""
    told = [
        say(
            "line {line}: '{text}'",
            line=sentence.line,
            text=f"{sentence.text[:_SHOWN]}{'…' if sentence.text[_SHOWN:] else ''}",
        )
        for sentence in change.changed[:_QUOTED]
    ]
    said = reduce(lambda said, one: say("{said}; {one}", said=said, one=one), told)
    more = len(change.changed) - len(told)
    return say("{said}; and {count} more", said=said, count=more) if more else said


def _undated(article: Article, comparison: Comparison) -> Problem:
    page, made = article.facts, comparison.translation.date
    assert made is not None  # what is not recorded has no changes
    day = made.start.isoformat()
    message = say(
        "the text changed after it was translated on {day}; 'updated' does not say when", day=day
    )
    hint = say("give the date of the change in `updated: …`, so that readers know it")
    return translation_stale.of(page, "updated", message, hint, "updated-missing")


def _refresh(article: Article) -> str:
    return say(
        "update the translation, then `newsroom translate --refresh {slug}`",
        slug=article.slug,
    )


def _is_unsettled(article: Article) -> bool:
    """Whether one of its versions is being written, or was not read to its end."""
    return any(page.is_draft or page.is_unread for page in article.versions.values())
