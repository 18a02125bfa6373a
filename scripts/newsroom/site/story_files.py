"""A story in a file of its own, as a page and as plain text: to be kept and passed on.

The page is that of the article in another frame (`overrides/story.html`): its style stands in it,
under a policy that names the digest of the style, and it asks for nothing else. Names and terms
lead to the lists in its foot; all other links lead to the site by their whole addresses.
"""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import chain
from urllib.parse import urljoin

from newsroom.record.articles import NEWS, Article
from newsroom.record.fields import Entry
from newsroom.record.participants import Participant
from newsroom.site.addresses import Addressed, absolute_url, page_address, uri_of
from newsroom.site.article_text import ArticleText, Part
from newsroom.site.article_values import article_values
from newsroom.site.assets import STORY_SHEET, compact
from newsroom.site.cast import Cast
from newsroom.site.components import Components
from newsroom.site.fragments import Piece, pieces_of, rewritten
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.page_values import Values, common_values
from newsroom.site.photographs import Picture
from newsroom.site.sheets import Sheet
from newsroom.site.site import Site
from newsroom.site.story_text import changed_on, story_text
from newsroom.site.templates import COMPONENTS
from newsroom.text.bidi import isolate_html
from newsroom.text.dates import Period
from newsroom.text.elements import is_remote
from newsroom.text.languages import LANGS, other_lang

DIGESTS = "stories/SHA256SUMS.txt"
"""The digests of all story files, as `sha256sum --check` reads them beside the files."""
_OFFER = Offer(Group.STORIES, "story", NEWS, is_listed=False)
_TEMPLATE = "story.html"
_STYLE, _DIGEST = "of-style", "of-digest"


def story_path(slug: str, lang: str, ending: str = "html") -> str:
    """Where the page or the text (`txt`) of a story lies below the folder of the site."""
    return f"stories/{slug}.{lang}.{ending}"


def outputs(site: Site) -> Iterator[Output]:
    """Both files of each published version of each article, and the list of their digests."""
    stories = _Stories(site)
    yield from stories.files
    if stories.files:
        yield Output(DIGESTS, "text/plain", stories.digests)


@dataclass(frozen=True, slots=True)
class Copy:
    """What the template of a story is told of the file it makes."""

    style: str
    """Stands for its style until the page is finished, and it is known which rules it uses."""
    digest: str
    """Stands for SHA-256 of the style, in base64."""
    picture: str
    """The photograph as an address that holds it (RFC 2397); empty where there is none."""
    changed: Period
    """The day its words last changed."""
    text: str
    """The address of the plain text."""
    text_digest: str
    """SHA-256 of the plain text, in hexadecimal digits."""
    digests: str
    """The address of the list of digests."""
    other: str
    """The address of the file in the other language; empty where there is none."""

    @staticmethod
    def anchor(entry: Entry) -> str:
        """Where the file lists an entry that its text names."""
        return f"nr-of-{entry.id}"


class _Stories:
    """The files of a site's stories; the digest of each is kept when it is made."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._digests: dict[str, str] = {}
        self._makers: dict[str, Callable[[], str]] = {}  # by path
        self.files = tuple(
            file
            for article in site.catalogue.articles.values()
            for lang in article.versions
            if not article.is_withheld(lang)
            for file in self._files_of(article, lang)
        )

    def _files_of(self, article: Article, lang: str) -> Iterator[Output]:
        """The text of a version, and then the page, which names the digest of the text."""
        text, page = (story_path(article.slug, lang, it) for it in ("txt", "html"))
        self._makers[text] = partial(story_text, self._site, article, lang)
        self._makers[page] = partial(self._page, article, lang)
        yield Output(text, "text/plain", partial(self._made, text), lang)
        yield Output(page, "text/html", partial(self._made, page), lang, _OFFER)

    def digests(self) -> str:
        """The digest of each file, with its name."""
        paths = sorted(self._makers)
        return "".join(f"{self._digest(it)}  {it.rpartition('/')[2]}\n" for it in paths)

    def _digest(self, path: str) -> str:
        if path not in self._digests:
            self._made(path)
        return self._digests[path]

    def _made(self, path: str) -> str:
        content = self._makers[path]()
        self._digests[path] = hashlib.sha256(content.encode()).hexdigest()
        return content

    def _page(self, article: Article, lang: str) -> str:
        site = self._site
        address = page_address(site.settings.site_url, lang, article.uri)
        values = {**self._frames[lang], **article_values(site, article, lang)}
        terms = site.locales[lang].terms_on(article.versions[lang])
        listed: dict[str, Entry] = {
            page_address(site.settings.site_url, lang, uri_of(it)): it
            for it in (*_everyone(values["cast"]), *terms)
        }
        values["text"] = _led(values["text"], address, listed)
        values["shown"] = site.pages[f"{lang}/{article.uri}"]
        values["uri"], values["address"] = article.uri, address
        values["copy"] = self._copy(article, lang)
        return self._styled(isolate_html(site.templates.render(_TEMPLATE, values), lang))

    def _styled(self, html: str) -> str:
        """The page with the rules it uses, and their digest in its policy."""
        named = (it.partition('"')[0].split() for it in html.split(' class="')[1:])
        style, digest = self._style_of(frozenset(chain.from_iterable(named)))
        return html.replace(_STYLE, style, 1).replace(_DIGEST, digest, 1)

    @cached_property
    def _style_of(self) -> Callable[[frozenset[str]], tuple[str, str]]:
        sheet = Sheet(compact(STORY_SHEET, self._site.read_asset).strip())

        @cache  # stories of a kind have the same classes
        def style_of(classes: frozenset[str]) -> tuple[str, str]:
            style = sheet.used_by(classes)
            return style, b64encode(hashlib.sha256(style.encode()).digest()).decode()

        return style_of

    @cached_property
    def _frames(self) -> Mapping[str, Values]:
        """What the templates of all stories of a language are given, and the macros they share."""
        return {lang: _frame(self._site, lang) for lang in LANGS}

    def _copy(self, article: Article, lang: str) -> Copy:
        site, other = self._site, other_lang(lang)
        text = story_path(article.slug, lang, "txt")
        has_other = story_path(article.slug, other) in self._makers
        address = partial(absolute_url, site.settings.site_url)
        return Copy(
            _STYLE,
            _DIGEST,
            _photograph(site, article),
            changed_on(article, site.locales[lang]),
            address(text),
            self._digest(text),
            address(DIGESTS),
            address(story_path(article.slug, other)) if has_other else "",
        )


def _frame(site: Site, lang: str) -> Values:
    def href(target: Addressed, in_lang: str = lang) -> str:
        uri = site.locales[in_lang].uri_of(target)
        return page_address(site.settings.site_url, in_lang, uri)

    values = {**common_values(site, lang), "href": href}
    values["root"] = absolute_url(site.settings.site_url, "")
    return {**values, COMPONENTS: Components(values, lang), "has_other": True}


def _photograph(site: Site, article: Article) -> str:
    if article.photograph is None:
        return ""
    from newsroom.site.renditions import data_address  # no site without images needs Pillow

    picture = Picture(site.catalogue.media[article.photograph.media])
    return data_address(picture, site.settings.root, site.kept)


def _everyone(cast: Cast) -> Iterator[Participant]:
    yield from (player.person for player in cast.people)
    yield from (*cast.others, *cast.countries)


def _led(text: ArticleText, address: str, listed: Mapping[str, Entry]) -> ArticleText:
    """The text of the article at an address, its links as they are right in a file anywhere.

    `listed` is what the file lists, by the addresses of its pages. Words stand for an image.
    """

    def led(name: str, value: str) -> str:
        if name != "href" or value.startswith("#") or is_remote(value):
            return value
        target = urljoin(address, value)
        return f"#{Copy.anchor(listed[target])}" if target in listed else target

    def shown(piece: Piece) -> str:
        if piece.name in ("picture", "source", "/picture"):
            return piece.text
        if piece.name == "img":
            return f"[{piece.get('alt')}]{piece.text}"
        return piece.rewritten(led)

    def moved(part: Part) -> Part:
        html = part.block.html
        has_image = "<img" in html or "<picture" in html
        html = "".join(map(shown, pieces_of(html))) if has_image else rewritten(html, led)
        return replace(part, block=replace(part.block, html=html))

    return ArticleText(tuple(map(moved, text.opening)), tuple(map(moved, text.rest)))
