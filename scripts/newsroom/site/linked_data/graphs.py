"""The files of linked data: one beside each page that has some, for both languages.

They lie at the address of the page in the default language, with `.jsonld` in place of `.html`; the
pages of both languages lead to them.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial

from newsroom.record.articles import PARTICIPANTS, SOURCES, TIMELINE, TOPICS
from newsroom.record.kinds.topic import Topic
from newsroom.record.participants import Participant
from newsroom.site.addresses import page_address, uri_of, url_of
from newsroom.site.linked_data.linked_reports import article_nodes, breadcrumbs
from newsroom.site.linked_data.nodes import CONTEXT, Node, node, site_id, words
from newsroom.site.linked_data.things import event_node, participant_node, source_node, topic_node
from newsroom.site.outputs import Output
from newsroom.site.pages import Kind, SitePage
from newsroom.site.site import Site
from newsroom.text.languages import DEFAULT_LANG, LANGS

JSON_LD = "application/ld+json"
_KINDS = frozenset(
    (Kind.HOME, Kind.ARTICLE, Kind.PARTICIPANT, Kind.TOPIC, Kind.TIMELINE, Kind.SOURCES)
)
"""The kinds of page that have linked data beside them."""


def outputs(site: Site) -> Iterator[Output]:
    """The file of the site, that of all events, that of all sources, one each of the rest."""
    catalogue = site.catalogue
    yield _output("index.md", partial(_site_nodes, site))
    yield _output(TIMELINE, lambda: [event_node(site, it) for it in catalogue.events.values()])
    yield _output(SOURCES, lambda: [source_node(site, it) for it in catalogue.sources.values()])
    for article in catalogue.articles.values():
        yield _output(article.uri, partial(article_nodes, site, article))
    for entry in catalogue.participants.values():
        yield _output(uri_of(entry), partial(_participant_nodes, site, entry))
    for topic in catalogue.topics.values():
        yield _output(uri_of(topic), partial(_topic_nodes, site, topic))


def graph_of(page: SitePage) -> str | None:
    """The path of the linked data of a page, below the folder of the site."""
    return _path(page.uri) if page.kind in _KINDS else None


def _path(uri: str) -> str:
    return f"{url_of(DEFAULT_LANG, uri).removesuffix('.html')}.jsonld"


def _output(uri: str, nodes: Callable[[], list[Node]]) -> Output:
    return Output(_path(uri), JSON_LD, partial(_document, nodes))


def _document(nodes: Callable[[], list[Node]]) -> str:
    graph = {"@context": CONTEXT, "@graph": nodes()}
    return json.dumps(graph, ensure_ascii=False, indent=1) + "\n"


def _site_nodes(site: Site) -> list[Node]:
    values = {
        "name": words({lang: locale.t("site.name") for lang, locale in site.locales.items()}),
        "description": words({lang: it.t("site.tagline") for lang, it in site.locales.items()}),
        "url": [{"@id": page_address(site.settings.site_url, it, "index.md")} for it in LANGS],
        "inLanguage": list(LANGS),
        "license": {"@id": site.settings.licence.path},
    }
    return [node(site_id(site), "WebSite", values)]


def _participant_nodes(site: Site, entry: Participant) -> list[Node]:
    ways = (
        breadcrumbs(site, lang, PARTICIPANTS, uri_of(entry), entry.called(lang)) for lang in LANGS
    )
    return [participant_node(site, entry), *ways]


def _topic_nodes(site: Site, topic: Topic) -> list[Node]:
    ways = (breadcrumbs(site, it, TOPICS, uri_of(topic), topic.name[it]) for it in LANGS)
    return [topic_node(site, topic), *ways]
