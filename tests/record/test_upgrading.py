"""`newsroom upgrade`: an older record becomes one of today, and what is a newsroom's own stays."""

import hashlib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from newsroom.adapters.cli import main
from newsroom.check.rules import check
from newsroom.record.migrations import FILE, MIGRATIONS, Change, Migration
from newsroom.record.strings import default_strings
from newsroom.record.upgrading import upgraded
from newsroom.record.yaml_edits import Edits, edited

from ..conftest import ORIGINAL, WriteRecord

OLD = {
    FILE: None,
    "data/strings/en.yml": (
        "# Ours.\nsite:\n  name: Old Record # a name\n  tagline: As ever\n"
        "nav:\n  # gone with what it explains\n  home: Home\n"
        "home:\n  lead: Latest report\n  all_news: Every report of ours\n"
        "participant:\n  summary: '{name}, in our record'\n"
    ),
    "data/strings/fa.yml": "site: {name: مجموعه, tagline: شعار}\nhome: {lead: خبر, more: بیشتر}\n",
    "data/messages.yml": (
        "messages:\n  - en: a message of long ago\n    fa: پیامی از گذشته\n"
        "  - en: written\n    fa: نوشته شد و بس\n  - {en: another one, fa: یکی دیگر}\n"
    ),
    "data/organisations/forum.yml": (
        "name: {fa: مجمع, en: Forum}\nkind: series # each year\ncity: kavan\n"
    ),
}
"""What format 0 had and today's has not, and a newsroom's own words."""


def upgrade(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "upgrade", *options])


def files_of(root: Path) -> dict[str, bytes]:
    return {str(it.relative_to(root)): it.read_bytes() for it in root.rglob("*") if it.is_file()}


@pytest.fixture
def old(write_record: WriteRecord) -> Path:
    return write_record({**OLD, "mkdocs.yml": "site_name: x\n"})


def test_record_of_the_first_format_has_no_error_afterwards(old: Path) -> None:
    before = {it.rule for it in check(old, drafts=True)[1]}

    result = upgrade(old)

    assert result.exit_code == 0, result.output
    assert {"format-version", "key-unknown", "strings-differ", "value-unknown"} <= before
    assert [str(it) for it in check(old, drafts=True)[1]] == []


def test_what_is_a_newsrooms_own_stays_with_its_comments(old: Path) -> None:
    upgrade(old)

    text = (old / "data/strings/en.yml").read_text(encoding="utf-8")
    assert text == (
        "# Ours.\nsite:\n  name: Old Record # a name\n  tagline: As ever\n"
        "home:\n  all_news: Every report of ours\n"
    )
    assert (old / "data/strings/fa.yml").read_text() == "site: {name: مجموعه, tagline: شعار}\n"
    messages = (old / "data/messages.yml").read_text(encoding="utf-8")
    assert messages == "messages:\n  - en: written\n    fa: نوشته شد و بس\n"
    organisation = (old / "data/organisations/forum.yml").read_text(encoding="utf-8")
    assert "kind: conference # each year\n" in organisation
    assert (old / FILE).read_text() == f"format: {MIGRATIONS[-1].version}\n"


def test_trial_shows_a_diff_and_writes_nothing(old: Path) -> None:
    before = files_of(old)

    result = upgrade(old, "--dry-run")

    assert result.exit_code == 0
    assert "-kind: series # each year\n+kind: conference # each year" in result.output
    assert "5 file(s) would change; nothing was written" in result.output
    assert files_of(old) == before


def test_upgraded_record_is_left_alone(old: Path) -> None:
    upgrade(old)
    before = files_of(old)

    result = upgrade(old)

    assert (result.exit_code, files_of(old)) == (0, before)
    assert "the record has the newest format, 1" in result.output


@pytest.mark.parametrize(
    ("text", "message"),
    [("format: 99\n", "the record has format 99"), ("format: x\n", "expected a number")],
)
def test_version_nobody_knows_is_refused(
    write_record: WriteRecord, text: str, message: str
) -> None:
    root = write_record({**OLD, FILE: text, "mkdocs.yml": "site_name: x\n"})
    before = files_of(root)

    result = upgrade(root)

    assert result.exit_code == 1
    assert message in result.output
    assert files_of(root) == before


def test_check_says_what_to_do(old: Path) -> None:
    (problem,) = (it for it in check(old, drafts=True)[1] if it.rule == "format-version")

    assert "`newsroom upgrade` makes the changes" in problem.hint


def test_file_that_is_no_yaml_is_left_to_the_check(old: Path) -> None:
    (old / "data/strings/en.yml").write_text("site: [\n", encoding="utf-8")

    assert upgrade(old).exit_code == 0
    assert (old / "data/strings/en.yml").read_text() == "site: [\n"


INVENTED = (
    Migration(
        1,
        (
            Change("data/people/*.yml", "roles.*.post", "office"),
            Change("docs/*/news/*.md", "headline", "title"),
            Change("data/places/*.yml", "population"),
        ),
    ),
    Migration(2, (Change("data/people/*.yml", "roles.*.office", "task"),)),
)


def test_keys_are_renamed_and_removed_version_by_version() -> None:
    files = {
        "data/people/x.yml": "roles:\n  - post: a # b\n    source: s\n  - {post: c, source: s}\n",
        "docs/en/news/x.md": ORIGINAL.replace("title:", "headline:"),
        "data/places/x.yml": "kind: city\npopulation: 12\n",
        "data/places/y.yml": "kind: city\n",
    }

    assert upgraded(files, 0, INVENTED) == {
        FILE: "format: 2\n",
        "data/people/x.yml": "roles:\n  - task: a # b\n    source: s\n  - {task: c, source: s}\n",
        "docs/en/news/x.md": ORIGINAL,
        "data/places/x.yml": "kind: city\n",
    }
    assert upgraded(files, 2, INVENTED) == {}


def test_file_as_the_engine_gave_it_goes_and_a_changed_one_stays() -> None:
    text = "keep: a b\n"
    copies = frozenset((hashlib.sha256(text.encode()).hexdigest(),))
    files = {"data/orthography.yml": text, "data/intake.yml": f"{text}# mine\n"}

    assert upgraded(files, 0, (Migration(1, copies=copies),)) == {
        FILE: "format: 1\n",
        "data/orthography.yml": None,
    }


def test_words_of_today_are_never_taken_for_old_ones_of_a_newsroom() -> None:
    """A word that says what the engine says today may go: nothing changes for readers."""
    words = {**default_strings("en").words}
    own = {key: f"{text} of ours" for key, text in words.items() if key.count(".") == 1}
    tree: dict[str, dict[str, str]] = {}
    for key, text in own.items():
        section, name = key.split(".")
        tree.setdefault(section, {})[name] = text
    text = yaml.safe_dump(tree, allow_unicode=True)

    assert "data/strings/en.yml" not in upgraded({"data/strings/en.yml": text}, 0, MIGRATIONS)


scalars = st.text("abcé", min_size=1, max_size=4)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(scalars, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(scalars, trees, min_size=1, max_size=4),
    scalars,
    st.sampled_from([True, False, None]),
)
def test_text_without_a_key_holds_all_the_others(
    tree: dict[str, object], name: str, flow: bool | None
) -> None:
    def without(value: object) -> object:
        """The value without the key; `None` if nothing is left."""
        if isinstance(value, dict):
            found = {
                k: it for k, v in value.items() if k != name and (it := without(v)) is not None
            }
            return found or None
        if isinstance(value, list):
            return [it for v in value if (it := without(v)) is not None] or None
        return value

    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)

    new = edited(text, Edits(is_gone=lambda place, _: place[-1] == name))

    assert yaml.safe_load(new) == without(tree)
