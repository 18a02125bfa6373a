"""Nothing lies in a record but what is checked."""

from pathlib import Path

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.record.files import read_raw, survey

from ..conftest import PAGE, PERSON, WriteRecord
from ..faults.seeding import image_bytes


def rules(root: Path) -> list[tuple[str, str]]:
    _, problems = Catalogue.load(root)
    return [(problem.path, problem.rule) for problem in problems]


@pytest.mark.parametrize(
    "path",
    [
        "docs/index.md",
        "docs/xx/index.md",
        "docs/CNAME",
        "docs/assets/newsroom.js",
        "docs/en/page.html",
        "docs/en/page.markdown",
        "docs/en/feed.xml",
        "docs/media/drawing.svg",
        "docs/media/sw.js",
        "data/people/x.yaml",
        "data/people/more/x.yml",
        "data/peple/x.yml",
        "data/people/index.yml",
        "data/x.yml",
        "data/strings/de.yml",
    ],
)
def test_file_that_nobody_checks_is_refused(write_record: WriteRecord, path: str) -> None:
    assert (path, "file-unwanted") in rules(write_record({path: PAGE}))


@pytest.mark.parametrize(
    "path",
    ["docs/en/guide/A.md", "docs/en/guide/a b.md", "docs/en/x_y/a.md", "data/people/nr-x.yml"],
)
def test_name_that_makes_no_address_is_refused(write_record: WriteRecord, path: str) -> None:
    content = PAGE if path.endswith(".md") else PERSON

    assert (path, "id-form") in rules(write_record({path: content}))


@pytest.mark.parametrize("place", ["docs/en/guide/x.md", "docs/media/x.png", "data/people/x.yml"])
def test_link_is_not_followed(write_record: WriteRecord, tmp_path: Path, place: str) -> None:
    root = write_record()
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "secret").write_text(PAGE, encoding="utf-8")
    (root / place).symlink_to(tmp_path / "secret")

    assert (place, "file-link") in rules(root)


def test_image_is_known_by_its_first_bytes(write_record: WriteRecord) -> None:
    root = write_record(
        {"docs/media/a.png": image_bytes("@png"), "docs/media/b.png": b"<svg onload=x>"}
    )

    assert rules(root) == [("docs/media/b.png", "image-kind")]
    assert Catalogue.load(root)[0].media.keys() == {"media/a.png"}


def test_hidden_files_are_left_alone(write_record: WriteRecord) -> None:
    assert rules(write_record({"docs/.DS_Store": "x", "data/people/.x.yml.swp": "x"})) == []


def test_line_break_in_a_name_breaks_no_message(write_record: WriteRecord) -> None:
    _, problems = survey(write_record({"docs/en/a\nb.md": PAGE}))

    assert [problem.path for problem in problems] == ["docs/en/a?b.md"]


def test_bytes_are_those_of_the_record_alone(write_record: WriteRecord, tmp_path: Path) -> None:
    root = write_record({"docs/media/dot.png": image_bytes("@png"), "docs/en/.hidden.md": PAGE})
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (root / "docs/en/linked.md").symlink_to(tmp_path / "secret")

    found = read_raw(root)

    assert found["docs/en/index.md"] == PAGE.encode()
    assert found["docs/media/dot.png"] == b""
    assert not {"docs/en/linked.md", "docs/en/.hidden.md"} & set(found)
    assert set(read_raw(root, ["docs/en/index.md", "docs/en/x.md"])) == {"docs/en/index.md"}
