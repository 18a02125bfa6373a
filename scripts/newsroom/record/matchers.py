"""The names of the record, and what finds them in texts: one set for all who look for names."""

from collections.abc import Callable, Collection, Iterator, Mapping

from newsroom.record.kinds.term import Term
from newsroom.record.participants import Participant
from newsroom.text.languages import LANGS
from newsroom.text.names import Matcher, Name

TERM = "term:"
"""Begins the key of a term among the bearers of names; no id holds a colon."""


class NameMatchers:
    """Finds participants and terms by their names; each matcher is built when first asked for."""

    def __init__(
        self,
        participants: Mapping[str, Participant],
        glossary: Collection[Term],
        explained_in: Collection[str],
    ) -> None:
        """`explained_in` are the languages whose pages have a glossary to lead to."""
        self._participants = participants
        self._glossary = glossary
        self._explained_in = explained_in
        self._built: dict[tuple[str, str], Matcher] = {}

    def linked(self, lang: str) -> Matcher:
        """Finds what a page of a language is linked by."""
        return self._once("linked", lang, self.linked_names)

    def known(self, lang: str) -> Matcher:
        """Finds participants by the spellings of either language, those of `lang` before others."""
        return self._once("known", lang, self.known_names)

    def linked_names(self, lang: str) -> Iterator[Name]:
        """The spellings of a language, and the terms that are linked and nobody's name."""
        own = [*self.registered_names(lang)]
        yield from own
        taken = {name.text for name in own}
        for term in self._glossary if lang in self._explained_in else ():
            if term.link and term.term[lang] not in taken:
                yield Name(term.term[lang], f"{TERM}{term.id}")

    def registered_names(self, lang: str) -> Iterator[Name]:
        """Every spelling of every participant in a language."""
        for entry in self._participants.values():
            yield from (Name(spelling, entry.id) for spelling in entry.spellings(lang))

    def known_names(self, lang: str) -> Iterator[Name]:
        """Every spelling of every participant, in `lang` and then in the other languages."""
        for entry in self._participants.values():
            spellings = (it for each in (lang, *LANGS) for it in entry.spellings(each))
            yield from (Name(spelling, entry.id) for spelling in dict.fromkeys(spellings))

    def _once(self, kind: str, lang: str, names: Callable[[str], Iterator[Name]]) -> Matcher:
        if (kind, lang) not in self._built:
            self._built[kind, lang] = Matcher(names(lang))
        return self._built[kind, lang]
