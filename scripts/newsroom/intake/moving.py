"""Another id for an article or a participant, wherever the files of a record have it.

A reference is rewritten in the line it was read from, a link where it leads to the page; prose that
happens to hold the same letters stays as it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

import yaml

from newsroom.document.links import Link
from newsroom.record.articles import Article, Page
from newsroom.record.catalogue import ARTICLE, Catalogue
from newsroom.record.fields import schema_of
from newsroom.record.kinds import BY_ENTRY
from newsroom.record.kinds.article import Original
from newsroom.record.paragraph_ids import file_of
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem, say
from newsroom.text.languages import LANGS


@dataclass(frozen=True, slots=True)
class Move:
    """What is to have another id."""

    subject: Article | Participant
    old: str
    new: str

    @property
    def references(self) -> frozenset[str]:
        """The kinds a reference to it may name."""
        if isinstance(self.subject, Article):
            return frozenset((ARTICLE,))
        kind = BY_ENTRY[type(self.subject)]
        return frozenset((kind.id, kind.group))

    @property
    def uri(self) -> str:
        """Its page below `docs/<lang>/`, written or made."""
        folder = "news" if isinstance(self.subject, Article) else "participants"
        return f"{folder}/{self.old}.md"

    @property
    def facts(self) -> str:
        """The file that says which ids it had before."""
        return self.subject.facts.path if isinstance(self.subject, Article) else self.subject.path

    def renamed(self, path: str) -> str:
        """Where a file of the record belongs from now on."""
        if isinstance(self.subject, Article):
            own = {page.path for page in self.subject.versions.values()} | {file_of(self.old)}
        else:
            own = {self.subject.path, *(f"docs/{lang}/{self.uri}" for lang in LANGS)}
        folder, _, name = path.rpartition("/")
        return f"{folder}/{self.new}{name.removeprefix(self.old)}" if path in own else path


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
            form = _form(move.old)
            count = len(form.findall(rows[line - 1]))
            if others or count != own:
                message = say("it is not clear which '{id}' is meant in this line", id=move.old)
                hint = say("write each value on a line of its own")
                problems.append(Problem(path, line, "value-form", message, hint))
            rows[line - 1] = form.sub(move.new, rows[line - 1])
        texts[path] = "\n".join(rows)
    for page in catalogue.pages.values():
        texts[page.path] = _with_links(texts[page.path], page, move)
        texts[page.path] = _with_facts(texts[page.path], page, move)
    texts[move.facts] = _with_former(texts[move.facts], move)
    changed: dict[str, str | None] = {}
    for path, text in texts.items():
        place = move.renamed(path)
        if place != path:
            changed[path] = None
        if place != path or text != files[path]:
            changed[place] = text
    return changed, tuple(problems)


def _form(id: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_-]){re.escape(id)}(?![A-Za-z0-9_-])")


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
    """A page with the links that lead to it leading to where it lies then."""
    head, body = _split(text, page)
    spans = sorted(_spans(page, move), reverse=True)
    for start, end in spans:
        body = body[:start] + _form(move.old).sub(move.new, body[start:end]) + body[end:]
    return head + body


def _split(text: str, page: Page) -> tuple[str, str]:
    lines = text.split("\n")
    at = sum(len(line) + 1 for line in lines[: page.body_line - 1])
    return text[:at], text[at:]


def _spans(page: Page, move: Move) -> Iterator[tuple[int, int]]:
    """Where in the body of a page the targets and labels of such links stand."""
    document = page.document
    for link in document.links:
        if link.label == move.old and not isinstance(move.subject, Article):
            yield from _label(document.text, link)
        elif link.target and _leads_there(link.target, page, move):
            yield from _found(document.text, link.target, link.position)
    lines = document.text.split("\n")
    for block in document.definitions:
        if _leads_there(block.text, page, move):
            at = sum(len(line) + 1 for line in lines[: block.line - document.first_line])
            yield from _found(document.text, block.text, at)


def _label(text: str, link: Link) -> Iterator[tuple[int, int]]:
    """Where the label of a link stands: behind its text, or in its place in `[text][]`."""
    if text.startswith(f"[{link.label}][]", link.position):
        yield from _found(text, link.label, link.position)
    elif found := re.compile(rf"\] ?\n?\[{link.label}\]").search(text, link.position):
        yield from _found(text, link.label, found.start())


def _found(text: str, wanted: str, start: int) -> Iterator[tuple[int, int]]:
    at = text.find(wanted, start)
    if at >= 0:
        yield at, at + len(wanted)


def _leads_there(target: str, page: Page, move: Move) -> bool:
    scheme, host, path, _, _ = urlsplit(target)
    if scheme or host or not path or path.startswith("/"):
        return False
    _, _, uri = normpath(join(dirname(page.src_uri), path)).partition("/")
    return uri == move.uri


def _with_facts(text: str, page: Page, move: Move) -> str:
    """A page with the facts of its comparison named after the new id: `office old manager`."""
    if isinstance(move.subject, Article):
        return text
    head, body = _split(text, page)
    fact = re.compile(rf"((?:name|office|speaker) (?:\S+ )*?){_form(move.old).pattern}")
    lines = head.split("\n")
    lines = [fact.sub(rf"\g<1>{move.new}", it) if "facts: [" in it else it for it in lines]
    return "\n".join(lines) + body


def _with_former(text: str, move: Move) -> str:
    """A file of YAML or its front matter with the old id among the ones there were before."""
    is_page = isinstance(move.subject, Article)
    lines = text.split("\n")
    first = 1 if is_page else 0
    last = (
        next(at for at in range(1, len(lines)) if lines[at].startswith("---"))
        if is_page
        else len(lines)
    )
    own = lines[first:last]
    former = [*(it for it in move.subject.moved_from if it != move.new), move.old]
    written = f"moved_from: [{', '.join(former)}]"
    order = [it.key for it in schema_of(Original if is_page else type(move.subject))]
    start, end = _place(own, order)
    own[start:end] = [written]
    return "\n".join([*lines[:first], *own, *lines[last:]])


def _place(lines: Sequence[str], order: Sequence[str]) -> tuple[int, int]:
    """From which line to which the key of former ids stands, or is to stand."""
    root = yaml.compose("\n".join(lines), Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)  # it was read before
    keys = [(name.value, name.start_mark.line) for name, _ in root.value]
    for at, (key, line) in enumerate(keys):
        if key == "moved_from":
            return line, keys[at + 1][1] if keys[at + 1 :] else _end(lines)
    before = order[: order.index("moved_from")]
    line = next((line for key, line in keys if key not in before), _end(lines))
    return line, line


def _end(lines: Sequence[str]) -> int:
    """Behind the last line that is not empty."""
    return max((at + 1 for at, line in enumerate(lines) if line.strip()), default=0)
