"""Terms: one word for one thing, the one the glossary has chosen."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.check.rule import WORDS, rule
from newsroom.record.articles import GLOSSARY
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.term import Term
from newsroom.record.problems import Problem, say
from newsroom.record.segments import TextSegment
from newsroom.text.languages import LANGS
from newsroom.text.names import Matcher, Name
from newsroom.text.persian import HARAKAT, fold_name
from newsroom.text.sentences import blank_quotations

_ABOUT_WORDS = frozenset(("data/glossary.yml", *(f"docs/{lang}/{GLOSSARY}" for lang in LANGS)))
_SIGN = re.compile(r"[^\n]")
_HARAKAT = re.compile(f"[{HARAKAT}]")
_RIGHT = "right"
"""Bears the terms and names that may hold a form to avoid: longest first, they win."""


_NOTE = re.compile(r"^\ufffc+\n(?:(?: {4}[^\n]*)?\n)+", re.MULTILINE)
"""A note, below its head: it speaks about words, and may name any."""
_TO_GLOSSARY = re.compile(rf"\]\([^)\s]*{posixpath.basename(GLOSSARY)}")


@rule(WORDS, warning="term-avoided")
def term_avoided(catalogue: Catalogue, segments: Sequence[TextSegment]) -> Iterator[Problem]:
    """Readers and searches know a thing by one word; a quotation keeps the word of its source.

    Editors' notes, and the text of a link to the glossary, speak about words and are left alone.
    A warning: now and then a word is meant for something else.
    """
    forms = {lang: _Forms.of(catalogue, lang) for lang in LANGS}
    bodies = {page.path: page.body for page in catalogue.pages.values()}
    for segment in segments:
        if segment.path in _ABOUT_WORDS or "note" in segment.place.split("."):
            continue
        text = blank_quotations(f"{segment.text}\n")
        text = _NOTE.sub(lambda note: _SIGN.sub("\ufffc", note[0]), text)
        body = "" if segment.place else bodies[segment.path]
        for start, wording, term in forms[segment.lang].find(text):
            if _TO_GLOSSARY.match(body, start + len(wording)):
                continue
            message = say(
                "the form '{form}'; the glossary has '{term}'",
                form=wording,
                term=term.term[segment.lang],
            )
            hint = say("see the term '{id}' of data/glossary.yml", id=term.id)
            line = segment.line_at(start)
            yield term_avoided.problem(segment.path, line, message, hint)


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
    """In lower case and without vowel signs; spaces, half-spaces and carriers of a hamza stay."""
    return _HARAKAT.sub("", " ".join(text.lower().split()))


def _capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in text.split())
