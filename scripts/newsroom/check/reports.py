"""The problems of a check as text: for a terminal, for GitHub, as JSON and as SARIF.

Values in, text out. Machines get plain text; only a terminal gets isolating controls in a Persian
sentence, because it may turn text round and nobody keeps what it shows.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import quote as quote_url

from newsroom.check.manual import Explanation, address_of
from newsroom.check.quoting import Quote, quote
from newsroom.record.messages import Messages
from newsroom.record.problems import ERROR, WARNING, Problem, errors_of, say
from newsroom.text.bidi import PDI, RLI
from newsroom.text.messages import printable

JSON_VERSION = 1
"""Of the shape of `json`; a key that goes or changes its meaning makes it another."""
SHOWN = 10
"""So many of the files a change also concerns are named to a person; machines get all."""

_FSI = "\u2068"
_CODE = re.compile(r"`[^`]+`")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, and what it takes to tell of it."""

    problems: Sequence[Problem]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of the files they lie in, by path."""
    praise: str = ""
    """What is said where nothing is wrong."""
    concerns: Sequence[str] | None = None
    """The files that depend on a change, when only that was checked."""
    lang: str = "en"
    messages: Messages = field(default_factory=Messages)
    manual: Mapping[str, Explanation] = field(default_factory=dict)
    """What each rule is for."""
    site_url: str = ""
    is_terminal: bool = False

    @property
    def errors(self) -> int:
        """How many problems keep the content from being published."""
        return len(errors_of(self.problems))

    @property
    def warnings(self) -> int:
        """How many problems are for somebody to look at."""
        return len(self.problems) - self.errors

    def tell(self, message: str) -> str:
        """A message in the language of the report, on one line, as plain text."""
        return _clean(self.messages.render(message, self.lang))

    def show(self, message: str) -> str:
        """The same for a person, with what runs the other way kept together on a terminal."""
        if self.lang == "en" or not self.is_terminal:
            return self.tell(message)
        text = self.messages.render(message, self.lang, _isolate)
        return f"{RLI}{_CODE.sub(lambda code: _isolate(code[0]), text)}{PDI}"

    def quote(self, problem: Problem) -> Quote | None:
        """The line of a problem; `None` where its file has none to show."""
        text = self.texts.get(problem.path)
        return quote(problem, text) if text is not None else None

    @property
    def summary(self) -> str:
        """What it comes to, in a line or two."""
        lines: list[str] = []
        if self.errors:
            lines.append(say("{count} problem(s) found", count=self.errors))
        if self.warnings:
            lines.append(say("{count} warning(s)", count=self.warnings))
        if not self.problems:
            lines.append(self.praise)
        return "\n".join(map(self.show, lines))


def as_text(report: Report) -> str:
    """Each problem on a line, the line it lies on below it, and what to do."""
    parts = [_paragraph(report, problem) for problem in report.problems]
    if report.concerns:
        shown = [f"  {path}" for path in report.concerns[:SHOWN]]
        more = len(report.concerns) - len(shown)
        if more:
            shown.append(f"  {report.show(say('and {count} more', count=more))}")
        parts.append("\n".join([report.show(say("also concerns:")), *shown]))
    return "\n".join(parts)


def as_github(report: Report) -> str:
    """Commands to a workflow on GitHub, which it shows as annotations beside the lines."""
    return "\n".join(map(partial(_annotation, report), report.problems))


def as_json(report: Report) -> str:
    """One object; its shape is told of in the guide for editors."""
    found = {
        "version": JSON_VERSION,
        "lang": report.lang,
        "errors": report.errors,
        "warnings": report.warnings,
        "problems": [_entry(report, problem) for problem in report.problems],
        "concerns": None if report.concerns is None else list(report.concerns),
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_sarif(report: Report) -> str:
    """A log of the Static Analysis Results Interchange Format 2.1.0, as code scanning reads it."""
    rules = sorted({*report.manual, *(problem.rule for problem in report.problems)})
    index = {rule: at for at, rule in enumerate(rules)}
    driver = {"name": "newsroom", "rules": [_rule(report, rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "language": report.lang,
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, problem, index[problem.rule]) for problem in report.problems],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}


def _paragraph(report: Report, problem: Problem) -> str:
    level = report.tell(say("error") if problem.level == ERROR else say("warning"))
    message = report.show(problem.message)
    rows = [f"{problem.path}:{problem.line}: {level}: {message}  [{problem.rule}]"]
    if found := report.quote(problem):
        margins = f"  {problem.line} | ", f"  {' ' * len(str(problem.line))} | "
        rows += [margin + row for margin, row in zip(margins, found.rows, strict=False)]
    if problem.hint:
        rows.append(f"  {report.tell(say('hint'))}: {report.show(problem.hint)}")
    return "\n".join(rows)


def _annotation(report: Report, problem: Problem) -> str:
    place: dict[str, object] = {"file": problem.path, "line": problem.line}
    if region := _columns(report, problem):
        place |= {"col": region[0], "endColumn": region[1]}
    place["title"] = problem.rule
    values = ",".join(f"{key}={_escape(str(value), ':,')}" for key, value in place.items())
    text = "\n".join(filter(None, (report.tell(problem.message), _hint(report, problem))))
    command = "warning" if problem.level == WARNING else "error"
    return f"::{command} {values}::{_escape(text)}"


def _entry(report: Report, problem: Problem) -> dict[str, Any]:
    start, end = _columns(report, problem) or (None, None)
    return {
        "path": problem.path,
        "line": problem.line,
        "column": start,
        "end_column": end,
        "level": problem.level,
        "rule": problem.rule,
        "message": report.tell(problem.message),
        "hint": report.tell(problem.hint),
        "help": address_of(report.manual.get(problem.rule), report.site_url, report.lang),
    }


def _rule(report: Report, rule: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": rule}
    if known := report.manual.get(rule):
        entry["shortDescription"] = {"text": known.reason}
        entry["help"] = {"text": known.text, "markdown": known.text}
    if address := address_of(known, report.site_url, report.lang):
        entry["helpUri"] = address
    return entry


def _result(report: Report, problem: Problem, index: int) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": problem.line}
    if columns := _columns(report, problem):
        region |= {"startColumn": columns[0], "endColumn": columns[1]}
    text = ". ".join(filter(None, (report.tell(problem.message), _hint(report, problem))))
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.level,
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote_url(problem.path), "uriBaseId": "%SRCROOT%"},
                    "region": region,
                }
            }
        ],
    }


def _columns(report: Report, problem: Problem) -> tuple[int, int] | None:
    """First column, and the one behind the last, from 1; where the spot is known."""
    found = report.quote(problem)
    return (found.spot[0] + 1, found.spot[1] + 1) if found and found.spot else None


def _hint(report: Report, problem: Problem) -> str:
    return f"{report.tell(say('hint'))}: {report.tell(problem.hint)}" if problem.hint else ""


def _escape(text: str, signs: str = "") -> str:
    """`text` as a workflow command takes it; a property needs colon and comma escaped, too."""
    for sign in f"%\r\n{signs}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _isolate(text: str) -> str:
    return f"{_FSI}{_clean(text)}{PDI}"


def _clean(text: str) -> str:
    """`text` as a terminal can be trusted with it: a value may hold anything."""
    return printable(text)[:600]
