"""The ids of the paragraphs of an article, as `data/addresses/<slug>.yml` keeps them.

    _2: "fa p4be1a0 oQ7f…; en p09c3f7 Zk0d…"
    _3: "fa in _2 pa41c07 Bw2x…; en p55d0e9 0Yk1…"
    talks_1: "fa gone 2026-12-03 p77aa01 q3Vv…; en gone 2026-12-03 pc0ffe3 iU8s…"

One line an id, in the order of the ids, with an empty line between two of them: so branches that
change neighbours merge. What a line says by language is where its words are: in a paragraph of its
own, in that of another id since the two were merged, or nowhere since a day. Then the form of the
passage and its fingerprint follow; those of a paragraph that went away are the last it had.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from newsroom.record.documents import Entries, ParseContext
from newsroom.record.passages import LISTED, NOTE, PARAGRAPH, POINT
from newsroom.record.problems import say
from newsroom.record.schema import keyed
from newsroom.record.values import pattern
from newsroom.text.fingerprints import FORM, Fingerprint
from newsroom.text.ids import id_order
from newsroom.text.languages import LANGS

FOLDER = "data/addresses"

_ID = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?(?:_[a-z0-9]+(?:-[a-z0-9]+)*)+"
_STATE = (
    rf"(?P<lang>{'|'.join(LANGS)}) (?:gone (?P<gone>\d{{4}}-\d\d-\d\d) |in (?P<into>{_ID}) )?"
    rf"(?P<form>[{PARAGRAPH}{NOTE}{LISTED}{POINT}])(?P<words>{FORM})"
)
_STATES = re.compile(_STATE)
_ANY = re.sub(r"\(\?P<\w+>", "(?:", _STATE)
_FIRST, _SECOND = (rf"(?={lang} ){_ANY}" for lang in LANGS)
_LINE = pattern(rf"{_FIRST}(?:; {_SECOND})?|{_SECOND}", "'fa p4be1a0 oQ7f; en p09c3f7 Zk0d'")
_READ = keyed(_ID, "'city-diplomacy_2'", _LINE)
_HEAD = (
    "# The address of each paragraph, and what it is known by: `newsroom addresses` writes it.\n"
)


@dataclass(frozen=True, slots=True)
class State:
    """What became of a paragraph in one language."""

    form: str
    """One of those of `passages`."""
    words: Fingerprint
    gone: str = ""
    """The ISO day it was taken out, or `UNDATED` as long as that is not recorded."""
    into: str = ""
    """The id of the paragraph it was merged into."""

    @property
    def is_live(self) -> bool:
        """Whether there is a paragraph of that id."""
        return not self.gone and not self.into


UNDATED = "undated"
"""For a day that is not written down yet."""

Known = Mapping[str, Mapping[str, State]]
"""By id, then by language; a language that never had it is left out."""


@dataclass(frozen=True, slots=True)
class ParagraphIds:
    """What the file of an article says."""

    path: str
    known: Known
    lines: Mapping[str, int]
    """The line of each id."""


def file_of(slug: str) -> str:
    """The path of the file of an article, from the root."""
    return f"{FOLDER}/{slug}.yml"


def read_ids(entries: Entries, context: ParseContext) -> ParagraphIds | None:
    """What a file says; `None` with the reasons reported, as half of the ids would do harm."""
    before = len(context.problems)
    values: dict[str, str] = _READ(entries, context, "addresses") or {}
    known = {id: _states(value) for id, value in values.items()}
    lines = dict(entries.lines)
    for id, states in known.items():
        for state in states.values():
            if state.into and (state.into == id or state.into not in known):
                message = say("the address '{id}' leads to '{into}'", id=id, into=state.into)
                hint = say("restore the line from Git, then run `newsroom addresses`")
                context.report(lines[id], "value-unknown", message, hint)
    return ParagraphIds(context.path, known, lines) if len(context.problems) == before else None


def write_ids(known: Known, day: str) -> str:
    """The text of the file; what is gone since no recorded day is gone since `day`."""
    lines = [f'{id}: "{_written(known[id], day)}"\n' for id in in_order(known)]
    return _HEAD + "".join(f"\n{line}" for line in lines)


def in_order(ids: Iterable[str]) -> list[str]:
    """Ids as they are sorted: numbers in them by their value."""
    return sorted(ids, key=id_order)


def _states(value: str) -> dict[str, State]:
    return {
        found["lang"]: State(
            found["form"],
            Fingerprint.read(found["words"]),
            found["gone"] or "",
            found["into"] or "",
        )
        for found in _STATES.finditer(value)
    }


def _written(states: Mapping[str, State], day: str) -> str:
    parts = []
    for lang in (lang for lang in LANGS if lang in states):
        state = states[lang]
        if state.gone == UNDATED:
            state = replace(state, gone=day)
        where = f"gone {state.gone} " if state.gone else f"in {state.into} " if state.into else ""
        parts.append(f"{lang} {where}{state.form}{state.words.written}")
    return "; ".join(parts)
