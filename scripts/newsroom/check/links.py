"""Links: each leads to a page, a section or an image that is there, or out of the site."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from newsroom.check.rule import FILE, LINKS, RECORD, rule
from newsroom.record.articles import LISTS, OUTCOMES, Article, Page, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import IMAGES
from newsroom.record.kinds.article import PAGE
from newsroom.record.kinds.event import HELD
from newsroom.record.problems import WARNING, Problem, did_you_mean, say
from newsroom.text.languages import LANGS

_PICTURES = (*IMAGES, ".gif", ".svg")
_INSECURE = re.compile(r"\bhttp://[^\s<>)\"'»]{0,200}")
_POINTING = frozenset(
    "here|click here|this link|link|read more|more|اینجا|این‌جا|کلیک کنید|اینجا کلیک کنید|"
    "این لینک|این پیوند|لینک|بیشتر".split("|")
)
"""Texts that say nothing of where a link leads."""
_HOW = say("write the path of the page in docs/<lang>/: `../guide/index.md#its-section`")

_Defect = tuple[str, str, str]
"""The id of a rule, a message and a hint."""


@rule(RECORD, error="participant-unknown", apart=True)
def hand_link_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """`[text][id]` with an id nobody bears is printed as it stands, brackets and all."""
    known = catalogue.ids("participant")
    for page in catalogue.pages.values():
        for link in page.document.links:
            if link.label and link.label not in known and not page.document.target_of(link.label):
                message = say("unknown participant '{id}' in a link", id=link.label)
                hint = did_you_mean(link.label, known)
                yield hand_link_unknown.on(page, link.position, message, hint)


@rule(LINKS, error=("link-broken", "link-form"))
def link_broken(catalogue: Catalogue, pages: Collection[Page]) -> Iterator[Problem]:
    """A link leads to a page, a section or an image that is there, or out of the site."""
    places = _Places.of(catalogue)
    for page in pages:
        for line, target in page.document.targets:
            if problem := _link_problem(places, page, target):
                id, message, hint = problem
                yield link_broken.problem(page.path, line, message, hint, id=id)


@rule(FILE, either="link-text", apart=True)
def link_text(catalogue: Catalogue) -> Iterator[Problem]:
    """Who goes from link to link, or hears them read out, is told by its text where each leads."""
    for page in catalogue.pages.values():
        for link in page.document.links:
            if link.is_image or link.is_auto:
                continue
            text = link.text.strip(" *_")
            line = page.document.line_at(link.position)
            hint = say("say where the link leads")
            if not text.strip():
                message = say("a link without text")
                yield link_text.problem(page.path, line, message, hint)
            elif text.lower() in _POINTING or text.startswith(("http://", "https://")):
                message = say("the text of the link is '{text}'", text=text)
                yield link_text.problem(page.path, line, message, hint, level=WARNING)


@rule(FILE, warning="link-insecure", apart=True)
def link_insecure(catalogue: Catalogue) -> Iterator[Problem]:
    """What comes without encryption can be changed on its way; some hosts offer nothing else."""
    hint = say("use https:// if the host supports it")
    for source in catalogue.sources.values():
        if source.address and source.address.startswith("http://"):
            message = say("the address '{address}'; expected https", address=source.address)
            yield link_insecure.of(source, "address", message, hint)
    for page in catalogue.pages.values():
        if "http://" not in page.body:
            continue
        for found in _INSECURE.finditer(page.document.prose):
            message = say("the address '{address}'; expected https", address=found[0])
            yield link_insecure.on(page, found.start(), message, hint)


@rule(FILE, error="link-duplicate", apart=True)
def link_duplicate(catalogue: Catalogue) -> Iterator[Problem]:
    """Of two definitions of one link only one is followed, and not the one a reader may see."""
    for page in catalogue.pages.values():
        seen: set[str] = set()
        for found in page.document.definitions:
            name = " ".join(found.name.lower().split())
            if name in seen:
                message = say("the link '{name}' is defined twice", name=found.name)
                hint = say("delete one, or give it another name")
                yield link_duplicate.problem(page.path, found.line, message, hint)
            seen.add(name)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a link may lead."""

    catalogue: Catalogue
    listed: Mapping[str, Collection[str]]
    """The entries that have their place on a page that lists them, by its path."""
    uris: Mapping[str, Collection[str]]
    """The pages of each language, written and generated."""

    @classmethod
    def of(cls, catalogue: Catalogue) -> "_Places":
        pages = catalogue.pages
        made = {f"participants/{id}.md" for id in catalogue.ids("participant")}
        made |= {*LISTS, *(PAGE.format(id=id) for id in catalogue.withdrawals)}
        uris = {lang: made | {uri for known, uri in pages if known == lang} for lang in LANGS}
        return cls(catalogue, _listed(catalogue), uris)

    def anchors(self, lang: str, uri: str) -> list[str]:
        """What can be led to on a page: the entries it lists, and its headings."""
        page = self.catalogue.pages.get((lang, uri))
        return list({*self.listed.get(uri, ()), *(heading_ids(page) if page else ())})


def heading_ids(page: Page) -> list[str]:
    """The ids of the headings of a page."""
    return [heading.id for heading in page.document.headings if heading.id]


def led_to(catalogue: Catalogue) -> str:
    """All that a link is judged by besides the page it stands on and the headings of others."""
    places = _Places.of(catalogue)
    uris = [sorted(places.uris[lang]) for lang in LANGS]
    listed = {path: sorted(ids) for path, ids in places.listed.items()}
    articles = catalogue.articles.values()
    alone = [(it.uri, lang) for it in articles for lang in LANGS if _is_alone(it, lang)]
    return repr((uris, listed, alone, sorted(catalogue.media), sorted(catalogue.unread)))


def _listed(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    """The entries that have their place on a page that lists them, by its path."""
    places = ((kind.id, kind.page.partition("#")) for kind in catalogue.kinds)
    listed = {page: catalogue.ids(id) for id, (page, _, anchor) in places if anchor}
    announced = {it.id for it in catalogue.events.values() if it.status != HELD}
    return {**listed, OUTCOMES: announced}


def _link_problem(places: _Places, page: Page, target: str) -> _Defect | None:
    """What is wrong with the target of a link, if anything is."""
    try:
        parts = urlsplit(target)
    except ValueError:
        message = say("'{address}' is not a valid address", address=target)
        return "link-form", message, say("rewrite it")
    if parts.scheme in ("http", "https", "mailto"):
        return None
    if parts.scheme or parts.netloc or target.startswith("/"):
        message = say(
            "the address '{target}'; expected http, https, mailto or a path from this page",
            target=target,
        )
        return "link-form", message, _HOW
    catalogue = places.catalogue
    path, uri = _place_of(parts.path, page)
    if path in catalogue.media or f"docs/{path}" in catalogue.unread:
        return None
    if path.startswith("media/") or path.endswith(_PICTURES):
        message = say("'{target}' does not exist", target=target)
        return "link-broken", message, _near_image(path, page, catalogue)
    if path.partition("/")[0] != page.lang and parts.path:
        message = say("'{target}' is outside 'docs/{lang}/'", target=target, lang=page.lang)
        return "link-broken", message, _near_page(uri, page, places) or _HOW
    return _page_problem(places, page, target, uri, parts.fragment)


def _page_problem(
    places: _Places, page: Page, target: str, uri: str, fragment: str
) -> _Defect | None:
    """What is wrong with a target that leads to a page of the same language."""
    if _stands_alone(places.catalogue, uri, page.lang):
        message = say("'{uri}' is not translated yet and has no sections", uri=uri)
        return ("link-broken", message, say("link to the page itself")) if fragment else None
    if uri not in places.uris[page.lang]:
        message = say("'{target}' does not exist", target=target)
        return "link-broken", message, _near_page(uri, page, places) or _HOW
    if not fragment or fragment in (ids := places.anchors(page.lang, uri)):
        return None
    message = say("'{uri}' has no section '{fragment}'", uri=uri, fragment=fragment)
    return "link-broken", message, did_you_mean(fragment, ids)


def _place_of(target: str, page: Page) -> tuple[str, str]:
    """Where the path of a link leads from a page: below `docs/`, and below a language's folder."""
    folder = f"docs/{page.src_uri}".rpartition("/")[0]
    path = posixpath.normpath(posixpath.join(folder, unquote(target))).removeprefix("docs/")
    return path, path.partition("/")[2] if target else page.uri


def _near_page(uri: str, page: Page, places: _Places) -> str:
    """A hint that names the page that was meant, as it is to be written on this one."""
    near = _nearest(uri, places.uris[page.lang])
    path = posixpath.relpath(near, posixpath.dirname(page.uri) or ".") if near else ""
    return say("did you mean '{value}'?", value=path) if path else ""


def _near_image(path: str, page: Page, catalogue: Catalogue) -> str:
    near = _nearest(path, catalogue.media)
    if not near:
        return say("images are in docs/media/: `../../media/city-hall.jpg`")
    path = posixpath.relpath(near, posixpath.dirname(page.src_uri))
    return say("did you mean '{value}'?", value=path)


def _nearest(path: str, known: Iterable[str]) -> str:
    """The path of the same name in another folder, or else the most alike; may be empty."""
    paths = sorted(known)
    name = posixpath.basename(path)
    of_that_name = [other for other in paths if posixpath.basename(other) == name]
    close = get_close_matches(path, of_that_name or paths, n=1, cutoff=0 if of_that_name else 0.6)
    names = {posixpath.basename(other): other for other in paths}
    similar = get_close_matches(name, names, n=1, cutoff=0.8)
    return close[0] if close else names[similar[0]] if similar else ""


def _stands_alone(catalogue: Catalogue, uri: str, lang: str) -> bool:
    """Whether a page says that an article stands in the other language only."""
    article = catalogue.articles.get(uri.removeprefix("news/").removesuffix(".md"))
    return bool(is_article(uri) and article and _is_alone(article, lang))


def _is_alone(article: Article, lang: str) -> bool:
    return bool(article.wanted) and lang not in article.versions
