"""Persian orthography put right in a whole text or page, with a list of what was changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.document.front_matter import find_front_matter
from newsroom.text.doubts import doubts_of
from newsroom.text.half_spaces import restore
from newsroom.text.letters import normalise, persian_letters
from newsroom.text.lexicon import Lexicon
from newsroom.text.matching import changes
from newsroom.text.quotations import blank_out

_TEXT_KEY = re.compile(r"^((?:title|summary):[ ]+(?![>|\"'\[{]))(.+)$", re.MULTILINE)
_CLOSED = re.compile(
    r"^[ ]*(?P<fence>`{3,}|~{3,}).*?(?:^[ ]*(?P=fence)[`~]*[ ]*$|\Z)"  # code
    r"|^[ ]*(?:\?\?\?\+?|!!!)[^\n]*$"  # the head of a note
    r"|^[ ]*\[(?!\^)[^\]\n]+\]:[^\n]*$"  # where a link leads
    r"|`[^`\n]+`"
    r"|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"
    r"|\]\[[^\]\n]*\]"
    r"|\{[^{}\n]*\}"
    r"|<[^<>\n]+>"
    r"|\[\^[^\[\]\n]+\]"
    r"|\bhttps?://[^\s<>«»]+"
    r"|&#?\w+;",
    re.DOTALL | re.MULTILINE,
)
"""What a page holds that is not prose."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A text put right, with what was changed and what is left to an editor."""

    text: str
    changes: tuple[tuple[int, str, str], ...]
    """Line, and the words before and after, in order."""
    doubts: tuple[tuple[int, str], ...]
    """Line, and word or character an editor has to settle."""


def tidy(text: str, lexicon: Lexicon) -> Tidied:
    """Plain Persian text put right; of text in another script only its spaces are."""
    return _tidied([(text, True)], lexicon)


def tidy_page(text: str, lexicon: Lexicon) -> Tidied:
    """A Markdown page put right: its prose, its title and its summary."""
    return _tidied(list(_parts(text)), lexicon)


def letter_page(text: str) -> str:
    """A Markdown page with Persian letters and digits in its prose, and nothing else changed."""
    return "".join(persian_letters(part) if is_prose else part for part, is_prose in _parts(text))


def blank(text: str) -> str:
    """Markdown of the same length and lines, with U+FFFC for every character that is not prose."""
    return _CLOSED.sub(lambda found: blank_out(found[0]), text)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The page in order, cut into what is prose and what is not."""
    front = find_front_matter(text)
    start, done = front[2] if front else 0, 0
    for match in _TEXT_KEY.finditer(text, 0, start):
        yield text[done : match.start(2)], False
        yield match[2], '"' not in match[2]
        done = match.end(2)
    yield text[done:start], False
    done = start
    for match in _CLOSED.finditer(text, start):
        yield text[done : match.start()], True
        yield match[0], False
        done = match.end()
    yield text[done:], True


def _tidied(parts: list[tuple[str, bool]], lexicon: Lexicon) -> Tidied:
    texts: list[str] = []
    changes: list[tuple[int, str, str]] = []
    doubts: list[tuple[int, str]] = []
    line = 1
    for part, is_prose in parts:
        lines = part.split("\n")
        for at, content in enumerate(lines):
            if is_prose:
                plain = normalise(content)
                restored = restore(plain, lexicon)
                changes += [(line + at, *pair) for pair in changed_words(content, plain)]
                changes += [(line + at, word.raw, word.text) for word in restored.changed]
                doubts += [(line + at, word.text) for word in restored.doubtful]
                is_whole = at > 0 or not texts or texts[-1].endswith("\n")
                doubts += [(line + at, word) for word in doubts_of(restored.text, is_whole)]
                lines[at] = restored.text
        texts.append("\n".join(lines))
        line += len(lines) - 1
    return Tidied("".join(texts), tuple(changes), tuple(doubts))


def changed_words(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The words two forms of a line differ in."""
    if before == after:
        return
    ours, theirs = before.split(" "), after.split(" ")
    for start, end, first, last in changes(ours, theirs):
        yield " ".join(ours[start:end]), " ".join(theirs[first:last])
