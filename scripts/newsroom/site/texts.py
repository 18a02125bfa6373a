"""The texts of the record as HTML, with what each links to; how they are made: `rendering.py`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsroom.record.articles import Article, Page
from newsroom.record.kinds.term import Term
from newsroom.site.paragraphs import Block, anchored_like, blocks_of
from newsroom.text.languages import LANGS


@dataclass(frozen=True, slots=True)
class TocItem:
    """A heading of a text, with those below it."""

    id: str
    title: str
    """As HTML."""
    level: int
    items: tuple["TocItem", ...] = ()


@dataclass(frozen=True, slots=True)
class Backlink:
    """One section of a page that mentions a participant."""

    participant: str
    page: Page
    section: str
    """The id of its heading; empty before the first one."""
    sentence: str
    """The sentence in which it does."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one page."""

    content: str
    """As sanitised HTML."""
    toc: tuple[TocItem, ...] = ()
    backlinks: tuple[Backlink, ...] = ()
    """One for each section that mentions a participant, in the order of the text."""
    terms: tuple[Term, ...] = ()
    """The terms it links to, in the order of the text."""

    @property
    def mentioned(self) -> tuple[str, ...]:
        """The ids of the participants it links to, in the order of the text."""
        return tuple(dict.fromkeys(link.participant for link in self.backlinks))


_NO_TEXT = Text("")


class Texts:
    """The texts of a site."""

    def __init__(self, texts: Iterable[tuple[Page, Text]]) -> None:
        self._texts = {page.src_uri: text for page, text in texts}
        self._backlinks: dict[tuple[str, str], list[Backlink]] = defaultdict(list)
        for text in self._texts.values():
            for link in text.backlinks:
                self._backlinks[link.page.lang, link.participant].append(link)
        self._blocks: dict[str, Mapping[str, Sequence[Block]]] = {}

    def of(self, page: Page | None) -> Text:
        """The text of a page; one without content for a page nobody wrote."""
        return self._texts.get(page.src_uri, _NO_TEXT) if page else _NO_TEXT

    def backlinks(self, lang: str, participant: str) -> tuple[Backlink, ...]:
        """The sections that mention a participant, page after page."""
        return tuple(self._backlinks.get((lang, participant), ()))

    def blocks_of(self, article: Article) -> Mapping[str, Sequence[Block]]:
        """The blocks of both versions of an article, by language.

        Those of the later of `LANGS` have the anchors of those they match in the earlier one.
        """
        if article.slug not in self._blocks:
            blocks: dict[str, Sequence[Block]] = {}
            for lang in (lang for lang in LANGS if lang in article.versions):
                own = blocks_of(self.of(article.versions[lang]).content)
                for model in blocks.values():
                    own = anchored_like(own, model, lang)
                blocks[lang] = own
            self._blocks[article.slug] = blocks
        return self._blocks[article.slug]


NO_TEXTS = Texts(())
