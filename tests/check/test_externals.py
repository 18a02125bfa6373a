import datetime
import json

import pytest

from newsroom.check.externals import Answer, External, Findings, externals_of, weigh
from newsroom.github.link_issues import (
    MAX_MEMORY,
    MAX_SIGNS,
    Issue,
    failures_in,
    outputs_of,
    read_issue,
    step_for,
    text_of,
    title_of,
)
from newsroom.record.catalogue import Catalogue

from ..conftest import ORIGINAL, SOURCE, WriteRecord, sample_record

CATALOGUE = sample_record()
STRINGS = CATALOGUE.strings
FIRST = datetime.date(2026, 11, 2)
WEEK = datetime.timedelta(days=7)
GONE = Answer(404)
PLACE = External("https://example.org/a", ("docs/en/index.md:7",))


def weighed(*answers: Answer, first: datetime.date | None = None) -> Findings:
    """What these answers come to a week after `first`, the day the first address failed."""
    externals = [
        External(f"https://example.org/{at}", (f"a.md:{at}",)) for at in range(len(answers))
    ]
    failures = {"https://example.org/0": first} if first else {}
    by_address = {ext.address: answer for ext, answer in zip(externals, answers, strict=True)}
    return weigh(externals, by_address, failures, FIRST + WEEK)


def test_addresses_are_found_with_their_lines(write_record: WriteRecord) -> None:
    text = ORIGINAL.replace(
        "Text.",
        "[one](https://example.org/b) <https://example.org/a>\n\n[x]: https://example.org/c\n\n"
        "[in](../index.md) `[code](https://example.org/no)` <mailto:a@example.org>",
    )
    source = SOURCE.replace("sha256", "address: https://example.org/a\nsha256")
    root = write_record({"docs/en/news/kavan-meeting.md": text, "data/sources/report.yml": source})

    found = externals_of(Catalogue.load(root)[0])

    article = "docs/en/news/kavan-meeting.md"
    assert found == (
        External("https://example.org/a", (f"{article}:13", "data/sources/report.yml:3")),
        External("https://example.org/b", (f"{article}:13",)),
        External("https://example.org/c", (f"{article}:15",)),
    )


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (Answer(200), "fine"),
        (Answer(206), "fine"),
        (Answer(200, moved_to="https://example.org/b"), "moved"),
        (Answer(404), "failed"),
        (Answer(410), "failed"),
        (Answer(500), "failed"),
        (Answer(403), "refused"),
        (Answer(429), "refused"),
        (Answer(999), "refused"),
        (Answer(403, moved_to="https://example.org/b"), "refused"),
        (Answer(reason="timeout"), "failed"),
    ],
)
def test_outcome_of_an_answer(answer: Answer, outcome: str) -> None:
    assert answer.outcome == outcome


@pytest.mark.parametrize(
    ("first", "broken"),
    [
        (None, False),
        (FIRST, True),
        (FIRST - WEEK, True),
        (FIRST + datetime.timedelta(days=1), False),
        (FIRST + 5 * WEEK, False),  # a day that has not come yet counts as today
    ],
)
def test_only_two_failures_a_week_apart_make_a_link_broken(
    first: datetime.date | None, broken: bool
) -> None:
    findings = weighed(GONE, first=first)

    assert bool(findings.broken) is broken
    assert bool(findings.failing) is not broken


def test_success_between_two_failures_begins_the_count_anew() -> None:
    first = weigh([PLACE], {PLACE.address: GONE}, {}, FIRST)
    second = weigh([PLACE], {PLACE.address: Answer(200)}, first.failures, FIRST + WEEK)
    third = weigh([PLACE], {PLACE.address: GONE}, second.failures, FIRST + 2 * WEEK)

    assert (first.broken, second.broken, third.broken) == ((), (), ())
    assert third.failures == {PLACE.address: FIRST + 2 * WEEK}


def test_failures_are_remembered_in_the_text_of_the_issue() -> None:
    odd = External('https://example.org/"--><b>/نشانی', ("a.md:1",))
    findings = weigh([PLACE, odd], {PLACE.address: GONE, odd.address: GONE}, {}, FIRST)

    text = text_of(findings, STRINGS)

    assert text.splitlines()[-1].count("-->") == 1
    assert failures_in(Issue(1, True, text)) == {PLACE.address: FIRST, odd.address: FIRST}


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<!-- newsroom-links {} -->",
        "<!-- newsroom-links {broken} -->",
        '<!-- newsroom-links {"a": 5} -->',
        '<!-- newsroom-links {"a": "soon"} -->',
        f'<!-- newsroom-links {{"a": {"[" * 5000} -->',
    ],
)
def test_spoilt_memory_is_none(body: str) -> None:
    assert failures_in(Issue(1, True, body)) == {}


def test_memory_another_server_smuggles_in_is_not_taken() -> None:
    moved = Answer(200, moved_to='https://example.org/ <!-- newsroom-links {"x":"2020-01-01"} -->')
    externals = [PLACE, External("https://example.org/b", ("b.md:1",))]
    findings = weigh(externals, {PLACE.address: GONE, externals[1].address: moved}, {}, FIRST)

    assert failures_in(Issue(1, True, text_of(findings, STRINGS))) == {PLACE.address: FIRST}


@pytest.mark.parametrize(
    ("issue", "answer", "first", "step"),
    [
        (None, Answer(200), None, "nothing"),
        (None, GONE, None, "create"),
        (False, GONE, FIRST, "reopen"),
        (True, GONE, FIRST, "edit"),
        (True, GONE, None, "close"),
        (True, Answer(200), None, "close"),
        (True, Answer(200), FIRST, "close"),
        (False, Answer(200), FIRST, "edit"),
        (False, GONE, None, "edit"),
        (False, Answer(200), None, "nothing"),
    ],
)
def test_what_is_done_to_the_issue(
    issue: bool | None, answer: Answer, first: datetime.date | None, step: str
) -> None:
    remembered = {"https://example.org/0": (first or FIRST).isoformat()} if first else {}
    body = f"<!-- newsroom-links {json.dumps(remembered)} -->"

    known = None if issue is None else Issue(3, issue, body)

    assert step_for(known, weighed(answer, first=first)) == step


def test_first_failure_opens_no_issue_and_the_second_does() -> None:
    """Three weeks: an address goes, stays away, and comes back."""
    one = weigh([PLACE], {PLACE.address: GONE}, failures_in(None), FIRST)
    steps = [step_for(None, one)]
    issue = Issue(3, False, text_of(one, STRINGS))
    two = weigh([PLACE], {PLACE.address: GONE}, failures_in(issue), FIRST + WEEK)
    steps.append(step_for(issue, two))
    issue = Issue(3, True, text_of(two, STRINGS))
    three = weigh([PLACE], {PLACE.address: Answer(200)}, failures_in(issue), FIRST + 2 * WEEK)
    steps.append(step_for(issue, three))

    assert steps == ["create", "reopen", "close"]


def test_report_names_address_reason_day_and_place_in_both_languages() -> None:
    moved = Answer(200, moved_to="https://example.org/new")
    findings = weighed(GONE, Answer(403), moved, Answer(reason="timeout"), first=FIRST)

    text = text_of(findings, STRINGS)

    assert (
        "* `https://example.org/0` – HTTP 404; since 2 November 2026 (11 Aban 1405); `a.md:0`"
        in text
    )
    assert "* `https://example.org/0` – HTTP 404; از ۱۱ آبان ۱۴۰۵ (۲ نوامبر ۲۰۲۶); `a.md:0`" in text
    assert "### Reject automated requests\n\n* `https://example.org/1` – HTTP 403; `a.md:1`" in text
    assert "* `https://example.org/2` – `https://example.org/new`; `a.md:2`" in text
    assert "timed out; since 9 November 2026" in text
    assert "External links checked: 4." in text


def test_report_of_a_record_where_all_is_well_says_so() -> None:
    text = text_of(weighed(Answer(200)), STRINGS)

    assert "All of them responded." in text
    assert "همه پاسخ دادند." in text


def test_long_report_fits_into_an_issue() -> None:
    externals = [
        External(f"https://example.org/{at:04}/{'x' * 900}", ("a.md:1",)) for at in range(500)
    ]
    findings = weigh(externals, {one.address: GONE for one in externals}, {}, FIRST)

    text = text_of(findings, STRINGS)

    assert len(text) <= MAX_SIGNS + 1
    assert 0 < len(failures_in(Issue(1, True, text))) < 500
    assert len(text.splitlines()[-1]) <= MAX_MEMORY + 40


def test_outputs_cannot_be_ended_by_an_address() -> None:
    odd = External("https://example.org/END", ("a.md:1\nEND\nstep=close",))
    findings = weigh([odd], {odd.address: GONE}, {}, FIRST)

    lines = outputs_of(None, findings, STRINGS).splitlines()

    assert lines[:3] == ["step=create", "number=", f"title={title_of(STRINGS)}"]
    word = lines[3].removeprefix("body<<")
    assert lines.index(word) == len(lines) - 1
    assert word not in "\n".join(lines[4:-1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", None),
        ('[{"number": 4, "state": "OPEN", "body": "x"}]', Issue(4, True, "x")),
        ('[{"number": 4, "state": "CLOSED", "body": "x"}]', Issue(4, False, "x")),
    ],
)
def test_issue_is_read_as_gh_prints_it(text: str, expected: Issue | None) -> None:
    assert read_issue(text) == expected


@pytest.mark.parametrize("text", ["", "{", '{"a": 1}', "[4]", '[{"number": "x"}]', "null4"])
def test_other_text_is_no_issue(text: str) -> None:
    with pytest.raises(ValueError):
        read_issue(text)
