"""Whom and what an article names, as its foot lists them."""

from dataclasses import dataclass

from newsroom.record.articles import Article
from newsroom.record.participants import Participant
from newsroom.site.index import group_of
from newsroom.site.locale_views import LocaleView


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody an article names."""

    person: Participant
    offices: tuple[str, ...]
    """As the article's own sources give them: another source's, or another day's, are not its."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of an article, each group in the order of the text."""

    people: tuple[Player, ...]
    others: tuple[Participant, ...]
    """Organisations, cities and regions."""
    countries: tuple[Participant, ...]


def cast_of(article: Article, locale: LocaleView) -> Cast:
    """Those the version of an article in this language links, or lists."""
    named = locale.mentioned_on(article.versions[locale.lang])
    return Cast(
        tuple(_player(it, article, locale) for it in named if it.kind == "person"),
        tuple(it for it in named if group_of(it) not in ("person", "country")),
        tuple(it for it in named if group_of(it) == "country"),
    )


def _player(person: Participant, article: Article, locale: LocaleView) -> Player:
    roles = (role for id in article.all_sources for role in person.offices_by(id))
    return Player(person, tuple(dict.fromkeys(role.office[locale.lang] for role in roles)))
