"""Every spelling a participant is found by: the registry's, and what the glossary avoids."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.term import Term
from newsroom.record.participants import Participant
from newsroom.text.languages import LANGS
from newsroom.text.persian import fold_name

Spellings = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By the id of the participant and the language, the name itself first."""


def read_spellings(catalogue: Catalogue) -> Spellings:
    """The spellings of all participants.

    A form the glossary avoids is one of the participant its term names in both languages: "Ghom".
    """
    named: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    for term in catalogue.glossary:
        named[tuple(fold_name(term.term[lang]) for lang in LANGS)].append(term)
    return {
        id: {lang: tuple(dict.fromkeys(_spellings(entry, lang, named))) for lang in LANGS}
        for id, entry in catalogue.participants.items()
    }


def _spellings(
    entry: Participant, lang: str, named: Mapping[tuple[str, ...], list[Term]]
) -> Iterator[str]:
    yield from entry.spellings(lang)
    known = [{fold_name(name) for name in entry.spellings(each)} for each in LANGS]
    for names, terms in named.items():
        if all(name in its for name, its in zip(names, known, strict=True)):
            for term in terms:
                yield from (term.avoid or {}).get(lang, ())
