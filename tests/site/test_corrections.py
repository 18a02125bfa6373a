"""A corrected report says so wherever it stands."""

from pathlib import Path

import pytest

from newsroom.text.bidi import isolate_html

from ..conftest import ORIGINAL, TRANSLATION, WriteRecord, add_engine, build
from ..pages import BuiltPage
from ..test_site import built_pages

ANCHOR = "nr-corrected-2026-05-02"
WORDS = {"en": "The day read 22 June (۲ تیر).", "fa": "روز ۲ تیر (22 June) نوشته شده بود."}
DATES = {"en": "2 May 2026 (12 Ordibehesht 1405)", "fa": "۱۲ اردیبهشت ۱۴۰۵ (۲ مه ۲۰۲۶)"}


def with_correction(text: str, lang: str) -> str:
    lines = f'corrections:\n  - {{date: 2026-05-02, text: "{WORDS[lang]}"}}\n'
    return text.replace("---\n\n", f"{lines}---\n\n", 1)


@pytest.fixture
def corrected(write_record: WriteRecord, tmp_path: Path) -> dict[str, BuiltPage]:
    """The pages of the small record, whose one report was corrected."""
    root = write_record(
        {
            "docs/en/news/kavan-meeting.md": with_correction(ORIGINAL, "en"),
            "docs/fa/news/kavan-meeting.md": with_correction(TRANSLATION, "fa"),
        }
    )
    add_engine(root)
    return built_pages(root, tmp_path / "site")


def seen(page: BuiltPage) -> str:
    return " ".join("".join(element.text for element in page.all("main")).split())


def test_correction_is_told_on_every_page_of_the_report(corrected: dict[str, BuiltPage]) -> None:
    for lang, folder in (("fa", ""), ("en", "en/")):
        other = "en" if lang == "fa" else "fa"
        article = corrected[f"{folder}news/kavan-meeting.html"]
        together = corrected[f"{folder}parallel/kavan-meeting.html"]
        listed = corrected[f"{folder}corrections.html"]

        assert ANCHOR in article.ids
        for page in (article, together, listed):
            assert WORDS[lang] in seen(page)
            assert DATES[lang] in seen(page)
        assert WORDS[other] in seen(together)
        assert DATES[other] in seen(together)
        assert isolate_html(listed.html, lang) == listed.html


def test_list_of_corrections_leads_to_the_notice_and_to_its_feed(
    corrected: dict[str, BuiltPage],
) -> None:
    for folder in ("", "en/"):
        page = corrected[f"{folder}corrections.html"]

        targets = [page.target(link.attributes["href"]) for link in page.all("a")]
        feeds = [
            page.target(link.attributes["href"])
            for link in page.all("link")
            if link.attributes.get("type") == "application/atom+xml"
        ]
        assert (f"{folder}news/kavan-meeting.html", ANCHOR) in targets
        assert (f"{folder}corrections.xml", "") in targets
        assert feeds == [(f"{folder}feed.xml", ""), (f"{folder}corrections.xml", "")]
        assert f"{ANCHOR}-kavan-meeting" in page.ids


def test_addition_is_told_among_the_corrections(write_record: WriteRecord, tmp_path: Path) -> None:
    words = {"en": "The aims of the meeting.", "fa": "هدف‌های نشست."}
    texts = {
        lang: text.replace(
            "---\n\n", f'addition:\n  - {{date: 2026-05-03, text: "{words[lang]}"}}\n---\n\n', 1
        )
        for lang, text in (("en", ORIGINAL), ("fa", TRANSLATION))
    }
    root = write_record({f"docs/{lang}/news/kavan-meeting.md": texts[lang] for lang in texts})
    add_engine(root)
    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stderr

    report, all_of_them, home, feed = (
        (tmp_path / "site" / "en" / name).read_text(encoding="utf-8")
        for name in ("news/kavan-meeting.html", "corrections.html", "index.html", "corrections.xml")
    )

    assert 'id="nr-added-2026-05-03"' in report
    assert "Added: The aims of the meeting." in report
    assert "Added: The aims of the meeting." in all_of_them
    assert "Extended:" in home
    assert "<title>Extended: A meeting in Kavan</title>" in feed
