"""The names of the record, and what finds them in texts: one set for all who look for names."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property

from newsroom.record.articles import Page
from newsroom.record.kinds.term import Term
from newsroom.record.participants import Participant
from newsroom.text.languages import LANGS
from newsroom.text.names import Matcher, Name
from newsroom.text.persian import fold_name

TERM = "term:"
"""Begins the key of a term among the bearers of names; no id holds a colon."""
_OR = "|"
"""Between the ids of all who share a name, which are its key; no id holds a bar."""


def bearers(key: str) -> tuple[str, ...]:
    """The ids a key of a name stands for: several where entries share the name."""
    return tuple(key.split(_OR))


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
        return self._keyed((lang,))

    def known_names(self, lang: str) -> Iterator[Name]:
        """Every spelling of every participant, in `lang` and then in the other languages."""
        return self._keyed((lang, *LANGS))

    def _keyed(self, langs: Collection[str]) -> Iterator[Name]:
        """The spellings in some languages, entry by entry; one that is shared has a shared key."""
        for entry in self._participants.values():
            spellings = (it for lang in langs for it in entry.spellings(lang))
            for spelling in dict.fromkeys(spellings):
                yield Name(spelling, self._shared.get(fold_name(spelling), entry.id))

    @cached_property
    def _shared(self) -> Mapping[str, str]:
        """The keys of the names that several entries have, by the name as it is compared."""
        ids: dict[str, dict[str, None]] = defaultdict(dict)
        for entry in self._participants.values():
            for lang in LANGS:
                for spelling in entry.spellings(lang):
                    ids[fold_name(spelling)][entry.id] = None
        return {name: _OR.join(its) for name, its in ids.items() if len(its) > 1}

    def meant_on(self, page: Page) -> Mapping[str, str]:
        """Whom the shared names mean on a page, by their keys; those it leaves open are left out.

        A page says it by naming one of the bearers, and no other; see `named_on`.
        """
        named = self.named_on(page).items()
        return {key: next(iter(ids)) for key, ids in named if len(ids) == 1}

    def named_on(self, page: Page) -> Mapping[str, frozenset[str]]:
        """Which bearers of the shared names a page names beyond doubt, by the keys of the names.

        It does so by hand, `[text][id]`, or by a name that is one's alone.
        """
        if not self._shared:
            return {}
        named = frozenset((*self._named_by_hand(page), *self._named_alone(page)))
        return {key: named.intersection(bearers(key)) for key in self._shared.values()}

    def _named_by_hand(self, page: Page) -> Iterator[str]:
        for link in page.document.links:
            folder, _, name = link.target.partition("#")[0].rpartition("/")
            if link.label or folder.endswith("participants"):
                yield link.label or name.removesuffix(".md")

    def _named_alone(self, page: Page) -> Iterator[str]:
        """The ids of those a page names by what nobody else is called."""
        texts = (page.title, page.summary, page.document.prose)
        yield from (it.target_id for text in texts for it in self.known(page.lang).find(text))

    def _once(self, kind: str, lang: str, names: Callable[[str], Iterator[Name]]) -> Matcher:
        if (kind, lang) not in self._built:
            self._built[kind, lang] = Matcher(names(lang))
        return self._built[kind, lang]
