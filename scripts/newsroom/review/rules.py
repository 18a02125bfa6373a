"""The rules content is held to, one generator function each.

A rule takes the catalogue and yields the problems it finds. What a single file shows by itself (its
schema, its dates) is reported while it is read; here is what takes the whole record to see. The id
of each rule has its section on the page of the rules.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Problem
from newsroom.review.disagreements import (
    disagreement_alone,
    disagreement_astray,
    section_unknown,
)
from newsroom.review.links import hand_link_unknown, link_broken
from newsroom.review.markup import heading_id, markup_run, source_text_left
from newsroom.review.names import alias_collision, name_duplicate
from newsroom.review.pairs import (
    corrections_differ,
    counterpart_missing,
    headings_differ,
    original_unclear,
    page_missing,
    strings_differ,
)
from newsroom.review.parity import parity
from newsroom.review.references import (
    article_undated,
    disagreement_reference_unknown,
    participant_page_unknown,
    reference_unknown,
)
from newsroom.review.scope import Scope
from newsroom.review.staleness import (
    translation_stale,
    translation_unrecorded,
    translation_wanted,
)

Rule = Callable[[Catalogue], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    reference_unknown,
    disagreement_reference_unknown,
    participant_page_unknown,
    hand_link_unknown,
    link_broken,
    page_missing,
    counterpart_missing,
    original_unclear,
    article_undated,
    disagreement_alone,
    disagreement_astray,
    section_unknown,
    source_text_left,
    name_duplicate,
    alias_collision,
    heading_id,
    headings_differ,
    corrections_differ,
    parity,
    translation_stale,
    translation_unrecorded,
    translation_wanted,
    markup_run,
    strings_differ,
)


def check(
    root: Path, *, drafts: bool = False, scope: Scope | None = None
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue below `root` and everything that is wrong with it, by file and line.

    Drafts are checked like the rest, and the rest once more without them: nothing that is
    published may lead to a draft. The catalogue has drafts only when asked for. With a scope no
    more is read than it needs, and only what is wrong within it is told of.
    """
    whole, problems = Catalogue.load(root, drafts=True, only=scope.needed if scope else None)
    published = whole.published()
    found = {*problems, *(problem for rule in RULES for problem in rule(whole))}
    if published is not whole:
        found |= {problem for rule in RULES for problem in rule(published)}
    held = (problem for problem in found if scope is None or scope.holds(problem))
    return whole if drafts else published, tuple(sorted(held))
