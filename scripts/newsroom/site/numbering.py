"""How Markdown is rendered where its parser loses what an author wrote, or knows one language only.

* A list counts as its author does: «۱۴۰۲. در این سال …» is a list that begins with 1402.
* Notes are counted as they are referred to, in the digits of their page, and lead back in its
  language. The parser counts them as they are defined, or else (`USE_DEFINITION_ORDER`) in the
  order it happens to come by their references, lists within lists last.
* A column keeps its side, as a class of ours: the parser writes a style, which no text may have.
  `:---` is where a line begins and `---:` where it ends, in both languages. The row of dashes has
  no language, is copied into a translation as it stands, and its colon stands before or behind in
  the order of writing; a table then is the mirror image of its counterpart, as the page is.
"""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as etree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.document.parsers import register_lists
from newsroom.text.persian import persian_digits

ALIGNED = {"left": "nr-align-start", "center": "nr-align-center", "right": "nr-align-end"}
LONG = "nr-list--long"
"""A list whose numbers need more room than those of ten items."""

_LONG = 100


class Numbering(Extension):
    """The Markdown extension for the pages of one language.

    `back` says where the link of a note leads, with a place for its `{number}`.
    """

    def __init__(self, lang: str, back: str) -> None:
        super().__init__()
        self._lang, self._back = lang, back

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """Count lists and notes in a parser that has the extension `footnotes`."""
        register_lists(md)
        # After the notes have got their numbers (19) and been joined (15), before mentions (-10).
        finish = _Finish(md, self._lang, self._back)
        md.treeprocessors.register(finish, "newsroom-numbering", -5)


def numbers_of(ordered: etree.Element) -> Iterator[int]:
    """What the items of a list count as that does not begin with 1; nothing for other lists."""
    if number := int(ordered.get("start", 0)):
        for item in ordered:
            number = int(item.get("value", number))
            yield number
            number += 1


class _Finish(Treeprocessor):
    def __init__(self, md: Markdown, lang: str, back: str) -> None:
        super().__init__(md)
        self._lang, self._back = lang, back

    def run(self, root: etree.Element) -> None:
        references: list[etree.Element] = []
        for element in root.iter():
            if element.tag == "ol":
                _count(element)
            elif element.tag in ("th", "td"):
                _align(element)
            elif element.get("class") == "footnote-ref":
                references.append(element)
        # As a reader meets them.
        order = {note: at for at, note in enumerate(dict.fromkeys(map(_note_of, references)), 1)}
        for reference in references:
            reference.text = self._shown(order[_note_of(reference)])
        for notes in root.iterfind(".//div[@class='footnote']/ol"):
            notes[:] = sorted(notes, key=lambda note: order.get(note.get("id", ""), len(notes) + 1))
            self._lead_back(notes)

    def _lead_back(self, notes: etree.Element) -> None:
        """The links back in the language of the page, each with the number of its note."""
        for number, note in enumerate(notes, 1):
            for link in note.iter("a"):
                if link.get("class") == "footnote-backref":
                    link.set("title", self._back.format(number=self._shown(number)))

    def _shown(self, number: int) -> str:
        return persian_digits(str(number)) if self._lang == "fa" else str(number)


def _note_of(reference: etree.Element) -> str:
    """The id of the note a reference leads to."""
    return reference.get("href", "").removeprefix("#")


def _count(ordered: etree.Element) -> None:
    """`start` for a list that does not begin with 1, `value` where its numbers leave one out."""
    written = [item.attrib.pop("value", None) for item in ordered]
    numbers = [int(number) for number in written if number is not None]
    if len(numbers) < len(written) or not numbers:  # written as HTML
        return
    # "1. 1. 1." leaves the counting to Markdown; a year that stands twice is meant twice.
    is_lazy = len(set(numbers)) == 1 and numbers[0] < _LONG
    if numbers[0] != 1:
        ordered.set("start", str(numbers[0]))
    for item, number, due in zip(ordered, numbers, _due(numbers), strict=True):
        if number != due and not is_lazy:
            item.set("value", str(number))
    if max(numbers) >= _LONG:
        ordered.set("class", f"{ordered.get('class', '')} {LONG}".strip())


def _due(numbers: Sequence[int]) -> Iterator[int]:
    """The number that is next in turn at each place."""
    yield numbers[0]
    yield from (number + 1 for number in numbers[:-1])


def _align(cell: etree.Element) -> None:
    side = cell.get("style", "").removeprefix("text-align: ").removesuffix(";")
    if side in ALIGNED:
        del cell.attrib["style"]
        cell.set("class", f"{cell.get('class', '')} {ALIGNED[side]}".strip())
