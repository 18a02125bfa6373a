"""What the engine brings, and what a record has in its place."""

import re
from collections.abc import Callable

import pytest

from newsroom.check.rules import check
from newsroom.defaults import default_text
from newsroom.record.catalogue import Catalogue
from newsroom.record.import_rules import LineRule, default_cues
from newsroom.record.messages import default_messages
from newsroom.record.orthography import default_word_lists
from newsroom.record.problems import Problem, say
from newsroom.record.strings import default_strings
from newsroom.text.languages import LANGS

from ..conftest import WriteRecord

FILES = ("strings/fa.yml", "strings/en.yml", "messages.yml", "orthography.yml", "intake.yml")


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{it.path}:{it.line}: {it.message} [{it.rule}]" for it in problems]


@pytest.mark.parametrize(
    "read",
    [default_word_lists, default_cues, default_messages, *(lambda it=it: default_strings(it) for it in LANGS)],
)  # fmt: skip
def test_defaults_are_read_without_a_problem(read: Callable[[], object]) -> None:
    assert read()


def test_words_of_both_languages_have_the_same_keys_and_places() -> None:
    fa, en = (default_strings(lang) for lang in LANGS)

    assert fa.words.keys() == en.words.keys()
    assert {key: len(items) for key, items in fa.lists.items()} == {
        key: len(items) for key, items in en.lists.items()
    }
    for key, text in fa.words.items():
        assert sorted(re.findall(r"[{}]\w*", text)) == sorted(re.findall(r"[{}]\w*", en[key])), key


def test_defaults_keep_every_rule_as_words_of_a_record(write_record: WriteRecord) -> None:
    root = write_record({f"data/{name}": default_text(name) for name in FILES})

    assert told(check(root)[1]) == []


def test_record_without_words_has_those_of_the_engine(write_record: WriteRecord) -> None:
    catalogue, _ = Catalogue.load(write_record())

    assert catalogue.strings == {lang: default_strings(lang) for lang in LANGS}
    assert catalogue.word_lists is default_word_lists()
    assert catalogue.import_rules is default_cues()
    assert catalogue.messages is default_messages()


def test_record_changes_single_words_of_the_interface(write_record: WriteRecord) -> None:
    months = "[یک, دو, سه, چهار, پنج, شش, هفت, هشت, نه, ده, یازده, دوازده]"
    text = f"site:\n  name: دفتر شهر\ndate:\n  solar: {months}\n"

    catalogue, problems = Catalogue.load(write_record({"data/strings/fa.yml": text}))

    words, default = catalogue.strings["fa"], default_strings("fa")
    assert problems == ()
    assert words["site.name"] == "دفتر شهر"
    assert words["nav.home"] == default["nav.home"]
    assert words.dates.months["solar"][:2] == ("یک", "دو")
    assert words.dates.months["gregorian"] == default.dates.months["gregorian"]
    assert catalogue.strings["en"] == default_strings("en")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("site:\n  nam: x\n", "2: unknown key 'site.nam' [key-unknown]"),
        ("site:\n  name:\n", "2: the key 'site.name' is missing or empty [key-missing]"),
        ("site:\n  name: [x]\n", "2: 'site.name' is a list; expected text [value-form]"),
        ("date:\n  solar: [x]\n", "2: 'date.solar' is not a list of 12 words [value-form]"),
        ("date:\n  solar: x\n", "2: 'date.solar' is not a list of 12 words [value-form]"),
        (
            'home:\n  people: "{n} people"\n',
            "2: the placeholders of 'home.people' differ from those of its counterpart [strings-differ]",
        ),
    ],
)
def test_word_the_engine_cannot_use_is_reported(
    write_record: WriteRecord, text: str, problem: str
) -> None:
    catalogue, problems = Catalogue.load(write_record({"data/strings/en.yml": text}))

    assert told(problems) == [f"data/strings/en.yml:{problem}"]
    assert catalogue.strings["en"] == default_strings("en")


def test_record_adds_words_and_removes_some(write_record: WriteRecord) -> None:
    text = "loners: -برای نمونه\ncompounds: شهر|یار\n"

    catalogue, problems = Catalogue.load(write_record({"data/orthography.yml": text}))

    lists, default = catalogue.word_lists, default_word_lists()
    assert problems == ()
    assert set(default.loners) - set(lists.loners) == {"برای"}
    assert set(lists.loners) - set(default.loners) == {"نمونه"}
    assert lists.compounds[-1] == "شهر|یار"
    assert lists.nouns == default.nouns


def test_word_that_is_not_there_cannot_be_removed(write_record: WriteRecord) -> None:
    text = "loners: و\nnouns: -زرافه\n"

    _, problems = Catalogue.load(write_record({"data/orthography.yml": text}))

    assert told(problems) == [
        "data/orthography.yml:2: '-زرافه' removes a word the engine does not list in 'nouns' [key-unknown]"
    ]


def test_record_changes_a_rule_of_imports(write_record: WriteRecord) -> None:
    text = 'lines:\n  - {line: Share, below: rest}\n  - {line: "Desk: {any}"}\n'

    catalogue, problems = Catalogue.load(write_record({"data/intake.yml": text}))

    lines, default = catalogue.import_rules.lines, default_cues().lines
    assert problems == ()
    assert len(lines) == len(default) + 1
    assert lines[default.index(LineRule("Share"))] == LineRule("Share", below="rest")
    assert lines[-1] == LineRule("Desk: {any}")


def test_record_says_a_sentence_of_the_engine_otherwise(write_record: WriteRecord) -> None:
    sentence = '  - en: "unknown place \'{id}\'"\n    fa: "جای «{id}» را نمی‌شناسیم"\n'
    unknown = "  - en: unknown plaice '{id}'\n    fa: «{id}» نیست\n"

    catalogue, problems = Catalogue.load(
        write_record({"data/messages.yml": f"messages:\n{sentence}{unknown}"})
    )

    message = say("unknown place '{id}'", id="x")
    assert catalogue.messages.render(message, "fa") == "جای «x» را نمی‌شناسیم"
    assert len(catalogue.messages.persian) == len(default_messages().persian)
    assert told(problems) == [
        "data/messages.yml:4: the engine has no message 'unknown plaice '{id}'' [key-unknown]"
    ]
    assert "unknown place" in problems[0].hint
