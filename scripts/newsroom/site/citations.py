"""How a page of the record is cited: BibTeX and CSL-JSON."""

import json

from newsroom.site.locale_views import ArticleView
from newsroom.text.dates import Period

_LANGUAGES = {"fa": "persian", "en": "english"}
_TEX = str.maketrans(
    {character: f"\\{character}" for character in "{}%&#$_"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
"""The characters TeX reads as commands, and how each is written as itself."""


def bibtex(view: ArticleView, lang: str, site: str, address: str) -> str:
    """A BibTeX entry (`@misc`, with biblatex' `date`, `url` and `langid`)."""
    fields = {
        "title": view.title,
        "organization": site,
        "date": _bibtex_date(view.article.date),
        "url": address,
        "langid": _LANGUAGES[lang],
    }
    lines = [
        f"  {key} = {{{value if key == 'url' else value.translate(_TEX)}}},"
        for key, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{view.article.slug},", *lines, "}"])


def csl_json(view: ArticleView, lang: str, site: str, address: str) -> str:
    """A CSL-JSON item (schema 1.0.2), as reference managers read it."""
    item: dict[str, object] = {
        "id": view.article.slug,
        "type": "webpage",
        "title": view.title,
        "container-title": site,
        "language": lang,
        "URL": address,
    }
    if date := view.article.date:
        days = [date.start] if date.is_day else [date.start, date.end]
        item["issued"] = {"date-parts": [[day.year, day.month, day.day] for day in days]}
    lines = (f"  {json.dumps(key)}: {json.dumps(item[key], ensure_ascii=False)}" for key in item)
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _bibtex_date(date: Period | None) -> str:
    if date is None:
        return ""
    return date.iso or f"{date.start}/{date.end}"
