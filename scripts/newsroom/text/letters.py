"""Persian text as it is to be typed: letters, digits, quotation marks and spaces put right.

What is done here is safe on every Persian text and done twice changes nothing more. Half-spaces
that are missing are another matter, see `half_spaces`. The choices are those of Unicode TR 53's
spirit and of the Academy's manual of style; a letter becomes another one only by `VARIANTS`.
"""

import re
import unicodedata
from collections.abc import Iterator

from newsroom.text.persian import HALF_SPACE, HARAKAT, persian_digits

VARIANTS = {
    "ي": "ی",
    "ى": "ی",
    "ے": "ی",
    "ك": "ک",
    "ڪ": "ک",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ۀ": "هٔ",
    "ۂ": "هٔ",
}
"""Letters of other keyboards, and the Persian ones they stand for."""

LETTERS = r"\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
"""Letters of the Arabic script, for a character class."""

PERSIAN_WORD = re.compile(rf"[{LETTERS}][{LETTERS}{HARAKAT}{HALF_SPACE}]*")
"""A word of the Arabic script with its half-spaces."""

_LETTER = rf"[{LETTERS}{HARAKAT}]"
_HAS_LETTER = re.compile(rf"[{LETTERS}]")
INVISIBLE = (
    *(0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
"""Code points that show nothing and belong into no text. Control characters are not among them: one
may be all that is left of a letter that was read in a wrong encoding."""
_REMOVED = (*INVISIBLE, 0x200D)
_SPACES = [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_PRESENTATION = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))

_JOINING = "ئبتثجحخسشصضطظعغفقلمنهپچکگیيكىةھہ"
_KASHIDA = re.compile("\u0640+")
_STRETCHED = re.compile(rf"[{_JOINING}][{HARAKAT}]*$")
"""A kashida behind a letter that joins on to the next stretches it; any other stands for a dash."""
_TEH_MARBUTA = re.compile("ة")
_QUOTED_ARABIC = re.compile(r"«[^«»]*»|“[^“”]*”")
_ARTICLE = re.compile(rf"(?<![{LETTERS}])ال[{LETTERS}]*$")
_COMPOUND = re.compile(r"[\u200c ]?ال")

_OLD_HALF_SPACE = re.compile(rf"(?<={_LETTER})[\u00ac\u200c]+(?=[{LETTERS}])")
_LOOSE_HALF_SPACE = re.compile(rf"(?<!{_LETTER})\u200c+|\u200c+(?![{LETTERS}])")
_SPACES_INSIDE = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_SPACE_BEFORE = re.compile(
    rf"(?<=[{LETTERS}{HARAKAT}\u06f0-\u06f9»)]) +(?=[،؛؟!.:»,;?](?:[\s»)]|$))", re.MULTILINE
)
_SPACE_AFTER = re.compile(r"(?<=«) +(?=\S)")
_FOREIGN_SIGN = re.compile(rf"(?<=[{LETTERS}{HARAKAT}»])[,;?](?=\s|$)", re.MULTILINE)
_SIGNS = {",": "،", ";": "؛", "?": "؟"}
_WORD = re.compile(r"[^\s،؛؟«»()\[\]]+")
_LATIN = re.compile(r"[A-Za-z@_=&]")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_KEYBOARD = _ARABIC_DIGITS | {ord(letter): VARIANTS[letter] for letter in "يىك"}
_DECIMAL = re.compile(r"(?<![۰-۹.])([۰-۹]+)\.([۰-۹]+)(?![۰-۹.])")
_DOTTED = re.compile(r"(?<![0-9۰-۹.])[0-9۰-۹]+(?:\.[0-9۰-۹]+)+(?![0-9۰-۹])")
_THOUSANDS = re.compile(r"(?<![۰-۹,])[۰-۹]{1,3}(?:,[۰-۹]{3})+(?![۰-۹,])")
_PERCENT = re.compile(r"(?<=[۰-۹])%")
_QUOTED = re.compile(r'(?<![^\s(«])"([^"\s](?:[^"\n]*[^"\s])?)"(?![^\s).،؛؟!:…»])')
_CURLY = re.compile(r"“([^“”«»\n]*)”")


def _letter_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(letter): to for letter, to in VARIANTS.items()}
    for code in _PRESENTATION:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            letters = (letter for letter in plain if ord(letter) not in (*_REMOVED, 0x0640))
            table[code] = "".join(VARIANTS.get(letter, letter) for letter in letters)
    table.update(dict.fromkeys(_REMOVED))
    table.update(dict.fromkeys(_SPACES, " "))
    return table


_LETTER_TABLE = _letter_table()


def normalise(text: str) -> str:
    """`text` with Persian letters, digits, characters and spaces; idempotent, line for line.

    Lines without a letter of the script, Latin words and what stands beside them, leading and
    trailing spaces of a line are left alone.
    """
    return "\n".join(map(_normalise_line, text.split("\n")))


def persian_letters(text: str) -> str:
    """`text` with the Persian letters and digits for those an Arabic keyboard types.

    Nothing else of it changes, neither characters nor spaces: who reads it sees the same words.
    """
    return text.translate(_KEYBOARD)


def has_persian(text: str) -> bool:
    """Whether a text has a letter of the Arabic script; digits are none."""
    return _HAS_LETTER.search(text) is not None


def _normalise_line(line: str) -> str:
    line = _with_dashes(unicodedata.normalize("NFC", line))
    arabic = set(arabic_teh(line))
    letters = (
        character if at in arabic else character.translate(_LETTER_TABLE)
        for at, character in enumerate(line)
    )
    line = unicodedata.normalize("NFC", "".join(letters))
    if not has_persian(line):
        return line
    line = _OLD_HALF_SPACE.sub(HALF_SPACE, line)
    line = _LOOSE_HALF_SPACE.sub("", line)
    # A space that goes may be what kept a quotation mark from its pair, and a mark parts words.
    while (better := _normalise_signs(line)) != line:
        line = better
    return line


def arabic_teh(text: str) -> Iterator[int]:
    """Where «ة» belongs, and is no «ه» of another keyboard.

    That is in a compound («دایرةالمعارف»), in an Arabic name («الحیاة») and in a quotation.
    """
    if "ة" not in text:
        return
    quoted = [found.span() for found in _QUOTED_ARABIC.finditer(text)]
    for found in _TEH_MARBUTA.finditer(text):
        at = found.start()
        if (
            _COMPOUND.match(text, at + 1)
            or _ARTICLE.search(text, max(at - 40, 0), at)
            or any(start < at < end for start, end in quoted)
        ):
            yield at


def _with_dashes(line: str) -> str:
    """`line` without the strokes that stretch a letter; those between words or digits are dashes.

    «تهران ـ شیراز» and «۱۳۹۸ـ۱۴۰۲» must not lose the character that parts them.
    """

    def dash(found: re.Match[str]) -> str:
        before, after = line[: found.start()], line[found.end() :]
        is_alone = not (before.strip() or after.strip())
        return "" if is_alone or _STRETCHED.search(before[-8:]) else "–"

    return _KASHIDA.sub(dash, line) if "\u0640" in line else line


def _normalise_signs(line: str) -> str:
    """Digits, quotation marks, spaces and foreign characters, once; each makes fewer of them."""
    line = _normalise_digits(line)
    line = _CURLY.sub(r"«\1»", _QUOTED.sub(r"«\1»", line))
    line = _SPACES_INSIDE.sub(" ", line)
    line = _SPACE_BEFORE.sub("", _SPACE_AFTER.sub("", line))
    return _FOREIGN_SIGN.sub(lambda character: _SIGNS[character[0]], line)


def open_numbers(line: str) -> Iterator[str]:
    """Numbers with dots nobody can read for certain: 3.5 may be a number or a version."""
    words = list(_WORD.finditer(line))
    latin = [_LATIN.search(word[0]) is not None for word in words]
    for at, word in enumerate(words):
        if not any(latin[max(at - 1, 0) : at + 2]):
            yield from _DOTTED.findall(word[0])


def _normalise_digits(line: str) -> str:
    """Persian digits and their characters, in words without Latin letters and not beside one."""
    line = line.translate(_ARABIC_DIGITS)
    words = list(_WORD.finditer(line))
    latin = [_LATIN.search(word[0]) is not None for word in words]
    parts, done = [], 0
    for at, word in enumerate(words):
        beside = latin[at] or any(latin[max(at - 1, 0) : at + 2])
        # 3.11 may be a number or a version; who wrote ۲.۶ meant a number.
        is_open = beside or re.search(r"[0-9]\.[0-9]", word[0])
        parts += [line[done : word.start()], word[0] if is_open else persian_digits(word[0])]
        done = word.end()
    line = "".join([*parts, line[done:]])
    line = _THOUSANDS.sub(lambda number: number[0].replace(",", "٬"), line)
    return _PERCENT.sub("٪", _DECIMAL.sub(r"\1٫\2", line))
