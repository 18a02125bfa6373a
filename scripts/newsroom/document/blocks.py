"""The blocks of a page: what Python-Markdown makes of its lines, each with the lines it is from."""

from collections.abc import Iterator
from dataclasses import dataclass

HEADING, PARAGRAPH, LIST, ITEM, QUOTATION = "heading", "paragraph", "list", "item", "quotation"
ADMONITION, TITLE, TABLE, ROW, CODE = "admonition", "title", "table", "row", "code"
HTML, RULE, FOOTNOTE, DEFINITION = "html", "rule", "footnote", "definition"


@dataclass(frozen=True, slots=True)
class Block:
    """One block, with the blocks it holds.

    Text is in the innermost blocks only: the text of a list item is a paragraph in the item.
    """

    kind: str
    line: int
    """The line of the file it begins on."""
    end: int
    """The line of the file it ends on."""
    text: str = ""
    """As written, line for line, without the marks of the blocks around it, of a heading and of
    code. A row is its whole line. Empty for a block that holds others."""
    children: tuple["Block", ...] = ()
    level: int = 0
    """Of a heading: 1 to 6."""
    id: str | None = None
    """Of a heading, if an author gave one."""
    name: str = ""
    """The type of an admonition, `note`; the label of a footnote or of the definition of a link;
    `ol` or `ul` for a list."""

    @property
    def text_line(self) -> int:
        """The line its text begins on, below the fence of code that has one."""
        is_fenced = self.kind == CODE and self.end - self.line > self.text.count("\n")
        return self.line + is_fenced

    def walk(self) -> Iterator["Block"]:
        """Yield the block and every block in it, in the order of the page."""
        yield self
        for child in self.children:
            yield from child.walk()
