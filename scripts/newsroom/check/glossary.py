"""Terms: one word for one thing, the one the glossary has chosen."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.check.rule import WORDS, rule
from newsroom.document.blocks import ADMONITION
from newsroom.record.articles import GLOSSARY, Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.term import Term
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.text.languages import LANGS
from newsroom.text.names import Matcher, Name
from newsroom.text.persian import fold_name, without_harakat
from newsroom.text.quotations import blank_quotations

_ABOUT_WORDS = frozenset(("data/glossary.yml", *(f"docs/{lang}/{GLOSSARY}" for lang in LANGS)))
_RIGHT = "right"
"""Bears the terms and names that may hold a form to avoid: longest first, they win."""


@rule(WORDS, warning="term-avoided")
def term_avoided(catalogue: Catalogue, segments: Sequence[TextSegment]) -> Iterator[Problem]:
    """Readers and searches know a thing by one word; a quotation keeps the word of its source.

    Editors' notes, and the text of a link to the glossary, speak about words and are left alone.
    A warning: now and then a word is meant for something else.
    """
    forms = {lang: _Forms.of(catalogue, lang) for lang in LANGS}
    pages = {page.path: page for page in catalogue.pages.values()}
    for segment in segments:
        if segment.path in _ABOUT_WORDS or "note" in segment.place.split("."):
            continue
        page = None if segment.place else pages[segment.path]
        for start, wording, term in forms[segment.lang].find(blank_quotations(segment.text)):
            if page and (_is_in_note(page, start) or _leads_to_glossary(page, start, wording)):
                continue
            message = say(
                "the form '{form}'; the glossary has '{term}'",
                form=wording,
                term=term.term[segment.lang],
            )
            hint = say("see the term '{id}' in data/glossary.yml", id=term.id)
            yield term_avoided.at(segment, start, message, hint)


def _is_in_note(page: Page, position: int) -> bool:
    """Whether a position of the body lies in a note; its title, if it has one, is none of it."""
    line = page.document.line_at(position)
    notes = (block for block in page.document.walk() if block.kind == ADMONITION)
    return any(note.line < line <= note.end for note in notes)


def _leads_to_glossary(page: Page, position: int, wording: str) -> bool:
    """Whether a wording of the body is the end of the text of a link to the glossary."""
    end = position + len(wording)
    target = page.body[end : page.body.find(")", end)].split(maxsplit=1)[:1]
    return page.body.startswith("](", end) and posixpath.basename(GLOSSARY) in "".join(target)


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms of one language that are avoided, ready to be found."""

    matcher: Matcher
    """Finds them, and the names and terms they may be a part of."""
    bare: Matcher
    """Finds them alone: most texts hold none, and are passed by sooner."""
    terms: Mapping[str, tuple[str, Term]]
    """The form and its term, by the bearer's id in the matcher."""

    @classmethod
    def of(cls, catalogue: Catalogue, lang: str) -> "_Forms":
        forms = [
            (form, term) for term in catalogue.glossary for form in (term.avoid or {}).get(lang, ())
        ]
        terms = {f"{at}": pair for at, pair in enumerate(forms)}
        folded = {fold_name(form) for form, _ in forms}
        right = [term.term[lang] for term in catalogue.glossary]
        right += [name.text for name in catalogue.names.registered_names(lang)]
        avoided = [Name(form, id) for id, (form, _) in terms.items()]
        names = [Name(name, _RIGHT) for name in right if fold_name(name) not in folded]
        return cls(Matcher([*avoided, *names]), Matcher(avoided), terms)

    def find(self, text: str) -> Iterator[tuple[int, str, Term]]:
        """Position and wording of each form that is avoided, and its term."""
        if next(self._forms_in(self.bare, text), None) is not None:
            yield from self._forms_in(self.matcher, text)

    def _forms_in(self, matcher: Matcher, text: str) -> Iterator[tuple[int, str, Term]]:
        for mention in matcher.find(text):
            if mention.target_id != _RIGHT:
                form, term = self.terms[mention.target_id]
                wording = text[mention.start : mention.end]
                if _is_form(wording, form, term):
                    yield mention.start, wording, term


def _is_form(wording: str, form: str, term: Term) -> bool:
    """Whether a wording is the form, and not the term from which a space or a hamza parts it.

    Where form and term differ by capitals alone, they are compared with them; else a form in
    capitals is met by a wording in capitals, and any other form by both.
    """
    if not _bare(wording).startswith(_bare(form)):
        return False
    if any(_bare(form) == _bare(right) for right in term.term.values()):
        return wording.startswith(form)
    return _capitals(form) <= _capitals(wording)


def _bare(text: str) -> str:
    """In lower case and without vowel marks; spaces, half-spaces and carriers of a hamza stay."""
    return without_harakat(" ".join(text.lower().split()))


def _capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in text.split())
