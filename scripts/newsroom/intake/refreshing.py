"""Recording what a translation was made from, in its front matter and nowhere else.

The file is edited as text, so that everything an editor wrote stays as it is, comments included:
`date` and `sections` below `translation` are put in, or put in the place of old ones.
"""

from collections.abc import Iterator, Mapping, Sequence

import yaml

from newsroom.document.fences import find_source
from newsroom.record.articles import Article, Page
from newsroom.record.documents import ParseContext
from newsroom.record.problems import say
from newsroom.record.sections import recorded_sections
from newsroom.record.staleness import compare

_KEPT = ("of", "machine", "reviewed")
"""What a translation says of itself besides what is recorded."""

_Place = tuple[int, int]
"""A line, from 0, and a column."""
_Edit = tuple[_Place, _Place, str]
"""From where to where in the front matter, and what stands there afterwards."""


def refuse_unfinished(article: Article, context: ParseContext) -> None:
    """Report why a translation cannot be called current, if it cannot."""
    page = article.translated
    if page is None or page.translation is None:
        hint = say("start one: `newsroom translate {slug}`", slug=article.slug)
        message = say("'{slug}' has no translation", slug=article.slug)
        context.report(1, "counterpart-missing", message, hint)
    elif article.facts.is_draft:
        message = say("'{path}' is still a draft", path=article.facts.path)
        hint = say("remove `draft: true` when it is finished, then record it")
        context.report(1, "draft-unsettled", message, hint)
    elif find_source(page.body) is not None:
        message = say("'{path}' still contains the text to translate", path=page.path)
        hint = say("translate it and delete the block, then record it")
        context.report(1, "draft-unsettled", message, hint)


def is_current(article: Article) -> bool:
    """Whether a translation records the very text its original has today."""
    comparison = compare(article)
    if comparison is None or comparison.translation.date is None:
        return False
    return dict(comparison.translation.sections) == dict(recorded_sections(article.facts))


def record_current(text: str, original: Page, day: str) -> str:
    """The file of a translation that records its original as it is, on a day."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    closing = next(at for at, line in enumerate(lines) if at and line.startswith("---"))
    front = lines[1:closing]
    for start, end, new in sorted(_edits(front, day, recorded_sections(original)), reverse=True):
        before, after = front[start[0]][: start[1]], front[end[0]][end[1] :]
        new = new.replace("\n", newline)
        front[start[0] : end[0] + 1] = f"{before}{new}{after}".split("\n")
    return "\n".join([lines[0], *front, *lines[closing:]])


def _edits(lines: Sequence[str], day: str, sections: Mapping[str, str]) -> Iterator[_Edit]:
    root = yaml.compose("\n".join(lines), Loader=yaml.CSafeLoader)
    assert root is not None  # it was read as a page before
    key, value = next((k, v) for k, v in root.value if k.value == "translation")
    known = {name.value: (name, item) for name, item in value.value}
    if value.flow_style:
        rest = {name: item.value for name, (_, item) in known.items() if name in _KEPT}
        block = [f"of: {rest.pop('of')}", f"date: {day}"]
        block += [f"{name}: {item}" for name, item in rest.items()]
        yield (_end(key)[0], _end(key)[1] + 1), _end(value), ""
        yield _after(value, lines, [*block, *_section_lines(sections)], "  ")
        return
    indent = " " * value.start_mark.column
    if "date" in known:
        yield _start(known["date"][1]), _end(known["date"][1]), day
    else:
        yield _after(known["of"][1], lines, [f"date: {day}"], indent)
    if "sections" in known:
        new = f"\n{indent}".join(_section_lines(sections))
        yield _start(known["sections"][0]), _last(known["sections"][1]), new
    else:
        yield _after(value, lines, [*_section_lines(sections)], indent)


def _section_lines(sections: Mapping[str, str]) -> Iterator[str]:
    yield "sections:"
    # In quotes, since other readers of YAML take some digests for numbers.
    yield from (f'  {id}: "{digests}"' for id, digests in sections.items())


def _after(node: yaml.Node, lines: Sequence[str], new: Sequence[str], indent: str) -> _Edit:
    """New lines below the last one of a value, whatever stands behind it there."""
    line = _last(node)[0]
    place = (line, len(lines[line].rstrip("\r")))
    return place, place, "".join(f"\n{indent}{text}" for text in new)


def _start(node: yaml.Node) -> _Place:
    return node.start_mark.line, node.start_mark.column


def _end(node: yaml.Node) -> _Place:
    return node.end_mark.line, node.end_mark.column


def _last(node: yaml.Node) -> _Place:
    """Where a value ends; a block's own end lies behind the empty lines and comments below it."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _last(node.value[-1][1])
    return _end(node)
