"""What the engine says is said in Persian, too."""

import ast
import re
from collections.abc import Iterator

import pytest
import yaml

from newsroom.defaults import default_text
from newsroom.record.catalogue import Catalogue
from newsroom.record.messages import default_messages
from newsroom.record.problems import did_you_mean, say, unknown

from ..conftest import ROOT, WriteRecord

ENGINE = sorted((ROOT / "scripts" / "newsroom").rglob("*.py"))
FILE = "data/messages.yml"
OURS, REASONS = (
    yaml.load(default_text(name), Loader=yaml.CSafeLoader)["messages"]
    for name in ("messages.yml", "reasons.yml")
)
LISTED = [*OURS, *REASONS]
PERSIAN = default_messages()


def templates() -> Iterator[tuple[str, ast.expr]]:
    """The first argument of every call of `say` in the engine, with its place."""
    for module in ENGINE:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                yield f"{module.relative_to(ROOT)}:{node.lineno}", node.args[0]


def constants() -> dict[str, str]:
    return {
        node.value: place
        for place, node in templates()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_template_is_written_out_where_it_is_said() -> None:
    assert [place for place, node in templates() if not isinstance(node, ast.Constant)] == []
    assert len(constants()) > 100


def test_no_template_says_how_a_value_is_formatted() -> None:
    """In Persian every value is a text by then."""
    assert [text for text in constants() if re.search(r"(?<!\{)\{\w+[:!]", text)] == []


def test_every_template_has_its_persian_sentence() -> None:
    untold = {text: place for text, place in constants().items() if text not in PERSIAN.persian}

    assert untold == {}


def test_no_persian_sentence_is_idle() -> None:
    assert {entry["en"] for entry in OURS} - set(constants()) == set()
    assert len(LISTED) == len(PERSIAN.persian)


@pytest.mark.parametrize("entry", LISTED, ids=lambda entry: entry["en"][:40])
def test_persian_sentence_is_persian(entry: dict[str, str]) -> None:
    words = re.sub(r"`[^`]*`|\{\w+\}|«[^»]*»", "", entry["fa"])

    assert re.search("[آ-ی]", words) or not re.search(r"\w", words)
    assert not re.search("[يكةى٠-٩]|[?;,](?:\\s|$)", words)
    assert not entry["fa"].endswith(".")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (unknown("place", "kavn"), "مکانی با شناسهٔ «kavn» وجود ندارد"),
        (did_you_mean("kavn", ["kavan"]), "منظورتان «kavan» است؟"),
        (say("{count} warning(s)", count=1203), "۱٬۲۰۳ هشدار"),
        (
            say("the sections of '{path}' and '{other}' differ: {where}", path="a", other="b",
                where=say("their order differs")),
            "بخش‌های «a» و «b» یکسان نیست: ترتیبشان فرق دارد",
        ),
        (say("a sentence {count} nobody knows", count=2), "a sentence 2 nobody knows"),
        ("what a system said", "what a system said"),
    ],
)  # fmt: skip
def test_message_is_said_in_persian(message: str, expected: str) -> None:
    assert PERSIAN.render(message, "fa") == expected
    assert PERSIAN.render(message, "en") == message


def test_value_is_isolated_and_a_number_is_not() -> None:
    message = say(
        "'{sign}' appears {count} times in a paragraph of {length} characters",
        sign="[",
        count=600,
        length=9_000,
    )

    assert PERSIAN.render(message, "fa", "<{}>".format) == (
        "«<[>» ۶۰۰ بار در بندی ۹٬۰۰۰ نویسه‌ای آمده است"
    )


def test_braces_in_a_value_stand_for_themselves() -> None:
    assert PERSIAN.render(unknown("place", "{id}"), "fa") == "مکانی با شناسهٔ «{id}» وجود ندارد"


@pytest.mark.parametrize("fa", ["«{kind}» نیست", "نیست", "«{id» نیست", "«{id}» «{0}»"])
def test_sentence_that_cannot_be_filled_in_is_reported(write_record: WriteRecord, fa: str) -> None:
    text = f"messages:\n  - en: unknown place '{{id}}'\n    fa: \"{fa}\"\n"

    catalogue, problems = Catalogue.load(write_record({FILE: text}))

    assert catalogue.messages == PERSIAN
    assert [(problem.path, problem.line, problem.rule) for problem in problems] == [
        (FILE, 3, "strings-differ")
    ]
