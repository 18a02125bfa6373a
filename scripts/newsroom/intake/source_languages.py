"""Which language a source is in: Persian, English, or one that no article is written from."""

from collections import Counter
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from newsroom.record.import_rules import ForeignLanguage, ImportRules
from newsroom.record.problems import say
from newsroom.text.letters import has_persian
from newsroom.text.persian import WORD

_ENOUGH = 12
"""Words from which a text says by itself what language it is in."""
_HOME_WORDS = {
    "fa": frozenset(
        "و در به از که این را با است برای آن یک تا می شد کرد بر هم های شود خود ما او".split()
    ),
    "en": frozenset(
        "the of and to in a is that for on with as at by it was be are from has have this an its "
        "he she they not will said were".split()
    ),
}
_NAMES = {
    "ar": say("Arabic"),
    "ur": say("Urdu"),
    "ps": say("Pashto"),
    "ckb": say("Central Kurdish"),
    "ru": say("Russian"),
    "tg": say("Tajik"),
    "uk": say("Ukrainian"),
    "zh": say("Chinese"),
    "ja": say("Japanese"),
    "ko": say("Korean"),
    "hi": say("Hindi"),
    "he": say("Hebrew"),
    "hy": say("Armenian"),
    "el": say("Greek"),
    "am": say("Amharic"),
    "tr": say("Turkish"),
    "az": say("Azerbaijani"),
    "pt": say("Portuguese"),
    "es": say("Spanish"),
    "fr": say("French"),
    "de": say("German"),
    "it": say("Italian"),
    "nl": say("Dutch"),
    "id": say("Indonesian"),
}


@dataclass(frozen=True, slots=True)
class Tongue:
    """`lang` is `fa` or `en`; `foreign` is there where it is neither."""

    lang: str
    foreign: ForeignLanguage | None = None

    @property
    def name(self) -> str:
        """What the foreign language is called; its code where nobody has put it into words."""
        return _NAMES.get(self.foreign.id, self.foreign.id) if self.foreign else ""


def language_of(text: str) -> str:
    """The language most letters of a text belong to."""
    persian, latin = _home_letters(Counter(text))
    return "fa" if persian * 2 > latin else "en"


def tongue_of(text: str, declared: str, import_rules: ImportRules) -> Tongue:
    """The language of a text: by its frequent words, then its letters, then what a page declares.

    Pages declare wrongly as often as not, so a text in good Persian is Persian in any case.
    """
    lang = language_of(text)
    words = [word.lower() for word in WORD.findall(text)]
    own = _share(words, _HOME_WORDS[lang])
    named = next((other for other in import_rules.languages if other.id == declared), None)
    shares = {other.id: _share(words, other.words) for other in import_rules.languages}
    best = max(import_rules.languages, key=lambda other: shares[other.id], default=None)
    if foreign := _by_letters(text, import_rules.languages, shares, named):
        return Tongue(lang, foreign)
    if best and len(words) >= _ENOUGH and shares[best.id] > max(1.5 * own, 0.08):
        return Tongue(lang, best)
    if named and own < 0.05 and shares[named.id] >= own:
        return Tongue(lang, named)
    return Tongue(lang)


def _share(words: Sequence[str], frequent: Collection[str]) -> float:
    """How much of the words of a text are among the frequent ones of a language, from 0 to 1."""
    known = frozenset(frequent)
    return sum(word in known for word in words) / max(len(words), 1)


def _home_letters(counts: Counter[str]) -> tuple[int, int]:
    """How many letters of the Persian script, and of the Latin one without accents."""
    persian = sum(count for char, count in counts.items() if has_persian(char))
    latin = sum(count for char, count in counts.items() if char.isascii() and char.isalpha())
    return persian, latin


def _letters_of(language: ForeignLanguage, counts: Counter[str]) -> int:
    """How many letters are the language's own, which are given by code points and ranges."""
    spans: list[range] = []
    for code in language.letters:
        first, _, last = code.partition("-")
        with suppress(ValueError):  # what is no code point is no letter
            spans.append(range(int(first, 16), int(last or first, 16) + 1))
    return sum(count for char, count in counts.items() if any(ord(char) in span for span in spans))


def _by_letters(
    text: str,
    languages: Sequence[ForeignLanguage],
    shares: dict[str, float],
    named: ForeignLanguage | None,
) -> ForeignLanguage | None:
    """The language whose own letters a text is in: all of it in another script, or often."""
    written, lower = Counter(text), Counter(text.lower())
    letters = sum(count for char, count in written.items() if char.isalpha())
    counts = {other.id: _letters_of(other, lower) for other in languages}
    found = [other for other in languages if counts[other.id] * 50 > letters]
    if named in found and named is not None:
        return named
    is_other_script = sum(_home_letters(written)) * 2 < letters
    strong = [one for one in found if is_other_script or shares[one.id] > 0.03]
    return max(strong, key=lambda one: (shares[one.id], counts[one.id]), default=None)
