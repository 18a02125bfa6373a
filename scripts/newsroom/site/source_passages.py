"""Where in its source on the web an article's quotations stand, by the words themselves.

A text fragment (WICG, Scroll To Text Fragment) opens a page at a passage; a browser that does not
know it or does not find the words opens the page. Chromium finds them across missing half-spaces
and other digits, not across other letters, nor as a part of a word that a half-space parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from newsroom.record.articles import Article
from newsroom.record.kinds.source import Source
from newsroom.site.fragments import plain_text
from newsroom.site.texts import Texts
from newsroom.text.persian import HALF_SPACE
from newsroom.text.quotations import quotations_in

_FEWEST = 3
"""Words; fewer are a term, which may stand anywhere in a source."""
_ALTERED = frozenset("[]…")
"""With one of these a quotation is not what its source prints."""
_PUNCTUATION = " .,;:!?،؛؟"


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Words an article has from its source, and the address that opens the source at them."""

    words: str
    lang: str
    address: str


def source_passages(article: Article, texts: Texts, source: Source) -> Iterator[SourcePassage]:
    """What the version in the language of the source quotes, in its order, each once.

    Nothing for a source that has no address. Notes are left out: they may quote another source.
    """
    lang, seen = source.language, set[str]()
    for block in texts.blocks_of(article).get(lang, ()) if source.address else ():
        for words in () if block.is_note else _quoted(plain_text(block.html, lang)):
            if source.address and words not in seen:
                seen.add(words)
                yield SourcePassage(words, lang, text_fragment(source.address, words))


def text_fragment(address: str, words: str) -> str:
    """The address that opens a page at the first place where some words stand."""
    page, _, anchor = address.partition("#")
    # A hyphen parts the words from those around them, and would not be read as one.
    return f"{page}#{anchor}:~:text={quote(words, safe='').replace('-', '%2D')}"


def _quoted(text: str) -> Iterator[str]:
    for start, quoted in quotations_in(text):
        end = start + len(quoted) + 2
        beside = text[start - 1 : start] + text[end : end + 1]
        if HALF_SPACE not in beside and not _ALTERED & {*quoted}:
            words = quoted.strip(_PUNCTUATION)
            if len(words.split()) >= _FEWEST:
                yield words
