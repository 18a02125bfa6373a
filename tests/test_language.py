"""Every command speaks Persian when it is asked to: no English word is left but names and values."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newsroom.adapters.cli import main
from newsroom.defaults import default_text
from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.messages import default_messages
from newsroom.text.messages import say

from .conftest import ORIGINAL, SOURCE, WriteRecord, add_engine

ARTICLE, COUNTERPART = "docs/en/news/kavan-meeting.md", "docs/fa/news/kavan-meeting.md"
SOURCE_TEXT = (
    "شهردار از طرح گفت\n\nقاوان - شهرداري ها می توانند در اول تیر ۱۴۰۳ و ۵ تیر همکاری کنند.\n\n"
    "سارا رستگارپور شهردار یزد گفت ایلوار ملچین هم آمد.\n"
)


@pytest.fixture
def record(write_record: WriteRecord) -> Path:
    root = write_record()
    add_engine(root)
    return root


def say_in_persian(root: Path, *arguments: str, text: str | None = None) -> tuple[int, str]:
    command = ["--root", str(root), "--lang", "fa", *arguments]
    result = CliRunner().invoke(main, command, input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def english_of(output: str) -> list[str]:
    """The Latin words that are no value, name, path, option or quotation."""
    lines = [
        line
        for line in output.split("\n")
        if not re.match(r"\s+\d* *\| |[+-]{1,3} |@@|[ +-]", line)
    ]
    text = "\n".join(lines)
    text = re.sub(r"`[^`]*`|«[^»]*»|\[[a-z-]+\]|'[^'\n]*'", " ", text)
    text = re.sub(r"\S*[/.:=_\d-][\w/.:=-]*", " ", text)
    return re.findall(r"[A-Za-z]{2,}", text)


KNOWN = {"UTF", "U", "OPTIONS", "ISO", "SHA", "newsroom", "fa", "en", "Ctrl", "NFC"}
"""Names of things, and what a command is called."""


def assert_persian(output: str, *names: str) -> None:
    assert re.search("[آ-ی]", output), output
    assert set(english_of(output)) - KNOWN - set(names) == set(), output


CALLS: dict[str, tuple[str, ...]] = {
    "check": ("check",),
    "check of a change": ("check", "--changed", "nowhere"),
    "option that is none": ("check", "--fixx"),
    "command that is none": ("chek",),
    "choice that is none": ("check", "--format", "pdf"),
    "missing argument": ("import",),
    "file that is none": ("import", "nowhere.txt"),
    "build": ("build",),
    "build over other files": ("build", "--site-dir", "{root}/docs"),
    "import": ("import", "{root}/source.txt", "--slug", "talks", "--dry-run"),
    "import of bytes": ("import", "{root}/bytes.bin"),
    "import of a page": ("import", "{root}/page.html", "--slug", "page", "--dry-run"),
    "tidy": ("tidy", "{root}/source.txt", "--yes"),
    "compare": ("compare", "{root}/docs/en/index.md", "{root}/source.txt"),
    "date": ("date", "شنبه"),
    "date of two": ("date", "۱ تیر ۱۴۰۳ یا ۲ تیر ۱۴۰۳"),
    "date of another weekday": ("date", "شنبه ۱ تیر ۱۴۰۳"),
    "date that is none": ("date", "soon"),
    "date that may be two": ("date", "5/6/2024"),
    "new": ("new", "person", "--fa", "سارا", "--en", "Sara"),
    "new that lacks a name": ("new", "person", "--en", "Sara"),
    "new that is refused": ("new", "person", "--fa", "<b>", "--en", "Sara"),
    "new of a bad date": ("new", "event", "--date", "soon"),
    "new source": ("new", "source", "{root}/source.txt", "--title", "Talks"),
    "translate": ("translate", "alone"),
    "translate again": ("translate", "kavan-meeting"),
    "translate nothing": ("translate",),
    "translate what is none": ("translate", "kavan"),
    "refresh": ("translate", "--refresh", "kavan-meeting"),
    "refresh all": ("translate", "--refresh", "--all"),
    "status": ("status",),
    "schemas": ("schemas", "--out", "{root}/schemas"),
    "summary": ("summary", "--base", "nowhere"),
    "submit": ("submit", "--issue-body", "{root}/source.txt", "--into", "{root}/out"),
    "submit into what is there": ("submit", "--issue-body", "{root}/source.txt", "--into", "{root}/docs"),
    "receive": ("receive", "{root}/docs"),
    "links": ("links", "--issue", "{root}/source.txt"),
}  # fmt: skip


@pytest.mark.parametrize("name", CALLS)
def test_command_speaks_persian(record: Path, name: str) -> None:
    (record / "source.txt").write_text(SOURCE_TEXT, encoding="utf-8")
    (record / "bytes.bin").write_bytes("متن".encode("cp1256"))
    page = (
        f"<nav>menu</nav><h1>{SOURCE_TEXT.splitlines()[0]}</h1><p hidden>x</p><p>{SOURCE_TEXT}</p>"
    )
    (record / "page.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    alone = ORIGINAL.replace("events: [meeting]\n", "translation_wanted: {since: 2024-07-01}\n")
    wanted = alone.replace("report", "other")
    (record / "docs/en/news/alone.md").write_text(wanted, encoding="utf-8")
    (record / "data/sources/other.yml").write_text(SOURCE, encoding="utf-8")
    changed = ORIGINAL.replace("Text.", "Another text.")
    (record / ARTICLE).write_text(changed, encoding="utf-8")

    _, output = say_in_persian(
        record, *(part.replace("{root}", str(record)) for part in CALLS[name])
    )

    assert_persian(output, "Talks", "Sara", "kavan", "meeting")


@pytest.mark.parametrize("entry", [pytest.param(e, id=e["en"][:40]) for name in ("messages.yml", "reasons.yml") for e in yaml.safe_load(default_text(name))["messages"]])  # fmt: skip
def test_template_is_persian_throughout(entry: dict[str, str]) -> None:
    text = re.sub(r"`[^`]*`|\{\w+\}|«[^»]*»|U\+[0-9A-F]+", "", entry["fa"])

    assert set(english_of(text)) <= {"UTF", "NFC", "JPEG", "PNG", "WebP", "AVIF", "HTML", "ZIP"}, (
        text
    )


def broken_yaml() -> Iterator[str]:
    yield from (
        "a: [\n", "a: {\n", "a: [x\nb: y\n", "a: b: c\n", "a:\n\t- x\n", "a: 1\n---\nb: 2\n", "a: 'x\n",
        'a: "x\n', 'a: "\\q"\n', 'a: "\\xZZ"\n', "a: @x\n", "a: `x\n", "a: %x\n", "- a\nb: c\n", "a: |0\n  x\n",
        "a: *x\n", "? a\n- b\n", "a: >x\n  b\n", "a: b\n c: d\n", "%YAML 3.0\n---\na: b\n", "a: !<x\n", "}\n",
        "a: b\n- c\n", "&x &y a: b\n", "a\nb: c\n", "a: - b\n", "%TAG ! x\n%TAG ! x\n---\na: b\n", "a: ,\n", "]: a\n",
    )  # fmt: skip


@pytest.mark.parametrize("text", list(broken_yaml()))
def test_reason_of_the_yaml_reader_is_known(text: str) -> None:
    context = ParseContext("a.yml")
    read_yaml(text, context)

    reasons = [
        str(p.message).partition("not valid YAML: ")[2]
        for p in context.problems
        if p.rule == "yaml-syntax"
    ]
    told = [
        default_messages().render(say("not valid YAML: {reason}", reason=reason), "fa")
        for reason in reasons
    ]
    assert [text for text in told if re.search("[a-z]{3}", text)] == []


@given(st.text(alphabet="ab:-[]{}'\"|>%@`!&*?,# \n\t\\x0", max_size=30))
def test_reason_for_any_text_is_known(text: str) -> None:
    test_reason_of_the_yaml_reader_is_known(text)


def test_counterpart_of_a_problem_is_told_in_persian(record: Path) -> None:
    (record / "data/events/meeting.yml").write_text("date: [2024\n", encoding="utf-8")
    (record / "data/people/b.yml").symlink_to(record / "mkdocs.yml")
    (record / ARTICLE).write_text(
        ORIGINAL + "\n[x](http://[::1/) <iframe> ![v](https://x.example/a.png)\n", encoding="utf-8"
    )

    code, output = say_in_persian(record, "check")

    assert code == 1
    assert_persian(output)
