"""The articles stand in their sources, and facts made wrong are found; where the sources are at hand."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from newsroom.check.parity import parity
from newsroom.check.rules import check
from newsroom.record.articles import read_page
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_document
from newsroom.verify.entries import verify_entries
from newsroom.verify.reports import problems_of, unused
from newsroom.verify.sources import SourceNames, SourceText
from newsroom.verify.verifying import verify

from ..conftest import ROOT
from ..sources import SOURCES

MUTATIONS = yaml.safe_load((Path(__file__).parent / "mutations.yml").read_text(encoding="utf-8"))
SAMPLE = MUTATIONS[::12]
"""All of them are measured by `benchmarks/verification.py`."""

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the raw sources are not at hand")


class Held:
    """This record beside its sources."""

    def __init__(self) -> None:
        self.catalogue, _ = Catalogue.load(ROOT)
        names = SourceNames(self.catalogue)
        data = [file.read_bytes() for file in SOURCES.iterdir()]
        raw = {sha256(it).hexdigest(): it.decode("utf-8") for it in data}
        self.texts = {
            source.id: SourceText(source, raw[source.sha256 or ""], names)
            for source in self.catalogue.sources.values()
        }

    def with_edits(self, slug: str, edits: Mapping[str, tuple[str, str]]) -> Catalogue:
        """The catalogue with a text of an article's pages, by language, put in place of another."""
        article, pages = self.catalogue.articles[slug], dict(self.catalogue.pages)
        versions = dict(article.versions)
        for lang, (was, now) in edits.items():
            path, uri = f"docs/{lang}/news/{slug}.md", f"news/{slug}.md"
            text = (ROOT / path).read_text(encoding="utf-8")
            assert text.count(was) == 1, was
            context = ParseContext(path)
            document = read_document(text.replace(was, now), context)
            assert document is not None
            read = read_page(lang, uri, document, context)
            assert read is not None
            versions[lang] = pages[lang, uri] = read[0]
        changed = replace(article, versions=versions)
        return replace(
            self.catalogue, pages=pages, articles={**self.catalogue.articles, slug: changed}
        )

    def problems(self, catalogue: Catalogue, slug: str) -> Counter[tuple[str, str, str]]:
        """What the source and the other language have against an article."""
        article = catalogue.articles[slug]
        reasoned = article.verified.reasoned if article.verified else frozenset()
        findings = verify(catalogue, article, self.texts)
        found = [*problems_of(findings, reasoned), *parity(catalogue)]
        return Counter((problem.path, problem.rule, str(problem.message)) for problem in found)


@pytest.fixture(scope="module")
def held() -> Held:
    return Held()


def test_every_fact_stands_in_its_source_or_is_accounted_for(held: Held) -> None:
    entries = tuple(verify_entries(held.catalogue, held.texts))
    for article in held.catalogue.articles.values():
        findings = tuple(verify(held.catalogue, article, held.texts))
        assert article.verified is not None
        assert [*problems_of(findings, article.verified.reasoned)] == []
        assert [*unused(article, (*findings, *entries))] == []


def test_every_entry_stands_in_the_sources_it_cites(held: Held) -> None:
    listed = (it.verified.reasoned for it in held.catalogue.articles.values() if it.verified)
    reasoned: frozenset[str] = frozenset().union(*listed)

    assert [*problems_of(verify_entries(held.catalogue, held.texts), reasoned)] == []


def test_every_article_was_compared_as_it_stands() -> None:
    assert [it for it in check(ROOT)[1] if it.rule == "source-unverified"] == []


def test_facts_made_wrong_in_both_languages_are_found(held: Held) -> None:
    missed = []
    slugs = {mutation["article"] for mutation in SAMPLE}
    before = {slug: held.problems(held.catalogue, slug) for slug in slugs}
    for mutation in SAMPLE:
        slug = mutation["article"]
        edits = {lang: tuple(mutation[lang]) for lang in ("fa", "en")}
        found = held.problems(held.with_edits(slug, edits), slug)
        if not found - before[slug]:
            missed.append(mutation)

    assert len(missed) <= len(SAMPLE) // 10, missed
