"""The corpus is a translation memory: TMX 1.4b by the rules of its document type, read with lxml."""

from collections import Counter
from collections.abc import Mapping

import pytest
from lxml import etree

from newsroom.record.catalogue import Catalogue
from newsroom.site.open_data.corpus import corpus
from newsroom.text.languages import LANGS

from ...conftest import ORIGINAL, SITE_URL, TRANSLATION, WriteRecord, sample_record
from .invented import sample_files, site_of

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CHILDREN = {
    "tmx": ("header", "body"),
    "header": ("note", "ude", "prop"),
    "body": ("tu",),
    "tu": ("note", "prop", "tuv"),
    "tuv": ("note", "prop", "seg"),
    "prop": (),
    "seg": (),
}
"""What an element may hold, in this order as far as the type has one."""
REQUIRED: Mapping[str, set[str]] = {
    "tmx": {"version"},
    "header": set(
        "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype".split()
    ),
    "prop": {"type"},
    "tuv": {LANG},
}


def read(text: str | bytes) -> etree._Element:
    return etree.fromstring(text if isinstance(text, bytes) else text.encode())


def props(element: etree._Element) -> dict[str, str]:
    return {it.get("type", ""): it.text or "" for it in element.findall("prop")}


def texts(unit: etree._Element) -> dict[str, str]:
    return {it.get(LANG, ""): it.findtext("seg", "") for it in unit.findall("tuv")}


SAMPLE = read(sample_files()["corpus.tmx"])


def test_document_is_of_the_type() -> None:
    assert (SAMPLE.tag, SAMPLE.get("version")) == ("tmx", "1.4")
    for element in SAMPLE.iter():
        assert isinstance(element.tag, str)
        children = [str(child.tag) for child in element]
        assert set(children) <= set(CHILDREN[element.tag])
        assert children == sorted(children, key=CHILDREN[element.tag].index)
        assert set(element.keys()) >= REQUIRED.get(element.tag, set())
        if element.tag in ("seg", "prop"):
            assert element.text and element.text.strip() == element.text
        else:
            assert not (element.text or "").strip() and not (element.tail or "").strip()
    header = SAMPLE.find("header")
    assert header is not None
    assert header.get("segtype") == "paragraph"
    assert header.get("srclang") == "*all*"


def test_unit_is_a_paragraph_in_both_languages_the_original_first() -> None:
    units = SAMPLE.findall("body/tu")

    assert len(units) > 30
    for unit in units:
        slug = unit.get("tuid", "").partition("#")[0].partition(".")[0]
        article = sample_record().articles[slug]
        langs = [it.get(LANG) for it in unit.findall("tuv")]
        assert langs[0] == unit.get("srclang") == article.original
        assert sorted(map(str, langs)) == sorted(LANGS)
        assert props(unit).keys() >= {"x-article", "x-translator", "x-translation"}
        for version in unit.findall("tuv"):
            folder = "" if version.get(LANG) == "fa" else "en/"
            page = f"{SITE_URL}{folder}news/{slug}.html"
            assert props(version)["x-address"].partition("#")[0] == page
    ids = Counter(unit.get("tuid") for unit in units)
    assert set(ids.values()) == {1}


def test_texts_are_those_of_the_record() -> None:
    known = {text for unit in SAMPLE.findall("body/tu") for text in texts(unit).values()}

    for article in sample_record().articles.values():
        for lang, page in article.versions.items():
            assert {page.title, page.summary} <= known
            plain = [block.text for block in page.document.blocks if block.kind == "paragraph"]
            simple = {" ".join(it.split()) for it in plain if not set(it) & set("*_[]`&<\\^")}
            assert simple and simple <= known, lang


def made(write_record: WriteRecord, original: str, translation: str) -> etree._Element:
    files = {
        "docs/en/news/kavan-meeting.md": original,
        "docs/fa/news/kavan-meeting.md": translation,
    }
    catalogue, _ = Catalogue.load(write_record(files))
    return read(corpus(site_of(catalogue)))


def test_half_spaces_and_signs_are_kept(write_record: WriteRecord) -> None:
    said = "می\u200cرود & «کتاب\u200cها» <https://a.example/?b=1&c=2>"
    root = made(write_record, ORIGINAL, TRANSLATION.replace("متن.", said))

    found = [texts(unit)["fa"] for unit in root.findall("body/tu")]
    assert "می\u200cرود & «کتاب\u200cها» https://a.example/?b=1&c=2" in found


def test_items_of_a_list_are_units_where_both_languages_have_as_many(
    write_record: WriteRecord,
) -> None:
    original = ORIGINAL.replace("Text.", "* one\n* two")
    both = made(write_record, original, TRANSLATION.replace("متن.", "* یک\n* دو"))
    other = made(write_record, original, TRANSLATION.replace("متن.", "* یک\n* دو\n* سه"))

    pairs = [tuple(texts(unit).values()) for unit in both.findall("body/tu")]
    assert pairs[-2:] == [("one", "یک"), ("two", "دو")]
    assert tuple(texts(other.findall("body/tu")[-1]).values()) == ("one two", "یک دو سه")


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("of: en", {"x-translator": "person", "x-translation": "current"}),
        (
            "of: en, machine: true, reviewed: 2024-08-01",
            {"x-translator": "machine", "x-reviewed": "2024-08-01"},
        ),
    ],
)
def test_unit_says_how_it_was_translated(
    translation: str, expected: dict[str, str], write_record: WriteRecord
) -> None:
    text = TRANSLATION.replace("{of: en}", f"{{{translation}}}")
    root = made(write_record, ORIGINAL, text)

    for unit in root.findall("body/tu"):
        assert props(unit).items() >= expected.items()


def test_changed_paragraph_is_stale_and_its_neighbours_are_not(write_record: WriteRecord) -> None:
    root = write_record()
    file = root / "docs/en/news/kavan-meeting.md"
    file.write_text(file.read_text("utf-8").replace("Text.", "A new text."), "utf-8")
    catalogue, _ = Catalogue.load(root)

    units = read(corpus(site_of(catalogue))).findall("body/tu")

    assert {texts(it)["en"]: props(it)["x-translation"] for it in units} == {
        "A meeting in Kavan": "current",
        "What was said.": "current",
        "Ilvar Melchin spoke.": "current",
        "Aims": "current",
        "A new text.": "stale",
    }
