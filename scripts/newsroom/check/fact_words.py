"""The words claims are read by: offices and units, and names that need no entry to be known.

Offices, units and a few names stand in `defaults/facts.yml`; countries and continents are those of
Unicode CLDR. In Persian some of these are ordinary words, too («مالی» is "financial"); they are
left out.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml
from babel import Locale

from newsroom.defaults import default_text
from newsroom.text.forms import Beginnings, Forms
from newsroom.text.languages import LANGS

_PERSIAN_WORDS = frozenset("مالی قطر غنا یمن پرو کره چاد توگو جرسی جهان بنین من مالت".split())
_REGIONS = frozenset(
    "002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 "
    "145 150 151 154 155 202 419".split()
)
"""The codes of parts of the earth (UN M49) that CLDR names beside countries."""
_NO_COUNTRIES = frozenset(("ZZ", "QO", "EU", "EZ", "UN"))


@cache
def offices() -> Mapping[str, Forms]:
    """What finds the names of offices, by language; ids as `deputy-mayor`."""
    return {lang: Forms(spellings) for lang, spellings in _table("offices").items()}


@cache
def many_offices() -> Mapping[str, Forms]:
    """What finds their plurals: "mayors and vice-mayors", «شهرداران»."""
    endings = {"en": "s", "fa": "ان"}
    return {
        lang: Forms({id: [it + endings[lang] for it in forms] for id, forms in spellings.items()})
        for lang, spellings in _table("offices").items()
    }


@cache
def units() -> Mapping[str, Forms]:
    """What finds the names of units, by language; ids as `person`, one for units of a kind."""
    return {lang: Forms(spellings) for lang, spellings in _table("units").items()}


@cache
def bounds() -> Mapping[str, Forms]:
    """What finds "more than", "about" and the like ahead of a number, by language."""
    return {lang: Forms(spellings) for lang, spellings in _table("bounds").items()}


@cache
def office_names() -> Mapping[str, Mapping[str, str]]:
    """How the table writes each office, by language and id."""
    return {
        lang: {id: spellings[0] for id, spellings in table.items()}
        for lang, table in _table("offices").items()
    }


@cache
def common_names() -> Forms:
    """What finds countries, continents and adjectives such as "Islamic", in either language.

    Ids are codes of CLDR, `EG` and `143`, or those of the table.
    """
    return Forms(_common_names(), parts=False)


@cache
def common_beginnings() -> Beginnings:
    """What finds words that begin with one, as glued texts have them: «اسلامیبانک»."""
    return Beginnings(name for forms in _common_names().values() for name in forms)


@cache
def _common_names() -> Mapping[str, list[str]]:
    names: dict[str, list[str]] = {}
    for lang in LANGS:
        for code, name in Locale(lang).territories.items():
            is_country = len(code) == 2 and code not in _NO_COUNTRIES
            if (is_country or code in _REGIONS) and name not in _PERSIAN_WORDS:
                names.setdefault(code, []).append(name)
        for id, spellings in _table("names")[lang].items():
            names.setdefault(id, []).extend(spellings)
    return names


@cache
def _tables() -> Mapping[str, Any]:
    tables: Mapping[str, Any] = yaml.load(default_text("facts.yml"), Loader=yaml.CSafeLoader)
    return tables


def _table(kind: str) -> Mapping[str, Mapping[str, list[str]]]:
    """The spellings of a table, by language and id."""
    table = _tables()[kind]
    found: dict[str, dict[str, list[str]]] = {lang: {} for lang in LANGS}
    for id, entry in table.items():
        for lang in LANGS:
            names = (name.strip() for name in entry[lang].split(","))
            found[lang].setdefault(entry.get("of", id), []).extend(names)
    return found
