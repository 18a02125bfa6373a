"""How long it takes to import invented sources, and how much memory: `python -m benchmarks.intake`.

Half are texts and half are web pages, half Persian without half-spaces and half English, each with
the frame of a page around it. Nothing is written.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from html import escape

from benchmarks.corpus import Article, invent_record
from benchmarks.files import REPOSITORY
from newsroom.api import (
    HALF_SPACE,
    Catalogue,
    ImportContext,
    ImportOptions,
    ParseContext,
    import_source,
    parse_period,
)

_FRAME = {
    "fa": ("مشاهده ۲۸۵", "۱۴۰۲/۰۹/۱۰- ۱۲:۲۶", "نظر شما"),
    "en": ("Share", "Published on 1 December 2023", "Leave a comment"),
}


def invented_sources(count: int) -> Iterator[bytes]:
    """`count` sources, every one different."""
    for number, article in enumerate(invent_record(count).articles):
        lang = ("fa", "en")[number % 2]
        text = _as_page if number % 4 < 2 else _as_text
        yield text(article, lang).encode()


def main() -> None:
    """Import the invented sources and print time and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=1000)
    sources = list(invented_sources(parser.parse_args().sources))
    before = _peak()
    start = time.perf_counter()
    import_context = ImportContext.of(Catalogue.load(REPOSITORY)[0])
    made = time.perf_counter()
    options = ImportOptions(parse_period("2026-01-01"))
    drafts = sum(
        import_source(data, ParseContext("source"), import_context, options) is not None
        for data in sources
    )
    end = time.perf_counter()
    size = sum(map(len, sources))
    print(f"{len(sources)} sources of {size / 1e6:.1f} MB, {drafts} imported")
    print(f"{made - start:.2f} s for the record, {end - made:.1f} s for the sources")
    print(f"peak memory {_peak():.0f} MB, {before:.0f} MB of it before")


def _as_text(article: Article, lang: str) -> str:
    counter, printed, comments = _FRAME[lang]
    body = article.body[lang].replace(HALF_SPACE, "")
    return "\n\n".join((counter, printed, article.title[lang], body, comments))


def _as_page(article: Article, lang: str) -> str:
    counter, printed, comments = (f"<p>{line}</p>" for line in _FRAME[lang])
    paragraphs = article.body[lang].replace(HALF_SPACE, " ").split("\n\n")
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    title = escape(article.title[lang])
    return (
        f"<!doctype html><html lang={lang}><body><nav><a>1</a><a>2</a></nav>{counter}{printed}"
        f"<h1>{title}</h1><article>{body}</article><form>{comments}</form></body></html>"
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
