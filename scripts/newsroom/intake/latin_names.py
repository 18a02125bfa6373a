"""Names in Latin letters that no entry bears: capitals beside an office, a title or a verb."""

import re
from collections.abc import Iterator, Sequence

from newsroom.intake.name_words import UnknownName, pieces
from newsroom.record.import_rules import ImportRules

_CAPITAL = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PARTICLES = frozenset("de da do dos del la van von bin ibn al el".split())
_LINKS = frozenset("of the and for".split())
"""What stands inside the name of an organisation, too."""


def latin_names(text: str, import_rules: ImportRules) -> Iterator[UnknownName]:
    """Runs of capitals beside an office, a title or a verb of speech, or with a body's word.

    An office may stand in the next piece, too: "Anna Bell, the mayor of Northport".
    """
    offices, honorifics = set(import_rules.offices), set(import_rules.honorifics)
    speech, common, bodies = (
        set(import_rules.speech),
        set(import_rules.common),
        set(import_rules.bodies),
    )
    waiting, office = "", ""
    for piece, end in pieces(text):
        words = piece.split()
        heads = [word.lower().strip(".") for word in words[:4]]
        beside = next((word for word in heads if word in offices | speech), "")
        if waiting and beside:
            yield UnknownName(waiting, "person", beside)
        at, before_last = 0, office
        office = next((word.lower() for word in words[-1:] if word.lower() in offices), "")
        waiting = ""
        while at < len(words):
            run = _capital_run(words, at, common | offices | honorifics, bodies)
            before = words[at - 1].lower().strip(".") if at else before_last
            if len(run) < 2 and not (run and before in honorifics):
                at += 1
                continue
            after = words[at + len(run)].lower().strip(".,") if at + len(run) < len(words) else ""
            name = " ".join(run).strip(",.;:’'")
            body = next((word for word in run if word.lower().strip(",.") in bodies), "")
            beside = next(
                (cue for cue in (before, after) if cue in offices | honorifics | speech), ""
            )
            if body:
                yield UnknownName(name, "organisation", body)
            elif beside:
                yield UnknownName(name, "person", beside)
            elif end == "," and at + len(run) == len(words):
                waiting = name
            at += len(run)


def _capital_run(words: Sequence[str], at: int, excluded: set[str], bodies: set[str]) -> list[str]:
    run: list[str] = []
    is_body = False
    for word in words[at:]:
        bare = word.strip(",.;:’'“”")
        particles = _PARTICLES | _LINKS if is_body else _PARTICLES
        is_particle = bool(run) and bare.lower() in particles and word == bare
        if not is_particle and (
            not (_CAPITAL.fullmatch(bare) and bare[0].isupper()) or bare.lower() in excluded
        ):
            break
        run.append(word)
        is_body = is_body or bare.lower() in bodies
        if word != bare:
            break
    while run and run[-1].lower() in _PARTICLES | _LINKS:
        run.pop()
    return run
