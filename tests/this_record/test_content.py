"""The record is sound, in both languages, and in its own look."""

from newsroom.check.fixes import fixed
from newsroom.check.parity import parity_table
from newsroom.check.rules import check
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import read_raw

from ..conftest import ROOT
from ..pages import BuiltPage


def test_nothing_is_wrong_and_nothing_to_put_right() -> None:
    catalogue, problems = check(ROOT, drafts=True)

    assert [str(problem) for problem in check(ROOT)[1]] == []
    assert fixed(read_raw(ROOT), problems, catalogue.pages) == {}


def test_every_article_stands_in_both_languages_and_tells_the_same() -> None:
    catalogue, _ = Catalogue.load(ROOT)

    assert all(set(article.versions) == {"fa", "en"} for article in catalogue.articles.values())
    rows = parity_table(catalogue, catalogue.articles)
    assert not any(any(row.missing.values()) for row in rows)


def test_every_article_and_participant_has_its_page(pages: dict[str, BuiltPage]) -> None:
    catalogue, _ = Catalogue.load(ROOT)
    uris = [f"news/{slug}.html" for slug in catalogue.articles]
    uris += [f"participants/{id}.html" for id in catalogue.participants]

    assert {path for uri in uris for path in (uri, f"en/{uri}")} <= set(pages)


def test_site_has_the_name_the_record_gives_it(pages: dict[str, BuiltPage]) -> None:
    catalogue, _ = Catalogue.load(ROOT)

    for lang, path in (("fa", "index.html"), ("en", "en/index.html")):
        (wordmark,) = [it for it in pages[path].elements if "nr-wordmark" in it.classes]
        assert catalogue.strings[lang]["site.name"] in wordmark.text


def test_font_holds_every_persian_sign_of_the_record_and_the_engine() -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(ROOT / "overrides" / "assets" / "fonts" / "vazirmatn.woff2")
    known = set(font.getBestCmap())
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")]
    files += (ROOT / "scripts" / "newsroom" / "defaults").rglob("*.yml")
    text = "".join(file.read_text(encoding="utf-8") for file in files)

    used = {ord(char) for char in text if "\u0600" <= char <= "\u06ff" or char in "«»\u200c"}
    used -= set(
        range(0x660, 0x66A)
    )  # the guide shows these digits as a slip, and no page says them

    assert {f"U+{code:04X}" for code in used - known} == set()
