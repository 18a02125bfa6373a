"""The whole check against faults as editors make them, and against what only looks like one."""

from pathlib import Path

import pytest

from newsroom.check.chronology import date_future, date_order
from newsroom.check.images import image_alt, image_large, image_metadata, image_unused
from newsroom.check.rule import TEXT, WORDS
from newsroom.check.rules import check, rules_of

from .seeding import Planted, seeds, write_base

CAUGHT = 0.98
"""The share of the faults that are to be reported at the right line by the right rule."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("faults") / "record"
    write_base(root)
    return root


def test_record_the_seeds_are_put_into_keeps_every_rule(base: Path) -> None:
    _, problems = check(base)

    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("is_held_out", [False, True], ids=["tuned on", "held out"])
def test_fault_is_caught_at_its_line_by_its_rule(base: Path, is_held_out: bool) -> None:
    faults = [seed for seed in seeds("faults.yml") if seed.is_held_out == is_held_out]
    missed = []

    for seed in faults:
        with Planted(seed, base) as planted:
            _, problems = check(base)
        if planted.expected not in [f"{at.path}:{at.line} [{at.rule}]" for at in problems]:
            missed.append((seed.name, planted.expected, [str(problem) for problem in problems]))

    assert len(faults) >= 60
    assert len(missed) <= len(faults) * (1 - CAUGHT), missed


def test_every_rule_on_a_text_has_its_faults() -> None:
    of_text = [*rules_of(TEXT), *rules_of(WORDS), date_future, date_order]
    of_images = [image_alt, image_large, image_metadata, image_unused]

    rules = {id for rule in (*of_text, *of_images) for id in rule.levels}

    assert len(rules) > 15
    assert rules - {seed.rule for seed in seeds("faults.yml")} == set()


def test_what_only_looks_like_a_fault_is_let_through(base: Path) -> None:
    oddities = seeds("oddities.yml")
    alarms = {}

    for seed in oddities:
        with Planted(seed, base):
            _, problems = check(base)
        # Put on one side of a pair, as most are, they are rightly missed on the other.
        found = [str(problem) for problem in problems if not problem.rule.startswith("parity-")]
        if found:
            alarms[seed.name] = found

    assert len(oddities) >= 40
    assert alarms == {}
