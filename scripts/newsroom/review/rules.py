"""The rules content is held to, one generator function each.

A rule takes the catalogue and yields the problems it finds. What a single file shows by itself (its
schema, its dates) is reported while it is read; here is what takes the whole record to see. The id
of each rule has its section on one of the pages of the rules.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from newsroom.record.catalogue import Catalogue
from newsroom.record.pieces import Piece
from newsroom.record.problems import Problem, say
from newsroom.review.chronology import date_future, date_order
from newsroom.review.disagreements import (
    disagreement_alone,
    disagreement_astray,
    section_unknown,
)
from newsroom.review.drafts import placeholder_left
from newsroom.review.dropped import image_remote, markup_dropped
from newsroom.review.glossary import term_avoided
from newsroom.review.images import image_alt, image_large, image_metadata, image_unused
from newsroom.review.letters import (
    ezafe_form,
    letter_arabic,
    letter_form,
    script_mixed,
    text_mojibake,
)
from newsroom.review.links import (
    hand_link_unknown,
    link_broken,
    link_duplicate,
    link_insecure,
    link_text,
)
from newsroom.review.lists import list_marks, paragraph_number
from newsroom.review.markup import (
    footnote_alone,
    heading_id,
    heading_level_skipped,
    source_text_left,
)
from newsroom.review.names import alias_collision, name_duplicate
from newsroom.review.numbers import digit_foreign, number_sign
from newsroom.review.pairs import (
    corrections_differ,
    counterpart_missing,
    headings_differ,
    original_unclear,
    page_missing,
    strings_differ,
)
from newsroom.review.parity import parity
from newsroom.review.punctuation import (
    bracket_unpaired,
    ellipsis_dots,
    punctuation_foreign,
    quotation_marks,
)
from newsroom.review.references import (
    article_undated,
    participant_page_unknown,
    reference_unknown,
)
from newsroom.review.scope import Scope
from newsroom.review.spacing import half_space_missing, half_space_wrong, space_wrong
from newsroom.review.spellings import name_spelling
from newsroom.review.staleness import (
    translation_stale,
    translation_unrecorded,
    translation_wanted,
)

Rule = Callable[[Catalogue], Iterator[Problem]]
PieceRule = Callable[[Piece], Iterator[Problem]]
TextRule = Callable[[Catalogue, Sequence[Piece]], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    reference_unknown,
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
    footnote_alone,
    strings_differ,
)

TRANSLATION_RULES: tuple[Rule, ...] = (
    parity,
    translation_stale,
    translation_unrecorded,
    translation_wanted,
)
"""What the two languages owe each other, word for word."""

RULES_OF_ONE_FILE: tuple[Rule, ...] = (
    heading_level_skipped,
    paragraph_number,
    list_marks,
    link_text,
    link_insecure,
    link_duplicate,
    image_alt,
    image_large,
    image_metadata,
    image_unused,
    date_order,
)
"""What leaving the drafts out changes nothing of."""

LOSS_RULES: tuple[Rule, ...] = (
    markup_dropped,
    image_remote,
)
"""What a sound site is made of all the same, but without a part of what its author wrote."""

PIECE_RULES: tuple[PieceRule, ...] = (
    letter_arabic,
    letter_form,
    ezafe_form,
    script_mixed,
    text_mojibake,
    digit_foreign,
    number_sign,
    punctuation_foreign,
    ellipsis_dots,
    quotation_marks,
    bracket_unpaired,
    space_wrong,
    half_space_wrong,
)
"""What a text shows by itself."""

TEXT_RULES: tuple[TextRule, ...] = (
    half_space_missing,
    term_avoided,
    name_spelling,
    placeholder_left,
)
"""What it takes the words of the record to see in its texts."""


MOST = 100
"""Problems of a rule that are listed of a file; who mends these sees the others."""


def check(
    root: Path,
    *,
    drafts: bool = False,
    scope: Scope | None = None,
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
    found = {*problems, *_problems_of_form(whole, published)}
    for catalogue in _each(whole, published):
        found |= {problem for rule in TRANSLATION_RULES for problem in rule(catalogue)}
    found |= {problem for rule in LOSS_RULES for problem in rule(whole)}
    found |= set(date_future(whole, today or date.today()))
    pieces = whole.pieces()
    for piece in pieces:
        for rule in PIECE_RULES:
            found |= set(islice(rule(piece), MOST + 1))
    found |= {problem for rule in TEXT_RULES for problem in rule(whole, pieces)}
    held = (problem for problem in found if scope is None or scope.holds(problem))
    return whole if drafts else published, tuple(_first(sorted(held)))


def check_form(root: Path, *, drafts: bool = False) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The same without the rules that judge words and hold one language against the other.

    What is left is all that a site must not be made without, at a fifth of the time: a text may be
    seen while its translation is still being written.
    """
    whole, problems = Catalogue.load(root, drafts=True)
    published = whole.published()
    found = {*problems, *_problems_of_form(whole, published)}
    return whole if drafts else published, tuple(_first(sorted(found)))


def _problems_of_form(whole: Catalogue, published: Catalogue) -> Iterator[Problem]:
    for catalogue in _each(whole, published):
        for rule in RULES:
            yield from rule(catalogue)
    for rule in RULES_OF_ONE_FILE:
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
            message = say("more of the kind from here on; {most} of a file are listed", most=MOST)
            yield replace(problem, message=message, hint="")


def _each(whole: Catalogue, published: Catalogue) -> Sequence[Catalogue]:
    return (whole,) if published is whole else (whole, published)
