"""What was published and is stated otherwise now.

Compared are the paragraphs of articles, and events, offices and key figures, as they were at the
revision a change starts from and as they are. How facts are told from wording: `edits`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from newsroom.check.claims import NAME, Claim, claims_of
from newsroom.check.edits import Edit, Text, edits_of
from newsroom.check.entry_edits import date_claim, event_edits, figure_edits, role_edits
from newsroom.check.facts import DATE, Names
from newsroom.check.parity import near_day
from newsroom.check.past import Past
from newsroom.check.repeats import Around, Place, Repeats
from newsroom.check.scope import Change
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import Event
from newsroom.record.kinds.figure import Figure
from newsroom.record.participants import Participant
from newsroom.record.problems import line_of
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS

CHANGED, REMOVED, ADDED = "fact-changed", "fact-removed", "fact-added"
"""The ids of the rules that ask for a word to the readers."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that was published and is gone, new (without `was`) or another one."""

    path: str
    line: int
    kind: str
    """That of the claim, or `status`."""
    was: Mapping[str, str]
    """As it was printed, by the languages in which it has changed."""
    now: Mapping[str, str]
    edit: Edit
    around: Around
    """What it belongs to; by this it is found in other files."""
    slug: str = ""
    """The article it stands in; empty for an entry."""
    id: str = ""
    """The event or other entry it stands in."""
    repeated: tuple[Place, ...] = ()
    """Where the record still says what it was."""

    @property
    def rule(self) -> str:
        return CHANGED if self.was and self.now else REMOVED if self.was else ADDED

    @property
    def langs(self) -> tuple[str, ...]:
        return tuple(lang for lang in LANGS if lang in self.was or lang in self.now)


def fact_changes(
    past: Past, change: Change, catalogue: Catalogue, files: Mapping[str, bytes]
) -> tuple[FactChange, ...]:
    """What is stated otherwise than was published, by file and line.

    `past` is what the touched files of `change` said, `files` are those of the record as they are;
    the catalogue need have no more than what the scope of the change needs.
    """
    names = past.names(catalogue)
    repeats = Repeats(catalogue, files, names)
    found = [
        *_in_articles(past, catalogue, names),
        *_in_entries(past, change, catalogue, names),
    ]
    return tuple(
        replace(it, repeated=tuple(_repeated(it, repeats)))
        for it in sorted(found, key=lambda it: (it.path, it.line))
    )


def _repeated(found: FactChange, repeats: Repeats) -> Iterator[Place]:
    """Where the old value stands; of a stretch of days also the end that is another one now."""
    was, now = found.edit.was, found.edit.now
    seen = set()
    ends = () if found.slug or not was else _ends_gone(was, now)
    for claim in (was, *ends) if was else ():
        for place in chain(repeats.of(claim, found.around), repeats.elsewhere(claim, found.around)):
            if (place.path, place.line) not in seen:
                seen.add((place.path, place.line))
                yield place


def _ends_gone(was: Claim, now: Claim | None) -> Iterator[Claim]:
    old, new = (it.fact.period if it and it.fact else None for it in (was, now))
    if was.kind == DATE and old and new and not old.is_day:
        for day in (old.start, old.end):
            if day not in (new.start, new.end):
                yield date_claim(Period(day, day), was.line)


def _in_articles(past: Past, catalogue: Catalogue, names: Names) -> Iterator[FactChange]:
    for slug, old in past.articles.items():
        new = catalogue.articles.get(slug)
        if new is None:
            continue
        around = Around(frozenset(new.all_sources), frozenset((slug,)), frozenset(new.events))
        edits: list[tuple[str, Edit]] = [*_of_facts(old, new, catalogue)]
        near = near_day(catalogue, new.uri)
        stated = [claims_of(it, names, near) for it in (old, new)]
        for lang in old.versions:
            if lang in new.versions:
                texts = [[*map(Text, it[lang])] for it in stated]
                edits += [(lang, edit) for edit in edits_of(*texts)]
        paths = {lang: page.path for lang, page in new.versions.items()}
        yield from _merged(edits, paths, around, slug=slug)


def _of_facts(old: Article, new: Article, catalogue: Catalogue) -> Iterator[tuple[str, Edit]]:
    """What the front matter of an article states otherwise."""
    page = new.facts
    if old.date != new.date:
        line = line_of(page, "date")
        was, now = (date_claim(it.date, line) if it.date else None for it in (old, new))
        yield new.original, Edit(was, now, line)
    if old.place != new.place:
        line, lang = line_of(page, "place"), new.original
        labels = catalogue.labels("place")
        was, now = (
            Claim(NAME, it.place, labels[it.place][lang] if it.place in labels else it.place, line)
            if it.place
            else None
            for it in (old, new)
        )
        yield lang, Edit(was, now, line)


def _in_entries(
    past: Past, change: Change, catalogue: Catalogue, names: Names
) -> Iterator[FactChange]:
    new_sources = frozenset(
        path.rpartition("/")[2].removesuffix(".yml")
        for path in change.touched - set(change.before)
        if path.startswith("data/sources/")
    )
    figures = [it for it in past.entries.values() if isinstance(it, Figure)]
    for old in past.entries.values():
        if isinstance(old, Event) and (event := catalogue.events.get(old.id)):
            articles = frozenset(
                it.slug for it in catalogue.articles.values() if old.id in it.events
            )
            around = Around(frozenset(event.sources), articles, frozenset((old.id,)))
            edits = [*event_edits(old, event, catalogue, names)]
            yield from _merged(edits, dict.fromkeys(LANGS, event.path), around, id=old.id)
        elif isinstance(old, Participant) and (person := catalogue.participants.get(old.id)):
            for source, edits in role_edits(old, person, new_sources):
                around = Around(frozenset((source,)), frozenset(), frozenset())
                yield from _merged(edits, dict.fromkeys(LANGS, person.path), around, id=old.id)
    if figures:
        yield from _in_figures(figures, catalogue, names)


def _in_figures(olds: Sequence[Figure], catalogue: Catalogue, names: Names) -> Iterator[FactChange]:
    for old, new in _paired(olds, list(catalogue.figures)):
        now = new or old
        around = Around(frozenset(now.sources), frozenset((now.article,)), frozenset())
        edits = [*figure_edits(old, new, names)]
        yield from _merged(edits, dict.fromkeys(LANGS, now.path), around, id=f"figure {now.id}")


def _paired(olds: Sequence[Figure], left: list[Figure]) -> Iterator[tuple[Figure, Figure | None]]:
    """Each figure with what it is now: of the same label, or else of the same place and article."""
    waiting = []
    for old in olds:
        new = next((it for it in left if it.label["en"] == old.label["en"]), None)
        if new is None:
            waiting.append(old)
        else:
            left.remove(new)
            yield old, new
    for old in waiting:
        new = next((it for it in left if (it.id, it.article) == (old.id, old.article)), None)
        if new is not None:
            left.remove(new)
        yield old, new


def _merged(
    edits: Sequence[tuple[str, Edit]],
    paths: Mapping[str, str],
    around: Around,
    *,
    slug: str = "",
    id: str = "",
) -> Iterator[FactChange]:
    """The edits of both languages, those that change the same fact in the same way as one."""
    found: dict[tuple[str, str, str], dict[str, Edit]] = {}
    for lang, edit in edits:
        key = edit.kind, edit.was.key if edit.was else "", edit.now.key if edit.now else ""
        found.setdefault(key, {}).setdefault(lang, edit)
    for (kind, _, _), by_lang in found.items():
        lang, first = list(by_lang.items())[-1]
        was = {lang: edit.was.printed for lang, edit in by_lang.items() if edit.was}
        now = {lang: edit.now.printed for lang, edit in by_lang.items() if edit.now}
        yield FactChange(paths[lang], first.line, kind, was, now, first, around, slug, id)
