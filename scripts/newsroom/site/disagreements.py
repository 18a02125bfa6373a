"""Where the sources disagree, as the pages of one language list it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsroom.record.articles import Article
from newsroom.record.kinds.disagreement import DIFFER, KINDS, Disagreement
from newsroom.record.kinds.event import Event
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.site.addresses import uri_of
from newsroom.site.locale_views import LocaleView, by_key
from newsroom.text.persian import sort_key

CONTRADICTIONS = 3
"""How many an article names below its text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report of this language tells of a disagreement."""

    uri: str
    """The path of its page, with the section as its anchor."""
    title: str
    heading: str
    """That of the section, or that the report is withdrawn; empty where all of it is meant."""


class Disagreements:
    """The disagreements of the record in one language; lists are made when first asked for."""

    def __init__(self, locale: LocaleView) -> None:
        self._catalogue = locale.catalogue
        self._lang = locale.lang

    @cached_property
    def groups(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """All of them by kind, in the order of their questions; kinds without any are left out."""
        found = by_key(self._ordered, lambda entry: [entry.kind])
        return {kind: found[kind] for kind in KINDS if kind in found}

    def on(self, article: Article) -> tuple[Disagreement, ...]:
        """Those of substance an article tells of, in the order of its sections."""
        return self._by_article.get(article.slug, ())

    def contradictions_on(self, article: Article) -> tuple[Disagreement, ...]:
        """The first of them that sources answer differently, for the foot of the article."""
        return tuple(it for it in self.on(article) if it.kind == DIFFER)[:CONTRADICTIONS]

    def about(self, entry: Event | Participant) -> tuple[Disagreement, ...]:
        """Those of substance that concern an event or a participant."""
        by_id = self._by_event if isinstance(entry, Event) else self._by_participant
        return tuple(it for it in by_id.get(entry.id, ()) if it.is_of_substance)

    def within(self, topic: Topic) -> tuple[Disagreement, ...]:
        """Those of substance about events that are nearest to a topic; of those about none, what is
        told in articles nearest to it alone.
        """
        known = self._catalogue
        events = {id for id, it in known.events.items() if it.topics[:1] == (topic.id,)}
        slugs = {slug for slug, it in known.articles.items() if it.topics[:1] == (topic.id,)}
        return tuple(
            entry
            for entry in self._ordered
            if entry.is_of_substance
            and (
                not events.isdisjoint(entry.events)
                if entry.events
                else slugs.issuperset(passage.article for passage in entry.articles)
            )
        )

    def slips_on(self, participant: Participant) -> tuple[Disagreement, ...]:
        """How sources write a name, and what of them about its bearer is not carried over."""
        found = self._by_participant.get(participant.id, ())
        return tuple(it for it in found if not it.is_of_substance)

    def places_of(self, entry: Disagreement) -> tuple[Place, ...]:
        """Where the reports that stand in this language tell of it."""
        return tuple(self._places_of(entry))

    def _places_of(self, entry: Disagreement) -> Iterator[Place]:
        for passage in entry.articles:
            article = self._catalogue.articles.get(passage.article)
            if article is None:
                notice = self._catalogue.withdrawals[passage.article]
                withdrawn = self._catalogue.strings[self._lang]["withdrawn.title"]
                yield Place(uri_of(notice), notice.title[self._lang], withdrawn)
                continue
            page = article.versions.get(self._lang)
            if page is None:
                continue
            headings = (
                it.text for it in page.document.headings if it.id and it.id == passage.section
            )
            anchor = f"#{passage.section}" if passage.section else ""
            yield Place(f"{article.uri}{anchor}", page.title, next(headings, ""))

    @cached_property
    def _ordered(self) -> tuple[Disagreement, ...]:
        lang = self._lang
        entries = self._catalogue.disagreements.values()
        return tuple(sorted(entries, key=lambda entry: sort_key(entry.question[lang], lang)))

    @cached_property
    def _by_article(self) -> Mapping[str, tuple[Disagreement, ...]]:
        found = by_key(
            (entry for entry in self._ordered if entry.is_of_substance),
            lambda entry: [it.article for it in entry.articles],
        )
        return {
            slug: tuple(sorted(entries, key=lambda entry: self._place(entry, slug)))
            for slug, entries in found.items()
            if slug in self._catalogue.articles
        }

    def _place(self, entry: Disagreement, slug: str) -> int:
        """How far down an article it is first told of: 0 before its first heading."""
        headings = self._catalogue.articles[slug].facts.document.headings
        sections = [None, *(heading.id for heading in headings)]
        passages = (passage for passage in entry.articles if passage.article == slug)
        return min(sections.index(passage.section) for passage in passages)

    @cached_property
    def _by_event(self) -> Mapping[str, tuple[Disagreement, ...]]:
        return by_key(self._ordered, lambda entry: entry.events)

    @cached_property
    def _by_participant(self) -> Mapping[str, tuple[Disagreement, ...]]:
        return by_key(self._ordered, lambda entry: entry.participants)
