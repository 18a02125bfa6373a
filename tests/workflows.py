"""A workflow run here as GitHub runs it: its jobs in their order, each `run:` in a shell, with a
`gh` that keeps an issue in a file. It knows what the workflow of the form needs, and no more.

An action is stood for by what it does: artifacts are copied, and the pull request is made with Git,
which takes the paths it is given as strictly there as here.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from . import processes

NEWSROOM = ".venv/bin/newsroom "
_GH = '''#!{python} -IS
"""gh: an issue in a file, its comments beside it; fails at what it is told to fail at."""
import json, os, shutil, sys
from pathlib import Path

state, words = Path(os.environ["FAKE_STATE"]), sys.argv[1:]
issue = json.loads((state / "issue.json").read_text())
if any(fault in " ".join(words) for fault in json.loads(os.environ["FAKE_FAULTS"])):
    sys.exit("gh: something went wrong")
assert os.environ["GH_TOKEN"]
options = dict(zip(words[3:], words[4:]))
labels = [label["name"] for label in issue["labels"]]
match words[:2]:
    case ["issue", "view"]:
        print(json.dumps({{key: issue[key] for key in options["--json"].split(",")}}))
    case ["issue", "comment"]:
        text = options.get("--body") or Path(options["--body-file"]).read_text()
        issue["comments"].append(text)
    case ["issue", "edit"]:
        labels = [name for name in labels if name != options.get("--remove-label")]
        labels += [options["--add-label"]] if "--add-label" in options else []
        issue["labels"] = [{{"name": name}} for name in labels]
    case ["run", "download"]:
        options = dict(zip(words[2:], words[3:]))
        shutil.copytree(state / "artifacts" / options["--name"], options["--dir"])
    case ["issue", "list"]:
        print("[]")
    case ["auth", "setup-git"]:
        pass
    case _:
        sys.exit(f"gh: unknown: {{words}}")
(state / "issue.json").write_text(json.dumps(issue))
'''
_HOST = "https://code.example"
"""Where the repository would lie; Git is led to its folder."""
_OUTPUTS = {"actions/configure-pages": {"base_url": "https://pages.example/festival"}}
"""What an action hands to the steps behind it."""


class Runner:
    """The repository, the issue, and what has become of both."""

    def __init__(self, repository: Path, state: Path, issue: Mapping[str, Any]) -> None:
        self.repository, self.state = repository, state
        self.faults: tuple[str, ...] = ()
        """Names of steps that fail, and pieces of commands `gh` fails at."""
        self.makes = False
        """Whether `make` runs; it finds the environment of these tests in `.venv`, ready."""
        self.done: list[str] = []
        """The names of the steps that have run a command and done well, in order."""
        self.told = ""
        """What the last command that failed has said."""
        self._token = "t"
        (state / "bin").mkdir(parents=True)
        (state / "bin" / "gh").write_text(_GH.format(python=sys.executable), encoding="utf-8")
        (state / "bin" / "gh").chmod(0o755)
        self.write_issue({"comments": [], **issue})

    def write_issue(self, issue: Mapping[str, Any]) -> None:
        (self.state / "issue.json").write_text(json.dumps(issue), encoding="utf-8")

    @property
    def issue(self) -> dict[str, Any]:
        return dict(json.loads((self.state / "issue.json").read_text(encoding="utf-8")))

    @property
    def labels(self) -> list[str]:
        return [label["name"] for label in self.issue["labels"]]

    def branches(self) -> list[str]:
        told = self._git(self.repository, "branch", "--format=%(refname:short)")
        return sorted(set(told.stdout.split()) - {"main"})

    def run(self, workflow: Path, event: Mapping[str, Any]) -> dict[str, str]:
        """How each job ended, for an event that was sent with the labels it names."""
        jobs = yaml.load(workflow.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"]
        shutil.rmtree(self.state / "artifacts", ignore_errors=True)
        done: dict[str, Any] = {}
        for name, job in jobs.items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            known: dict[str, Any] = {
                "github": {
                    "event": event,
                    "token": self._token,
                    "server_url": _HOST,
                    "repository": self.repository.name,
                }
            }
            known["needs"] = {need: done[need] for need in needs}
            is_well = all(done[need]["result"] == "success" for need in needs)
            if not holds(job.get("if", ""), known, is_well=is_well):
                done[name] = {"result": "skipped", "outputs": {}}
                continue
            done[name] = self._job(name, job, known)
        return {name: job["result"] for name, job in done.items()}

    def _job(self, name: str, job: Any, known: dict[str, Any]) -> dict[str, Any]:
        folder = self.state / "jobs" / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        steps: dict[str, Any] = {}
        known = {**known, "steps": steps}
        environment = {key: fill(text, known) for key, text in job.get("env", {}).items()}
        result = "success"
        for step in job["steps"]:
            id = step.get("id", step.get("name", step.get("uses")))
            if not holds(step.get("if", ""), known, is_well=result == "success"):
                steps[id] = {"outcome": "skipped", "outputs": {}}
                continue
            is_well, outputs = self._step(step, folder, known, environment)
            steps[id] = {"outcome": "success" if is_well else "failure", "outputs": outputs}
            if not is_well and step.get("continue-on-error") != "true":
                result = "failure"
        outputs = {key: fill(text, known) for key, text in job.get("outputs", {}).items()}
        return {"result": result, "outputs": outputs}

    def _step(
        self, step: Any, folder: Path, known: Mapping[str, Any], environment: Mapping[str, str]
    ) -> tuple[bool, dict[str, str]]:
        if step.get("name") in self.faults:
            return False, {}
        if "uses" in step:
            values = {key: fill(text, known) for key, text in step.get("with", {}).items()}
            action = step["uses"].partition("@")[0]
            return self._action(action, values, folder), _OUTPUTS.get(action, {})
        if step["run"].startswith("make ") and not self.makes:
            # The environment of these tests is the one it makes.
            (folder / ".venv").symlink_to(Path(sys.executable).parents[1])
            return True, {}
        output = folder.with_suffix(".output")
        output.write_text("", encoding="utf-8")
        own = {key: fill(text, known) for key, text in step.get("env", {}).items()}
        faults = [fault for fault in self.faults if " " in fault or "-" in fault]
        environment = {
            **os.environ,
            **environment,
            **own,
            "PATH": f"{self.state / 'bin'}:{os.environ['PATH']}",
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(folder.with_suffix(".summary")),
            "GITHUB_RUN_ID": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{self.repository.parent}/.insteadOf",
            "GIT_CONFIG_VALUE_0": f"{_HOST}/",
            "FAKE_STATE": str(self.state),
            "FAKE_FAULTS": json.dumps(faults),
        }
        told = _shell(step["run"], folder, environment)
        assert "Traceback" not in told.stderr, told.stderr
        if told.returncode:
            self.told = f"{step['run']}: {told.stdout}{told.stderr}"
        else:
            self.done.append(step["name"])
        return told.returncode == 0, read_outputs(output.read_text(encoding="utf-8"))

    def _action(self, action: str, values: Mapping[str, str], folder: Path) -> bool:
        match action:
            case "actions/checkout":
                self._git(self.state, "clone", "-q", str(self.repository), str(folder))
                if self.makes:
                    (folder / ".venv").mkdir()
                    (folder / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
                    for mark in (".ready", ".ready-editions"):
                        (folder / ".venv" / mark).touch()
            case "actions/upload-artifact":
                if not (folder / values["path"]).exists():
                    return False
                place = self.state / "artifacts" / values["name"]
                shutil.copytree(folder / values["path"], place)
            case "peter-evans/create-pull-request":
                paths = values["add-paths"].split()
                branch = values["branch"]
                added = self._git(folder, "add", "--", *paths).returncode == 0
                body = (folder / values["body-path"]).is_file()
                pushed = (
                    self._git(folder, "switch", "-qc", branch),
                    self._git(folder, "commit", "-qm", values["commit-message"]),
                    self._git(folder, "push", "-q", "--force", "origin", branch),
                )
                return added and body and not any(step.returncode for step in pushed)
        return True

    def _git(self, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        identity = ["-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=no"]
        return subprocess.run(
            ["git", *identity, *words], cwd=folder, capture_output=True, text=True, check=False
        )


def _shell(
    command: str, folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run one command as a shell does; `newsroom`, whose words the shell reads, is forked."""
    is_ours = command.startswith(NEWSROOM) and ">" not in command
    told = subprocess.run(
        ["bash", "-e", "-c", f"printf '%s\\0' {command}" if is_ours else command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if not is_ours:
        return told
    program, *words = told.stdout.removesuffix("\0").split("\0")
    assert os.access(folder / program, os.X_OK)
    return processes.run(processes.COMMAND, *words, cwd=folder, env=environment)


def read_outputs(text: str) -> dict[str, str]:
    """The file `GITHUB_OUTPUT`: `key=value`, or `key<<WORD`, lines and the word."""
    found, lines = {}, iter(text.splitlines())
    for line in lines:
        key, is_long, word = line.partition("<<")
        if is_long and "=" not in key:
            found[key] = "\n".join(iter(lambda: next(lines), word))
        else:
            key, _, found[key] = line.partition("=")
    return found


def fill(text: str, known: Mapping[str, Any]) -> str:
    """A value of a workflow with its expressions filled in."""
    return re.sub(
        r"\$\{\{(.*?)\}\}", lambda it: str(_value(it[1], known) or ""), text, flags=re.DOTALL
    )


def holds(condition: str, known: Mapping[str, Any], *, is_well: bool) -> bool:
    """Whether an `if:` lets a job or step run; without a word of its own it asks for success."""
    condition = condition.strip().removeprefix("${{").removesuffix("}}")
    has_word = re.search(r"\b(always|cancelled|failure|success)\(\)", condition)
    return (is_well or bool(has_word)) and (not condition or bool(_value(condition, known)))


def _value(expression: str, known: Mapping[str, Any]) -> Any:
    """The value of an expression, of the kinds that are in use here."""
    python = re.sub(
        r"\b(?:needs|steps|github|secrets|vars)\.[\w.*-]+", lambda it: f"at({it[0]!r})", expression
    )
    python = python.replace("&&", " and ").replace("||", " or ")
    python = re.sub(r"!(?!=)", " not ", python)
    names = {
        "at": lambda path: _at(path.split("."), known),
        "contains": lambda values, value: value in values,
        "cancelled": lambda: False,
    }
    return eval(python.strip(), {"__builtins__": {}}, names)


def _at(parts: Iterable[str], value: Any) -> Any:
    head, *rest = parts
    if head == "*":
        return [_at(rest, item) for item in value]
    found = value.get(head, "") if isinstance(value, Mapping) else ""
    return _at(rest, found) if rest else found
