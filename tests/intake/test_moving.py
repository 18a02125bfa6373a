"""An article and participants get other ids; what leads to them follows."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.intake.filing import replace_files

from ..conftest import (
    CITY,
    DISAGREEMENT,
    PAGE,
    SOURCE,
    WriteRecord,
    add_engine,
    build,
)
from ..pages import SITE_URL

GUIDE = (
    "[A][kavan] and [kavan][] in `kavan`, [the page](../participants/kavan.md), "
    "[news](../news/kavan-meeting.md#aims), "
    '[defined][d], <a href="../news/kavan-meeting.md">again</a>, kavan-meeting in prose.\n'
    "[Event](../timeline.md#meeting), [source](../sources.md#report), [term](glossary.md#twin), "
    "[question](../disagreements.md#days) and [announced](../outcomes.md#fair).\n\n"
    "[d]: ../news/kavan-meeting.md\n"
)
FIGURES = (
    'figures:\n  - value: {fa: "۱", en: "1"}\n    label: {fa: نشست, en: meeting}\n'
    "    article: kavan-meeting\n    sources: [report]\n"
)
TERMS = (
    "terms:\n"
    "  - id: twin\n    term: {fa: خواهرخوانده, en: twin city}\n    definition: {fa: شهری., en: A city.}\n"
    "\n  # the next one\n"
    "  - id: charter\n    term: {fa: منشور, en: charter}\n    definition: {fa: متنی., en: A text.}\n"
)
FAIR = "date: 2024-06-30\ntitle: {fa: نمایشگاه, en: Fair}\nstatus: planned\nsources: [report]\n"
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false")


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    return result.exit_code, result.output


def texts(root: Path) -> dict[str, bytes]:
    files = [it for top in ("docs", "data") for it in (root / top).rglob("*") if it.is_file()]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def record(write_record: WriteRecord) -> Path:
    """A record on which everything that may lead somewhere does, committed."""
    disputed = DISAGREEMENT.replace("letter", "other")
    root = write_record(
        {
            "docs/en/guide/index.md": PAGE.replace("Text.", GUIDE),
            "docs/fa/guide/index.md": PAGE.replace("Text.", GUIDE),
            "data/figures.yml": FIGURES,
            "data/sources/other.yml": SOURCE.replace("0" * 64, "1" * 64),
            "data/disagreements/days.yml": disputed,
            "data/events/fair.yml": FAIR,
            "data/glossary.yml": TERMS,
            "docs/en/guide/glossary.md": PAGE,
            "docs/fa/guide/glossary.md": PAGE,
        }
    )
    add_engine(root)
    assert run(root, "addresses")[0] == 0
    for command in (["init", "-qb", "main"], ["add", "."], ["commit", "-qm", "begin"]):
        subprocess.run([*GIT, *command], cwd=root, check=True)
    return root


def test_article_is_moved_with_all_that_leads_to_it(record: Path) -> None:
    before = texts(record)

    code, output = run(record, "move", "kavan-meeting", "first-meeting")

    assert (code, output.splitlines()[-1][:45]) == (
        0,
        "'kavan-meeting' is now 'first-meeting' in 10 ",
    )
    after = texts(record)
    assert {path.replace("kavan-meeting", "first-meeting") for path in before} == set(after)
    facts = after["docs/en/news/first-meeting.md"].decode()
    assert "events: [meeting]\nmoved_from: [kavan-meeting]\n---" in facts
    assert "moved_from" not in after["docs/fa/news/first-meeting.md"].decode()
    for lang in ("fa", "en"):
        guide = after[f"docs/{lang}/guide/index.md"].decode()
        assert guide.count("first-meeting") == 3
        assert guide.count("kavan-meeting") == 1
        assert "kavan-meeting in prose" in guide
    assert b"article: first-meeting" in after["data/figures.yml"]
    assert b"article: first-meeting" in after["data/disagreements/days.yml"]
    name = "data/addresses/{}-meeting.yml"
    assert after[name.format("first")] == before[name.format("kavan")]
    assert "error" not in run(record, "check")[1]


def test_participant_is_moved_with_all_that_leads_to_it(record: Path) -> None:
    assert run(record, "move", "kavan", "qavan")[0] == 0

    after = texts(record)
    assert after["data/places/qavan.yml"].decode() == f"{CITY}moved_from: [kavan]\n"
    assert b"place: qavan" in after["data/events/meeting.yml"]
    assert b"place: qavan" in after["docs/en/news/kavan-meeting.md"]
    assert b"participants: [qavan]" in after["data/disagreements/days.yml"]
    guide = after["docs/en/guide/index.md"].decode()
    assert "[A][qavan] and [qavan][] in `kavan`, [the page](../participants/qavan.md)" in guide
    assert "error" not in run(record, "check")[1]


@pytest.mark.parametrize(
    ("old", "file", "named", "link"),
    [
        ("meeting", "data/events/{}.yml", "docs/en/news/kavan-meeting.md", "timeline.md#{}"),
        ("fair", "data/events/{}.yml", "docs/en/guide/index.md", "outcomes.md#{}"),
        ("report", "data/sources/{}.yml", "docs/en/news/kavan-meeting.md", "sources.md#{}"),
        ("days", "data/disagreements/{}.yml", "docs/en/guide/index.md", "disagreements.md#{}"),
        ("twin", "data/glossary.yml", "docs/en/guide/index.md", "glossary.md#{}"),
    ],
)
def test_what_shares_a_page_is_moved_and_its_old_anchor_kept(
    record: Path, tmp_path: Path, old: str, file: str, named: str, link: str
) -> None:
    code, output = run(record, "move", old, "renamed")

    assert code == 0, output
    after = texts(record)
    assert f"moved_from: [{old}]\n" in after[file.format("renamed")].decode()
    assert b"renamed" in after[named]
    for lang in ("fa", "en"):
        assert link.format("renamed") in after[f"docs/{lang}/guide/index.md"].decode()
    assert "error" not in run(record, "check", "--base", "main")[1]
    assert build(record, tmp_path / "site").returncode == 0
    uri = link.format(old).partition("#")[0].replace(".md", ".html")
    uri = f"guide/{uri}" if uri.startswith("glossary") else uri
    for prefix in ("", "en/"):
        html = (tmp_path / "site" / prefix / uri).read_text(encoding="utf-8")
        assert html.count(f'id="{old}"') == html.count('id="renamed"') == 1


@pytest.mark.parametrize("old", ["kavan-meeting", "kavan", "ilvar-melchin", "meeting", "report"])
def test_move_by_itself_changes_no_fact(record: Path, old: str) -> None:
    assert run(record, "move", old, "renamed")[0] == 0

    assert "error" not in run(record, "check", "--changed", "main")[1]


def test_fact_that_changes_with_a_move_is_seen(record: Path) -> None:
    page = record / "docs/en/news/kavan-meeting.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Text.", "There were 200 people."), encoding="utf-8")
    subprocess.run([*GIT, "commit", "-qam", "a number"], cwd=record, check=True)
    run(record, "move", "kavan-meeting", "first-meeting")
    moved = record / "docs/en/news/first-meeting.md"
    text = moved.read_text(encoding="utf-8")
    moved.write_text(text.replace("200 people", "300 people"), encoding="utf-8")

    output = run(record, "check", "--changed", "main")[1]

    assert "published number changed: '200 people → 300 people'" in output


def test_term_keeps_its_place_in_the_list(record: Path) -> None:
    run(record, "move", "twin", "twin-city")

    moved = TERMS.replace("id: twin\n", "id: twin-city\n")
    expected = moved.replace("A city.}\n", "A city.}\n    moved_from: [twin]\n")
    assert texts(record)["data/glossary.yml"].decode() == expected


def test_id_of_several_is_moved_once_its_kind_is_said(record: Path) -> None:
    place = record / "data/places/meeting.yml"
    place.write_text("name: {fa: شیراز, en: Shiraz}\nkind: city\n", encoding="utf-8")

    code, output = run(record, "move", "meeting", "talks")

    assert (code, "'meeting' is the id of several: place, event" in output) == (1, True)
    assert run(record, "move", "meeting", "talks", "--kind", "event")[0] == 0
    assert "data/places/meeting.yml" in texts(record)
    assert b"events: [talks]" in texts(record)["docs/en/news/kavan-meeting.md"]


def test_what_is_moved_back_leaves_nothing_behind(record: Path) -> None:
    before = texts(record)

    run(record, "move", "kavan", "qavan")
    run(record, "move", "qavan", "kavan")

    city = before.pop("data/places/kavan.yml").decode()
    after = texts(record)
    assert after.pop("data/places/kavan.yml").decode() == f"{city}moved_from: [qavan]\n"
    assert after == before


def test_dry_run_shows_the_difference_and_writes_nothing(record: Path) -> None:
    before = texts(record)

    code, output = run(record, "move", "kavan", "qavan", "--dry-run")

    assert code == 0
    assert "rename from data/places/kavan.yml\nrename to data/places/qavan.yml\n" in output
    assert "-place: kavan\n+place: qavan\n" in output
    assert texts(record) == before


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("nobody", "somebody", "nothing that has an address has the id 'nobody'"),
        ("kavan", "ilvar-melchin", "'ilvar-melchin' already exists"),
        ("kavan", "Qavan", "'Qavan' is not an id"),
    ],
)
def test_what_cannot_be_moved_is_refused(record: Path, old: str, new: str, expected: str) -> None:
    before = texts(record)

    code, output = run(record, "move", old, new)

    assert (code, expected in output) == (1, True)
    assert texts(record) == before


def test_line_that_means_two_things_is_for_the_editor(write_record: WriteRecord) -> None:
    root = write_record(
        {"data/figures.yml": FIGURES.replace("article: kavan-meeting", "article: {}")}
    )
    one = FIGURES.replace(
        "{fa: نشست, en: meeting}\n    article: kavan-meeting",
        "{fa: نشست, en: meeting}\n    article: kavan-meeting # kavan-meeting",
    )
    (root / "data/figures.yml").write_text(one, encoding="utf-8")
    add_engine(root)

    code, output = run(root, "move", "kavan-meeting", "first-meeting")

    assert code == 1
    assert "data/figures.yml:4: error: it is not clear which 'kavan-meeting' is meant" in output


def test_old_address_leads_on_from_disk_and_without_a_script(record: Path, tmp_path: Path) -> None:
    run(record, "move", "kavan-meeting", "first-meeting")
    run(record, "move", "kavan", "qavan")

    result = build(record, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    for path, new in (
        ("news/kavan-meeting.html", "first-meeting.html"),
        ("parallel/kavan-meeting.html", "first-meeting.html"),
        ("participants/kavan.html", "qavan.html"),
    ):
        for prefix in ("", "en/"):
            html = (tmp_path / "site" / prefix / path).read_text(encoding="utf-8")
            folder = path.partition("/")[0]
            assert f'<meta http-equiv="refresh" content="0; url={new}">' in html
            assert f'<link rel="canonical" href="{SITE_URL}{prefix}{folder}/{new}">' in html
            assert '<meta name="robots" content="noindex">' in html
            assert f'href="{new}"' in html
    sitemap = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "first-meeting" in sitemap and "kavan-meeting" not in sitemap
    feed = (tmp_path / "site/en/feed.xml").read_text(encoding="utf-8")
    assert f"<id>{SITE_URL}en/news/kavan-meeting.html</id>" in feed
    assert f'href="{SITE_URL}en/news/first-meeting.html"' in feed


def test_address_that_leads_to_two_pages_is_reported(record: Path) -> None:
    run(record, "move", "kavan", "qavan")
    other = record / "data/places/kavan.yml"
    other.write_text("name: {fa: شیراز, en: Shiraz}\nkind: city\n", encoding="utf-8")

    assert (
        "data/places/qavan.yml:4: error: 'kavan' of 'moved_from' is the address of"
        in run(record, "check")[1]
    )


def test_files_are_taken_away_with_the_others_or_not_at_all(tmp_path: Path) -> None:
    from newsroom.record.documents import ParseContext

    (tmp_path / "old.md").write_text("old", encoding="utf-8")
    (tmp_path / "folder").mkdir()

    assert not replace_files(
        tmp_path, {"old.md": None, "new.md": "new", "folder": "x"}, ParseContext("")
    )
    assert sorted(it.name for it in tmp_path.iterdir()) == ["folder", "old.md"]
    assert replace_files(tmp_path, {"old.md": None, "new.md": "new"}, ParseContext(""))
    assert sorted(it.name for it in tmp_path.iterdir()) == ["folder", "new.md"]
