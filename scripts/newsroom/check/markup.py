"""Markdown: headings, and what must not be published."""

from collections.abc import Iterator
from operator import itemgetter

from newsroom.check.rule import FILE, rule
from newsroom.document.fences import find_source
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import WARNING, Message, Problem, say
from newsroom.record.values import is_slug


@rule(FILE, error="heading-id", apart=True)
def heading_id(catalogue: Catalogue) -> Iterator[Problem]:
    """Headings carry an id of their own, so that an address of a section never changes."""
    for page in catalogue.pages.values():
        seen: set[str] = set()
        for heading in page.document.headings:
            if heading.level > 1 and not is_slug(heading.id or ""):
                message = say(
                    "the heading '{text}' has no id of lower-case a-z, 0-9 and '-'",
                    text=heading.text,
                )
                hint = say("write `## Heading {{#its-id}}`, the same id in both languages")
                yield heading_id.problem(page.path, heading.line, message, hint)
            elif heading.level > 1 and heading.id in seen:
                message = say("the id '{id}' appears twice on the page", id=heading.id)
                yield heading_id.problem(page.path, heading.line, message)
            seen.add(heading.id or "")


@rule(FILE, either="heading-level", apart=True)
def heading_level(catalogue: Catalogue) -> Iterator[Problem]:
    """Levels go down one by one from 2: who listens to a page finds its sections by them."""
    for page in catalogue.pages.values():
        above = 1
        for heading in page.document.headings:
            if heading.level == 1:
                message = say("a heading of level 1; only the title of the page has that level")
                hint = say("start with `## …`")
                yield heading_level.problem(page.path, heading.line, message, hint)
            elif heading.level > above + 1:
                message = say(
                    "a heading of level {level} below one of level {above}; expected level "
                    "{expected}",
                    level=heading.level,
                    above=above,
                    expected=above + 1,
                )
                hint = say("remove one '#'")
                yield heading_level.problem(page.path, heading.line, message, hint, level=WARNING)
            above = heading.level


@rule(FILE, error="footnote-alone", apart=True)
def footnote_alone(catalogue: Catalogue) -> Iterator[Problem]:
    """A reference without its note stays `[^1]` on the page; a note without one leads nowhere."""
    for page in catalogue.pages.values():
        notes, seen = page.document.footnotes, set[str]()
        labels = {note.name for note in notes}
        marks = page.document.footnote_marks
        used = {label for _, label in marks}
        found = [
            (page.document.line_at(at), _undefined(it)) for at, it in marks if it not in labels
        ]
        for note in notes:
            if note.name in seen:
                found.append((note.line, say("the note '[^{id}]' is defined twice", id=note.name)))
            elif note.name not in used:
                found.append((note.line, say("nothing refers to the note '[^{id}]'", id=note.name)))
            seen.add(note.name)
        for line, message in sorted(found, key=itemgetter(0)):
            hint = say("define each note once with `[^id]: …` and refer to it with `[^id]`")
            yield footnote_alone.problem(page.path, line, message, hint)


def _undefined(id: str) -> Message:
    return say("'[^{id}]' refers to a missing note", id=id)


@rule(FILE, error="source-text-left", apart=True)
def source_text_left(catalogue: Catalogue) -> Iterator[Problem]:
    """The text of the source stands in a draft to report from; it is not ours to publish."""
    for page in catalogue.pages.values():
        if not page.is_draft and (at := find_source(page.body)) is not None:
            message = say("the page still contains the source text")
            hint = say(
                "write the report in your own words and delete the block, or keep `draft: true`"
            )
            yield source_text_left.on(page, at, message, hint)
