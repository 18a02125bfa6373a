"""`newsroom init`: a record of one's own, whole, checked and built from what it wrote alone."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from lxml import html

from newsroom.adapters.cli import COMMANDS, engines, main
from newsroom.check.rules import check

from .conftest import ROOT, build
from .intake.test_submissions import issue
from .pages import read_site
from .second_newsroom import make_second
from .workflows import Runner

NAMES = {
    "--fa": "جشنوارهٔ رود",
    "--en": "River Festival",
    "--tagline-fa": "خبرهای جشنوارهٔ رود",
    "--tagline-en": "News of the River Festival",
    "--address": "https://festival.example/news",
}
NAMED = [word for pair in NAMES.items() for word in pair]
ENGINE = ["--engine", "newsroom==0.1.0"]


def init(folder: Path, *options: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["init", str(folder), *options], input=text)


def digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begun") / "festival"
    result = init(folder, *NAMED, *ENGINE)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def site(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    # What a build keeps for the next one is no file `init` wrote.
    copy = shutil.copytree(record, folder.with_name("record"))
    result = build(copy, folder)
    assert result.returncode == 0, result.stderr
    return folder


def test_example_is_whole_and_the_check_finds_nothing(record: Path) -> None:
    catalogue, problems = check(record, drafts=True)

    assert problems == ()
    assert [set(it.versions) for it in catalogue.articles.values()] == [{"fa", "en"}]
    assert {it.kind for it in catalogue.participants.values()} == {"person", "place"}
    assert (len(catalogue.events), len(catalogue.sources)) == (1, 1)
    (article,) = catalogue.articles.values()
    assert article.titles["en"].startswith("Example") and article.titles["fa"].startswith("نمونه")


@pytest.mark.parametrize("empty", [[], ["--empty"]], ids=["example", "empty"])
def test_site_is_built_with_its_own_names(
    record: Path, site: Path, tmp_path: Path, empty: list[str]
) -> None:
    if empty:
        assert init(tmp_path / "record", *NAMED, *ENGINE, *empty).exit_code == 0
        assert check(tmp_path / "record", drafts=True)[1] == ()
        assert build(tmp_path / "record", tmp_path / "site").returncode == 0
        site = tmp_path / "site"

    pages = read_site(site)

    for page, name, tagline in (
        ("index.html", NAMES["--fa"], NAMES["--tagline-fa"]),
        ("en/index.html", NAMES["--en"], NAMES["--tagline-en"]),
    ):
        text = (site / page).read_text(encoding="utf-8")
        assert f"<title>{name}" in text
        assert tagline in text
    assert ("news/reading-room-opened.html" in pages) is not bool(empty)


@pytest.mark.parametrize(
    ("page", "counts"),
    [("index.html", ["۱ نفر", "۱ مکان"]), ("en/index.html", ["1 person", "1 place"])],
)
def test_front_page_of_one_report_has_no_empty_band_and_counts_one(
    site: Path, page: str, counts: list[str]
) -> None:
    root = html.parse(site / page).getroot()
    bands = root.xpath("//*[contains(concat(' ', @class, ' '), ' nr-band ')]")
    ways = [it.text_content().strip() for it in root.xpath("//*[@class='nr-onward__line']/a")]

    assert [band for band in bands if not band.text_content().strip()] == []
    assert ways[:2] == counts


def test_licence_and_address_stand_where_readers_and_programs_look(tmp_path: Path) -> None:
    folder = tmp_path / "record"

    assert init(folder, *NAMED, *ENGINE, "--licence", "CC0-1.0").exit_code == 0
    built = build(folder, tmp_path / "site", SITE_URL="")

    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "en" / "index.html").read_text(encoding="utf-8")
    data = (tmp_path / "site" / "en" / "data.html").read_text(encoding="utf-8")
    assert "Texts are licensed Creative Commons Zero 1.0 Universal." in page
    assert "https://creativecommons.org/publicdomain/zero/1.0/" in data
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert '"https://festival.example/news/"' in settings


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another newsroom, made of what `init` wrote and of settings, and built."""
    root = tmp_path_factory.mktemp("second") / "festival"
    assert init(root, *NAMED, *ENGINE, "--empty").exit_code == 0
    make_second(root)
    assert check(root, drafts=True)[1] == ()
    result = build(root, root / "site")
    assert result.returncode == 0, result.stderr
    return root


def test_settings_change_the_colours_of_the_site_and_of_what_is_drawn(second: Path) -> None:
    site = second / "site"
    sheet = (site / "assets" / "newsroom.css").read_text(encoding="utf-8")
    icon = (site / "assets" / "icon.svg").read_text(encoding="utf-8")
    story = next((site / "news").glob("festival-opened*.html")).read_text(encoding="utf-8")

    assert "--nr-accent:light-dark(#9b1c4a,#f59ab8)" in sheet
    assert "--nr-place:light-dark(#1f5f2e,#8fd19e)" in sheet
    assert "#0b5a5e" not in sheet + icon + story


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_settings_order_the_front_page_and_the_menus(second: Path, lang: str) -> None:
    folder = second / "site" / ("" if lang == "fa" else lang)
    page = html.parse(folder / "index.html").getroot()
    bands = [
        it.get("class").split()[1] for it in page.xpath("//*[starts-with(@class, 'nr-band ')]")
    ]
    menu = page.xpath("//nav[@class='nr-nav']//a/@href")
    foot = page.xpath("//ul[@class='nr-footer__links']//a/@href")

    assert bands[0] == "nr-band--time"
    assert bands[1] == "nr-band--lead"
    assert bands[-1] == "nr-band--ends"
    assert menu == [
        "news/index.html",
        "timeline.html",
        "participants/index.html",
        "guide/visit.html",
    ]
    assert page.xpath("string(//nav[@class='nr-nav']//li[last()])").strip() in ("بازدید", "Visit")
    assert foot == ["guide/how-we-work.html", "sources.html", "corrections.html", "follow.html"]


def test_what_is_missing_is_named_all_at_once_where_nobody_can_be_asked(tmp_path: Path) -> None:
    result = init(tmp_path / "record", "--fa", "نام", "--address", "https://x.example")

    assert result.exit_code == 2
    assert "give --en, --tagline-fa, --tagline-en" in result.output
    assert not (tmp_path / "record").exists()


def test_somebody_at_a_terminal_is_asked_for_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.adapters.cli.starting.is_asked", lambda: True)
    given = [*NAMED[:6], *ENGINE]

    result = init(tmp_path / "record", *given, text="A tagline\nhttps://x.example\n")

    assert result.exit_code == 0, result.output
    assert "The tagline in English: " in result.output
    catalogue, _ = check(tmp_path / "record")
    assert catalogue.strings["en"]["site.tagline"] == "A tagline"


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--address", "festival.example", "'festival.example' is not the address of a site"),
        ("--address", "https://x.example/?a", "is not the address of a site"),
        ("--en", "A <b>", "'name.en' contains '<' or '>'; expected plain text"),
    ],
)
def test_what_a_record_cannot_be_called_is_refused_before_anything_is_written(
    tmp_path: Path, option: str, value: str, message: str
) -> None:
    result = init(tmp_path / "record", *NAMED, *ENGINE, option, value)

    assert result.exit_code in (1, 2)
    assert message in result.output
    assert not (tmp_path / "record").exists()


@pytest.mark.parametrize("held", ["notes.txt", ".git"])
def test_folder_that_holds_something_is_never_written_into(tmp_path: Path, held: str) -> None:
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / held).write_text("mine", encoding="utf-8")

    result = init(tmp_path / "record", *NAMED, *ENGINE)

    assert result.exit_code == 2
    assert f"is not empty: it holds '{held}'" in result.output
    assert [it.name for it in (tmp_path / "record").iterdir()] == [held]


def test_empty_folder_is_taken_and_a_trial_leaves_it_empty(tmp_path: Path, record: Path) -> None:
    folder = tmp_path / "festival"
    folder.mkdir()

    trial = init(folder, *NAMED, *ENGINE, "--dry-run")
    held = list(folder.iterdir())
    result = init(folder, *NAMED, *ENGINE)

    assert (trial.exit_code, held, result.exit_code) == (0, [], 0)
    assert trial.output.replace("would write", "written") == result.output.partition("now run")[0]
    assert digests(folder) == digests(record)


def test_nothing_is_left_where_a_file_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28), str(tmp_path))

    monkeypatch.setattr("newsroom.intake.journal.Change.apply", full)

    result = init(tmp_path / "deep" / "record", *NAMED, *ENGINE)

    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_workflows_and_forms_are_those_of_the_repository(record: Path) -> None:
    ours = digests(ROOT / ".github" / "workflows")

    assert digests(record / ".github" / "workflows") == ours
    assert digests(record / ".github" / "ISSUE_TEMPLATE") == digests(
        ROOT / ".github/ISSUE_TEMPLATE"
    )


def test_every_target_and_command_its_papers_and_workflows_name_is_there(record: Path) -> None:
    texts = [
        file.read_text(encoding="utf-8")
        for file in record.rglob("*")
        if file.suffix in (".md", ".yml", ".json") and "docs" not in file.parts
    ]
    targets = set(re.findall(r"^([\w./$()-]+):", (record / "Makefile").read_text(), re.M))
    named = {
        it
        for text in texts
        for it in re.findall(r"(?m)(?:^|[`\"]|run: )make ([a-z.][\w./-]*)", text)
    }
    commands = {it for text in texts for it in re.findall(r"(?:`|bin/)newsroom ([a-z]+)", text)}

    assert {it.replace(".venv", "$(VENV)") for it in named} <= targets
    assert {"serve", "build", "editions", ".venv/.ready"} <= named
    assert {"build", "check", "new"} <= commands <= set(COMMANDS)


def noted(url: str, **more: object) -> str:
    return json.dumps({"url": url, **more})


@pytest.mark.parametrize(
    ("note", "requirement", "with_editions"),
    [
        (None, "newsroom==0.1.0", "newsroom[editions]==0.1.0"),
        (
            noted("https://x.example/n-0.1.0-py3-none-any.whl", archive_info={}),
            "newsroom @ https://x.example/n-0.1.0-py3-none-any.whl",
            "newsroom[editions] @ https://x.example/n-0.1.0-py3-none-any.whl",
        ),
        (
            noted("https://x.example/n.git", vcs_info={"vcs": "git", "commit_id": "abc"}),
            "newsroom @ git+https://x.example/n.git@abc",
            "newsroom[editions] @ git+https://x.example/n.git@abc",
        ),
    ],
    ids=["index", "archive", "repository"],
)
def test_engine_is_installed_from_where_this_one_came_from(
    monkeypatch: pytest.MonkeyPatch, note: str | None, requirement: str, with_editions: str
) -> None:
    class Installed:
        version = "0.1.0"

        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return note

    monkeypatch.setattr(engines, "distribution", lambda _: Installed())

    engine = engines.engine_of(None)

    assert (engine.requirement, engine.with_editions) == (requirement, with_editions)


def test_wheel_of_this_machine_goes_with_the_record(tmp_path: Path) -> None:
    wheel = tmp_path / "newsroom-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")

    assert init(tmp_path / "record", *NAMED, "--engine", str(wheel)).exit_code == 0

    record = tmp_path / "record"
    assert (record / "engine" / wheel.name).read_bytes() == b"a wheel"
    assert (record / "requirements.txt").read_text() == f"./engine/{wheel.name}\n"
    assert (
        record / "requirements-editions.txt"
    ).read_text() == f"./engine/{wheel.name}[editions]\n"


def test_engine_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    result = init(tmp_path / "record", *NAMED, "--engine", str(tmp_path / "gone.whl"))

    assert result.exit_code == 1
    assert "the engine is not at" in result.output
    assert not (tmp_path / "record").exists()


WORKFLOWS = sorted(file.stem for file in (ROOT / ".github" / "workflows").glob("*.yml"))
NOT_RUN = {"links": {"tell"}}
"""Jobs that have nothing to do: the example has no external address that could fail for a week."""
ONLY_IN_NEED = {"Say that something has failed", "Give the label back"}
"""Steps that run where one before them has failed; see `test_submit_workflow`."""


@pytest.fixture(scope="module")
def clone(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record in Git, with one commit behind the last, as a pull request has it."""
    folder = tmp_path_factory.mktemp("hosted") / "festival.git"
    shutil.copytree(record, folder)
    identity = ["-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false"]
    commit = [*identity, "commit", "-qm"]
    for command in (["init", "-qb", "main"], ["add", "."], [*commit, "begin"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    subprocess.run(
        ["git", *commit, "again", "--allow-empty"], cwd=folder, check=True, capture_output=True
    )
    return folder


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_step_of_a_workflow_runs_in_a_clone(clone: Path, tmp_path: Path, name: str) -> None:
    """In order, by the commands as they stand; `make` finds the environment of these tests made."""
    told = {"number": 1, "body": issue(), "labels": [{"name": "submission"}]}
    github = Runner(clone, tmp_path / "github", told)
    github.makes = True
    workflow = clone / ".github" / "workflows" / f"{name}.yml"

    jobs = github.run(workflow, {"issue": told})

    assert {job for job, end in jobs.items() if end != "success"} == NOT_RUN.get(name, set()), (
        github.told
    )
    steps = yaml.load(workflow.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"]
    expected = [
        step["name"]
        for job, described in steps.items()
        for step in described["steps"]
        if "run" in step and job not in NOT_RUN.get(name, set())
    ]
    assert github.done == [it for it in expected if it not in ONLY_IN_NEED]


def test_what_is_published_can_be_read_on_its_branch(clone: Path, tmp_path: Path) -> None:
    github = Runner(clone, tmp_path / "github", {"number": 1, "body": "", "labels": []})
    github.makes = True

    jobs = github.run(clone / ".github" / "workflows" / "publish.yml", {})

    assert set(jobs.values()) == {"success"}, github.told
    branch = subprocess.run(
        ["git", "show", "read:README.md"], cwd=clone, capture_output=True, text=True, check=True
    )
    assert NAMES["--en"] in branch.stdout
    assert (github.state / "jobs" / "build" / "site" / "take").is_dir()
