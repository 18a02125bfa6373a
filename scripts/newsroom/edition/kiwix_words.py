"""The words Kiwix finds a page by, in the forms readers type them.

Kiwix compares words as they stand. Its library (libzim) takes accents and vowel signs off a query,
drops the half-space without parting the word, and looks for every word that is left. It knows the
stems of English words, and of Persian ones nothing: «کتاب» does not find «کتاب‌ها», nor a letter or
digit of an Arabic keyboard its Persian counterpart. So a page is given its words in those forms.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from newsroom.site.compounds import Compounds
from newsroom.text.date_words import month_names
from newsroom.text.dates import CALENDARS, Period, months_of
from newsroom.text.keyboards import layout_tables
from newsroom.text.persian import HALF_SPACE, persian_digits
from newsroom.text.stems import AFFIXES, STOP_WORDS, Stemmer, without_joints, words_of

_ARABIC = (str.maketrans("یک", "يك"), str.maketrans("ئ", "أ"))
"""Letters of an Arabic keyboard, and the other seat of a hamza: «هیئت», «هیأت»."""
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_KEYS = {name: str.maketrans(*columns) for name, columns in layout_tables().items()}
_ENDINGS = ("ها", "های", "هایش", "ی", "اش", "شان")
"""What is written behind a Persian word without a space: plurals, ezafe and pronouns."""
_OFTEN = 3
"""How often a word of a page counts; more would cost much and say little."""
_SHORTEST = 3
"""Letters of a word that is given endings, or in which a slip is forgiven."""


class KiwixWords:
    """Makes the words of pages, with what is known of names and compounds of the whole record."""

    def __init__(self, names: Iterable[str], texts: Iterable[str]) -> None:
        """`names` keep their endings; of `texts`, all there are, compounds are learnt."""
        self._stemmer = Stemmer(names)
        chunks = {chunk for text in texts for chunk in text.split()}
        self._compounds = Compounds(chunks, self._stemmer)
        self._chunks: dict[str, tuple[str, str]] = {}
        self._names: dict[str, str] = {}
        self._months = {
            (calendar.name, number): [
                name for it, name, at, _ in month_names() if (it, at) == (calendar.name, number)
            ]
            for calendar in CALENDARS
            for number in range(1, 13)
        }
        common = (form for word in sorted(STOP_WORDS | AFFIXES) for form in _spelled(word))
        self.common = " ".join(dict.fromkeys(common))
        """Words no page is told by. Every page has them: a query asks for each of its words, such
        as the «های» of a plural that is written apart."""

    def of_text(self, text: str) -> str:
        """The words of a text, a few times where it has them often, and with endings once."""
        chunks = text.split()
        known = [(*self._of_chunk(it), count) for it, count in Counter(chunks).items()]
        often = (forms for forms, _, count in known for _ in range(min(count, _OFTEN)))
        joined = (form for term in self._compounds.among(chunks) for form in _spelled(term))
        return " ".join((*often, *joined, *dict.fromkeys(ends for _, ends, _ in known)))

    def of_name(self, name: str) -> str:
        """The words of a name, also as they come out of a keyboard that is switched wrongly."""
        if name not in self._names:
            keyed = (form for word in words_of(name) for form in _mistaken(word))
            self._names[name] = " ".join((self.of_text(name), *keyed))
        return self._names[name]

    def of_slips(self, name: str) -> str:
        """The words of a name with a letter left out or doubled, or two exchanged."""
        words = {without_joints(part) for word in words_of(name) for part in (word, *_parts(word))}
        return " ".join(sorted({slip for word in words for slip in _slips(as_sought(word))}))

    def of_day(self, day: Period) -> str:
        """The words of a date in both calendars, with every name of its month, and in figures."""
        forms: list[str] = []
        for calendar in CALENDARS:
            for year, month in months_of(day, calendar):
                forms += (
                    form for name in self._months[calendar.name, month] for form in _spelled(name)
                )
                forms += (form for number in (year, month) for form in _spelled(f"{number:02}"))
            if day.is_day:
                forms += _spelled(f"{calendar.parts(day.start)[2]:02}")
        return " ".join(forms)

    def _of_chunk(self, chunk: str) -> tuple[str, str]:
        """What stands between two blanks, in its forms and with endings; most was met before."""
        if chunk not in self._chunks:
            words = list(words_of(chunk))
            terms = [term for word in words for term in self._stemmer.terms(word)]
            parts = [part for word in words for part in (without_joints(word), *_parts(word))]
            forms = dict.fromkeys(form for part in (*parts, *terms) for form in _spelled(part))
            ends = (term + end for term in terms if _is_persian(term) for end in _ENDINGS)
            self._chunks[chunk] = " ".join(forms), " ".join(ends)
        return self._chunks[chunk]


def as_sought(text: str) -> str:
    """A text as libzim compares it: small letters, without marks; «آ» is «ا», «ئ» is «ي»."""
    parts = unicodedata.normalize("NFD", text.lower())
    bare = "".join(char for char in parts if unicodedata.category(char)[0] != "M")
    return unicodedata.normalize("NFC", bare)


def _parts(word: str) -> list[str]:
    return word.split(HALF_SPACE) if HALF_SPACE in word else []


def _is_persian(term: str) -> bool:
    return len(term) >= _SHORTEST and term.isalpha() and not term.isascii()


def _spelled(word: str) -> list[str]:
    """A word with the letters and the digits of each keyboard."""
    if word[:1].isdecimal():
        return _figures(word)
    forms = [word, *(word.translate(table) for table in _ARABIC)]
    if word.endswith("ه"):
        forms.append(f"{word[:-1].translate(_ARABIC[0])}ة")
    return [as_sought(form) for form in dict.fromkeys(forms)]


def _figures(word: str) -> list[str]:
    """A number in each script, in one piece and as its groups: 18260, ۱۸,۲۶۰, 18 and 260."""
    signs = [str(unicodedata.decimal(char, " ")) for char in word]
    groups = "".join(signs).split()
    whole = ["".join(groups), groups[0].lstrip("0") or "0"]
    parted = [sign.join(groups) for sign in ",."] if groups[1:] else []
    forms = dict.fromkeys((*groups, *whole, *parted))
    return [
        it for form in forms for it in (form, persian_digits(form), form.translate(_ARABIC_DIGITS))
    ]


def _mistaken(word: str) -> list[str]:
    """What the keys of a word give in the other layout."""
    if word.isascii():
        return [word.lower().translate(_KEYS[name]) for name in ("fa", "windows")]
    return [part.translate(_KEYS["en"]) for part in (without_joints(word), *_parts(word))]


def _slips(word: str) -> Iterator[str]:
    if len(word) <= _SHORTEST or not word.isalpha():
        return
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
