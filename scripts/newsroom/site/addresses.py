"""Where everything is published, as a browser asks for it.

Persian lies at the root, English under `en/`; a page is `<path>.html` in both, and every address
inside the site is relative, so that one build serves any sub-path and opens from disk.
"""

from urllib.parse import quote

from newsroom.record.articles import Article, Page
from newsroom.record.fields import Entry
from newsroom.record.kinds import BY_ENTRY
from newsroom.text.languages import DEFAULT_LANG

Addressed = str | Page | Article | Entry
"""What a template can link to; a string is the path of a page below `docs/<lang>/`."""


def uri_of(target: Addressed) -> str:
    """The path below `docs/<lang>/` of the page where something stands, with its anchor."""
    match target:
        case str():
            return target
        case Page() | Article():
            return target.uri
        case _:
            return BY_ENTRY[type(target)].address(target.id)


def url_of(lang: str, uri: str) -> str:
    """The address of a page below the root of the site: `en/news/x.html` for `news/x.md`."""
    path, hash_sign, anchor = uri.partition("#")
    if path.endswith(".md"):
        path = f"{path.removesuffix('.md')}.html"
    prefix = "" if lang == DEFAULT_LANG else f"{lang}/"
    return f"{prefix}{path}{hash_sign}{anchor}"


def relative_url(target: str, base: str) -> str:
    """The way from the page at `base` to `target`, both below the root of the site."""
    path, hash_sign, anchor = target.partition("#")
    if path == base and anchor:
        return f"#{anchor}"
    # posixpath.relpath would ask for the current folder at every call.
    here, there = base.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) + hash_sign + anchor


def absolute_url(site_url: str, url: str) -> str:
    """The full address; the index of a folder is the folder's own address."""
    if url == "index.html" or url.endswith("/index.html"):
        url = url.removesuffix("index.html")
    return f"{site_url.rstrip('/')}/{url if url.isascii() else quote(url, safe='/#')}"


def page_address(site_url: str, lang: str, uri: str) -> str:
    """The full address of what lies at a path below `docs/<lang>/`, with its anchor."""
    return absolute_url(site_url, url_of(lang, uri))
