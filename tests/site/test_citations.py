import json

from newsroom.record.catalogue import Catalogue
from newsroom.site.citations import bibtex, csl_json
from newsroom.site.locale_views import ArticleView, LocaleView

from ..conftest import ORIGINAL, WriteRecord, sample_record

CATALOGUE = sample_record()
ADDRESS = "https://record.example/news/talmiz-at-kavan.html"


def view(slug: str, lang: str, catalogue: Catalogue = CATALOGUE) -> ArticleView:
    return LocaleView(catalogue, lang).view(catalogue.articles[slug])


def test_bibtex_gives_date_address_and_language() -> None:
    entry = bibtex(view("talmiz-at-kavan", "fa"), "fa", "شهرهای رود", ADDRESS)

    assert entry.startswith("@misc{talmiz-at-kavan,\n  title = {")
    assert "  date = {2024-06-23},\n" in entry
    assert f"  url = {{{ADDRESS}}},\n" in entry
    assert entry.endswith("  langid = {persian},\n}")


def test_undated_article_is_cited_without_a_date() -> None:
    cited = view("league-founded", "en")

    assert "date =" not in bibtex(cited, "en", "River Cities", ADDRESS)
    assert "issued" not in csl_json(cited, "en", "River Cities", ADDRESS)


def test_signs_of_tex_are_made_plain(write_record: WriteRecord) -> None:
    text = ORIGINAL.replace("A meeting in Kavan", "'50 % of R&D_#1 {x} ~ ^ \\'")
    catalogue, _ = Catalogue.load(write_record({"docs/en/news/kavan-meeting.md": text}))

    entry = bibtex(view("kavan-meeting", "en", catalogue), "en", "River Cities", "x")

    title = r"50 \% of R\&D\_\#1 \{x\} \textasciitilde{} \textasciicircum{} \textbackslash{}"
    assert f"  title = {{{title}}},\n" in entry


def test_csl_json_is_read_back() -> None:
    (item,) = json.loads(csl_json(view("talmiz-at-kavan", "en"), "en", "River Cities", ADDRESS))

    assert item["issued"] == {"date-parts": [[2024, 6, 23]]}
    assert item["URL"] == ADDRESS
