"""What an edit of an entry changes of what it states: events, offices and key figures."""

from collections.abc import Iterator, Mapping, Sequence

from newsroom.check.claims import NAME, OFFICE, STATUS, Claim, Claims
from newsroom.check.edits import Edit, Text, edits_of
from newsroom.check.facts import DATE, NUMBER, Fact, Names, Passage
from newsroom.check.parity import NO_DAY
from newsroom.document.blocks import ADMONITION
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import Event
from newsroom.record.kinds.figure import Figure
from newsroom.record.participants import Participant, Role
from newsroom.record.problems import Located, line_of
from newsroom.text.dates import Period, iso_of
from newsroom.text.languages import LANGS
from newsroom.text.persian import HALF_SPACE, folded_words

LangEdit = tuple[str, Edit]
"""A language, and what has changed in it."""

_SHARED = 3
"""What two offices have in common at least, if one became the other: see `_traits`."""
_SMALL = frozenset("the a an of".split())
_LISTS = ("participants", "listed", "mentioned")


def date_claim(period: Period, line: int, marks: Sequence[str] = ()) -> Claim:
    """A date as a file has it, with what is said of it."""
    days = f"{period.start}/{period.end}"
    fact = Fact(DATE, frozenset((days,)), iso_of(period), line, period=period)
    printed = " ".join((iso_of(period), *marks))
    return Claim(DATE, " ".join((days, *marks)), printed, line, fact=fact)


def event_edits(old: Event, new: Event, catalogue: Catalogue, names: Names) -> Iterator[LangEdit]:
    """What an event states otherwise: its date, status, place, participants and texts."""
    was, now = (
        date_claim(it.date, line_of(it, "date"), [
            mark for mark in ("approximate", "within", "reported") if getattr(it, mark)
        ])
        for it in (old, new)
    )  # fmt: skip
    if was.key != now.key:
        yield from _in_both(was, now, now.line)
    line = line_of(new, "status")
    if old.status != new.status:
        for lang in LANGS:
            words = catalogue.strings[lang].words
            was, now = (
                Claim(STATUS, it.status, words[f"timeline.{it.status}"], line) for it in (old, new)
            )
            yield lang, Edit(was, now, line)
    yield from _place_edits(old, new, catalogue)
    yield from _participant_edits(old, new, catalogue)
    for lang in LANGS:
        texts = [
            [
                _text(place, it[lang], entry, lang, names, new.date, key)
                for key, place in (("title", "title"), ("summary", "summary"), ("note", ADMONITION))
                if (it := getattr(entry, key))
            ]
            for entry in (old, new)
        ]
        yield from ((lang, edit) for edit in edits_of(*texts))


def figure_edits(old: Figure, new: Figure | None, names: Names) -> Iterator[LangEdit]:
    """What a key figure states otherwise: its value, and its label; one may be gone."""
    for lang in LANGS:
        if new is None:
            yield lang, Edit(Claim(NUMBER, old.value["en"], old.value[lang], 1), None, 1)
            continue
        texts = []
        for it in (old, new):
            value = it.value[lang]
            text, key = f"{value} {it.label[lang]}", f"figures.{it.id}"
            whole = _text("title", text, it, lang, names, NO_DAY, f"{key}.value")
            label = _text("summary", it.label[lang], it, lang, names, NO_DAY, f"{key}.label")
            texts.append([Text(whole.claims, (0, len(value))), label])
        yield from ((lang, edit) for edit in edits_of(*texts))


def role_edits(
    old: Participant, new: Participant, fresh: frozenset[str]
) -> Iterator[tuple[str, list[LangEdit]]]:
    """The offices of a person that are gone, new or others, each with its source.

    An office that a source of `fresh` gives, one the record has not had before, is no addition to
    what was published.
    """
    kept = set(map(_traits, old.roles)) & set(map(_traits, new.roles))
    gone = [role for role in old.roles if _traits(role) not in kept]
    added = [(at, role) for at, role in enumerate(new.roles) if _traits(role) not in kept]
    for was in gone:
        alike = sorted(
            added, key=lambda it: -len(set(_traits(was)) & set(_traits(it[1]))),
        )  # fmt: skip
        if alike and len(set(_traits(was)) & set(_traits(alike[0][1]))) >= _SHARED:
            at, now = alike[0]
            added.remove(alike[0])
            line = line_of(new, f"roles.{at}.office")
            yield now.source, [*_of_role(new.id, was, now, line)]
        else:
            yield was.source, [*_of_role(new.id, was, None, line_of(new, "roles"))]
    for at, now in added:
        if now.source not in fresh:
            yield now.source, [*_of_role(new.id, None, now, line_of(new, f"roles.{at}.office"))]


def _of_role(id: str, was: Role | None, now: Role | None, line: int) -> Iterator[LangEdit]:
    """What an office states otherwise, in the languages in which it does."""
    before, after = (_traits(it) if it else () for it in (was, now))
    for index, lang in enumerate(LANGS):
        is_other = before[len(LANGS) :] != after[len(LANGS) :]
        if is_other or before[index] != after[index]:
            told, tells = (_role_claim(id, it, lang, line) if it else None for it in (was, now))
            yield lang, Edit(told, tells, line)


def _traits(role: Role) -> tuple[str, ...]:
    """What makes an office: its words in each language, whose order says nothing, and the rest."""
    words = (
        f"{lang} "
        + " ".join(sorted({*folded_words(role.office[lang].replace(HALF_SPACE, ""))} - _SMALL))
        for lang in LANGS
    )
    body, place = role.organisation or "", role.place or ""
    return (
        *words, f"body {body}", f"place {place}", f"source {role.source}", iso_of(role.as_of)
    )  # fmt: skip


def _role_claim(id: str, role: Role, lang: str, line: int) -> Claim:
    printed = f"{role.office[lang]} ({role.source}, {iso_of(role.as_of)})"
    return Claim(OFFICE, " ".join(_traits(role)), printed, line, target_id=id)


def _place_edits(old: Event, new: Event, catalogue: Catalogue) -> Iterator[LangEdit]:
    if old.place != new.place:
        line = line_of(new, "place")
        for lang in LANGS:
            was, now = (
                _name_claim(it.place, catalogue, lang, line) if it.place else None
                for it in (old, new)
            )
            yield lang, Edit(was, now, line)


def _participant_edits(old: Event, new: Event, catalogue: Catalogue) -> Iterator[LangEdit]:
    """Who takes part no longer, or newly, or in another part."""
    before, after = _parts_of(old), _parts_of(new)
    for id in dict.fromkeys((*before, *after)):
        was, now = before.get(id), after.get(id)
        if was != now:
            line = line_of(new, now or "participants")
            for lang in LANGS:
                told, tells = (
                    _name_claim(id, catalogue, lang, line, part) if part else None
                    for part in (was, now)
                )
                yield lang, Edit(told, tells, line)


def _parts_of(event: Event) -> Mapping[str, str]:
    return {id: part for part in _LISTS for id in getattr(event, part)}


def _name_claim(id: str, catalogue: Catalogue, lang: str, line: int, part: str = "") -> Claim:
    entry = catalogue.participants.get(id)
    name = entry.name[lang] if entry else id
    if part:
        name = f"{name} ({catalogue.strings[lang].words[f'timeline.{part}']})"
    return Claim(NAME, f"{id} {part}".strip(), name, line, target_id=id)


def _in_both(was: Claim, now: Claim, line: int) -> Iterator[LangEdit]:
    for lang in LANGS:
        yield lang, Edit(was, now, line)


def _text(
    place: str, text: str, entry: Located, lang: str, names: Names, near: Period, key: str
) -> Text:
    """A text of an entry, as one of a page."""
    line = line_of(entry, f"{key}.{lang}")
    passage = Passage.of(text, lang, (entry.path, line), names, near, place)
    return Text(Claims(passage, lang, names.participants))
