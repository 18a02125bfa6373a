"""Which articles belong together: those of the same events, about the same people and places."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from newsroom.record.articles import Article
from newsroom.site.locale_views import ArticleView, LocaleView, by_key

RELATED = 3
"""How many an article names."""

_NEAR = 12
"""How many articles on each side in time share what many articles have, like a host city. Without a
limit the work would grow with the square of the record."""

_EVENT, _NAME = 3, 1
"""What a common event and a common name weigh."""


class Relations:
    """The relations between the articles of one language; needs their rendered texts."""

    def __init__(self, locale: LocaleView) -> None:
        self._locale = locale

    def related_to(self, article: Article) -> tuple[ArticleView, ...]:
        """The articles with most in common, then those nearest in time; none without anything."""
        news, place = self._locale.news, self._locale.place_of(article)
        weights: Counter[int] = Counter()
        for key, weight in self._features(article):
            weights.update(dict.fromkeys(_nearest(self._sharing[key], place), weight))
        del weights[place]
        ranked = sorted(weights, key=lambda at: (-weights[at], abs(at - place), at))
        return tuple(news[at] for at in ranked[:RELATED])

    def _features(self, article: Article) -> Iterator[tuple[str, int]]:
        """What an article may share, and its weight."""
        yield from ((f"event:{id}", _EVENT) for id in article.events)
        page = article.versions[self._locale.lang]
        yield from ((entry.id, _NAME) for entry in self._locale.mentioned_on(page))

    @cached_property
    def _sharing(self) -> Mapping[str, Sequence[int]]:
        """The places in the news of the articles that have a feature."""
        news = self._locale.news
        return by_key(
            range(len(news)), lambda at: (key for key, _ in self._features(news[at].article))
        )


def _nearest(places: Sequence[int], place: int) -> Sequence[int]:
    """Those of an ordered list that lie nearest to a place on both sides."""
    at = bisect_left(places, place)
    return places[max(0, at - _NEAR) : at + _NEAR + 1]
