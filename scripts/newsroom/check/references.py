"""Ids: what a file refers to is there, and every article has its place in time."""

from collections.abc import Iterator, Mapping
from functools import cache

from newsroom.check.rule import RECORD, rule
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
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


@rule(RECORD, error="participant-unknown")
def participant_page_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """A page written by hand among the generated ones stands for a participant, or for nobody."""
    known = catalogue.ids("participant")
    for page in catalogue.pages.values():
        folder, _, name = page.uri.partition("/")
        id = name.removesuffix(".md")
        if folder == "participants" and id != "index" and id not in known:
            message = say(
                "unknown participant '{id}'; a page in participants/ is that of a participant",
                id=id,
            )
            hint = did_you_mean(id, known)
            yield participant_page_unknown.problem(page.path, 1, message, hint)


@rule(RECORD, error="address-taken")
def address_taken(catalogue: Catalogue) -> Iterator[Problem]:
    """An address leads on to one page; it is not that of another one, too."""
    groups: tuple[Mapping[str, Article | Participant], ...] = (
        catalogue.articles,
        catalogue.participants,
    )
    for known in groups:
        seen: dict[str, str] = dict.fromkeys(known, "")
        for id, entry in known.items():
            located = entry.facts if isinstance(entry, Article) else entry
            for former in entry.moved_from:
                if former in seen:
                    message = say(
                        "'{id}' of 'moved_from' is the address of '{other}'",
                        id=former,
                        other=seen[former] or former,
                    )
                    line = line_of(located, "moved_from")
                    hint = say("an address leads on to one page only; take it out here or there")
                    yield address_taken.problem(located.path, line, message, hint)
                seen[former] = id


@rule(RECORD, error="article-undated")
def article_undated(catalogue: Catalogue) -> Iterator[Problem]:
    """An article without a date still has its place in time: by its events, or its source."""
    for article in catalogue.articles.values():
        source = catalogue.sources.get(article.source)
        if article.date or article.events or source is None or source.not_before:
            continue
        if article.facts.is_draft and source.retrieved:
            continue
        message = say("the article has no 'date', no 'events', and its source no 'not_before'")
        hint = say("give one of the three, so that it can be filed in time")
        yield article_undated.problem(article.facts.path, 1, message, hint)


@rule(RECORD, error="lead-twice")
def lead_twice(catalogue: Catalogue) -> Iterator[Problem]:
    """The front page begins with one report: which, the editors say once."""
    leads = [article for article in catalogue.articles.values() if article.is_lead]
    for article in leads[1:]:
        message = say("the article '{article}' is the lead already", article=leads[0].slug)
        hint = say("take `lead` away from one of the two")
        yield lead_twice.of(article.facts, "lead", message, hint)
