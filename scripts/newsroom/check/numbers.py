"""Numbers: digits and their signs are those of the page's language.

They are seen, and the numbers are right all the same: a warning.
"""

import re
from collections.abc import Iterator

from newsroom.check.rule import TEXT, rule
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.text.letters import LETTERS
from newsroom.text.persian import persian_digits

_LATIN_DIGITS = re.compile(r"[0-9\u0660-\u0669](?:[0-9\u0660-\u0669.,:/-]*[0-9\u0660-\u0669])?")
_PERSIAN_DIGITS = re.compile(r"[\u06f0-\u06f9\u0660-\u0669]+")
_ISO_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?")
_ITEM = re.compile(r"[ \t>]*[0-9]{1,9}[.)](?=[ \t])")
"""The number Markdown begins an item of a list with."""
_FOREIGN = re.compile(r"[A-Za-z@_=&]")
_PERSIAN = re.compile(rf"[{LETTERS}]")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_SIGN = re.compile(
    r"(?P<percent>(?<=[۰-۹]) ?%|% ?(?=[۰-۹])|(?<=[۰-۹]) ٪|٪ ?(?=[۰-۹]))"
    r"|(?<![۰-۹.])[۰-۹]+(?P<decimal>\.)[۰-۹]+(?![۰-۹.])"
    r"|(?<![۰-۹/])[۰-۹]+(?P<slash>/)[۰-۹]+(?= (?:هزار|میلیون|میلیارد|تریلیون|درصد))"
    r"|(?<![۰-۹.])[۰-۹]{1,3}(?P<grouped>\.)[۰-۹]{3}(?:\.[۰-۹]{3})+(?![۰-۹.])"
    r"|(?<![۰-۹,،])[۰-۹]{1,3}(?P<thousands>[,،])[۰-۹]{3}(?:[,،][۰-۹]{3})*(?![۰-۹,،])"
)
_BESIDE = re.compile(r"[۰-۹][ %٪.,،/]|[%٪] ?[۰-۹]")
_EXPECTED = {
    "percent": ("%", "«٪», right after the number"),
    "decimal": (".", "«٫»"),
    "slash": ("/", "«٫»"),
    "grouped": (".", "«٬»"),
    "thousands": (",", "«٬»"),
}


@rule(TEXT, warning="digit-foreign")
def digit_foreign(segment: TextSegment) -> Iterator[Problem]:
    """Digits of another script stop the eye, and are read in another direction."""
    digits = _LATIN_DIGITS if segment.lang == "fa" else _PERSIAN_DIGITS
    if not digits.search(segment.text):
        return
    for line, text in enumerate(segment.text.split("\n"), segment.line):
        item = _ITEM.match(text)
        for found in digits.finditer(text, item.end() if item else 0):
            if _is_foreign(text, found, segment.lang):
                expected = _expected(found[0], segment.lang)
                message = say(
                    "the digits of '{digits}'; expected '{expected}'",
                    digits=found[0],
                    expected=expected,
                )
                yield digit_foreign.problem(segment.path, line, message)


@rule(TEXT, warning="number-sign")
def number_sign(segment: TextSegment) -> Iterator[Problem]:
    """Persian numbers have signs of their own: ۲٫۶ and ۱۸٬۲۶۰ and ۱۲٪."""
    if segment.lang != "fa" or not _BESIDE.search(segment.text):
        return
    for found in _SIGN.finditer(segment.text):
        kind = str(found.lastgroup)
        message = say(
            "the sign '{sign}' in a Persian number; expected {expected}",
            sign=found[kind].strip(),
            expected=_EXPECTED[kind][1],
        )
        line = segment.line_at(found.start(kind))
        yield number_sign.problem(segment.path, line, message)


def _is_foreign(line: str, found: re.Match[str], lang: str) -> bool:
    """Whether digits stand among words of the page's language and not in or beside foreign ones."""
    around = _around(line, found.start(), found.end())
    if lang == "en":
        return not _PERSIAN.search(around)
    if any("\u0660" <= sign <= "\u0669" for sign in found[0]):
        return True
    return not _ISO_DATE.fullmatch(found[0]) and not _FOREIGN.search(around)


def _around(line: str, start: int, end: int) -> str:
    """The word digits stand in, and those on both sides."""
    before = line[max(0, start - 80) : start].split(" ")[-2:]
    after = line[end : end + 80].split(" ")[:2]
    return " ".join((*before, *after))


def _expected(digits: str, lang: str) -> str:
    if lang == "fa":
        return persian_digits(digits.translate(_ARABIC_DIGITS))
    return "".join(str(int(digit)) for digit in digits)
