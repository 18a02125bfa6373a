"""Entries held to the sources they cite: roles, events, key figures, what sources disagree on.

An entry retells no paragraph, so the whole of each source it cites counts. What it tells of one
source, as a disagreement does, is looked for in that one alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.check.claims import QUOTATION, SPEAKER, Claim, Claims
from newsroom.check.facts import Names, Passage
from newsroom.check.parity import NO_DAY
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Located, line_of
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual
from newsroom.verify.sources import SourceText
from newsroom.verify.verifying import Finding, Where, judged

_NO_CLAIMS = (QUOTATION, SPEAKER)


@dataclass(frozen=True, slots=True)
class _Told:
    """A text of an entry, and the sources it cites."""

    entry: Located
    place: str
    """Where in the file: `roles.0.office`."""
    text: Bilingual
    sources: Sequence[str]
    near: Period | None
    person: str = ""
    """Whose office it is."""


def verify_entries(catalogue: Catalogue, sources: Mapping[str, SourceText]) -> Iterator[Finding]:
    """What became of each claim of the entries that cite a source which is at hand."""
    names = Names(catalogue)
    for told in _told(catalogue):
        cited = [sources[id] for id in told.sources if id in sources]
        for lang in LANGS if cited else ():
            page = _page(told, lang)
            for claim in _claims(told, page, names):
                yield judged(page, claim, Where([(source, None) for source in cited]))


def _told(catalogue: Catalogue) -> Iterator[_Told]:
    for entry in catalogue.participants.values():
        for number, role in enumerate(entry.roles):
            place = f"roles.{number}.office"
            yield _Told(entry, place, role.office, (role.source,), role.as_of, entry.id)
    for event in catalogue.events.values():
        for key in ("title", "summary"):
            if text := getattr(event, key):
                yield _Told(event, key, text, event.sources, event.date)
    for figure in catalogue.figures:
        for key in ("value", "label"):
            yield _Told(figure, key, getattr(figure, key), figure.sources, None)
    for disagreement in catalogue.disagreements.values():
        for number, says in enumerate(disagreement.says):
            source = catalogue.sources.get(says.source)
            near = (source.published or source.not_before) if source else None
            yield _Told(disagreement, f"says.{number}.text", says.text, (says.source,), near)


def _page(told: _Told, lang: str) -> Page:
    """The text as a page of its own, with the path and the line of the entry."""
    line = line_of(told.entry, f"{told.place}.{lang}")
    return Page(lang, "", "", "", told.text[lang], line, told.entry.path, {})


def _claims(told: _Told, page: Page, names: Names) -> Iterator[Claim]:
    place, near = (page.path, page.body_line), told.near or NO_DAY
    passage = Passage.of(page.body, page.lang, place, names, near)
    claims = Claims(passage, page.lang, names.participants)
    if told.person:
        yield from claims.of_office(told.person)
    else:
        yield from (claim for claim in claims if claim.kind not in _NO_CLAIMS)
