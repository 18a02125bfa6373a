"""A change alone, checked as the whole record would be."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsroom.check.rules import check
from newsroom.check.scope import Change, Extent, scope_of
from newsroom.record.files import read_raw
from newsroom.record.problems import Problem

from ..conftest import PAGE, ROOT, SMALL_RECORD, recorded, write_small_record


def only(folder: str) -> str:
    """The path of the one file of the small record in a folder."""
    (path,) = (path for path in SMALL_RECORD if path.startswith(folder) and "index" not in path)
    return path


ARTICLE, COUNTERPART = only("docs/fa/news/"), only("docs/en/news/")
"""The translation, and the original, which names the source."""
PERSON, PLACE, SOURCE, EVENT = (
    only(f"data/{kind}/") for kind in ("people", "places", "sources", "events")
)
SLUG, PLACE_ID = Path(ARTICLE).stem, Path(PLACE).stem
OTHER_PERSON = "data/people/kazem-nami.yml"
NAME, _, ALIASES = SMALL_RECORD[PERSON].partition("aliases: ")
"""What the one person is called, and by which other spellings."""
MORE = {
    OTHER_PERSON: "name: {fa: کاظم نامی, en: Kazem Nami}\n",
    "data/figures.yml": (
        'figures:\n  - value: {fa: ۱۲, en: "12"}\n    label: {fa: شهر, en: cities}\n'
        f"    article: {SLUG}\n    sources: [report]\n"
    ),
    "data/glossary.yml": (
        "terms:\n  - id: city-diplomacy\n    term: {fa: دیپلماسی شهری, en: city diplomacy}\n"
        "    definition: {fa: روابط شهرها., en: Relations of cities.}\n"
    ),
    "data/strings/en.yml": "site:\n  name: Sample Cities\n",
    "data/strings/fa.yml": "site:\n  name: شهرهای نمونه\n",
    **{
        f"docs/{lang}/guide/{name}.md": text
        for lang in ("fa", "en")
        for name, text in (
            ("index", PAGE.replace("Text.", "[A page](how-we-work.md)")),
            ("how-we-work", PAGE),
        )
    },
}
FILES = {**SMALL_RECORD, **MORE}

Edit = Callable[[str], str]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return write_small_record(tmp_path, MORE)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> set[Problem]:
    """What is wrong with the record before anything is changed."""
    return problems_of(write_small_record(tmp_path_factory.mktemp("unchanged"), MORE))


def change(root: Path, files: Mapping[str, Edit | str | None]) -> Change:
    """Edit, write or delete files, and say what was done as Git would."""
    before: dict[str, bytes] = {}
    for path, new in files.items():
        file = root / path
        if file.exists():
            before[path] = file.read_bytes()
        if new is None:
            file.unlink()
            continue
        text = new if isinstance(new, str) else new(before[path].decode())
        assert text.encode() != before.get(path)
        file.write_text(text, encoding="utf-8")
    return Change(frozenset(files), before)


def replacing(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edit


def renamed(path: str, new: str) -> dict[str, Edit | str | None]:
    text = recorded(path, FILES[path], FILES)
    assert isinstance(text, str)
    return {path: None, new: text}


CHANGES: Mapping[str, Mapping[str, Edit | str | None]] = {
    "a word of a page": {ARTICLE: replacing("title: ", "title: On ")},
    "a word of the original": {COUNTERPART: replacing("Text.", "Another text.")},
    "an unknown source": {COUNTERPART: replacing("source: report", "source: reprt")},
    "a section renamed": {ARTICLE: lambda text: text.replace("{#", "{#x", 1)},
    "a page that breaks": {ARTICLE: "no front matter\n"},
    "a page deleted": {ARTICLE: None},
    "a page renamed in one language": renamed(ARTICLE, "docs/fa/news/other.md"),
    "a page of the guide deleted": {"docs/en/guide/how-we-work.md": None},
    "an index deleted": {"docs/fa/timeline.md": None},
    "a person renamed": renamed(PERSON, "data/people/somebody.yml"),
    "a person deleted": {PERSON: None},
    "a person that breaks": {PERSON: "name: [\n"},
    "the name of somebody else": {OTHER_PERSON: NAME},
    "a spelling of somebody else": {
        OTHER_PERSON: replacing("Nami}\n", f"Nami}}\naliases: {ALIASES}")
    },
    "an id of another kind": {
        f"data/places/{Path(PERSON).name}": "name: {fa: شهر, en: Town}\nkind: city\n"
    },
    "a source renamed": renamed(SOURCE, "data/sources/other.yml"),
    "an event deleted": {EVENT: None},
    "an event with an unknown place": {EVENT: replacing(f"place: {PLACE_ID}", "place: nowhere")},
    "a city deleted": {PLACE: None},
    "a figure of an unknown article": {"data/figures.yml": replacing(SLUG, f"{SLUG}s")},
    "a slip where an id begins": {"data/figures.yml": replacing(SLUG, f"x{SLUG}")},
    "a letter gone where an id begins": {"data/figures.yml": replacing(SLUG, SLUG[1:])},
    "letters swapped where an id begins": {
        "data/figures.yml": replacing(SLUG, SLUG[1::-1] + SLUG[2:])
    },
    "an unknown event": {COUNTERPART: replacing("events: [m", "events: [n")},
    "a word of the interface gone": {"data/strings/en.yml": replacing("  name: ", "  nam: ")},
    "a file nobody reads": {"docs/en/page.html": "<p>"},
    "a draft": {ARTICLE: replacing("translation:", "draft: true\ntranslation:")},
    "the glossary": {"data/glossary.yml": replacing("- id: ", "- id: X")},
}


def problems_of(root: Path, scope: Extent | None = None) -> set[Problem]:
    return set(check(root, scope=scope)[1])


@pytest.mark.parametrize("name", CHANGES)
def test_change_alone_is_checked_as_the_whole_record_would_be(
    record: Path, before: set[Problem], name: str
) -> None:
    changed = change(record, CHANGES[name])
    scope = scope_of(read_raw(record), changed)

    whole = problems_of(record)
    alone = problems_of(record, scope)

    assert alone == {problem for problem in whole if scope.holds(problem)}
    assert whole - before <= alone
    assert before == set()


@pytest.mark.parametrize(
    ("touched", "concerned"),
    [
        ({ARTICLE}, {COUNTERPART}),
        ({PERSON}, {EVENT, ARTICLE, COUNTERPART}),
        ({SOURCE}, {COUNTERPART, EVENT, "data/figures.yml"}),
        ({COUNTERPART}, {ARTICLE, "data/figures.yml"}),
        (
            {"docs/fa/guide/how-we-work.md"},
            {"docs/fa/guide/index.md", "docs/en/guide/how-we-work.md"},
        ),
    ],
)
def test_what_depends_on_a_change_is_named(
    record: Path, touched: set[str], concerned: set[str]
) -> None:
    files = read_raw(record)

    scope = scope_of(files, Change(frozenset(touched)))

    assert concerned <= scope.dependents
    assert not touched & scope.dependents
    assert scope.needed is not None
    assert scope.needed >= touched | scope.dependents


def test_old_name_of_a_person_is_looked_for_too(record: Path) -> None:
    changed = change(record, {PERSON: "name: {fa: کس دیگر, en: Somebody Else}\n"})

    assert ARTICLE in scope_of(read_raw(record), changed).dependents


def test_change_of_a_page_reads_little_more_than_the_page(record: Path) -> None:
    for number in range(40):
        for lang in ("fa", "en"):
            page = (record / COUNTERPART.replace("/fa/", f"/{lang}/")).read_text(encoding="utf-8")
            (record / f"docs/{lang}/news/copy-{number}.md").write_text(page, encoding="utf-8")

    scope = scope_of(read_raw(record), Change(frozenset({"docs/en/news/copy-7.md"})))

    assert scope.needed is not None
    assert [path for path in scope.needed if "copy-" in path and "copy-7" not in path] == []


def test_change_of_the_glossary_concerns_everything() -> None:
    files = read_raw(ROOT)

    scope = scope_of(files, Change(frozenset({"data/glossary.yml"})))

    assert scope.needed is None
    assert scope.dependents == set(files) - {"data/glossary.yml"}
