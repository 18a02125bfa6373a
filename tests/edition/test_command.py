"""The commands `edition`, `edition-key` and `verify-edition`."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsroom.adapters.cli import main
from newsroom.edition.minisign import PublicKey, SecretKey
from newsroom.site.folders import claim

from ..conftest import add_engine, write_small_record
from ..kills import is_killed, tree
from .copies import SECRET, write_edition, write_site

KILLED = """
from newsroom.adapters.cli import main
def work(root):
    main(["--root", root, "edition", "--into", f"{root}/take"], standalone_mode=False)
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_small_record(tmp_path_factory.mktemp("prepared") / "record", {})
    add_engine(root)
    write_site(root / "site")
    return root


@pytest.fixture
def record(prepared: Path, tmp_path: Path) -> Path:
    return shutil.copytree(prepared, tmp_path / "record")


def run(root: Path, *arguments: str, lang: str = "en", **environment: str) -> Result:
    options = ["--root", str(root), "--lang", lang]
    return CliRunner().invoke(main, [*options, *arguments], env=environment)


def test_key_is_made_signs_and_is_told_to_be_checked_by(record: Path, tmp_path: Path) -> None:
    key = tmp_path / "edition.key"

    made = run(record, "edition-key", str(key))
    signed = run(record, "edition", "--key", str(key))
    public = tmp_path / "edition.key.pub"
    archive = str(record / "take/news-record.zip")
    checked = run(tmp_path, "verify-edition", archive, "--key", str(public))

    assert made.exit_code == signed.exit_code == checked.exit_code == 0, checked.output
    line = SecretKey.read(key.read_text()).public.line
    assert PublicKey.read(public.read_text()).line == line
    assert key.stat().st_mode & 0o777 == 0o600
    assert line in made.output
    assert line in checked.output
    assert "valid: every file is as it was signed" in checked.output


def test_key_of_the_workflow_signs_the_same_and_none_signs_nothing(
    record: Path, tmp_path: Path
) -> None:
    (tmp_path / "key").write_text(SECRET.text)
    archive = record / "take/news-record.zip"
    made = []
    for arguments, key in ((("--key", str(tmp_path / "key")), ""), ((), SECRET.text), ((), "")):
        assert run(record, "edition", *arguments, EDITION_KEY=key).exit_code == 0
        made.append(archive.read_bytes())

    assert made[0] == made[1] != made[2]
    told = run(tmp_path, "verify-edition", str(archive), lang="fa")
    assert (told.exit_code, "کامل است، اما امضا ندارد" in told.output) == (1, True)


@pytest.mark.parametrize("place", ["edition.key", "docs/edition.key"])
def test_no_key_is_made_in_a_repository(record: Path, place: str) -> None:
    result = run(record, "edition-key", str(record / place))

    assert result.exit_code == 2
    assert "lies in a repository" in result.output
    assert not (record / place).exists()


def test_no_key_is_written_over(record: Path, tmp_path: Path) -> None:
    (tmp_path / "edition.key.pub").write_text("mine")

    result = run(record, "edition-key", str(tmp_path / "edition.key"))

    assert result.exit_code == 1
    assert not (tmp_path / "edition.key").exists()


def test_text_that_is_no_key_is_refused_before_anything_is_made(
    record: Path, tmp_path: Path
) -> None:
    (tmp_path / "key").write_text(SECRET.public.text)

    result = run(record, "edition", "--key", str(tmp_path / "key"))

    assert result.exit_code == 1
    assert "holds no secret key" in result.output
    assert not (record / "take").exists()


def test_only_a_built_site_without_drafts_becomes_an_edition(record: Path) -> None:
    with_drafts, bare = record / "with-drafts", record / "bare"
    write_site(with_drafts)
    claim(with_drafts, drafts=True)
    bare.mkdir()

    told = [run(record, "edition", "--site", str(site)).output for site in (with_drafts, bare)]

    assert "was built with the drafts" in told[0]
    assert "holds no built site" in told[1]
    assert not (record / "take").exists()


def test_nothing_is_made_in_a_dry_run(record: Path) -> None:
    before = tree(record)

    result = run(record, "edition", "--all", "--dry-run")

    assert result.exit_code == 0
    assert "take/news-record.zip" in result.output
    assert tree(record) == before


def test_killed_at_any_step_leaves_the_edition_before_or_the_whole_new_one(record: Path) -> None:
    target = record / "take/news-record.zip"
    target.parent.mkdir()
    target.write_text("the one before")
    seen = []
    for at in range(0, 60, 3):
        is_over = not is_killed(record / "take", at, KILLED, str(record))
        seen.append(target.read_bytes())
        if is_over:
            break

    assert is_over
    assert run(record, "edition").exit_code == 0
    assert {*seen} == {b"the one before", target.read_bytes()}
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_damage_is_named_in_both_languages(tmp_path: Path) -> None:
    _, folder = write_edition(tmp_path)
    (folder / "site/index.html").write_text("another page")

    told = [run(tmp_path, "verify-edition", str(folder), lang=lang) for lang in ("en", "fa")]

    assert [result.exit_code for result in told] == [1, 1]
    assert "'site/index.html' was changed" in told[0].output
    assert "«site/index.html» تغییر کرده است" in told[1].output
