"""The title of a source, the line above it and the one below, and which lines are headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.intake.lines import REPEATED, Line, is_prose
from newsroom.intake.page_heads import PageHead, between, split_title
from newsroom.record.import_rules import ImportRules
from newsroom.text.persian import fold_name, fold_word
from newsroom.text.sentences import last_character

_NO_TITLE_END = frozenset(".!?؟…:؛;،,")
_TITLE_LENGTH, _DECK_LENGTH, _KICKER_LENGTH = 160, 200, 100
_LONGEST_DECK = 700
"""Characters of a deck that the page calls one."""
_LABEL_LENGTH = 30
_LISTED = re.compile(r"^\s*(?:[•·●▪■◦‣*–—-]|[0-9۰-۹]{1,2}\s*[-–.)])\s+|\t| \| ")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a text, and the text itself."""

    title: Line | None
    deck: Line | None
    kicker: Line | None
    body: tuple[Line, ...]
    above: tuple[Line, ...] = ()
    """Short lines above the headline: no part of the article."""


def read_heading(
    lines: Sequence[Line], head: PageHead | None, import_rules: ImportRules
) -> Heading:
    """The head of a text; `head` is what a page says of itself, `None` for plain text."""
    rest = [line for line in lines if not line.removed]
    at = _title_place(rest, lines, head, import_rules)
    title = rest[at] if at is not None else None
    told = _told(head, import_rules) if head and not (title and _is_confirmed(title, head)) else ""
    if head and told and (title is None or not _shares_words(title.text, head.titles)):
        title, at = Line(1, told), None
    kicker, above, below = _around(rest, at, import_rules)
    deck = _take_deck(below, title)
    marked = tuple(
        _with_kind(line, below, place, head, import_rules) for place, line in enumerate(below)
    )
    return Heading(title, deck, kicker, marked, tuple(above))


def _title_place(
    rest: Sequence[Line], lines: Sequence[Line], head: PageHead | None, import_rules: ImportRules
) -> int | None:
    """Where the title stands: what a page marks as it, a heading on top, a line that is repeated,
    a first line like one."""
    marked = next((at for at, line in enumerate(rest) if line.kind == "title"), None)
    if marked is not None:
        return marked
    has_titles = bool(head and head.titles)
    for at, line in enumerate(rest[:6]):
        if line.kind == "heading" and not has_titles and not _is_site(line, import_rules):
            return at
    repeated = {fold_name(line.text) for line in lines if line.removed == REPEATED}
    for at, line in enumerate(rest[:4]):
        if fold_name(line.text) in repeated:
            return at
    if has_titles or not rest:
        return None
    is_above = _is_kicker(rest[0]) or _is_site(rest[0], import_rules)
    if is_above and _is_title(rest[1:]):
        return 1
    return 0 if _is_title(rest) else None


def _is_title(rest: Sequence[Line]) -> bool:
    """Whether the first line is a title: short, no sentence, and something follows."""
    if len(rest) < 2 or rest[0].kind or _LISTED.search(rest[0].text):
        return False
    return len(rest[0].text) <= _TITLE_LENGTH and not _ends_as_text(rest[0].text)


def _is_kicker(line: Line) -> bool:
    return line.kind == "kicker" or (line.text.endswith(":") and len(line.text) <= _KICKER_LENGTH)


def _is_site(line: Line, import_rules: ImportRules) -> bool:
    """Whether a line is the name of the site a text was copied from."""
    words = [fold_word(word) for word in line.text.split()]
    return len(words) < 5 and bool({*map(fold_word, import_rules.sites)} & {*words})


def _is_confirmed(title: Line, head: PageHead) -> bool:
    return fold_name(title.text) in map(fold_name, head.titles)


def _shares_words(title: str, others: Sequence[str]) -> bool:
    """Whether a headline is what the page says its title is, shortened or in other words."""
    words = {*map(fold_word, title.split())}
    return not others or any(
        len(words & {*map(fold_word, other.split())}) * 2 >= len(words) for other in others
    )


def _told(head: PageHead, import_rules: ImportRules) -> str:
    """The title a page tells in its head, without the name of the site."""
    sites = {fold_word(word) for word in import_rules.sites}
    for title in head.titles:
        parts = split_title(title)
        kept = [part for part in parts if not sites & {*map(fold_word, part.split())}]
        if kept:
            return title if kept == parts else between(title, kept[0], kept[-1])
    return head.titles[0] if head.titles else ""


def _around(
    rest: Sequence[Line], at: int | None, import_rules: ImportRules
) -> tuple[Line | None, list[Line], list[Line]]:
    """The kicker, the other short lines above the title, and the text."""
    if at is None:
        return None, [], list(rest)
    over, below = list(rest[:at]), list(rest[at + 1 :])
    if any(is_prose(line.text) for line in over):
        return None, [], over + below
    is_kicker = (
        bool(over)
        and len(over[-1].text) <= _KICKER_LENGTH
        and over[-1].kind in ("", "kicker")
        and not _is_site(over[-1], import_rules)
    )
    return over.pop() if is_kicker else None, over, below


def _take_deck(rest: list[Line], title: Line | None) -> Line | None:
    """Takes the line under the title out of the text where it is a deck."""
    if title is None or len(rest) < 2 or rest[0].kind not in ("", "deck"):
        return None
    first, following = rest[0].text, rest[1].text
    is_called = rest[0].kind == "deck" and len(first) <= _LONGEST_DECK
    is_deck = is_called or (not _LISTED.search(first) and _is_deck(first, following))
    return rest.pop(0) if is_deck else None


def _is_deck(text: str, following: str) -> bool:
    """Whether a line is one sentence, shorter than the paragraph that follows."""
    is_sentence = len(text.split()) > 3 and not any(f"{stop} " in text for stop in ".!?؟")
    return is_sentence and len(text) <= _DECK_LENGTH and len(following) > len(text)


def _with_kind(
    line: Line, rest: Sequence[Line], at: int, head: PageHead | None, import_rules: ImportRules
) -> Line:
    """A bare line between paragraphs of a plain text is a heading; a page marks its own."""
    if head is not None or line.kind:
        return line if line.kind not in ("deck", "kicker", "title") else replace(line, kind="")
    before = rest[at - 1].text if at else ""
    following = rest[at + 1].text if at + 1 < len(rest) else ""
    is_heading = (
        at > 0
        and _is_bare(line.text)
        and not _is_bare(before)
        and not _is_bare(following)
        and len(following) > len(line.text)
        and not _LISTED.search(line.text)
        and not _is_byline(line.text, import_rules)
    )
    return replace(line, kind="heading" if is_heading else "")


def _is_bare(text: str) -> bool:
    return 0 < len(text) <= _TITLE_LENGTH and not _ends_as_text(text)


def _ends_as_text(text: str) -> bool:
    """Whether a line ends as no title does: with a stop, a colon or a comma."""
    return last_character(text) in _NO_TITLE_END


def _is_byline(text: str, import_rules: ImportRules) -> bool:
    """Whether a line says who wrote or took what stands beside it: "By …", «عکس: …»."""
    label, colon, _ = text.partition(":")
    words = {fold_word(word) for word in import_rules.bylines}
    if colon and len(label) <= _LABEL_LENGTH and words & {*map(fold_word, label.split())}:
        return True
    return text.lower().startswith("by ") and len(text.split()) < 7
