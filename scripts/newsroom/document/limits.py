"""What a page may hold, so that its parsers come to an end while somebody waits.

Python-Markdown and the HTML parser below it copy a text for every mark in it, and search it to its
end for the partner of every mark that has none: sixty kilobytes of `[` take them minutes. So the
cost of a page is estimated before they see it: how much there is of what is counted, what would
stop them, and for each stretch that is read at once its length times its marks, in nanoseconds.
Every estimate is linear in the page and rounded up; a page that is read takes ten seconds at most,
and none that was written to be read comes near.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from newsroom.text.messages import Message, say
from newsroom.text.positions import Positions

MAX_LINES = 30_000
MAX_MARKS = 60_000
MAX_CELLS = 40_000
MAX_FOOTNOTES = 8_000
MAX_CITED = 1_000
MAX_CODE_BLOCKS = 5_000
MAX_DEPTH = 20
MAX_RUN = 24
MAX_COST = 1_000_000_000
"""Nanoseconds."""

_MARKS = "[*_`<\\&"
"""The characters that may begin something within a paragraph."""
_MARK, _BRACKET, _TAG_END, _FENCE_END, _RESTART = 5, 400, 60, 25, 200
"""Nanoseconds for each character of a text: to replace a mark in it, to search it for a bracket,
for the end of a tag or of a block of code, and to begin with it anew behind a heading."""

_FENCE = re.compile(r"(~{3,}|`{3,})[ ]*(?:\{.*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=.*)?)")
_CODE = re.compile(r"\\.|(?<!`)(`{1,3})(?!`)[^\n`]{0,300}(?<!`)\1(?!`)")
"""What may hold brackets that are none: an escape or a span of code."""
_PLACEHOLDER = " " * 14
"""As long as what Python-Markdown puts in the place of an escape or of code."""
_RUN = re.compile(rf"([\[<`!\\])\1{{{MAX_RUN},}}")
_TAG = re.compile(r"<(?:[a-zA-Z/]|!--|[?!])")
_TAG_ENDS = {"<!--": "-->", "<?": "?>"}
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\[\]\n]+\]:", re.MULTILINE)
_CITED = re.compile(r"\[\^([^\]\n]{1,200})\](?!:)")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|[0-9]{1,9}\.)[ \t]")
_DELIMITERS = re.compile(r"[ \t|:-]*-[ \t|:-]*")
_CONTAINER = re.compile(r"[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}\.)(?=[ \t])|(?:!!!|[?]{3}))")
_RULE = re.compile(r"[ \t]*([-*_=])(?:[ \t]*\1)*[ \t]*")
_ALONE = re.compile(r"[ \t>]*(?:#|!!!|[?]{3})")
_DEFINED = re.compile(r" {0,3}\[[^\[\]\n]*\]:[ \t]*\S")
_DEFINED_LATER = re.compile(r" {0,3}\[[^\[\]\n]*\]:[ \t]*")
"""A definition whose address would stand on the next line."""
_KEPT_HEADINGS = 2_000
_KEPT_HEADING = re.compile(r"#{1,6}[^\n]{0,300}")


@dataclass(frozen=True, slots=True)
class Excess:
    """Something a page holds too much of."""

    line: int
    message: Message
    hint: Message


def excesses(body: str, first_line: int) -> tuple[Excess, ...]:
    """What the body of a page holds too much of; `first_line` is the one it begins on."""
    text, closed, left_open = _without_code(body)
    if _FENCE_END * len(body) * len(left_open) > MAX_COST:
        message = say("{count} unclosed code blocks", count=len(left_open))
        hint = say("close each with the same characters that open it")
        return (Excess(first_line + left_open[0], message, hint),)
    chunks = tuple(_chunks(text, first_line))
    spots = Positions(text, first_line)
    return (
        tuple(_sizes(text, chunks, closed, first_line))
        or (*_runs(text, spots), *_depths(chunks), *_tags(text, spots), *_cited(text, spots))
        or (() if _is_cheap(text) else tuple(_restarts(chunks)) or tuple(_dear_texts(chunks)))
    )


def _is_cheap(text: str) -> bool:
    """Whether a text is within the limit even if every line begins it anew, and every mark stands
    in one paragraph without its partner; nearly all are.
    """
    # The shortest that becomes a placeholder is an escape, of two characters.
    bare = len(text) * (len(_PLACEHOLDER) // 2 if "\\" in text or "`" in text else 1)
    brackets = text.count("[") + text.count("(")
    anew = _MARK * sum(map(text.count, _MARKS)) + _RESTART * (text.count("\n") + 1)
    return len(text) * anew + bare * _BRACKET * brackets <= MAX_COST


def headings_alone(body: str) -> str:
    """The lines of a body that are headings, and as many empty ones as there are others."""
    lines = body.split("\n")
    kept = [at for at, line in enumerate(lines) if _KEPT_HEADING.fullmatch(line)]
    headings = frozenset(islice(kept, _KEPT_HEADINGS))
    return "\n".join(line if at in headings else "" for at, line in enumerate(lines))


def _without_code(body: str) -> tuple[str, int, Sequence[int]]:
    """The body with empty lines for its blocks of code; their count; the lines of fences left open.

    Python-Markdown's own view of it: a fence stands at the margin and is closed by the very same.
    """
    lines = body.split("\n")
    last = {line.rstrip(" "): at for at, line in enumerate(lines)}
    closed, left_open, fence = 0, list[int](), ""
    for at, line in enumerate(lines):
        if fence:
            lines[at] = ""
            fence = "" if line.rstrip(" ") == fence else fence
        elif line.startswith(("```", "~~~")) and (opened := _FENCE.fullmatch(line)):
            if last.get(opened[1], -1) > at:
                lines[at], fence, closed = "", opened[1], closed + 1
            else:
                left_open.append(at)
    return "\n".join(lines), closed, left_open


_Chunk = tuple[int, Sequence[str]]
"""The lines between two empty ones, behind the number of the first."""


def _chunks(text: str, first_line: int) -> Iterator[_Chunk]:
    chunk: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield number - len(chunk), chunk
            chunk = []


def _sizes(
    text: str, chunks: Sequence[_Chunk], code_blocks: int, first_line: int
) -> Iterator[Excess]:
    """What there is too much of, whatever stands around it."""
    lines = {"count": sum(len(chunk) for _, chunk in chunks), "most": MAX_LINES}
    marks = {"count": sum(map(text.count, _MARKS)), "most": MAX_MARKS}
    notes = {"count": len(_FOOTNOTE.findall(text)), "most": MAX_FOOTNOTES}
    code = {"count": code_blocks, "most": MAX_CODE_BLOCKS}
    for size, message in (
        (lines, say("{count} lines; at most {most} are allowed", **lines)),
        (marks, say("{count} markup characters; at most {most} are allowed", **marks)),
        (notes, say("{count} footnotes; at most {most} are allowed", **notes)),
        (code, say("{count} code blocks; at most {most} are allowed", **code)),
    ):
        if size["count"] > size["most"]:
            yield Excess(first_line, message, say("divide the page"))
    for line, chunk in chunks:
        # A row that is too short is filled up, so the head says how many cells each has.
        cells = (chunk[0].strip(" \t|").count("|") + 1) * len(chunk)
        if cells > MAX_CELLS and _is_table(chunk):
            message = say(
                "a table of {count} cells; at most {most} are allowed", count=cells, most=MAX_CELLS
            )
            yield Excess(line, message, say("divide the table"))


def _runs(text: str, spots: Positions) -> Iterator[Excess]:
    """What stops the parsers: a long run of openings, and a mark the HTML parser raises at."""
    if match := _RUN.search(text):
        message = say(
            "a run of {count} characters beginning '{start}'",
            count=len(match[0]),
            start=match[0][:6],
        )
        yield Excess(spots.line_at(match.start()), message, say("shorten it"))
    position = text.find("<![")
    if position >= 0 and (position := _CODE.sub(_spaces, text).find("<![")) >= 0:
        message = say("'<![' would stop the Markdown parser")
        yield Excess(spots.line_at(position), message, say("write `&lt;![`"))


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _depths(chunks: Sequence[_Chunk]) -> Iterator[Excess]:
    """The first line that lies deeper in lists, quotations and notes than the parser can go."""
    around: list[int] = []
    """The indents of what a line may lie in."""
    for number, line in (
        (first + at, it) for first, lines in chunks for at, it in enumerate(lines)
    ):
        indent = len(line) - len(line.lstrip())
        while around and around[-1] >= indent:
            around.pop()
        end, begun = 0, 0
        while begun <= MAX_DEPTH and (found := _CONTAINER.match(line, end)):
            end, begun = found.end(), begun + 1
        if len(around) + begun > MAX_DEPTH and not _RULE.fullmatch(line):
            message = say("nested deeper than {most} levels", most=MAX_DEPTH)
            yield Excess(number, message, say("reduce its indentation"))
            return
        if begun:
            around.append(indent)


def _tags(text: str, spots: Positions) -> Iterator[Excess]:
    """Tags that nobody closes: each is looked for to the next `>`, or to the end of the page."""
    searched, far = 0, list[int]()
    ends: dict[str, int] = {}
    for tag in _TAG.finditer(text):
        closing = _TAG_ENDS.get(tag[0], ">")
        if ends.get(closing, -1) < tag.end():
            end = text.find(closing, tag.end())
            ends[closing] = len(text) if end < 0 else end
        if ends[closing] - tag.start() > 1_000:
            far.append(tag.start())
            searched += ends[closing] - tag.start()
    if _TAG_END * searched > MAX_COST / 2:
        message = say("'<' opens {count} tags that no '>' closes", count=len(far))
        yield Excess(spots.line_at(far[0]), message, say("write `&lt;` for the character"))


def _cited(text: str, spots: Positions) -> Iterator[Excess]:
    """Footnotes cited too often: each further mark of one is numbered by going through the rest."""
    for id, count in Counter(_CITED.findall(text)).items():
        if count > MAX_CITED:
            message = say(
                "'[^{id}]' appears {count} times; at most {most} are allowed",
                id=id,
                count=count,
                most=MAX_CITED,
            )
            line = spots.line_at(text.find(f"[^{id}]"))
            yield Excess(line, message, say("write another footnote and refer to that"))


def _restarts(chunks: Sequence[_Chunk]) -> Iterator[Excess]:
    """The lines with most headings and the like, if it costs too much to begin behind each anew."""
    counts = [_starts(chunk) for _, chunk in chunks]
    costs = [
        _RESTART * count * sum(map(len, chunk))
        for count, (_, chunk) in zip(counts, chunks, strict=True)
    ]
    if sum(costs) > MAX_COST:
        worst = costs.index(max(costs))
        message = say("{count} headings or definitions without a blank line", count=counts[worst])
        yield Excess(chunks[worst][0], message, say("put a blank line between them"))


def _starts(chunk: Sequence[str]) -> int:
    """The lines behind which the parser begins anew; whole definitions in a row are one to it."""
    count, was_defined = 0, False
    for line in chunk if len(chunk) > 1 else ():
        is_defined = _DEFINED.match(line) is not None
        is_alone = (
            _ALONE.match(line)
            or _RULE.fullmatch(line.lstrip(" \t>"))
            or _DEFINED_LATER.fullmatch(line)
        )
        count += is_alone is not None or (is_defined and not was_defined)
        was_defined = is_defined
    return count


def _dear_texts(chunks: Sequence[_Chunk]) -> Iterator[Excess]:
    """The dearest texts of a page that all together cost too much."""
    texts = [(_costs(text), line, text) for chunk in chunks for line, text in _texts(*chunk)]
    ranked = sorted(texts, key=lambda it: -sum(it[0].values()))
    left = sum(sum(costs.values()) for costs, _, _ in texts)
    for costs, line, text in ranked:
        if left <= MAX_COST:
            return
        left -= sum(costs.values())
        sign = max(costs, key=costs.__getitem__)
        message = say(
            "'{sign}' appears {count} times in a paragraph of {length} characters",
            sign=sign,
            count=text.count(sign),
            length=len(text),
        )
        yield Excess(line, message, say("close what it opens, or divide the paragraph"))


def _texts(first_line: int, chunk: Sequence[str]) -> Iterator[tuple[int, str]]:
    """What of some lines is read at once, with its line: an item, a row, else all of them."""
    is_list, is_table = _ITEM.match(chunk[0]) is not None, _is_table(chunk)
    start = 0
    for at in range(1, len(chunk)):
        if is_table or (is_list and _ITEM.match(chunk[at])):
            yield first_line + start, "\n".join(chunk[start:at])
            start = at
    yield first_line + start, "\n".join(chunk[start:])


def _is_table(chunk: Sequence[str]) -> bool:
    return len(chunk) > 1 and "|" in chunk[0] and _DELIMITERS.fullmatch(chunk[1]) is not None


def _costs(text: str) -> dict[str, int]:
    """What a text costs, by the mark that makes it dear."""
    marks = {mark: text.count(mark) for mark in _MARKS}
    costs = {max(marks, key=marks.__getitem__): _MARK * len(text) * sum(marks.values())}
    if marks["["]:
        bare = _CODE.sub(_PLACEHOLDER, text)
        costs["["] = costs.get("[", 0) + _BRACKET * _searched(bare, "[", "]")
        if "](" in bare:
            costs["]("] = _BRACKET * _searched(bare, "(", ")")
    return costs


def _searched(text: str, opening: str, closing: str) -> int:
    """How many characters are gone over in search of the partners of brackets.

    Each one is gone over once for each bracket that is open there.
    """
    searched = depth = done = 0
    for found in re.finditer(rf"[{re.escape(opening + closing)}]", text):
        searched += depth * (found.start() - done)
        done = found.start()
        depth = depth + 1 if found[0] == opening else max(depth - 1, 0)
    return searched + depth * (len(text) - done)
