"""Parallel reading: the two versions of an article beside each other, paragraph by paragraph.

The page lies at `parallel/<slug>.html`, in both languages, each with its own language first. It is
made of the blocks of both texts, so it says what the article says.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from posixpath import join, normpath

from newsroom.record.articles import Article
from newsroom.record.sections import HEAD, LEAD
from newsroom.record.staleness import SectionChange
from newsroom.site.addresses import relative_url, url_of
from newsroom.site.fragments import Piece, plain_text, rewritten
from newsroom.site.paragraphs import Block, align_anchored
from newsroom.text.bidi import isolated
from newsroom.text.elements import is_remote
from newsroom.text.languages import other_lang
from newsroom.text.sentences import FoldedSentences

_FOLDER = "parallel/"


@dataclass(frozen=True, slots=True)
class Row:
    """What stands beside each other; `None` where a language says nothing."""

    anchor: str
    """Empty where a row above has it, as of a paragraph that was moved in one language."""
    former: tuple[str, ...]
    """Other ids that lead to it."""
    number: int | None
    """Of the paragraph, counted over the page; `None` for a heading."""
    own: str | None
    other: str | None
    is_changed: bool
    """Whether the original says something here that its translation was not made from."""


class Changed:
    """What an original says today that its translation was not made from."""

    def __init__(self, lang: str, changes: Sequence[SectionChange]) -> None:
        """`lang` is the language of the original."""
        self._lang = lang
        self._sections = {
            "" if change.section.id == LEAD else change.section.id: FoldedSentences(
                sentence.text for sentence in change.changed
            )
            for change in changes
        }

    def is_in(self, block: Block) -> bool:
        """Whether some of it is in a block of the original."""
        sentences = self._sections.get(block.section)
        return sentences is not None and sentences.stand_in(plain_text(block.html, self._lang))

    def is_in_head(self, text: str) -> bool:
        """Whether some of it is in the title, or in the summary."""
        sentences = self._sections.get(HEAD)
        return sentences is not None and sentences.stand_in(text)


def parallel_uri(slug: str) -> str:
    """The path of the page of an article, which is the same in both languages."""
    return f"{_FOLDER}{slug}.md"


def parallel_rows(
    article: Article,
    lang: str,
    texts: Mapping[str, Sequence[Block]],
    changes: Sequence[SectionChange] = (),
) -> Iterator[Row]:
    """The rows of the page in `lang`, whose text comes first, of the texts of both languages.

    `changes` are those of the original since it was translated.
    """
    changed, other = Changed(article.original, changes), other_lang(lang)
    page = url_of(lang, parallel_uri(article.slug))
    pairs = tuple(align_anchored(texts[lang], texts[other]))
    anchors = frozenset(block.anchor for pair in pairs for block in pair if block)
    own_side = _Side(url_of(lang, article.uri), page, "", anchors)
    other_side = _Side(url_of(other, article.uri), page, f"{other}.", anchors)
    number, taken = 0, set[str]()
    for own, translated in pairs:
        block = own or translated
        assert block is not None  # a pair has one side at least
        original = own if lang == article.original else translated
        number += not block.is_heading
        led = [it for it in _anchors(own, translated, anchors) if it not in taken]
        taken.update(led)
        is_own = led[:1] == [block.anchor]
        yield Row(
            anchor=block.anchor if is_own else "",
            former=tuple(led[1:] if is_own else led),
            number=None if block.is_heading else number,
            own=own_side.show(own) if own else None,
            other=other_side.show(translated) if translated else None,
            is_changed=bool(original and changed.is_in(original)),
        )


def _anchors(own: Block | None, other: Block | None, rows: Collection[str]) -> Iterator[str]:
    """What leads to a row: the anchors of its blocks, then former ones no block of the page has."""
    blocks = [block for block in (own, other) if block]
    yield from dict.fromkeys(block.anchor for block in blocks)
    former = dict.fromkeys(id for block in blocks for id in block.former)
    yield from (id for id in former if id not in rows)


@dataclass(frozen=True, slots=True)
class _Side:
    """How the text of an article is shown on another page."""

    article: str
    page: str
    prefix: str
    """Put before the ids inside a block, as the same ones stand in the other column."""
    anchors: frozenset[str]
    """Those of the rows, which are the same in both columns."""

    def show(self, block: Block) -> str:
        """The block without its own id, which its row has, and with its links leading on."""
        if '="' not in block.html:
            return isolated(block.html)
        tag, end, rest = block.html.partition(">")
        first = Piece(tag + end, "")
        own = first.rewritten(lambda name, value: None if name == "id" else self._led(name, value))
        return isolated(own + rewritten(rest, self._led))

    def _led(self, attribute: str, value: str) -> str:
        """The value of an attribute as it is right on the other page."""
        if attribute == "id":
            return self.prefix + value
        return self._address(value) if attribute in ("href", "src") else value

    def _address(self, address: str) -> str:
        if address.startswith("#"):
            anchor = address[1:]
            return f"#{anchor if anchor in self.anchors else self.prefix + anchor}"
        if not address:
            return relative_url(self.article, self.page)
        return _moved(address, self.article.rpartition("/")[0], self.page.rpartition("/")[0])


@lru_cache(maxsize=4096)
def _moved(address: str, folder: str, to_folder: str) -> str:
    """What leads from a page of one folder, as it leads from one of another, if it stays here.

    Most lead to participants: nine in ten have been met before, on another article.
    """
    if is_remote(address):
        return address
    path, hash_sign, anchor = address.partition("#")
    target = normpath(join(folder, path))
    return relative_url(f"{target}{hash_sign}{anchor}", f"{to_folder}/")
