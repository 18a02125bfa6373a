"""Numbers in prose of either language: «هجده هزار و ۲۶۰», "two and a half million", «دو سوم».

What a text counts is told from what it says in passing. "Two agreements" is a fact; "the two
sides", «یکی از», "a second time" are ways of speaking that another language has other ways for.
Those are found, too, since they may answer for a number of the other language, but they ask for no
answer: they are not `certain`. "Hundreds", «ده‌ها» and "several thousand" are no numbers at all.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from newsroom.text.date_words import fold_dates
from newsroom.text.dates import GREGORIAN_YEARS, SOLAR_YEARS
from newsroom.text.number_words import Word, words_of
from newsroom.text.persian import HALF_SPACE

_HALF = Fraction(1, 2)
_HALF_DAYS = {"a": 0, "p": 12, "صبح": 0, "بامداد": 0, "عصر": 12, "شب": 12, "بعد": 12}
_TIME = re.compile(
    r"(?<![0-9:/.])(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-5][0-9])(?![0-9:])"
    r"(?:\s?(?:(?P<half>[ap])\.?m\b\.?|(?P<part>صبح|بامداد|عصر|شب|بعد\s?از\s?ظهر)))?"
    r"|(?:\.(?P<minute2>[0-5][0-9]))?\s?(?P<half2>[ap])\.?m\b\.?"
    r"|\s(?P<part2>صبح|بامداد|عصر|بعد\s?از\s?ظهر))"
)
_ORDINAL_ENDS = frozenset(("ام", "امین"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th", "s", "ام", "م", "مین", "امین"))
_SCALE_LETTERS = frozenset("k m mn bn tn".split())
_PERCENT = frozenset(("percent", "درصد", "pct"))
_VAGUE = frozenset("چند چندین ها صدها several many few".split())
_DEFINITE = frozenset("this that the these those his her its their our این آن هر".split())
_JOINTS = frozenset(("", " ", "\u00a0", "-", "\u2011", HALF_SPACE))
"""What may stand between two words of one number."""
_TWO_OF = frozenset("طرف سو سوی سمت جانب دست دسته پاره برابر چندان بار باره شنبه".split())


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number at code points `start` to `end` of a text."""

    start: int
    end: int
    readings: frozenset[str]
    """What it may mean, each as a fraction, `18260` or `1/2`, or as a time, `14:30`."""
    is_certain: bool
    """Whether a careful editor would want it told in the other language, too."""
    is_written: bool = False
    """In digits, so that there is no doubt that it is a number."""
    year: int | None = None
    """The year it may be, of either calendar."""
    is_decade: bool = False


def find_numbers(
    text: str, lang: str, taken: Iterable[tuple[int, int]] = ()
) -> tuple[FoundNumber, ...]:
    """The numbers of a text in order, but for what stands in the stretches that are `taken`."""
    folded = fold_dates(text)
    found = list(_times(folded))
    blanks = [*taken, *((time.start, time.end) for time in found)]
    for start, end in blanks:
        folded = f"{folded[:start]}{'|' * (end - start)}{folded[end:]}"
    words = list(words_of(text, folded, lang))
    at = 0
    while at < len(words):
        number, at = _read(words, at, lang)
        if number:
            found.append(number)
    return tuple(sorted(found, key=lambda number: number.start))


def _times(folded: str) -> Iterator[FoundNumber]:
    for match in _TIME.finditer(folded):
        hour = int(match["hour"])
        minute = int(match["minute"] or match["minute2"] or 0)
        part = (match["half"] or match["half2"] or match["part"] or match["part2"] or "")[:4]
        part = "بعد" if part.startswith("بعد") else part
        hours = {hour % 12 + _HALF_DAYS[part]} if part and hour <= 12 else {hour, (hour + 12) % 24}
        if hour >= 12 and not part:
            hours = {hour}
        readings = frozenset(f"{hour}:{minute:02}" for hour in hours)
        yield FoundNumber(match.start(), match.end(), readings, True, True)


def _read(words: list[Word], at: int, lang: str) -> tuple[FoundNumber | None, int]:
    """The number that begins with a word, if one does, and the position after it."""
    word = words[at]
    if word.kind in ("", "and"):
        return None, at + 1
    if word.kind in ("ordinal", "allusion"):
        also = (
            1 / word.value if word.kind == "ordinal" and lang == "en" and word.value > 2 else None
        )
        is_certain = word.kind == "ordinal" and word.value > 2
        return _found(words, at, at + 1, word.value, also, is_certain), at + 1
    if _is_vague(words, at, lang):
        return None, at + 1
    value, after = _cardinal(words, at, lang)
    return _completed(words, at, after, value, lang)


def _is_vague(words: list[Word], at: int, lang: str) -> bool:
    """Whether no number is meant: "several hundred", «ده‌ها», a bare "million"."""
    word, before = words[at], words[at - 1].text if at else ""
    after = words[at + 1]
    if before in _VAGUE or (after.gap == HALF_SPACE and after.text in ("ها", "های")):
        return True
    if after.text == "شنبه":
        return True
    if word.text == "نه":
        return True  # «نه» is "no" far more often than "nine"
    if word.kind != "scale":
        return False
    if lang == "en":
        return before not in ("a", "an") or word.text in _SCALE_LETTERS
    return word.value > 1000


def _cardinal(words: list[Word], at: int, lang: str) -> tuple[Fraction, int]:
    """The value of the words from `at` that make one number, and the position after them."""
    total, part, smallest = Fraction(0), None, Fraction(10**18)
    while at < len(words):
        step = 1
        word = words[at]
        if (part is not None or total) and word.gap not in _JOINTS:
            break
        if word.kind == "and" and at + 1 < len(words):
            step, word = 2, words[at + 1]
            if lang == "en" and word.text == "a" and at + 2 < len(words):
                step, word = 3, words[at + 2]
        if word.text in _SCALE_LETTERS and (word.gap or words[at - 1].kind != "digits"):
            break  # metres, not millions
        if word.kind == "scale" and step == 1 and (part is not None or not total):
            part = (1 if part is None else part) * word.value
            if word.value >= 1000:
                total, part, smallest = total + part, None, word.value
        elif word.kind == "scale" and step == 1 and words[at - 1].kind == "scale":
            total, smallest = total * word.value, word.value
        elif word.kind in ("unit", "digits") and _continues(
            part, total, smallest, word, step, lang
        ):
            part = (part or 0) + word.value
        elif word.text in ("نیم", "half") and step > 1 and (part is not None or total):
            part = _HALF + part if part is not None else None
            total += _HALF * smallest if part is None else 0
        else:
            break
        at += step
    return total + (part or 0), at


def _continues(
    part: Fraction | None, total: Fraction, smallest: Fraction, word: Word, step: int, lang: str
) -> bool:
    """Whether a word goes on with the number so far: the "one" of "twenty-one"."""
    if part is None:
        return step == 1 if not total else word.value < smallest and (step == 2 or lang == "en")
    if word.kind == "digits" or part.denominator > 1:
        return False
    room = next((size for size in (100, 10) if part % size == 0), 1)
    if not 0 < word.value < room or (room == 10 and part % 100 == 10):
        return False
    return step == 2 if lang == "fa" else (step == 1) != (room == 100 and step == 2) or room == 100


def _completed(
    words: list[Word], at: int, after: int, value: Fraction, lang: str
) -> tuple[FoundNumber | None, int]:
    """The number with what stands behind it: an ordinal, or the parts of a fraction."""
    word = words[at]
    if longer := _with_ordinal(words, after, value, lang) or _with_parts(words, after, value):
        value, after = longer
        return _found(words, at, after, value, None, True), after
    also = word.also
    if also is not None and word.value:
        also *= value / word.value  # the scale behind it is that of both readings
    is_certain = word.kind == "digits" or after > at + 1 or _is_counted(words, at, value)
    return _found(words, at, after, value, also, is_certain), after


def _with_ordinal(
    words: list[Word], after: int, value: Fraction, lang: str
) -> tuple[Fraction, int] | None:
    """«بیست و سوم» and "twenty-third", 23; «دو سوم» and "two thirds", 2/3."""
    rest = words[after]
    is_sum = value >= 20 and value % 10 == 0
    if rest.kind == "and" and lang == "fa" and is_sum and words[after + 1].kind == "ordinal":
        return (value + words[after + 1].value, after + 2) if words[after + 1].value < 10 else None
    if rest.kind != "ordinal" or rest.gap not in _JOINTS:
        return None
    if is_sum and rest.value < 10:
        return value + rest.value, after + 1
    return (value / rest.value, after + 1) if value < 10 and rest.value > 1 else None


def _with_parts(words: list[Word], after: int, value: Fraction) -> tuple[Fraction, int] | None:
    """ "Three quarters", "one in four"."""
    rest = words[after]
    if rest.text in ("quarter", "quarters") and 0 < value < 4 and rest.gap in _JOINTS:
        return value / 4, after + 1
    if rest.text == "in" and value == 1 and words[after + 1].kind in ("unit", "digits"):
        whole = words[after + 1].value
        return (value / whole, after + 2) if whole else None
    return None


def _is_counted(words: list[Word], at: int, value: Fraction) -> bool:
    """Whether a single word for a number counts something, or is a way of speaking."""
    if value < 2:
        return False
    before = words[at - 1].text if at else ""
    after = words[at + 1]
    if value < 5 and before in _DEFINITE and after.gap != "-":
        return False
    if after.gap == HALF_SPACE:
        return False  # «سه‌جانبه»
    return not (value == 2 and after.text in _TWO_OF)


def _found(
    words: list[Word],
    at: int,
    after: int,
    value: Fraction,
    also: Fraction | None,
    is_certain: bool,
) -> FoundNumber:
    """The number the words from `at` to `after` make, with its unit and its doubts."""
    word, rest = words[at], words[after]  # the last word of a text is an empty one
    readings = {value} | ({also} if also is not None else set())
    is_written = any(part.kind == "digits" for part in words[at:after])
    is_decade = is_written and rest.gap == "" and rest.text == "s"
    if rest.gap in ("", HALF_SPACE) and rest.text in (_SUFFIXES if is_written else _ORDINAL_ENDS):
        after, is_certain = after + 1, True
    elif is_written and rest.gap == "" and rest.text.isascii() and rest.text:
        is_certain = False  # "3D"
    if is_written and at and words[at - 1].kind == "" and word.gap in ("", "-"):
        is_certain = False  # "G20", "COVID-19"
    if is_decade:
        readings.add(value % 100)
    if parts := _percent(words, at, after):
        readings, after = {reading / 100 for reading in readings}, after + parts - 1
    year = _year(words, at, after, value)
    if year and year != value:
        readings.add(Fraction(year))
    texts = frozenset(map(str, readings))
    if at and words[at - 1].text == "ساعت" and value.denominator == 1 and value <= 24:
        texts = frozenset((f"{value}:00", f"{(value + 12) % 24}:00"))
    end = words[after - 1].end
    return FoundNumber(word.start, end, texts, is_certain, is_written, year, is_decade)


def _percent(words: list[Word], at: int, after: int) -> int:
    """One more than the words behind a number that say percent; 0 where it is none."""
    rest = words[after]
    if rest.text in _PERCENT:
        return 2
    if rest.text == "per" and words[after + 1].text == "cent":
        return 3
    signs = "%", "٪"
    return int(rest.gap.lstrip().startswith(signs) or words[at].gap.endswith(signs))


def _year(words: list[Word], at: int, after: int, value: Fraction) -> int | None:
    """The year that four digits may be, or the two behind «سال»."""
    digits = words[at].text
    if after > at + 1 or not digits.isdecimal() or value.denominator > 1:
        return None
    year = int(value)
    if len(digits) == 2 and at and words[at - 1].text in ("سال", "دهه", "دههٔ"):
        year += 1300
    return year if year in SOLAR_YEARS or year in GREGORIAN_YEARS else None
