"""What every template is given, wherever its page stands."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from newsroom.record.options import LINKED
from newsroom.site.addresses import Addressed, relative_url, url_of
from newsroom.site.site import Site
from newsroom.text.bidi import isolate_fragment, isolate_plain
from newsroom.text.languages import direction, other_lang

Values = dict[str, Any]


def common_values(site: Site, lang: str) -> Values:
    """What is the same for all pages of a language."""
    locales = site.locales
    locale = locales[lang]

    def foreign(text: str) -> Markup:
        return Markup(isolate_fragment(escape(text), locale.other))

    return {
        "locale": locale,
        "locales": locales,
        "disagreements": site.disagreements[lang],
        "other": other_lang(lang),
        "dir_of": direction,
        "t": locale.t,
        "words": locale.words,
        "plain": lambda text: isolate_plain(text, lang),
        # Words of the other language, in an element that names it.
        "foreign": foreign,
        "foreign_words": lambda key: foreign(locales[locale.other].t(key)),
        "navigation": menu(site, lang, site.catalogue.options.navigation),
        "footer_links": menu(site, lang, site.catalogue.options.footer),
        "csp": not site.settings.is_preview,
        # What is wrong with a page, told in a preview: `site/preview_notes.py`.
        "notes": (),
        "material": False,
        # Material's Markdown components ask for a class of Material's.
        "typeset": "",
        # What a page is told that stands in a file of its own: `site/story_files.py`.
        "copy": None,
    }


def menu(site: Site, lang: str, entries: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What a menu says and the path it leads to, of the entries that are there in a language."""
    found = (LINKED.get(entry, (entry, "")) for entry in entries)
    return tuple(
        (site.locales[lang].words[word] if word else site.pages[f"{lang}/{uri}"].title, uri)
        for uri, word in found
        if site.is_there(lang, uri)
    )


def links(site: Site, lang: str, base: str) -> Callable[..., str]:
    """`href(target)` for the page at `base`; `in_lang` for a link to the other language."""

    @cache
    def way(in_lang: str, uri: str) -> str:
        return relative_url(url_of(in_lang, uri), base)

    def href(target: Addressed, in_lang: str = lang) -> str:
        return way(in_lang, site.locales[in_lang].uri_of(target))

    return href
