"""What rules declare, and what is reported and explained by those declarations."""

import ast
from collections import defaultdict
from collections.abc import Iterator

import pytest

from newsroom.check import rule as scopes
from newsroom.check.facts_kept import PUBLISHED
from newsroom.check.manual import PAGES
from newsroom.check.removals import CHANGE
from newsroom.check.rule import EITHER, FILE, Rule, Scope, rule
from newsroom.check.rules import LEVELS, RULES
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import ERROR, WARNING, Problem

from ..conftest import ROOT

ENGINE = sorted((ROOT / "scripts" / "newsroom").rglob("*.py"))
MAKERS = ("record/documents.py", "check/rule.py", "check/remembered.py")
"""The modules that make problems of ids they are given."""


@rule(FILE, error="colour-wrong", warning="colour-faint", either="colour-odd")
def colour(catalogue: Catalogue) -> Iterator[Problem]:
    """A page has the colours of its house."""
    yield from ()


def test_problem_has_the_level_its_rule_declares() -> None:
    made = [
        colour.problem("a.md", 3, "is red", id="colour-wrong"),
        colour.problem("a.md", 3, "is pale", "press harder", id="colour-faint"),
        colour.problem("a.md", 3, "is odd", id="colour-odd"),
        colour.problem("a.md", 3, "is odd", id="colour-odd", level=WARNING),
    ]

    assert [problem.level for problem in made] == [ERROR, WARNING, ERROR, WARNING]
    assert made[1] == Problem("a.md", 3, "colour-faint", "is pale", "press harder", WARNING)


def test_rule_refuses_what_it_does_not_declare() -> None:
    with pytest.raises(KeyError):
        colour.problem("a.md", 1, "is loud", id="colour-loud")
    with pytest.raises(ValueError, match="colour-wrong is declared as error"):
        colour.problem("a.md", 1, "is red", id="colour-wrong", level=WARNING)
    with pytest.raises(ValueError, match="too many"):
        colour.problem("a.md", 1, "which of them?")


def test_every_rule_has_a_reason_and_a_scope_that_is_run() -> None:
    known = [scope for scope in vars(scopes).values() if isinstance(scope, Scope)]

    assert len(RULES) > 50
    assert [found.levels for found in RULES if not found.reason] == []
    assert [found.levels for found in RULES if found.scope not in (*known, CHANGE, PUBLISHED)] == []


def test_id_has_one_level_wherever_it_is_declared() -> None:
    levels = defaultdict(set)
    for found in RULES:
        for id, level in found.levels.items():
            levels[id].add(level)

    assert {id: found for id, found in levels.items() if found != {LEVELS[id]}} == {}
    assert set(LEVELS.values()) == {ERROR, WARNING, EITHER}


def test_every_id_in_the_engine_is_declared() -> None:
    """The type of `Reading.report` and `Rule.problem` see to theirs; this is about the others."""
    others = [file for file in ENGINE if not file.as_posix().endswith(MAKERS)]
    calls = [
        node
        for file in others
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem"
    ]

    ids = [node.args[2].value if isinstance(node.args[2], ast.Constant) else None for node in calls]

    assert len(ids) > 5
    assert set(ids) - LEVELS.keys() == set()


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_guide_explains_every_rule_once_and_no_other(lang: str) -> None:
    folder = ROOT / "docs" / lang
    text = "".join((folder / uri).read_text(encoding="utf-8") for uri in PAGES)

    explained = [line for line in text.split("\n") if line.startswith("## ")]

    assert sorted(explained) == sorted(f"## `{id}` {{#{id}}}" for id in LEVELS)


def test_rule_is_called_like_its_function() -> None:
    catalogue, _ = Catalogue.load(ROOT, only=())

    assert isinstance(colour, Rule)
    assert list(colour(catalogue)) == []
    assert colour.reason == "A page has the colours of its house."
