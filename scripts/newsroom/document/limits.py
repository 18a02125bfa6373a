"""What a page may hold, so that its parsers come to an end while somebody waits.

Python-Markdown and the HTML parser below it go back to where they were at every sign that opens
something nobody closes: sixty kilobytes of `[` take them minutes, a megabyte of honest text with
thousands of links seconds. So what a text would cost them is reckoned from its signs before they
see it, at the price each construct was measured at, in nanoseconds of an ordinary machine. The
figures are generous: a page that is read takes ten seconds at the very most, and no page that was
written to be read comes near them.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
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
MAX_DEPTH = 20
MAX_RUN = 24
MAX_COST = 1_000_000_000
"""Nanoseconds."""

_LITTLE = 500
"""Marks times signs of a text that is not worth a look: most items, cells and headings."""
_MARKS = "[*_`<\\&"
"""The signs that may begin something within a paragraph."""
_COPY, _STEP, _LOOK, _EMPHASIS, _FENCE_LOOK, _BLOCK = 0.5, 400.0, 40.0, 5.0, 5.0, 90.0
"""Nanoseconds for each sign of a text: to put a mark aside, to look for a bracket, for the end of
code, for that of an emphasis or of a fence, and to begin anew behind a heading."""

_FENCE = re.compile(r"(~{3,}|`{3,})[ ]*(?:\{.*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=.*)?)")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n`]{0,300}(?<!`)\1(?!`)")
_RUN = re.compile(rf"([\[<`!\\])(?>\1|!?\[|\]\(|a ){{{MAX_RUN},}}+")
_TAG = re.compile(r"<(?:[a-zA-Z/]|!--|[?!])")
_CLOSING = {"<!--": "-->", "<?": "?>"}
_TAG_LOOK = 60.0
_TAG_COSTS = {"<!--": 3.0, "<?": 3.0, "<!": 3.0}
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\[\]\n]+\]:", re.MULTILINE)
_CITED = re.compile(r"\[\^([^\]\n]{1,200})\](?!:)")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|[0-9]{1,9}\.)[ \t]")
_ALONE = re.compile(r"[ \t>]*#| {0,3}\[[^\[\]\n]*\]:[ \t]*\S")
"""What is a text of its own wherever it stands: a heading, a definition, a footnote."""
_ANEW = re.compile(r"[ \t>]*#|[=-]+ *$| {0,3}\[[^\[\]\n]*\]:[ \t]*$")
_DEFINED = re.compile(r" {0,3}\[[^\[\]\n]*\]:[ \t]*\S")
_DELIMITERS = re.compile(r"[ \t|:-]*-[ \t|:-]*")
_CONTAINER = re.compile(r"[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}\.)(?=[ \t])|(?:!!!|[?]{3}))")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*")
_KEPT_HEADINGS = 2_000
_KEPT_HEADING = re.compile(r"#{1,6}[^\n]{0,300}")


@dataclass(frozen=True, slots=True)
class Excess:
    """Something a page holds too much of."""

    line: int
    message: Message
    hint: Message


@dataclass(frozen=True, slots=True)
class _Text:
    """What the parser reads at a stretch: a paragraph, an item, a row, a heading."""

    line: int
    text: str

    @property
    def most(self) -> float:
        """What it costs if nothing in it is ever closed."""
        return len(self.text) * sum(rate for _, rate in self._rates())

    @property
    def cost(self) -> float:
        """What it costs, with the brackets that are closed."""
        return sum(self._costs().values())

    @property
    def worst(self) -> str:
        """The sign that makes it dear."""
        costs = self._costs()
        sign = max(costs, key=costs.__getitem__)
        return max(_MARKS, key=self.text.count) if sign == "&" else sign

    def _costs(self) -> dict[str, float]:
        costs = {sign: len(self.text) * rate for sign, rate in self._rates()}
        for opening, closing in (("[", "]"), ("](", ")")):
            if opening in costs:
                costs[opening] = _STEP * _open_steps(self.text, opening, closing)
        return costs

    def _rates(self) -> Iterator[tuple[str, float]]:
        """What each kind of sign costs for every sign of the text."""
        text = self.text
        marks = sum(map(text.count, _MARKS))
        yield "&", _COPY * marks
        if marks * len(text) < _LITTLE:
            return
        yield "[", _STEP * text.count("[")
        yield "](", _STEP * text.count("](")
        yield "`", _LOOK * _lone_ticks(text)
        for sign in "*_":
            threes = sum(len(run) for run in re.findall(rf"\{sign}{{3,}}", text))
            yield sign, _EMPHASIS * text.count(sign) * (1 + threes)


def excesses(body: str, first_line: int) -> tuple[Excess, ...]:
    """What the body of a page holds too much of; `first_line` is the one it begins on."""
    text, left_open = _without_code(body)
    spots = Positions(text, first_line)
    if _FENCE_LOOK * len(body) * len(left_open) > MAX_COST / 2:
        message = say("{count} blocks of code that nothing closes", count=len(left_open))
        hint = say("close each with a line of the signs it begins with")
        return (Excess(first_line + left_open[0], message, hint),)
    found = [
        *_sizes(text, first_line),
        *_runs(text, spots),
        *_depths(text, first_line),
        *_tags(text, spots),
        *_citations(text, spots),
    ]
    if not found:  # what follows reads sign by sign
        found += _dear_texts(text, first_line)
    return tuple(found)


def headings_alone(body: str) -> str:
    """The lines of a body that are headings, and as many empty ones as there are others."""
    lines = body.split("\n")
    kept = [at for at, line in enumerate(lines) if _KEPT_HEADING.fullmatch(line)]
    headings = frozenset(islice(kept, _KEPT_HEADINGS))
    return "\n".join(line if at in headings else "" for at, line in enumerate(lines))


def _without_code(body: str) -> tuple[str, Sequence[int]]:
    """The body with empty lines for its blocks of code, and the lines that begin one left open.

    Python-Markdown's own view of it: a fence stands at the margin and is closed by the very same.
    """
    lines = body.split("\n")
    closing: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.startswith(("```", "~~~")):
            closing[line.rstrip(" ")].append(at)
    left_open: list[int] = []
    at = 0
    while at < len(lines):
        opened = _FENCE.fullmatch(lines[at]) if lines[at].startswith(("```", "~~~")) else None
        ends = closing.get(opened[1], []) if opened else []
        end = bisect_right(ends, at)
        if end < len(ends):
            lines[at : ends[end] + 1] = [""] * (ends[end] + 1 - at)
            at = ends[end]
        elif opened:
            left_open.append(at)
        at += 1
    return "\n".join(lines), left_open


def _sizes(text: str, first_line: int) -> Iterator[Excess]:
    lines = sum(1 for line in text.split("\n") if line.strip())
    if lines > MAX_LINES:
        message = say("{count} lines; at most {most} are read", count=lines, most=MAX_LINES)
        yield Excess(first_line, message, say("divide the page"))
    if (marks := sum(map(text.count, _MARKS))) > MAX_MARKS:
        message = say(
            "{count} signs of markup; at most {most} are read", count=marks, most=MAX_MARKS
        )
        yield Excess(first_line, message, say("divide the page"))
    for line, cells in _tables(text, first_line):
        if cells > MAX_CELLS:
            message = say(
                "a table of {count} cells; at most {most} are read", count=cells, most=MAX_CELLS
            )
            yield Excess(line, message, say("divide the table"))


def _runs(text: str, spots: Positions) -> Iterator[Excess]:
    if match := _RUN.search(text):
        message = say(
            "a run of {count} signs beginning '{start}'", count=len(match[0]), start=match[0][:6]
        )
        yield Excess(spots.line_at(match.start()), message, say("shorten it"))
    position = text.find("<![")
    if position >= 0 and (position := _CODE.sub(_spaces, text).find("<![")) >= 0:
        message = say("'<![' would stop the Markdown parser")
        yield Excess(spots.line_at(position), message, say("write `&lt;![`"))


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _depths(text: str, first_line: int) -> Iterator[Excess]:
    """The first line that lies deeper in lists, quotations and notes than the parser can go."""
    around: list[int] = []
    """The indents of what a line may lie in."""
    for number, line in enumerate(text.split("\n"), first_line):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        while around and around[-1] >= indent:
            around.pop()
        end, begun = 0, 0
        while begun <= MAX_DEPTH and (found := _CONTAINER.match(line, end)):
            end, begun = found.end(), begun + 1
        if len(around) + begun > MAX_DEPTH and not _RULE.fullmatch(line):
            message = say("nested deeper than {most} levels", most=MAX_DEPTH)
            yield Excess(number, message, say("bring it nearer to the margin"))
            return
        if begun:
            around.append(indent)


def _tags(text: str, spots: Positions) -> Iterator[Excess]:
    """Tags that nobody closes: each is looked for to the next `>`, or to the end of the page."""
    cost, count, first = 0.0, 0, -1
    ends: dict[str, int] = {}
    for tag in _TAG.finditer(text):
        closing = _CLOSING.get(tag[0], ">")
        if ends.get(closing, -1) < tag.end():
            end = text.find(closing, tag.end())
            ends[closing] = len(text) if end < 0 else end
        length = ends[closing] - tag.start()
        if length > 1_000:
            first = tag.start() if first < 0 else first
            count += 1
            cost += _TAG_COSTS.get(tag[0], _TAG_LOOK) * length
    if cost > MAX_COST / 2:
        message = say("'<' begins {count} tags that no '>' ends", count=count)
        yield Excess(spots.line_at(first), message, say("write `&lt;` for the sign"))


def _citations(text: str, spots: Positions) -> Iterator[Excess]:
    """Each further mark of one footnote is given a number by going through those before.

    The mark of each footnote is found by going through the list of all.
    """
    notes = len(_FOOTNOTE.findall(text))
    if notes > MAX_FOOTNOTES:
        message = say("{count} footnotes; at most {most} are read", count=notes, most=MAX_FOOTNOTES)
        line = spots.line_at(next(_FOOTNOTE.finditer(text)).start())
        yield Excess(line, message, say("divide the page"))
    cited = Counter(found[1] for found in _CITED.finditer(text))
    for id, count in cited.items():
        if count > MAX_CITED:
            message = say(
                "'[^{id}]' stands {count} times; at most {most}", id=id, count=count, most=MAX_CITED
            )
            line = spots.line_at(text.find(f"[^{id}]"))
            yield Excess(line, message, say("write another footnote that refers to it"))


def _dear_texts(text: str, first_line: int) -> Iterator[Excess]:
    """The dearest texts of a page that all together cost too much."""
    chunks = list(_chunks(text, first_line))
    if sum(_anew(chunk) for _, chunk in chunks) > MAX_COST:
        line, chunk = max(chunks, key=lambda it: _anew(it[1]))
        count = _begun_anew(chunk)
        message = say("{count} headings or definitions without an empty line", count=count)
        yield Excess(line, message, say("put an empty line between them"))
    texts = [part for line, chunk in chunks for part in _texts(line, chunk)]
    if sum(part.most for part in texts) <= MAX_COST:
        return
    ranked = sorted(
        ((part.cost, part) for part in texts if part.most > 1_000_000), key=lambda it: -it[0]
    )
    left = sum(cost for cost, _ in ranked)
    for cost, part in ranked:
        if left <= MAX_COST:
            return
        left -= cost
        message = say(
            "'{sign}' stands {count} times in a paragraph of {length} signs",
            sign=part.worst,
            count=part.text.count(part.worst),
            length=len(part.text),
        )
        yield Excess(part.line, message, say("close what it opens, or divide the paragraph"))


def _chunks(text: str, first_line: int) -> Iterator[tuple[int, Sequence[str]]]:
    """The lines between two empty ones, with the number of the first."""
    chunk: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield number - len(chunk), chunk
            chunk = []


def _texts(first_line: int, chunk: Sequence[str]) -> Iterator[_Text]:
    """What of some lines is read at a stretch; where that is not certain, all of it."""
    is_list, is_table = _ITEM.match(chunk[0]) is not None, _is_table(chunk)
    start = 0
    for at in range(1, len(chunk)):
        is_item = is_list and _ITEM.match(chunk[at])
        if is_table or is_item or _ALONE.match(chunk[at]) or _ALONE.match(chunk[at - 1]):
            yield _Text(first_line + start, "\n".join(chunk[start:at]))
            start = at
    yield _Text(first_line + start, "\n".join(chunk[start:]))


def _is_table(chunk: Sequence[str]) -> bool:
    return len(chunk) > 1 and "|" in chunk[0] and _DELIMITERS.fullmatch(chunk[1]) is not None


def _tables(text: str, first_line: int) -> Iterator[tuple[int, int]]:
    """The tables of a page: the line each begins on, and how many cells are made of it.

    A row that is too short is filled up, so the head says how many a row has.
    """
    if "|" in text:
        for line, chunk in _chunks(text, first_line):
            if _is_table(chunk):
                yield line, (chunk[0].strip(" \t|").count("|") + 1) * len(chunk)


def _anew(chunk: Sequence[str]) -> float:
    """What it costs to begin with the rest of some lines behind each heading among them."""
    count = _begun_anew(chunk)
    return _BLOCK * count * sum(map(len, chunk)) if count > 1 else 0.0


def _begun_anew(chunk: Sequence[str]) -> int:
    """The lines behind which the parser begins anew; definitions in a row are one to it."""
    count, was_defined = 0, False
    for line in chunk:
        is_defined = _DEFINED.match(line) is not None
        count += _ANEW.match(line) is not None or (is_defined and not was_defined)
        was_defined = is_defined
    return count


def _open_steps(text: str, opening: str, closing: str) -> int:
    """How many signs are gone over in search of the partner of each opening bracket."""
    steps = 0
    waiting: list[int] = []
    for found in re.finditer(r"[\[\]]" if opening == "[" else r"(?<=\])\(|[()]", text):
        if found[0] == closing:
            steps += found.start() - waiting.pop() if waiting else 0
        else:
            waiting.append(found.start())
    return steps + sum(len(text) - start for start in waiting)


def _lone_ticks(text: str) -> int:
    """How many runs of backticks find no partner of their length behind them."""
    if text.count("`") < 2:
        return text.count("`")
    lengths = Counter(map(len, re.findall("`+", text)))
    return sum(count % 2 for count in lengths.values())
