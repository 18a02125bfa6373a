"""A change alone, checked as the whole record would be."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from newsroom.check.rules import check
from newsroom.check.scope import Change, Extent, scope_of
from newsroom.record.files import read_raw
from newsroom.record.problems import Problem

from ..conftest import ROOT

ARTICLE = "docs/en/news/tabriz-at-kazan.md"
COUNTERPART = "docs/fa/news/tabriz-at-kazan.md"
PERSON = "data/people/ilsur-metshin.yml"
OTHER_PERSON = "data/people/kazem-nami.yml"
EVENT = "data/events/kazan-gathering-2024.yml"

Edit = Callable[[str], str]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return write_record(tmp_path)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> set[Problem]:
    """What is wrong with the record before anything is changed."""
    return problems_of(write_record(tmp_path_factory.mktemp("unchanged")))


def write_record(root: Path) -> Path:
    for top in ("docs", "data"):
        shutil.copytree(ROOT / top, root / top)
    (root / "data/people/kazem-nami.yml").write_text(
        "name: {fa: کاظم نامی, en: Kazem Nami}\n", encoding="utf-8"
    )
    return root


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
    return {path: None, new: (ROOT / path).read_text(encoding="utf-8")}


CHANGES: Mapping[str, Mapping[str, Edit | str | None]] = {
    "a word of a page": {ARTICLE: replacing("title: ", "title: On ")},
    "an unknown source": {COUNTERPART: replacing("source: irna-tabriz-2024", "source: irna")},
    "a section renamed": {ARTICLE: lambda text: text.replace("{#", "{#x", 1)},
    "a page that breaks": {ARTICLE: "no front matter\n"},
    "a page deleted": {ARTICLE: None},
    "a page renamed in one language": renamed(ARTICLE, "docs/en/news/tabriz.md"),
    "a page of the guide deleted": {"docs/en/guide/how-we-work.md": None},
    "an index deleted": {"docs/fa/timeline.md": None},
    "a person renamed": renamed(PERSON, "data/people/metshin.yml"),
    "a person deleted": {PERSON: None},
    "a person that breaks": {PERSON: "name: [\n"},
    "the name of somebody else": {
        OTHER_PERSON: "name: {fa: ایلسور متشین, en: Ilsur Metshin}\n",
    },
    "a spelling of somebody else": {
        OTHER_PERSON: replacing("Nami}\n", "Nami}\naliases: {en: [Metshin]}\n"),
    },
    "an id of another kind": {"data/places/ilsur-metshin.yml": "name: {fa: متش, en: Metsh}\nkind: city\n"},
    "a source renamed": renamed("data/sources/irna-tabriz-2024.yml", "data/sources/irna.yml"),
    "an event deleted": {EVENT: None},
    "an event with an unknown place": {EVENT: replacing("place: kazan", "place: kazn")},
    "a city deleted": {"data/places/kazan.yml": None},
    "a figure of an unknown article": {
        "data/figures.yml": lambda text: text.replace("article: ", "article: x", 1)
    },
    "a word of the interface gone": {
        "data/strings/en.yml": lambda text: text.replace("  name: ", "  nam: ", 1)
    },
    "a file nobody reads": {"docs/en/page.html": "<p>"},
    "a draft": {ARTICLE: lambda text: text.replace("translation:", "draft: true\ntranslation:", 1)},
    "the glossary": {"data/glossary.yml": lambda text: text.replace("- id: ", "- id: X", 1)},
}  # fmt: skip


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
        ({PERSON}, {"data/events/association-founded-2024.yml", ARTICLE, COUNTERPART, "docs/fa/news/association-founded.md"}),
        ({"data/sources/irna-tabriz-2024.yml"}, {COUNTERPART, EVENT, "data/figures.yml"}),
        ({"docs/en/news/association-founded.md"}, {"data/figures.yml"}),
        ({"docs/fa/guide/how-we-work.md"}, {"docs/fa/guide/index.md", "docs/en/guide/how-we-work.md"}),
    ],
)  # fmt: skip
def test_what_depends_on_a_change_is_named(touched: set[str], concerned: set[str]) -> None:
    files = read_raw(ROOT)

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
