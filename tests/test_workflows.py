"""What stands in `.github/`: workflows, forms, owners. They run where no test can follow."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from newsroom.adapters.cli import main
from newsroom.github.changes import is_content
from newsroom.github.receiving import is_allowed
from newsroom.github.submissions import FORM, REPLY_LANGS, read_questions
from newsroom.record.documents import ParseContext
from newsroom.record.files import ENTRIES

from .conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(file for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if file.stem != "config")
PINS = {
    "actions/checkout": ("v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
    "actions/setup-python": ("v7.0.0", "5fda3b95a4ea91299a34e894583c3862153e4b97"),
    "actions/configure-pages": ("v5.0.0", "983d7736d9b0ae728b81ab479565c72886d7745b"),
    "actions/upload-pages-artifact": ("v5.0.0", "fc324d3547104276b827a68afc52ff2a11cc49c9"),
    "actions/deploy-pages": ("v5.0.0", "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128"),
    "actions/upload-artifact": ("v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
    "peter-evans/create-pull-request": ("v8.1.1", "5f6978faf089d4d20b00c7766989d076bb2fc7f1"),
}
"""The commits of the actions, read from their repositories."""

TRIGGERS = {
    "check": {"push", "pull_request"},
    "links": {"schedule", "workflow_dispatch"},
    "publish": {"push", "workflow_dispatch"},
    "review": {"pull_request"},
    "submit": {"issues"},
}
WRITES = {
    ("publish", "publish"): {"pages", "id-token"},
    ("publish", "read"): {"contents"},
    ("links", "tell"): {"issues"},
    ("submit", "claim"): {"issues"},
    ("submit", "propose"): {"contents", "pull-requests"},
    ("submit", "answer"): {"issues"},
}
"""What each job may write; no other may write anything."""

PERSIAN, LATIN = re.compile("[آ-ی]"), re.compile("[A-Za-z]{2}")


@cache
def load(file: Path) -> Any:
    """YAML with every value as it is written: `on` is no truth value here."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs() -> Iterator[Any]:
    for file in WORKFLOWS:
        for name, job in load(file)["jobs"].items():
            yield pytest.param(file.stem, name, job, id=f"{file.stem}-{name}")


def steps() -> Iterator[Any]:
    for param in jobs():
        workflow, name, job = param.values
        for at, step in enumerate(job["steps"]):
            yield pytest.param(step, id=f"{workflow}-{name}-{at}")


def runs() -> Iterator[Any]:
    return (param for param in steps() if "run" in param.values[0])


def commands() -> Iterator[Any]:
    """The words of every `newsroom` command the workflows run."""
    for param in runs():
        words = shlex.split(param.values[0]["run"])
        if words[0].endswith("/newsroom"):
            end = next((at for at, word in enumerate(words) if word in (">", ">>")), len(words))
            yield pytest.param(words[1:end], id=param.id)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflow_is_started_by_what_it_is_for_and_may_do_nothing_by_itself(file: Path) -> None:
    workflow = load(file)

    triggers = workflow["on"]
    assert set(triggers) == TRIGGERS[file.stem]
    assert workflow["permissions"] == {}
    assert "group" in workflow["concurrency"]
    assert "defaults" not in workflow
    assert "env" not in workflow


def test_publishing_is_never_cancelled_half_way() -> None:
    publish = load(GITHUB / "workflows" / "publish.yml")

    assert publish["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_one_step_knows_a_secret_the_key_of_editions_in_an_environment_of_its_own() -> None:
    publish = load(GITHUB / "workflows" / "publish.yml")
    knowing = [file.stem for file in WORKFLOWS for _ in secrets_in(load(file))]

    assert knowing == ["publish"]
    assert secrets_in(publish) == ["${{ secrets.EDITION_KEY }}"]
    job = publish["jobs"]["build"]
    assert job["environment"] == "editions"
    assert [step["name"] for step in job["steps"] if secrets_in(step)] == ["Editions"]


def secrets_in(value: Any) -> list[str]:
    """The texts of a workflow that name a secret."""
    if isinstance(value, str):
        return [value] if "secrets." in value or "secrets[" in value else []
    items = value.values() if isinstance(value, dict) else value
    return [found for item in items for found in secrets_in(item)]


def test_no_workflow_runs_with_rights_on_what_a_stranger_sends() -> None:
    for file in WORKFLOWS:
        assert "pull_request_target" not in file.read_text(encoding="utf-8")
        assert "workflow_run" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("workflow", "name", "job"), [*jobs()])
def test_job_has_the_rights_it_needs_and_an_end(workflow: str, name: str, job: Any) -> None:
    writes = {right for right, level in job["permissions"].items() if level == "write"}

    assert writes == WRITES.get((workflow, name), set())
    assert set(job["permissions"].values()) <= {"read", "write"}
    assert 0 < int(job["timeout-minutes"]) <= 60
    assert job["runs-on"] == "ubuntu-24.04"


@pytest.mark.parametrize(("workflow", "name", "job"), [*jobs()])
def test_job_that_may_write_runs_no_code_of_a_stranger(workflow: str, name: str, job: Any) -> None:
    if (workflow, name) not in WRITES:
        return

    assert "pull_request" not in TRIGGERS[workflow]
    checkouts = [step for step in job["steps"] if "checkout@" in step.get("uses", "")]
    assert all("ref" not in step["with"] for step in checkouts)
    assert bool(checkouts) is (name == "propose")


@pytest.mark.parametrize("step", [*steps()])
def test_action_is_pinned_to_a_known_commit(step: Any) -> None:
    if "uses" not in step:
        return

    action, _, commit = step["uses"].partition("@")

    assert commit == PINS[action][1]
    if action == "actions/checkout":
        assert step["with"]["persist-credentials"] == "false"


def test_every_pin_has_its_version_beside_it_and_is_used() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in WORKFLOWS)

    found = set(re.findall(r"uses: (\S+)@([0-9a-f]{40}) # (\S+)\n", text))

    assert found == {(action, commit, version) for action, (version, commit) in PINS.items()}
    assert text.count("uses: ") == len(re.findall(r"uses: \S+@[0-9a-f]{40} # v", text))


@pytest.mark.parametrize("step", [*runs()])
def test_run_is_one_command_into_which_nothing_is_put(step: Any) -> None:
    run = step["run"]

    assert "\n" not in run
    assert len(run) < 140
    assert "${{" not in run
    assert not re.search(r"[;&|]", run)
    assert re.findall(r'(?<!")\$\w+', run) == []  # unquoted variables fall apart


@pytest.mark.parametrize("words", [*commands()])
def test_newsroom_command_exists_with_these_options(words: list[str]) -> None:
    command = main.get_command(click.Context(main), words[0])
    assert command is not None

    options = {name for option in command.params for name in option.opts}
    arguments = sum(isinstance(option, click.Argument) for option in command.params)
    given = {word for word in words if word.startswith("--")}

    assert given <= options
    assert all(option.name is not None for option in command.params)
    assert arguments == (1 if words[0] == "receive" else 0)


def test_every_make_target_of_a_workflow_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    targets = {
        words[1] for param in runs() if (words := shlex.split(param.values[0]["run"]))[0] == "make"
    }

    assert targets
    assert all(re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE) for target in targets)


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_form_asks_in_both_languages_and_names_its_fields(file: Path) -> None:
    form = load(file)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    labels = [field["attributes"]["label"] for field in fields]
    texts = [form["name"], form["description"], form["title"], *labels]
    texts += [field["attributes"]["value"] for field in form["body"] if field["type"] == "markdown"]
    texts += [field["attributes"].get("description", "ی xx") for field in fields]

    assert list(form) == ["name", "description", "title", "labels", "body"]
    assert len(set(ids)) == len(ids) > 0
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch("[a-z]+", id) for id in ids)
    assert [text for text in texts if not (PERSIAN.search(text) and LATIN.search(text))] == []
    assert {field["type"] for field in fields} <= {"input", "textarea", "dropdown", "checkboxes"}
    for field in fields:
        choices = field["attributes"].get("options", [])
        assert bool(choices) is (field["type"] in ("dropdown", "checkboxes"))


def test_forms_are_as_the_engine_reads_them() -> None:
    text = (ROOT / FORM).read_text(encoding="utf-8")
    context = ParseContext(FORM)

    questions = read_questions(text, context)

    form = load(ROOT / FORM)
    fields = {field["id"]: field for field in form["body"] if "id" in field}
    assert context.problems == []
    assert [question.id for question in questions] == list(fields)
    assert [question.label for question in questions] == [
        field["attributes"]["label"] for field in fields.values()
    ]
    assert questions[-1].id == "text"
    assert fields["text"]["attributes"]["render"] == "text"
    assert list(REPLY_LANGS) == fields["reply"]["attributes"]["options"]


def test_every_label_is_in_the_list_of_those_to_make() -> None:
    """GitHub gives no label a repository does not have, and says nothing."""
    made = set(
        re.findall(r"gh label create (\S+)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    )
    used = {label for file in FORMS for label in load(file)["labels"]}
    for param in runs():
        used |= set(re.findall(r"--(?:add-|remove-)?label (\S+)", param.values[0]["run"]))

    assert used == made
    assert "'submission'" in (GITHUB / "workflows" / "submit.yml").read_text(encoding="utf-8")


def owners_of(path: str) -> list[str]:
    """The owners of a file: the last line of CODEOWNERS that fits it. Knows the forms used there."""
    owners: list[str] = []
    for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            pattern, *names = line.split()
            assert pattern == "*" or re.fullmatch(r"/[\w./-]+", pattern), "a form unknown here"
            fits = pattern == "*" or (
                path.startswith(pattern[1:]) if pattern.endswith("/") else path == pattern[1:]
            )
            owners = names if fits else owners
    return owners


def test_content_has_no_owner_and_everything_else_has_one() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    files = {path for path in listed.stdout.split("\0") if path}
    files |= {f"data/{folder}/x.yml" for folder in ENTRIES}
    files |= {"docs/media/kavan.jpg", "docs/CNAME", "data/new.yml", "proposals/a/people/b.yml"}

    assert {path for path in files if bool(owners_of(path)) is is_content(path)} == set()
    assert owners_of(".github/CODEOWNERS")


@pytest.mark.parametrize(
    "path", ["data/sources/a.yml", "docs/fa/news/a.md", "proposals/a/people/b.yml"]
)
def test_what_a_submission_may_hold_is_content(path: str) -> None:
    assert is_allowed(path)
    assert is_content(path)


def test_dependabot_waits_a_week_and_knows_every_package() -> None:
    updates = load(GITHUB / "dependabot.yml")["updates"]
    listed = subprocess.run(
        ["git", "ls-files", "*package.json"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    packages = {f"/{Path(path).parent.as_posix()}" for path in listed.stdout.split()}
    npm = next(update for update in updates if update["package-ecosystem"] == "npm")

    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions", "npm"}
    assert all(int(update["cooldown"]["default-days"]) >= 7 for update in updates)
    assert packages <= set(npm["directories"])


def test_template_of_pull_requests_speaks_both_languages() -> None:
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")

    tasks = [line for line in text.splitlines() if line.startswith("- [ ]")]
    assert tasks
    assert all(PERSIAN.search(task) and LATIN.search(task) for task in tasks)
