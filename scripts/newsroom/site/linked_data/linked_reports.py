"""The versions of an article as nodes of linked data, and the way of pages that leads to a page."""

from newsroom.record.articles import NEWS, Article
from newsroom.site.addresses import absolute_url, page_address
from newsroom.site.graphics.cards import card_uri
from newsroom.site.linked_data.nodes import Node, in_lang, leading, node, site_id
from newsroom.site.site import Site
from newsroom.text.languages import LANGS, other_lang


def article_nodes(site: Site, article: Article) -> list[Node]:
    """Each version of an article, and the pages above it."""
    return [
        made
        for lang in LANGS
        if lang in article.versions
        for made in (
            _version(site, article, lang),
            breadcrumbs(site, lang, NEWS, article.uri, article.versions[lang].title),
        )
    ]


def breadcrumbs(site: Site, lang: str, section: str, uri: str, title: str) -> Node:
    """The home page, the index of a section, and a page of that."""
    steps = [
        ("index.md", site.locales[lang].t("nav.home")),
        (section, site.pages[f"{lang}/{section}"].title),
        (uri, title),
    ]
    address = page_address(site.settings.site_url, lang, uri)
    items = [
        {
            "@type": "ListItem",
            "position": at,
            "name": in_lang(name, lang),
            "item": {"@id": page_address(site.settings.site_url, lang, step)},
        }
        for at, (step, name) in enumerate(steps, 1)
    ]
    return node(f"{address}#breadcrumbs", "BreadcrumbList", {"itemListElement": {"@list": items}})


def _version(site: Site, article: Article, lang: str) -> Node:
    catalogue, page = site.catalogue, article.versions[lang]
    events = [catalogue.events[id] for id in article.events]
    own = [catalogue.sources[id] for id in article.all_sources]
    sources = [catalogue.sources[id] for event in events for id in event.sources]
    place = [catalogue.participants[article.place]] if article.place else []
    changed = article.last_changed(lang)
    values = {
        "url": {"@id": _address(site, article, lang)},
        "inLanguage": lang,
        "headline": in_lang(page.title, lang),
        "description": in_lang(page.summary, lang),
        "image": {"@id": absolute_url(site.settings.site_url, card_uri(lang, article.slug))},
        "datePublished": article.added.start.isoformat() if article.added else None,
        "dateModified": changed.isoformat() if changed else None,
        "contentLocation": leading(site, place),
        "isPartOf": {"@id": site_id(site)},
        "license": {"@id": site.settings.licence.path},
        "isBasedOn": leading(site, own),
        "citation": leading(site, (it for it in sources if it not in own)),
        "about": leading(site, (*events, *site.locales[lang].topics_of(article))),
        "mentions": leading(site, site.locales[lang].mentioned_on(page)),
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": in_lang(it.text, lang),
                "datePublished": it.date.start.isoformat(),
            }
            for it in page.corrections
        ],
        **_counterpart(site, article, lang),
    }
    return node(_address(site, article, lang), "NewsArticle", values)


def _counterpart(site: Site, article: Article, lang: str) -> dict[str, Node]:
    """How a version hangs together with the other one."""
    other = other_lang(lang)
    if other not in article.versions:
        return {}
    name = "workTranslation" if lang == article.original else "translationOfWork"
    return {name: {"@id": _address(site, article, other)}}


def _address(site: Site, article: Article, lang: str) -> str:
    return page_address(site.settings.site_url, lang, article.uri)
