"""The settings of a record in `mkdocs.yml`: what is wrong with them is told at its line."""

import re

import pytest

from newsroom.check.rules import check
from newsroom.record.catalogue import Catalogue
from newsroom.record.options import FOOTER, HOME, LINKED, NAVIGATION, SETTINGS, Options
from newsroom.record.palette import (
    AA,
    MORE,
    Colours,
    Shade,
    contrast,
    faint_colours,
    own_tokens,
    palette_of,
    with_colours,
)

from ..conftest import WriteRecord

BEGIN = "site_name: x\nsite_url: !ENV [SITE_URL, 'https://x.example/']\nextra:\n  newsroom:\n"


def told(write_record: WriteRecord, settings: str) -> list[tuple[int, str, str, str]]:
    root = write_record({"mkdocs.yml": BEGIN + settings})
    _, problems = check(root, drafts=True)
    assert {it.path for it in problems} <= {"mkdocs.yml"}
    return [(it.line, it.rule, str(it.message), str(it.hint)) for it in problems]


@pytest.mark.parametrize(
    "text", [None, "site_name: x\n", "extra: {shell: newsroom}\n", "extra:\n  newsroom:\n"]
)
def test_record_that_sets_nothing_is_as_the_engine_has_it(
    write_record: WriteRecord, text: str | None
) -> None:
    catalogue, problems = Catalogue.load(write_record({"mkdocs.yml": text}))

    assert catalogue.options == Options(home=HOME, navigation=NAVIGATION, footer=FOOTER)
    assert problems == ()


@pytest.mark.parametrize(
    ("settings", "line", "rule", "message", "hint"),
    [
        ("    colors: {}\n", 5, "key-unknown", "unknown key 'colors'", "did you mean 'colours'?"),
        (
            "    colours:\n      acent: {}\n",
            6,
            "key-unknown",
            "unknown key 'colours.acent'",
            "did you mean 'accent'?",
        ),
        (
            '    colours:\n      accent: {light: red, dark: "#79cdc8"}\n',
            6,
            "value-form",
            "'colours.accent.light' is 'red'; expected a value such as \"#0b5a5e\"",
            "",
        ),
        (
            "    licence: CC-BY\n",
            5,
            "value-unknown",
            "'licence' is 'CC-BY'; expected one of CC-BY-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0, CC0-1.0",
            "did you mean 'CC-BY-4.0'?",
        ),
        (
            "    licence: {name: MY-1, title: Mine}\n",
            5,
            "key-missing",
            "the key 'licence.path' is missing or empty",
            "",
        ),
        ("    name: {fa: نام}\n", 5, "key-missing", "the key 'name.en' is missing or empty", ""),
        (
            "    home: [news, evnts]\n",
            5,
            "value-unknown",
            "'home.1' is 'evnts'; expected one of news, disagreements, events, onward",
            "did you mean 'events'?",
        ),
        (
            "    navigation:\n    - news\n    - guide/indx.md\n",
            7,
            "value-unknown",
            "'navigation.1' is 'guide/indx.md'; expected a page",
            "did you mean 'guide/index.md'?",
        ),
        (
            "    footer: [news, news]\n",
            5,
            "value-repeated",
            "'news' appears twice in 'footer'",
            "delete one",
        ),
        (
            "    map: {south_west: [40, 60], north_east: [30, 70]}\n",
            5,
            "value-form",
            "the corners of the map are not south-west and north-east of each other",
            "",
        ),
        ("    - news\n", 5, "value-kind", "'extra.newsroom' is not a mapping; expected keys", ""),
        (
            '    colours:\n      accent: {light: "#8a9a9a", dark: "#79cdc8"}\n',
            6,
            "colour-contrast",
            "the colour 'accent' on light ground has a contrast of 2.09 to the sea of drawings; "
            "expected 4.5 at least (WCAG 2.2 AA)",
            "take a darker or lighter one",
        ),
        (
            '    colours:\n      block:\n        light: "#0b5a5e"\n        dark: "#9fd8d8"\n',
            8,
            "colour-contrast",
            "the colour 'block' on dark ground has a contrast of 1.04 to yellow letters; "
            "expected 4.5 at least (WCAG 2.2 AA)",
            "take a darker or lighter one",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(
    write_record: WriteRecord, settings: str, line: int, rule: str, message: str, hint: str
) -> None:
    assert told(write_record, settings) == [(line, rule, message, hint)]


@pytest.mark.parametrize(
    ("key", "meant"), [("newsrom", "newsroom"), ("license", "licence"), ("edition", "editions")]
)
def test_misspelt_key_beside_the_settings_is_not_passed_over(
    write_record: WriteRecord, key: str, meant: str
) -> None:
    root = write_record({"mkdocs.yml": f"site_name: x\nextra:\n  {key}: {{}}\n"})

    (problem,) = Catalogue.load(root)[1]

    assert (problem.line, problem.message) == (3, f"unknown key '{key}'")
    assert problem.hint == f"did you mean '{meant}'?"


def test_keys_a_theme_knows_are_left_to_it(write_record: WriteRecord) -> None:
    known = (
        "alternate analytics annotate consent disqus homepage manifest social status tags version"
    )
    settings = "".join(f"  {key}: x\n" for key in (*known.split(), *SETTINGS) if key != "newsroom")

    assert Catalogue.load(write_record({"mkdocs.yml": f"extra:\n{settings}"}))[1] == ()


def test_everything_wrong_is_told_in_one_run(write_record: WriteRecord) -> None:
    settings = (
        '    colours: {accent: {light: "#ffffff", dark: "#000000"}}\n'
        "    home: [nothing]\n    navigation: [nowhere]\n"
    )

    found = told(write_record, settings)

    assert [(line, rule) for line, rule, _, _ in found] == [
        (5, "colour-contrast"),
        (5, "colour-contrast"),
        (6, "value-unknown"),
        (7, "value-unknown"),
    ]


def test_names_and_licence_stand_in_place_of_the_words(write_record: WriteRecord) -> None:
    settings = (
        "    name: {fa: نام, en: Name}\n    tagline: {fa: شعار, en: Tagline}\n"
        "    licence: {name: MY-1, title: My Licence, path: https://x.example/mine}\n"
    )
    root = write_record(
        {"mkdocs.yml": BEGIN + settings, "data/strings/en.yml": "site: {name: Old}\n"}
    )

    catalogue, problems = Catalogue.load(root)

    assert problems == ()
    words = [catalogue.strings[lang].words for lang in ("fa", "en")]
    assert [it["site.name"] for it in words] == ["نام", "Name"]
    assert [it["site.tagline"] for it in words] == ["شعار", "Tagline"]
    assert [it["footer.licence"] for it in words] == [
        "متن‌ها با مجوز My Licence منتشر می‌شود.",
        "Texts are licensed My Licence.",
    ]
    assert catalogue.options.licence and catalogue.options.licence.path == "https://x.example/mine"


def test_page_of_one_language_alone_is_no_entry_of_a_menu(write_record: WriteRecord) -> None:
    page = "---\ntitle: A page\nsummary: What it holds.\n---\n\nText.\n"
    root = write_record(
        {"mkdocs.yml": f"{BEGIN}    footer: [guide/visit.md]\n", "docs/en/guide/visit.md": page}
    )

    _, problems = Catalogue.load(root)

    assert [it.line for it in problems if it.path == "mkdocs.yml"] == [5]


def test_file_that_is_no_yaml_is_told_of(write_record: WriteRecord) -> None:
    root = write_record({"mkdocs.yml": "extra:\n  newsroom: [\n"})

    _, problems = Catalogue.load(root)

    assert [(it.path, it.rule) for it in problems] == [("mkdocs.yml", "yaml-syntax")]


def test_colours_of_the_engine_pass_what_others_are_held_to() -> None:
    palette = palette_of(own_tokens())
    roles = {name: palette[name] for name in Colours.__dataclass_fields__}

    assert list(faint_colours(Colours(**roles))) == []


@pytest.mark.parametrize(
    ("role", "light", "dark"),
    [
        ("accent", "#9b1c4a", "#f59ab8"),
        ("person", "#9b1c4a", "#f59ab8"),
        ("place", "#1f5f2e", "#8fd19e"),
        ("block", "#7a1238", "#6d1033"),
        ("held", "#28418f", "#a9b8f0"),
    ],
)
def test_colour_stands_in_the_sheet_and_is_deeper_for_who_asks_for_contrast(
    role: str, light: str, dark: str
) -> None:
    shade = Shade(light, dark)

    sheet = with_colours(own_tokens(), Colours(**{role: shade}))

    usual, _, more = sheet.partition("@media (prefers-contrast: more)")
    assert palette_of(usual)[role] == shade
    (found,) = re.findall(rf"--nr-{role}: light-dark\((#\w+), (#\w+)\);", more)
    palette = palette_of(usual)
    for mode, colour in zip(("light", "dark"), found, strict=True):
        grounds = ("on", "spark") if role == "block" else ("paper", "raised")
        for ground in grounds:
            parts = [
                tuple(bytes.fromhex(it[1:])) for it in (colour, getattr(palette[ground], mode))
            ]
            assert contrast(parts[0], parts[1]) >= MORE > AA
    assert set(palette_of(own_tokens())) == set(palette)


def test_people_and_held_events_follow_the_accent() -> None:
    palette = palette_of(with_colours(own_tokens(), Colours(accent=Shade("#9b1c4a", "#f59ab8"))))

    assert palette["person"] == palette["held"] == palette["accent"]


def test_every_word_of_a_menu_leads_to_a_page_of_its_own() -> None:
    assert len({uri for uri, _ in LINKED.values()}) == len(LINKED)
    assert {*NAVIGATION, *FOOTER} <= set(LINKED)
