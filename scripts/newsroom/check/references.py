"""Ids: what a file refers to is there, and every article has its place in time."""

from collections.abc import Iterator
from functools import cache

from newsroom.check.rule import RECORD, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import (
    UNKNOWN_RULES,
    Problem,
    did_you_mean,
    line_of,
    say,
    unknown,
    unknown_rule,
)


@rule(RECORD, error=UNKNOWN_RULES)
def reference_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """An id that leads nowhere would leave a link, a card or a fact out without a word."""
    known = cache(catalogue.ids)
    for it in catalogue.references:
        if it.id not in known(it.kind):
            hint = did_you_mean(it.id, known(it.kind))
            rule_id, message = unknown_rule(it.kind), unknown(it.kind, it.id)
            yield reference_unknown.problem(it.path, it.line, message, hint, id=rule_id)


@rule(RECORD, error="article-unknown")
def figure_withdrawn(catalogue: Catalogue) -> Iterator[Problem]:
    """What the home page prints is told by a report that still stands."""
    for figure in catalogue.figures:
        if figure.article in catalogue.withdrawals:
            message = say("the article '{id}' of a figure is withdrawn", id=figure.article)
            hint = say("take the figure out, or name another article that tells of it")
            place = f"figures.{figure.id}.article"
            yield figure_withdrawn.of(figure, place, message, hint)


@rule(RECORD, error="participant-unknown")
def participant_page_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """A page written by hand among the generated ones stands for a participant, or for nobody."""
    known = catalogue.ids("participant")
    for page in catalogue.pages.values():
        folder, _, name = page.uri.partition("/")
        id = name.removesuffix(".md")
        if folder == "participants" and id != "index" and id not in known:
            message = say(
                "unknown participant '{id}'; pages in participants/ belong to participants",
                id=id,
            )
            hint = did_you_mean(id, known)
            yield participant_page_unknown.problem(page.path, 1, message, hint)


@rule(RECORD, error="address-taken")
def address_taken(catalogue: Catalogue) -> Iterator[Problem]:
    """An address leads on to one page; it is not that of another one, too."""
    known = [*catalogue.addressed()]
    seen: dict[str, str] = {}
    for form, entry in known:
        address = form.format(id=entry.id)
        if address in seen:
            message = say("'{id}' is the address of '{path}'", id=entry.id, path=seen[address])
            hint = say("a page published again is no longer withdrawn: delete one of the files")
            yield address_taken.problem(entry.path, 1, message, hint)
        seen[address] = entry.path
    leading: dict[str, str] = {}
    for form, entry in known:
        for former in entry.moved_from:
            address = form.format(id=former)
            if address in seen or address in leading:
                message = say(
                    "'{id}' of 'moved_from' is the address of '{other}'",
                    id=former,
                    other=leading.get(address, former),
                )
                hint = say("an address can lead to one page only; remove it here or there")
                line = line_of(entry, "moved_from")
                yield address_taken.problem(entry.path, line, message, hint)
            leading[address] = entry.id


@rule(RECORD, error="article-undated")
def article_undated(catalogue: Catalogue) -> Iterator[Problem]:
    """An article without a date still has its place in time: by its events, or its source."""
    for article in catalogue.articles.values():
        source = catalogue.sources.get(article.source)
        if article.date or article.events or source is None or source.not_before:
            continue
        if article.facts.is_draft and source.retrieved:
            continue
        message = say("the article has no 'date' or 'events', and its source has no 'not_before'")
        hint = say("add one of the three to place it on the timeline")
        yield article_undated.problem(article.facts.path, 1, message, hint)


@rule(RECORD, error="source-twice")
def source_twice(catalogue: Catalogue) -> Iterator[Problem]:
    """What readers are told of the sources counts each once."""
    for article in catalogue.articles.values():
        if article.source in article.sources:
            message = say("'{source}' is the main source already", source=article.source)
            hint = say("keep the other sources only")
            line = line_of(article.facts, "sources")
            yield source_twice.problem(article.facts.path, line, message, hint)


@rule(RECORD, error="lead-twice")
def lead_twice(catalogue: Catalogue) -> Iterator[Problem]:
    """The front page begins with one report: which, the editors say once."""
    leads = [article for article in catalogue.articles.values() if article.is_lead]
    for article in leads[1:]:
        message = say("the article '{article}' is the lead already", article=leads[0].slug)
        hint = say("take `lead` away from one of the two")
        yield lead_twice.of(article.facts, "lead", message, hint)
