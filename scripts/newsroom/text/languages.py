"""The two languages of the record, and what follows from a path about them."""

import re
from collections.abc import Mapping

LANGS = ("fa", "en")
"""Persian is published at the root of the site, English under `en/`."""

DEFAULT_LANG = "fa"

Bilingual = Mapping[str, str]
"""A text in both languages: `{"fa": …, "en": …}`."""

_IN_ADDRESS = re.compile(r"(?<=[/.=_-])(?:fa|en|fa-ir|en-us)(?=[/.&_-]|$)|(?<=//)(?:fa|en|www)\.")


def other_lang(lang: str) -> str:
    """`en` for `fa`, and `fa` for `en`."""
    return "en" if lang == "fa" else "fa"


def direction(lang: str) -> str:
    """`rtl` or `ltr`, as HTML has it."""
    return "rtl" if lang == "fa" else "ltr"


def split_lang(src_uri: str) -> tuple[str, str] | None:
    """The language of a path under `docs/` and the rest of it; `None` outside both languages.

    >>> split_lang("en/news/association-founded.md")
    ('en', 'news/association-founded.md')
    """
    lang, slash, rest = src_uri.partition("/")
    return (lang, rest) if slash and lang in LANGS else None


def without_lang(address: str) -> str:
    """An address without what names a language in it, so that both versions have the same.

    >>> without_lang("https://fa.example.org/en/news")
    'https://example.org//news'
    """
    return _IN_ADDRESS.sub("", address)
