"""What the rules on a text are given to read."""

from newsroom.record.catalogue import Catalogue

from ..conftest import PERSON, WriteRecord


def test_value_over_several_lines_knows_each_of_them(write_record: WriteRecord) -> None:
    note = "note:\n  fa: >-\n    سطر نخست\n    سطر دوم\n  en: |-\n    first\n    second\n"
    root = write_record({"data/people/ilvar-melchin.yml": PERSON + note})

    catalogue, problems = Catalogue.load(root)

    found = {
        segment.place: segment.line_at(segment.text.index(word))
        for segment in catalogue.values
        for word in ("سطر دوم", "second")
        if segment.path.endswith("ilvar-melchin.yml") and word in segment.text
    }
    assert problems == ()
    assert found == {"note.fa": 6, "note.en": 9}


def test_spellings_of_others_are_not_ours_to_judge(write_record: WriteRecord) -> None:
    catalogue, _ = Catalogue.load(write_record())

    places = {segment.place for segment in catalogue.values if "people" in segment.path}

    assert places == {"name.fa", "name.en"}


def test_escaped_text_is_read_as_it_means(write_record: WriteRecord) -> None:
    text = "name: {fa: \"قاوان\\u200cشهر\", en: 'Kavan'}\nkind: city\n"
    catalogue, _ = Catalogue.load(write_record({"data/places/other.yml": text}))

    texts = [segment.text for segment in catalogue.values if "other" in segment.path]

    assert texts == ["قاوان\u200cشهر", "Kavan"]


def test_code_and_addresses_are_no_prose(write_record: WriteRecord) -> None:
    page = "---\ntitle: A page\nsummary: What it holds.\n---\n\nSee `a, b` and [c](d.md).\n"
    catalogue, _ = Catalogue.load(write_record({"docs/en/index.md": page}))

    (body,) = [
        segment.text
        for segment in catalogue.segments()
        if segment.path == "docs/en/index.md" and not segment.place
    ]

    assert body.strip().replace("\ufffc", "_") == "See ______ and [c_______."
