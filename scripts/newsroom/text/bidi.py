"""Isolation of the other script, so that every run is shown in the order it is written.

Each run (`text/runs`) is wrapped in `<bdi>`; in attributes and titles, where no element can stand,
in the isolating controls U+2066/U+2067 … U+2069. A text that stands on several pages is gone over
once, when it is rendered; the rest of a page when it is finished. Runs are found in the text as a
reader sees it, without its entities and the tags of emphasis and links in a paragraph, and the
marks are put where they belong in the HTML: an entity is never cut.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape, unescape

from newsroom.text.languages import direction
from newsroom.text.runs import MAY_BEGIN, MAY_BEGIN_WITH, Run, find_runs

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

_DONE = "<!--isolated-->"
"""Stands on both sides of what is isolated already, until the page is."""
_CLOSED = re.compile(
    r"<(script|style|pre|code|kbd|samp|svg|textarea|template|title)\b.*?</\1\s*>", re.DOTALL
)
_BDI = re.compile(r"<(/?)bdi\b[^<>]*>")
# A run may go on over these tags; not over a note's number, which has an id.
_INLINE = (
    r"</?(?:a|abbr|b|cite|del|dfn|em|i|ins|mark|q|s|small|strong|sub|sup|u|var)\b"
    r"(?![^<>]* (?:lang|id)=)[^<>]*>"
)
# All of a paragraph up to another tag, if it is one of Markdown, which gives none a class but ours
# for columns; elsewhere, where a class may lay out each element, the text between two tags. Of the
# latter there are hundreds on a page, most without a run: the expression passes them by.
_PASSAGES = {
    lang: re.compile(
        r"<(?:p|li|t[dh]|d[dt]|h[1-6]|figcaption|blockquote|summary)\b"
        r"(?![^<>]* (?:class=\"(?!nr-align-)|lang=))[^<>]*>"
        rf"([^<]*+(?:{_INLINE}[^<]*+)*+)"
        rf"|>(?=[^<&{MAY_BEGIN_WITH[lang]}]*+(?!<)[^<]*?(?:&|{may_begin.pattern}))([^<]++)"
    )
    for lang, may_begin in MAY_BEGIN.items()
}
_ATTRIBUTE = re.compile(r' (title|alt|aria-label)="([^"<>]*)"')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_CODE = re.compile(r"(<(code|kbd|samp)\b[^<>]*)(>.*?)(?=</\2\s*>)", re.DOTALL)
_CODES = ("<code", "<kbd", "<samp")
_PART = re.compile(r"<[^<>]*>|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);|[^<&]+|.")
_TAG = re.compile(r"<(/?)[^<>]*>")


def isolate_markdown(text: str, lang: str) -> str:
    """A Markdown text of several blocks in an element of its language and direction."""
    return f'<div dir="{direction(lang)}" lang="{lang}">\n\n{text}\n\n</div>\n'


def isolate_lines(lines: Iterable[str], lang: str) -> str:
    """Lines of plain text as paragraphs of HTML."""
    return isolate_html("".join(f"<p>{escape(line)}</p>\n" for line in lines), lang)


def in_direction(html: str, lang: str) -> str:
    """HTML in an element that says its language and direction, for a place that does not."""
    return f'<div lang="{lang}" dir="{direction(lang)}">{html}</div>'


def with_spans(html: str) -> str:
    """The same for programs that drop `<bdi>`: they keep the direction of a `<span>`."""
    return html.replace("<bdi ", "<span ").replace("</bdi>", "</span>")


def isolate_html(html: str, lang: str) -> str:
    """The page with every run of the other script in an element of its own language.

    `html` is a whole page in `lang`, or elements of one, in which `<` and `>` stand for tags only,
    as our templates and the sanitiser write it. Scripts, drawings, `<bdi>` and text right inside an
    element that names its language are left alone, and so is what stands between the marks of
    `isolated`; code runs left to right on every page; `<title>`, `title`, `alt` and `aria-label`
    get isolating controls.
    """
    parts = html.split(_DONE)
    rest = _isolate_texts(_DONE.join(parts[::2]), lang)
    if any(tag in rest for tag in _CODES):  # few pages have any
        rest = _CODE.sub(lambda code: code[1] + _isolate_texts(code[3], "en"), rest)
    rest = _TITLE.sub(
        lambda title: f"<title>{_isolate_escaped(title[1], lang)}</title>", rest, count=1
    )
    parts[::2] = _isolate_attributes(rest, lang).split(_DONE)
    return "".join(parts)


def isolated(html: str) -> str:
    """What is isolated already, in this language or another, so that `isolate_html` passes it by.

    It stays so when it stands on another page or has other ids and links.
    """
    return f"{_DONE}{html}{_DONE}"


def isolate_fragment(html: str, lang: str) -> str:
    """A piece of text in `lang` that will stand on a page of the other language.

    It is isolated as text of its own language, and marked so that `isolate_html` passes it by.
    """
    return isolated(_isolate_attributes(_isolate_texts(f">{html}", lang)[1:], lang))


def isolate_plain(text: str, lang: str) -> str:
    """`text` with each run of the other script between isolating controls."""
    parts: list[str] = []
    done = 0
    for run in find_runs(text, lang):
        inner = text[run.start : run.end]
        if run.direction == "rtl":
            inner = isolate_plain(inner, "fa")
        mark = LRI if run.direction == "ltr" else RLI
        parts += [text[done : run.start], mark, inner, PDI]
        done = run.end
    return "".join([*parts, text[done:]]) if parts else text


def _isolate_attributes(html: str, lang: str) -> str:
    """The page with the runs isolated in the attributes that are read out or shown."""

    def isolated(found: re.Match[str]) -> str:
        text = found[2]
        if "&" not in text and not MAY_BEGIN[lang].search(text):
            return found[0]
        at = found.start()
        if html.rfind(">", 0, at) > html.rfind("<", 0, at):  # what looks like one, in a text
            return found[0]
        return f' {found[1]}="{_isolate_escaped(text, lang)}"'

    return _ATTRIBUTE.sub(isolated, html)


def _isolate_escaped(text: str, lang: str) -> str:
    if PDI in text:  # isolated by who wrote it
        return text
    isolated = isolate_plain(unescape(text), lang)
    return escape(isolated) if isolated != unescape(text) else text


def _isolate_texts(html: str, lang: str) -> str:
    """The page with the runs in its texts isolated.

    Only the few texts that may hold a run are looked at: a page is mostly tags and its own script.
    """
    closed = _closed(html)
    parts: list[str] = []
    done = 0
    for passage in _PASSAGES[lang].finditer(html):
        start, end = passage.span(passage.lastindex or 0)
        if not ("&" in passage[0] or MAY_BEGIN[lang].search(html, start, end)):
            continue
        while closed and closed[0][1] < start:
            closed.pop(0)
        if closed and closed[0][0] < start < closed[0][1]:
            continue
        if " lang=" in html[html.rfind("<", 0, start) : start]:
            continue
        parts += [html[done:start], _isolate_passage(html[start:end], lang)]
        done = end
    return "".join([*parts, html[done:]])


def _closed(html: str) -> list[tuple[int, int]]:
    """Where no run is to be looked for, in order; a `<bdi>` may hold another."""
    spans = [match.span() for match in _CLOSED.finditer(html)]
    start, depth = 0, 0
    for tag in _BDI.finditer(html) if "<bdi" in html else ():
        start = start if depth else tag.start()
        depth += -1 if tag[1] else 1
        if depth == 0:
            spans.append((start, tag.end()))
    return sorted(spans)


@lru_cache(maxsize=1 << 15)  # names, labels and menus stand on most pages
def _isolate_passage(html: str, lang: str) -> str:
    """A text, with its entities and the tags in it, with its runs isolated."""
    text, starts, ends = _as_seen(html)
    parts: list[str] = []
    done = 0
    for run in find_runs(text, lang):
        start, end = starts[run.start], ends[run.end - 1]
        whole = _with_tags(html, start, end)
        if whole is None or whole[0] < done:  # it begins in one element and ends in another
            write = "".join(_isolate_pieces(html[start:end], lang))
        else:
            start, end = whole
            write = _in_element(html[start:end], run)
        parts += [html[done:start], write]
        done = end
    return "".join([*parts, html[done:]])


def _isolate_pieces(html: str, lang: str) -> Iterator[str]:
    """Each text between two tags, isolated by itself."""
    done = 0
    for tag in _TAG.finditer(html):
        yield _isolate_passage(html[done : tag.start()], lang)
        yield tag[0]
        done = tag.end()
    yield _isolate_passage(html[done:], lang)


def _in_element(html: str, run: Run) -> str:
    lang = f' lang="{run.lang}"' if run.lang else ""
    inner = _isolate_passage(html, "fa") if run.direction == "rtl" else html
    return f'<bdi{lang} dir="{run.direction}">{inner}</bdi>'


_character = lru_cache(maxsize=1 << 10)(unescape)  # a citation in a page has thirty of two entities


def _as_seen(html: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text without tags and entities; where each character begins and ends in the HTML."""
    if "&" not in html and "<" not in html:
        return html, range(len(html)), range(1, len(html) + 1)
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for part in _PART.finditer(html):
        start, end = part.span()
        if part[0].startswith("<"):
            continue
        shown = _character(part[0]) if part[0].startswith("&") else part[0]
        text.append(shown)
        if shown == part[0]:
            starts += range(start, end)
            ends += range(start + 1, end + 1)
        else:  # one entity may be two characters
            starts += [start, *(end for _ in shown[1:])]
            ends += [end for _ in shown]
    return "".join(text), starts, ends


def _with_tags(html: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch with the tags beside it that belong to those in it; `None` if they lie apart."""
    opened, closed = 0, 0
    for tag in _TAG.finditer(html, start, end):
        if not tag[1]:
            opened += 1
        elif opened:
            opened -= 1
        else:
            closed += 1
    while closed:
        before = html.rfind("<", 0, start)
        if html[start - 1 : start] != ">" or html.startswith("</", before):
            return None
        start, closed = before, closed - 1
    while opened:
        if not html.startswith("</", end):
            return None
        end, opened = html.index(">", end) + 1, opened - 1
    return start, end
