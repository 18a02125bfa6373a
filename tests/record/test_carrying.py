"""Small edits, one of each kind; random ones are made of the pages of this record."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.record.articles import Page
from newsroom.record.carrying import Carried, carried
from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.paragraph_ids import Known, read_ids, write_ids

A = "The mayor of Marvand opened the bridge on Monday with all councillors watching quietly."
B = "Engineers had repaired nine arches before winter, after floods damaged the eastern bank."
C = "Schools closed early; children carried lanterns along the river until midnight struck."
NOTE = '???+ note "Note"\n\n    The chronicle spells the river otherwise, as older maps and letters do.'
LIST = "- Bread was sold by seven bakers from the northern villages\n- Musicians played"
FA = {
    A: "شهردار مروند روز دوشنبه پل را در برابر چشم همهٔ اعضای شورا گشود و سخنرانی کوتاهی کرد.",
    B: "مهندسان پیش از زمستان نه طاق را تعمیر کرده بودند، پس از آنکه سیل کرانهٔ شرقی را ویران کرد.",
    C: "مدرسه‌ها زود بسته شد و کودکان تا نیمه‌شب فانوس به دست کنار رود راه رفتند.",
    NOTE: '???+ note "یادداشت"\n\n    وقایع‌نامه نام رود را مانند نقشه‌ها و نامه‌های کهن می‌نویسد.',
    LIST: "- هفت نانوا از روستاهای شمالی نان فروختند\n- نوازندگان نواختند",
}


def pages(en: str, fa: str | None = None) -> Mapping[str, Page]:
    bodies = {"fa": fa, "en": en}
    return {
        lang: Page(lang, "news/x.md", "T", "S", body, 1, f"docs/{lang}/news/x.md", {})
        for lang, body in bodies.items()
        if body is not None
    }


def text(*blocks: str) -> str:
    return "\n\n".join(blocks)


def reread(known: Known, day: str = "2026-12-03") -> Known:
    context = ParseContext("data/addresses/x.yml")
    entries = read_yaml(write_ids(known, day), context)
    read = read_ids(entries, context) if entries else None
    assert read, context.problems
    return read.known


def edited(before: str, after: str) -> Carried:
    """The ids of a page in English that was recorded and then edited."""
    return carried(pages(after), reread(carried(pages(before), {}).known))


WHOLE = text(A, "## River {#river}", B, C)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (WHOLE, ["_1", "river_1", "river_2"]),
        (text("## River {#river}", C, B, A), ["river_2", "river_1", "_1"]),
        (text(A, B, "## River {#river}", C), ["_1", "river_1", "river_2"]),
        (
            text(A.replace("Monday", "Tuesday"), "## River {#river}", B.upper(), C),
            ["_1", "river_1", "river_2"],
        ),
        (text(A, "## River {#river}", C), ["_1", "river_2"]),
        (text(A, "## River {#river}", f"{B} {C}"), ["_1", "river_1"]),
        (text(A, "## River {#river}", f"{C} {B}"), ["_1", "river_2"]),
    ],
)
def test_paragraph_keeps_its_id(after: str, expected: list[str]) -> None:
    assert list(edited(WHOLE, after).ids["en"]) == expected


def test_new_paragraph_gets_an_id_that_was_never_issued() -> None:
    result = edited(text(A, B), text(C, A, B))

    new, *kept = result.ids["en"]

    assert kept == ["_1", "_2"]
    assert new.startswith("_") and new not in ("_1", "_2")


def test_two_branches_give_two_paragraphs_two_ids() -> None:
    known = reread(carried(pages(A), {}).known)

    one, other = (carried(pages(text(A, it)), known).ids["en"][1] for it in (B, C))

    assert one != other


def test_removed_paragraph_leaves_its_day_and_comes_back_to_its_id() -> None:
    removed = edited(text(A, B, C), text(A, C))

    assert removed.gone("en") == (("_2", "undated"),)

    known = reread(removed.known)

    assert carried(pages(text(A, C)), known).gone("en") == (("_2", "2026-12-03"),)
    assert carried(pages(text(B, A, C)), known).ids["en"] == ("_2", "_1", "_3")
    assert carried(pages(text(B, A, C)), known).gone("en") == ()


def test_replaced_paragraph_is_gone_and_not_the_new_one() -> None:
    result = edited(text(A, B), text(A, C))

    assert result.ids["en"][1] != "_2"
    assert result.gone("en") == (("_2", "undated"),)


def test_parts_of_a_paragraph_have_ids_of_their_own_and_return() -> None:
    split = edited(text(f"{A} {B} {C}"), text(A, B, C))

    assert split.ids["en"] == ("_1", "_1-b", "_1-c")

    back = carried(pages(f"{A} {B} {C}"), reread(split.known))

    assert back.ids["en"] == ("_1",)
    assert back.former("en") == {"_1": ("_1-b", "_1-c")}


def test_merged_paragraphs_are_opened_by_both_ids_and_split_again() -> None:
    merged = edited(text(A, B), f"{A} {B}")

    assert (merged.ids["en"], merged.former("en")) == (("_1",), {"_1": ("_2",)})

    known = reread(merged.known)

    assert carried(pages(f"{A} {B}"), known).former("en") == {"_1": ("_2",)}
    assert carried(pages(text(A, B)), known).ids["en"] == ("_1", "_2")
    assert carried(pages(A), known).gone("en") == (("_2", "undated"),)


def test_note_and_item_have_ids_and_travel() -> None:
    before = text(A, NOTE, B, LIST)

    assert carried(pages(before), {}).ids["en"] == ("_1", "_2", "_3", "_4", "_4-1", "_4-2")
    moved = text("## Late {#late}", B, LIST, A, NOTE)
    assert edited(before, moved).ids["en"] == ("_3", "_4", "_4-1", "_4-2", "_1", "_2")


def test_new_note_is_named_after_its_paragraph() -> None:
    assert edited(text(B, A), text(B, A, NOTE)).ids["en"] == ("_1", "_2", "_2-note")


def test_both_languages_share_their_ids() -> None:
    en, fa = text(A, B), text(FA[A], FA[B])
    known = reread(carried(pages(en, fa), {}).known)

    added = carried(pages(text(A, C, B), fa), known)
    new = added.ids["en"][1]
    translated = carried(pages(text(A, C, B), text(FA[A], FA[C], FA[B])), reread(added.known))

    assert added.ids["fa"] == ("_1", "_2")
    assert translated.ids == {"fa": ("_1", new, "_2"), "en": ("_1", new, "_2")}


def test_first_translation_takes_the_ids_of_its_original() -> None:
    en = text(A, NOTE, B, LIST)
    known = reread(carried(pages(en), {}).known)

    both = carried(pages(en, text(*(FA[it] for it in (A, NOTE, B, LIST)))), known)

    assert both.ids["fa"] == both.ids["en"]


def test_split_in_one_language_leaves_the_other() -> None:
    known = reread(carried(pages(f"{A} {B}", f"{FA[A]} {FA[B]}"), {}).known)

    one = carried(pages(text(A, B), f"{FA[A]} {FA[B]}"), known)
    two = carried(pages(text(A, B), text(FA[A], FA[B])), reread(one.known))

    assert one.ids == {"fa": ("_1",), "en": ("_1", "_1-b")}
    assert two.ids == {"fa": ("_1", "_1-b"), "en": ("_1", "_1-b")}


def test_language_that_is_not_read_keeps_what_is_known_of_it() -> None:
    known = reread(carried(pages(A, FA[A]), {}).known)

    assert carried(pages(A), known).known == known


def test_paragraphs_that_say_the_same_keep_their_sections() -> None:
    before = text("Same.", "## River {#river}", "Same.")

    assert edited(before, text("## River {#river}", "Same.")).ids["en"] == ("river_1",)


def test_every_id_of_a_page_is_its_own() -> None:
    result = edited(A, text(*["Same words again."] * 5, A))

    assert len(set(result.ids["en"])) == 6


def test_what_two_branches_do_to_neighbours_merges(tmp_path: Path) -> None:
    blocks = [f"{A} {number}" for number in (B, C, A)]
    known = reread(carried(pages(text(*blocks)), {}).known)
    versions = {
        "base": text(*blocks),
        "ours": text(blocks[0].replace("Monday", "Tuesday"), *blocks[1:]),
        "theirs": text(blocks[0], blocks[1].replace("Monday", "Friday"), blocks[2]),
    }
    for name, body in versions.items():
        made = write_ids(carried(pages(body), known).known, "2026-12-03")
        (tmp_path / name).write_text(made, encoding="utf-8")

    merged = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert merged.returncode == 0
    both = text(versions["ours"].split("\n\n")[0], *versions["theirs"].split("\n\n")[1:])
    assert merged.stdout == write_ids(carried(pages(both), known).known, "2026-12-03")
