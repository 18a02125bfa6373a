"""The form's workflow from the event to the answer, with each of its steps failing in turn."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import ROOT, WriteRecord, add_engine
from .intake.test_submissions import TEXT, issue
from .workflows import Runner

WORKFLOW = ROOT / ".github" / "workflows" / "submit.yml"
JOBS = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"]
BEFORE_THE_ANSWER = [
    step["name"]
    for name in ("draft", "claim", "propose")
    for step in JOBS[name]["steps"]
    if "name" in step
]
APOLOGY = "Something on our side failed"
BRANCH = "submission/issue-12"


def event(*labels: str) -> dict[str, Any]:
    """What starts the workflow, with the labels the issue had when it was sent."""
    return {"issue": {"number": 12, "labels": [{"name": label} for label in labels]}}


@pytest.fixture
def repository(write_record: WriteRecord) -> Path:
    root = write_record()
    add_engine(root)
    shutil.copytree(ROOT / ".github", root / ".github")
    shutil.copy(ROOT / ".gitignore", root)
    identity = ["-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false"]
    for command in (["init", "-qb", "main"], ["add", "."], [*identity, "commit", "-qm", "begin"]):
        subprocess.run(["git", *command], cwd=root, check=True, capture_output=True)
    return root


def runner(repository: Path, body: str, *labels: str) -> Runner:
    told = {"number": 12, "body": body, "labels": [{"name": label} for label in labels]}
    return Runner(repository, repository.parent / "github", told)


KNOWN_ONLY = "A meeting again\n\nIlvar Melchin spoke in Kavan of nothing new.\n"


@pytest.mark.parametrize("text", [TEXT, KNOWN_ONLY], ids=["proposals", "nothing-to-propose"])
def test_submission_becomes_a_branch_and_its_sender_is_thanked(repository: Path, text: str) -> None:
    """Also one that proposes nothing: Git refuses all paths for one that is not there."""
    github = runner(repository, issue(text), "submission")

    jobs = github.run(WORKFLOW, event("submission"))

    assert set(jobs.values()) == {"success"}, jobs
    assert github.branches() == [BRANCH]
    changed = subprocess.run(
        ["git", "diff", "--name-only", "main", BRANCH],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert {path.partition("/")[0] for path in changed} == (
        {"data", "docs", "proposals"} if text == TEXT else {"data", "docs"}
    )
    assert [comment[:60] for comment in github.issue["comments"] if "Thank you!" in comment]
    assert len(github.issue["comments"]) == 1
    assert github.labels == ["drafted"]


def test_refused_text_is_answered_and_read_again_with_the_next_edit(repository: Path) -> None:
    github = runner(repository, issue("12 34"), "submission")

    jobs = github.run(WORKFLOW, event("submission"))

    assert (jobs["draft"], jobs["claim"], jobs["propose"]) == ("success", "skipped", "skipped")
    assert "it contains no words" in github.issue["comments"][-1]
    assert github.labels == ["submission"]

    github.write_issue({**github.issue, "body": issue()})
    github.run(WORKFLOW, event("submission"))

    assert github.branches() == [BRANCH]
    assert len(github.issue["comments"]) == 2


def test_edit_that_waited_behind_the_drafts_writes_over_no_branch(repository: Path) -> None:
    """Its event still tells of the label; so does one that gives another label."""
    github = runner(repository, issue(), "submission")
    github.run(WORKFLOW, event("submission"))
    work = repository / "work.txt"
    work.write_text("an editor's", encoding="utf-8")
    identity = ["-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false"]
    for command in (["switch", "-q", BRANCH], ["add", "."], [*identity, "commit", "-qm", "work"]):
        subprocess.run(["git", *command], cwd=repository, check=True)
    subprocess.run(["git", "switch", "-q", "main"], cwd=repository, check=True)

    github.write_issue({**github.issue, "body": issue(TEXT + "\n\nOne more paragraph of it.")})
    for labels in (("submission",), ("submission", "drafted"), ("drafted",)):
        github.run(WORKFLOW, event(*labels))

    shown = subprocess.run(
        ["git", "show", f"{BRANCH}:work.txt"], cwd=repository, capture_output=True, check=False
    )
    assert shown.stdout == b"an editor's"
    assert len(github.issue["comments"]) == 1
    assert github.labels == ["drafted"]


@pytest.mark.parametrize("fault", BEFORE_THE_ANSWER)
def test_sender_is_answered_whatever_step_fails(repository: Path, fault: str) -> None:
    github = runner(repository, issue(), "submission")
    github.faults = (fault,)

    jobs = github.run(WORKFLOW, event("submission"))

    assert jobs["answer"] == "success", jobs
    assert [APOLOGY in comment for comment in github.issue["comments"]] == [True]
    assert github.branches() == []
    assert github.labels == ["submission"]


def test_edit_after_a_failure_begins_anew(repository: Path) -> None:
    github = runner(repository, issue(), "submission")
    github.faults = ("Open the pull request",)
    github.run(WORKFLOW, event("submission"))

    github.faults = ()
    github.run(WORKFLOW, event("submission"))

    assert (github.branches(), github.labels) == ([BRANCH], ["drafted"])
    assert "Thank you!" in github.issue["comments"][-1]


@pytest.mark.parametrize("fault", ["run download 1", "--body-file submission/comment.md"])
@pytest.mark.parametrize("text", [TEXT, "12 34"])
def test_answer_that_cannot_be_given_is_stood_for_by_another(
    repository: Path, fault: str, text: str
) -> None:
    github = runner(repository, issue(text), "submission")
    github.faults = (fault,)

    github.run(WORKFLOW, event("submission"))

    assert [APOLOGY in comment for comment in github.issue["comments"]] == [True]
    is_proposed = text == TEXT and "body-file" in fault
    assert github.labels == (["drafted"] if is_proposed else ["submission"])


def test_label_nobody_has_made_costs_nothing_but_itself(repository: Path) -> None:
    """A repository may lack `drafted`; the branch is not written over for that."""
    github = runner(repository, issue(), "submission")
    github.faults = ("--add-label drafted",)

    jobs = github.run(WORKFLOW, event("submission"))

    assert (jobs["propose"], jobs["answer"]) == ("success", "failure")
    assert github.labels == []
    assert "Thank you!" in github.issue["comments"][0]


def test_runs_of_one_issue_wait_for_each_other() -> None:
    """One that is cut off between the label and the answer would leave its sender without."""
    workflow = yaml.load(WORKFLOW.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    assert workflow["concurrency"] == {
        "group": "submit-${{ github.event.issue.number }}",
        "cancel-in-progress": "false",
    }


def test_apology_is_in_both_languages() -> None:
    text = JOBS["answer"]["env"]["APOLOGY"]

    assert APOLOGY in text
    assert "چیزی در سمت ما درست کار نکرد" in text
