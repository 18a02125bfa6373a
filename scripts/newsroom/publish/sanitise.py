"""The allow-list that rendered Markdown passes: content comes by pull request and is not trusted.

nh3 parses as a browser does and keeps only what is listed here: the elements Markdown and
Material's components make, without scripts, styles, event handlers, forms, frames or remote images.
"""

import re

import nh3

_TEXT = "p div span br hr h2 h3 h4 h5 h6 blockquote em strong b i u s del ins mark small sub sup q"
_LISTS = "ul ol li dl dt dd"
_TABLES = "table caption thead tbody tfoot tr th td colgroup col"
_CODE = "pre code kbd samp var"
_MEDIA = "a img figure figcaption svg path"
_NOTES = "details summary abbr cite dfn time bdi bdo ruby rt rp section aside"
_CONTROLS = "input label"

_TAGS = frozenset(" ".join((_TEXT, _LISTS, _TABLES, _CODE, _MEDIA, _NOTES, _CONTROLS)).split())
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "dir", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "col": {"span"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "details": {"open", "name"},
    "time": {"datetime"},
    "input": {"type", "name", "checked", "disabled"},
    "label": {"for"},
    "svg": {"xmlns", "viewBox", "viewbox"},
    "path": {"d"},
}
_CONTENT_WITH_TAG = {"script", "style", "iframe", "object", "template", "noscript", "math"}
_INPUTS = {"radio", "checkbox"}
_NUMBERS = {("ol", "start"), ("li", "value")}
_NUMBER = re.compile(r"-?\d{1,9}")
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_FREE_INPUT = re.compile(r"<input(?![^<>]* type=)[^<>]*>")
"""A text field; only the boxes and buttons of Material's components may stand."""
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]"
)


def _keep(tag: str, attribute: str, value: str) -> str | None:
    if (tag, attribute) == ("img", "src"):
        return None if _REMOTE.match(_as_browsers_read(value)) else value
    if (tag, attribute) == ("input", "type"):
        return value if value in _INPUTS else "checkbox"
    if (tag, attribute) in _NUMBERS:  # a browser reads no other digits
        return str(int(value)) if _NUMBER.fullmatch(value) else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=_CONTENT_WITH_TAG,
    attributes=_ATTRIBUTES,
    attribute_filter=_keep,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,  # no link opens a window of its own
)


def sanitise(html: str) -> str:
    """The fragment with nothing in it that runs, loads or reaches out of its place."""
    return _HIDDEN.sub("", _FREE_INPUT.sub("", _CLEANER.clean(html)))


def _as_browsers_read(address: str) -> str:
    """An address without what the URL standard drops, and with one kind of slash."""
    return re.sub("[\t\n\r]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")
