"""Persian letters, digits and the half-space, for matching and for display.

The folding follows Unicode TR 39 in spirit and Lucene's PersianNormalizer in substance: letters a
keyboard or an extraction may swap are made equal, so that a comparison does not depend on them.
What a reader sees is never folded.
"""

import re
import unicodedata

HALF_SPACE = "\u200c"
"""ZERO WIDTH NON-JOINER: separates the parts of one word, «شهرداری\u200cها»."""

HARAKAT = "\u064b-\u065f\u0670"
"""Vowel signs and the hamza above, as a range for a character class."""

WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{HARAKAT}{HALF_SPACE}'’-])*")
"""A word of letters in either script, with what joins its parts: «علی\u200cآباد», "O'Hara-Bell"."""

_RUN = re.compile(r"[^\W_]+")
_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

_ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_ORDER = {letter: index for index, letter in enumerate(_ALPHABET)}
_CARRIERS = str.maketrans("أإؤئ", "ااوی")
"""Letters that carry a hamza, and the ones they are filed with."""

_FOLDED_LETTERS = {
    "ي": "ی",
    "ى": "ی",
    "ئ": "ی",
    "ك": "ک",
    "ے": "ی",
    "ې": "ی",
    "ڪ": "ک",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "آ": "ا",
    "أ": "ا",
    "إ": "ا",
    "ؤ": "و",
}
VOWEL_SIGNS = dict.fromkeys([*range(0x064B, 0x0660), 0x0670])
"""The signs of `HARAKAT`, for `str.translate`, which takes them away."""
_KASHIDA = 0x0640


def _fold_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(letter): to for letter, to in _FOLDED_LETTERS.items()}
    table |= {**VOWEL_SIGNS, _KASHIDA: None}
    for zero in ("٠", "۰"):
        table.update({ord(zero) + value: str(value) for value in range(10)})
    for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[code] = base.lower()
    return table


FOLD = _fold_table()
"""What each code point becomes when words are compared; `None` where it falls away."""


def fold_word(word: str) -> str:
    """`word` as it is compared: lower case, without accents, vowel signs and letter variants."""
    folded = word.translate(FOLD)
    # Decomposed accents are rare enough to pay for the test only.
    if not folded.isascii() and any(unicodedata.combining(char) for char in folded):
        folded = "".join(char for char in folded if not unicodedata.combining(char))
    return folded.lower()


def folded_words(text: str) -> list[str]:
    """The words and numbers of a text as they are compared; a half-space parts one."""
    return [fold_word(word) for word in _RUN.findall(text)]


def fold_name(name: str) -> str:
    """`name` as names are told apart: folded, without spaces, half-spaces and punctuation.

    Two entries of the registry whose names fold to the same string would be one in a search.
    """
    return "".join(char for char in fold_word(name) if char.isalnum() or char == "+")


def without_harakat(text: str) -> str:
    """`text` without vowel marks and hamzas above; nothing else of it changes."""
    return text.translate(VOWEL_SIGNS)


def persian_digits(text: str) -> str:
    """`text` with 0-9 written ۰-۹ (U+06F0 to U+06F9)."""
    return text.translate(_DIGITS)


def number(value: int, lang: str) -> str:
    """`value` with the digits and the thousands separator of `lang`: ۱۸٬۲۶۰ and 18,260."""
    grouped = f"{value:,}"
    return persian_digits(grouped.replace(",", "٬")) if lang == "fa" else grouped


def sort_key(text: str, lang: str) -> tuple[object, ...]:
    """How `text` is filed: by the Persian alphabet, or by the Latin one without accents.

    Code points do not do for Persian: پ چ ژ گ and ک ی lie behind the Arabic block's other letters.
    «آ» is the first letter, before «ا», as in Persian dictionaries and in CLDR.
    """
    if lang == "en":
        return (fold_word(text), text)
    letters = text.translate(_CARRIERS)
    return ([_ORDER.get(letter, -1) for letter in letters if letter.isalnum()], text)


def initial(text: str, lang: str) -> str:
    """The letter an index files `text` under."""
    first = next((char for char in text if char.isalpha()), "")
    return fold_word(first).upper() if lang == "en" else first
