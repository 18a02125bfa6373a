"""A source as lines: what stays, and what is taken off with the reason why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from newsroom.intake.frames import OUTSIDE
from newsroom.record.import_rules import ImportRules, LineRule
from newsroom.text.date_phrases import FoundDate, find_dates
from newsroom.text.date_words import fold_signs
from newsroom.text.messages import say
from newsroom.text.persian import VOWEL_SIGNS, fold_name
from newsroom.text.sentences import holds_stop

REPEATED = say("repeated")
"""Why a line goes that stands a second time."""
_BELOW = say("below it")
_DATE = "\ue0fa"
"""Stands for a date while a line is held against the rules."""
_PLACES = {
    "{number}": r"[0-9][0-9.,٬]*",
    "{date}": _DATE,
    "{code}": r"(?: ?[^\w\s]+(?: ?[\w./-]{0,12})?[^\w\s]*)?",
    "{address}": r"\S+",
    "{any}": rf"(?P<any>[^|{_DATE}]{{0,200}})",
}
"""What stands in a rule for what changes, and the expression it becomes."""
_TOKENS = re.compile(r"( ?: ?| |\{[a-z]+\})")
"""What parts the words of a rule."""
_LONGEST = 300
"""Characters of a line that may be part of the frame."""
_HEAD = 8
"""Lines on top in which a title is sought."""
_PROSE = 80
"""Letters from which a line with a sentence in it is part of a text."""
_BY = re.compile(
    r"(?:(?:posted |written )?by |نوشته شده توسط |(?:author|نویسنده|خبرنگار|گزارشگر) ?: ?)",
    re.IGNORECASE,
)
_BETWEEN = r"[\s\-–—،,:|()/·•]*"
_SEVERAL = re.compile(rf"{_DATE}(?:{_BETWEEN}(?:ساعت|at|و)?{_BETWEEN}{_DATE})*")
_GAP = re.compile(r"[\s\-–—،,؛;|/·•*()\[\]]*(?:ساعت(?= |$))?[\s:]*[:.!…]*\s*")
"""What may part two rules that a line is made of."""
_ISSUE = re.compile(
    r"(?:سال|دوره|شماره|صفحه|vol(?:ume)?\.?|no\.?|issue|page|year)(?: پیاپی)? ?:? ?"
    r"(?:[0-9]+|[^\W\d_]{2,12}(?: و [^\W\d_]{2,8})?)(?= |$|[،,|–—-])",
    re.IGNORECASE,
)
"""The number of an issue: «سال هفتم، شمارهٔ ۲۱۴»; only beside a date."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, or a block of a page."""

    number: int
    """Where it stands in the source, from 1."""
    text: str
    kind: str = ""
    """`heading` or `title` where the source marks it as one; or what it is instead: an `item` of a
    list, a `row` of a table, a `caption`, a `byline`, `verse`, a `quote`, a `deck`, a `kicker`."""
    removed: str = ""
    """Why it is no part of the article; empty for what stays."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read off the lines that went: each with its line."""

    published: tuple[tuple[int, FoundDate], ...] = ()
    viewed: tuple[tuple[int, FoundDate], ...] = ()
    publisher: tuple[tuple[int, str], ...] = ()
    author: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What a line is made of: rules, dates, the number of an issue."""

    rules: tuple[LineRule, ...]
    dates: tuple[tuple[str, FoundDate], ...]
    """What each is (`published`, `viewed` or nothing) and the date."""
    publisher: str = ""
    author: str = ""

    @property
    def is_labelled(self) -> bool:
        """Whether words of a rule say what the line is, and not a date alone."""
        return all(rule.line != "{date}" for rule in self.rules)


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text that hold anything."""
    return tuple(
        Line(number, line.strip())
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )


def strip_boilerplate(
    lines: tuple[Line, ...], import_rules: ImportRules, author: str | None = None
) -> tuple[tuple[Line, ...], Taken]:
    """The lines with those marked removed that a rule knows, and what was read off them.

    `author` is who a page says in its head wrote it.
    """
    rules = [(rule, _expression(rule)) for rule in import_rules.lines]
    title = next((at for at, line in enumerate(lines) if line.kind == "title"), -1)
    beside: list[tuple[Line, Match]] = []
    read: list[tuple[Line, Match]] = []
    marked: list[Line] = []
    for at, line in enumerate(lines):
        match = match_line(line.text, rules) if len(line.text) <= _LONGEST else None
        if match is None or not match.dates:
            match = _signature(line, author) or match
        if match and not line.removed:
            read.append((line, match))
            line = replace(line, removed=_reason(line, match))
        elif match and line.removed == OUTSIDE and (match.is_labelled or at + 1 == title):
            beside.append((line, match))
        marked.append(line)
    return _without_repeats(list(_without_tail(marked, import_rules))), _taken(read, beside)


def _signature(line: Line, told: str | None) -> Match | None:
    """What a page marks as said of its article, by whom and when: a line that is no text."""
    is_author = told is not None and fold_name(line.text) == fold_name(told)
    is_marked = line.kind in ("meta", "byline") and not is_prose(line.text)
    if not (is_author or is_marked) or len(line.text) > _LONGEST:
        return None
    dates = find_dates(line.text)
    name = line.text[: dates[0].start] if dates else line.text
    by = _BY.match(name)
    is_name = line.kind == "byline" or by or is_author
    author = name[by.end() if by else 0 :].strip(" |,،·•-–—:") if is_name else ""
    return Match((), tuple(("published", date) for date in dates[:1]), author=author)


def _reason(line: Line, match: Match) -> str:
    if match.rules:
        return say("rule '{rule}'", rule=match.rules[0].line)
    return say("about the article") if line.kind == "meta" else say("author")


def _taken(read: list[tuple[Line, Match]], beside: list[tuple[Line, Match]]) -> Taken:
    """What the lines tell; what lies beside the article is asked where the article is silent."""

    def dates(takes: str) -> tuple[tuple[int, FoundDate], ...]:
        for source in (read, beside):
            found = [
                (line.number, date)
                for line, match in source
                for what, date in match.dates
                if what == takes
            ]
            if found:
                return tuple(found)
        return ()

    names = [(line.number, match.publisher) for line, match in read + beside if match.publisher]
    author = next((match.author for _, match in read if match.author), "")
    return Taken(dates("published"), dates("viewed"), tuple(names), author)


@cache  # compiling the rules anew was a tenth of every import
def _expression(rule: LineRule) -> re.Pattern[str]:
    """The expression a rule is matched by.

    Blanks may be missing. A blank before a colon changes nothing, nor a colon before a number or
    a date: «بازدید : ۱۲». What `{any}` stands for behind a blank or a colon is not empty.
    """
    pattern, before = "", ""
    for token, after in pairwise([*filter(None, _TOKENS.split(_folded(rule.line))), ""]):
        if token in _PLACES:
            place = _PLACES[token]
            pattern += place.replace("{0,", "{1,") if before[-1:] in (" ", ":") else place
        elif token.strip(" :"):
            pattern += re.escape(token)
        else:
            is_counted = after in ("{number}", "{date}")
            pattern += " ?:? ?" if is_counted else " ?: ?" if ":" in token else " ?"
        before = token
    return re.compile(pattern + r"(?= ?[:.!…]*(?:[^\w]|$))", re.IGNORECASE)


def _folded(text: str) -> str:
    """`text` as it is compared with the rules: plain digits and dashes, no vowel signs."""
    return " ".join(fold_signs(text).translate(VOWEL_SIGNS).split())


def match_line(text: str, rules: Sequence[tuple[LineRule, re.Pattern[str]]]) -> Match | None:
    """What a line is made of, where rules and dates explain every word of it.

    A first word that may be part of a date may be the word of a rule, too: «امروز».
    """
    if is_prose(text) and _rule_at(_folded(text), 0, rules)[0] is None:
        return None
    dates = find_dates(text)
    first = len(text.split(maxsplit=1)[0])
    if dates and dates[0].start == 0 and first < len(text):
        behind = (
            replace(one, start=one.start + first, end=one.end + first)
            for one in find_dates(text[first:])
        )
        if match := _made_of(text, tuple(behind), rules):
            return match
    return _made_of(text, dates, rules)


def _made_of(
    text: str,
    dates: Sequence[FoundDate],
    rules: Sequence[tuple[LineRule, re.Pattern[str]]],
) -> Match | None:
    folded = _folded(_with_marks(text, dates))
    found: list[LineRule] = []
    read: list[tuple[str, FoundDate]] = []
    named: dict[str, str] = {}
    at = 0
    while at < len(folded):
        rule, end, name = _rule_at(folded, at, rules)
        if rule is None or end == at:
            issue = _ISSUE.match(folded, at) if dates else None
            if issue is None:
                return None
            end = issue.end()
        else:
            found.append(rule)
            marks = folded[at:end].count(_DATE)
            if marks:
                read.append((rule.takes, dates[len(read)]))
                read += [("", date) for date in dates[len(read) : len(read) + marks - 1]]
            named.setdefault(rule.takes, _as_written(name, text))
        gap = _GAP.match(folded, end)
        at = gap.end() if gap else end
    if not found:
        return None
    return Match(tuple(found), tuple(read), named.get("publisher", ""), named.get("author", ""))


def _as_written(name: str, text: str) -> str:
    """A name with the marks that the comparison leaves out."""
    words, count = text.split(), len(name.split())
    runs = (" ".join(words[at : at + count]) for at in range(len(words) - count + 1))
    return next((run for run in runs if _folded(run).strip(" ،,") == name), name)


def _with_marks(text: str, dates: Sequence[FoundDate]) -> str:
    for date in reversed(dates):
        text = f"{text[: date.start]}{_DATE}{text[date.end :]}"
    return text


def _rule_at(
    text: str, at: int, rules: Sequence[tuple[LineRule, re.Pattern[str]]]
) -> tuple[LineRule | None, int, str]:
    """The longest rule that begins at a place of a line, where it ends, and what it names."""
    best: tuple[LineRule | None, int, str] = (None, at, "")
    for rule, expression in rules:
        match = expression.match(text, at)
        if match and match.end() > best[1]:
            best = rule, match.end(), (match.groupdict().get("any") or "").strip()
    if best[0] and text[best[1] - 1] == _DATE and (several := _SEVERAL.match(text, best[1] - 1)):
        return best[0], several.end(), best[2]
    return best


def is_prose(text: str) -> bool:
    """Whether a line is a paragraph and no headline, label or name."""
    return len(text) >= _PROSE and holds_stop(text)


def _without_tail(lines: list[Line], import_rules: ImportRules) -> Iterator[Line]:
    """What stands below "related news" or the end of the message, as far as it is no text."""
    below = {rule.line: rule.below for rule in import_rules.lines if rule.below}
    whole = sum(len(line.text) for line in lines if not line.removed and is_prose(line.text))
    above, reason = 0, ""
    for line in lines:
        if line.removed:
            opened = below.get(line.removed.removeprefix("rule '").removesuffix("'"))
            if opened == "headlines" or (opened == "rest" and above * 2 > whole):
                reason = opened
        elif reason and (reason == "rest" or not (is_prose(line.text) or line.kind)):
            line = replace(line, removed=_BELOW)
        elif is_prose(line.text):
            above, reason = above + len(line.text), ""
        yield line


def _without_repeats(lines: list[Line]) -> tuple[Line, ...]:
    """A line from the head of a page that stands again, as titles do, goes the second time."""
    head = [line for line in lines if not line.removed][:_HEAD]
    titles = {
        fold_name(line.text)
        for line in head
        if len(line.text) <= 200 and len(line.text.split()) > 2 and line.text[-1] not in ".!?؟"
    }
    return tuple(_repeats_marked(lines, titles))


def _repeats_marked(lines: Sequence[Line], titles: set[str]) -> Iterator[Line]:
    marked = {fold_name(line.text) for line in lines if line.kind == "title" and not line.removed}
    seen: set[str] = set()
    for line in lines:
        name = fold_name(line.text)
        if line.removed or name not in titles:
            yield line
        elif name in seen or (name in marked and line.kind != "title"):
            yield replace(line, removed=REPEATED)
        else:
            seen.add(name)
            yield line
