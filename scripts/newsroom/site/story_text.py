"""A story as plain text that a messenger shows in the right order.

Each line is a paragraph, whose direction is that of its first strong letter outside isolates; a run
of the other script stands between U+2066 … U+2068 and U+2069 (UAX #9). An address has a line of its
own: what finds links in a message may take an isolate behind it for a part of it.
"""

from collections.abc import Iterable, Iterator

from newsroom.record.articles import Article
from newsroom.site.addresses import page_address
from newsroom.site.article_text import Part, article_text
from newsroom.site.corrections import notices_on
from newsroom.site.fragments import Piece, on_one_line, seen_pieces
from newsroom.site.locale_views import LocaleView
from newsroom.site.site import Site
from newsroom.text.bidi import FSI, LRI, PDI, RLI, isolate_plain
from newsroom.text.dates import Period

_LINES = frozenset("p h2 h3 h4 h5 h6 li tr dt dd summary blockquote pre br".split())
"""Elements that begin a line."""
_CODE = frozenset("code kbd samp".split())
_INLINE = _CODE | frozenset("bdi bdo span q cite a em strong".split())
_ISOLATES = {"ltr": LRI, "rtl": RLI}


def story_text(site: Site, article: Article, lang: str) -> str:
    """The version of an article in a language: title, words, corrections, source and address."""
    locale, version = site.locales[lang], article.versions[lang]
    place = locale.participant(article.place).name[lang] if article.place else ""
    head = [version.title, " · ".join(filter(None, (place, _day_of(article, locale))))]
    if version.is_machine:
        head.append(f"[{locale.t('translations.machine')}]")
    sources = f"{locale.t('list.comma')} ".join(
        locale.called(locale.source(id)) for id in article.all_sources
    )
    foot = [
        f"{locale.t('article.sources' if article.sources else 'article.source')}: {sources}",
        locale.t("story.state", date=locale.date(changed_on(article, locale))),
        locale.t("site.name"),
    ]
    told = [f"{locale.date(it.date)}: {it.text}" for it in notices_on(version)]
    if told:
        told.insert(0, locale.t("corrections.title"))
    text = article_text(site.texts.blocks_of(article)[lang])
    words = (_words(part, locale) for part in (*text.opening, *text.rest))
    parts = [_plain(head, lang), *words, _plain(told, lang), _plain(foot, lang)]
    address = page_address(site.settings.site_url, lang, article.uri)
    return "\n\n".join(filter(None, parts)) + f"\n{address}\n"


def _day_of(article: Article, locale: LocaleView) -> str:
    """When what the article is about was: the event it names first, or the article itself."""
    if not article.events:
        return locale.date(locale.dated(article))
    told = locale.catalogue.events[article.events[0]]
    printed = locale.date(told.date)
    return locale.t("date.reported", date=printed) if told.reported else printed


def _words(part: Part, locale: LocaleView) -> str:
    """A part of the text; before a note stands its number, as no box shows what it is."""
    lines = plain_lines(part.block.html, locale.lang)
    if not part.note:
        return lines
    return f"{locale.t('article.note', number=locale.number(part.note))}: {lines}"


def changed_on(article: Article, locale: LocaleView) -> Period:
    """The day the words of a version last changed; where none is known, that of the story."""
    day = article.last_changed(locale.lang)
    return Period(day, day) if day else locale.dated(article)


def plain_lines(html: str, lang: str) -> str:
    """A block of a rendered text in `lang`, its paragraphs, items and rows a line each."""
    return "\n".join(line for line in map(on_one_line, _lines(html, lang)) if line)


def _plain(lines: Iterable[str], lang: str) -> str:
    return "\n".join(isolate_plain(line, lang) for line in lines)


def _lines(html: str, lang: str) -> Iterator[list[str]]:
    line: list[str] = []
    ends: list[str] = []  # what is to be written at the end of each element that is open
    is_begun = False  # by the mark of an item, which its first paragraph stands behind
    for piece, seen in seen_pieces(html, lang):
        if piece.name in _LINES and not is_begun:
            yield line
            line = []
        if piece.name in ("td", "th") and any(map(str.strip, line)):
            line.append(" | ")
        if piece.name == "li" and seen == piece.text:
            line.append("• ")
        is_begun = piece.name == "li" and not piece.text.strip()
        if piece.depth > 0:
            begin, end = _isolates(piece)
            line.append(begin)
            ends.append(end)
        elif piece.depth < 0 and ends:
            line.append(ends.pop())
        elif piece.name == "img":
            line.append(f"[{piece.get('alt')}]")
        line.append(seen)
    yield line


def _isolates(piece: Piece) -> tuple[str, str]:
    """What keeps an element from the order of the words around it; none for a block."""
    direction = "ltr" if piece.name in _CODE else piece.get("dir")
    if piece.name not in _INLINE or not (direction or piece.name == "bdi"):
        return "", ""
    return _ISOLATES.get(direction, FSI), PDI
