"""Python-Markdown as the site has it, with what it forgets: every footnote and definition."""

from functools import cache

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension

from newsroom.document.lists import register_lists

EXTENSIONS = ("admonition", "attr_list", "pymdownx.details", "toc", "tables", "fenced_code")
"""Those of the settings and of MkDocs, besides footnotes."""


class Footnotes(FootnoteExtension):
    """Footnotes, with every one that was written, also where two have one label."""

    written: list[tuple[str, str]]

    def reset(self) -> None:
        super().reset()
        self.written = []

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802  (Python-Markdown's name)
        super().setFootnote(id, text)
        self.written.append((id, text))


class References(dict[str, tuple[str, str]]):
    """Definitions of links, with every one that was written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[tuple[str, str]] = []

    def __setitem__(self, label: str, value: tuple[str, str]) -> None:
        super().__setitem__(label, value)
        self.written.append((label, value[0]))


@cache  # making a parser takes as long as parsing a page
def block_parser() -> tuple[Markdown, Footnotes]:
    footnotes = Footnotes()
    md = Markdown(extensions=[*EXTENSIONS, footnotes])
    register_lists(md)
    return md, footnotes
