"""Addresses outside the site: where the record names them, and which no longer answer.

A server may be away for a night, so one failure says little. An address counts as broken when it
failed, and failed again a week later with no success between; until then its first failure is
remembered. What is remembered travels in the issue that tells of it (`github/link_issues`).
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.source import Source
from newsroom.record.problems import line_of

PATIENCE = datetime.timedelta(days=7)
"""How long an address fails before somebody is told."""

FINE, MOVED, REFUSED, FAILED, UNASKED = "fine", "moved", "refused", "failed", "unasked"

TIMEOUT, UNREACHABLE, UNKNOWN_HOST, UNTRUSTED, CIRCLE, MALFORMED = (
    "timeout",
    "unreachable",
    "unknown-host",
    "untrusted",
    "circle",
    "malformed",
)
"""Why no answer came: in time, at all, no such host, a bad certificate, redirects, no address."""

_REFUSALS = frozenset({401, 403, 405, 407, 429, 451, 999})
"""Servers that are there and do not talk to programs; a person has to look."""


@dataclass(frozen=True, slots=True)
class External:
    """An address outside the site and where the record names it."""

    address: str
    places: tuple[str, ...]
    """`path:line`, from the root of the record."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for an address."""

    status: int | None = None
    """Of the last page on the way; `None` when no answer came."""
    reason: str = ""
    """Why none came."""
    moved_to: str = ""
    """Where the address leads for good, if it says so."""

    @property
    def outcome(self) -> str:
        """`fine`, `moved`, `refused`, `failed` or `unasked`."""
        if self.reason == UNASKED:
            return UNASKED
        if self.status is None or (self.status >= 400 and self.status not in _REFUSALS):
            return FAILED
        if self.status in _REFUSALS:
            return REFUSED
        return MOVED if self.moved_to else FINE


@dataclass(frozen=True, slots=True)
class Finding:
    """An address and what came of asking for it."""

    external: External
    answer: Answer
    since: datetime.date
    """Of a failure the day of the first one, else today."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the addresses of a record answered, each list in the order of the addresses."""

    broken: tuple[Finding, ...]
    """Failed, and had failed a week before."""
    failing: tuple[Finding, ...]
    """Failed, and it is too early to tell."""
    refused: tuple[Finding, ...]
    moved: tuple[Finding, ...]
    unasked: tuple[Finding, ...]
    """For which there was no time."""
    count: int
    """Of all that were asked."""
    failures: Mapping[str, datetime.date]
    """What is remembered: the first failure of each that fails, or failed and was not asked."""


def externals_of(catalogue: Catalogue) -> tuple[External, ...]:
    """The addresses outside the site that pages, sources and photographs name, in order."""
    places: dict[str, list[str]] = {}
    for page in catalogue.pages.values():
        for line, target in page.document.targets:
            places.setdefault(target, []).append(f"{page.path}:{line}")
    for source in catalogue.sources.values():
        for key, address in (("address", source.address), ("archived", source.archived)):
            if address:
                places.setdefault(address, []).append(f"{source.path}:{line_of(source, key)}")
    for article in catalogue.articles.values():
        if article.photograph and article.photograph.address:
            place = f"{article.facts.path}:{line_of(article.facts, 'photograph.address')}"
            places.setdefault(article.photograph.address, []).append(place)
    return tuple(
        External(address, tuple(dict.fromkeys(found)))
        for address, found in sorted(places.items())
        if address.lower().startswith(("http://", "https://"))
    )


def lost_sources(catalogue: Catalogue, findings: Findings) -> tuple[Source, ...]:
    """The sources whose address is broken, and that name no archived copy."""
    broken = {finding.external.address for finding in findings.broken}
    sources = catalogue.sources.values()
    return tuple(it for it in sources if it.address in broken and not it.archived)


def weigh(
    externals: Iterable[External],
    answers: Mapping[str, Answer],
    failures: Mapping[str, datetime.date],
    today: datetime.date,
) -> Findings:
    """What the answers come to, with the first `failures` remembered from the time before."""
    found: dict[str, list[Finding]] = {
        kind: [] for kind in ("broken", FAILED, REFUSED, MOVED, UNASKED, FINE)
    }
    for external in externals:
        answer = answers[external.address]
        failed = answer.outcome == FAILED
        since = min(failures.get(external.address, today), today) if failed else today
        kind = "broken" if failed and today - since >= PATIENCE else answer.outcome
        found[kind].append(Finding(external, answer, since))
    failing = {it.external.address: it.since for it in (*found["broken"], *found[FAILED])}
    unasked = {it.external.address for it in found[UNASKED]}
    return Findings(
        tuple(found["broken"]),
        tuple(found[FAILED]),
        tuple(found[REFUSED]),
        tuple(found[MOVED]),
        tuple(found[UNASKED]),
        sum(map(len, found.values())) - len(unasked),
        failing | {address: failures[address] for address in unasked & failures.keys()},
    )
