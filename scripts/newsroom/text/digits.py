"""Digits of another script, and separators and percent signs that Persian numbers do not have."""

import re
from collections.abc import Iterator

from newsroom.text.letters import has_persian
from newsroom.text.persian import persian_digits
from newsroom.text.positions import lines_of
from newsroom.text.slips import Slip

_DIGITS = {
    "fa": re.compile(r"[0-9\u0660-\u0669](?:[0-9\u0660-\u0669.,:/-]*[0-9\u0660-\u0669])?"),
    "en": re.compile(r"[\u06f0-\u06f9\u0660-\u0669]+"),
}
_ISO_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?")
_ITEM = re.compile(r"[ \t>]*[0-9]{1,9}[.)](?=[ \t])")
"""The number Markdown begins an item of a list with."""
_FOREIGN = re.compile(r"[A-Za-z@_=&]")
_MARK = re.compile(
    r"(?P<percent>(?<=[۰-۹]) ?%|% ?(?=[۰-۹])|(?<=[۰-۹]) ٪|٪ ?(?=[۰-۹]))"
    r"|(?<![۰-۹.])[۰-۹]+(?P<decimal>\.)[۰-۹]+(?![۰-۹.])"
    r"|(?<![۰-۹/])[۰-۹]+(?P<slash>/)[۰-۹]+(?= (?:هزار|میلیون|میلیارد|تریلیون|درصد))"
    r"|(?<![۰-۹.])[۰-۹]{1,3}(?P<grouped>\.)[۰-۹]{3}(?:\.[۰-۹]{3})+(?![۰-۹.])"
    r"|(?<![۰-۹,،])[۰-۹]{1,3}(?P<thousands>[,،])[۰-۹]{3}(?:[,،][۰-۹]{3})*(?![۰-۹,،])"
)
_BESIDE = re.compile(r"[۰-۹][ %٪.,،/]|[%٪] ?[۰-۹]")
_EXPECTED = {"percent": "٪", "decimal": "٫", "slash": "٫", "grouped": "٬", "thousands": "٬"}


def foreign_digits(text: str, lang: str) -> Iterator[Slip]:
    """Numbers in digits of another script, as the language writes them.

    Not found are ISO dates, the numbers of a list in Markdown, and digits that belong to words of
    another script.
    """
    if not _DIGITS[lang].search(text):
        return
    for start, line in lines_of(text):
        item = _ITEM.match(line)
        for found in _DIGITS[lang].finditer(line, item.end() if item else 0):
            if _is_foreign(line, found, lang):
                plain = "".join(str(int(it)) if it.isdecimal() else it for it in found[0])
                expected = persian_digits(plain) if lang == "fa" else plain
                yield Slip(start + found.start(), found[0], expected)


def foreign_number_marks(text: str) -> Iterator[Slip]:
    """Separators of Latin numbers in Persian ones, «۲.۶», and percent signs that stand apart."""
    if _BESIDE.search(text):
        for found in _MARK.finditer(text):
            kind = str(found.lastgroup)
            yield Slip(found.start(kind), found[kind].strip(), _EXPECTED[kind])


def _is_foreign(line: str, found: re.Match[str], lang: str) -> bool:
    """Whether digits stand among words of the language and not in or beside foreign ones."""
    before = line[max(0, found.start() - 80) : found.start()].split(" ")[-2:]
    after = line[found.end() : found.end() + 80].split(" ")[:2]
    around = " ".join((*before, *after))
    if lang == "en":
        return not has_persian(around)
    if any("\u0660" <= digit <= "\u0669" for digit in found[0]):
        return True
    return not _ISO_DATE.fullmatch(found[0]) and not _FOREIGN.search(around)
