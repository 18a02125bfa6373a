"""The words dates are written with in Persian and English, and a text read as such words.

A text is folded sign for sign before it is read (digits, letter variants, spaces, dashes), so that
the place of a token is its place in the text as given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.text.letters import VARIANTS

SOLAR_MONTHS = {
    "fa": "فروردین|اردیبهشت|خرداد|تیر|مرداد,امرداد|شهریور|مهر|آبان,ابان|آذر,اذر|دی|بهمن|اسفند",
    "en": "farvardin|ordibehesht|khordad|tir|mordad,amordad|shahrivar|mehr|aban|azar|dey|bahman|"
    "esfand",
}
GREGORIAN_MONTHS = {
    "fa": "ژانویه|فوریه|مارس|آوریل,اوریل,آپریل|مه,می|ژوئن,ژوین,جون|ژوئیه,ژوییه,جولای|"
    "اوت,آگوست,اگست|سپتامبر|اکتبر|نوامبر|دسامبر",
    "en": "january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|"
    "september,sept,sep|october,oct|november,nov|december,dec",
}
WEEKDAYS = {
    "fa": "دوشنبه,دو شنبه|سه شنبه|چهارشنبه,چهار شنبه|پنج شنبه|جمعه,آدینه|شنبه|یک شنبه",
    "en": "monday,mon|tuesday,tue|wednesday,wed|thursday,thu|friday,fri|saturday,sat|sunday,sun",
}
"""From Monday, as Python counts."""

ORDINALS = {
    "fa": "یکم,اول,نخست|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|چهاردهم|"
    "پانزدهم|شانزدهم|هفدهم|هجدهم|نوزدهم|بیستم|بیست و یکم|بیست و دوم|بیست و سوم|بیست و چهارم|"
    "بیست و پنجم|بیست و ششم|بیست و هفتم|بیست و هشتم|بیست و نهم|سی ام|سی و یکم",
    "en": "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    "thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
    "twenty first|twenty second|twenty third|twenty fourth|twenty fifth|twenty sixth|"
    "twenty seventh|twenty eighth|twenty ninth|thirtieth|thirty first",
}
_OTHERS: dict[str, dict[str, int]] = {
    "relative_day": {
        "امروز": 0, "دیروز": -1, "پریروز": -2, "فردا": 1, "پس فردا": 2,
        "today": 0, "yesterday": -1, "tomorrow": 1,
    },
    "relative_year": {
        "سال جاری": 0, "امسال": 0, "this year": 0, "سال گذشته": -1, "پارسال": -1, "last year": -1,
        "سال آینده": 1, "next year": 1,
    },
    "relative_month": {
        "ماه جاری": 0, "this month": 0, "ماه گذشته": -1, "last month": -1, "ماه آینده": 1,
        "next month": 1,
    },
    "relative_week": {
        "هفته جاری": 0, "این هفته": 0, "this week": 0, "هفته گذشته": -1, "last week": -1,
        "هفته آینده": 1, "next week": 1,
    },
    "qualifier": {"گذشته": -1, "آینده": 1, "جاری": 0, "last": -1, "next": 1, "this": 0},
    "third": {
        "اوایل": 0, "اواسط": 1, "نیمه": 1, "اواخر": 2, "early": 0, "mid": 1, "late": 2,
    },
    "about": {"حدود": 0, "about": 0, "around": 0, "circa": 0},
    "to": {
        "تا": 0, "الی": 0, "لغایت": 0, "-": 0, "to": 0, "until": 0, "till": 0, "through": 0,
    },
    "from": {"از": 0, "from": 0, "between": 0, "بین": 0},
    "and": {"و": 0, "and": 0},
    "year": {"سال": 0, "year": 0},
    "month_word": {"ماه": 0},
    "filler": {
        "روز": 0, "مورخ": 0, "تاریخ": 0, "ساعت": 0, "the": 0, "on": 0, "of": 0, "at": 0, "day": 0,
        "ا.م": 0, ",": 0, "،": 0, ".": 0,
    },
    "equals": {"برابر با": 0, "مطابق با": 0, "(": 0, ")": 0, "=": 0, "/": 0},
}  # fmt: skip
_CAPITAL = frozenset("may march mar sun sat wed aban tir mehr dey second".split())
"""Words that are others, too, and name a date only with a capital."""

_TIME = (
    r"t?(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?:z|[+-][0-9]{2}:?[0-9]{2})?"
)
_HALF_DAY = r"(?P<hour12>[0-9]{1,2})(?::(?P<minute12>[0-9]{2}))?\s?(?P<half>[ap])\.?m\b\.?"
_YMD = (
    r"(?P<y>[0-9]{4})\s?(?P<sep>[-/.])\s?(?P<m>[0-9]{1,2})\s?(?P=sep)\s?(?P<d>[0-9]{1,2})(?![0-9])"
)
_DMY = r"(?P<d2>[0-9]{1,2})(?P<sep2>[/.-])(?P<m2>[0-9]{1,2})(?P=sep2)(?P<y2>[0-9]{4})(?![0-9])"
_NUMBER = r"(?P<number>[0-9]{1,4})(?P<suffix>st|nd|rd|th|\s?ام|م)?(?![0-9\w])"


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    """`month`, `day`, `ymd`, … ; `word` for whatever is no word of a date."""
    value: tuple[int, ...]
    start: int
    end: int
    calendar: str = ""
    """`solar` or `gregorian`, of a month."""
    lang: str = ""


def _fold_table() -> dict[int, str]:
    table = {ord(letter): to for letter, to in VARIANTS.items() if len(to) == 1}
    for zero in ("۰", "٠"):
        table |= {ord(zero) + value: str(value) for value in range(10)}
    table |= dict.fromkeys([0x00A0, 0x200C, 0x202F, 0x2009, 0x200B, 0x200F, 0x200E, 0x09], " ")
    table |= dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212], "-")
    return table


_FOLD = _fold_table()


def _vocabulary() -> dict[str, Token]:
    words: dict[str, Token] = {}

    def add(kind: str, lists: dict[str, str], first: int, calendar: str = "") -> None:
        for lang, names in lists.items():
            for value, spellings in enumerate(names.split("|"), first):
                for spelling in spellings.split(","):
                    words[spelling] = Token(kind, (value,), 0, 0, calendar, lang)

    add("month", GREGORIAN_MONTHS, 1, "gregorian")
    add("month", SOLAR_MONTHS, 1, "solar")
    add("weekday", WEEKDAYS, 0)
    add("ordinal", ORDINALS, 1)
    for kind, names in _OTHERS.items():
        for name, value in names.items():
            words[name] = Token(kind, (value,), 0, 0, lang="en" if name.isascii() else "fa")
    return words


_WORDS = _vocabulary()


def _words_pattern() -> str:
    longest = sorted(_WORDS, key=len, reverse=True)
    spellings = (re.escape(word).replace(r"\ ", r"[ -]{0,2}") for word in longest)
    return "|".join(
        rf"(?<!\w){spelling}(?!\w)" if word[-1].isalpha() else spelling
        for word, spelling in zip(longest, spellings, strict=True)
    )


_TOKEN = re.compile(
    rf"(?<![0-9])(?:{_YMD}|{_DMY})|(?<![0-9:]){_HALF_DAY}|(?:(?<![0-9:])|(?=t)){_TIME}|(?<![0-9.,/:\w]){_NUMBER}"
    rf"|(?P<month>(?:(?<!\w)(?:{{months}}))(?:\s?ماه)?(?!\w))|(?P<name>{_words_pattern()})"
    r"|(?P<other>\w+|[^\w\s])".replace(
        "{months}",
        "|".join(
            sorted(
                (re.escape(word) for word, token in _WORDS.items() if token.kind == "month"),
                key=len,
                reverse=True,
            )
        ),
    )
)
_JOINS = re.compile(r"[ -]+")


def fold_signs(text: str) -> str:
    """`text` with plain digits, spaces and dashes, sign for sign."""
    return text.translate(_FOLD)


def fold_dates(text: str) -> str:
    """`text` with plain digits, spaces and dashes and in lower case, sign for sign."""
    folded = fold_signs(text)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else folded


def tokens(text: str) -> Iterator[Token]:
    """The words of a text that dates are made of, in order; runs of other words as one `word`."""
    for match in _TOKEN.finditer(fold_dates(text)):
        yield _token(match, text)


def _token(match: re.Match[str], text: str) -> Token:
    start, end = match.span()
    groups = match.groupdict()
    if groups["y"]:
        return Token("ymd", tuple(int(groups[key]) for key in "ymd"), start, end)
    if groups["y2"]:
        return Token("dmy", tuple(int(groups[key]) for key in ("d2", "m2", "y2")), start, end)
    if groups["hour"]:
        return Token("time", (int(groups["hour"]), int(groups["minute"])), start, end)
    if groups["hour12"]:
        hour = int(groups["hour12"]) % 12 + (12 if groups["half"] == "p" else 0)
        return Token("time", (hour, int(groups["minute12"] or 0)), start, end)
    if groups["number"]:
        kind = "ordinal" if groups["suffix"] else "number"
        return Token(kind, (int(groups["number"]), len(groups["number"])), start, end)
    return _named(groups["month"] or groups["name"], text, start, end)


def _named(name: str | None, text: str, start: int, end: int) -> Token:
    if not name:
        return Token("word", (), start, end)
    is_marked = name.endswith("ماه") and name not in ("ماه",)
    bare = name.removesuffix("ماه").strip() if is_marked else name
    known = _WORDS.get(bare) or _BY_LETTERS[_JOINS.sub("", bare)]
    if bare in _CAPITAL and not text[start].isupper():
        return Token("word", (), start, end)
    value = (*known.value, int(is_marked))
    return Token(known.kind, value, start, end, known.calendar, known.lang)


_BY_LETTERS = {_JOINS.sub("", word): token for word, token in _WORDS.items() if word != "-"}
_BY_LETTERS[""] = _WORDS["-"]
