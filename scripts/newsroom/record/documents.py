"""Reading YAML as it was written: every scalar a string, every value with its line.

PyYAML's parser does the syntax; this module takes its composed nodes and refuses what a data file
has no use for and what would be read in silence otherwise: tags, anchors and aliases, duplicate
keys, merge keys, several documents. `no` stays "no" and `1403` stays "1403".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import yaml

from newsroom.document.front_matter import find_front_matter
from newsroom.record.causes import cause_of
from newsroom.record.problems import Problem, ReadingRule, say
from newsroom.text.messages import Message, code_point

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_CONTROLS = 20
"""So many invisible characters of a file are reported; who has them all has seen enough."""
_MANY_BRACKETS = 500

_PLANES = range(0x10000, 0xF0000, 0x10000)

_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in _PLANES)
LOST = "\ufffd"
"""What a program writes for a letter it could not read."""
_CONTROLS = re.compile(
    # C0 and C1 controls but tab and newline, line and bidi controls, invisible signs and operators,
    # fillers, what annotates or stands for an object or a lost letter, tag and private characters
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b"
    "\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0"
    f"\ufff0-\uffff\U000e0000-\U000e0fff{_NONCHARACTERS}\U000f0000-\U0010ffff]"
)
_BREAKS = "\x85\u2028\u2029"
"""What YAML 1.1 takes for line breaks, and nobody else does."""
_ESCAPED_SPACE = re.compile(
    r"(?<!\\)(?:\\\\)*(\\(?:[nrt\t_]|x(?:0[9A-Da-d]|[aA]0)|[uU](?:0{4})?00(?:0[9A-Da-d]|[aA]0)))"
)
"""White space but the plain space, written as an escape: `\\n`, `\\u000a`."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, whatever it looks like: always a string."""

    text: str
    line: int
    source: str
    """As it stands in the file, line for line; the text itself where the file escapes signs."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, its keys in the order of the file."""

    entries: Mapping[str, "Node"]
    line: int
    lines: Mapping[str, int]
    """The line of each key."""


Node = Scalar | Items | Entries


@dataclass(frozen=True, slots=True)
class RawText:
    """A text of a file: its place in it, the line it begins on, and how it is written there."""

    place: str
    line: int
    source: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that a value of a file refers to an entry by."""

    kind: str
    """As rules name it: `place`."""
    id: str
    path: str
    line: int


@dataclass(slots=True)
class ParseContext:
    """One file while it is read: where it lies and what was found wrong with it."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each value, by its place in the file: `title`, `roles.0.source`."""
    texts: list[RawText] = field(default_factory=list)
    """The values that are text, in the order they were read."""
    references: list[Reference] = field(default_factory=list)
    moved: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The ids of today, by what a reference names as the kind and by the id it has: a file of
    before is read as if it had them."""

    def report(self, line: int, rule: ReadingRule, message: str, hint: str = "") -> None:
        """Add a problem of the file; `rule` is one of those that reading has."""
        self.problems.append(Problem(self.path, line, rule, message, hint))


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file in its two parts."""

    front_matter: Entries
    body: str
    body_line: int
    """The line of the file the body begins on."""


def read_text(file: Path, context: ParseContext) -> str | None:
    """The text of a file: UTF-8, LF, without signs that hide; `None` with the reasons reported."""
    try:
        data = file.read_bytes()
    except OSError as error:
        context.report(
            1, "file-unreadable", say("cannot be read: {reason}", reason=cause_of(error))
        )
        return None
    if len(data) > MAX_BYTES:
        context.report(
            1,
            "file-too-large",
            say("{count} bytes; at most {most} are allowed", count=len(data), most=MAX_BYTES),
        )
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02x}"
        hint = say("save the file as UTF-8")
        context.report(
            line, "file-not-utf8", say("byte {byte} is not valid UTF-8", byte=byte), hint
        )
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for match in islice(_CONTROLS.finditer(text), MAX_CONTROLS):
        line = text.count("\n", 0, match.start()) + 1
        hint = say("delete it; only the half-space (U+200C) is allowed, between Persian letters")
        if match[0] == LOST:
            hint = say("retype the letter from the source")
        context.report(line, "character-forbidden", _forbidden(match[0]), hint)
    # PyYAML would count them as lines, and so would every message that follows.
    for sign in _BREAKS:
        text = text.replace(sign, " ")
    return text


def read_yaml(text: str, context: ParseContext, *, first_line: int = 1) -> Entries | None:
    """The mapping a YAML text holds; `None` with the reasons reported.

    `first_line` is the line of the file the text begins on.
    """
    known = len(context.problems)
    try:
        if not _is_plain(text, context, first_line):
            return None
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        _report_syntax(error, context, first_line)
        return None
    if not isinstance(root, yaml.MappingNode):
        context.report(first_line, "yaml-not-a-mapping", say("expected `key: value` lines"))
        return None
    entries = _convert(root, context, _Text(text, first_line), depth=0)
    return entries if isinstance(entries, Entries) and known == len(context.problems) else None


def read_part(text: str, place: Sequence[str], context: ParseContext) -> Entries | None:
    """The mapping at some keys of a YAML text; `None` where none is, with the reasons reported.

    What else stands in the text is another program's to read, its tags and anchors included.
    """
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        _report_syntax(error, context, 1)
        return None
    for key in place:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    if node is None or node.value == "":
        return None
    if not isinstance(node, yaml.MappingNode):
        message = say("'{at}' is not a mapping; expected keys", at=".".join(place))
        context.report(_Text(text, 1).line_of(node), "value-kind", message)
        return None
    known = len(context.problems)
    entries = _mapping(node, context, _Text(text, 1), depth=0)
    return entries if known == len(context.problems) else None


def read_document(text: str, context: ParseContext) -> Document | None:
    """A Markdown file's front matter and body; `None` with the reasons reported."""
    found = find_front_matter(text)
    if found is None:
        if text.startswith("---"):
            context.report(
                1, "front-matter-open", say("the front matter is not closed by a line `---`")
            )
        else:
            context.report(
                1,
                "front-matter-missing",
                say("the page does not begin with front matter; expected a line `---`"),
                say("start with `---`, `title: …`, `summary: …`, `---`"),
            )
        return None
    start, end, body = found
    entries = read_yaml(text[start:end], context, first_line=2)
    if entries is None:
        return None
    return Document(entries, text[body:], text.count("\n", 0, body) + 1)


def _report_syntax(error: Exception, context: ParseContext, first_line: int) -> None:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = first_line + (mark.line if mark else 0)
    what = getattr(error, "problem", None) or str(error).partition("\n")[0]
    hint = say("quote a text that contains ': ' or begins with a special character")
    while_doing = f"{getattr(error, 'context', '')} {what}"
    is_anchor = "alias" in while_doing or "anchor" in while_doing
    rule: ReadingRule = "yaml-anchor" if is_anchor else "yaml-syntax"
    context.report(line, rule, say("not valid YAML: {reason}", reason=what), hint)


def _is_plain(text: str, context: ParseContext, first_line: int) -> bool:
    """Whether a text may be composed: without anchors and tags, and not nested too deep.

    Composing expands aliases and recurses in C, which ends a process without a word, and gives a
    tag that was written out (`!!str`) the look of a resolved one; the events of the parser do none
    of it. They are gone through only where a text gives reason to.
    """
    brackets = sum(map(text.count, ("[", "{", "- ", "? ")))
    if brackets < _MANY_BRACKETS and not any(sign in text for sign in "&*!"):
        return True
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if anchor := getattr(event, "anchor", None):
            message = say(
                "the anchor or alias '{anchor}' is not allowed in data files", anchor=anchor
            )
            hint = say("write the value out, or put the text in quotes")
            context.report(line, "yaml-anchor", message, hint)
            return False
        if tag := getattr(event, "tag", None):
            context.report(
                line, "yaml-tag", say("the tag '{tag}' is not allowed in data files", tag=tag)
            )
            return False
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH + 1:
            context.report(
                line, "yaml-depth", say("nested deeper than {most} levels", most=MAX_DEPTH)
            )
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    first_line: int
    """The line of the file it begins on."""

    def line_of(self, node: yaml.Node) -> int:
        return self.first_line + int(node.start_mark.line)

    def written(self, node: yaml.ScalarNode) -> str:
        return self.text[node.start_mark.index : node.end_mark.index]

    def source_of(self, node: yaml.ScalarNode) -> str:
        """A scalar as it is written, without its quotes."""
        source = self.written(node)
        if node.style == '"' and "\\" in source:
            return str(node.value)
        return source[1:-1] if node.style in ("'", '"') else source.rstrip()


def _convert(node: yaml.Node, context: ParseContext, text: _Text, depth: int) -> Node | None:
    line = text.line_of(node)
    if depth > MAX_DEPTH:
        context.report(line, "yaml-depth", say("nested deeper than {most} levels", most=MAX_DEPTH))
        return None
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, context, text)
    if isinstance(node, yaml.SequenceNode):
        items = (_convert(item, context, text, depth + 1) for item in node.value)
        return Items(tuple(item for item in items if item is not None), line)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, context, text, depth)
    return None


def _mapping(node: yaml.MappingNode, context: ParseContext, text: _Text, depth: int) -> Entries:
    entries: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key, line in _keys(node, context, text):
        if key in lines:
            context.report(
                line, "yaml-duplicate-key", say("the key '{key}' appears twice", key=key)
            )
        lines[key] = line
    for key_node, value_node in node.value:
        value = _convert(value_node, context, text, depth + 1)
        if isinstance(key_node, yaml.ScalarNode) and value is not None:
            entries[key_node.value] = value
    return Entries(entries, text.line_of(node), lines)


def _keys(node: yaml.MappingNode, context: ParseContext, text: _Text) -> Iterator[tuple[str, int]]:
    for key_node, _ in node.value:
        line = text.line_of(key_node)
        is_word = isinstance(key_node, yaml.ScalarNode) and key_node.value.isprintable()
        if is_word and key_node.value != "<<":
            yield key_node.value, line
        else:
            context.report(line, "yaml-key", say("a key is a plain word"))


def _scalar(node: yaml.ScalarNode, context: ParseContext, text: _Text) -> Scalar | None:
    line = text.line_of(node)
    hidden = _CONTROLS.search(node.value)
    escape = _ESCAPED_SPACE.search(text.written(node)) if node.style == '"' else None
    if hidden or escape:
        message = _forbidden(hidden[0]) if hidden else _escaped(escape[1] if escape else "")
        hint = say("delete its escape sequence")
        context.report(line, "character-forbidden", message, hint)
        return None
    return Scalar(node.value, line, text.source_of(node))


def _forbidden(sign: str) -> Message:
    if sign == LOST:
        return say("{sign} replaces a lost letter", sign=code_point(sign))
    return say("the invisible character {sign} is not allowed in content", sign=code_point(sign))


def _escaped(escape: str) -> Message:
    return say("the escape '{escape}'; values contain no line breaks or tabs", escape=escape)
