import datetime
import errno
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import COMMANDS, main
from newsroom.adapters.cli.scaffolds import new
from newsroom.record.kept import FOLDER
from newsroom.site.folders import claim

from . import processes
from .conftest import (
    EVENT,
    ORIGINAL,
    PAGE,
    ROOT,
    SOURCE,
    TRANSLATION,
    WriteRecord,
    add_engine,
    build,
    write_small_record,
)

ARTICLE = "docs/en/news/kavan-meeting.md"
COUNTERPART = "docs/fa/news/kavan-meeting.md"


@pytest.fixture
def record(write_record: WriteRecord) -> Path:
    root = write_record()
    add_engine(root)
    return root


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the record as it is before a test changes it."""
    root = write_small_record(tmp_path_factory.mktemp("built") / "record", {})
    add_engine(root)
    result = run(root, "build")
    assert result[0] == 0, result[1]
    return root / "site"


@pytest.fixture
def built(record: Path, small_site: Path) -> Path:
    """The record with its site."""
    shutil.copytree(small_site, record / "site")
    return record


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(root), *arguments])
    return result.exit_code, result.output


def digest(folder: Path) -> str:
    """Of all files but what is kept for the next time."""
    files = sorted(
        file for file in folder.rglob("*") if file.is_file() and file.parent.name != FOLDER
    )
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def test_check_says_that_all_is_well(record: Path) -> None:
    assert run(record, "check") == (0, "No problems: 1 articles, 2 participants, 1 events\n")


def test_check_prints_every_problem_and_exits_1(record: Path) -> None:
    (record / ARTICLE).write_text(ORIGINAL.replace("kavan", "kavn"), encoding="utf-8")

    code, output = run(record, "check")

    assert code == 1
    assert f"{ARTICLE}:4: error: unknown place 'kavn'  [place-unknown]" in output
    assert "  hint: did you mean 'kavan'?" in output


def test_folder_without_a_record_is_a_usage_error(tmp_path: Path) -> None:
    code, output = run(tmp_path, "check")

    assert code == 2
    assert "has no mkdocs.yml" in output


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("data/people/broken.yml", b"name: [\n", "data/people/broken.yml:2: error: not valid YAML"),
        (ARTICLE, ORIGINAL.replace("place: kavan", "place: kavn").encode(), "[place-unknown]"),
        ("data/events/meeting.yml", b"date: \xff\n", "data/events/meeting.yml:1: error: byte 0xff"),
        (ARTICLE, b"Tehran: the meeting began.\n", f"{ARTICLE}:1: error: the page does not begin"),
        (
            ARTICLE,
            ORIGINAL.replace("title: A", "title: <b>").encode(),
            f"{ARTICLE}:2: error: 'title'",
        ),
    ],
)
def test_build_refuses_bad_content_and_leaves_the_site_alone(
    built: Path, path: str, content: bytes, expected: str
) -> None:
    before = digest(built / "site")
    (built / path).write_bytes(content)

    code, output = run(built, "build")

    assert code == 1
    assert expected in output
    assert "Traceback" not in output
    assert digest(built / "site") == before
    assert not [file for file in built.iterdir() if file.name.startswith(".site")]


def test_build_that_fails_later_leaves_the_site_alone(built: Path) -> None:
    before = digest(built / "site")
    (built / "overrides" / "article.html").write_text("{% broken", encoding="utf-8")

    code, output = run(built, "build")

    assert code == 1
    assert "is unchanged" in output
    assert digest(built / "site") == before


@pytest.mark.parametrize(
    ("path", "text", "is_served"),
    [
        (COUNTERPART, TRANSLATION.replace("ی", "ي"), True),
        (ARTICLE, ORIGINAL.replace("place: kavan", "place: kavn"), False),
    ],
    ids=["words", "form"],
)
def test_serve_shows_a_page_with_problems_of_its_words(
    record: Path, path: str, text: str, is_served: bool
) -> None:
    (record / path).write_text(text, encoding="utf-8")
    port, page = free_port(), ""
    with serving(record, "serve", "--port", str(port)) as server:
        while server.poll() is None and not page:
            page = fetch(f"http://127.0.0.1:{port}/news/kavan-meeting.html")
            time.sleep(0.1)
    output = said_by(record)

    assert ("ي" in page) == is_served
    assert ("can preview the site as it is" in output) == is_served
    assert "error: " in output
    assert "Traceback" not in output


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_build_says_where_the_time_went(record: Path, lang: str) -> None:
    code, output = run(record, "--lang", lang, "build", "--timings")

    rows = re.findall(r"^(.+): ([\d,٬]+) \S+ \(([\d]+) ?[%٪]\)$", output, re.MULTILINE)
    assert code == 0 and len(rows) == 9, output
    assert 95 <= sum(int(share) for *_, share in rows) <= 105
    taken = {name: int(re.sub("[,٬]", "", milliseconds)) for name, milliseconds, _ in rows}
    assert all(taken[name] > 0 for name in [*taken][:4])
    assert ("pages" in taken) == (lang == "en") and ("صفحه‌ها" in taken) == (lang == "fa")


def fetch(address: str) -> str:
    """A page as a browser gets it; empty while nobody answers."""
    with suppress(OSError), urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())
    return ""


def wait_for(words: str, address: str) -> str:
    end, page = time.monotonic() + 120, ""
    while words not in page and time.monotonic() < end:
        time.sleep(0.2)
        page = fetch(address)
    return page


def test_preview_tells_of_problems_in_persian_and_keeps_no_browser_waiting(record: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/news/kavan-meeting.html"
    page = record / ARTICLE
    with serving(record, "--lang", "fa", "serve", "--port", str(port)):
        assert "ملچین" in wait_for("ملچین", address)
        page.write_text(ORIGINAL.replace("place: kavan", "place: kavn"), encoding="utf-8")
        broken = wait_for("مکانی با شناسه", address)
        style = fetch(f"http://127.0.0.1:{port}/assets/newsroom.css")
        page.write_text(ORIGINAL, encoding="utf-8")
        mended = wait_for("ملچین", address)
    output = said_by(record)

    assert f'<code dir="ltr">{ARTICLE}:4</code><br>مکانی با شناسهٔ «kavn» وجود ندارد' in broken
    assert "منظورتان «kavan» است؟" in broken
    assert '<html lang="fa" dir="rtl">' in broken
    assert style
    assert "ملچین" in mended
    assert f"{ARTICLE}:4: خطا: مکانی با شناسهٔ «kavn» وجود ندارد  [place-unknown]" in output
    assert "Traceback" not in output
    assert not re.search(r"(?m)^(INFO|ERROR|WARNING)|[Aa]borted|Detected|Serving", output)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(record: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The command as a process, interrupted at the end as an editor does; see `said_by`."""
    command = str(Path(sys.executable).with_name("newsroom"))
    with (
        record.with_name("said.txt").open("w", encoding="utf-8") as said,
        subprocess.Popen(
            (command, "--root", str(record), *arguments),
            stdout=said,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # MkDocs is a process of its own, and stopped with it
            # A suite that runs in the background of a shell hands on that it is not interrupted.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as server,
    ):
        try:
            yield server
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGINT)


def said_by(record: Path) -> str:
    """What a server printed that has come to its end."""
    return record.with_name("said.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "port {} cannot be used; give another with --port\n"),
        ("fa", "پورت {} در دسترس نیست؛ با `--port` پورت دیگری بدهید\n"),
    ],
)
def test_busy_port_is_one_sentence_before_anything_is_built(
    record: Path, lang: str, sentence: str
) -> None:
    spoil(record)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        result = run(record, "--lang", lang, "serve", "--port", port)

    assert result == (1, sentence.format(port))


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "port {} cannot be used; give another with --port"),
        ("fa", "پورت {} در دسترس نیست؛ با `--port` پورت دیگری بدهید"),
    ],
)
def test_port_that_is_taken_while_the_site_is_built_is_one_sentence(
    record: Path, lang: str, sentence: str
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])

        result = processes.run(
            processes.MKDOCS,
            *("serve", "--quiet", "-a", f"127.0.0.1:{port}"),
            cwd=record,
            env={**os.environ, "NEWSROOM_LANG": lang},
        )

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1:] == [sentence.format(port)]
    assert "Traceback" not in result.stderr


def test_folder_with_other_files_is_never_replaced(record: Path, tmp_path: Path) -> None:
    precious = tmp_path / "home" / "letter.txt"
    precious.parent.mkdir()
    precious.write_text("dear", encoding="utf-8")

    code, output = run(record, "build", "--site-dir", str(precious.parent))

    assert code == 2
    assert "contains other files" in output
    assert precious.read_text(encoding="utf-8") == "dear"


def start_build(root: Path) -> subprocess.Popen[str]:
    """A build of its own, in the midst of its work."""
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("newsroom")), "build"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while not (root / ".site.new" / "index.html").exists():
        assert process.poll() is None, process.communicate()[0]
        time.sleep(0.01)
    return process


def test_second_build_refuses_and_says_who_is_at_it(record: Path) -> None:
    first = start_build(record)
    os.kill(first.pid, signal.SIGSTOP)  # it is still at it when the others come

    second = run(record, "build")
    by_mkdocs = build(record, record / "site")

    os.kill(first.pid, signal.SIGCONT)
    first.communicate(timeout=60)
    assert (first.returncode, second[0]) == (0, 1)
    assert f"another build of '{record}/site' is running, process {first.pid}" in second[1]
    assert by_mkdocs.returncode == 1
    assert f"is running, process {first.pid}" in by_mkdocs.stderr
    assert (record / "site" / "index.html").is_file()
    assert (record / "site" / "search" / "tables.js").is_file()
    assert not [file for file in record.iterdir() if file.name.startswith(".site")]
    assert "No problems" not in second[1]  # it does not even begin


def test_killed_build_leaves_the_site_and_hinders_no_other(built: Path) -> None:
    """What it has started goes on for a while, and nobody else builds in its folder meanwhile."""
    before = digest(built / "site")
    killed = start_build(built)
    killed.kill()
    with killed:  # closes what it has printed to
        killed.wait()

    code, output = run(built, "build")
    while code == 1 and "is running" in output:
        time.sleep(0.1)
        code, output = run(built, "build")

    assert code == 0, output
    assert digest(built / "site") == before
    assert not [file for file in built.iterdir() if file.name.startswith(".site")]


@pytest.mark.parametrize("command", [["check"], ["status"], ["date", "1 Tir 1403"], ["build"]])
def test_any_command_puts_a_site_back_that_a_kill_has_taken_away(
    record: Path, command: list[str]
) -> None:
    claim(record / "site")
    (record / "site" / "index.html").write_text("old", encoding="utf-8")
    (record / "site").rename(record / ".site.old")
    claim(record / ".site.new")

    code, output = run(record, *command)

    assert code == 0
    assert "'site' was restored after an interrupted build" in output
    assert (record / "site" / "index.html").is_file()
    assert not [file for file in record.iterdir() if file.name.startswith(".site")]


@pytest.mark.parametrize("is_changed", [False, True])
def test_any_command_finishes_or_takes_back_what_a_kill_has_cut_off(
    record: Path, is_changed: bool
) -> None:
    program = (
        "import os, sys; from pathlib import Path; from newsroom.intake import journal\n"
        "journal.Change.apply = lambda self: os._exit(9)\n"
        "journal.change_files(Path(sys.argv[1]), {'proposals/a.yml': 'a', 'proposals/b.yml': 'b'})"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(record)], check=False)
    (record / "proposals").mkdir()
    if is_changed:
        (record / "proposals" / "b.yml").write_text("by hand", encoding="utf-8")

    code, output = run(record, "--lang", "fa", "status")

    assert (killed.returncode, code) == (9, 0)
    told = "برگردانده شد" if is_changed else "فرمان قبلی کامل شد: proposals/a.yml, proposals/b.yml"
    assert told in output
    left = {file.name: file.read_text() for file in (record / "proposals").iterdir()}
    assert left == ({"b.yml": "by hand"} if is_changed else {"a.yml": "a", "b.yml": "b"})
    assert not [file for file in record.iterdir() if file.name.startswith(".newsroom")]


def test_mkdocs_by_itself_empties_no_foreign_folder(record: Path, tmp_path: Path) -> None:
    precious = tmp_path / "home"
    precious.mkdir()
    (precious / "sitemap.xml").write_text("dear", encoding="utf-8")

    result = build(record, precious)

    assert result.returncode == 1
    assert "lacks '.newsroom-site', which marks a folder built by newsroom" in result.stderr
    assert [file.name for file in precious.iterdir()] == ["sitemap.xml"]


def test_earlier_site_without_a_mark_is_left_to_its_owner(record: Path) -> None:
    (record / "site").mkdir()
    (record / "site" / "sitemap.xml").write_text("old", encoding="utf-8")

    code, output = run(record, "--lang", "fa", "build")

    assert code == 2
    assert (
        f"خطا: «{record}/site» فایل «.newsroom-site» را ندارد که نشانهٔ سایت ساختهٔ این برنامه است"
        in output
    )
    assert "راهنمایی: اگر سایت قبلی است خودتان آن را پاک کنید" in output
    assert (record / "site" / "sitemap.xml").read_text(encoding="utf-8") == "old"


def test_preview_and_build_do_not_mind_each_other(record: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("newsroom")), "serve", "--port", str(port)]
    server = subprocess.Popen(
        command,
        cwd=record,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert run(record, "build")[0] == 0
        page = ""
        while server.poll() is None and not page:
            with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/timeline.html") as it:
                page = it.read().decode()
            time.sleep(0.1)
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.wait()
    assert "<html" in page


def test_names_of_what_a_kill_leaves_are_ignored_by_git(record: Path) -> None:
    shutil.copy(ROOT / ".gitignore", record)
    git(record, "init", "-q")
    left = [".newsroom/plan.json", ".newsroom.lock", "docs/fa/news/.a.md.newsroom"]
    left += [".site.new/index.html", ".site.old/index.html", ".site.lock", "site/index.html"]

    told = subprocess.run(
        ["git", "check-ignore", *left], cwd=record, capture_output=True, text=True, check=False
    )

    assert told.stdout.split() == left


def test_compare_shows_what_a_page_shares_with_its_source(record: Path, tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("one two three four five six seven eight nine", encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text("Intro\n\nOne two three four five six seven eight!\n", encoding="utf-8")

    code, output = run(record, "compare", str(page), str(source))

    assert code == 0
    assert f"{page}:3: One two three four five six seven eight\n" in output


NAMED = [[], *([name] for name in COMMANDS), *(["new", name] for name in new.commands)]


@pytest.mark.parametrize("command", NAMED, ids=" ".join)
def test_every_command_explains_itself_with_an_example(command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--help"])

    assert result.exit_code == 0
    assert "Example:" in result.output


def test_tidy_shows_a_diff_and_asks_before_it_writes(record: Path) -> None:
    page = record / "docs" / "fa" / "news" / "kavan-meeting.md"
    page.write_text(TRANSLATION.replace("متن.", "شهرداری ها می روند."), encoding="utf-8")
    right = TRANSLATION.replace("متن.", "شهرداری\u200cها می\u200cروند.")

    code, output = run(record, "tidy", str(page), "--yes")

    assert code == 0
    assert "-شهرداری ها می روند.\n+شهرداری\u200cها می\u200cروند." in output
    assert f"{page}:11: 'می روند' → 'می\u200cروند'" in output
    assert page.read_text(encoding="utf-8") == right


def test_tidy_that_is_not_confirmed_writes_nothing(record: Path) -> None:
    page = record / "docs" / "fa" / "news" / "kavan-meeting.md"
    page.write_text(TRANSLATION.replace("متن", "علي"), encoding="utf-8")

    code, _ = run(record, "tidy", str(page))

    assert code == 1
    assert "علي" in page.read_text(encoding="utf-8")


def test_tidy_reads_standard_input_and_writes_the_result(record: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(record), "tidy", "-"], input="می رود 12\n")

    assert result.stdout == "می\u200cرود ۱۲\n"
    assert "2 change(s), 0 doubtful word(s)" in result.stderr


def test_tidy_knows_the_names_of_the_record(record: Path) -> None:
    entry = "name: {fa: ریزی جیرزاده, en: Rizi Jirzade}\n"
    (record / "data/people/rizi.yml").write_text(entry, encoding="utf-8")

    tidied = CliRunner().invoke(
        main,
        ["--root", str(record), "tidy", "-"],
        input="پیشنهاد ریزی جیرزاده\nپیشنهاد ریزی شهری\n",
    )

    assert tidied.stdout == "پیشنهاد ریزی جیرزاده\nپیشنهادریزی شهری\n"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a\x00", b"12"])
def test_tidy_refuses_what_is_no_text(record: Path, data: bytes) -> None:
    file = record / "raw.txt"
    file.write_bytes(data)

    code, output = run(record, "tidy", str(file), "--yes")

    assert code == 1
    assert "raw.txt:1: error:" in output
    assert file.read_bytes() == data


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (
            ["اول تیر ۱۴۰۳"],
            ["2024-06-21", "fa: ۱ تیر ۱۴۰۳ (۲۱ ژوئن ۲۰۲۴)", "en: 21 June 2024 (1 Tir 1403)"],
        ),
        (["1 to 4 Tir", "--near", "تیر ۱۴۰۳"], ["2024-06-21/2024-06-24", "inferred: the phrase"]),
        (["10 آذر 1402 - 14:35"], ["2023-12-01 14:35"]),
    ],
)
def test_date_prints_what_a_phrase_means(
    record: Path, arguments: list[str], lines: list[str]
) -> None:
    code, output = run(record, "date", *arguments)

    assert code == 0
    assert all(line in output for line in lines), output


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["شنبه ۱۶ مهر ۱۴۰۳"], 1, "is a Monday, not a Saturday"),
        (["first of Tir"], 1, "has no year"),
        (["Sunday", "--near", "soon"], 2, "no date found in 'soon'"),
    ],
)
def test_date_says_why_a_phrase_means_none(
    record: Path, arguments: list[str], code: int, reason: str
) -> None:
    result = run(record, "date", *arguments)

    assert result[0] == code
    assert reason in result[1]


SOURCE_TEXT = "Talks in Kavan\n\nMayor Anna Bellweather spoke on 21 June 2024.\n\nShare\n"


def test_import_writes_a_pair_of_drafts_and_says_what_it_did(record: Path, tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text(SOURCE_TEXT, encoding="utf-8")

    dry_code, dry = run(record, "import", str(source), "--dry-run")
    before = digest(record)
    code, output = run(record, "import", str(source), "--retrieved", "2024-06-30")
    again_code, again = run(record, "import", str(source))

    assert (dry_code, code, again_code) == (0, 0, 1)
    assert "would write (4)" in dry
    assert "docs/fa/news/talks-in-kavan.md" in dry
    assert f"{source}:5: Share  (rule 'Share')" in output
    assert "Anna Bellweather (person, 'mayor')" in output
    assert "21 June 2024 (1 Tir 1403)" in output
    assert "[source-known]" in again
    assert digest(record) != before
    assert run(record, "check")[0] == 0
    original = (record / "docs" / "en" / "news" / "talks-in-kavan.md").read_text(encoding="utf-8")
    assert f"\nadded: {datetime.date.today()}\n---" in original
    assert (
        "retrieved: 2024-06-30"
        in next((record / "data" / "sources").glob("source-*.yml")).read_text()
    )


def test_import_reads_standard_input(record: Path) -> None:
    result = CliRunner().invoke(
        main, ["--root", str(record), "import", "-", "--dry-run"], input=SOURCE_TEXT
    )

    assert result.exit_code == 0
    assert "<stdin>:" in result.output  # what the engine takes off a source is told with its line


@pytest.mark.parametrize(
    ("data", "arguments", "code", "expected"),
    [
        (b"\xff\xfe", [], 1, ":1: error: "),
        ("سلام دنيا".encode("cp1256"), ["--encoding", "nope"], 1, "[source-encoding]"),
        (b"some words here", ["--slug", "Not A Slug"], 1, "[id-form]"),
        (b"some words here", ["--slug", "kavan-meeting"], 1, "[file-exists]"),
        (b"some words here", ["--near", "soon"], 2, "no date found"),
    ],
)
def test_import_refuses_with_one_message_and_writes_nothing(
    record: Path, tmp_path: Path, data: bytes, arguments: list[str], code: int, expected: str
) -> None:
    source = tmp_path / "source.txt"
    source.write_bytes(data)
    before = digest(record)

    result = run(record, "import", str(source), *arguments)

    assert result[0] == code
    assert expected in result[1]
    assert "Traceback" not in result[1]
    assert digest(record) == before


def test_import_compares_a_page_as_compare_does(record: Path, tmp_path: Path) -> None:
    source, page = tmp_path / "source.txt", tmp_path / "page.md"
    source.write_text("Ilvar Melchin one two three four five six seven eight", encoding="utf-8")
    page.write_text("Ilvar Melchin one two three four five six seven\n", encoding="utf-8")

    assert run(record, "import", "--compare", str(page), str(source)) == (
        0,
        "0 shared run(s) of words\n",
    )
    page.write_text("Ilvar Melchin one two three four five six seven eight\n", encoding="utf-8")
    assert run(record, "import", "--compare", str(page), str(source)) == run(
        record, "compare", str(page), str(source)
    )


NAMES = ["--fa", "سارا رستگار", "--en", "Sara Rastegar"]


@pytest.mark.parametrize(
    ("arguments", "path", "expected"),
    [
        (["person", *NAMES, "--city", "kavan"], "data/people/sara-rastegar.yml", "city: kavan"),
        (["organisation", *NAMES], "data/organisations/sara-rastegar.yml", "kind: body"),
        (["place", "--fa", "یزد", "--en", "Yazd"], "data/places/yazd.yml", "kind: city"),
        (
            ["place", "--iso", "IR", "--id", "iran", "--kind", "country"],
            "data/places/iran.yml",
            "iso: IR",
        ),
        (
            [
                "event",
                "--date",
                "اول تیر ۱۴۰۳",
                "--fa",
                "نشستی",
                "--en",
                "A talk",
                "--source",
                "report",
            ],
            "data/events/a-talk-2024.yml",
            "date: 2024-06-21",
        ),
        (
            [
                "event",
                "--date",
                "مرداد ۱۳۹۹",
                "--fa",
                "نشستی",
                "--en",
                "A talk",
                "--source",
                "report",
            ],
            "data/events/a-talk-2020.yml",
            "date: 2020-07-22/2020-08-21\nwithin: true\n",
        ),
        (
            ["article", "--title", "Talks: the end", "--source", "report"],
            "docs/en/news/talks-the-end.md",
            'title: "Talks: the end"',
        ),
        (
            ["article", "--title", "پایان گفت‌وگو", "--slug", "talks", "--source", "report"],
            "docs/en/news/talks.md",
            "translation: {of: fa}",
        ),
        (
            ["article", "--title", "Opening day", "--source", "report"],
            "docs/en/news/opening-day.md",
            f"source: report\nadded: {datetime.date.today()}\n",
        ),
    ],
)
def test_new_writes_what_keeps_every_rule(
    record: Path, arguments: list[str], path: str, expected: str
) -> None:
    source = record / "data" / "sources" / "report.yml"
    source.write_text(SOURCE.replace("not_before", "published"), encoding="utf-8")

    code, output = run(record, "new", *arguments)

    assert code == 0, output
    assert expected in (record / path).read_text(encoding="utf-8")
    assert run(record, "check")[0] == 0, run(record, "check")[1]


ODD = [
    ("يك نشست كوتاه", "Plain title"),
    ("نشست: «آغاز» تازه", 'Talks: a "new" start'),
    ("<b>نشست</b>", "<script>alert(1)</script>"),
    ("نشست\u2028دوم", "Two\u2028lines"),
    ("نشست\ufffd", "A lost \ufffd letter"),
    ("نشست\u202eدوم", "Turned\u202e round"),
    ("ط´ظ‡ط±", "The mayorâ€™s plan"),
    ("نشست\\nدوم", "Talks\\nin Kavan"),
    ("نشست " * 200, "Talks " * 200),
    ("—", "…"),
    ("{#aims} [x][y]", "{#aims} [x][y]"),
    ("'نشست'", "- 'true' # no"),
    ("  نشست   دوم ", " Two   spaces\there "),
    ("نشستKavan", "Kазань"),
    ("خانه\u200cی نو", "Cafe\u0301"),
    ("نشست TODO", "TODO"),
    ("قاوان", "Kavan"),
    ("null", "yes"),
    ("۱۴۰۳", "1403"),
]


def test_new_writes_nothing_the_check_refuses(record: Path) -> None:
    copy = record / "copy.txt"
    outputs, written = [], set()
    for at, (fa, en) in enumerate(ODD):
        # Two entries of one name are refused for that alone.
        names = ("--fa", fa, "--en", en, "--id")
        others = ("--fa", f"{fa} نو", "--en", f"{en} new", "--id")
        third = ("--fa", f"{fa} دیگر", "--en", f"{en} other", "--id")
        copy.write_text(f"{at}", encoding="utf-8")
        # The three kinds of participants are written by the same code: they take turns.
        participant = (
            ("person", *names, f"a-{at}"),
            ("organisation", *others, f"b-{at}"),
            ("place", *third, f"c-{at}"),
        )[at % 3]
        for kind, *arguments in (
            participant,
            ("event", *names, f"d-{at}", "--date", "2024-06-21", "--source", "report"),
            ("article", "--title", fa, "--lang", "fa", "--slug", f"e-{at}", "--source", "report"),
            ("article", "--title", en, "--lang", "en", "--slug", f"f-{at}", "--source", "report"),
            ("source", str(copy), "--title", en, "--lang", "en", "--id", f"g-{at}"),
        ):
            code, output = run(record, "new", kind, *arguments)
            outputs.append(output)
            written |= {kind} if code == 0 else set()

    assert not [output for output in outputs if "Traceback" in output]
    assert written == {"person", "organisation", "place", "event", "article", "source"}
    assert run(record, "check")[0] == 0, run(record, "check")[1]


def test_new_source_keeps_the_digest_of_its_copy(record: Path, tmp_path: Path) -> None:
    copy = tmp_path / "page.html"
    copy.write_bytes(b"<p>Talks</p>")
    arguments = [
        "new",
        "source",
        str(copy),
        "--title",
        "Talks in Kavan",
        "--published",
        "۳ تیر ۱۴۰۳",
    ]

    code, output = run(record, *arguments, "--retrieved", "2024-07-01")

    assert code == 0, output
    assert (record / "data" / "sources" / "talks-in-kavan-2024.yml").read_text(
        encoding="utf-8"
    ) == (
        "title: Talks in Kavan\nlanguage: en\npublished: 2024-06-23\nretrieved: 2024-07-01\n"
        f"sha256: {hashlib.sha256(b'<p>Talks</p>').hexdigest()}\n"
    )
    assert run(record, "check")[0] == 0
    assert "[source-known]" in run(record, *arguments, "--id", "other")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["person", "--en", "Sara"], 2, "give --fa"),
        (["person", *NAMES, "--city", "kavn"], 1, "unknown place 'kavn'  [place-unknown]"),
        (["person", "--fa", "سارا", "--en", "سارا"], 1, "[id-form]"),
        (["person", *NAMES, "--id", "kavan"], 1, "[id-duplicate]"),
        (["person", "--fa", "<b>", "--en", "Sara"], 1, "[text-markup]"),
        (["place", *NAMES, "--iso", "iran"], 1, "[value-form]"),
        (["event", "--date", "soon", *NAMES, "--source", "report"], 2, "no date found"),
        (["event", "--date", "2024", *NAMES, "--source", "x"], 1, "[source-unknown]"),
        (["article", "--title", "Kavan meeting", "--source", "report"], 1, "[file-exists]"),
        (["article", "--title", "عنوان", "--source", "report"], 2, "give --slug"),
    ],
)
def test_new_refuses_and_writes_nothing(
    record: Path, arguments: list[str], code: int, expected: str
) -> None:
    before = digest(record)

    result = run(record, "new", *arguments)

    assert result[0] == code
    assert expected in result[1]
    assert digest(record) == before


def test_new_asks_for_what_is_not_given(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.adapters.cli.scaffolds.is_asked", lambda: True)

    result = CliRunner().invoke(
        main, ["--root", str(record), "new", "person", "--en", "Sara"], input="سارا\n"
    )

    assert result.exit_code == 0
    assert (record / "data" / "people" / "sara.yml").read_text(encoding="utf-8") == (
        "name: {fa: سارا, en: Sara}\n"
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "en",
            [
                "The name in Persian (--fa): ",
                "In one sentence what belongs to it, in English (--ab",
            ],
        ),
        ("fa", ["نام به فارسی (--fa): ", "چه چیزی به آن مربوط است؛ به انگلیسی (--about-en): "]),
    ],
)
def test_topic_is_asked_for_in_the_language_of_the_editor(
    record: Path, monkeypatch: pytest.MonkeyPatch, lang: str, words: list[str]
) -> None:
    monkeypatch.setattr("newsroom.adapters.cli.scaffolds.is_asked", lambda: True)
    answers = "بندرها\nHarbours\nهمهٔ بندرها.\nAll harbours.\n"

    command = ["--root", str(record), "--lang", lang, "new", "topic"]
    result = CliRunner().invoke(main, command, input=answers)

    assert result.exit_code == 0, result.output
    assert all(it in result.output for it in words)
    assert run(record, "check")[0] == 0
    assert (record / "data" / "topics" / "harbours.yml").read_text(encoding="utf-8") == (
        "name: {fa: بندرها, en: Harbours}\nabout: {fa: همهٔ بندرها., en: All harbours.}\n"
    )


def test_translate_makes_the_counterpart_with_sections_and_names(record: Path) -> None:
    (record / "docs" / "fa" / "news" / "kavan-meeting.md").unlink()

    code, output = run(record, "translate", "kavan-meeting")

    text = (record / "docs" / "fa" / "news" / "kavan-meeting.md").read_text(encoding="utf-8")
    assert code == 0, output
    assert f"translation:\n  of: en\n  date: {datetime.date.today()}\n  sections:\n" in text
    assert "* [ایلوار ملچین][ilvar-melchin]" in text
    assert "{#aims}" in text
    assert "~~~~ source\nA meeting in Kavan" in text
    assert "is not published either" in output
    assert run(record, "check")[0] == 0
    assert "--refresh kavan-meeting" in run(record, "translate", "kavan-meeting")[1]
    assert "did you mean 'kavan-meeting'?" in run(record, "translate", "kavan-meting")[1]


@pytest.mark.parametrize(
    "heading",
    ["## Aims", "Aims\n----", "> ## Aims", "## Aims {.wide}", "## Aims {#}", "* ## Aims", "# Aims"],
)
def test_translate_makes_up_no_id(record: Path, heading: str) -> None:
    (record / COUNTERPART).unlink()
    text = ORIGINAL.replace("## Aims {#aims}", f"{heading}\n\nText.\n\n## More {{#more}}")
    (record / ARTICLE).write_text(text, encoding="utf-8")

    code, output = run(record, "translate", "kavan-meeting")

    written = (record / COUNTERPART).read_text(encoding="utf-8")
    found = [line for line in written.partition("~~~~")[0].split("\n") if line.startswith("#")]
    assert code == 0, output
    assert "None" not in written
    assert found == ["## عنوان بخش را بنویسید", "## عنوان بخش را بنویسید {#more}"]
    rules = {line.rpartition("[")[2] for line in run(record, "check")[1].split("\n") if "[" in line}
    assert rules <= {"heading-id]", "heading-level]"}


def test_translation_in_hand_leaves_a_lone_original_published(record: Path) -> None:
    wanted = ORIGINAL.replace(
        "---\n\nIlvar", "translation_wanted: {since: 2024-07-02}\n---\n\nIlvar"
    )
    (record / ARTICLE).write_text(wanted, encoding="utf-8")
    (record / COUNTERPART).unlink()
    before = run(record, "check")

    code, output = run(record, "translate", "kavan-meeting")

    assert (code, "withheld" in output) == (0, False)
    assert run(record, "check") == before
    assert before[1].startswith("No problems: 1 articles")


def test_refresh_records_the_original_as_it_is_and_says_what_changed(record: Path) -> None:
    (record / ARTICLE).write_text(ORIGINAL.replace("Text.", "A new sentence."), encoding="utf-8")
    today = datetime.date.today()
    body = (record / COUNTERPART).read_text(encoding="utf-8").partition("---\n\n")[2]

    code, output = run(record, "translate", "--refresh", "kavan-meeting")

    assert code == 0
    assert output == (
        "kavan-meeting: changed since 2024-07-01\n"
        "  aims: 1 new or changed, 0 removed\n    13: A new sentence.\n"
    )
    text = (record / COUNTERPART).read_text(encoding="utf-8")
    assert f"translation:\n  of: en\n  date: {today}\n" in text
    assert text.endswith(f"---\n\n{body}")
    assert "[translation-" not in run(record, "check")[1]
    assert run(record, "translate", "--refresh", "--all") == (
        0,
        "kavan-meeting: already recorded\n",
    )
    assert (record / COUNTERPART).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("path", "before", "after", "expected"),
    [
        (ARTICLE, "place:", "draft: true\nplace:", "is still a draft"),
        (COUNTERPART, "متن.", "~~~~ source\nText.\n~~~~", "still contains the text to translate"),
    ],
)
def test_refresh_refuses_what_is_not_finished(
    record: Path, path: str, before: str, after: str, expected: str
) -> None:
    text = (record / path).read_text(encoding="utf-8").replace(before, after, 1)
    (record / path).write_text(text, encoding="utf-8")
    written = digest(record)

    code, output = run(record, "translate", "--refresh", "kavan-meeting")

    assert (code, expected in output) == (1, True)
    assert digest(record) == written


def test_refresh_of_one_that_fails_changes_none(record: Path) -> None:
    other = record / "docs" / "en" / "news" / "other.md"
    other.write_text(ORIGINAL, encoding="utf-8")
    (record / ARTICLE).write_text(ORIGINAL.replace("Text.", "Other text."), encoding="utf-8")
    written = digest(record)

    code, output = run(record, "translate", "--refresh", "kavan-meeting", "other")

    assert (code, "'other' has no translation" in output) == (1, True)
    assert digest(record) == written


@pytest.mark.parametrize("arguments", [[], ["--all"], ["--refresh"], ["--refresh", "--all", "x"]])
def test_translate_without_an_article_is_a_usage_error(record: Path, arguments: list[str]) -> None:
    assert run(record, "translate", *arguments)[0] == 2


def test_status_lists_what_needs_work_first(record: Path) -> None:
    (record / ARTICLE).write_text(ORIGINAL.replace("Text.", "A new sentence."), encoding="utf-8")
    claim = "{since: 2024-07-02, claimed_by: Sara, claimed: 2024-07-03}"
    alone = ORIGINAL.replace("---\n\nIlvar", f"translation_wanted: {claim}\n---\n\nIlvar")
    (record / "docs" / "fa" / "news" / "alone.md").write_text(alone, encoding="utf-8")

    code, output = run(record, "status")

    rows = [line.split() for line in output.splitlines()]
    assert code == 0
    assert " ".join(rows[0]) == (
        "outdated en → fa en/news/kavan-meeting.md 1 of 3 sections since 2024-07-01"
    )
    assert " ".join(rows[1]) == (
        "claimed fa → en fa/news/alone.md since 2024-07-02, claimed_by Sara, claimed 2024-07-03"
    )
    assert {row[0] for row in rows[2:-1]} == {"together"}
    assert output.endswith("1 outdated, 1 claimed, 6 together\n")
    assert "alone" not in run(record, "status", "--into", "fa")[1]


def test_status_says_what_is_past_due_today(record: Path) -> None:
    today = datetime.date.today()
    planned = EVENT.replace("held", "planned").replace("title:", "reported: true\ntitle:")
    days = {
        "past": today - datetime.timedelta(days=1),
        "coming": today + datetime.timedelta(days=1),
    }
    for id, day in days.items():
        event = planned.replace("place:", f"due: {day}\nplace:")
        (record / "data" / "events" / f"{id}.yml").write_text(event, encoding="utf-8")
    known = planned.replace(
        "place:", "due: 2024-07\noutcome: held\noutcome_sources: [report]\nplace:"
    )
    (record / "data" / "events" / "known.yml").write_text(known, encoding="utf-8")

    code, output = run(record, "status")

    told = [line for line in output.splitlines() if "overdue" in line]
    assert code == 0
    assert [line.split() for line in told[:-1]] == [
        ["overdue", "data/events/past.yml", "due", days["past"].isoformat()]
    ]
    assert told[-1].endswith(", 1 overdue")
    assert "overdue" not in run(record, "status", "--into", "fa")[1]
    assert "موعد گذشته" in run(record, "--lang", "fa", "status")[1]


@pytest.mark.parametrize(("left", "is_told"), [(-1, True), (29, True), (31, False)])
def test_status_says_that_the_contact_for_security_expires(
    record: Path, left: int, is_told: bool
) -> None:
    day = datetime.date.today() + datetime.timedelta(days=left)
    settings = (record / "mkdocs.yml").read_text(encoding="utf-8")
    contact = f"{{contact: mailto:security@record.example, expires: {day}}}"
    (record / "mkdocs.yml").write_text(
        settings.replace("extra:\n", f"extra:\n  security: {contact}\n"), encoding="utf-8"
    )

    code, output = run(record, "status")

    assert code == 0
    assert (f"security.txt expires on {day}" in output) == is_told
    assert "security.txt" not in run(record, "status", "--into", "fa")[1]


def test_status_is_told_to_programs_as_json(record: Path) -> None:
    code, output = run(record, "status", "--json")

    first = json.loads(output)[0]
    assert code == 0
    assert (first["uri"], first["state"], first["original"], first["changed"]) == (
        "news/kavan-meeting.md",
        "current",
        "en",
        0,
    )


def test_verify_shows_the_words_an_article_shares_with_its_source(
    record: Path, tmp_path: Path
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    text = b"In Kavan Ilvar Melchin told of a long and quiet river with three old bridges"
    (raw / "source.txt").write_bytes(text)
    (raw / "image.png").write_bytes(b"\x89PNG\x00")
    source = SOURCE.replace("0" * 64, hashlib.sha256(text).hexdigest())
    (record / "data" / "sources" / "report.yml").write_text(source, encoding="utf-8")
    asked = ("verify", "kavan-meeting", "--dry-run", "--sources", str(raw))

    assert run(record, *asked)[0] == 0
    copied = ORIGINAL.replace("Text.", "It is a long and quiet river with three old bridges.")
    (record / ARTICLE).write_text(copied, encoding="utf-8")
    code, output = run(record, *asked)

    assert code == 1
    assert f"{ARTICLE}:13: error: 9 consecutive words are the same as in the source" in output
    assert "[wording-shared]" in output


def spoil(record: Path) -> None:
    """Give the record one error, on the fourth line of its article."""
    (record / ARTICLE).write_text(ORIGINAL.replace("kavan", "kavn"), encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after", "environment"),
    [
        (["--lang", "fa"], [], {}),
        ([], ["--lang", "fa"], {}),
        ([], [], {"NEWSROOM_LANG": "fa"}),
        (["--lang", "en"], ["--lang", "fa"], {"NEWSROOM_LANG": "en"}),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_problems_are_told_in_the_language_that_is_asked_for(
    record: Path, command: str, before: list[str], after: list[str], environment: dict[str, str]
) -> None:
    spoil(record)
    if command == "build":
        before, after = [*before, *after][-2:], []

    result = CliRunner().invoke(
        main, ["--root", str(record), *before, command, *after], env=environment
    )

    assert result.exit_code == 1
    assert f"{ARTICLE}:4: خطا: مکانی با شناسهٔ «kavn» وجود ندارد  [place-unknown]" in result.output
    assert "۱ ایراد یافت شد" in result.output


def test_other_commands_speak_the_language_too(record: Path) -> None:
    code, output = run(record, "--lang", "fa", "translate", "kavan-meting")

    assert code == 1
    assert "خطا: خبری با شناسهٔ «kavan-meting» وجود ندارد  [article-unknown]" in output


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_output_for_machines_holds_nothing_else(record: Path, form: str) -> None:
    spoil(record)

    result = CliRunner().invoke(main, ["--root", str(record), "check", "--format", form])

    assert result.exit_code == 1
    assert "1 problem(s) found" in result.stderr
    if form == "github":
        assert result.stdout.startswith("::error file=docs/en/news/kavan-meeting.md,line=4,col=8,")
        assert result.stdout.count("\n") == 1
    else:
        assert json.loads(result.stdout)


def test_address_of_a_rule_follows_the_settings(record: Path) -> None:
    spoil(record)
    for lang in ("fa", "en"):
        page = "---\ntitle: x\nsummary: x\n---\n\n## `place-unknown` {#place-unknown}\n\nx\n"
        (record / "docs" / lang / "guide" / "rules.md").write_text(page, encoding="utf-8")

    settings = (record / "mkdocs.yml").read_text(encoding="utf-8")
    (own,) = re.findall(r'SITE_URL, "https://(.+)/"', settings)
    for environment, site in (
        ({"SITE_URL": None}, own),
        ({"SITE_URL": "https://x.example/"}, "x.example"),
    ):
        result = CliRunner().invoke(
            main, ["--root", str(record), "check", "--format", "json"], env=environment
        )
        help = json.loads(result.stdout)["problems"][0]["help"]
        assert help == f"https://{site}/en/guide/rules.html#place-unknown"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fa", "place-unknown: خطا\n\nمکانی که نیست.\n"),
        ("en", "place-unknown: error\n\nA place that is not there.\n"),
    ],
)
def test_check_explains_a_rule_in_the_language_asked_for(
    record: Path, lang: str, expected: str
) -> None:
    explained = expected.partition("\n\n")[2]
    page = "---\ntitle: x\nsummary: x\n---\n\n## `place-unknown` {#place-unknown}\n\n" + explained
    (record / "docs" / lang / "guide" / "rules.md").write_text(page, encoding="utf-8")
    spoil(record)

    found = run(record, "check", "--lang", lang, "--explain", "place-unknown")

    assert found == (0, expected)


@pytest.mark.parametrize(
    ("rule", "code", "lines"),
    [
        ("link-brokn", 2, ["error: unknown rule 'link-brokn'", "  hint: did you mean 'link-broken'?"]),
        ("?", 2, ["error: unknown rule '?'"]),
        ("key-missing", 1, ["error: the guide of this record has no section on 'key-missing'"]),
    ],
)  # fmt: skip
def test_check_says_which_rule_it_cannot_explain(
    record: Path, rule: str, code: int, lines: list[str]
) -> None:
    found = run(record, "check", "--explain", rule)

    assert found == (code, "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize(
    ("lang", "name", "code", "expected"),
    [
        ("en", "Melchin", 0, "{path}: Ilvar Melchin spoke.\n  linked to 'ilvar-melchin'\n"),
        ("fa", "Melchin", 0, "{path}: Ilvar Melchin spoke.\n  به «ilvar-melchin» پیوند داده شده است\n"),
        ("en", "Melchn", 1, "{path}: no entry has the name 'Melchn'\n  hint: did you mean 'Melchin'?\n"),
        ("fa", "Melchn", 1, "{path}: هیچ مدخلی نام «Melchn» را ندارد\n  راهنمایی: منظورتان «Melchin» است؟\n"),
        ("en", "Kavan", 1, "{path}: it appears only in the title or the summary, which have no links\n"),
    ],
)  # fmt: skip
def test_explain_says_what_becomes_of_a_name_on_a_page(
    record: Path, lang: str, name: str, code: int, expected: str
) -> None:

    found = run(record, "--lang", lang, "explain", name, str(record / ARTICLE))

    assert found == (code, expected.format(path=ARTICLE))


def test_explain_knows_the_markdown_of_the_settings(record: Path) -> None:
    file = record / ARTICLE
    file.write_text(f'{ORIGINAL}\n??? note "Kavan"\n    Text\n', encoding="utf-8")

    code, output = run(record, "explain", "Kavan", str(file))

    assert (code, output.partition("\n  ")[2]) == (1, "it is in the title of a box\n")


def test_explain_refuses_what_is_no_page(record: Path) -> None:
    (record / ARTICLE).write_text("---\ntitle: x\n", encoding="utf-8")

    assert run(record, "explain", "Kavan", str(record / "mkdocs.yml"))[0] == 2
    code, output = run(record, "explain", "Kavan", str(record / ARTICLE))
    assert (code, "has problems; `newsroom check` lists them" in output) == (1, True)


def test_rule_is_explained_by_its_reason_where_there_is_no_guide(record: Path) -> None:
    reason = "An ellipsis is one sign, so that it is never parted at the end of a line."

    found = run(record, "check", "--explain", "ellipsis-dots")

    assert found == (0, f"ellipsis-dots: warning\n\n{reason}\n")


UNTIDY = ORIGINAL.replace("{#aims}", "").replace("spoke", "spo\u200bke")


def test_fix_shows_a_diff_and_says_what_is_left(record: Path) -> None:
    (record / ARTICLE).write_text(UNTIDY.replace("place: kavan", "place: kavn"), encoding="utf-8")

    code, output = run(record, "check", "--fix", "--yes")

    assert code == 1
    assert f"--- a/{ARTICLE}\n+++ b/{ARTICLE}\n" in output
    assert "-## Aims \n+## Aims {#aims}\n" in output
    assert "1 problem(s) found" in output
    assert (record / ARTICLE).read_text(encoding="utf-8") == ORIGINAL.replace(
        "place: kavan", "place: kavn"
    )
    assert run(record, "check", "--diff") == (0, "0 file(s) would change; nothing was written\n")


@pytest.mark.parametrize(
    ("options", "answer", "is_written"),
    [
        (["--diff"], "", False),
        (["--fix"], "n\n", False),
        (["--fix"], "", False),
        (["--fix"], "y\n", True),
        (["--yes"], "", True),
    ],
)
def test_fix_writes_only_what_was_agreed_to(
    record: Path, options: list[str], answer: str, is_written: bool
) -> None:
    (record / ARTICLE).write_text(UNTIDY, encoding="utf-8")

    result = CliRunner().invoke(main, ["--root", str(record), "check", *options], input=answer)

    assert result.exit_code == (0 if is_written else 1)
    assert "+## Aims {#aims}" in result.stdout
    assert (record / ARTICLE).read_text(encoding="utf-8") == (ORIGINAL if is_written else UNTIDY)


def test_fix_that_cannot_be_written_changes_nothing(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (record / ARTICLE).write_text(UNTIDY, encoding="utf-8")
    other = record / "data" / "events" / "meeting.yml"
    other.write_bytes(b"\xef\xbb\xbf" + other.read_bytes())
    before = digest(record)
    replace = Path.replace

    def fail(file: Path, target: Path) -> Path:
        if target.name == "meeting.yml":
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", fail)
    code, output = run(record, "check", "--fix", "--yes")

    assert code == 1
    assert (
        "data/events/meeting.yml:1: error: cannot be written: permission denied  [file-unwritable]"
    ) in output
    assert digest(record) == before


def test_fix_for_machines_keeps_the_diff_out_of_the_way(record: Path) -> None:
    (record / ARTICLE).write_text(UNTIDY, encoding="utf-8")

    result = CliRunner().invoke(main, ["--root", str(record), "check", "--yes", "--format", "json"])

    assert json.loads(result.stdout)["errors"] == 0
    assert "+## Aims {#aims}" in result.stderr


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(record: Path) -> Path:
    """The small record, committed on `main` with an error in it, and a branch to work on."""
    (record / "data" / "people" / "nobody.yml").write_text("name: x\n", encoding="utf-8")
    git(record, "init", "-q", "-b", "main")
    git(record, "add", ".")
    git(record, "commit", "-qm", "begin")
    git(record, "switch", "-qc", "work")
    return record


def test_changed_tells_of_the_change_and_of_what_depends_on_it(repository: Path) -> None:
    assert run(repository, "check", "--changed", "main") == (
        0,
        "No problems in 0 changed file(s)\n",
    )
    git(repository, "mv", "data/places/kavan.yml", "data/places/qavan.yml")
    git(repository, "commit", "-qm", "rename")
    (repository / "docs" / "en" / "guide" / "new.md").write_text(PAGE, encoding="utf-8")

    code, output = run(repository, "check", "--changed", "main")

    assert code == 1
    assert f"{ARTICLE}:4: error: unknown place 'kavan'" in output
    assert "data/events/meeting.yml:4: error: unknown place 'kavan'" in output
    assert "docs/en/guide/new.md:1: error: the page has no counterpart" in output
    assert "nobody.yml" not in output
    assert f"also concerns:\n  data/events/meeting.yml\n  {ARTICLE}\n" in output


@pytest.mark.parametrize("options", [(), ("--base", "main"), ("--changed", "main")])
def test_page_and_entry_that_are_gone_are_reported(
    repository: Path, options: tuple[str, ...]
) -> None:
    (repository / "data" / "people" / "nobody.yml").unlink()
    git(repository, "mv", "data/places/kavan.yml", "data/places/qavan.yml")
    git(repository, "commit", "-qam", "rename")
    for lang in ("fa", "en"):
        (repository / "docs" / lang / "guide" / "glossary.md").unlink()

    code, output = run(repository, "check", *options)

    assert code == 1
    for path in ("data/people/nobody.yml", "docs/fa/guide/glossary.md"):
        assert f"{path}:1: error: the file is in 'main' and was removed  [entry-removed]" in output
    assert "data/places/kavan.yml:1: error: the file is in 'main' and was removed" in output
    assert "hint: restore the old name of 'data/places/qavan.yml'" in output
    assert "newsroom move" not in output
    assert "newsroom withdraw" not in output


def test_term_that_is_gone_is_reported(repository: Path) -> None:
    term = "  - id: {}\n    term: {{fa: ال{}, en: {}}}\n    definition: {{fa: متن, en: text}}\n"
    glossary = repository / "data" / "glossary.yml"
    both = [term.format(name, name, name) for name in ("one", "two")]
    glossary.write_text("terms:\n" + "".join(both), encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "terms")
    git(repository, "branch", "-f", "main")
    glossary.write_text("terms:\n" + both[0], encoding="utf-8")

    _, output = run(repository, "check")

    assert "data/glossary.yml:1: error: the term 'two' is in 'main' and was removed" in output


def test_draft_may_go_with_its_source(repository: Path) -> None:
    draft = ORIGINAL.replace("source: report", "source: other").replace(
        "place", "draft: true\nplace"
    )
    files = {
        "docs/en/news/idea.md": draft,
        "docs/fa/news/idea.md": TRANSLATION.replace("translation", "draft: true\ntranslation"),
        "data/sources/other.yml": SOURCE,
    }
    for path, text in files.items():
        (repository / path).write_text(text, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "an idea")
    git(repository, "branch", "-f", "main")
    for path in files:
        (repository / path).unlink()

    assert "entry-removed" not in run(repository, "check")[1]


def test_nothing_is_missed_where_no_base_is_known(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a copy of one revision, on a branch of another name, and without Git."""
    (repository / "data" / "people" / "nobody.yml").unlink()
    git(repository, "commit", "-qam", "gone")
    shallow = tmp_path / "shallow"
    git(
        tmp_path,
        "clone",
        "-q",
        "--depth",
        "1",
        "--branch",
        "work",
        f"file://{repository}",
        "shallow",
    )

    assert run(shallow, "check")[0] == 0
    git(repository, "branch", "-m", "main", "trunk")
    assert run(repository, "check")[0] == 0
    monkeypatch.setenv("PATH", "")
    assert run(repository, "check")[0] == 0


def test_changed_counts_from_where_the_branch_began(repository: Path) -> None:
    git(repository, "switch", "-q", "main")
    spoil(repository)
    git(repository, "commit", "-qam", "on main")
    git(repository, "switch", "-q", "work")
    page = repository / "docs" / "en" / "index.md"
    page.write_text(PAGE.replace("Text", "More"), encoding="utf-8")

    assert run(repository, "check", "--changed", "main")[0] == 0


def test_changed_fixes_only_what_was_touched(repository: Path) -> None:
    old = repository / "docs" / "en" / "timeline.md"
    old.write_bytes(b"\xef\xbb\xbf" + old.read_bytes())
    git(repository, "commit", "-qam", "a mark")
    (repository / ARTICLE).write_text(UNTIDY, encoding="utf-8")

    assert run(repository, "check", "--changed", "HEAD", "--yes")[0] == 0
    assert (repository / ARTICLE).read_text(encoding="utf-8") == ORIGINAL
    assert old.read_bytes().startswith(b"\xef\xbb\xbf")


def test_record_in_a_folder_of_a_repository_is_told_apart(tmp_path: Path, record: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "begin")
    spoil(record)

    code, output = run(record, "check", "--changed", "main", "--format", "json")

    assert code == 1
    assert f'"path": "{ARTICLE}"' in output


@pytest.mark.parametrize("base", ["nowhere", "--all", "main:docs", ""])
def test_changed_says_that_a_revision_is_not_known(repository: Path, base: str) -> None:
    code, output = run(repository, "check", f"--changed={base}")

    assert code == 2
    assert f"Git does not know the revision '{base}'" in output


def test_changed_says_that_there_is_no_repository(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(record.parent))

    code, output = run(record, "check", "--changed", "main")

    assert code == 2
    assert "is not in a Git repository" in output


def test_check_that_takes_long_says_so_on_a_terminal(record: Path) -> None:
    pty = pytest.importorskip("pty")
    code = (
        "import sys, time; from newsroom.adapters.cli import telling; telling.MOMENT = 0.1\n"
        "with telling.progress_shown('Checking … {} s'.format): time.sleep(0.4)\n"
        "print('done')"
    )
    main_end, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code], stderr=end, stdout=end, close_fds=True, text=True
    )
    process.wait(30)
    time.sleep(0.05)
    shown = os.read(main_end, 10_000).decode()
    os.close(end)
    os.close(main_end)

    assert "\r\x1b[KChecking … 0 s" in shown
    assert shown.endswith("\x1b[Kdone\r\n")


def test_check_says_nothing_of_its_time_to_a_file(record: Path) -> None:
    code = (
        "import time; from newsroom.adapters.cli import telling; telling.MOMENT = 0.1\n"
        "with telling.progress_shown('Checking … {} s'.format): time.sleep(0.3)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert (result.stdout, result.stderr) == (b"", b"")
