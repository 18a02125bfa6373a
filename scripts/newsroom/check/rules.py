"""All rules, and the check that runs them.

What a single file shows by itself (its schema, its dates) is reported while it is read; the modules
beside this one declare the rules that take more. The id of each has its section in the guide.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import chain, islice, product
from pathlib import Path
from pkgutil import iter_modules
from typing import cast, get_args

from newsroom import check as package
from newsroom.check.rule import (
    CLOCK,
    FILE,
    MARKUP,
    PAIR,
    RECORD,
    TEXT,
    TRANSLATION,
    WORDS,
    P,
    Rule,
    Scope,
)
from newsroom.check.scope import Extent
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import ERROR, Problem, ReadingRule, say

_MODULES = [
    import_module(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__)
]

RULES: tuple[Rule[...], ...] = tuple(
    dict.fromkeys(
        found for module in _MODULES for found in vars(module).values() if isinstance(found, Rule)
    )
)
"""Those of every module of this package."""
LEVELS: Mapping[str, str] = {
    **dict.fromkeys(get_args(ReadingRule), ERROR),
    **dict(chain.from_iterable(rule.levels.items() for rule in RULES)),
}
"""The level of every rule, by id: `error`, `warning` or `either`."""


def rules_of(scope: Scope[P]) -> Iterator[Rule[P]]:
    """The rules that are called with what a scope says."""
    return (cast(Rule[P], rule) for rule in RULES if rule.scope is scope)


MOST = 100
"""Problems of a rule that are listed of a file; who mends these sees the others."""


def check(
    root: Path,
    *,
    drafts: bool = False,
    scope: Extent | None = None,
    today: date | None = None,
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue below `root` and everything that is wrong with it, by file and line.

    Drafts are checked like the rest, and the rest once more without them: nothing that is
    published may lead to a draft. The catalogue has drafts only when asked for. With a scope no
    more is read than it needs, and only what is wrong within it is told of. `today` is what the
    clock says, unless given.
    """
    whole, problems = Catalogue.load(root, drafts=True, only=scope.needed if scope else None)
    published = whole.published()
    found = {*problems, *_found_in(whole, published, (RECORD, PAIR, TRANSLATION), (FILE, MARKUP))}
    for dated in rules_of(CLOCK):
        found |= set(dated(whole, today or date.today()))
    segments = whole.segments()
    for segment, textual in product(segments, tuple(rules_of(TEXT))):
        found |= set(islice(textual(segment), MOST + 1))
    for worded in rules_of(WORDS):
        found |= set(worded(whole, segments))
    held = (problem for problem in found if scope is None or scope.holds(problem))
    return whole if drafts else published, tuple(_first(sorted(held)))


def check_form(root: Path, *, drafts: bool = False) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The same without the rules that judge words and hold one language against the other.

    What is left is all that a site must not be made without, at a fifth of the time: a text may be
    seen while its translation is still being written.
    """
    whole, problems = Catalogue.load(root, drafts=True)
    published = whole.published()
    found = {*problems, *_found_in(whole, published, (RECORD, PAIR), (FILE,))}
    return whole if drafts else published, tuple(_first(sorted(found)))


def _found_in(
    whole: Catalogue,
    published: Catalogue,
    twice: Iterable[Scope[[Catalogue]]],
    once: Iterable[Scope[[Catalogue]]],
) -> Iterator[Problem]:
    """What the rules of some scopes find, with the drafts and without, and of others only with."""
    for rule in chain.from_iterable(map(rules_of, twice)):
        yield from rule(whole)
        if published is not whole:
            yield from rule(published)
    for rule in chain.from_iterable(map(rules_of, once)):
        yield from rule(whole)


def _first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of each rule in each file, in order, and that there are more."""
    seen: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        key = problem.path, problem.rule
        seen[key] += 1
        if seen[key] <= MOST:
            yield problem
        elif seen[key] == MOST + 1:
            message = say(
                "more of the same from here on; at most {most} per file are listed", most=MOST
            )
            yield replace(problem, message=message, hint="")
