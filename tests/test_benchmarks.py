"""The benchmarks know the engine by name in one place only, and the names are right."""

from importlib import import_module

import pytest
from benchmarks.stages import ASIDE, REST, STAGES, Stopwatch, stages_table


@pytest.mark.parametrize("place", [place for places in STAGES.values() for place in places])
def test_stage_is_entered_by_a_function_of_the_engine(place: str) -> None:
    module, _, path = place.partition(":")
    found: object = import_module(module)
    for name in path.split("."):
        found = getattr(found, name)

    assert callable(found)


def test_what_is_done_for_a_stage_aside_is_its_own() -> None:
    watch = Stopwatch()

    with watch.stage(ASIDE[0]), watch.stage("templates"):
        sum(range(10_000))
    with watch.stage("writing"):
        pass
    with watch.stage("templates"):
        pass

    assert set(watch.result()) == {REST, ASIDE[0], ASIDE[-1], "templates"}
    assert watch.result()[ASIDE[0]] > 0
    assert "pages, search and Atom" in stages_table(watch.result())
