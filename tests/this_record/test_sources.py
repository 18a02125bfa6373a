"""The raw sources of this record, where they are at hand: imported, read for dates, restored, retold."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.intake.importing import Import, ImportContext, ImportOptions, import_source
from newsroom.intake.wording import names_of, shared_runs
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.kinds.source import Source
from newsroom.text.date_phrases import find_dates
from newsroom.text.dates import format_period, parse_period
from newsroom.text.half_spaces import restore
from newsroom.text.letters import normalise
from newsroom.text.lexicon import Lexicon

from ..conftest import ROOT
from ..sources import SOURCES, read_source_file
from ..text.test_date_phrases import NEAR
from ..text.test_half_spaces import gaps, unmark

GOLD = Path(__file__).parent / "source_half_spaces.txt"
RECORD, _ = Catalogue.load(ROOT)
CATALOGUE = RECORD.having(Source, {})
"""This record, which does not know its own sources here."""

OF_THE_RECORD = Lexicon.of(RECORD.word_lists)
DESK = ImportContext.of(CATALOGUE)
TODAY = parse_period("2026-11-22")


def imported(raw: bytes, near: str | None = None) -> Import:
    context = ParseContext("a.txt")
    asked = ImportOptions(TODAY, near=parse_period(near) if near else None)
    found = import_source(raw, context, DESK, asked)
    assert found is not None, context.problems
    return found


REAL = {
    "000": {
        "title": "Improving relations between",
        "published": None,
        "publisher": None,
        "removed": [],
        "headings": 2,
        "named": "ilsur-metshin alexey-shaposhnikov jose-adinan-ortolan andualem-tenaw javier-milei "
        "juan-javier-huillipan sergio-arredondo-olvera hamidreza-gholamzadeh brics brics-plus "
        "brics-plus-association moscow-city-duma ethiopian-cities-association flacma "
        "asian-mayors-forum russia china india south-africa brazil iran ethiopia turkiye belarus "
        "kazakhstan azerbaijan tajikistan uzbekistan mexico argentina chile morocco indonesia kazan "
        "dubai moscow cordeiropolis tehran",
    },
    "001": {
        "title": None,
        "published": "3 Tir 1403",
        "publisher": "irna",
        "removed": [21],
        "headings": 1,
        "named": "yaghoub-houshyar vladimir-putin ary-jose-vanazzi andualem-tenaw rustam-minnikhanov "
        "sergio-arredondo-olvera hamidreza-gholamzadeh alexey-shaposhnikov ilsur-metshin irna "
        "tabriz-municipality brics-plus-association brics-plus brics flacma asian-mayors-forum "
        "brazilian-association-of-municipalities ethiopian-cities-association moscow-city-duma "
        "united-russia kazan tatarstan tabriz iran russia ethiopia",
    },
    "002": {
        "title": "ملاقات سرکنسول",
        "published": "10 Azar 1402",
        "publisher": None,
        "removed": [1, 2, 3, 4, 7, 9, 29, 30, 31, 33],
        "headings": 1,
        "named": "mirzakhani ilsur-metshin evgenia-lodvigova vakili kazan-city-hall kazan iran "
        "mir-business-bank asian-mayors-forum brics-mayors-forum-proposed kazanysh tatarstan tehran "
        "tabriz isfahan",
    },
}


@pytest.mark.parametrize("prefix", sorted(REAL))
def test_real_source_is_understood(prefix: str) -> None:
    wanted = REAL[prefix]

    found = imported(read_source_file(prefix), "2024-06" if prefix == "001" else None)

    extracted = found.extracted
    words = CATALOGUE.strings["en"].dates
    published = extracted.published and extracted.published.period
    shown = format_period(published, words) if published else None
    assert (extracted.title or "").startswith(str(wanted["title"] or ""))
    assert (extracted.title is None) == (wanted["title"] is None)
    assert (str(wanted["published"]) in shown) if shown else wanted["published"] is None
    assert (found.facts.publisher.id if found.facts.publisher else None) == wanted["publisher"]
    assert [line.number for line in extracted.removed] == wanted["removed"]
    assert sum(line.kind == "heading" for line in extracted.body) == wanted["headings"]
    assert set(found.facts.known) == set(str(wanted["named"]).split())
    assert found.unknown == ()


@pytest.mark.parametrize("prefix", sorted(REAL))
def test_nothing_of_a_real_source_is_lost(prefix: str) -> None:
    raw = read_source_file(prefix)

    found = imported(raw)

    assert found.kept + found.removed == len("".join(raw.decode().split()))


def test_dates_of_the_second_source_are_those_of_its_page() -> None:
    found = imported(read_source_file("002"))

    assert found.extracted.published is not None
    assert found.extracted.published.time == "12:26"
    assert found.facts.retrieved == parse_period("2024-10-07")
    assert found.facts.events == ("amf-kazan-2023", "kazanysh-2023")


def test_source_that_is_there_already_is_refused() -> None:
    context = ParseContext("a.txt")
    import_context = replace(DESK, catalogue=RECORD)

    found = import_source(read_source_file("002"), context, import_context, ImportOptions(TODAY))

    assert found is None
    assert context.problems[0].rule == "source-known"


def gold_of(prefix: str) -> Counter[tuple[str, str]]:
    """What reading found in a source: raw and right words, and how often."""
    found: Counter[tuple[str, str]] = Counter()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line.startswith(prefix):
            _, marked, count = line.split()
            raw, right = unmark(marked)
            found[raw.replace(".", ""), right.replace(".", " ")] += int(count)
    return found


def places(pairs: Counter[tuple[str, str]]) -> int:
    """Spaces and half-spaces put in or taken out."""

    def count(raw: str, right: str) -> int:
        return sum(a != b for a, b in zip(gaps(raw), gaps(right), strict=True))

    return sum(count(*pair) * times for pair, times in pairs.items())


def test_gold_list_has_ninety_places() -> None:
    assert places(gold_of("001") + gold_of("002")) >= 90


@pytest.mark.parametrize(("prefix", "recall"), [("001", 1.0), ("002", 0.9)])
def test_real_sources_are_restored(prefix: str, recall: float) -> None:
    text = normalise(read_source_file(prefix).decode())

    ours = Counter(
        (word.raw, word.text)
        for line in text.split("\n")
        for word in restore(line, OF_THE_RECORD).changed
    )

    gold = gold_of(prefix)
    assert ours - gold == Counter(), "precision"
    assert places(ours) / places(gold) >= recall


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ("000", ["June 21", "Today", "today"]),
        ("001", ["یکشنبه", "اول تیر", "چهارم تیرماه"]),
        (
            "002",
            [
                "امروز",
                "دوشنبه ۱۶ مهر ۱۴۰۳",
                "۱۴۰۲/۰۹/۱۰- ۱۲:۲۶",
                "10 آذر 1402 - 12:26",
                "اواسط آذرماه سال جاری",
                "خرداد ماه سال جاری",
            ],
        ),
    ],
)
def test_dates_of_the_real_sources_are_found(prefix: str, expected: list[str]) -> None:
    text = read_source_file(prefix).decode()

    found = find_dates(text, NEAR)

    assert [" ".join(one.text.split()) for one in found] == expected


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the raw sources are not part of the product")
@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda file: file.stem[:3])
def test_pages_are_written_in_our_own_words(source: Path) -> None:
    text = source.read_text(encoding="utf-8")

    names = names_of(RECORD)
    shared = {
        words
        for page in sorted((ROOT / "docs").rglob("*.md"))
        for _, words in shared_runs(page.read_text(encoding="utf-8"), text, names=names)
    }

    assert shared == set()
