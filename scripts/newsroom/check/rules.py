"""All rules, and the check that runs them.

What a single file shows by itself (its schema, its dates) is reported while it is read; the modules
beside this one declare the rules that take more. The id of each has its section in the guide.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from importlib import import_module
from itertools import chain, islice, product
from pathlib import Path
from pkgutil import iter_modules
from typing import cast, get_args

from newsroom import check as package
from newsroom.check.links import heading_ids, led_to
from newsroom.check.remembered import Memory, Value, by_unit, keys_of, problems_of, units_of
from newsroom.check.rule import (
    CLOCK,
    FILE,
    LINKS,
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
from newsroom.record.kept import Kept, digest_of
from newsroom.record.problems import ERROR, Problem, ReadingRule, say
from newsroom.record.segments import segments_of

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


def rules_of(scope: Scope[P], *, apart: bool | None = None) -> Iterator[Rule[P]]:
    """The rules that are called with what a scope says; all, or those that judge pages apart."""
    rules = (rule for rule in RULES if rule.scope is scope and apart in (None, rule.apart))
    return (cast(Rule[P], rule) for rule in rules)


MOST = 100
"""Problems of a rule that are listed of a file; who mends these sees the others."""


def check(
    root: Path,
    *,
    drafts: bool = False,
    scope: Extent | None = None,
    today: date | None = None,
    kept: Kept | None = None,
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue below `root` and everything that is wrong with it, by file and line.

    Drafts are checked like the rest, and the rest once more without them: nothing that is
    published may lead to a draft. The catalogue has drafts only when asked for. With a scope no
    more is read than it needs, and only what is wrong within it is told of. `today` is what the
    clock says, unless given. What is `kept` of the last check is not judged again.
    """
    whole, problems = Catalogue.load(root, drafts=True, only=scope.needed if scope else None)
    published = whole.published()
    found = {*problems, *_found_in(whole, published, _WHOLE, apart=False)}
    for dated in rules_of(CLOCK):
        found |= set(dated(whole, today or date.today()))
    found |= set(_Apart(whole, published, Memory(kept)).problems())
    held = (problem for problem in found if scope is None or scope.holds(problem))
    return whole if drafts else published, tuple(_first(sorted(held)))


def check_form(root: Path, *, drafts: bool = False) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The same without the rules that judge words and hold one language against the other.

    What is left is all that a site must not be made without, at a fifth of the time: a text may be
    seen while its translation is still being written.
    """
    whole, problems = Catalogue.load(root, drafts=True)
    published = whole.published()
    found = {*problems, *_found_in(whole, published, _FORM), *_linked(whole, published)}
    return whole if drafts else published, tuple(_first(sorted(found)))


_FORM = ((RECORD, PAIR), (FILE,))
_WHOLE = ((RECORD, PAIR, TRANSLATION), (FILE, MARKUP))
"""The scopes whose rules are run with the drafts and without, and those that are run with only."""


def _found_in(
    whole: Catalogue,
    published: Catalogue,
    scopes: tuple[Iterable[Scope[[Catalogue]]], Iterable[Scope[[Catalogue]]]],
    *,
    apart: bool | None = None,
) -> Iterator[Problem]:
    """What the rules of some scopes find."""
    twice, once = (
        chain.from_iterable(rules_of(scope, apart=apart) for scope in it) for it in scopes
    )
    for rule in twice:
        yield from rule(whole)
        if published is not whole:
            yield from rule(published)
    for rule in once:
        yield from rule(whole)


def _linked(
    whole: Catalogue, published: Catalogue, fresh: Collection[str] | None = None
) -> Iterator[Problem]:
    """What is wrong with the links of the pages of some paths, or of all."""
    catalogues = (whole,) if published is whole else (whole, published)
    for rule, catalogue in product(rules_of(LINKS), catalogues):
        pages = catalogue.pages.values()
        yield from rule(catalogue, [it for it in pages if fresh is None or it.uri in fresh])


class _Apart:
    """What is wrong with each page and each text by itself, and with the links of each page."""

    def __init__(self, whole: Catalogue, published: Catalogue, memory: Memory) -> None:
        self._whole, self._published, self._memory = whole, published, memory
        self._units = units_of(whole)
        self._pages = {page.path: page.uri for page in whole.pages.values()}
        self._found: list[Problem] = []

    def problems(self) -> Iterator[Problem]:
        """Those of units that were judged before are remembered."""
        keys = keys_of(self._whole)
        known = self._memory.values(keys, self._judged)
        of_pages = {uri: keys[uri] for uri in self._pages.values()}
        ids = {uri: f"{key} headings" for uri, key in of_pages.items()}
        led = self._memory.values(ids, self._headings)
        ground = digest_of(
            repr((led_to(self._whole), led_to(self._published), sorted(led.items())))
        )
        links = {uri: f"{key} {ground}" for uri, key in of_pages.items()}
        linked = self._memory.values(links, self._linked)
        self._memory.write()
        return chain(self._found, problems_of(chain(known.values(), linked.values())))

    def _judged(self, fresh: Collection[str]) -> Mapping[str, Value]:
        whole, published = self._whole.only(fresh), self._published.only(fresh)
        shown = whole if self._published is self._whole else published
        on_pages = [*_found_in(whole, shown, _WHOLE, apart=True)]
        in_texts = [*self._worded(whole, fresh)]
        self._found += (*on_pages, *in_texts)  # a rule for pages may look at entries as well
        of_pages = (problem for problem in on_pages if problem.path in self._pages)
        return by_unit((*of_pages, *in_texts), self._units, fresh)

    def _worded(self, narrow: Catalogue, fresh: Collection[str]) -> Iterator[Problem]:
        """What is wrong with the texts of some units."""
        values = (it for it in narrow.values if self._units[it.path] in fresh)
        segments = (*values, *segments_of(narrow.pages))
        for segment, textual in product(segments, tuple(rules_of(TEXT))):
            yield from islice(textual(segment), MOST + 1)
        for worded in rules_of(WORDS):
            yield from worded(self._whole, segments)

    def _headings(self, fresh: Collection[str]) -> Mapping[str, Value]:
        found: dict[str, Value] = {uri: [] for uri in fresh}
        for page in self._whole.only(fresh).pages.values():
            found[page.uri].append([page.lang, *heading_ids(page)])
        return found

    def _linked(self, fresh: Collection[str]) -> Mapping[str, Value]:
        found = [*_linked(self._whole, self._published, fresh)]
        self._found += found
        return by_unit(found, self._pages, fresh)


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
