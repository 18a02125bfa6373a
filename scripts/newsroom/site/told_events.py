"""What feeds and calendars tell of an event, and since when the record has told of it.

Nothing here changes by itself as time goes by: who follows a feed or a calendar is told of a change
by its day.
"""

from collections.abc import Iterator
from datetime import date

from newsroom.record.kinds.event import HELD, Event
from newsroom.site.locale_views import LocaleView


def lines_on(event: Event, locale: LocaleView) -> Iterator[str]:
    """When it was in both calendars, what happened, what came of it and who says so; plain text."""
    comma, colon = locale.t("list.comma"), locale.t("list.colon")
    when = locale.date(event.date)
    when = locale.t("date.reported", date=when) if event.reported else when
    yield f"{when}{comma} {locale.t(f'timeline.{event.status}')}"
    if event.due and event.due != event.date:
        yield f"{locale.t('outcomes.due')}{colon} {locale.date(event.due)}"
    if event.summary:
        yield event.summary[locale.lang]
    if event.outcome:
        yield f"{locale.t('outcomes.outcome')}{colon} {locale.t(f'outcomes.{event.outcome}')}"
    sources = dict.fromkeys((*event.sources, *event.outcome_sources))
    names = f"{comma} ".join(locale.called(locale.source(id)) for id in sources)
    yield f"{locale.t('timeline.sources')}{colon} {names}"


def told_since(event: Event, locale: LocaleView) -> date:
    """The last day of which the record shows that it learnt something of the event.

    They are the days of its sources, of searches for what is missing, of articles on it that joined
    the record, and of the event itself if it was held. An entry has no day of its own on which an
    editor last changed it.
    """
    sources = [locale.source(id) for id in (*event.sources, *event.outcome_sources)]
    days = [day for it in sources for day in (it.published, it.not_before, it.retrieved)]
    days += [search.date for search in event.searched]
    days += [view.article.added for view in locale.articles_on(event)]
    days += [event.date if event.status == HELD or event.reported else None]
    return max((day.end for day in days if day), default=event.date.start)
