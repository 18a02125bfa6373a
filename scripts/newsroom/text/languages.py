"""The two languages of the record, and what follows from a path about them."""

from collections.abc import Mapping

LANGS = ("fa", "en")
"""Persian is published at the root of the site, English under `en/`."""

DEFAULT_LANG = "fa"

Bilingual = Mapping[str, str]
"""A text in both languages: `{"fa": …, "en": …}`."""


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
