"""Who and what a text names: the known, by any spelling, and names nobody has registered yet."""

import re
from collections.abc import Iterator, Sequence

from newsroom.intake.latin_names import latin_names
from newsroom.intake.name_words import UnknownName
from newsroom.intake.persian_names import PersianNames
from newsroom.record.catalogue import Catalogue
from newsroom.record.import_rules import ImportRules
from newsroom.text.languages import DEFAULT_LANG
from newsroom.text.lexicon import Lexicon
from newsroom.text.persian import HALF_SPACE, fold_name, fold_word

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u065f\u200c'’-])*")
_WIDEST = 8
"""Words of the text a spelling may be spread over."""
_SHORTEST = 6
"""Signs of a spelling that is sought across spaces."""


class Recogniser:
    """Finds names in texts; made once for a record, because its registry takes unfolding."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        names = [*catalogue.names.known_names(DEFAULT_LANG)]
        self._cues = catalogue.import_rules
        self._matcher = catalogue.names.known(DEFAULT_LANG)
        self._closed = {
            fold_name(name.text): name.target_id
            for name in names
            if not name.text.isascii() and len(fold_name(name.text)) >= _SHORTEST
        }
        self._longest = max(map(len, self._closed), default=0)
        self._known = frozenset(
            fold_word(word) for name in names for word in _WORD.findall(name.text)
        )
        plain = self._known | _prose_words(catalogue) | _plain_words(self._cues, lexicon)
        self._persian = PersianNames(self._cues, lexicon, self._known, plain)

    def find_known(self, text: str) -> tuple[str, ...]:
        """The ids of the participants a text names, by any spelling, in the order they come.

        A spelling is also found where spaces and half-spaces fall elsewhere: «غلام زاده».
        """
        places: dict[str, int] = {}
        for mention in self._matcher.find(text):
            places.setdefault(mention.target_id, mention.start)
        for id, start in self._find_closed(text):
            places[id] = min(start, places.get(id, start))
        return tuple(sorted(places, key=lambda id: places[id]))

    def _find_closed(self, text: str) -> Iterator[tuple[str, int]]:
        words = [
            (match.start(), fold_word(match[0].replace(HALF_SPACE, "")))
            for match in _WORD.finditer(text)
        ]
        for at, (start, _) in enumerate(words):
            joined = ""
            for _, word in words[at : at + _WIDEST]:
                joined += word
                if len(joined) > self._longest:
                    break
                if joined in self._closed:
                    yield self._closed[joined], start

    def find_unknown(self, text: str, lang: str) -> tuple[UnknownName, ...]:
        """Names that stand beside an office, a title or a verb of speech and are in no entry."""
        names = latin_names(text, self._cues) if lang == "en" else self._persian.find(text)
        found: dict[str, UnknownName] = {}
        for name in names:
            if not self._known.issuperset(fold_word(word) for word in _WORD.findall(name.text)):
                found.setdefault(fold_name(name.text), name)
        return tuple(_one_each(list(found.values())))


def _one_each(names: Sequence[UnknownName]) -> Iterator[UnknownName]:
    """One name a person: a surname goes where the full name stands, as do words behind a name."""
    parts = [tuple(fold_word(word) for word in name.text.split()) for name in names]
    for name, words in zip(names, parts, strict=True):
        others = [one for one in parts if one != words and name.kind == "person"]
        is_surname = any(one[-len(words) :] == words for one in others)
        runs_on = any(words[: len(one)] == one and len(one) < len(words) for one in others)
        if not (is_surname or runs_on):
            yield name


def _prose_words(catalogue: Catalogue) -> frozenset[str]:
    """The words of the Persian pages: a script without capitals has no better sign of a name."""
    texts = (page.document.prose for page in catalogue.pages.values() if page.lang == "fa")
    return frozenset(fold_word(word) for text in texts for word in _WORD.findall(text))


def _plain_words(import_rules: ImportRules, lexicon: Lexicon) -> frozenset[str]:
    lists = (
        import_rules.common,
        import_rules.offices,
        import_rules.honorifics,
        import_rules.speech,
        import_rules.bodies,
    )
    words = (*lexicon.nouns, *lexicon.adjectives, *lexicon.silent_heh)
    return frozenset(fold_word(word) for words in (*lists, words) for word in words)
