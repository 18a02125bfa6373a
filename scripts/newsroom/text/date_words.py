"""A text as the words dates are made of: each with its place and with what it may be in a date.

Digits, letter variants, spaces and dashes are folded one by one; vowel signs, the hamza of the
ezafe (U+0654), kashidas and direction marks are skipped. A compound with a half-space whose other
half is no word of a date, «دوشنبه‌بازار», is another word as a whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypedDict, Unpack

from newsroom.text import vocabulary
from newsroom.text.letters import VARIANTS
from newsroom.text.number_words import UNITS
from newsroom.text.persian import HALF_SPACE

_NO_SENSES: Mapping[str, int] = {}


class Token(NamedTuple):
    """A word, number or character of a text. No date knows it where it has no senses."""

    start: int
    end: int
    senses: Mapping[str, int] = _NO_SENSES
    """What it may be, `month`, `weekday`, `number`, …, each with its value."""
    text: str = ""
    """As folded."""
    calendar: str = ""
    """`solar` or `gregorian`, of a month."""
    lang: str = ""
    width: int = 0
    """How many digits a number has; 0 of one in letters."""
    is_common: bool = False
    """Whether a month is a common word, too; see `AFGHAN_MONTHS`."""
    is_marked: bool = False
    """Whether a month is called one: «تیرماه»."""
    figures: tuple[int, ...] = ()
    """Of `ymd` and `dmy` the three numbers, of `time` hour and minute, 0 to 23 in twelve hours."""
    is_on_new_line: bool = False
    offset: int | None = None
    """Of a stamp, how many minutes its clock is ahead of UTC."""


def _fold_table() -> dict[int, str]:
    table = {ord(letter): to for letter, to in VARIANTS.items() if len(to) == 1}
    table |= {0x06C0: "ه", 0x06C2: "ه"}
    for zero in ("۰", "٠"):
        table |= {ord(zero) + value: str(value) for value in range(10)}
    table |= dict.fromkeys([0x00A0, 0x200C, 0x202F, 0x2009, 0x200B, 0x200F, 0x200E, 0x09], " ")
    table |= dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212], "-")
    return table


_FOLD = _fold_table()
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_ADDRESS = re.compile(
    r"(?:https?|ftp)://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+|(?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*"
    r"|(?<![\w/])/?[\w.-]*[a-z][\w.-]*/[\w./-]*[0-9]/\S*",
    re.IGNORECASE,
)
"""Addresses and paths; what looks like a date in them is none."""

_YMD = (
    r"(?<![0-9_=&])(?<![a-z]/)(?P<y>[0-9]{4})\s?(?P<sep>[-/.])\s?(?P<m>[0-9]{1,2})\s?(?P=sep)\s?"
    r"(?P<d>[0-9]{1,2})(?![0-9_])(?![-/.]?[a-su-z])"
)
_DMY = (
    r"(?<![0-9/.])(?P<d2>[0-9]{1,2})\s?(?P<sep2>[/.-])\s?(?P<m2>[0-9]{1,2})\s?(?P=sep2)\s?"
    r"(?P<y2>[0-9]{4})(?![0-9/])"
)
_HALF_DAY = (
    r"(?<![0-9:])(?P<hour12>[0-9]{1,2})(?:[:.](?P<minute12>[0-9]{2}))?(?::[0-9]{2})?"
    r"\s?(?P<half>[ap])\.?m\b\.?"
)
_TIME = (
    r"(?:(?<![0-9:])|(?=t))t?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?P<zone>z(?!\w)|[+-][0-9]{2}:?[0-9]{2}(?![0-9]))?"
)
_NUMBER = (
    r"(?<![0-9])(?<![0-9][./:٫٬])(?<![0-9],(?=[0-9]{3}))(?P<number>[0-9]{1,4})"
    r"(?P<suffix>(?:st|nd|rd|th)(?![a-z])|\s?(?:مین|امین|ام|م)(?!\w))?"
    r"(?:(?<=[0-9]{4})|(?![0-9a-z_]))(?![0-9]|[./:٫٬][0-9]|,[0-9]{3})"
)
_LEXEME = re.compile(
    rf"{_YMD}|{_DMY}|{_HALF_DAY}|{_TIME}|{_NUMBER}|(?P<mark>[قب]\s?\.?\s?ظ(?!\w)\.?|ا\.م)"
    r"|(?P<year_in_words>هزار و (?:سیصد|چهارصد)(?: و \w+){0,2})"
    r"|(?P<era>ه\s?\.?\s?(?:ش|ق)(?!\w)\.?)"
    r"|(?P<gap>\n\s*\n)|(?P<word>[^\W\d_]+)|(?P<other>\w+)|(?P<sign>[^\w\s])"
)
_JOINS = re.compile(r"[ \-\u200c]+")
_DOT = re.compile(r"\.,?\s*[0-9]")
_MOST_WORDS = 4
_SIGNS = {
    ",": "comma", "،": "comma", "-": "dash", "(": "paren", ")": "paren", "=": "paren",
    "/": "slash", ".": "dot", "&": "and",
}  # fmt: skip
_MARK_DAYPART = {"ق": 0, "ب": 2}


def fold_signs(text: str) -> str:
    """`text` with plain digits, spaces and dashes, character for character."""
    return text.translate(_FOLD)


def fold_dates(text: str) -> str:
    """`text` with plain digits, spaces and dashes and in lower case, character for character."""
    folded = fold_signs(text)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded


def joined(words: str) -> str:
    """A word or several without what joins them, as they are looked up."""
    return words.replace(" ", "").replace("-", "").replace(HALF_SPACE, "")


def month_names() -> Iterator[tuple[str, str, int, bool]]:
    """Each spelling of a month: calendar, name, number, and whether it is a common word, too."""
    for calendar, lists in vocabulary.MONTHS.items():
        for names in lists.values():
            for number, spellings in enumerate(names.split("|"), 1):
                yield from ((calendar, name, number, False) for name in spellings.split(","))
    for names in vocabulary.AFGHAN_MONTHS.values():
        yield from (("solar", name, at, True) for at, name in enumerate(names.split("|"), 1))


def tokens(text: str) -> Iterator[Token]:
    """The words, numbers and characters of a text, in order."""
    plain, places = _plain(text)
    folded = fold_dates(plain)
    if "/" in folded or "@" in folded or "www." in folded:
        folded = _ADDRESS.sub(lambda match: "_" * len(match[0]), folded)
    lexemes = list(_LEXEME.finditer(folded))
    read: list[Token] = []
    at = 0
    while at < len(lexemes):
        token, at = _token(lexemes, at, folded, plain)
        read.append(token)
    end = 0
    for token in _without_compounds(read, plain):
        if "\n" in plain[end : token.start]:
            token = token._replace(is_on_new_line=True)
        end = token.end
        if places:
            token = token._replace(start=places[token.start], end=places[token.end - 1] + 1)
        yield token


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text without marks, and, if there were any, where its characters stood before."""
    if not _MARKS.search(text):
        return text, ()
    places = [at for at, character in enumerate(text) if not _MARKS.match(character)]
    return "".join(text[at] for at in places), places


def _token(lexemes: Sequence[re.Match[str]], at: int, folded: str, plain: str) -> tuple[Token, int]:
    match = lexemes[at]
    if match.lastgroup == "word" or match["word"]:
        return _named(lexemes, at, folded, plain)
    start, end = match.span()
    if match["sign"]:
        kind = _SIGNS.get(match[0], "")
        return Token(start, end, {kind: 0} if kind else _NO_SENSES, match[0]), at + 1
    return _figure(match), at + 1


def _figure(match: re.Match[str]) -> Token:
    start, end = match.span()
    has = match.groupdict()
    if has["y"]:
        return Token(start, end, {"ymd": 0}, match[0], figures=_ints(match, "y", "m", "d"))
    if has["y2"]:
        return Token(start, end, {"dmy": 0}, match[0], figures=_ints(match, "d2", "m2", "y2"))
    if has["hour12"]:
        hour = int(has["hour12"]) % 12 + (12 if has["half"] == "p" else 0)
        told = (hour if int(has["hour12"]) < 13 else 99, int(has["minute12"] or 0))
        return Token(start, end, {"time": 1}, match[0], figures=told)
    if has["hour"]:
        figures = _ints(match, "hour", "minute")
        return Token(
            start, end, {"time": 0}, match[0], figures=figures, offset=_offset(has["zone"])
        )
    if has["number"]:
        width = len(has["number"])
        kind = "ordinal" if has["suffix"] and width < 3 else "number"
        return Token(start, end, {kind: int(has["number"])}, match[0], width=width)
    if has["year_in_words"]:
        return _year_in_words(match)
    if has["mark"]:
        senses = {"filler": 0} if match[0] == "ا.م" else {"daypart": _MARK_DAYPART[match[0][0]]}
        return Token(start, end, senses, match[0], lang="fa")
    if has["era"]:
        return Token(start, end, {"era": 2 if "ق" in match[0] else 1}, match[0], lang="fa")
    return Token(start, end, _NO_SENSES, match[0])


def _ints(match: re.Match[str], *names: str) -> tuple[int, ...]:
    return tuple(int(match[name]) for name in names)


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone == "z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return -minutes if zone[0] == "-" else minutes


def _year_in_words(match: re.Match[str]) -> Token:
    """«هزار و چهارصد و سه»; what does not add up to a year is no word of a date."""
    parts = match[0].split(" و ")
    value, end = 1000 + {"سیصد": 300, "چهارصد": 400}[parts[1]], match.start()
    room, read = 100, 2
    for part in parts[2:]:
        more = UNITS["fa"].get(part, 0)
        if not 0 < more < room or (room == 10 and value % 100 < 20):
            break
        value, room, read = value + more, 10, read + 1
    end += len(" و ".join(parts[:read]))
    return Token(match.start(), end, {"number": value}, match[0], lang="fa", width=4)


def _named(lexemes: Sequence[re.Match[str]], at: int, folded: str, plain: str) -> tuple[Token, int]:
    """The longest word of a date that begins with a lexeme; else one without senses."""
    start = lexemes[at].start()
    most = _MOST_WORDS if lexemes[at][0] in _FIRST else 1
    for last in range(min(at + 2 * most, len(lexemes)) - 1, at - 1, -1):
        end = lexemes[last].end()
        known = _WORDS.get(joined(folded[start:end])) if lexemes[last]["word"] else None
        if known is None or not _is_joined(lexemes[at : last + 1], folded):
            continue
        if joined(folded[start:end]) in vocabulary.CAPITALISED and not plain[start].isupper():
            break
        end, after = _ending(lexemes, last, folded)
        return known._replace(start=start, end=end, text=joined(folded[start:end])), after
    end = lexemes[at].end()
    return Token(start, end, _NO_SENSES, folded[start:end]), at + 1


def _is_joined(lexemes: Sequence[re.Match[str]], folded: str) -> bool:
    """Whether nothing but spaces and hyphens stands between words."""
    return all(match["word"] or match[0] == "-" for match in lexemes) and all(
        folded[one.end() : two.start()].strip(" ") == "" and two.start() - one.end() < 3
        for one, two in pairwise(lexemes)
    )


def _ending(lexemes: Sequence[re.Match[str]], last: int, folded: str) -> tuple[int, int]:
    """Where a word ends with the «ی» of its ezafe, «هفته‌ی», or its dot: "Jun."."""
    end, after = lexemes[last].end(), last + 1
    following = lexemes[after] if after < len(lexemes) else None
    if following is None:
        return end, after
    is_ezafe = following[0] == "ی" and folded[end - 1] == "ه" and following.start() <= end + 1
    is_dot = lexemes[last][0] in _ABBREVIATED and _DOT.match(folded, end)
    return (following.end(), after + 1) if is_ezafe or is_dot else (end, after)


def _without_compounds(read: Sequence[Token], plain: str) -> Iterator[Token]:
    """The tokens, but each one of a compound that no date knows is another word."""
    for at, token in enumerate(read):
        if not token.lang:
            yield token
            continue
        beside = []
        if token.start and plain[token.start - 1] == HALF_SPACE and at:
            beside.append(read[at - 1])
        if plain[token.end : token.end + 1] == HALF_SPACE and at + 1 < len(read):
            beside.append(read[at + 1])
        is_part = any(not other.senses.keys() - {"bearer", "feast"} for other in beside)
        yield token._replace(senses=_NO_SENSES) if is_part else token


class _OfMonth(TypedDict, total=False):
    """What a word is besides its senses, if it is a month."""

    calendar: str
    is_common: bool
    is_marked: bool


def _learned() -> tuple[dict[str, Token], frozenset[str]]:
    """The words of dates by their letters, and the words that longer names begin with."""
    words: dict[str, Token] = {}
    first = {"چهار", "خطبه", "خیابان", "دو", "سه", "نماز"}  # of names `vocabulary` has joined

    def learn(name: str, kind: str, value: int, **more: Unpack[_OfMonth]) -> None:
        lang = "en" if name.isascii() else "fa"
        key = joined(name)
        known = words.get(key) or Token(0, 0, {}, lang=lang)
        senses = {**known.senses}
        senses.setdefault(kind, value)
        words[key] = known._replace(senses=senses, **more)
        before, *others = _JOINS.split(name)
        if others:
            first.add(before)

    for calendar, name, number, is_common in month_names():
        learn(name, "month", number, calendar=calendar, is_common=is_common)
        if not name.isascii():
            learn(
                f"{name} ماه", "month", number, calendar=calendar, is_common=False, is_marked=True
            )
    for names in vocabulary.WEEKDAYS.values():
        for number, spellings in enumerate(names.split("|")):
            for name in spellings.split(","):
                learn(name, "weekday", number)
    for lang in ("fa", "en"):
        for kind, numbers in (
            ("ordinal", vocabulary.DAY_ORDINALS[lang]),
            ("number", vocabulary.DAY_CARDINALS[lang]),
        ):
            for name, value in numbers.items():
                learn(name, kind, value)
        for name in vocabulary.NAMED_BY_DATES[lang]:
            learn(name, "bearer", 0)
        for name in vocabulary.NAMED_BY_WEEKDAYS[lang]:
            learn(name, "feast", 0)
    for kind, listed in vocabulary.WORDS.items():
        for name, value in listed.items():
            learn(name, kind, value)
    return words, frozenset(first)


_WORDS, _FIRST = _learned()
_ABBREVIATED = frozenset(
    name for name, token in _WORDS.items() if name.isascii() and len(name) < 5 and token.calendar
) | frozenset("mon tue tues wed thu thurs fri sat sun".split())
