"""What is fixed on its own: only what is certain, and twice is once."""

from collections.abc import Mapping

import pytest

from newsroom.check.fixes import fixed
from newsroom.check.rules import check
from newsroom.record.files import read_raw

from ..conftest import EVENT, ORIGINAL, PERSON, TRANSLATION, WriteRecord

EN, FA = "docs/en/news/kavan-meeting.md", "docs/fa/news/kavan-meeting.md"
PERSON_FILE = "data/people/ilvar-melchin.yml"
ROLE = (
    "roles:\n"
    "  - source: report\n"
    "    office: {en: Mayor, fa: شهردار}\n"
    "    as_of: 2024-06-21\n"
    "  - office: {fa: شهردار, en: Mayor}\n"
    "    source: report\n"
    "    as_of: 2024-06-22\n"
)
ROLE_RIGHT = (
    "roles:\n"
    "  - office: {fa: شهردار, en: Mayor}\n"
    "    source: report\n"
    "    as_of: 2024-06-21\n"
    "  - office: {fa: شهردار, en: Mayor}\n"
    "    source: report\n"
    "    as_of: 2024-06-22\n"
)


def fixes_of(
    write_record: WriteRecord, changes: Mapping[str, str | bytes | None]
) -> dict[str, str]:
    root = write_record(changes)
    catalogue, problems = check(root, drafts=True)
    return fixed(read_raw(root), problems, catalogue.pages)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        # key-order: of a page, of a data file, of what lies inside
        (
            EN,
            ORIGINAL.replace("title: A meeting in Kavan\nsummary: What was said.\n", "summary: What was said.\ntitle: A meeting in Kavan\n"),
            ORIGINAL,
        ),
        (PERSON_FILE, "".join(reversed(PERSON.splitlines(keepends=True))), PERSON),
        (PERSON_FILE, PERSON.replace("{fa: ایلوار ملچین, en: Ilvar Melchin}", "{en: Ilvar Melchin, fa: ایلوار ملچین}"), PERSON),
        (PERSON_FILE, PERSON + ROLE, PERSON + ROLE_RIGHT),
        (
            "data/events/meeting.yml",
            "title:\n  en: >\n    A meeting\n    of two\n\n  fa: نشست\n" + EVENT.replace("title: {fa: نشست, en: Meeting}\n", ""),
            "date: 2024-06-21\ntitle:\n  fa: نشست\n\n  en: >\n    A meeting\n    of two\n" + EVENT.partition("Meeting}\n")[2],
        ),
        # ends of lines and the mark of the encoding
        (EN, ORIGINAL.replace("\n", "\r\n"), ORIGINAL),
        (EN, "\ufeff" + ORIGINAL, ORIGINAL),
        # signs that show nothing
        (EN, ORIGINAL.replace("spoke", "spo\u200bke\u202e"), ORIGINAL),
        (FA, TRANSLATION.replace("سخن", "\u200fسخن\u00ad"), TRANSLATION),
        # letters and digits of an Arabic keyboard
        (FA, TRANSLATION.replace("متن.", "علي كريمي در ١٤٠٣."), TRANSLATION.replace("متن.", "علی کریمی در ۱۴۰۳.")),
        (FA, TRANSLATION.replace("نشستی", "نشستي"), TRANSLATION),
        # headings without an id
        (FA, TRANSLATION.replace(" {#aims}", ""), TRANSLATION),
        (EN, ORIGINAL.replace(" {#aims}", "  "), ORIGINAL),
        # lines that are meant for a list
        (EN, ORIGINAL.replace("Text.", "Text:\n• one\n•two\n  more"), ORIGINAL.replace("Text.", "Text:\n\n- one\n- two\n  more")),
        (EN, ORIGINAL.replace("Text.", "Text:\n- one\n- two"), ORIGINAL.replace("Text.", "Text:\n\n- one\n- two")),
        (EN, ORIGINAL.replace("Text.", "1) one\n2) two"), ORIGINAL.replace("Text.", "1. one\n2. two")),
        (FA, TRANSLATION.replace("متن.", "> متن:\n> ۱- یکی\n> ۲- دیگری"), TRANSLATION.replace("متن.", "> متن:\n>\n> ۱. یکی\n> ۲. دیگری")),
    ],
)  # fmt: skip
def test_what_is_certain_is_put_right(
    write_record: WriteRecord, path: str, before: str, after: str
) -> None:
    found = fixes_of(write_record, {path: before})
    right = (write_record({path: after}) / path).read_text(encoding="utf-8")

    assert found == {path: right}
    assert fixes_of(write_record, {path: after}) == {}


def test_sections_without_an_id_in_either_language_get_the_same(write_record: WriteRecord) -> None:
    bare = {
        EN: ORIGINAL.replace("## Aims {#aims}", "## The Mayor’s “Plan”: São Paulo & 2024"),
        FA: TRANSLATION.replace(" {#aims}", ""),
    }

    found = fixes_of(write_record, bare)

    assert (
        "## The Mayor’s “Plan”: São Paulo & 2024 {#the-mayors-plan-sao-paulo-2024}\n" in found[EN]
    )
    assert "## هدف\u200cها {#the-mayors-plan-sao-paulo-2024}\n" in found[FA]


@pytest.mark.parametrize(
    "changes",
    [
        # nobody can tell what a comment among the keys belongs to
        {PERSON_FILE: "# who\naliases: {fa: [ملچین], en: [Melchin]}\nname: {fa: ایلوار ملچین, en: Ilvar Melchin}\n"},
        {PERSON_FILE: "aliases: {fa: [ملچین], en: [Melchin]}  # known\nname: {fa: ایلوار ملچین, en: Ilvar Melchin}\n"},
        {PERSON_FILE: "aliases: {fa: [ملچین], en: [Melchin]}\nname: {fa: ایلوار ملچین, en: Ilvar Melchin}  # both\n"},
        # a value that would lose its end
        {PERSON_FILE: "note:\n  fa: متن\n  en: |+\n    Text\n\nname: {fa: ایلوار ملچین, en: Ilvar Melchin}\n"},
        {PERSON_FILE: "nam: x\naliases: {fa: [ملچین]}\nname: {fa: ایلوار ملچین, en: Ilvar Melchin}\n"},
        {PERSON_FILE: "aliases: [\nname: x\n"},
        # a control character may be what is left of a letter
        {EN: ORIGINAL.replace("spoke", "spo\x92ke")},
        {EN: ORIGINAL.encode("utf-16")},
        # half-spaces and signs are a matter of words
        {FA: TRANSLATION.replace("متن.", "شهرداری ها می روند, چرا?")},
        # code, addresses, and what an alias is there for
        {FA: TRANSLATION.replace("متن.", "`علي` [x](https://a.example/علي)")},
        {PERSON_FILE: PERSON.replace("[ملچین]", "[ملچين]")},
        {EN: ORIGINAL.replace("Text.", "Ali, علي")},
        # headings that cannot be told to be the same section, or carry something else
        {FA: TRANSLATION.replace("## هدف\u200cها {#aims}", "## هدف\u200cها\n\n## دیگر")},
        {FA: TRANSLATION.replace("## هدف\u200cها {#aims}", "### هدف\u200cها")},
        {FA: TRANSLATION.replace("{#aims}", "{.wide}")},
        {FA: TRANSLATION.replace("{#aims}", "{#هدف}")},
        {FA: TRANSLATION.replace("## هدف\u200cها {#aims}", "# هدف\u200cها")},
        # lines that may be speech, numbers out of turn, and letters, which no list counts by
        {FA: TRANSLATION.replace("متن.", "– یکی\n– دیگری")},
        {EN: ORIGINAL.replace("Text.", "3) one\n5) two")},
        {EN: ORIGINAL.replace("Text.", "a) one\nb) two")},
        {EN: None, FA: TRANSLATION.replace(" {#aims}", "")},
    ],
)  # fmt: skip
def test_what_is_not_certain_is_left_alone(
    write_record: WriteRecord, changes: dict[str, str | bytes | None]
) -> None:
    assert fixes_of(write_record, changes) == {}
