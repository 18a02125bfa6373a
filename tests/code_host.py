"""How a code host shows Markdown: GitHub's parser, and what it lets through of HTML."""

from html.parser import HTMLParser

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options

_ELEMENTS = (
    "h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead "
    "tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary "
    "details caption figure figcaption abbr bdo cite dfn mark small span time wbr"
)
_ATTRIBUTES = "align alt colspan datetime dir hreflang id lang name open rowspan scope start title type value width"
_CLEANER = nh3.Cleaner(
    tags=set(_ELEMENTS.split()),
    attributes={
        "*": set(_ATTRIBUTES.split()),
        "a": {"href"},
        "img": {"src"},
    },
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
"""The elements, attributes and schemes of html-pipeline's list, which GitHub's pages are held to,
as far as anything here might ask for them."""


def shown(markdown: str) -> str:
    """The HTML a reader gets."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE)
    return _CLEANER.clean(html)


class Shown(HTMLParser):
    """A shown page: its links, its anchors, and which words stand in which direction."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.words: list[tuple[str, str, str]] = []
        """Each text with the direction it stands in and the element right around it."""
        self.text = ""
        self._open: list[tuple[str, str]] = []
        self.feed(shown(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.links += [it for it in [attributes.get("href"), attributes.get("src")] if it]
        self.anchors |= {it for it in [attributes.get("name"), attributes.get("id")] if it}
        if tag not in ("br", "img", "hr"):
            around = self._open[-1][1] if self._open else ""
            self._open.append((tag, attributes.get("dir") or around))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.text += data
        if data.strip():
            tag, direction = self._open[-1] if self._open else ("", "")
            self.words.append((data, direction, tag))
