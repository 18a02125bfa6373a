"""Pieces: the texts of the record, each in its language, as they stand in their files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsroom.document.tidying import blank
from newsroom.record.articles import Page
from newsroom.record.documents import RawText
from newsroom.text.languages import LANGS
from newsroom.text.positions import Positions

_AS_PRINTED = frozenset(("aliases", "avoid"))
"""Keys whose values are spelt as others spell them."""


@dataclass(frozen=True)
class TextSegment:
    """A text in one language: the body of a page, or a value of a file."""

    path: str
    line: int
    """The line of the file it begins on."""
    lang: str
    place: str
    """Where in the file a value stands, `roles.0.office.fa`; empty for the body of a page."""
    text: str
    """Line for line as in the file, with U+FFFC for every sign that is no prose."""

    def line_at(self, position: int) -> int:
        """The line of the file a position of the text lies on."""
        return self._positions.line_at(position)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text, self.line)


def pieces_in(
    path: str, texts: Iterable[RawText], lang: str | None = None
) -> Iterator[TextSegment]:
    """The values of a file that are prose of ours; in `lang`, or in the one their place names."""
    for written in texts:
        parts = written.place.split(".")
        language = lang or next((part for part in parts if part in LANGS), None)
        if language and _AS_PRINTED.isdisjoint(parts):
            yield TextSegment(path, written.line, language, written.place, blank(written.source))


def segments_of(pages: Mapping[tuple[str, str], Page]) -> Iterator[TextSegment]:
    """The bodies of the pages."""
    for page in pages.values():
        yield TextSegment(page.path, page.body_line, page.lang, "", blank(page.body))
