"""The HTML a page may hold: what Markdown and its extensions make, and nothing that runs or loads.

Sanitising keeps these and drops everything else; the check tells an author of the rest, so that
nothing vanishes without a word.
"""

import re
from collections.abc import Mapping

_TEXT = "p div span br hr h2 h3 h4 h5 h6 blockquote em strong b i u s del ins mark small sub sup q"
_LISTS = "ul ol li dl dt dd"
_TABLES = "table caption thead tbody tfoot tr th td colgroup col"
_CODE = "pre code kbd samp var"
_MEDIA = "a img figure figcaption svg path"
_NOTES = "details summary abbr cite dfn time bdi bdo ruby rt rp section aside"
_BOXES = "input label"

ELEMENTS = frozenset(" ".join((_TEXT, _LISTS, _TABLES, _CODE, _MEDIA, _NOTES, _BOXES)).split())
DRAWN = frozenset({"path"})
"""Those that are nothing but in an `svg`."""
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset({"id", "class", "lang", "dir", "title"}),
    "a": frozenset({"href", "hreflang"}),
    "img": frozenset({"src", "alt", "width", "height", "loading"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "col": frozenset({"span"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "li": frozenset({"value"}),
    "details": frozenset({"open", "name"}),
    "time": frozenset({"datetime"}),
    "input": frozenset({"type", "name", "checked", "disabled"}),
    "label": frozenset({"for"}),
    "svg": frozenset({"xmlns", "viewBox", "viewbox"}),
    "path": frozenset({"d"}),
}
"""What each element may carry; `*` is every one of them."""
INPUTS = frozenset({"radio", "checkbox"})
"""The kinds of `input`: the boxes and buttons of Material's components."""
SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead besides the site itself."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_remote(address: str) -> bool:
    """Whether an address leaves the site, as browsers read it.

    They drop white space around and line breaks within, and take a backslash for a slash.
    """
    bare = re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")
    return bool(_SCHEME.match(bare))
