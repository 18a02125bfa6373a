"""What a rule of the check is: its ids, their levels and its scope, bound to what finds problems.

A rule is declared where it is written, `@rule(FILE, warning="image-large")`, and makes its problems
itself, so that no id and no level can differ from the declaration. Its reason is its docstring; its
page for editors is the section of that id in the guide.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from inspect import getdoc
from typing import Generic, ParamSpec

from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import ERROR, WARNING, Located, Problem, line_of
from newsroom.record.segments import TextSegment

P = ParamSpec("P")
Find = Callable[P, Iterator[Problem]]

EITHER = "either"
"""The level of what is an error or a warning as the case may be."""


@dataclass(frozen=True, slots=True, eq=False)
class Scope(Generic[P]):
    """What a rule looks at; its parameters are what a rule of that scope is called with."""

    name: str


RECORD: Scope[[Catalogue]] = Scope("record")
"""What one file owes another. Run with the drafts and without; needed for a build."""
PAIR: Scope[[Catalogue]] = Scope("pair")
"""The form of the two versions of a page. Run with the drafts and without; needed for a build."""
FILE: Scope[[Catalogue]] = Scope("file")
"""Each file by itself: drafts make no difference. Run once; needed for a build."""
MARKUP: Scope[[Catalogue]] = Scope("markup")
"""What of a page would not be shown. Run once; a site can be built without."""
TRANSLATION: Scope[[Catalogue]] = Scope("translation")
"""What the two versions of a page say. Run with the drafts and without."""
CLOCK: Scope[[Catalogue, date]] = Scope("clock")
"""The dates of the record, and today."""
TEXT: Scope[[TextSegment]] = Scope("text")
"""One piece of text by itself."""
WORDS: Scope[[Catalogue, Sequence[TextSegment]]] = Scope("words")
"""All pieces of text, and the words of the record they are held against."""
LINKS: Scope[[Catalogue, Collection[Page]]] = Scope("links")
"""Where the links of some pages lead. Run with the drafts and without; needed for a build."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Generic[P]):
    """A generator of problems with what it has declared; called like the function itself."""

    scope: Scope[P]
    levels: dict[str, str]
    """`error`, `warning` or `either`, by the ids of the problems it may report."""
    find: Find[P]
    apart: bool = False
    """Whether what it finds on a page follows from the versions of that page, from the entries
    they name and from what all texts are held against. It is remembered then (`remembered`)."""

    @property
    def reason(self) -> str:
        """Why there is the rule, in a sentence or two."""
        return getdoc(self.find) or ""

    def __call__(self, *args: P.args, **named: P.kwargs) -> Iterator[Problem]:
        return self.find(*args, **named)

    def problem(
        self, path: str, line: int, message: str, hint: str = "", *, id: str = "", level: str = ""
    ) -> Problem:
        """A problem of this rule; `id` is needed if it has several, `level` allowed for `either`.

        Raises a `KeyError` for an id, and a `ValueError` for a level, that is not declared.
        """
        if not id:
            (id,) = self.levels
        declared = self.levels[id]
        if level and declared not in (level, EITHER):
            raise ValueError(f"{id} is declared as {declared}")
        return Problem(path, line, id, message, hint, level or declared.replace(EITHER, ERROR))

    def at(self, text: TextSegment, position: int, message: str, hint: str = "") -> Problem:
        """A problem at a position of a piece of text; the rule has one id."""
        return self.problem(text.path, text.line_at(position), message, hint)

    def on(self, page: Page, position: int, message: str, hint: str = "") -> Problem:
        """A problem at a position of a page's body; the rule has one id."""
        return self.problem(page.path, page.document.line_at(position), message, hint)

    def of(self, entry: Located, place: str, message: str, hint: str = "", id: str = "") -> Problem:
        """A problem of a value of a file, by its place: `roles.0.source`."""
        return self.problem(entry.path, line_of(entry, place), message, hint, id=id)


def rule(
    scope: Scope[P],
    *,
    error: str | tuple[str, ...] = (),
    warning: str | tuple[str, ...] = (),
    either: str | tuple[str, ...] = (),
    apart: bool = False,
) -> Callable[[Find[P]], Rule[P]]:
    """Declare a generator function as a rule, with the ids of its problems by their level."""
    declared = {ERROR: error, WARNING: warning, EITHER: either}
    levels = {
        id: level
        for level, ids in declared.items()
        for id in ((ids,) if isinstance(ids, str) else ids)
    }
    return lambda find: Rule(scope, levels, find, apart)
