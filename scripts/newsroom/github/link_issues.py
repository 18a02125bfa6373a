"""The one issue about external links: its text, what it remembers, and what is to be done to it.

There is one issue for all links and all weeks. It is made closed when a first address fails, opened
when one is broken, and closed when none is any more. The failures it remembers stand in a comment
of its text that no reader sees.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from newsroom.check.externals import Finding, Findings
from newsroom.record.strings import Strings
from newsroom.text.bidi import isolate_markdown
from newsroom.text.dates import Period, format_period
from newsroom.text.languages import LANGS
from newsroom.text.markdown import bullets, code, output_of, sections
from newsroom.text.persian import number

NOTHING, CREATE, EDIT, REOPEN, CLOSE = "nothing", "create", "edit", "reopen", "close"
MAX_SIGNS = 60_000
"""Of an issue's text; GitHub takes 65,536."""
MAX_MEMORY = 30_000
"""Of what it remembers."""
MAX_LINES = 60
"""Addresses of a kind that are listed, in each language."""
MAX_PLACES = 5

Copies = Mapping[str, str]
"""Where an archive has a copy of a lost source, by the path of its file."""

_MEMORY = ("<!-- newsroom-links ", " -->")
"""What stands around that in the text."""


@dataclass(frozen=True, slots=True)
class Issue:
    """The issue as it is now."""

    number: int
    is_open: bool
    body: str


def read_issue(text: str) -> Issue | None:
    """The issue in what `gh issue list --json number,state,body` prints; `None` if there is none.

    Raises `ValueError` for any other text.
    """
    try:
        found = json.loads(text)
        if not found:
            return None
        issue = found[0]
        return Issue(int(issue["number"]), issue["state"] == "OPEN", str(issue["body"]))
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError("not a list of issues") from error


def failures_in(issue: Issue | None) -> dict[str, datetime.date]:
    """The first failures an issue remembers; none when somebody has spoilt them."""
    begin, end = _MEMORY
    # The last one: what stands above it may hold words of other servers.
    found = issue.body.rpartition(begin)[2].partition(end)[0] if issue else ""
    try:
        days = json.loads(found)
        return {address: datetime.date.fromisoformat(day) for address, day in days.items()}
    except (AttributeError, TypeError, ValueError, RecursionError):
        return {}


def step_for(issue: Issue | None, findings: Findings) -> str:
    """What is to be done: `nothing`, `create` (and close), `edit`, `reopen` or `close`."""
    if issue is None:
        return CREATE if findings.failures else NOTHING
    if findings.broken:
        return EDIT if issue.is_open else REOPEN
    if issue.is_open and not findings.unasked:  # one of them may be broken still
        return CLOSE
    return EDIT if findings.failures != failures_in(issue) else NOTHING


def text_of(
    findings: Findings, strings: Mapping[str, Strings], copies: Copies = MappingProxyType({})
) -> str:
    """The report in both languages, with what is to be remembered."""
    report = "\n".join(
        isolate_markdown(_in_one(findings, strings[lang], copies), lang) for lang in LANGS
    )
    begin, end = _MEMORY
    memory = f"{begin}{_hidden(findings.failures)}{end}\n"
    return f"{_cut(report, MAX_SIGNS - len(memory))}\n{memory}"


def title_of(strings: Mapping[str, Strings]) -> str:
    """The title of the issue in both languages."""
    return " · ".join(strings[lang].words["links.title"] for lang in LANGS)


def outputs_of(
    issue: Issue | None,
    findings: Findings,
    strings: Mapping[str, Strings],
    copies: Copies = MappingProxyType({}),
) -> str:
    """What a step hands to the next: `step`, `number`, `title`, `body`."""
    values = {
        "step": step_for(issue, findings),
        "number": str(issue.number) if issue else "",
        "title": title_of(strings),
        "body": text_of(findings, strings, copies),
    }
    return "".join(output_of(key, value) for key, value in values.items())


def _in_one(findings: Findings, strings: Strings, copies: Copies) -> str:
    words = strings.words
    count = number(findings.count, strings.lang)
    is_well = findings.count and not findings.failures and not findings.unasked
    unasked = number(len(findings.unasked), strings.lang)
    return sections(
        [
            words["links.asked"].format(count=count),
            words["links.none"] if is_well else "",
            words["links.unasked"].format(count=unasked) if findings.unasked else "",
            _listed(words["links.broken"], findings.broken, strings),
            _proposed(copies, words["links.archived"]),
            _listed(words["links.failing"], findings.failing, strings),
            _listed(words["links.refused"], findings.refused, strings),
            _listed(words["links.moved"], findings.moved, strings),
            words["links.remedy"] if findings.broken else "",
        ]
    )


def _listed(title: str, found: Iterable[Finding], strings: Strings) -> str:
    lines = [_line(finding, strings) for finding in found]
    rest = number(len(lines) - MAX_LINES, strings.lang)
    more = strings.words["summary.more"].format(count=rest) if len(lines) > MAX_LINES else ""
    return sections([f"### {title}", bullets(lines[:MAX_LINES]), more]) if lines else ""


def _proposed(copies: Copies, title: str) -> str:
    lines = [f"{code(path)} – {code(f'archived: {copy}')}" for path, copy in copies.items()]
    return sections([f"### {title}", bullets(lines[:MAX_LINES])]) if lines else ""


def _line(finding: Finding, strings: Strings) -> str:
    answer = finding.answer
    day = format_period(Period(finding.since, finding.since), strings.dates)
    told = [_reason(answer.reason, strings) if answer.reason else f"HTTP {answer.status}"]
    if answer.moved_to:
        told = [code(answer.moved_to)]
    elif answer.outcome == "failed":
        told.append(strings.words["links.since"].format(date=day))
    places = [code(place) for place in finding.external.places[:MAX_PLACES]]
    return f"{code(finding.external.address)} – {'; '.join([*told, *places])}"


def _reason(reason: str, strings: Strings) -> str:
    return {
        "timeout": strings.words["links.timeout"],
        "unreachable": strings.words["links.unreachable"],
        "unknown-host": strings.words["links.unknown_host"],
        "untrusted": strings.words["links.untrusted"],
        "circle": strings.words["links.circle"],
        "malformed": strings.words["links.malformed"],
    }[reason]


def _hidden(failures: Mapping[str, datetime.date]) -> str:
    """JSON in a comment, which no address may end; what has no room is failing for the first time
    again next week.
    """
    text, room = [], MAX_MEMORY
    for address, day in sorted(failures.items()):
        entry = f"{json.dumps(address, ensure_ascii=False)}:{json.dumps(day.isoformat())}"
        entry = entry.replace("<", "\\u003c").replace(">", "\\u003e")
        room -= len(entry) + 1
        if room < 0:
            break
        text.append(entry)
    return "{" + ",".join(text) + "}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: text.rfind("\n", 0, most - 2)] + "\n…"
