"""The preview tells on a page what is wrong with it, beside what it is about; a site does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.check.rules import check
from newsroom.record.messages import default_messages
from newsroom.record.problems import ERROR, WARNING, Problem, say
from newsroom.site.preview_notes import Note, notes_of

from .conftest import add_engine, build, sample_site, write_sample, write_small_record
from .test_cli import ARTICLE, free_port, serving, wait_for
from .visits import Visit

PREVIEW = "http://127.0.0.1:8000/"
PERSIAN = "docs/fa/news/mayors-meet.md"
SITE = sample_site()
LINE = "یوگنیا لودورووا، معاون شهردار قاوان، و [ولیزاد][valizad] از نور بیزنس بانک نیز بودند."


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample record in a preview, with an Arabic letter and a number of one language alone."""
    root = tmp_path_factory.mktemp("preview") / "record"
    root.mkdir()
    write_sample(root)
    page = root / PERSIAN
    text = page.read_text(encoding="utf-8")
    assert text.count("نیز بودند.") == text.count("بیش از ۴۰ شهر") == 1
    text = text.replace("نیز بودند.", "نيز بودند.").replace("بیش از ۴۰ شهر", "بیش از ۴۱ شهر")
    page.write_text(text, encoding="utf-8")
    done = build(root, root / "site", SITE_URL=PREVIEW)
    assert done.returncode == 0, done.stderr
    return root / "site"


def notes_on(problem: Problem, text: str = "") -> dict[str, Note]:
    texts = {problem.path: text}
    found = notes_of([problem], texts, SITE.catalogue, SITE.pages, default_messages())
    return {path: note for path, (note,) in found.items()}


def problem_in(path: str, line: int = 1, level: str = WARNING) -> Problem:
    return Problem(
        path, line, "letter-arabic", say("it contains no words"), say("delete one"), level
    )


def test_problem_of_a_page_stands_on_it_in_its_language_with_the_words_of_its_line() -> None:
    text = f"---\ntitle: x\n---\n\n{LINE}\n"

    assert notes_on(problem_in(PERSIAN, 5), text) == {
        "fa/news/mayors-meet.md": Note(
            f"{PERSIAN}:5",
            "هیچ واژه‌ای در آن وجود ندارد",
            "یکی را پاک کنید",
            "letter-arabic",
            False,
            "",
            ("یوگنیا", "لودورووا", "معاون", "شهردار"),
        )
    }


def test_front_matter_has_no_paragraph_to_stand_beside() -> None:
    (note,) = notes_on(problem_in(PERSIAN, 2), f"---\ntitle: {LINE}\n---\n\nx\n").values()

    assert note.words == ()


def test_problem_of_an_entry_stands_at_its_place_on_both_pages() -> None:
    event = notes_on(problem_in("data/events/kavanysh-2023.yml", level=ERROR))
    place = notes_on(problem_in("data/places/kavan.yml"))

    assert {path: note.anchor for path, note in event.items()} == {
        "fa/timeline.md": "kavanysh-2023",
        "en/timeline.md": "kavanysh-2023",
    }
    assert all(note.is_error for note in event.values())
    assert {*place} == {"fa/participants/kavan.md", "en/participants/kavan.md"}


@pytest.mark.parametrize("path", ["data/glossary.yml", "docs/fa/news/not-published.md"])
def test_what_has_no_page_is_told_on_the_home_page(path: str) -> None:
    assert {*notes_on(problem_in(path))} == {"fa/index.md", "en/index.md"}


def test_each_problem_of_the_check_is_told_on_some_page(write_small: Path) -> None:
    catalogue, problems = check(write_small, drafts=True)
    found = notes_of(problems, {}, catalogue, SITE.pages, default_messages())

    assert problems
    told = {note.place for notes in found.values() for note in notes}
    assert told == {f"{it.path}:{it.line}" for it in problems}


@pytest.fixture
def write_small(tmp_path: Path) -> Path:
    text = (tmp_path / "x", {"data/people/ilvar-melchin.yml": "name: {fa: ايلوار, en: Ilvar}\n"})
    return write_small_record(*text)


def test_pages_tell_each_in_its_language(previewed: Path) -> None:
    persian, english = (
        (previewed / path).read_text(encoding="utf-8")
        for path in ("news/mayors-meet.html", "en/news/mayors-meet.html")
    )

    assert f"{PERSIAN}:33 [letter-arabic]" in persian and "حرف «ي» آمده است" in persian
    assert "docs/en/news/mayors-meet.md:24 [parity-number]" in english
    assert "make both agree" in english and "[letter-arabic]" not in english


def test_published_site_and_files_to_take_along_have_none_of_it(
    site: Path, previewed: Path
) -> None:
    pages = [*site.rglob("*.html"), *previewed.glob("stories/*.html")]

    assert len(pages) > 100
    assert [it for it in pages if "nr-preview" in it.read_text(encoding="utf-8")] == []


def test_problem_stands_behind_the_paragraph_it_is_about(previewed: Path, visit: Visit) -> None:
    visit.page.goto(f"{previewed.as_uri()}/news/mayors-meet.html")
    note = visit.page.locator(".nr-preview__note", has_text="letter-arabic")

    assert note.count() == 1
    before = note.evaluate("it => it.previousElementSibling.textContent")
    assert "یوگنیا لودورووا" in before
    assert visit.page.locator(".nr-preview li").count() >= 3
    assert visit.complaints == []


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    root = write_small_record(tmp_path / "record", {})
    add_engine(root)
    yield root


def test_reader_comes_back_to_the_place_when_the_record_is_mended(
    small: Path, visit: Visit
) -> None:
    port, page = free_port(), small / ARTICLE
    address = f"http://127.0.0.1:{port}/en/news/kavan-meeting.html"
    text = page.read_text(encoding="utf-8")
    long = text + "".join(f"\nParagraph {word}.\n" for word in "abcdefghijklmnopqrstuvwxyz" * 3)
    page.write_text(long, encoding="utf-8")
    with serving(small, "serve", "--port", str(port)):
        assert "Paragraph" in wait_for("Paragraph", address)
        visit.page.goto(address)
        visit.page.evaluate("scrollTo(0, 700)")
        page.write_text(long.replace("place: kavan", "place: kavn"), encoding="utf-8")
        visit.page.wait_for_selector("text=unknown place", timeout=60_000)
        page.write_text(long, encoding="utf-8")
        visit.page.wait_for_selector("text=Paragraph a", timeout=60_000)
        visit.page.wait_for_function("() => scrollY === 700", timeout=10_000)
