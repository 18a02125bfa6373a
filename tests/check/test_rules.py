"""One passing and one failing record for each rule."""

import re
import shutil
from pathlib import Path

import pytest

from newsroom.check.rules import check, check_form

from ..conftest import (
    CITY,
    DISAGREEMENT,
    EVENT,
    ORIGINAL,
    PAGE,
    PERSON,
    SAMPLE,
    SMALL_RECORD,
    SOURCE,
    TRANSLATION,
    WriteRecord,
)

ARTICLE = "docs/en/news/kavan-meeting.md"
COUNTERPART = "docs/fa/news/kavan-meeting.md"
OTHER_PERSON = "name: {fa: رستم میریخادوف, en: Rustam Mirrikhadov}\n"


def reports(root: Path) -> list[str]:
    _, problems = check(root)
    return [str(problem) for problem in problems]


def test_heading_is_one_in_either_form(tmp_path: Path) -> None:
    for folder in ("data", "docs"):
        shutil.copytree(SAMPLE / folder, tmp_path / folder)
    for lang in ("fa", "en"):
        path = tmp_path / "docs" / lang / "news" / "talmiz-at-kavan.md"
        text, count = re.subn(r"(?m)^## (.*)$", r"\1\n---", path.read_text(encoding="utf-8"))
        assert count == 3
        path.write_text(text, encoding="utf-8")

    assert reports(tmp_path) == []


def test_sample_record_keeps_every_rule() -> None:
    assert reports(SAMPLE) == []


def test_small_record_keeps_every_rule(write_record: WriteRecord) -> None:
    assert reports(write_record()) == []


def test_form_leaves_words_and_languages_to_the_check(write_record: WriteRecord) -> None:
    original = ORIGINAL.replace("place: kavan", "place: kavn").replace("spoke", "spoke 18 times")
    root = write_record({ARTICLE: original, COUNTERPART: TRANSLATION.replace("ی", "ي")})

    catalogue, of_form = check_form(root)
    _, of_all = check(root)

    assert {problem.rule for problem in of_form} == {"place-unknown"}
    assert {problem.rule for problem in of_all} >= {
        "place-unknown",
        "parity-number",
        "letter-arabic",
    }
    assert set(catalogue.articles) == {"kavan-meeting"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {ARTICLE: ORIGINAL.replace("source: report", "source: reprot")},
            f"{ARTICLE}:5: error: unknown source 'reprot'  [source-unknown]\n  hint: did you mean 'report'?",
        ),
        (
            {ARTICLE: ORIGINAL.replace("[meeting]", "[meeting, meetin]")},
            f"{ARTICLE}:6: error: unknown event 'meetin'  [event-unknown]\n  hint: did you mean 'meeting'?",
        ),
        (
            {ARTICLE: ORIGINAL.replace("place: kavan", "place: ilvar-melchin")},
            f"{ARTICLE}:4: error: unknown place 'ilvar-melchin'  [place-unknown]",
        ),
        (
            {ARTICLE: ORIGINAL.replace("---\n\nIlvar", "no_link: [kavn]\n---\n\nIlvar")},
            f"{ARTICLE}:7: error: unknown participant 'kavn'  [participant-unknown]\n  hint: did you mean 'kavan'?",
        ),
        (
            {"data/events/meeting.yml": EVENT.replace("[ilvar-melchin]", "[ilvar]")},
            "data/events/meeting.yml:5: error: unknown participant 'ilvar'  [participant-unknown]",
        ),
        (
            {
                "data/people/ilvar-melchin.yml": PERSON
                + "roles:\n  - office: {fa: شهردار, en: Mayor}\n    organisation: kavan\n"
                "    source: report\n    as_of: 2024-06-21\n"
            },
            "data/people/ilvar-melchin.yml:5: error: unknown organisation 'kavan'  [organisation-unknown]",
        ),
        (
            {
                "data/figures.yml": "figures:\n  - id: two\n    value: {fa: ۲, en: '2'}\n    label: {fa: شهر, en: cities}\n"
                "    article: kavan-meetin\n    sources: [report]\n"
            },
            "data/figures.yml:5: error: unknown article 'kavan-meetin'  [article-unknown]\n"
            "  hint: did you mean 'kavan-meeting'?",
        ),
        (
            {ARTICLE: ORIGINAL + "\nSee [him][ilvar-melchn].\n"},
            f"{ARTICLE}:15: error: unknown participant 'ilvar-melchn' in a link  [participant-unknown]\n"
            "  hint: did you mean 'ilvar-melchin'?",
        ),
        (
            {ARTICLE: ORIGINAL + "\nA [page](../guide/indx.md).\n"},
            f"{ARTICLE}:15: error: '../guide/indx.md' does not exist  [link-broken]\n  hint: did you mean '../guide/index.md'?",
        ),
        (
            {ARTICLE: ORIGINAL + "\nA [section](#aim).\n"},
            f"{ARTICLE}:15: error: 'news/kavan-meeting.md' has no section 'aim'  [link-broken]\n  hint: did you mean 'aims'?",
        ),
        (
            {ARTICLE: ORIGINAL + "\n![dot](../../media/dot.png)\n"},
            f"{ARTICLE}:15: error: '../../media/dot.png' does not exist  [link-broken]\n"
            "  hint: images are in docs/media/: `../../media/city-hall.jpg`",
        ),
        (
            {ARTICLE: ORIGINAL + "\n[x](http://[::1/)\n"},
            f"{ARTICLE}:15: error: 'http://[::1/' is not a valid address  [link-form]\n  hint: rewrite it",
        ),
        (
            {ARTICLE: ORIGINAL + "\n[x]: javascript:alert(1)\n"},
            f"{ARTICLE}:15: error: the address 'javascript:alert(1)'; expected http, https, mailto or a path from this page  [link-form]\n"
            "  hint: write the path of the page in docs/<lang>/: `../guide/index.md#its-section`",
        ),
        (
            {"docs/fa/timeline.md": None, "docs/en/timeline.md": None},
            "docs/fa/timeline.md:1: error: the page is missing; every site must have it  [page-missing]",
        ),
        (
            {"docs/en/participants/nobody.md": PAGE, "docs/fa/participants/nobody.md": PAGE},
            "docs/en/participants/nobody.md:1: error: unknown participant 'nobody'; pages in participants/ belong to participants  [participant-unknown]",
        ),
        (
            {ARTICLE: ORIGINAL + "\n" + "[b " * 6_000 + "\n"},
            f"{ARTICLE}:15: error: '[' appears 6000 times in a paragraph of 18000 characters  [markup-run]\n  hint: close what it opens, or divide the paragraph",
        ),
        (
            {ARTICLE: ORIGINAL + "\n" + "".join("    " * at + "- x\n" for at in range(25))},
            f"{ARTICLE}:35: error: nested deeper than 20 levels  [markup-run]\n  hint: reduce its indentation",
        ),
        (
            {COUNTERPART: None},
            f"{ARTICLE}:1: error: the page has no counterpart; expected '{COUNTERPART}'  [counterpart-missing]\n"
            "  hint: write it, or request it with `translation_wanted: {since: …}`",
        ),
        (
            {COUNTERPART: ORIGINAL},
            f"{ARTICLE}:1: error: both '{ARTICLE}' and '{COUNTERPART}' have the keys of an original  [original-unclear]\n"
            "  hint: add `translation: {of: …}` to the translation and remove its other keys",
        ),
        (
            {ARTICLE: TRANSLATION.replace("of: en", "of: fa")},
            f"{ARTICLE}:4: error: neither '{ARTICLE}' nor '{COUNTERPART}' is an original with a source  [original-unclear]\n"
            "  hint: add `source:` to one of them and remove its `translation:`",
        ),
        (
            {COUNTERPART: TRANSLATION.replace("of: en", "of: fa")},
            f"{COUNTERPART}:4: error: the page is marked as a translation from its own language, 'fa'  [original-unclear]",
        ),
        (
            {
                ARTICLE: ORIGINAL.replace("events: [meeting]\n", ""),
                "data/sources/report.yml": SOURCE.replace("not_before: 2024-06-21\n", ""),
            },
            f"{ARTICLE}:1: error: the article has no 'date' or 'events', and its source has no 'not_before'  [article-undated]\n"
            "  hint: add one of the three to place it on the timeline",
        ),
        (
            {
                ARTICLE: ORIGINAL.replace("events: [meeting]", "events: [meeting]\nlead: true"),
                "docs/en/news/other-meeting.md": ORIGINAL.replace("[meeting]", "[meeting]\nlead: true"),
                "docs/fa/news/other-meeting.md": TRANSLATION,
            },
            "docs/en/news/other-meeting.md:7: error: the article 'kavan-meeting' is the lead already  [lead-twice]\n"
            "  hint: take `lead` away from one of the two",
        ),
        (
            {ARTICLE: ORIGINAL.replace("source: report\n", "source: report\nsources: [report]\n")},
            f"{ARTICLE}:6: error: 'report' is the main source already  [source-twice]\n"
            "  hint: keep the other sources only",
        ),
        (
            {"data/places/other.yml": CITY.replace("قاوان", "كاوآن").replace("کاوان", "کاوآن‌شهر")
             .replace("Kavan", "kavan")},
            "data/places/other.yml:1: error: 'data/places/kavan.yml' has the same name 'kavan'  [name-duplicate]\n"
            "  hint: merge the entries, or give each a `distinguish` text of its own in both languages",
        ),
        (
            {"data/people/rustam.yml": OTHER_PERSON + "aliases: {en: [Melchin]}\n"},
            "data/people/rustam.yml:2: error: 'data/people/ilvar-melchin.yml' has the same spelling 'Melchin'  [alias-collision]\n"
            "  hint: remove it from the entry that is meant less often, or give both a `distinguish` text; full names still distinguish the two",
        ),
        (
            {ARTICLE: ORIGINAL.replace(" {#aims}", "")},
            f"{ARTICLE}:11: error: the heading 'Aims' has no id of lower-case a-z, 0-9 and '-'  [heading-id]\n"
            "  hint: write `## Heading {#its-id}`, the same id in both languages",
        ),
        (
            {ARTICLE: ORIGINAL.replace("{#aims}", "{#هدف}")},
            f"{ARTICLE}:11: error: the heading 'Aims' has no id of lower-case a-z, 0-9 and '-'  [heading-id]\n"
            "  hint: write `## Heading {#its-id}`, the same id in both languages",
        ),
        (
            {ARTICLE: ORIGINAL + "\n## More {#aims}\n"},
            f"{ARTICLE}:15: error: the id 'aims' appears twice on the page  [heading-id]",
        ),
        (
            {ARTICLE: ORIGINAL.replace("## Aims {#aims}", "# Aims {#aims}")},
            f"{ARTICLE}:11: error: a heading of level 1; only the title of the page has that level  [heading-level]\n"
            "  hint: start with `## …`",
        ),
        (
            {ARTICLE: ORIGINAL.replace("{#aims}", "{#goals}")},
            f"{COUNTERPART}:6: error: the sections of '{COUNTERPART}' and '{ARTICLE}' differ: 'aims' is on one page only  [headings-differ]",
        ),
        (
            {ARTICLE: ORIGINAL + "\n### More {#more}\n", COUNTERPART: TRANSLATION + "\n## بیشتر {#more}\n"},
            f"{COUNTERPART}:6: error: the sections of '{COUNTERPART}' and '{ARTICLE}' differ: the level of 'more' differs  [headings-differ]",
        ),
        (
            {ARTICLE: ORIGINAL + "\n> More {#more}\n> ---\n"},
            f"{COUNTERPART}:6: error: the sections of '{COUNTERPART}' and '{ARTICLE}' differ: 'more' is on one page only  [headings-differ]",
        ),
        (
            {ARTICLE: ORIGINAL + '\nA <a href="../guide/indx.md">page</a>.\n'},
            f"{ARTICLE}:15: error: '../guide/indx.md' does not exist  [link-broken]\n  hint: did you mean '../guide/index.md'?",
        ),
        (
            {ARTICLE: ORIGINAL + "\n<div>\n<img src='../../media/dot.png' alt='A dot'>\n</div>\n"},
            f"{ARTICLE}:16: error: '../../media/dot.png' does not exist  [link-broken]\n"
            "  hint: images are in docs/media/: `../../media/city-hall.jpg`",
        ),
        (
            {ARTICLE: ORIGINAL + "\n> See [the page][it].\n\n[it]: ../guide/indx.md\n"},
            f"{ARTICLE}:17: error: '../guide/indx.md' does not exist  [link-broken]\n  hint: did you mean '../guide/index.md'?",
        ),
        (
            {ARTICLE: ORIGINAL.replace("---\n\n", "corrections: [{date: 2026-05-01, text: It was June}]\n---\n\n")},
            f"{COUNTERPART}:2: error: the corrections differ from those of '{ARTICLE}': none here, 2026-05-01 there  [corrections-differ]",
        ),
        (
            {ARTICLE: ORIGINAL.replace("---\n\n", "corrections: [{date: 2026-05, text: It was June}]\n---\n\n")},
            f"{ARTICLE}:7: error: 'corrections.0.date' is not a date; expected one like 2024-06-21  [value-form]",
        ),
        (
            {ARTICLE: ORIGINAL + "\n" + "[" * 400 + "\n"},
            f"{ARTICLE}:15: error: a run of 400 characters beginning '[[[[[['  [markup-run]\n  hint: shorten it",
        ),
        (
            {ARTICLE: ORIGINAL + "\n<![\n"},
            f"{ARTICLE}:15: error: '<![' would stop the Markdown parser  [markup-run]\n  hint: write `&lt;![`",
        ),
    ],
)  # fmt: skip
def test_broken_rule_is_reported(
    write_record: WriteRecord, changes: dict[str, str | None], expected: str
) -> None:
    assert expected in reports(write_record(changes))


def test_heading_in_code_is_no_heading(write_record: WriteRecord) -> None:
    text = PAGE + "\n```sh\n# a comment\n## another\n```\n\n~~~~\n# x\n~~~\n# y\n~~~~\n"

    assert reports(write_record({"docs/en/index.md": text})) == []


def test_link_in_code_is_no_link(write_record: WriteRecord) -> None:
    text = PAGE + "\nWrite `[text][some-id]` or ``[a`b][c]``:\n\n```\n[text][id]\n```\n"

    assert reports(write_record({"docs/en/index.md": text})) == []


def test_link_with_a_definition_of_its_own_is_no_participant(write_record: WriteRecord) -> None:
    text = PAGE + "\n[text][Page] and [Kavan][kavan]\n\n[page]: timeline.md\n"

    assert reports(write_record({"docs/en/index.md": text})) == []


def test_links_that_lead_somewhere_are_let_through(write_record: WriteRecord) -> None:
    links = (
        "\n[a](../guide/index.md) [b](#aims) [c](../participants/kavan.md) [d](../sources.md#report)"
        " [e](https://a.example/x?y=[z]) <mailto:a@b.example> [f](../timeline.md#meeting)"
        " [g](../search.md) [h](../translations.md)\n"
    )

    pages = {ARTICLE: ORIGINAL + links, COUNTERPART: TRANSLATION + links}
    assert reports(write_record(pages)) == []


DISPUTE = "data/disagreements/days.yml"
LETTER = {"data/sources/letter.yml": SOURCE}


def test_disagreement_of_two_sources_keeps_every_rule(write_record: WriteRecord) -> None:
    assert reports(write_record({DISPUTE: DISAGREEMENT, **LETTER})) == []


@pytest.mark.parametrize("kind", ["unclear", "slip", "spelling"])
def test_one_source_may_be_unclear_or_slip_alone(write_record: WriteRecord, kind: str) -> None:
    alone = DISAGREEMENT.replace("kind: differ", f"kind: {kind}").replace("letter", "report")

    assert reports(write_record({DISPUTE: alone})) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "source: letter",
            "source: leter",
            "5: error: unknown source 'leter'  [source-unknown]\n  hint: did you mean 'letter'?",
        ),
        (
            "article: kavan-meeting",
            "article: kavan-meetin",
            "9: error: unknown article 'kavan-meetin'  [article-unknown]\n  hint: did you mean 'kavan-meeting'?",
        ),
        (
            "section: aims",
            "section: aim",
            "9: error: the article 'kavan-meeting' has no section 'aim'  [section-unknown]\n  hint: did you mean 'aims'?",
        ),
        (
            "[meeting]",
            "[meetin]",
            "10: error: unknown event 'meetin'  [event-unknown]\n  hint: did you mean 'meeting'?",
        ),
        (
            "[kavan]",
            "[kavn]",
            "11: error: unknown participant 'kavn'  [participant-unknown]\n  hint: did you mean 'kavan'?",
        ),
        (
            "source: letter",
            "source: report",
            "3: error: only 'report' is quoted; a difference needs at least two sources  [disagreement-alone]\n"
            "  hint: say what the other source says, or make the kind 'unclear' or 'slip'",
        ),
        (
            "source: report",
            "source: other",
            "9: error: the article 'kavan-meeting' is based on 'report', which is not quoted here  [disagreement-astray]\n"
            "  hint: remove the article, or add what its source says to 'says'",
        ),
        (
            "kind: differ",
            "kind: figure",
            "2: error: 'kind' is 'figure'; expected one of differ, unclear, slip, spelling  [value-unknown]",
        ),
    ],
)  # fmt: skip
def test_disagreement_that_breaks_a_rule_is_reported(
    write_record: WriteRecord, old: str, new: str, expected: str
) -> None:
    changes = {DISPUTE: DISAGREEMENT.replace(old, new), **LETTER, "data/sources/other.yml": SOURCE}

    assert f"{DISPUTE}:{expected}" in reports(write_record(changes))


def test_spelling_is_that_of_a_name(write_record: WriteRecord) -> None:
    spelling = DISAGREEMENT.replace("kind: differ", "kind: spelling")
    nameless = spelling.replace("participants: [kavan]\n", "")

    assert reports(write_record({DISPUTE: spelling, **LETTER})) == []
    assert reports(write_record({DISPUTE: nameless, **LETTER})) == [
        f"{DISPUTE}:2: error: a name is written in more than one way, and it is not said whose  "
        "[disagreement-nameless]\n  hint: give the ids of its bearers in 'participants'"
    ]


SOURCE_BLOCK = "\n~~~~ source\nThe text of the source.\n~~~~\n"


def test_source_text_stays_in_drafts(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:")

    assert reports(write_record({ARTICLE: draft + SOURCE_BLOCK})) == []
    assert reports(write_record({ARTICLE: ORIGINAL + SOURCE_BLOCK})) == [
        f"{ARTICLE}:15: error: the page still contains the source text  [source-text-left]\n"
        "  hint: write the report in your own words and delete the block, or keep `draft: true`"
    ]


def test_what_is_published_leads_to_no_draft(write_record: WriteRecord) -> None:
    page = PAGE + "\n[draft](news/kavan-meeting.md)\n"
    draft = ORIGINAL.replace("place:", "draft: true\nplace:")

    found = reports(write_record({ARTICLE: draft, "docs/en/index.md": page}))

    assert found == [
        "docs/en/index.md:8: error: 'news/kavan-meeting.md' does not exist  [link-broken]\n"
        "  hint: write the path of the page in docs/<lang>/: `../guide/index.md#its-section`"
    ]


def test_undated_draft_is_filed_by_the_day_of_its_copy(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:").replace("events: [meeting]\n", "")
    source = f"language: en\nretrieved: 2024-06-21\nsha256: {'0' * 64}\n"

    assert reports(write_record({ARTICLE: draft, "data/sources/report.yml": source})) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Heading\n-------\n\nText.\n", 8),
        ("> ## Quoted\n", 8),
        ("* ## Listed\n", 8),
        ('!!! note "A note"\n\n    ## Inside\n', 10),
        ("##Tight\n", 8),
    ],
)
def test_heading_in_any_form_needs_its_id(write_record: WriteRecord, text: str, line: int) -> None:
    page = PAGE + "\n" + text

    found = reports(write_record({"docs/en/index.md": page}))

    assert any(
        report.startswith(f"docs/en/index.md:{line}: error: the heading") for report in found
    )


@pytest.mark.parametrize(
    "text",
    ["Text.\n\n---\n", "a | b\n--- | ---\n1 | 2\n", "One\ntwo\n---\n", "Text.\n\n    ## code\n"],
)
def test_rule_table_and_code_are_no_headings(write_record: WriteRecord, text: str) -> None:
    assert reports(write_record({"docs/en/index.md": PAGE + "\n" + text})) == []


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\0IEND\xaeB`\x82"


@pytest.mark.parametrize(
    ("page", "link", "meant"),
    [
        (ARTICLE, "[x](kavan-meetin.md)", "kavan-meeting.md"),
        (ARTICLE, "[x](kavan-meeting.html)", "kavan-meeting.md"),
        (ARTICLE, "[x](glossary.md)", "../guide/glossary.md"),
        (ARTICLE, "[x](../participants/kavn.md)", "../participants/kavan.md"),
        (ARTICLE, "[x](../../fa/guide/glossary.md)", "../guide/glossary.md"),
        ("docs/fa/index.md", "[x](guide/glosary.md)", "guide/glossary.md"),
        ("docs/fa/guide/index.md", "[x](glosary.md#term)", "glossary.md"),
        (ARTICLE, "![View](../../media/citty-hall.png)", "../../media/city-hall.png"),
        (ARTICLE, "![View](../media/city-hall.png)", "../../media/city-hall.png"),
        ("docs/en/index.md", "![View](../media/city-hall.jpg)", "../media/city-hall.png"),
    ],
)
def test_hint_is_what_is_to_be_written_on_the_page(
    write_record: WriteRecord, page: str, link: str, meant: str
) -> None:
    text = ORIGINAL if page == ARTICLE else PAGE
    root = write_record({page: f"{text}\n{link}\n", "docs/media/city-hall.png": PNG})

    _, problems = check(root)

    hints = [problem.hint for problem in problems if problem.rule == "link-broken"]
    assert hints == [f"did you mean '{meant}'?"]


TWO_SOURCES = {
    "data/sources/letter.yml": SOURCE,
    "data/disagreements/days.yml": DISAGREEMENT,
    "data/organisations/city-hall.yml": "name: {fa: شهرداری, en: City Hall}\nkind: body\ncity: kavan\n",
    "docs/en/guide/index.md": PAGE + "\n[Kavan](../participants/kavan.md), [him][ilvar-melchin].\n",
    "docs/fa/guide/index.md": PAGE + "\n[Kavan](../participants/kavan.md), [him][ilvar-melchin].\n",
    "data/figures.yml": "figures:\n  - id: two\n    value: {fa: ۲, en: '2'}\n    label: {fa: شهر, en: cities}\n"
    "    article: kavan-meeting\n    sources: [report]\n",
}


@pytest.mark.parametrize(
    ("path", "find", "put", "rule"),
    [
        ("data/events/meeting.yml", "2024-06-21", "2024-06-31", "date-impossible"),
        ("data/events/meeting.yml", "status: held", "status: [held", "yaml-syntax"),
        ("data/sources/report.yml", "language: en", "language: ru", "value-unknown"),
        ("data/places/kavan.yml", "kind: city", "kind: town", "value-unknown"),
        ("data/people/ilvar-melchin.yml", "Ilvar Melchin}", "Ilvar <b>}", "text-markup"),
        ("data/organisations/city-hall.yml", "kind: body", "kind: board", "value-unknown"),
        ("data/disagreements/days.yml", "kind: differ", "kind: other", "value-unknown"),
        (ARTICLE, "title: A meeting", "title: A: meeting", "yaml-syntax"),
        (ARTICLE, "source: report", "source: Report", "id-form"),
        (COUNTERPART, "summary:", "sumary:", "key-unknown"),
        ("docs/en/timeline.md", "summary: What", "summary: What: it", "yaml-syntax"),
        ("docs/en/guide/glossary.md", "---\ntitle", "title", "front-matter-missing"),
    ],
)  # fmt: skip
def test_entry_with_a_problem_is_not_unknown_elsewhere(
    write_record: WriteRecord, path: str, find: str, put: str, rule: str
) -> None:
    files = {**SMALL_RECORD, **TWO_SOURCES}
    text = files[path]
    assert find in text
    root = write_record({**TWO_SOURCES, path: text.replace(find, put, 1)})

    _, problems = check(root)

    assert rule in {problem.rule for problem in problems}
    assert {problem.path for problem in problems} == {path}


def test_image_of_a_page_with_a_problem_is_not_unused(write_record: WriteRecord) -> None:
    page = PAGE.replace("summary: W", "summary: W: w") + "\n![View](../../media/a.png)\n"
    changes = {"docs/en/guide/index.md": page, "docs/media/a.png": PNG}

    _, problems = check(write_record(changes))

    assert {problem.rule for problem in problems} == {"yaml-syntax"}


def test_problems_of_one_kind_in_a_file_end_at_a_hundred(write_record: WriteRecord) -> None:
    letters = "\n\n".join("كتاب" for _ in range(150))
    root = write_record({COUNTERPART: TRANSLATION.replace("متن.", f"متن.\n\n{letters}")})

    _, problems = check(root)
    found = [problem for problem in problems if problem.rule == "letter-arabic"]

    assert [problem.line for problem in found] == [13 + 2 * at for at in range(101)]
    assert found[-1].message == "more of the same from here on; at most 100 per file are listed"
