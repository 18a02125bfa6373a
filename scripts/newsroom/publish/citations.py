"""How a page of the record is cited: BibTeX and CSL-JSON."""

import json
import re

from newsroom.publish.editions import Paper
from newsroom.text.dates import Period

_LANGUAGES = {"fa": "persian", "en": "english"}
_TEX = re.compile(r"[\\\\{}%&#$_~^]")


def bibtex(paper: Paper, lang: str, site: str, address: str) -> str:
    """A BibTeX entry (`@misc`, with biblatex' `date`, `url` and `langid`)."""
    fields = {
        "title": paper.title,
        "organization": site,
        "date": _bibtex_date(paper.article.date),
        "url": address,
        "langid": _LANGUAGES[lang],
    }
    lines = [
        f"  {key} = {{{value if key == 'url' else _escaped(value)}}},"
        for key, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{paper.article.slug},", *lines, "}"])


def csl_json(paper: Paper, lang: str, site: str, address: str) -> str:
    """A CSL-JSON item (schema 1.0.2), as reference managers read it."""
    item: dict[str, object] = {
        "id": paper.article.slug,
        "type": "webpage",
        "title": paper.title,
        "container-title": site,
        "language": lang,
        "URL": address,
    }
    if date := paper.article.date:
        days = [date.start] if date.is_day else [date.start, date.end]
        item["issued"] = {"date-parts": [[day.year, day.month, day.day] for day in days]}
    lines = (f"  {json.dumps(key)}: {json.dumps(item[key], ensure_ascii=False)}" for key in item)
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _bibtex_date(date: Period | None) -> str:
    if date is None:
        return ""
    return date.iso or f"{date.start}/{date.end}"


def _escaped(text: str) -> str:
    """`text` with the signs TeX reads as commands made plain."""
    names = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return _TEX.sub(lambda sign: names.get(sign[0], f"\\{sign[0]}"), text)
