"""Runs: what of a text keeps an order of its own, because its line runs the other way.

Signs, spaces and digits take the direction of what stands around them (Unicode UAX #9), so that in
a right-to-left line "ABC+" shows as "+ABC", "25°C" as "C°25" and "St. Petersburg" as "Petersburg
.St". A run is therefore all that is read in one go: its words, the punctuation at either end that
belongs to them, and what joins two words. What ends the sentence around it stays outside.

The browser interprets the same patterns (`assets/scripts/search/words.js`), so they keep to what
Python and JavaScript read alike: no `\\s`, `\\w` or `\\b`, lookbehinds of one character. What may
be long is bounded, so that no text takes more than its length in time.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsroom.text.languages import direction

_LATIN = r"0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Other letters of left-to-right scripts (μm, Казань), and raised and lowered digits (km², H₂O).
_LTR = rf"{_LATIN}\u00aa\u00b5\u00ba\u00b2\u00b3\u00b9\u2070-\u209c\u0370-\u03ff\u0400-\u052f"
_ARABIC = r"\u0600-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
_DIGITS = r"\u06f0-\u06f9\u0660-\u0669"
_RTL = rf"{_ARABIC}{_DIGITS}\u066a-\u066c\u200c"

_BLANKS = r" \t\r\n\u00a0\u2009\u202f"
_SPACE = rf"[{_BLANKS}]{{1,30}}"
"""Between two words; a line of the file may end there."""
_FREE = rf"(?<![^{_BLANKS}(\[{{<«‹“‘\"'،؛])"
"""A character belongs to the word behind it if a space or a bracket is before it."""
_NO_STOP = r"(?<![0-9A-Za-z@.\-])"

# ---------------------------------------------------------------- addresses, in any script
_UNSAID = rf"{_BLANKS}<>()\"«»‹›“”„،؛؟…"
_ENCLOSED = rf"\([^{_UNSAID}]{{1,100}}\)"
_PATH = rf"(?:[^{_UNSAID}]|{_ENCLOSED})*(?:[^{_UNSAID}.,:;!?'’\]}}]|{_ENCLOSED})"
_ADDRESS = (
    rf"{_NO_STOP}(?:(?:[A-Za-z][A-Za-z0-9+.\-]{{1,20}}:\/\/|www\.|mailto:|tel:){_PATH}"
    rf"|(?:[0-9A-Za-z][0-9A-Za-z\-]{{0,62}}\.){{1,8}}[A-Za-z]{{2,24}}(?::[0-9]{{1,5}})?[\/?#](?:{_PATH})?)"
)

# ---------------------------------------------------------------- words from left to right
_BEFORE = r"[+\-−±~≈≤≥=×$€£¥₽₹#@§№&.\/\\_*%°]"
_LEADING = rf"{_FREE}(?:{_BEFORE}{{1,3}}|[<>–](?=[0-9])|[§№]{_SPACE})"
_TRAILING = (
    rf"[+#%‰°$€£¥₽₹′″*™®©]{{0,3}}(?:{_SPACE}[%‰°$€£¥₽₹](?![{_LTR}{_DIGITS}]))?"
    rf"(?:\/(?![^{_BLANKS}.,:;!?،؛؟)\]»]))?"  # data/events/
)
_INSIDE = r".,\-‐‑–—−\/\\:@_'’%+#&=?!°~×÷·•^|$€£<>*±≈≤≥→"
_LETTERS = (
    rf"(?:[{_DIGITS}]{{1,12}}°?)?[{_LTR}]"  # ۲۵°C, COVID-۱۹: digits that touch a word are of it
    rf"(?:[{_LTR}{_DIGITS}{_INSIDE}]*[{_LTR}{_DIGITS}])?"
)
_NEXT = rf"(?={_SPACE}(?:{_BEFORE}{{0,3}}[{_LTR}]|[(\[“‘\"]))"
"""A word follows that can be the next of the run."""
_ABBREVIATION = (
    # With its stop wherever it stands: U.S., e.g., Ph.D.
    r"(?:(?:[A-Za-z]{1,2}\.){2,8}|(?:Inc|Ltd|Corp|Co|Jr|Sr|Bros|[Ee]tc|al)\.)"
    rf"(?![{_LTR}])"
    # Before another word: an initial, what has no vowel (St., Dr.), and those that have one.
    r"|(?:[A-Za-z\u00c0-\u00de]|[A-Z]?[b-df-hj-np-tv-xz]{1,5}|Prof|Gov|Gen|Sen|Rep|Rev|Hon|Capt|Col"
    r"|Maj|Sta|Ste|Univ|Dept|Ave|[Aa]rt|[Aa]pprox|[Cc]a|[Cc]h|[Ee]ds?|[Ff]igs?|[Nn]os?|[Oo]p|[Ss]ec"
    rf"|[Vv]ols?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.{_NEXT}"
    rf"|[A-Za-z]{{1,4}}\.(?={_SPACE}[0-9])"
)
_WORD = rf"(?:{_LEADING})?(?:{_ADDRESS}|{_ABBREVIATION}|{_LETTERS}{_TRAILING})"


def _between(start: str, end: str) -> str:
    """Two characters around what holds no Persian and neither begins nor ends with a blank."""
    unsaid = rf"\{start}\{end}{_RTL}"
    inside, edge = rf"[^{unsaid}]", rf"[^{unsaid}{_BLANKS}]"
    return rf"\{start}(?={inside}{{0,300}}[{_LTR}])(?:{edge}{inside}{{0,300}})?{edge}\{end}"


_BRACKETS = rf"(?:{_between('(', ')')}|{_between('[', ']')})"
_QUOTATION = "|".join(rf"{_FREE}{_between(*characters)}" for characters in ("“”", "‘’", '""'))
_TAG = rf"<\/?[A-Za-z][^<>{_RTL}]{{0,80}}>"
_ITEM = rf"(?:{_QUOTATION}|{_TAG}|{_WORD})"
_JOINT = (
    rf"(?:[,;:!?…]|\.\.\.|['’”])?{_SPACE}(?:[&+=×÷*\/|<>≤≥≈~→←↔·•\-−–—…]{{1,3}}{_SPACE})?"
    rf"|\.{_SPACE}(?=[a-z\u00df-\u00ff])"  # no sentence begins there
)
_LTR_RUN = (
    rf"(?:{_BRACKETS}(?:{_SPACE})?(?={_BEFORE}{{0,3}}[{_LTR}]))?"  # (021) 8877
    rf"{_ITEM}(?:(?:{_JOINT}){_ITEM}|(?:{_SPACE})?{_BRACKETS}(?:(?:{_SPACE})?(?={_BEFORE}{{0,3}}[{_LTR}]){_ITEM})?)*"
)

# ---------------------------------------------------------------- Persian numbers from the left
_SIGNED = rf"{_FREE}[+\-−±][{_DIGITS}]{{1,15}}(?:[٫٬.\/][{_DIGITS}]{{1,15}}){{0,6}}[٪%‰°]?"
_GROUPS = rf"(?:(?:-|{_SPACE})[{_DIGITS}]{{2,8}})"
_CODE = (
    rf"(?<![{_DIGITS}٫٬.\-\/:])(?:"
    rf"(?:\+[{_DIGITS}]{{1,4}}{_SPACE})?\([{_DIGITS}]{{2,5}}\)(?:{_SPACE})?[{_DIGITS}]{{3,8}}{_GROUPS}{{0,5}}"
    rf"|\+[{_DIGITS}]{{1,4}}{_GROUPS}{{1,6}}"
    rf"|[۰٠][{_DIGITS}]{{2,4}}{_GROUPS}{{1,6}}"  # no range begins with a nought
    rf"|[{_DIGITS}]{{4}}-[{_DIGITS}]{{1,2}}-[{_DIGITS}]{{1,2}}"  # a day
    rf"|[{_DIGITS}]{{1,9}}(?:-[{_DIGITS}]{{1,9}}){{3,8}}"
    rf"|[{_DIGITS}]{{5}}-[{_DIGITS}]{{4,5}}"
    rf")(?![{_DIGITS}٫٬\-\/:])"
)

# ---------------------------------------------------------------- words from right to left
_ARABIC_WORD = rf"(?:{_FREE}[+\-−±#@](?=[{_ARABIC}{_DIGITS}]))?[{_ARABIC}{_DIGITS}][{_RTL}]*"
_ARABIC_QUOTATION = rf"«(?=[^«»]{{0,400}}[{_ARABIC}])[^«»]{{1,400}}»"
_ARABIC_ITEM = rf"(?:{_ARABIC_QUOTATION}|{_ARABIC_WORD}(?:\+(?![{_LTR}]))?)"
_ARABIC_JOINT = rf"[{_BLANKS}،؛:«»\-–\/_.!…←]{{1,3}}"
_ARABIC_WORDS = (
    rf"(?:{_ARABIC_QUOTATION}|«?{_ARABIC_ITEM})(?:{_ARABIC_JOINT}{_ARABIC_ITEM})*(?:(?: ?…)?»)?"
)
_RTL_RUN = rf"{_ARABIC_WORDS}(?: \({_ARABIC_WORDS}\))*"

_FORMS = {
    "fa": rf"{_CODE}|{_SIGNED}|{_LTR_RUN}",
    "en": rf"{_ADDRESS}|{_RTL_RUN}",
    "latin": rf"[{_LATIN}]",
    "arabic": rf"[{_ARABIC}]",
    "number": r"^[0-9]+$",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A form, compiled when it is first asked for, as compiling them is slow."""
    return re.compile(_FORMS[name])


ADDRESS = re.compile(_ADDRESS)
"""An address of the web or of mail in a text, without the stop behind it."""

MAY_BEGIN_WITH = {"fa": rf"{_LTR}{_DIGITS}+\-−±(", "en": _ARABIC}
"""The characters one of these begins with, as part of a class."""
MAY_BEGIN = {
    "fa": re.compile(rf"[{_LTR}]|[+\-−±(۰٠][{_DIGITS}]|[{_DIGITS}]-[{_DIGITS}]"),
    "en": re.compile(rf"[{_ARABIC}]"),
}
"""What a text of a language holds if there is a run in it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where a run lies in a text, and how it is read."""

    start: int
    end: int
    lang: str
    """Empty where it is of neither language: a Persian number, a word in Cyrillic."""
    direction: str


def run_patterns() -> Mapping[str, str]:
    """What a run is in a text of each language, and what tells runs apart, for the browser.

    It has `find_runs` in JavaScript: in Persian a run goes from the left, but for a number alone,
    which keeps its order in every line; in English one with Persian in it goes from the right,
    unless it begins with a Latin letter, as an address does.
    """
    return _FORMS


def find_runs(text: str, lang: str) -> Iterator[Run]:
    """Yield what goes the other way in a text of a language, in order."""
    if not MAY_BEGIN[lang].search(text):
        return
    for found in _pattern(lang).finditer(text):
        run = found[0]
        if _pattern("number").match(run) if lang == "fa" else not _pattern("arabic").search(run):
            continue
        of = "en" if _pattern("latin").search(run if lang == "fa" else run[0]) else ""
        of = of or ("fa" if lang == "en" else "")
        yield Run(*found.span(), of, direction(of or "en"))
