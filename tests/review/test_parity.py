"""The two languages of an article tell the same: what is caught, and what is let through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from newsroom.record.articles import Article, Page, read_page
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import Reading, read_document
from newsroom.record.problems import Problem
from newsroom.review.parity import parity
from newsroom.text.languages import LANGS, other_lang

from ..conftest import ROOT

CORPUS = Path(__file__).parent / "parity_corpus"
FRONT_LINES = 10
"""The lines of a small page before the text of a case."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Two pages that differ in one fact, and the lines of both that show it."""

    rule: str
    catalogue: Catalogue
    places: Mapping[str, str]
    """`path:line` by language."""
    text: str

    def is_caught(self) -> bool:
        """Whether the rule says so, at one of the two lines and naming the other."""
        return any(
            problem.rule == self.rule
            and place(problem) in self.places.values()
            and self._names_the_other(problem)
            for problem in parity(self.catalogue)
        )

    def _names_the_other(self, problem: Problem) -> bool:
        if not self.rule.startswith("parity") or self.rule == "parity-note":
            return True
        other = next(line for line in self.places.values() if line != place(problem))
        return problem.message.endswith(f"at {other}")


def place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}"


def load(name: str) -> list[Any]:
    cases: list[Any] = yaml.safe_load((CORPUS / name).read_text(encoding="utf-8"))
    return cases


RECORD, _ = Catalogue.load(ROOT)


def small_pages(fa: str, en: str) -> dict[str, Page]:
    """An article of one section with these texts."""
    fronts = {
        "en": "---\ntitle: T\nsummary: S\nsource: irna-tabriz-2024\ndate: 2024-06-23\n---\n\n",
        "fa": "---\ntitle: ت\nsummary: ث\ntranslation: {of: en}\n---\n\n\n",
    }
    pages = {}
    for lang, text in (("fa", fa), ("en", en)):
        written = f"{fronts[lang]}\n## H {{#h}}\n{text}\n"
        pages[lang] = page_of(lang, "news/small.md", written)
    return pages


def page_of(lang: str, uri: str, written: str) -> Page:
    reading = Reading(f"docs/{lang}/{uri}")
    document = read_document(written, reading)
    assert document is not None
    read = read_page(lang, uri, document, reading)
    assert read is not None, reading.problems
    return read[0]


def with_pages(pages: Mapping[str, Page]) -> Catalogue:
    """The names of the record, and one article."""
    uri = pages["fa"].uri
    slug = uri.removeprefix("news/").removesuffix(".md")
    known = RECORD.articles.get(slug)
    article = (
        replace(known, versions=pages)
        if known
        else Article(
            slug, "en", pages, "irna-tabriz-2024", date=RECORD.articles["tabriz-at-kazan"].date
        )
    )
    return replace(
        RECORD, articles={slug: article}, pages={(lang, uri): pages[lang] for lang in LANGS}
    )


def small_faults(name: str) -> Iterator[Fault]:
    for rule, fa, en, *lines in load(name):
        at = {"fa": 1, "en": 1} | (lines[0] if lines else {})
        catalogue = with_pages(small_pages(fa, en))
        places = {lang: f"docs/{lang}/news/small.md:{at[lang] + 9}" for lang in LANGS}
        yield Fault(rule, catalogue, places, f"{fa} | {en}")


def seeded_faults() -> Iterator[Fault]:
    """Those of which the article still has the words."""
    for slug, lang, words, put, rule in load("articles.yml"):
        path = ROOT / "docs" / lang / "news" / f"{slug}.md"
        written = path.read_text(encoding="utf-8")
        if words not in written:
            continue
        page = page_of(lang, f"news/{slug}.md", written.replace(words, put, 1))
        other = RECORD.articles[slug].versions[other_lang(lang)]
        line = written[: written.index(words)].count("\n") + 1
        places = {
            lang: f"{page.path}:{line}",
            other.lang: f"{other.path}:{_beside(page, other, line)}",
        }
        pages = {lang: page, other.lang: other}
        yield Fault(rule, with_pages({key: pages[key] for key in LANGS}), places, f"{slug}: {put}")


def _beside(page: Page, other: Page, line: int) -> int:
    """The line of the other language that tells the same; both are written line for line."""
    for key in ("title", "summary"):
        if page.lines[key] == line:
            return other.lines[key]
    return line - page.body_line + other.body_line
