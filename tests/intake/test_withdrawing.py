"""An article is taken back: a notice stands at its addresses, and nothing leads to its text."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from ..conftest import DISAGREEMENT, PAGE, SOURCE, WriteRecord, add_engine, build
from ..pages import SITE_URL
from .test_moving import FIGURES, GIT, run, texts

REASONS = ("--reason", "ساختگی بود.", "--reason", "It was made up.")
SLUG = "kavan-meeting"
LINK = "[The meeting](../news/kavan-meeting.md)."


@pytest.fixture
def record(write_record: WriteRecord) -> Path:
    """A record in which a page and a disagreement lead to the article, committed."""
    root = write_record(
        {
            "docs/en/guide/index.md": PAGE.replace("Text.", LINK),
            "data/sources/letter.yml": SOURCE.replace("0" * 64, "1" * 64),
            "data/disagreements/days.yml": DISAGREEMENT,
        }
    )
    add_engine(root)
    assert run(root, "addresses")[0] == 0
    for command in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([*GIT, *command], cwd=root, check=True)
    return root


def test_pages_go_and_a_notice_of_today_stays(record: Path) -> None:
    before = texts(record)

    code, output = run(record, "withdraw", SLUG, *REASONS)

    assert (code, output.splitlines()) == (
        0,
        [
            "docs/en/guide/index.md:6: the link leads to the notice now",
            "'kavan-meeting' is withdrawn; its address has a notice",
        ],
    )
    after = texts(record)
    assert after.pop(f"data/withdrawals/{SLUG}.yml").decode() == (
        "title: {fa: نشستی در قاوان, en: A meeting in Kavan}\n"
        f"date: {date.today()}\n"
        "reason: {fa: ساختگی بود., en: It was made up.}\n"
    )
    gone = {f"docs/{lang}/news/{SLUG}.md" for lang in ("fa", "en")}
    assert after == {path: data for path, data in before.items() if path not in gone}
    assert "error" not in run(record, "check", "--changed", "main")[1]


def test_every_address_opens_the_notice_and_no_list_has_it(record: Path, tmp_path: Path) -> None:
    run(record, "move", SLUG, "first-meeting")
    ids = re.findall(r"^(\S+): ", texts(record)["data/addresses/first-meeting.yml"].decode(), re.M)
    run(record, "withdraw", "first-meeting", *REASONS)

    result = build(record, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    site = tmp_path / "site"
    for prefix, reason in (("", "ساختگی بود."), ("en/", "It was made up.")):
        notice = (site / prefix / "news/first-meeting.html").read_text(encoding="utf-8")
        assert reason in notice
        assert f'<time datetime="{date.today()}">' in notice
        assert '<meta name="robots" content="noindex">' in notice
        assert ids and all(notice.count(f'id="{id}"') == 1 for id in ids)
        assert "Ilvar" not in notice and "ایلوار" not in notice
        for led in (f"news/{SLUG}", f"parallel/{SLUG}", "parallel/first-meeting"):
            html = (site / prefix / f"{led}.html").read_text(encoding="utf-8")
            assert re.search(r'content="0; url=[./a-z]*first-meeting.html"', html)
        corrections = (site / prefix / "corrections.html").read_text(encoding="utf-8")
        assert "news/first-meeting.html#nr-withdrawn" in corrections and reason in corrections
        disputed = (site / prefix / "disagreements.html").read_text(encoding="utf-8")
        assert "news/first-meeting.html" in disputed
        for name in ("news/index.html", "timeline.html", "participants/kavan.html", "search.html"):
            assert "meeting.html" not in (site / prefix / name).read_text(encoding="utf-8"), name
    assert "meeting.html" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    searched = [it.read_text(encoding="utf-8") for it in (site / "search").rglob("*.js")]
    assert searched and not any("-meeting.html" in text for text in searched)


def test_feed_has_a_tombstone_in_place_of_the_entry(record: Path, tmp_path: Path) -> None:
    run(record, "withdraw", SLUG, *REASONS)

    assert build(record, tmp_path / "site").returncode == 0

    feed = (tmp_path / "site/en/feed.xml").read_text(encoding="utf-8")
    address = f"{SITE_URL}en/news/{SLUG}.html"
    assert f'<at:deleted-entry ref="{address}" when="{date.today()}T00:00:00Z">' in feed
    assert f"<id>{address}</id>" not in feed
    told = (tmp_path / "site/en/corrections.xml").read_text(encoding="utf-8")
    assert "<title>Withdrawn: A meeting in Kavan</title>" in told
    assert f"<id>{address}#nr-withdrawn</id>" in told


def test_figure_that_leads_there_is_for_the_editor_first(record: Path) -> None:
    (record / "data/figures.yml").write_text(FIGURES, encoding="utf-8")
    before = texts(record)

    code, output = run(record, "withdraw", SLUG, *REASONS)

    message = "data/figures.yml:4: error: the article 'kavan-meeting' of a figure is withdrawn"
    assert (code, message in output) == (1, True)
    assert texts(record) == before


def test_dry_run_shows_the_difference_and_writes_nothing(record: Path) -> None:
    before = texts(record)

    code, output = run(record, "withdraw", SLUG, *REASONS, "--dry-run")

    assert code == 0
    assert "+reason: {fa: ساختگی بود., en: It was made up.}" in output
    assert "--- a/docs/en/news/kavan-meeting.md\n+++ /dev/null\n" in output
    assert "-Ilvar Melchin spoke." in output
    assert texts(record) == before


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["kavan-meetin", *REASONS], 1, "did you mean 'kavan-meeting'?"),
        ([SLUG, *REASONS[:2]], 2, "give --reason once in Persian and once in English"),
        ([SLUG, *REASONS, *REASONS[:2]], 2, "give --reason once in Persian and once in English"),
    ],
)
def test_what_cannot_be_withdrawn_is_refused(
    record: Path, arguments: list[str], code: int, expected: str
) -> None:
    before = texts(record)

    result = run(record, "withdraw", *arguments)

    assert (result[0], expected in result[1]) == (code, True), result[1]
    assert texts(record) == before


def test_draft_is_deleted_and_not_withdrawn(record: Path) -> None:
    page = record / f"docs/en/news/{SLUG}.md"
    text = page.read_text(encoding="utf-8").replace("place:", "draft: true\nplace:", 1)
    page.write_text(text, encoding="utf-8")

    code, output = run(record, "withdraw", SLUG, *REASONS)

    assert (code, "'kavan-meeting' is a draft" in output) == (1, True)


def test_address_does_not_go_with_its_notice(record: Path) -> None:
    run(record, "withdraw", SLUG, *REASONS)
    subprocess.run([*GIT, "add", "."], cwd=record, check=True)
    subprocess.run([*GIT, "commit", "-qm", "withdraw"], cwd=record, check=True)
    assert "is withdrawn already" in run(record, "withdraw", SLUG, *REASONS)[1]
    (record / f"data/withdrawals/{SLUG}.yml").unlink()

    output = run(record, "check", "--base", "main")[1]

    assert f"data/withdrawals/{SLUG}.yml:1: error: the file is in 'main' and was removed" in output


def test_what_is_published_again_is_withdrawn_no_more(record: Path) -> None:
    run(record, "withdraw", SLUG, *REASONS)
    subprocess.run([*GIT, "add", "."], cwd=record, check=True)
    subprocess.run([*GIT, "commit", "-qm", "withdraw"], cwd=record, check=True)
    subprocess.run([*GIT, "checkout", "HEAD~", "--", "docs"], cwd=record, check=True)

    assert "[address-taken]" in run(record, "check", "--base", "main")[1]

    (record / f"data/withdrawals/{SLUG}.yml").unlink()
    assert "error" not in run(record, "check", "--base", "main")[1]
