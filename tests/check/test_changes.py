from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsroom.github.changes import Touched, articles_of, is_content, kind_of, pages_of
from newsroom.github.summary import MAX_ROWS, summary_of
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import WARNING, Problem

from ..conftest import WriteRecord

ARTICLE = "docs/en/news/kavan-meeting.md"


@pytest.fixture
def catalogue(write_record: WriteRecord) -> Catalogue:
    return Catalogue.load(write_record())[0]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (ARTICLE, True),
        ("docs/fa/guide/editors.md", True),
        ("docs/media/kavan.jpg", True),
        ("data/people/ilvar-melchin.yml", True),
        ("data/glossary.yml", True),
        ("proposals/talks/people/x.yml", True),
        ("data/strings/fa.yml", False),
        ("data/addresses/a.yml", True),
        ("data/orthography.yml", False),
        ("data/intake.yml", False),
        ("docs/CNAME", False),
        ("docs/assets/x.js", False),
        ("mkdocs.yml", False),
        (".github/workflows/check.yml", False),
        ("../docs/fa/x.md", False),
    ],
)
def test_content_is_what_editors_write(path: str, expected: bool) -> None:
    assert is_content(path) is expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([ARTICLE, "data/glossary.yml"], "content"),
        (["mkdocs.yml"], "engine"),
        ([ARTICLE, "mkdocs.yml"], "mixed"),
        ([], "content"),
    ],
)
def test_kind_of_a_change(paths: list[str], expected: str) -> None:
    assert kind_of(Touched(path, "changed") for path in paths) == expected


def test_pages_are_told_in_pairs() -> None:
    change = [
        Touched("docs/fa/news/a.md", "added"),
        Touched("docs/en/news/a.md", "changed"),
        Touched("docs/en/timeline.md", "removed"),
        Touched("docs/media/a.png", "added"),
        Touched("README.md", "changed"),
    ]

    assert pages_of(change) == {
        "news/a.md": {"fa": "added", "en": "changed"},
        "timeline.md": {"en": "removed"},
    }


def test_summary_tells_kind_pages_and_entries_in_both_languages(catalogue: Catalogue) -> None:
    change = [Touched(ARTICLE, "changed"), Touched("data/places/kavan.yml", "added")]

    text = summary_of(change, catalogue, (), ())

    fa, en = text.split("</div>")[:2]
    assert "**محتوا.**" in fa
    assert "| نشستی در قاوان | `news/kavan-meeting.md` | دست‌نخورده | تغییریافته |" in fa
    assert "**Content.**" in en
    assert "| A meeting in Kavan | `news/kavan-meeting.md` | untouched | changed |" in en
    assert "* `data/places/kavan.yml` · new" in en
    assert "No problems found." in en
    assert "`preview`" in en


def test_summary_counts_what_the_check_finds_and_promises_no_preview(catalogue: Catalogue) -> None:
    problems = [
        Problem(ARTICLE, 1, "link-broken", "a"),
        Problem(ARTICLE, 2, "link-broken", "b"),
        Problem(ARTICLE, 3, "link-broken", "c", level=WARNING),
    ]

    text = summary_of([Touched(ARTICLE, "changed")], catalogue, problems, ())

    assert "* ۲ خطا؛" in text
    assert "* ۱ هشدار" in text
    assert "* Errors: 2;" in text
    assert "* Warnings: 1;" in text
    assert "`preview`" not in text


@dataclass(frozen=True)
class Row:
    """As `check/parity` gives them."""

    slug: str
    kind: str
    told: Mapping[str, int]
    missing: Mapping[str, int]


def test_summary_holds_the_table_that_compares_both_languages(catalogue: Catalogue) -> None:
    rows = [
        Row("kavan-meeting", "number", {"fa": 12, "en": 11}, {"fa": 2, "en": 1}),
        Row("kavan-meeting", "date", {"fa": 3, "en": 3}, {"fa": 0, "en": 0}),
    ]

    text = summary_of([], catalogue, (), rows)

    assert (
        "| `kavan-meeting` | عددها | ۱۲ | ۱۱ | ۲ مورد فقط در فارسی، ۱ مورد فقط در انگلیسی |" in text
    )
    assert "| `kavan-meeting` | numbers | 12 | 11 | 2 in Persian only, 1 in English only |" in text
    assert "| `kavan-meeting` | dates | 3 | 3 | equal |" in text


def test_articles_of_a_change_are_named_once() -> None:
    paths = ["docs/fa/news/b.md", "docs/en/news/b.md", "docs/en/news/a.md", "docs/en/news/index.md"]

    assert articles_of(Touched(path, "changed") for path in paths) == ("a", "b")


def test_summary_of_hostile_names_has_no_markup_of_theirs(catalogue: Catalogue) -> None:
    change = [
        Touched("docs/en/news/`<img src=x>`|.md", "added"),
        Touched("a\n\n# b @someone", "added"),
    ]

    text = summary_of(change, catalogue, (), ())

    assert "\n# b" not in text
    assert "| ``news/`<img src=x>`¦.md`` |" in text
    assert "* `a # b @someone` · new" in text


def test_long_summary_is_cut_and_says_so(catalogue: Catalogue) -> None:
    change = [Touched(f"scripts/{number}.py", "added") for number in range(MAX_ROWS + 7)]

    text = summary_of(change, catalogue, (), ())

    assert text.count("* `scripts/") == 2 * MAX_ROWS
    assert "And 7 more." in text
    assert "و ۷ مورد دیگر." in text


def test_summary_of_a_page_in_one_language_has_its_title_in_both(write_record: WriteRecord) -> None:
    root = write_record({"docs/en/news/kavan-meeting.md": None})
    catalogue = Catalogue.load(Path(root))[0]

    text = summary_of([Touched("docs/fa/news/kavan-meeting.md", "added")], catalogue, (), ())

    assert text.count("| نشستی در قاوان |") == 2
