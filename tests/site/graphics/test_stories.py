"""Which drawing a story has, and what an editor can say of it."""

from collections.abc import Mapping
from functools import cache

import pytest

from newsroom.check.rules import check
from newsroom.record.catalogue import Catalogue
from newsroom.site.graphics.shapes import Words
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.text.languages import LANGS

from ...conftest import CITY, DISAGREEMENT, EVENT, ORIGINAL, SOURCE, WriteRecord, sample_record

SETTINGS = SiteSettings("https://record.example/", MarkdownSettings(("attr_list", "toc")))
FIGURES = (
    "figures:\n  - id: boats\n    value: {fa: ۱۳٬۴۷۰, en: '13,470'}\n"
    "    label: {fa: قایق, en: boats}\n    article: kavan-meeting\n    sources: [report]\n"
)
AMOUNTS = (
    DISAGREEMENT.replace("یک روز.", '"۴ میلیون نفر، ساکنان."')
    .replace("One day.", '"4 million, the residents."')
    .replace("دو روز.", '"بیش از ۲٬۰۰۰ نفر، حاضران."')
    .replace("Two days.", '"More than 2,000, those present."')
)
PLACED = f"{CITY}coordinates: [50.0, 30.0]\n"
PLANS = {
    f"data/events/plan-{number}.yml": EVENT.replace("held", "planned").replace(
        "2024-06-21", f"2023-0{number}-10"
    )
    for number in (1, 2, 3)
}
WITH_PLANS = ORIGINAL.replace("events: [meeting]", "events: [plan-1, plan-2, plan-3, meeting]")
NEAR = "name: {fa: تلمیز, en: Talmiz}\nkind: city\ncoordinates: [51.0, 33.0]\n"
NAMED = ORIGINAL.replace("Ilvar Melchin spoke.", "Ilvar Melchin spoke of Talmiz.")
LETTER = {"data/sources/letter.yml": SOURCE.replace("0" * 64, "1" * 64)}


def wishing(wish: str, original: str = ORIGINAL) -> dict[str, str]:
    """The article with a word of its editors about its drawing."""
    changed = original.replace("events: [meeting]", f"events: [meeting]\ngraphic: {wish}")
    return {"docs/en/news/kavan-meeting.md": changed}


def kinds(
    write_record: WriteRecord, changes: Mapping[str, str], without: tuple[str, ...] = ()
) -> set[str | None]:
    """What is drawn for the one story, in either language."""
    catalogue, problems = Catalogue.load(write_record(changes))
    assert problems == ()
    locales = Site(catalogue, SETTINGS).locales
    drawn = [locales[lang].graphic(catalogue.articles["kavan-meeting"], without) for lang in LANGS]
    return {it.kind if it else None for it in drawn}


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({}, "time"),  # it has an event
        ({"data/places/kavan.yml": PLACED}, "map"),
        ({"data/places/kavan.yml": PLACED, "data/figures.yml": FIGURES}, "dots"),
        ({"data/figures.yml": FIGURES.replace("13,470", "470").replace("۱۳٬۴۷۰", "۴۷۰")}, "time"),
        (
            {
                **PLANS,
                "data/figures.yml": FIGURES,
                "docs/en/news/kavan-meeting.md": WITH_PLANS,
            },
            "time",
        ),
        ({"data/disagreements/a.yml": AMOUNTS, **LETTER}, "figures"),
        ({"data/disagreements/a.yml": DISAGREEMENT, **LETTER}, "time"),
        (
            {
                "data/places/kavan.yml": PLACED,
                "data/places/talmiz.yml": NEAR,
                "data/disagreements/a.yml": AMOUNTS,
                "docs/en/news/kavan-meeting.md": NAMED,
                **LETTER,
            },
            "map",
        ),
    ],
)
def test_kind_follows_from_what_the_story_has(
    write_record: WriteRecord, changes: Mapping[str, str], kind: str
) -> None:
    assert kinds(write_record, changes) == {kind}


@pytest.mark.parametrize(
    ("wish", "kind"), [("map", "map"), ("time", "time"), ("{figures: boats}", "dots")]
)
def test_editors_choose(write_record: WriteRecord, wish: str, kind: str) -> None:
    record = {"data/places/kavan.yml": PLACED, "data/figures.yml": FIGURES}

    assert kinds(write_record, {**record, **wishing(wish)}) == {kind}


def test_editors_choose_a_disagreement(write_record: WriteRecord) -> None:
    changes = {"data/disagreements/amounts.yml": AMOUNTS, **LETTER, "data/figures.yml": FIGURES}

    assert kinds(write_record, {**changes, **wishing("{figures: amounts}")}) == {"figures"}


def test_band_can_ask_for_another_kind(write_record: WriteRecord) -> None:
    record = {"data/places/kavan.yml": PLACED, "data/figures.yml": FIGURES}

    assert kinds(write_record, record, without=("dots",)) == {"map"}
    assert kinds(write_record, record, without=("dots", "map")) == {"time"}
    assert kinds(write_record, record, without=("dots", "map", "time")) == {None}


@pytest.mark.parametrize(
    ("wish", "rule"),
    [
        ("{figures: botas}", "figure-unknown"),
        ("timeline", "value-unknown"),
        ("{figure: boats}", "key-unknown"),
        ("[map]", "value-kind"),
    ],
)
def test_what_cannot_be_drawn_is_an_error_with_its_line(
    write_record: WriteRecord, wish: str, rule: str
) -> None:
    root = write_record({"data/figures.yml": FIGURES, **wishing(wish)})
    _, problems = check(root)

    (found,) = (it for it in problems if it.rule == rule)
    assert (found.path, found.line) == ("docs/en/news/kavan-meeting.md", 7)
    assert found.level == "error"


def test_figure_and_disagreement_share_no_id(write_record: WriteRecord) -> None:
    changes = {"data/figures.yml": FIGURES, "data/disagreements/boats.yml": DISAGREEMENT, **LETTER}

    assert "id-duplicate" in {it.rule for it in Catalogue.load(write_record(changes))[1]}


@cache
def sample_site() -> Site:
    return Site(sample_record(), SETTINGS)


@pytest.mark.parametrize("lang", LANGS)
def test_drawing_is_told_in_words_and_says_what_is_ours(lang: str) -> None:
    locale = sample_site().locales[lang]
    drawn = locale.graphic(locale.catalogue.articles["league-founded"])

    assert drawn is not None
    names = [it.text for it in drawn.drawing.parts if isinstance(it, Words) and it.size == "name"]
    assert names
    assert all(name in drawn.label for name in names)
    assert {"fa": "خودمان", "en": "our own reckoning"}[lang] in drawn.caption


@pytest.mark.parametrize("lang", LANGS)
def test_doubtful_place_has_a_question_mark(lang: str) -> None:
    locale = sample_site().locales[lang]
    drawn = locale.graphic(locale.catalogue.articles["league-founded"])

    assert drawn is not None
    assert [it.role for it in drawn.drawing.parts].count("doubt") == 1
    assert {"fa": "بندرین؟", "en": "Bandarin?"}[lang] in drawn.label


@pytest.mark.parametrize("lang", LANGS)
def test_amount_is_told_as_its_sentence_has_it(write_record: WriteRecord, lang: str) -> None:
    changes = {"data/disagreements/amounts.yml": AMOUNTS, **LETTER}
    catalogue = Catalogue.load(write_record(changes))[0]
    drawn = (
        Site(catalogue, SETTINGS).locales[lang].figure_drawing(catalogue.disagreements["amounts"])
    )

    assert drawn is not None
    said = [it.text for it in drawn.drawing.parts if isinstance(it, Words)]
    assert {"fa": "بیش از ۲٬۰۰۰ نفر", "en": "More than 2,000"}[lang] in said
    assert {"fa": "۲٬۰۰۰ برابر", "en": "2,000 times"}[lang] in drawn.caption
