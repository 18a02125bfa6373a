"""The front page: what stands on it, in which order, and that nothing stands there twice."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from newsroom.record.kinds.disagreement import DIFFER, Disagreement
from newsroom.record.kinds.event import HELD, Event
from newsroom.record.kinds.figure import Figure
from newsroom.site.corrections import ADDED, Change
from newsroom.site.disagreements import Disagreements
from newsroom.site.graphics import moments
from newsroom.site.graphics.graphic import Graphic
from newsroom.site.locale_views import ArticleView, LocaleView
from newsroom.site.timeline import TimelineItem

OTHERS = 2
"""Reports besides the lead; the list of news has the rest."""
DISPUTES = 2
MOMENTS = 4
"""Events held, and as many that were announced."""
CHANGES = 4


@dataclass(frozen=True, slots=True)
class Story:
    """A report; with a drawing if it has no photograph and one is left for it."""

    view: ArticleView
    graphic: Graphic | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction of sources, as the question it raises."""

    entry: Disagreement
    graphic: Graphic | None


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Its bands from top to bottom."""

    stories: tuple[Story, ...]
    """The lead first; empty while there is no report."""
    figures: tuple[Figure, ...]
    """Those of the lead."""
    disputes: tuple[Dispute, ...]
    held: tuple[TimelineItem, ...]
    """The last events, newest first, without those the stories are about."""
    announced: tuple[TimelineItem, ...]
    """The last plans and proposals, newest first."""
    changes: tuple[Change, ...]
    """What else is new, newest first: corrections, and reports that are no story above."""


def front_page(locale: LocaleView, disagreements: Disagreements) -> FrontPage:
    """What the front page of a language shows."""
    views = tuple(islice(_in_order(locale), 1 + OTHERS))
    disputes = tuple(islice(_disputes(locale, disagreements, views), DISPUTES))
    announced = _latest(locale, lambda event: event.status != HELD)
    about = {view.article.events[0] for view in views if view.article.events}
    lead = views[0].article if views else None
    figures = locale.catalogue.figures if lead else ()
    return FrontPage(
        tuple(_stories(locale, views, disputes, announced)),
        tuple(it for it in figures if lead and it.article == lead.slug),
        disputes,
        _latest(locale, lambda event: event.status == HELD and event.id not in about),
        announced,
        tuple(islice(_changes(locale, views), CHANGES)),
    )


def _in_order(locale: LocaleView) -> Iterator[ArticleView]:
    """The reports, the one the editors chose first and the others newest first."""
    yield from (view for view in locale.listed if view.article.is_lead)
    yield from (view for view in locale.listed if not view.article.is_lead)


def _stories(
    locale: LocaleView,
    views: tuple[ArticleView, ...],
    disputes: tuple[Dispute, ...],
    announced: tuple[TimelineItem, ...],
) -> Iterator[Story]:
    """The reports with drawings of kinds that stand nowhere else on the page.

    The bands below have theirs by what they are: the disputes are figures to scale, the plans a
    line of time. Of the rest the lead has the first choice.
    """
    used = {it.graphic.kind for it in disputes if it.graphic}
    used |= {moments.KIND} if announced else set()
    for view in views:
        if view.article.photograph:
            yield Story(view, None)
            continue
        graphic = locale.graphic(view.article, used)
        used |= {graphic.kind} if graphic else set()
        yield Story(view, graphic)


def _disputes(
    locale: LocaleView, disagreements: Disagreements, views: tuple[ArticleView, ...]
) -> Iterator[Dispute]:
    """Contradictions worth a reader's attention, those the stories tell of first.

    Worth it are numbers far enough apart to be drawn to scale. Where there are none, it is the
    first question two sources answer differently.
    """
    told = [entry for view in views for entry in disagreements.on(view.article)]
    others = [entry for group in disagreements.groups.values() for entry in group]
    entries = {it.id: it for it in (*told, *others) if it.kind == DIFFER}.values()
    drawn = [Dispute(it, graphic) for it in entries if (graphic := locale.figure_drawing(it))]
    yield from drawn or (Dispute(it, None) for it in islice(entries, 1))


def _latest(locale: LocaleView, is_meant: Callable[[Event], bool]) -> tuple[TimelineItem, ...]:
    events = (event for event in reversed(locale.events_in_time) if is_meant(event))
    return tuple(map(locale.item, islice(events, MOMENTS)))


def _changes(locale: LocaleView, views: tuple[ArticleView, ...]) -> Iterator[Change]:
    shown = [view.article for view in views]
    return (it for it in locale.changes if it.kind != ADDED or it.subject not in shown)
