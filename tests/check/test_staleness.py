"""Translations behind their originals, and originals that stand alone."""

from pathlib import Path

import pytest

from newsroom.check.rules import check
from newsroom.record.messages import default_messages

from ..conftest import ORIGINAL, PAGE, TRANSLATION, WriteRecord

ARTICLE = "docs/en/news/kavan-meeting.md"
PERSIAN = default_messages()
COUNTERPART = "docs/fa/news/kavan-meeting.md"
REFRESH = "\n  hint: update the translation, then `newsroom translate --refresh kavan-meeting`"
WANTED = ORIGINAL.replace("---\n\nIlvar", "translation_wanted: {since: 2024-07-02}\n---\n\nIlvar")


def reports(root: Path) -> list[str]:
    """What is wrong, but for what the two languages tell differently while one is behind."""
    return [str(it) for it in check(root)[1] if not it.rule.startswith("parity-")]


def changed_since(root: Path, before: str, after: str) -> list[str]:
    """What is reported when the original is changed after it was translated."""
    file = root / ARTICLE
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")
    return reports(root)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Text.",
            "Text. A new sentence, and it is quite a long one, of which the end is not quoted.",
            "the section 'Aims' of 'docs/en/news/kavan-meeting.md' changed: "
            "line 13: 'A new sentence, and it is quite a long one, of which the end…'",
        ),
        (
            "Text.",
            "Text.\n\n## Means {#means}\n\nMore.",
            f"the section 'Means' of '{ARTICLE}' is new, line 15",
        ),
        (
            "\n## Aims {#aims}\n\nText.\n",
            "",
            f"the section 'aims' of '{ARTICLE}' was removed",
        ),
        (
            "A meeting in Kavan",
            "A meeting",
            f"the section 'title and summary' of '{ARTICLE}' changed: line 2: 'A meeting'",
        ),
        ("\nText.\n", "\n", f"the section 'Aims' of '{ARTICLE}' changed: 1 sentence(s) removed"),
    ],
)
def test_section_that_changed_is_named_with_its_sentences(
    write_record: WriteRecord, before: str, after: str, expected: str
) -> None:
    found = changed_since(write_record(), before, after)

    assert found == [
        f"{ARTICLE}:1: warning: the text changed after it was translated on 2024-07-01; 'updated' "
        "does not say when  [updated-missing]\n  hint: give the date of the change in "
        "`updated: …`, so that readers know it",
        f"{COUNTERPART}:4: warning: {expected}  [translation-stale]{REFRESH}",
    ]


def test_of_many_changed_sentences_a_few_are_quoted(write_record: WriteRecord) -> None:
    root = write_record()
    text = "\n\n".join(f"Sentence number {number}." for number in range(2_000))
    file = root / ARTICLE
    file.write_text(ORIGINAL.replace("Text.", text), encoding="utf-8")

    (stale,) = (it for it in check(root)[1] if it.rule == "translation-stale")

    assert stale.message == (
        f"the section 'Aims' of '{ARTICLE}' changed: line 13: 'Sentence number 0.'; line 15: "
        "'Sentence number 1.'; line 17: 'Sentence number 2.'; and 1997 more"
    )
    persian = PERSIAN.render(stale.message, "fa")
    assert persian.endswith("سطر ۱۷: «Sentence number 2.»؛ و ۱٬۹۹۷ جملهٔ دیگر")


@pytest.mark.parametrize(
    ("day", "rules"),
    [("2024-07-02", 1), ("2024-06-30", 2)],
)
def test_day_of_the_change_is_asked_for_until_it_is_given(
    write_record: WriteRecord, day: str, rules: int
) -> None:
    updated = f"events: [meeting]\nupdated: {day}\n"
    root = write_record({ARTICLE: ORIGINAL.replace("events: [meeting]\n", updated)})

    found = changed_since(root, "Text.", "Other text.")

    assert len(found) == rules
    assert all("warning" in line for line in found)


def test_spelling_and_markup_make_no_translation_stale(write_record: WriteRecord) -> None:
    assert changed_since(write_record(), "Text.", "*text*") == []


def test_draft_is_not_called_stale(write_record: WriteRecord) -> None:
    draft = TRANSLATION.replace("translation:", "draft: true\ntranslation:")

    assert changed_since(write_record({COUNTERPART: draft}), "Text.", "Other text.") == []


def test_translation_without_digests_is_named(write_record: WriteRecord) -> None:
    bare = TRANSLATION.replace("{of: en}", "{of: en, date: 2024-07-01}")

    assert reports(write_record({COUNTERPART: bare})) == [
        f"{COUNTERPART}:4: warning: the translation does not record which version it is based on"
        f"  [translation-unrecorded]{REFRESH}"
    ]


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("{aims: '4be1a0 09c3'}", "'translation.sections.aims' is '4be1a0 09c3'; expected a value such as '4be1a0 09c3f7'"),
        ("{Aims: '4be1a0'}", "the key 'Aims'; expected one such as 'city-diplomacy'"),
    ],
)  # fmt: skip
def test_digests_of_another_form_are_refused(
    write_record: WriteRecord, sections: str, expected: str
) -> None:
    made = TRANSLATION.replace("{of: en}", f"{{of: en, date: 2024-07-01, sections: {sections}}}")

    assert f"{COUNTERPART}:4: error: {expected}  [value-form]" in reports(
        write_record({COUNTERPART: made})
    )


def test_original_may_stand_alone_while_a_translation_is_wanted(
    write_record: WriteRecord,
) -> None:
    page = PAGE + "\n[there](news/kavan-meeting.md)\n"
    changes = {ARTICLE: WANTED, COUNTERPART: None}

    assert reports(write_record({**changes, "docs/fa/index.md": page})) == []


def test_section_of_what_is_not_translated_is_no_target(write_record: WriteRecord) -> None:
    page = PAGE + "\n[there](news/kavan-meeting.md#aims)\n"

    found = reports(write_record({ARTICLE: WANTED, COUNTERPART: None, "docs/fa/index.md": page}))

    assert found == [
        "docs/fa/index.md:8: error: 'news/kavan-meeting.md' is not translated yet and has no "
        "sections  [link-broken]\n  hint: link to the page itself"
    ]


def test_translation_that_is_there_is_wanted_no_more(write_record: WriteRecord) -> None:
    assert reports(write_record({ARTICLE: WANTED})) == [
        f"{ARTICLE}:7: warning: a translation is wanted, but '{COUNTERPART}' exists"
        "  [translation-wanted-met]\n  hint: remove the key `translation_wanted`"
    ]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("claimed_by: Sara", "'claimed_by' without 'claimed'"),
        ("claimed: 2024-07-03", "'claimed' without 'claimed_by'"),
    ],
)
def test_claim_names_who_makes_it_and_the_day(
    write_record: WriteRecord, claim: str, expected: str
) -> None:
    wanted = WANTED.replace("2024-07-02}", f"2024-07-02, {claim}}}")

    assert reports(write_record({ARTICLE: wanted, COUNTERPART: None})) == [
        f"{ARTICLE}:7: error: {expected}  [claim-incomplete]\n"
        "  hint: a claim gives the translator’s name and the date"
    ]


def test_draft_of_a_wanted_translation_withholds_itself_alone(write_record: WriteRecord) -> None:
    draft = TRANSLATION.replace("translation:", "draft: true\ntranslation:")
    figure = (
        "figures:\n  - value: {fa: ۲, en: '2'}\n    label: {fa: شهر, en: cities}\n"
        "    article: kavan-meeting\n    sources: [report]\n"
    )
    root = write_record({ARTICLE: WANTED, COUNTERPART: draft, "data/figures.yml": figure})

    catalogue, problems = check(root)

    assert list(problems) == []
    assert list(catalogue.articles["kavan-meeting"].versions) == ["en"]
    assert ("fa", "news/kavan-meeting.md") not in catalogue.pages
