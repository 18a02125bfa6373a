"""Values put into what code hosts read: pages, summaries, issues, and the outputs of a step.

What a value holds may be anything, so it is escaped or stands in a code span, and no value ends a
line or a cell of a table. In a code span GitHub makes no mention and no link of it.
"""

import re
from collections.abc import Iterable, Sequence

from newsroom.text.messages import printable

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_LINE = re.compile(r"([\\`*_\[\]~])")
_BEGIN = re.compile(r"^([#+=-])")
_NUMBER = re.compile(r"^([0-9]+)([.)])")
"""With these a line would begin a heading, a list or a rule."""
_TICKS = re.compile(r"`+")
_MOST = 300
"""Signs of one value; longer ones are cut."""


def escape(value: str) -> str:
    """A value as text: none of its characters is markup, and nobody is called by it.

    GitHub looks for `@name` and `#12` in what is shown, escaped or not; a word joiner parts them.
    """
    text = _SIGNS.sub(r"\\\1", _on_one_line(value)).translate(_ENTITIES)
    return re.sub(r"([@#])(?=\w)", "\\1\u2060", text)


def of_html(text: str) -> str:
    """Text of HTML, with its entities, as Markdown in a line: none of its signs is markup."""
    return _IN_LINE.sub(r"\\\1", text)


def line(markdown: str) -> str:
    """Markdown that is a paragraph and nothing else, whatever it begins with."""
    return _NUMBER.sub(r"\1\\\2", _BEGIN.sub(r"\\\1", markdown))


def code(value: str) -> str:
    """A value in a code span, also inside a table."""
    text = _on_one_line(value).replace("|", "\u00a6") or " "
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    # A space within keeps a tick at either end from being taken for the span's own.
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Cells that are Markdown already, as a table; `head` has as many as each row."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def bullets(items: Iterable[str]) -> str:
    """Items that are Markdown already, as a list."""
    return "\n".join(f"* {item}" for item in items)


def sections(parts: Iterable[str]) -> str:
    """Blocks with an empty line between them; empty ones are left out."""
    return "\n\n".join(filter(None, parts))


def _on_one_line(value: str) -> str:
    text = " ".join(printable(value, " ").split())
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def output_of(key: str, value: str) -> str:
    """A value under its key, delimited by a word it does not hold: nothing in it can end it."""
    word = "END"
    while word in value:
        word += "D"
    return f"{key}<<{word}\n{value}\n{word}\n" if "\n" in value else f"{key}={value}\n"
