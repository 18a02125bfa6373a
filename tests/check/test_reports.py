"""The formats a check is told in."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from newsroom.check.manual import address_of, explanations
from newsroom.check.reports import SHOWN, Report, as_github, as_json, as_sarif, as_text
from newsroom.record.problems import WARNING, Problem, did_you_mean, say, unknown

from ..conftest import ROOT, real_record

CATALOGUE = real_record()
SITE = "https://record.example/sub/"
PLACE = Problem(
    "data/people/x.yml",
    2,
    "place-unknown",
    unknown("place", "kavn"),
    did_you_mean("kavn", ["kavan"]),
)
HEADING = Problem(
    "docs/fa/guide/100%,a:b.md",
    1,
    "heading-id",
    say("the id '{id}' appears twice on the page", id="هدف"),
    level=WARNING,
)
TEXTS = {PLACE.path: "name: x\ncity: kavn\n", HEADING.path: "## هدف‌ها {#هدف}\n"}
FSI, RLI, PDI = "\u2068", "\u2067", "\u2069"


def report(lang: str = "en", **values: Any) -> Report:
    manual = explanations(CATALOGUE.pages, lang)
    given = {"problems": (PLACE, HEADING), "texts": TEXTS, "site_url": SITE} | values
    return Report(lang=lang, messages=CATALOGUE.messages, manual=manual, **given)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            "data/people/x.yml:2: error: unknown place 'kavn'  [place-unknown]\n"
            "  2 | city: kavn\n"
            "    |       ^^^^\n"
            "  hint: did you mean 'kavan'?\n"
            "docs/fa/guide/100%,a:b.md:1: warning: the id 'هدف' appears twice on the page  [heading-id]\n"
            "  1 | ## >>هدف<<\u200cها {#هدف}",
        ),
        (
            "fa",
            "data/people/x.yml:2: خطا: مکانی با شناسهٔ «kavn» وجود ندارد  [place-unknown]\n"
            "  2 | city: kavn\n"
            "    |       ^^^^\n"
            "  راهنمایی: منظورتان «kavan» است؟\n"
            "docs/fa/guide/100%,a:b.md:1: هشدار: شناسهٔ «هدف» در صفحه دو بار آمده است  [heading-id]\n"
            "  1 | ## >>هدف<<\u200cها {#هدف}",
        ),
    ],
)
def test_text_quotes_the_line_and_gives_the_hint(lang: str, expected: str) -> None:
    assert as_text(report(lang)) == expected


def test_terminal_gets_persian_with_its_values_isolated() -> None:
    shown = as_text(report("fa", is_terminal=True)).split("\n")

    assert shown[0] == (
        f"data/people/x.yml:2: خطا: {RLI}مکانی با شناسهٔ «{FSI}kavn{PDI}» وجود ندارد{PDI}  [place-unknown]"
    )
    assert as_text(report("en", is_terminal=True)) == as_text(report("en"))


def test_value_can_bring_no_sign_that_steers_a_terminal() -> None:
    bad = Problem("data/x.yml", 1, "rule", unknown("place", f"a\x1b[2J{PDI}\u202eb"))

    for lang in ("en", "fa"):
        for shown in (True, False):
            text = as_text(report(lang, problems=[bad], is_terminal=shown))
            assert "a?[2J??b" in text


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("en", "unknown place 'kavn'%0Ahint: did you mean 'kavan'?"),
        ("fa", "مکانی با شناسهٔ «kavn» وجود ندارد%0Aراهنمایی: منظورتان «kavan» است؟"),
    ],
)
def test_github_gets_commands_it_can_read(lang: str, message: str) -> None:
    error, warning = as_github(report(lang)).split("\n")

    assert error == (
        "::error file=data/people/x.yml,line=2,col=7,endColumn=11,title=place-unknown::" + message
    )
    assert warning.startswith(
        "::warning file=docs/fa/guide/100%25%2Ca%3Ab.md,line=1,col=4,endColumn=7,title=heading-id::"
    )


def test_github_command_is_one_line_whatever_a_value_holds() -> None:
    bad = Problem("data/x.yml", 1, "rule", unknown("place", "a\n::error::50%\r"))

    assert as_github(report(problems=[bad])) == (
        "::error file=data/x.yml,line=1,title=rule::unknown place 'a?::error::50%25?'"
    )


def test_json_has_the_documented_shape() -> None:
    found = json.loads(as_json(report(concerns=["docs/en/index.md"])))

    assert found == {
        "version": 1,
        "lang": "en",
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "path": "data/people/x.yml",
                "line": 2,
                "column": 7,
                "end_column": 11,
                "level": "error",
                "rule": "place-unknown",
                "message": "unknown place 'kavn'",
                "hint": "did you mean 'kavan'?",
                "help": "https://record.example/sub/en/guide/rules.html#place-unknown",
            },
            {
                "path": "docs/fa/guide/100%,a:b.md",
                "line": 1,
                "column": 4,
                "end_column": 7,
                "level": "warning",
                "rule": "heading-id",
                "message": "the id 'هدف' appears twice on the page",
                "hint": "",
                "help": "https://record.example/sub/en/guide/text-rules.html#heading-id",
            },
        ],
        "concerns": ["docs/en/index.md"],
    }


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_guide_lists_the_keys_of_the_json(lang: str) -> None:
    guide = (ROOT / "docs" / lang / "guide" / "check.md").read_text(encoding="utf-8")
    found = json.loads(as_json(report()))

    for key in {*found, *found["problems"][0]}:
        assert f"`{key}`" in guide or f'"{key}"' in guide, key


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_sarif_is_what_its_specification_requires(lang: str) -> None:
    log = json.loads(as_sarif(report(lang)))
    (run,) = log["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]

    assert log["version"] == "2.1.0"
    assert urlsplit(log["$schema"]).scheme == "https"
    assert re.fullmatch("[a-z]{2}(-[A-Z]{2})?", run["language"])
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    assert run["tool"]["driver"]["name"]
    assert len({rule["id"] for rule in rules}) == len(rules) > 50
    for rule in rules:
        assert urlsplit(rule["helpUri"]).netloc
        assert rule["helpUri"].endswith(f"#{rule['id']}")
        assert rule["shortDescription"]["text"].endswith((".", "؟", "?"))
        assert rule["help"]["text"]
    assert [result["level"] for result in results] == ["error", "warning"]
    for result in results:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        uri, region = place["artifactLocation"]["uri"], place["region"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
        assert not uri.startswith("/")
        assert 1 <= region["startColumn"] < region["endColumn"]
        assert region["startLine"] >= 1


def test_sarif_of_a_rule_without_a_section_has_no_address_of_none() -> None:
    odd = Problem("data/x.yml", 1, "odd-rule", "message")

    log = json.loads(as_sarif(Report([odd])))

    assert log["runs"][0]["tool"]["driver"]["rules"] == [{"id": "odd-rule"}]


@pytest.mark.parametrize(
    ("lang", "problems", "expected"),
    [
        ("en", (PLACE, HEADING), "1 problem(s) found\n1 warning(s)"),
        ("fa", (PLACE, HEADING), "۱ ایراد یافت شد\n۱ هشدار"),
        ("en", (HEADING,), "1 warning(s)"),
        ("en", (), "all is well"),
    ],
)
def test_summary_counts_errors_and_warnings(
    lang: str, problems: tuple[Problem, ...], expected: str
) -> None:
    assert report(lang, problems=problems, praise="all is well").summary == expected


@pytest.mark.parametrize(
    ("count", "last"),
    [(1, "  docs/0.md"), (SHOWN, f"  docs/{SHOWN - 1}.md"), (SHOWN + 5, "  and 5 more")],
)
def test_text_names_some_of_what_a_change_also_concerns(count: int, last: str) -> None:
    concerns = [f"docs/{number}.md" for number in range(count)]

    lines = as_text(report(problems=(), concerns=concerns)).split("\n")

    assert lines[0] == "also concerns:"
    assert lines[-1] == last


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_reason_of_a_rule_is_its_first_sentence_without_markup(lang: str) -> None:
    manual = explanations(CATALOGUE.pages, lang)

    assert not [entry for entry in manual.values() if re.search(r"`|\]\(", entry.reason)]
    assert not [entry for entry in manual.values() if len(entry.reason) > 250]


def test_address_of_a_rule_is_that_of_its_language_and_page() -> None:
    fa, en = (explanations(CATALOGUE.pages, lang) for lang in ("fa", "en"))
    site = "https://a.example"

    assert address_of(fa["id-form"], site, "fa") == f"{site}/guide/rules.html#id-form"
    assert address_of(en["id-form"], f"{site}/", "en") == f"{site}/en/guide/rules.html#id-form"
    assert address_of(en["link-text"], site, "en") == f"{site}/en/guide/text-rules.html#link-text"
    assert address_of(None, site, "en") == ""
    assert address_of(en["id-form"], "", "en") == ""
