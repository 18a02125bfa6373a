"""What a text states: the offices beside names, and their places."""

import time

import pytest

from newsroom.check.claims import OFFICE, claims_of, offices_beside
from newsroom.check.facts import Names
from newsroom.check.parity import NO_DAY
from newsroom.record.catalogue import Catalogue
from newsroom.text.names import Mention

from ..conftest import WriteRecord


def mentions(text: str, *names: str) -> list[Mention]:
    """Each name where it stands first, known by its first word."""
    return [
        Mention(at, at + len(name), name.split()[0]) for name in names for at in [text.index(name)]
    ]


@pytest.mark.parametrize(
    ("lang", "text", "names", "offices"),
    [
        ("en", "It rained. The mayor, Sara Rad, spoke.", ("Sara Rad",), {"Sara": ["mayor"]}),
        ("en", "It rained. Sara Rad, the mayor of the port, spoke.", ("Sara Rad",), {"Sara": ["mayor"]}),
        ("en", "The mayor, Sara Rad, met Navid Mehr, the secretary.", ("Sara Rad", "Navid Mehr"), {"Sara": ["mayor"], "Navid": ["secretary"]}),
        ("en", "The mayor spoke. Sara Rad agreed.", ("Sara Rad",), {"Sara": []}),
        ("fa", "باران آمد. شهردار، سارا راد، سخن گفت.", ("سارا راد",), {"سارا": ["شهردار"]}),
        ("fa", "باران آمد. سارا راد، شهردار بندر، سخن گفت.", ("سارا راد",), {"سارا": ["شهردار"]}),
    ],
)  # fmt: skip
def test_office_beside_a_name_has_its_place_in_the_whole_text(
    lang: str, text: str, names: tuple[str, ...], offices: dict[str, list[str]]
) -> None:
    persons = mentions(text, *names)

    found = offices_beside(text, persons, persons, lang)

    assert {
        person.target_id: [text[form.start : form.end] for form in forms]
        for person, forms in found.items()
    } == offices


def test_office_within_the_name_of_a_body_is_nobodys() -> None:
    text = "The Forum of the Mayor, Sara Rad, met."
    body, person = mentions(text, "Forum of the Mayor", "Sara Rad")

    assert offices_beside(text, [body, person], [person], "en") == {person: []}
    assert offices_beside(text, [person], [person], "en")[person]


def test_office_beside_a_name_is_that_persons_alone(write_record: WriteRecord) -> None:
    root = write_record(
        {
            "data/people/sara-rad.yml": "name: {fa: سارا راد, en: Sara Rad}\n",
            "data/sources/port-report.yml": f"language: en\nsha256: {'1' * 64}\n",
            "docs/en/news/harbours.md": "---\ntitle: Harbours\nsummary: What was said.\n"
            "source: port-report\n---\n\nIt rained. The mayor, Sara Rad, spoke. A secretary listened.\n",
        }
    )
    catalogue, _ = Catalogue.load(root)

    paragraphs = claims_of(catalogue.articles["harbours"], Names(catalogue), NO_DAY)["en"]

    stated = [claim.key for claims in paragraphs for claim in claims if claim.kind == OFFICE]
    assert stated == ["secretary", "sara-rad mayor"]


def test_a_text_of_many_names_costs_what_its_length_costs() -> None:
    line = "The mayor of the city, Sara Rad, said so. "
    text = line * 2_000
    persons = [
        Mention(at + line.index("Sara"), at + line.index("Rad") + 3, "sara-rad")
        for at in range(0, len(text), len(line))
    ]

    started = time.perf_counter()
    found = offices_beside(text, persons, persons, "en", is_loose=True)

    assert all(len(forms) == 1 for forms in found.values())
    assert (
        time.perf_counter() - started < 5
    )  # 0.1 s; with the whole text for each name it is minutes
