"""Topics that a text may belong to, by the terms and the names that suggest them.

What is suggested is never written: whether a text is about something its words cannot tell.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.term import Term
from newsroom.record.matchers import bearers
from newsroom.text.names import Matcher, Name

_ENOUGH = 2
"""Signs of a topic: one alone may be named in passing. Of a topic with one sign, that."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A topic, and what of a text suggests it."""

    topic: str
    """Its id."""
    signs: tuple[str, ...]
    """The ids of the terms and the participants that are there, terms first."""


class TopicSigns:
    """Finds what suggests the topics of a record."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._terms = catalogue.entries(Term)
        self._matcher = cache(self._make_matcher)

    def in_texts(self, texts: Iterable[str], lang: str) -> tuple[Suggestion, ...]:
        """The topics some texts of a language suggest, those with most signs first."""
        there = {id for text in texts for id in self._signs(text, lang)}
        found = []
        for topic in self._catalogue.topics.values():
            signs = (*topic.terms, *topic.participants)
            present = tuple(id for id in signs if id in there)
            if len(present) >= min(_ENOUGH, len(signs)) > 0:
                found.append(Suggestion(topic.id, present))
        return tuple(sorted(found, key=lambda it: -len(it.signs)))

    def for_article(self, article: Article) -> tuple[Suggestion, ...]:
        """Those its original suggests and it does not name."""
        page = article.facts
        texts = (page.title, page.summary, page.document.prose)
        return tuple(it for it in self.in_texts(texts, page.lang) if it.topic not in article.topics)

    def _signs(self, text: str, lang: str) -> Iterator[str]:
        yield from (it.target_id for it in self._matcher(lang).find(text))
        for mention in self._catalogue.names.known(lang).find(text):
            yield from bearers(mention.target_id)

    def _make_matcher(self, lang: str) -> Matcher:
        """Finds the terms that suggest a topic by every form of them."""
        ids = dict.fromkeys(id for topic in self._catalogue.topics.values() for id in topic.terms)
        return Matcher(
            Name(form, id)
            for id in ids
            for term in (self._terms[id],)
            for form in (term.term[lang], *(term.avoid or {}).get(lang, ()))
        )
