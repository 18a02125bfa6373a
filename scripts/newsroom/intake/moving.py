"""Another id for what has an address, wherever the files of a record have it.

A reference is rewritten in the line it was read from, a link where it leads there; prose that
happens to hold the same letters stays as it is.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from newsroom.record.articles import Article, Page
from newsroom.record.catalogue import ARTICLE, Catalogue, reference_names
from newsroom.record.fields import Entry, schema_of
from newsroom.record.kind import Kind
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.kinds.article import PAGE, Original
from newsroom.record.paragraph_ids import file_of
from newsroom.record.problems import Problem, line_of, say
from newsroom.record.writing import key_span
from newsroom.text.ids import count_id, replace_id
from newsroom.text.languages import LANGS

_NAMED = "participant"
"""What pages and the facts of a comparison refer to without a key."""


@dataclass(frozen=True, slots=True)
class Move:
    """What is to have another id."""

    form: str
    """That of its addresses."""
    subject: Article | Entry
    new: str

    @property
    def old(self) -> str:
        return self.subject.id

    @property
    def kind(self) -> Kind | None:
        """The kind of an entry; `None` for an article."""
        return None if isinstance(self.subject, Article) else BY_ENTRY[type(self.subject)]

    @property
    def reference(self) -> str:
        """What a reference to it names as its kind."""
        return self.kind.id if self.kind else ARTICLE

    @property
    def references(self) -> frozenset[str]:
        """What one may name as its kind, which may lead to others, too."""
        return reference_names(self.subject)

    def renamed(self, path: str) -> str:
        """Where a file of the record belongs from now on."""
        pages = [] if "#" in self.form else [self.form.format(id=self.old)]
        own = {f"docs/{lang}/{page}" for lang in LANGS for page in pages}
        own |= {file_of(self.old)} if self.form == PAGE else set()
        own |= {self.kind.path_of(self.old)} if self.kind and not self.kind.list_key else set()
        folder, _, name = path.rpartition("/")
        return f"{folder}/{self.new}{name.removeprefix(self.old)}" if path in own else path

    def span_in(self, target: str, page: Page) -> tuple[int, int] | None:
        """Where in the target of a link on a page the id stands; `None` if it leads elsewhere."""
        led = page.leads_to(target)
        if led is None:
            return None
        uri, anchor = led
        places = [self.form, *(self.kind.besides if self.kind else ())]
        if uri == self.form.format(id=self.old):
            end = target.index(f"{self.old}.md", target.rfind("/", 0, target.find(".md")) + 1)
            end += len(self.old)
        elif f"{uri}#{anchor}" in {place.format(id=self.old) for place in places}:
            end = len(target)
        else:
            return None
        return end - len(self.old), end


def move_files(
    catalogue: Catalogue, files: Mapping[str, str], move: Move
) -> tuple[dict[str, str | None], tuple[Problem, ...]]:
    """The new texts of the files that change, `None` for those that lie elsewhere then.

    `files` are the texts of the record by path. A line that has the id for something else, too,
    cannot be told apart and is a problem.
    """
    texts, problems = dict(files), list[Problem]()
    for path, lines in _referring(catalogue, move).items():
        rows = texts[path].split("\n")
        for line, (own, others) in sorted(lines.items()):
            if others or count_id(rows[line - 1], move.old) != own:
                problems.append(_unclear(path, line, move.old))
            rows[line - 1] = replace_id(rows[line - 1], move.old, move.new)
        texts[path] = "\n".join(rows)
    for page in catalogue.pages.values():
        texts[page.path] = _with_links(texts[page.path], page, move)
    for article in catalogue.articles.values() if _NAMED in move.references else ():
        texts[article.path] = _with_facts(texts[article.path], article, move)
    path = move.subject.path
    if formed := _with_former(texts[path], move):
        texts[path] = formed
    else:
        problems.append(_unclear(path, line_of(move.subject, "id"), move.old))
    return _changed(files, texts, move), tuple(problems)


def _unclear(path: str, line: int, id: str) -> Problem:
    message = say("it is not clear which '{id}' is meant in this line", id=id)
    return Problem(path, line, "value-form", message, say("write each value on a line of its own"))


def _changed(
    files: Mapping[str, str], texts: Mapping[str, str], move: Move
) -> dict[str, str | None]:
    changed: dict[str, str | None] = {}
    for path, text in texts.items():
        place = move.renamed(path)
        if place != path:
            changed[path] = None
        if place != path or text != files[path]:
            changed[place] = text
    return changed


def _referring(catalogue: Catalogue, move: Move) -> dict[str, dict[int, tuple[int, bool]]]:
    """By path and line, how often it is referred to, and whether something else of that id is."""
    counts = Counter(
        (it.path, it.line, it.kind in move.references)
        for it in catalogue.references
        if it.id == move.old
    )
    found: dict[str, dict[int, tuple[int, bool]]] = {}
    for (path, line, is_own), count in counts.items():
        if is_own:
            found.setdefault(path, {})[line] = (count, (path, line, False) in counts)
    return found


def _with_links(text: str, page: Page, move: Move) -> str:
    """A page with the links that lead to what is moved leading to where it is then."""
    lines = text.split("\n")
    body = "\n".join(lines[page.body_line - 1 :])
    for start, end in sorted(_spans(page, move), reverse=True):
        body = body[:start] + move.new + body[end:]
    return "\n".join([*lines[: page.body_line - 1], body])


def _spans(page: Page, move: Move) -> Iterator[tuple[int, int]]:
    """Where in the body of a page the id stands in targets and labels of links."""
    document = page.document
    for link in document.links:
        if link.target and (span := move.span_in(link.target, page)):
            yield link.place + span[0], link.place + span[1]
        elif link.label == move.old and _NAMED in move.references:
            yield link.place, link.place + len(link.label)
    lines = document.text.split("\n")
    for block in document.definitions:
        at = sum(len(line) + 1 for line in lines[: block.line - document.first_line])
        if span := move.span_in(block.text, page):
            at = document.text.find(block.text, at)
            yield at + span[0], at + span[1]


def _with_facts(text: str, article: Article, move: Move) -> str:
    """The file of an article with the facts of its comparison named after the new id."""
    lines = text.split("\n")
    for place, fact in article.verified.placed() if article.verified else ():
        kind, id, *rest = fact.split()
        if id == move.old and (kind in ("name", "speaker") or (kind == "office" and rest)):
            at = article.lines[place] - 1
            lines[at] = replace_id(lines[at], f"{kind} {id}", f"{kind} {move.new}")
    return "\n".join(lines)


def _with_former(text: str, move: Move) -> str:
    """A file of YAML, or a page with its front matter, with the old id among the former ones.

    Empty where its values do not stand on lines of their own.
    """
    lines, kind = text.split("\n"), move.kind
    first, last = 0, len(lines)
    if kind is None:
        first, last = 1, next(at for at in range(1, len(lines)) if lines[at].startswith("---"))
    own = lines[first:last]
    node, end = _own_node(own, move)
    if node.flow_style:
        return ""
    if kind and kind.list_key:
        id = next(value for name, value in node.value if name.value == "id").start_mark.line
        own[id] = replace_id(own[id], move.old, move.new)
    former = [*(it for it in move.subject.moved_from if it != move.new), move.old]
    order = [it.key for it in schema_of(type(move.subject) if kind else Original)]
    start, behind = key_span(node, "moved_from", order, _end(own[:end]))
    indent = " " * node.value[0][0].start_mark.column
    own[start:behind] = [f"{indent}moved_from: [{', '.join(former)}]"]
    return "\n".join([*lines[:first], *own, *lines[last:]])


def _own_node(lines: Sequence[str], move: Move) -> tuple[yaml.MappingNode, int]:
    """The mapping of what is moved, and the line behind it."""
    root = yaml.compose("\n".join(lines), Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)  # it was read before
    if not move.kind or not move.kind.list_key:
        return root, len(lines)
    items = next(value for name, value in root.value if name.value == move.kind.list_key).value
    at = next(
        at
        for at, item in enumerate(items)
        if any((name.value, value.value) == ("id", move.old) for name, value in item.value)
    )
    return items[at], items[at + 1].start_mark.line if items[at + 1 :] else len(lines)


def _end(lines: Sequence[str]) -> int:
    """Behind the last line that is neither empty nor a comment."""
    told = (at + 1 for at, line in enumerate(lines) if line.strip() and line.strip()[0] != "#")
    return max(told, default=0)
