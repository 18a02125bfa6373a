"""The texts of the record as HTML, with what each links to; how they are made: `rendering.py`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsroom.record.articles import Article, Page
from newsroom.record.carrying import Carried, carried
from newsroom.record.kinds.term import Term
from newsroom.record.paragraph_ids import UNDATED, Known
from newsroom.site.paragraphs import Block, anchored_like, blocks_of, identified
from newsroom.text.dates import Period, parse_period
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
    """The sentence in which it does; empty but for the first section of the page that does."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one page."""

    content: str
    """As sanitised HTML whose runs of the other script are isolated."""
    toc: tuple[TocItem, ...] = ()
    backlinks: tuple[Backlink, ...] = ()
    """One for each section that mentions a participant, in the order of the text."""
    terms: tuple[Term, ...] = ()
    """The terms it links to, in the order of the text."""

    @property
    def mentioned(self) -> tuple[str, ...]:
        """The ids of the participants it links to, in the order of the text."""
        return tuple(dict.fromkeys(link.participant for link in self.backlinks))


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands at the address of a paragraph that was taken out."""

    anchor: str
    date: Period | None
    """The day; `None` as long as `newsroom addresses` has not written it down."""


_NO_TEXT = Text("")


class Texts:
    """The texts of a site."""

    def __init__(
        self, texts: Iterable[tuple[Page, Text]], known: Mapping[str, Known] | None = None
    ) -> None:
        """`known` are the recorded ids of the paragraphs of articles, by slug."""
        self._texts = {page.src_uri: text for page, text in texts}
        self._backlinks: dict[tuple[str, str], list[Backlink]] = defaultdict(list)
        for text in self._texts.values():
            for link in text.backlinks:
                self._backlinks[link.page.lang, link.participant].append(link)
        self._known = known or {}
        self._carried: dict[str, Carried] = {}
        self._blocks: dict[str, Mapping[str, Sequence[Block]]] = {}

    def of(self, page: Page | None) -> Text:
        """The text of a page; one without content for a page nobody wrote."""
        return self._texts.get(page.src_uri, _NO_TEXT) if page else _NO_TEXT

    def backlinks(self, lang: str, participant: str) -> tuple[Backlink, ...]:
        """The sections that mention a participant, page after page."""
        return tuple(self._backlinks.get((lang, participant), ()))

    def blocks_of(self, article: Article) -> Mapping[str, Sequence[Block]]:
        """The blocks of both versions of an article, by language.

        Their anchors are the recorded ids. Without any, those of the later of `LANGS` have the
        anchors of those they match in the earlier one.
        """
        if article.slug not in self._blocks:
            blocks: dict[str, Sequence[Block]] = {}
            for lang in (lang for lang in LANGS if lang in article.versions):
                own = blocks_of(self.of(article.versions[lang]).content)
                if article.slug in self._known:
                    own = identified(own, self._carried_of(article), lang)
                else:
                    for model in blocks.values():
                        own = anchored_like(own, model, lang)
                blocks[lang] = own
            self._blocks[article.slug] = blocks
        return self._blocks[article.slug]

    def tombstones(self, article: Article, lang: str) -> tuple[Tombstone, ...]:
        """What stands where paragraphs of an article were, which nothing else stands for."""
        if article.slug not in self._known:
            return ()
        gone = self._carried_of(article).gone(lang)
        return tuple(
            Tombstone(id, None if day == UNDATED else parse_period(day)) for id, day in gone
        )

    def _carried_of(self, article: Article) -> Carried:
        if article.slug not in self._carried:
            self._carried[article.slug] = carried(article.versions, self._known[article.slug])
        return self._carried[article.slug]


NO_TEXTS = Texts(())
