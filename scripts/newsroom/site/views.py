"""What the template of a page is given: the same for every page, and more by its kind.

A kind of page is added in `site/pages.py`; where its template is given more than the rest, a
function here says what.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast
from urllib.parse import urlsplit

from newsroom.record.articles import GUIDE, Article
from newsroom.record.kinds.topic import Topic
from newsroom.record.kinds.withdrawal import Withdrawal
from newsroom.record.options import LINKED
from newsroom.record.paragraph_ids import in_order
from newsroom.record.participants import Participant
from newsroom.site.addresses import Addressed, absolute_url, uri_of, url_of
from newsroom.site.article_values import article_values
from newsroom.site.atom import SUFFIX as XML
from newsroom.site.calendars import CALENDAR, calendar_link
from newsroom.site.calendars import SUFFIX as ICS
from newsroom.site.components import Components
from newsroom.site.corrections import NOTICE, notices_on
from newsroom.site.feeds import FEED, files_of
from newsroom.site.front_page import front_page
from newsroom.site.graphics.cards import HEIGHT, WIDTH, card_uri
from newsroom.site.linked_data.graphs import graph_of
from newsroom.site.locale_views import LocaleView
from newsroom.site.long_lists import OF_NAME, beginning_of, end_of, years_of_reports
from newsroom.site.open_data.schemas import CORPUS, DATAPACKAGE
from newsroom.site.open_data.tables import tables
from newsroom.site.page_values import Values, common_values, links
from newsroom.site.pages import URIS, Kind, Moved, SitePage
from newsroom.site.panels import timeline_panels
from newsroom.site.parallel import parallel_rows
from newsroom.site.preview_notes import NONE, Notes
from newsroom.site.publication import offered
from newsroom.site.registers import register_of
from newsroom.site.site import Site
from newsroom.site.templates import COMPONENTS
from newsroom.site.timeline import TimelineItem, Year, is_divided
from newsroom.site.translations import grouped, stale_summary
from newsroom.text.languages import other_lang

_FRAME = (*URIS.values(), GUIDE, "guide/how-we-work.md", "guide/editors.md")
"""What the header and the footer of every page lead to, where it is there."""

_SHARING = frozenset((Kind.ARTICLE, Kind.PARALLEL, Kind.PARTICIPANT, Kind.UNTRANSLATED))
"""The kinds of page no entry has its anchor on, so that links do not differ within a folder."""

_NO_PAGE: Mapping[str, Any] = dict.fromkeys(
    (
        "shown",
        "uri",
        "address",
        "alternates",
        "has_other",
        "canonical",
        "feed",
        "page",
        "share_card",
        "graph",
    )
)
"""What is not known of a page that is shown at any address."""


class Views:
    """The values of the templates of a site."""

    def __init__(self, site: Site, notes: Notes = NONE) -> None:
        self._site, self._notes = site, notes
        self._folders: dict[tuple[str, str], Values] = {}

    def values(self, page: SitePage) -> Values:
        """What the template of a page is given."""
        site, lang, uri = self._site, page.lang, page.uri
        url = url_of(lang, uri)
        values = {**self._in_folder(lang, url.rpartition("/")[0])}
        if page.kind not in _SHARING:
            values["href"] = links(self._site, lang, url)
            del values[COMPONENTS]
        values["canonical"] = values["feed"] = None
        values["shown"], values["uri"] = page, uri
        values["address"] = absolute_url(site.settings.site_url, url)
        values["alternates"] = site.alternates(uri)
        values["has_other"] = site.is_there(other_lang(lang), uri)
        values["city_map"] = site.maps[lang]
        values["share_card"] = self._card(page)
        values["graph"] = graph_of(page)
        values["notes"] = self._notes.get(page.src_uri, ())
        values["page"] = site.texts.of(page.written)
        if view := _VIEWS.get(page.kind):
            values.update(view(site, page))
        return values

    def _in_folder(self, lang: str, folder: str) -> Values:
        """What the template of every page of a folder is given, and the macros they share."""
        if (lang, folder) not in self._folders:
            values = common_values(self._site, lang)
            url = f"{folder}/" if folder else ""
            values["href"] = href = links(self._site, lang, url)
            values["root"] = "../" * url.count("/")
            values["frame"] = {uri: href(uri) for uri in self._frame(lang)}
            self._folders[lang, folder] = {**values, COMPONENTS: Components(values, lang)}
        return self._folders[lang, folder]

    def _frame(self, lang: str) -> tuple[str, ...]:
        """The paths that every page leads to; the feed is there in each language."""
        options = self._site.catalogue.options
        menus = (LINKED.get(it, (it, ""))[0] for it in (*options.navigation, *options.footer))
        wanted = dict.fromkeys((*_FRAME, *menus))
        return (*(uri for uri in wanted if self._site.is_there(lang, uri)), FEED)

    def values_at_any_depth(self, lang: str) -> Values:
        """What the template of a page is given that is shown at any address: 404.html.

        Paths begin at the root of the host, so that a mirror on another host keeps working.
        """
        root = urlsplit(self._site.settings.site_url).path.rstrip("/") + "/"

        def href(target: Addressed, in_lang: str = lang) -> str:
            return root + url_of(in_lang, uri_of(target))

        frame = {uri: root + url_of(lang, uri) for uri in self._frame(lang)}
        return {
            **_NO_PAGE,
            **common_values(self._site, lang),
            "root": root,
            "href": href,
            "frame": frame,
        }

    def _card(self, page: SitePage) -> Values:
        """The share card of a page: that of its story, or the general one."""
        subject = page.subject
        slug = subject.slug if isinstance(subject, Article) else ""
        slug = slug if (page.lang, slug) in self._site.cards else ""
        address = absolute_url(self._site.settings.site_url, card_uri(page.lang, slug))
        alt = self._site.cards[page.lang, slug].alt
        return {"address": address, "alt": alt, "width": WIDTH, "height": HEIGHT}


def _home(site: Site, page: SitePage) -> Values:
    front = front_page(site.locales[page.lang], site.disagreements[page.lang])
    return {"front": front, "bands": site.catalogue.options.home}


def _news(site: Site, page: SitePage) -> Values:
    locale = site.locales[page.lang]
    reports = beginning_of(locale.listed)
    years = () if reports.is_whole else years_of_reports(locale)
    return {"reports": reports, "years": years, "is_divided": is_divided(site.catalogue)}


def _article(site: Site, page: SitePage) -> Values:
    return article_values(site, _article_of(page), page.lang)


def _parallel(site: Site, page: SitePage) -> Values:
    article, lang = _article_of(page), page.lang
    comparison = site.comparisons[article.uri]
    changes = comparison.changes if comparison else ()
    rows = tuple(parallel_rows(article, lang, site.texts.blocks_of(article), changes))
    anchors = {anchor for row in rows for anchor in (row.anchor, *row.former)}
    return {
        "article": article,
        "corrections": {it.lang: notices_on(it) for it in article.versions.values()},
        "behind": stale_summary(comparison, site.locales[lang]) if comparison and changes else "",
        "rows": rows,
        "tombstones": [
            it for it in site.texts.tombstones(article, lang) if it.anchor not in anchors
        ],
    }


def _untranslated(site: Site, page: SitePage) -> Values:
    article = _article_of(page)
    original = article.facts
    return {
        "article": article,
        "canonical": site.alternates(page.uri)[original.lang],
        "claim": site.settings.repository.claim_url(original),
    }


def _moved(site: Site, page: SitePage) -> Values:
    moved = cast(Moved, page.subject)
    address = absolute_url(site.settings.site_url, url_of(page.lang, moved.target))
    return {"target": moved.target, "canonical": address}


def _withdrawn(site: Site, page: SitePage) -> Values:
    withdrawal = cast(Withdrawal, page.subject)
    known = site.catalogue.paragraph_ids.get(withdrawal.id)
    return {
        "withdrawal": withdrawal,
        "anchor": NOTICE,
        "anchors": in_order(known.known) if known else (),
        "canonical": absolute_url(site.settings.site_url, url_of(page.lang, page.uri)),
    }


def _article_of(page: SitePage) -> Article:
    return cast(Article, page.subject)  # that of its kinds


def _translations(site: Site, page: SitePage) -> Values:
    groups = grouped(site.standings, site.locales[page.lang], site.settings.repository)
    return {"groups": {state: beginning_of(rows) for state, rows in groups.items()}}


def _participant(site: Site, page: SitePage) -> Values:
    participant = cast(Participant, page.subject)
    places = site.places[page.lang]
    local = places.of(participant)
    return {
        "participant": participant,
        "local": local,
        "happened": end_of(places.events_of(participant), OF_NAME),
        "mentions": beginning_of(site.locales[page.lang].mentions_of(participant), OF_NAME),
        "told": beginning_of(local.reports, OF_NAME),
        "calendar": calendar_link(
            places.events_with(participant), next(files_of(participant, ICS))
        ),
        "feed": next(files_of(participant, XML)),
    }


def _topic(site: Site, page: SitePage) -> Values:
    topic = cast(Topic, page.subject)
    locale = site.locales[page.lang]
    events = locale.events_in(topic)
    return {
        "topic": topic,
        "events": [locale.item(event) for event in events],
        "reports": locale.articles_in(topic),
        "calendar": calendar_link(events, next(files_of(topic, ICS))),
        "feed": next(files_of(topic, XML)),
    }


def _search(site: Site, page: SitePage) -> Values:
    return {"register": register_of(site.locales[page.lang])}


def _follow(site: Site, page: SitePage) -> Values:
    return {
        "offered": offered(site, page.lang),
        "site_url": absolute_url(site.settings.site_url, ""),
        "edition_key": site.settings.edition_key,
    }


def _data(site: Site, page: SitePage) -> Values:
    return {
        "tables": tables(site),
        "package": DATAPACKAGE,
        "corpus": CORPUS,
        "licence": site.settings.licence,
    }


def _timeline(site: Site, page: SitePage) -> Values:
    locale = site.locales[page.lang]
    calendar = calendar_link(locale.events_in_time, CALENDAR)
    if is_divided(site.catalogue):
        return {"is_divided": True, "calendar": calendar, "years": locale.years}
    moments = _moments(locale, locale.moments_in_time, locale.years)
    return {"is_divided": False, "calendar": calendar, **moments}


def _year(site: Site, page: SitePage) -> Values:
    locale = site.locales[page.lang]
    year = locale.years_by_number[cast(int, page.subject)]
    own = [it for it in locale.years_by_number.values() if it.calendar == year.calendar]
    place = own.index(year)
    beside = (own[place - 1] if place else None, own[place + 1] if own[place + 1 :] else None)
    return {"beside": beside, **_moments(locale, year.items, (year,))}


def _moments(locale: LocaleView, items: Sequence[TimelineItem], years: Sequence[Year]) -> Values:
    return {
        "years": years,
        "panels": timeline_panels(locale, items),
        "filter": locale.filter_of(items),
    }


_VIEWS: Mapping[Kind, Callable[[Site, SitePage], Values]] = {
    Kind.HOME: _home,
    Kind.ARTICLE: _article,
    Kind.DATA: _data,
    Kind.FOLLOW: _follow,
    Kind.MOVED: _moved,
    Kind.NEWS: _news,
    Kind.PARALLEL: _parallel,
    Kind.PARTICIPANT: _participant,
    Kind.SEARCH: _search,
    Kind.TIMELINE: _timeline,
    Kind.TOPIC: _topic,
    Kind.TRANSLATIONS: _translations,
    Kind.UNTRANSLATED: _untranslated,
    Kind.WITHDRAWN: _withdrawn,
    Kind.YEAR: _year,
}
"""What a page is given besides, by its kind."""
