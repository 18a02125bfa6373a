"""What can be put right without asking what was meant, and changes nothing a reader reads.

A fix gives the same text again when it is given its own, and leaves alone what it is not sure of:
half-spaces, signs and spellings are a matter of words, and `newsroom tidy` shows them one by one.
"""

from collections.abc import Iterable, Iterator, Mapping

from newsroom.check.lists import with_lists
from newsroom.check.ordering import in_order
from newsroom.document.blocks import Block
from newsroom.document.tidying import letter_page
from newsroom.record.articles import Page
from newsroom.record.problems import Problem
from newsroom.record.values import ID_CHARACTERS, MAX_ID, is_id
from newsroom.text.languages import other_lang
from newsroom.text.letters import INVISIBLE
from newsroom.text.messages import Message
from newsroom.text.persian import fold_word

Pages = Mapping[tuple[str, str], Page]

_REMOVED = dict.fromkeys(INVISIBLE)


def fixed(files: Mapping[str, bytes], problems: Iterable[Problem], pages: Pages) -> dict[str, str]:
    """The new texts of those files that can be put right, by path.

    `problems` are those of the check, `pages` all that were read.
    """
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.path, []).append(problem)
    read = {page.path: page for page in pages.values()}
    found: dict[str, str] = {}
    for path, data in files.items():
        try:
            before = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        after = before.replace("\r\n", "\n").translate(_REMOVED)
        after = _with_headings(after, read.get(path), pages)
        after = _with_order(after, by_path.get(path, ()))
        after = _with_lists(after, by_path.get(path, ()), read.get(path))
        after = letter_page(after) if path.startswith("docs/fa/") else after
        if after != before:
            found[path] = after
    return found


def _with_order(text: str, problems: Iterable[Problem]) -> str:
    """The keys of each mapping that was found out of order in the order of its schema."""
    for problem in problems:
        message, hint = problem.message, problem.hint
        if problem.rule == "key-order" and isinstance(message, Message):
            assert isinstance(hint, Message)
            order = str(hint.values["keys"]).split(", ")
            text = in_order(text, str(message.values["key"]), order)
    return text


def _with_lists(text: str, problems: Iterable[Problem], page: Page | None) -> str:
    """Lines that begin like items as items, where the check has found some."""
    is_found = any(problem.rule == "list-marks" for problem in problems)
    return with_lists(text, page) if page and is_found else text


def _with_headings(text: str, page: Page | None, pages: Pages) -> str:
    """Headings without an id with that of the same section in the other language, or a new one."""
    if page is None:
        return text
    lines = text.split("\n")
    for heading, id in _new_ids(page, pages.get((other_lang(page.lang), page.uri))):
        at = heading.line - 1
        if not lines[at].rstrip().endswith(("}", "#")):  # it carries something else already
            lines[at] = f"{lines[at].rstrip()} {{#{id}}}"
    return "\n".join(lines)


def _new_ids(page: Page, other: Page | None) -> Iterator[tuple[Block, str]]:
    """An id for each heading without one that there is a good one for.

    The sections of both languages are taken for the same where their headings have the same levels
    in the same order.
    """
    ours, theirs = page.document.headings, other.document.headings if other else ()
    is_alike = [heading.level for heading in ours] == [heading.level for heading in theirs]
    taken = {heading.id for heading in ours}
    for at, heading in enumerate(ours):
        partner = theirs[at] if is_alike else None
        english = heading if page.lang == "en" else partner
        id = (partner and partner.id) or (english and _slug(english.text)) or ""
        if heading.id is None and heading.level > 1 and is_id(id) and id not in taken:
            taken.add(id)
            yield heading, id


def _slug(text: str) -> str:
    """The id of an English heading: its words, as many as an id may have."""
    letters = fold_word(text).replace("’", "").replace("'", "")
    parted = "".join(it if it in ID_CHARACTERS else " " for it in letters)
    id = "-".join(parted.split())
    return id if len(id) <= MAX_ID else id[: MAX_ID + 1].rpartition("-")[0]
