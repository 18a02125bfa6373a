"""The check of an edition, as a folder and as a ZIP: what is wrong is found, and nothing else told."""

import hashlib
import shutil
import zipfile
from pathlib import Path
from random import Random

import pytest

from newsroom.edition.checking import Standing, Verdict, check_edition
from newsroom.edition.copies import edition_contents
from newsroom.edition.manifest import KEY, SIGNATURE, SUMS, read_manifest

from ..conftest import ROOT
from .copies import OTHER, PAGES, RECORD, SECRET, flipped, flips, write_edition, write_site

KEY_GIVEN = SECRET.public


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_edition(tmp_path_factory.mktemp("edition"))


@pytest.fixture
def folder(made: tuple[Path, Path], tmp_path: Path) -> Path:
    return shutil.copytree(made[1], tmp_path / "sample")


def standings(archive: Path, folder: Path) -> list[tuple[Standing, Standing]]:
    return [
        tuple(check_edition(place, key).standing for place in (archive, folder))
        for key in (KEY_GIVEN, None, OTHER.public)
    ]


def test_valid_needs_the_key_from_elsewhere(made: tuple[Path, Path]) -> None:
    assert standings(*made) == [
        (Standing.VALID,) * 2,
        (Standing.SIGNED,) * 2,
        (Standing.INVALID,) * 2,
    ]


def test_unsigned_edition_is_complete_and_no_more(tmp_path: Path) -> None:
    assert standings(*write_edition(tmp_path, None)) == [(Standing.UNSIGNED,) * 2] * 3


def test_edition_tells_what_was_signed_by_whom(made: tuple[Path, Path]) -> None:
    verdict = check_edition(made[0], KEY_GIVEN)

    assert verdict == Verdict((), 13, KEY_GIVEN, "sample 2024-06-21", True)


def test_edition_leaves_out_cards_editions_and_what_is_hidden(made: tuple[Path, Path]) -> None:
    listed = read_manifest((made[1] / SUMS).read_bytes())

    left_out = {
        "assets/cards/fa/a.png", "take/sample.zip", ".well-known/security.txt",
        "timeline.ics", "en/feed.xml", "stories/a.fa.html", "data/articles.csv",
    }  # fmt: skip
    assert {path for path in listed if path.startswith("site/")} == {
        f"site/{path}" for path in PAGES.keys() - left_out
    }


def test_page_leads_to_the_web_for_what_is_left_out_and_to_nothing_else(
    made: tuple[Path, Path],
) -> None:
    page = (made[1] / "site/en/follow.html").read_text(encoding="utf-8")

    assert page == (
        '<a href="https://record.example/timeline.ics">days</a>'
        ' <a href="https://record.example/en/feed.xml#x">feed</a>'
        ' <a href="../news/a.html">a</a> <a href="https://record.example/stories/a.fa.html">file</a>\n'
    )


def test_same_record_gives_the_same_bytes(made: tuple[Path, Path], tmp_path: Path) -> None:
    again, _ = write_edition(tmp_path)

    assert again.read_bytes() == made[0].read_bytes()
    with zipfile.ZipFile(again) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(2024, 6, 21, 0, 0, 0)}
    assert {(info.external_attr >> 16, info.create_system) for info in infos} == {(0o100644, 3)}
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)


def test_name_in_another_script_is_marked_as_utf8(tmp_path: Path) -> None:
    from newsroom.edition.archives import is_as_written, write_archive

    archive = tmp_path / "x.zip"
    write_archive(archive, {"sample/پرونده.txt": b"x"}, None)

    with zipfile.ZipFile(archive) as opened:
        assert [(it.filename, it.flag_bits) for it in opened.infolist()] == [
            ("sample/پرونده.txt", 0x800)
        ]
    assert is_as_written(archive.read_bytes())


@pytest.mark.parametrize("secret", [SECRET, None])
def test_every_flipped_byte_of_the_folder_is_found(tmp_path: Path, secret: object) -> None:
    _, folder = write_edition(tmp_path, SECRET if secret else None)

    for path, changed in flips(folder, 60):
        before = path.read_bytes()
        path.write_bytes(changed)
        assert check_edition(folder, None).standing is Standing.INVALID, path
        path.write_bytes(before)


def test_every_flipped_byte_of_the_archive_is_found(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    data, random = made[0].read_bytes(), Random(1403)

    for _ in range(150):
        (tmp_path / "x.zip").write_bytes(flipped(data, random))
        assert check_edition(tmp_path / "x.zip", KEY_GIVEN).standing is Standing.INVALID


@pytest.mark.parametrize("name", ["site/news/a.html", SIGNATURE, KEY, SUMS, "START-HERE.html"])
def test_removed_file_is_found(folder: Path, name: str) -> None:
    (folder / name).unlink()

    verdict = check_edition(folder, KEY_GIVEN)

    assert verdict.standing is Standing.INVALID
    assert [name in problem for problem in verdict.problems] == [True]


@pytest.mark.parametrize("name", ["site/news/b.html", ".hidden", "site/assets/cards/fa/a.png"])
def test_added_file_is_found(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("")

    assert check_edition(folder, KEY_GIVEN).problems == (f"'{name}' is not part of the edition",)


@pytest.mark.parametrize("name", ["site/news/a.html", SIGNATURE])
def test_renamed_file_is_found(folder: Path, name: str) -> None:
    (folder / name).rename(folder / "other")

    assert {*check_edition(folder, KEY_GIVEN).problems} == {
        f"'{name}' is missing",
        "'other' is not part of the edition",
    }


def test_link_is_no_file_of_an_edition(folder: Path) -> None:
    file = folder / "site/news/a.html"
    file.rename(folder.parent / "elsewhere")
    file.symlink_to(folder.parent / "elsewhere")
    (folder / "site/more").symlink_to(folder / "site/news")

    assert check_edition(folder, KEY_GIVEN).problems == (
        "'site/news/a.html' cannot be read",
        "'site/more' is not part of the edition",
    )


def test_forged_edition_with_a_key_of_its_own_is_never_valid(tmp_path: Path) -> None:
    archive, folder = write_edition(tmp_path, OTHER)

    assert standings(archive, folder)[:2] == [(Standing.INVALID,) * 2, (Standing.SIGNED,) * 2]


def test_archive_that_unpacks_to_something_else_is_refused(
    made: tuple[Path, Path], tmp_path: Path
) -> None:
    """The same files and the right list, packed otherwise: with a file twice, or before it another."""
    twice, before = tmp_path / "twice.zip", tmp_path / "before.zip"
    shutil.copyfile(made[0], twice)
    with pytest.warns(UserWarning), zipfile.ZipFile(twice, "a") as archive:
        archive.writestr("sample/site/index.html", "other")
    before.write_bytes(b"PK\x03\x04" + made[0].read_bytes())

    for archive in (twice, before):
        data = archive.read_bytes()[:-64]
        archive.write_bytes(data + hashlib.sha256(data).hexdigest().encode())
        assert check_edition(archive, KEY_GIVEN).standing is Standing.INVALID


def test_file_that_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("no archive")

    verdict = check_edition(tmp_path / "x.zip", None)

    assert verdict.problems == ("damaged, or not the archive of an edition",)


def test_pages_of_an_edition_say_whether_it_is_signed(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    texts = []
    for secret in (SECRET, None):
        contents = edition_contents(site, RECORD, (ROOT / "overrides",), secret)
        start = contents["START-HERE.html"]
        assert isinstance(start, bytes)
        texts.append(start.decode())

    note = RECORD.strings["en"]["edition.without"]
    assert [note in text for text in texts] == [False, True]
    for home in ("site/index.html", "site/en/index.html", "check/fa.html", "check/en.html"):
        assert f'href="{home}"' in texts[0]
