"""Isolation of the other script, so that every run is shown in the order it is written.

In a right-to-left line "BRICS+" shows as "+BRICS" and "21 June 2024" as "June 2024 21", because
signs and digits take the direction of the paragraph (Unicode UAX #9). Each run of the other script
is therefore wrapped in `<bdi>`; in attributes and titles, where no element can stand, in the
isolating controls U+2066/U+2067 … U+2069. The work is done once, on the finished page.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

from newsroom.text.languages import direction

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"

_LATIN = r"0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_ARABIC = r"\u0600-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
_ARABIC_DIGITS = r"\u06f0-\u06f9\u0660-\u0669"

# A word, number, address or file name, with the signs that belong to it: +98, BRICS+, 12%.
_LATIN_WORD = (
    rf"(?:[+\-−$€£#@](?=[{_LATIN}]))?[{_LATIN}]"
    rf"(?:(?:[{_LATIN}.\-–/:@_'’%+#]|&(?:amp|#39|#x27);)*[{_LATIN}])?[+#%°]*"
)
_LATIN_RUN = re.compile(
    rf"{_LATIN_WORD}(?:(?:,? |,){_LATIN_WORD}| ?\({_LATIN_WORD}(?:,? {_LATIN_WORD})*\))*"
)
_ARABIC_WORD = rf"[{_ARABIC}{_ARABIC_DIGITS}][{_ARABIC}{_ARABIC_DIGITS}\u066a-\u066c\u200c]*"
_ARABIC_WORDS = rf"«?{_ARABIC_WORD}(?:[ ،؛:«»\-–/]{{1,3}}{_ARABIC_WORD})*(?:(?: ?…)?»)?"
_ARABIC_RUN = re.compile(rf"{_ARABIC_WORDS}(?: \({_ARABIC_WORDS}\))*")
_ARABIC_LETTER = re.compile(rf"[{_ARABIC}]")
_DONE = "<!--isolated-->"
"""Stands on both sides of a fragment in the other language until the page is isolated."""
_CLOSED = re.compile(
    r"<(script|style|pre|code|kbd|samp|svg|bdi|textarea|template|title)\b.*?</\1\s*>"
    rf"|{_DONE}.*?{_DONE}",
    re.DOTALL,
)
# Text between tags from the tag before it on, if it holds a character that begins a run.
_TEXTS = {
    "fa": re.compile(rf">([^<{_LATIN}]*[{_LATIN}][^<]*)"),
    "en": re.compile(rf">([^<{_ARABIC}]*[{_ARABIC}][^<]*)"),
}
# The same of attributes; an Arabic letter may stand as an entity.
_ATTRIBUTES = {
    "fa": re.compile(rf' (title|alt|aria-label)="([^"<>{_LATIN}]*[{_LATIN}][^"<>]*)"'),
    "en": re.compile(rf' (title|alt|aria-label)="([^"<>{_ARABIC}&]*[{_ARABIC}&][^"<>]*)"'),
}
_TITLE = re.compile(r"<title>([^<]*)</title>")
_CODE = re.compile(r"(<(code|kbd|samp)\b[^<>]*)(>.*?)(?=</\2\s*>)", re.DOTALL)


def isolate_markdown(text: str, lang: str) -> str:
    """A Markdown text of several blocks in an element of its language and direction."""
    return f'<div dir="{direction(lang)}" lang="{lang}">\n\n{text}\n\n</div>\n'


def isolate_html(html: str, lang: str) -> str:
    """The page with every run of the other script in an element of its own language.

    `html` is a whole page in `lang` in which `<` and `>` stand for tags only, as our templates and
    the sanitiser write it. Scripts, drawings, `<bdi>` and text right inside an element that names
    its language are left alone, and so is what `isolate_fragment` has gone over; code runs left to
    right on every page; `<title>`, `title`, `alt` and `aria-label` get isolating controls.
    """
    html = _isolate_texts(html, lang)
    html = _CODE.sub(lambda code: code[1] + _isolate_texts(code[3], "en"), html)
    html = html.replace(_DONE, "")
    html = _TITLE.sub(
        lambda title: f"<title>{_isolate_escaped(title[1], lang)}</title>", html, count=1
    )
    return _isolate_attributes(html, lang)


def isolate_fragment(html: str, lang: str) -> str:
    """A piece of a page in `lang` that will stand on a page of the other language.

    It is isolated as text of its own language, and marked so that `isolate_html` passes it by.
    """
    html = _isolate_texts(f">{html}", lang)[1:]
    html = _isolate_attributes(html, lang)
    return f"{_DONE}{html}{_DONE}"


def _isolate_attributes(html: str, lang: str) -> str:
    """The page with the runs isolated in the attributes that are read out or shown."""

    def isolated(found: re.Match[str]) -> str:
        at = found.start()
        if html.rfind(">", 0, at) > html.rfind("<", 0, at):  # what looks like one, in a text
            return found[0]
        return f' {found[1]}="{_isolate_escaped(found[2], lang)}"'

    return _ATTRIBUTES[lang].sub(isolated, html)


def _isolate_texts(html: str, lang: str) -> str:
    """The page with the runs in its texts isolated.

    Only the few texts that may hold a run are looked at: a page is mostly tags and its own script.
    """
    tag = '<bdi lang="en" dir="ltr">' if lang == "fa" else '<bdi lang="fa" dir="rtl">'
    closed = [match.span() for match in _CLOSED.finditer(html)]
    parts: list[str] = []
    done = 0
    for text in _TEXTS[lang].finditer(html):
        start, end = text.span(1)
        while closed and closed[0][1] < start:
            closed.pop(0)
        if closed and closed[0][0] < start < closed[0][1]:
            continue
        if " lang=" in html[html.rfind("<", 0, start) : start]:
            continue
        parts += [html[done:start], _rewrite_runs(text[1], lang, lambda run: f"{tag}{run}</bdi>")]
        done = end
    return "".join([*parts, html[done:]])


def run_patterns() -> Mapping[str, str]:
    """What a run of the other script is in each language, for the browser to isolate."""
    return {"fa": _LATIN_RUN.pattern, "en": _ARABIC_RUN.pattern}


def isolate_plain(text: str, lang: str) -> str:
    """`text` with each run of the other script between isolating controls."""
    mark = LRI if lang == "fa" else RLI
    return _rewrite_runs(text, lang, lambda run: f"{mark}{run}{PDI}")


def _isolate_escaped(text: str, lang: str) -> str:
    if PDI in text:  # isolated by who wrote it
        return text
    isolated = isolate_plain(unescape(text), lang)
    return escape(isolated) if isolated != unescape(text) else text


def _rewrite_runs(text: str, lang: str, write: Callable[[str], str]) -> str:
    """`text` with each run of the other script as `write` gives it back."""
    if lang == "en":
        if text.isascii():
            return text
        return _ARABIC_RUN.sub(
            lambda run: write(run[0]) if _ARABIC_LETTER.search(run[0]) else run[0], text
        )
    # A number alone keeps its order in every line.
    return _LATIN_RUN.sub(lambda run: run[0] if run[0].isdecimal() else write(run[0]), text)
