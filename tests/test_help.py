"""What `--help` says, in both languages, of every command there is."""

import inspect
import re
from collections.abc import Iterator

import click
import pytest
import yaml
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.adapters.cli.helping import ToldGroup, system_language
from newsroom.defaults import default_text
from newsroom.record.messages import help_in_persian

PERSIAN = help_in_persian().persian
OF_THE_FRAME = {
    "Usage:", "Options", "Commands", "Example:", "[default: {value}]", "[env var: {value}]", "[required]",
}  # fmt: skip
TOKEN = re.compile(r"`[^`]*`|--[a-z-]+|\b[\w.-]+/[\w./-]*|\b\w+\.(?:md|yml|html)\b|\[[a-z|]+\]")
NAMES = {"Git", "GitHub", "JSON", "Schema", "Markdown", "VS", "Code", "SHA-256", "ISO", "UTF-8", "sRGB",
         "GITHUB_OUTPUT", "NEWSROOM_LANG", "issue", "outcome", "derived", "ours", "moved_from", "user.name",
         "pip", "site", "en", "3166-1", "ZIP", "Kiwix", "EDITION_KEY", "take"}  # fmt: skip


def commands() -> Iterator[tuple[tuple[str, ...], click.Command, click.Context]]:
    """Every command with the words it is called by."""
    waiting: list[tuple[tuple[str, ...], click.Command, click.Context]] = [
        ((), main, main.make_context("newsroom", [], resilient_parsing=True))
    ]
    while waiting:
        called, command, context = waiting.pop()
        yield called, command, context
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                child = command.get_command(context, name)
                assert child is not None
                waiting.append(
                    (
                        (*called, name),
                        child,
                        child.make_context(name, [], context, resilient_parsing=True),
                    )
                )


def said() -> Iterator[str]:
    """Every paragraph, line and placeholder of all helps."""
    for _, command, context in commands():
        paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
        yield from (" ".join(it.split()) for it in paragraphs if not it.startswith("\b"))
        yield from command.collect_usage_pieces(context)
        for param in command.get_params(context):
            if isinstance(param, click.Option):
                yield " ".join((param.help or "").split())
                yield param.make_metavar(context) if not param.is_flag else ""
        if isinstance(command, ToldGroup):
            yield from (line for _, line in command.lines(context))


def test_everything_is_said_in_persian_and_nothing_is_idle() -> None:
    needed = {text for text in said() if text and not text.startswith(("[fa|en", "["))} | {
        "[OPTIONS]"
    }

    assert needed - set(PERSIAN) == set()
    assert set(PERSIAN) - needed == OF_THE_FRAME


def test_persian_has_no_latin_word_but_names_and_what_is_typed() -> None:
    entries = yaml.load(default_text("help.yml"), Loader=yaml.CSafeLoader)["messages"]
    rest = [TOKEN.sub(" ", entry["fa"].replace("{value}", "")) for entry in entries]

    words = {word for text in rest for word in re.findall(r"[A-Za-z](?:[\w.-]*\w)?|\d[\d-]+", text)}
    assert words - NAMES == set()


@pytest.mark.parametrize("called", [called for called, _, _ in commands()], ids=" ".join)
def test_help_is_told_in_the_language_asked_for(called: tuple[str, ...]) -> None:
    persian = CliRunner().invoke(
        main, ["--root", ".", "--lang", "fa", *called, "--help"], prog_name="newsroom"
    )
    english = CliRunner().invoke(
        main, ["--root", ".", *called, "--help"], env={"LC_ALL": "C"}, prog_name="newsroom"
    )

    assert persian.exit_code == english.exit_code == 0
    assert persian.output.startswith("کاربرد: newsroom") and "گزینه‌ها:" in persian.output
    assert english.output.startswith("Usage: newsroom") and "Show this message" in english.output
    assert not re.search(r"[\u0600-\u06ff]", re.sub(r"(?m)^    newsroom .*", "", english.output))


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "fa_IR.UTF-8"}, "fa"),
        ({"LANG": "fa"}, "fa"),
        ({"LANG": "fa_IR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "fa_AF"}, "fa"),
        ({"LANG": "fa_IR.UTF-8", "LC_ALL": ""}, "fa"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fao_FO.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_system_says_the_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert system_language() == expected


SINGLE = [called for called, command, _ in commands() if not isinstance(command, click.Group)]


def bad_calls(called: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Calls of a command that it refuses before it reads anything."""
    (command,) = (command for it, command, _ in commands() if it == called)
    yield (*called, "--nonsense")
    if not any(it.nargs == -1 for it in command.params if isinstance(it, click.Argument)):
        yield (*called, *"a b c d e f g h i j".split())
    for option in (it for it in command.params if isinstance(it, click.Option)):
        yield (*called, f"{option.opts[0]}=3") if option.is_flag else (*called, option.opts[0])


@pytest.mark.parametrize("called", SINGLE, ids=" ".join)
def test_refusal_of_a_call_is_in_persian(called: tuple[str, ...]) -> None:
    for call in bad_calls(called):
        arguments = ["--root", ".", "--lang", "fa", *call]
        result = CliRunner().invoke(main, arguments, prog_name="newsroom")

        assert result.exit_code == 2, (call, result.output)
        *use, error = result.output.splitlines()
        assert all(f"newsroom {' '.join(called)}" in line for line in use)
        assert error.startswith("خطا: "), result.output
        assert re.findall("[A-Za-z]+", TOKEN.sub(" ", re.sub("«[^»]*»", " ", error))) == [], error


def test_refusal_of_a_call_is_as_plain_in_english() -> None:
    for call, said in (
        (("date", "x", "y"), "'y' is too much"),
        (("check", "--format"), "'--format' requires an argument"),
    ):
        result = CliRunner().invoke(main, ["--root", ".", "--lang", "en", *call])

        assert result.exit_code == 2 and said in result.output, result.output
