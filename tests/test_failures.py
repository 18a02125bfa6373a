"""What the machine fails in: every command says it in one sentence, and leaves all as it was."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import COMMANDS, main
from newsroom.adapters.cli.site import crash_in

from . import processes
from .conftest import ORIGINAL, ROOT, add_engine, write_small_record
from .edition.copies import write_site
from .intake.test_submissions import issue
from .kills import tree
from .photographs import quarters, saved
from .test_cli import ARTICLE, UNTIDY
from .test_starting import NAMED

NEWSROOM = str(Path(sys.executable).with_name("newsroom"))
PAGE = "docs/fa/news/kavan-meeting.md"
RUNS = {
    "addresses": ["addresses"],
    "build": ["build"],
    "check": ["check", "--fix", "--yes"],
    "compare": ["compare", "source.txt", "source.txt"],
    "date": ["date", "1 Tir 1403"],
    "edition": ["edition", "--site", "built"],
    "edition-key": ["edition-key", "../edition.key"],
    "explain": ["explain", "ملچین", PAGE],
    "image": ["image", "add", "photograph.jpg", "--article", "kavan-meeting"],
    "import": ["import", "source.txt"],
    "init": ["init", "fresh", *NAMED, "--engine", "newsroom==0.1.0"],
    "links": ["links", "--deadline", "0", "--output", "output"],
    "move": ["move", "kavan-meeting", "first-meeting"],
    "new": ["new", "person", "--fa", "سارا رستگار", "--en", "Sara Rastegar"],
    "receive": ["receive", "sent"],
    "schemas": ["schemas"],
    "serve": ["serve", "--port", "1"],
    "status": ["status"],
    "submit": ["submit", "--issue", "issue.json", "--into", "made"],
    "summary": ["summary", "--base", "HEAD"],
    "tidy": ["tidy", PAGE, "--yes"],
    "translate": ["translate", "--refresh", "--all"],
    "upgrade": ["upgrade"],
    "verify": ["verify", "kavan-meeting", "--sources", "raw", "--by", "x"],
    "verify-edition": ["verify-edition", "given.zip"],
    "withdraw": ["withdraw", "kavan-meeting", "--reason", "ساختگی بود.", "--reason", "Made up."],
}
"""Every command, at work on the record below."""
WRITING = {
    "addresses",
    "build",
    "check",
    "edition",
    "image",
    "import",
    "init",
    "links",
    "move",
    "new",
    "receive",
    "schemas",
    "submit",
    "tidy",
    "translate",
    "upgrade",
    "verify",
    "withdraw",
}
CHANGED = ORIGINAL.replace("Text.", "A new sentence.")
RAW = b"In Kavan the floor was Ilvar Melchin's.\n"
PRINTING = sorted({*RUNS} - {"serve", "translate"})


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which every command has something to do, committed."""
    root = write_small_record(tmp_path_factory.mktemp("prepared") / "record", {})
    add_engine(root)
    shutil.copytree(ROOT / ".github", root / ".github")
    (root / ARTICLE).write_text(CHANGED, encoding="utf-8")
    persian = (root / PAGE).read_text(encoding="utf-8")
    (root / PAGE).write_text(persian.replace("متن.", "شهرداری ها می روند."), encoding="utf-8")
    text = "Talks in Kavan\n\nMayor Anna Bellweather spoke on 21 June 2024.\n"
    (root / "source.txt").write_text(text, encoding="utf-8")
    (root / "photograph.jpg").write_bytes(saved(quarters()))
    (root / "raw").mkdir()
    (root / "raw" / "report.txt").write_bytes(RAW)
    digest = hashlib.sha256(RAW).hexdigest()
    source = (root / "data" / "sources" / "report.yml").read_text(encoding="utf-8")
    source = source.replace("0" * 64, digest)
    (root / "data" / "sources" / "report.yml").write_text(source, encoding="utf-8")
    told = {"number": 1, "body": issue(), "labels": [{"name": "submission"}]}
    (root / "issue.json").write_text(json.dumps(told), encoding="utf-8")
    sent = ["--root", str(root), "submit", "--issue", str(root / "issue.json")]
    made = CliRunner().invoke(main, [*sent, "--into", str(root / "sent")])
    assert made.exit_code == 0, made.output
    given = ["edition", "--site", str(write_site(root / "built")), "--into", str(root)]
    assert CliRunner().invoke(main, ["--root", str(root), *given]).exit_code == 0
    (root / "news-record.zip").rename(root / "given.zip")
    identity = ["-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "begin"]):
        subprocess.run(["git", *command], cwd=root, check=True, capture_output=True)
    return root


@pytest.fixture
def record(prepared: Path, tmp_path: Path) -> Path:
    return shutil.copytree(prepared, tmp_path / "record")


@pytest.fixture(scope="module")
def built(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same record with its site."""
    root = shutil.copytree(prepared, tmp_path_factory.mktemp("built") / "record")
    result = run(root, "build")
    assert result.returncode == 0, result.stderr
    return root


def have_something_to_write(root: Path, name: str) -> None:
    """The check puts right what keeps a build from going on, so it is there for the check alone.

    So is the older record of which other commands would warn for the upgrade.
    """
    if name == "check":
        (root / ARTICLE).write_text(UNTIDY, encoding="utf-8")
    if name == "upgrade":
        (root / "data" / "record.yml").unlink()


def run(root: Path, name: str, *before: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process that was forked; see `processes.run` for the options."""
    environment = {**os.environ, "TMPDIR": str(root.parent)}
    arguments = (*before, *RUNS[name])
    return processes.run(processes.COMMAND, *arguments, cwd=root, env=environment, **options)


def start(
    root: Path,
    name: str,
    *before: str,
    environment: Mapping[str, str] | None = None,
    **options: Any,
) -> subprocess.CompletedProcess[str]:
    """The command in a process that was started, with all that Python reads at its start."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
    return subprocess.run(
        [NEWSROOM, *before, *RUNS[name]],
        cwd=root,
        env={**os.environ, "TMPDIR": str(root.parent), **(environment or {})},
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
        **{**streams, **options},
    )


def failed_well(result: subprocess.CompletedProcess[str], *causes: str) -> bool:
    """Whether it ended with 1, one of the causes and no traceback."""
    told = result.stderr + result.stdout
    assert "Traceback" not in told, told
    assert "Exception ignored" not in told, told
    return result.returncode == 1 and any(cause in told for cause in causes)


def test_every_command_is_tried() -> None:
    assert set(RUNS) == set(COMMANDS)


ENCODINGS = {
    "ascii": {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    },
    "locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"},
    "latin": {"PYTHONIOENCODING": "latin-1"},
    "persian-windows": {"PYTHONIOENCODING": "cp1256"},
}


@pytest.mark.parametrize(("encoding", "name"), [*zip(ENCODINGS, sorted(WRITING), strict=False)])
def test_where_persian_cannot_be_printed_nothing_is_begun(
    record: Path, encoding: str, name: str
) -> None:
    """It is refused before the name of a command is read, so one an encoding will do."""
    before = tree(record)

    result = start(record, name, "--lang", "fa", environment=ENCODINGS[encoding])

    assert failed_well(result, "has no Persian letters"), result
    assert "hint: set PYTHONUTF8=1" in result.stderr
    assert tree(record) == before


@pytest.mark.parametrize("arguments", [["--help"], ["translate", "--help"], ["--version"], []])
def test_help_is_refused_there_as_well(arguments: list[str]) -> None:
    result = subprocess.run(
        [NEWSROOM, *arguments],
        env={**os.environ, **ENCODINGS["latin"]},
        capture_output=True,
        text=True,
        check=False,
    )

    assert failed_well(result, "has no Persian letters")


def test_plain_locale_of_c_is_no_obstacle(record: Path) -> None:
    """Python reads and prints UTF-8 there by itself."""
    environment = dict.fromkeys(("PYTHONUTF8", "PYTHONIOENCODING", "LANG"), "")

    result = start(record, "date", environment={"LC_ALL": "C", **environment})

    assert result.returncode == 0
    assert "۱ تیر ۱۴۰۳" in result.stdout


@contextmanager
def unread() -> Iterator[IO[str]]:
    """An output whose reader has gone away."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        yield stream


@pytest.mark.parametrize("name", PRINTING)
def test_full_output_is_told_of(record: Path, name: str) -> None:
    with Path("/dev/full").open("w") as full:
        result = run(record, name, "--lang", "fa", stdout=full)

    assert result.returncode == 1
    assert "خطا: خروجی نوشته نشد: دیسک پر است" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr


@pytest.mark.parametrize("name", PRINTING)
def test_reader_that_goes_away_is_no_failure_to_tell_of(record: Path, name: str) -> None:
    with unread() as output:
        told = run(record, name, stdout=output).stderr

    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert "BrokenPipe" not in told


@pytest.mark.parametrize("name", ["date", "explain"])
def test_command_that_is_started_ends_as_one_that_is_forked(record: Path, name: str) -> None:
    """What holds of the one in the tests around this holds of the other."""
    with Path("/dev/full").open("w") as full, unread() as output:
        pairs = [
            (start(record, name, **streams), run(record, name, **streams))
            for streams in ({}, {"stdout": full}, {"stdout": output})
        ]

    for started, forked in pairs:
        assert (started.returncode, started.stderr) == (forked.returncode, forked.stderr)
    assert [pair[0].returncode for pair in pairs][:2] == [0, 1]
    assert pairs[0][0].stdout == pairs[0][1].stdout != ""


@pytest.mark.parametrize("name", sorted(WRITING))
def test_file_that_may_not_grow_is_told_of_and_nothing_is_changed(record: Path, name: str) -> None:
    """A limit of the system stands for a quota: it fails at the same place, for any user."""
    have_something_to_write(record, name)
    (record / "output").write_text("")
    before = tree(record)

    result = run(record, name, "--lang", "fa", max_file=5)

    assert failed_well(result, "فایل از اندازهٔ مجاز بزرگ‌تر می‌شود"), result
    after = tree(record)
    if name == "links":
        after["output"] = b""  # what was added before the limit
    assert after == before


def is_mounting_allowed() -> bool:
    command = ["unshare", "--mount", "true"]
    return bool(shutil.which("unshare")) and subprocess.run(command, check=False).returncode == 0


needs_mounts = pytest.mark.skipif(not is_mounting_allowed(), reason="only root mounts disks")


@needs_mounts
@pytest.mark.parametrize("name", sorted(WRITING))
def test_disk_that_can_only_be_read_is_told_of(record: Path, name: str) -> None:
    have_something_to_write(record, name)
    mounting = f"mount --bind {record} {record}; mount -o remount,ro,bind {record}"

    result = run(record, name, mounting=mounting)

    assert failed_well(result, "the disk is read-only"), result


@needs_mounts
@pytest.mark.parametrize("size", [8, 300])
def test_disk_that_is_full_leaves_the_site_as_it_was(
    built: Path, tmp_path: Path, size: int
) -> None:
    """Full at the first file, in the midst of the pages, or with the last of the search index."""
    disk = tmp_path / "disk"
    disk.mkdir()
    program = f"""
mount -t tmpfs -o size=60m none {disk} && cp -r {built}/. {disk} && cd {disk} || exit 9
rm -rf .git
(cd site && find . -type f -exec sha256sum {{}} + | sort) > /dev/shm/before.$$
dd if=/dev/zero of={disk}/fill bs=4k 2>/dev/null
truncate --size=-{size}k {disk}/fill
{NEWSROOM} build; echo "code $?"
(cd site && find . -type f -exec sha256sum {{}} + | sort) | cmp - /dev/shm/before.$$ && echo same
rm /dev/shm/before.$$
ls -A | grep '^[.]site'
"""

    result = subprocess.run(
        ["unshare", "--mount", "sh", "-c", program], capture_output=True, text=True, check=False
    )

    told = result.stdout + result.stderr
    assert "code 1\nsame\n" in result.stdout, told
    assert "the disk is full" in told
    assert "Traceback" not in told
    assert result.stdout.endswith("same\n")  # and nothing hidden beside it


@needs_mounts
@pytest.mark.parametrize("kind", ["--zip", "--zim"])
def test_disk_that_is_full_holds_no_half_edition(built: Path, tmp_path: Path, kind: str) -> None:
    """libzim writes in threads of its own, whose errors end a process."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = f"mount -t tmpfs -o size=40k none {disk}"
    command = f"{NEWSROOM} edition {kind} --into {disk}"
    program = f"{mounting} && cd {built} || exit 9; {command}; echo code $?; ls -A {disk}"

    result = subprocess.run(
        ["unshare", "--mount", "sh", "-c", program], capture_output=True, text=True, check=False
    )

    assert result.stdout == "code 1\n", result
    assert "the disk is full" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", ["build", "schemas", "submit"])
def test_file_where_a_folder_is_expected_is_told_of(record: Path, name: str) -> None:
    (record / "file").write_text("x", encoding="utf-8")
    option = {"build": "--site-dir", "schemas": "--out", "submit": "--into"}[name]
    arguments = RUNS["submit"][:3] if name == "submit" else [name]

    result = processes.run(processes.COMMAND, *arguments, option, "file/folder", cwd=record)

    assert failed_well(result, "a part of the path is a file, not a folder", "already exists"), (
        result
    )


def test_interrupted_build_says_so_and_leaves_nothing(built: Path, tmp_path: Path) -> None:
    record = shutil.copytree(built, tmp_path / "record")
    before = tree(record)
    process = subprocess.Popen(
        [NEWSROOM, "--lang", "fa", "build"],
        cwd=record,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,  # as a terminal does, with all it has started
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not (record / ".site.new" / "index.html").exists():
        assert process.poll() is None
        time.sleep(0.01)

    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "خطا: پیش از پایان متوقف شد" in told
    assert "Traceback" not in told
    assert tree(record) == before


def test_prompt_that_nobody_answers_is_told_of_in_persian(record: Path) -> None:
    result = CliRunner().invoke(
        main, ["--root", str(record), "--lang", "fa", "tidy", str(record / PAGE)], input=""
    )

    assert result.exit_code == 1
    assert "خطا: پیش از پایان متوقف شد" in result.output


def test_name_that_is_no_text_can_be_printed(record: Path) -> None:
    file = os.fsencode(record) + b"/\xff.txt"
    with open(file, "wb") as stream:  # noqa: PTH123  # such a name makes no Path to write here
        stream.write(b"\xff")

    result = subprocess.run(
        [NEWSROOM.encode(), b"tidy", file], cwd=record, capture_output=True, check=False
    )

    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert rb"\udcff.txt:1: error: byte 0xff" in result.stderr


TRACEBACK = """INFO    -  Building
Traceback (most recent call last):
  File "{root}/.venv/lib/x.py", line 3, in build
    open(x)
{last}
""".splitlines()


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("OSError: [Errno 28] No space left on device", "the system reported: the disk is full"),
        (
            "PermissionError: [Errno 13] Permission denied: '/x/site'",
            "'/x/site': permission denied",
        ),
        ("ValueError: no number", "the build stopped: ValueError: no number"),
    ],
)
def test_traceback_of_another_program_becomes_a_sentence(last: str, expected: str) -> None:
    crash = crash_in([line.format(root="/record", last=last) for line in TRACEBACK])

    assert crash is not None
    assert str(crash.told(Path("/record"))) == expected
    assert crash_in(["INFO    -  Building"]) is None


def test_broken_template_is_named_with_its_line(record: Path) -> None:
    template = record / "overrides" / "article.html"
    template.write_text("{# one #}\n{% broken", encoding="utf-8")

    result = run(record, "build")

    assert failed_well(result, "'overrides/article.html', line 2: ")
    assert "hint: 'site' is unchanged" in result.stderr


@pytest.mark.parametrize(
    ("shell", "name", "error"),
    [
        ("newsroom", "{% if shwon %}{% endif %}", "'shwon' is undefined"),
        ("material", "{{ shown.titel }}", "has no attribute 'titel'"),
    ],
)
def test_name_a_template_is_not_given_is_told_with_its_line(
    record: Path, shell: str, name: str, error: str
) -> None:
    settings = record / "mkdocs.yml"
    written = settings.read_text(encoding="utf-8").replace("shell: newsroom", f"shell: {shell}")
    settings.write_text(written, encoding="utf-8")
    template = record / "overrides" / "guide.html"
    lines = template.read_text(encoding="utf-8").split("<h1", 1)
    template.write_text(f"{lines[0]}{name}<h1{lines[1]}", encoding="utf-8")

    result = run(record, "build")

    line = lines[0].count("\n") + 1
    assert failed_well(result, f"'overrides/guide.html', line {line}: ")
    assert error in result.stderr
