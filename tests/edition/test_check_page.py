"""The page of an edition that checks the folder it lies in, opened from disk in Chromium."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from newsroom.edition.manifest import KEY, SIGNATURE, SUMS

from ..visits import Visit
from .copies import OTHER, SECRET, flips, write_edition

GIVEN = SECRET.public.line


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_edition(tmp_path_factory.mktemp("edition"))[1]


@pytest.fixture(scope="module")
def opened(chromium: Browser, made: Path) -> Iterator[Visit]:
    """The page as the edition has it; what it checks is any folder."""
    visit = Visit(chromium)
    visit.page.goto((made / "check/en.html").as_uri())
    yield visit
    assert visit.complaints == []
    assert {url.partition(":")[0] for url in visit.requests} == {"file"}
    visit.close()


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "sample")


def verdict(visit: Visit, folder: Path, key: str = GIVEN) -> tuple[str | None, list[str]]:
    """What the page says of a folder, and each thing that is wrong with it."""
    page = visit.page
    page.fill("[data-key]", key)
    page.evaluate("document.querySelector('[data-result]').dataset.standing = ''")
    page.set_input_files("[data-folder]", folder)
    page.wait_for_selector("[data-standing]:not([data-standing=''], [data-standing=checking])")
    standing = page.get_attribute("[data-result]", "data-standing")
    return standing, page.locator("[data-wrong] li").all_inner_texts()


def test_valid_needs_the_key_from_elsewhere(opened: Visit, folder: Path) -> None:
    assert verdict(opened, folder) == ("valid", [])
    assert verdict(opened, folder, "") == ("signed", [])
    assert opened.page.inner_text("[data-line]") == GIVEN
    assert opened.page.inner_text("[data-fingerprint]") == SECRET.public.fingerprint
    assert opened.page.inner_text("[data-words]") == "sample 2024-06-21"
    assert verdict(opened, folder, OTHER.public.line)[0] == "invalid"
    assert opened.page.is_hidden("[data-line]")
    assert verdict(opened, folder, "no key") == ("nokey", [])


def test_unsigned_edition_is_complete_and_no_more(opened: Visit, tmp_path: Path) -> None:
    _, folder = write_edition(tmp_path, None)

    assert verdict(opened, folder) == verdict(opened, folder, "") == ("unsigned", [])


def test_forged_edition_with_a_key_of_its_own_is_never_valid(opened: Visit, tmp_path: Path) -> None:
    _, folder = write_edition(tmp_path, OTHER)

    assert [verdict(opened, folder)[0], verdict(opened, folder, "")[0]] == ["invalid", "signed"]


def test_every_flipped_byte_is_found(opened: Visit, folder: Path) -> None:
    for path, changed in flips(folder, 20):
        before = path.read_bytes()
        path.write_bytes(changed)
        assert verdict(opened, folder)[0] == "invalid", path
        path.write_bytes(before)


def test_no_byte_of_list_signature_or_key_can_be_another_one(opened: Visit, folder: Path) -> None:
    for name in (SUMS, SIGNATURE, KEY):
        before = (folder / name).read_bytes()
        for at in (0, 30, len(before) - 2, len(before) - 1):
            (folder / name).write_bytes(before[:at] + b"~" + before[at + 1 :])
            assert verdict(opened, folder, "")[0] == "invalid", (name, at)
        (folder / name).write_bytes(before)


def test_removed_added_and_renamed_files_are_found(opened: Visit, folder: Path) -> None:
    (folder / "site/en/index.html").unlink()
    (folder / "site/news/a.html").rename(folder / "site/news/b.html")
    (folder / SIGNATURE).unlink()

    assert verdict(opened, folder) == (
        "invalid",
        [
            "Missing: site/en/index.html",
            "Missing: site/news/a.html",
            "Not part of the edition: site/news/b.html",
            f"Missing: {SIGNATURE}",
        ],
    )


def test_list_that_is_missing_and_other_folders_are_told(opened: Visit, folder: Path) -> None:
    assert verdict(opened, folder.parent)[0] == "elsewhere"
    (folder / SUMS).unlink()

    assert verdict(opened, folder)[0] == "invalid"


def test_browser_that_cannot_check_signatures_says_so(opened: Visit, folder: Path) -> None:
    opened.page.evaluate(
        "window.kept = SubtleCrypto.prototype.importKey;"
        "SubtleCrypto.prototype.importKey = async () => { throw new Error('unknown') };"
        "undefined"
    )

    told = verdict(opened, folder)

    opened.page.evaluate("SubtleCrypto.prototype.importKey = window.kept; undefined")
    assert told == ("unable", [])


def test_page_says_it_in_persian(chromium: Browser, made: Path) -> None:
    visit = Visit(chromium, width=390)
    visit.page.goto((made / "check/fa.html").as_uri())

    told = verdict(visit, made)

    assert told == ("valid", [])
    assert visit.page.inner_text("[data-when=valid] [data-count]") == "۱۳"
    assert visit.page.evaluate("document.dir") == "rtl"
    assert visit.complaints == []
    visit.close()
