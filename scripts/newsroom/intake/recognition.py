"""Who and what a text names: the known, by any spelling, and names nobody has registered yet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsroom.intake.unknown_names import PersianNames, UnknownName, latin_names
from newsroom.record.catalogue import Catalogue
from newsroom.record.import_rules import ImportRules
from newsroom.record.matchers import bearers
from newsroom.text.languages import DEFAULT_LANG
from newsroom.text.lexicon import Lexicon
from newsroom.text.persian import HALF_SPACE, WORD, fold_name, fold_word

_WIDEST = 8
"""Words of the text a spelling may be spread over."""
_SHORTEST = 6
"""Characters of a spelling that is sought across spaces."""


class Recogniser:
    """Finds names in texts; made once for a record, because its registry takes unfolding."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        names = [*catalogue.names.known_names(DEFAULT_LANG)]
        self._rules = catalogue.import_rules
        self._matcher = catalogue.names.known(DEFAULT_LANG)
        self._closed = {
            fold_name(name.text): name.target_id
            for name in names
            if not name.text.isascii() and len(fold_name(name.text)) >= _SHORTEST
        }
        self._longest = max(map(len, self._closed), default=0)
        self._known = _words_of(name.text for name in names)
        # The words of the Persian pages: a script without capitals has no better sign of a name.
        pages = (page.document.prose for page in catalogue.pages.values() if page.lang == "fa")
        plain = self._known | _words_of(pages) | _plain_words(self._rules, lexicon)
        self._persian = PersianNames(self._rules, lexicon, self._known, plain)

    def find_known(self, text: str) -> tuple[str, ...]:
        """The ids of the participants a text may name, by any spelling, in the order they come.

        All who share a name are among them.
        A spelling is also found where spaces and half-spaces fall elsewhere: «غلام زاده».
        """
        places: dict[str, int] = {}
        found = ((mention.target_id, mention.start) for mention in self._matcher.find(text))
        for key, start in chain(found, self._find_closed(text)):
            for id in bearers(key):
                places[id] = min(start, places.get(id, start))
        return tuple(sorted(places, key=lambda id: places[id]))

    def _find_closed(self, text: str) -> Iterator[tuple[str, int]]:
        words = [
            (match.start(), fold_word(match[0].replace(HALF_SPACE, "")))
            for match in WORD.finditer(text)
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
        names = latin_names(text, self._rules) if lang == "en" else self._persian.find(text)
        found: dict[str, UnknownName] = {}
        for name in names:
            if not self._known.issuperset(_words_of([name.text])):
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


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of texts, folded."""
    return frozenset(fold_word(word) for text in texts for word in WORD.findall(text))


def _plain_words(import_rules: ImportRules, lexicon: Lexicon) -> frozenset[str]:
    """Words beside a name and words of the dictionary, folded: none of them is a name."""
    lists = (
        import_rules.common,
        import_rules.offices,
        import_rules.honorifics,
        import_rules.speech,
        import_rules.bodies,
    )
    words = (*lexicon.nouns, *lexicon.adjectives, *lexicon.silent_heh)
    return frozenset(fold_word(word) for words in (*lists, words) for word in words)
