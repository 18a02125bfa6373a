"""The tables say what the record says, in files that spreadsheets and programs read alike."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from newsroom.record.catalogue import Catalogue
from newsroom.site.linked_data import graphs
from newsroom.site.open_data.columns import Column, Columns, Table, days
from newsroom.site.open_data.tables import tables
from newsroom.site.open_data.written import MARK, as_csv, as_json, is_marked
from newsroom.site.publication import outputs
from newsroom.text.dates import Period, parse_period
from newsroom.text.languages import LANGS

from ...conftest import ORIGINAL, TRANSLATION, WriteRecord, sample_record, sample_site
from ...pages import BuiltPage
from .invented import cells_of, files_of, package, rows_of, sample_files, site_of

TABLES = {table.name: table for table in tables(sample_site())}
RECORD = sample_record()


def unmarked(cell: str) -> str:
    """The text of a cell, by the rule the page gives."""
    return cell[1:] if cell.startswith(MARK) and is_marked(cell) else cell


def as_cell(value: Any) -> str:
    """How a value of JSON stands in CSV."""
    match value:
        case None | []:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_as_their_schema_says(name: str) -> None:
    schema = json.loads(sample_files()[f"schemas/{name}.json"])
    rows = rows_of(name)

    Draft202012Validator.check_schema(schema)
    checked = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in checked.iter_errors(rows)] == []
    assert rows or name == "corrections"
    for key in schema["items"]["required"]:
        broken = [{other: value for other, value in row.items() if other != key} for row in rows]
        assert not rows or not checked.is_valid(broken)


@pytest.mark.parametrize("name", TABLES)
def test_both_files_of_a_table_say_the_same(name: str) -> None:
    raw, rows = sample_files()[f"{name}.csv"], rows_of(name)

    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == len(rows) + 1
    assert raw.decode("utf-8-sig").splitlines()[0].split(",") == [
        it.name for it in TABLES[name].columns
    ]
    read = [{key: unmarked(cell) for key, cell in row.items()} for row in cells_of(name)]
    assert read == [{key: as_cell(value) for key, value in row.items()} for row in rows]


def test_every_id_leads_to_a_row_and_no_two_rows_have_one() -> None:
    ids = {name: [row["id"] for row in rows_of(name)] for name, it in TABLES.items() if it.has_ids}
    led = 0

    for name, found in ids.items():
        assert len(set(found)) == len(found), name
    for name, table in TABLES.items():
        for column in (it for it in table.columns if it.of):
            leading = {row[column.name] for row in rows_of(name)} - {None}
            assert leading <= set(ids[column.of]), (name, column.name)
            led += len(leading)
    assert led > 100


def test_package_names_every_table_with_its_columns_and_where_ids_lead() -> None:
    described = package()

    files = {f"data/{it['path']}" for it in described["resources"]}
    assert files <= {it.path for it in outputs(sample_site())}
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    found = {it["name"]: it["schema"] for it in described["resources"] if "schema" in it}
    assert found.keys() == TABLES.keys()
    for name, schema in found.items():
        assert [it["name"] for it in schema["fields"]] == [it.name for it in TABLES[name].columns]
        assert ("primaryKey" in schema) == TABLES[name].has_ids
        foreign = {
            it["fields"][0]: it["reference"]["resource"] or name
            for it in schema.get("foreignKeys", ())
        }
        assert foreign == {it.name: it.of for it in TABLES[name].columns if it.of}


@dataclass
class Spelt:
    id: str


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+98 21", "'+98 21"),
        ("-۵ درجه", "'-۵ درجه"),
        ("@kavan", "'@kavan"),
        ("\tTab", "'\tTab"),
        ("\rReturn", "'\rReturn"),
        ("'=1+1", "''=1+1"),
        ("''@", "'''@"),
        ("'quoted'", "'quoted'"),
        ("a=b", "a=b"),
        ('«نقل», "q"\nدو', '«نقل», "q"\nدو'),
        ("می\u200cرود\u200c", "می\u200cرود\u200c"),
    ],
)
def test_formula_is_a_text_and_every_text_comes_back(text: str, cell: str) -> None:
    columns: Columns[Spelt] = (Column("id", {}, lambda it: it.id),)
    table = Table("spelt", {}, {}, columns, lambda: [Spelt(text)])
    files = {"spelt.csv": as_csv(table), "spelt.json": as_json(table).encode()}

    (row,) = cells_of("spelt", files)

    assert row == {"id": cell}
    assert unmarked(row["id"]) == rows_of("spelt", files)[0]["id"] == text


def test_negative_number_is_a_number_in_both() -> None:
    columns: Columns[Spelt] = (Column("longitude", {}, lambda it: -46.6),)
    table = Table("places", {}, {}, columns, lambda: [Spelt("x")])

    assert as_csv(table).decode("utf-8-sig") == "longitude\r\n-46.6\r\n"
    assert json.loads(as_json(table)) == [{"longitude": -46.6}]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024-06-21", ("2024-06-21", "2024-06-21", "day", "1403-04-01 SH")),
        ("2024-06", ("2024-06-01", "2024-06-30", "month", "1403-03-12/1403-04-10 SH")),
        ("2024", ("2024-01-01", "2024-12-31", "year", "1402-10-11/1403-10-11 SH")),
        ("2023-05-22/2023-06-21", ("2023-05-22", "2023-06-21", "month", "1402-03 SH")),
        ("2024-03-20/2025-03-20", ("2024-03-20", "2025-03-20", "year", "1403 SH")),
        ("2024-06-21/2024-06-24", ("2024-06-21", "2024-06-24", "days", "1403-04-01/1403-04-04 SH")),
    ],
)
def test_date_is_as_exact_as_it_is_known(period: str, expected: tuple[str, ...]) -> None:
    columns = days("date", "", "", lambda it: it)

    def none(_: Period) -> None:
        return None

    assert tuple(str(it.value(parse_period(period))) for it in columns) == expected
    assert [it.value(parse_period(period)) for it in days("date", "", "", none)] == [None] * 4


def test_texts_are_those_of_the_record_byte_for_byte() -> None:
    raw = sample_files()["events.csv"] + sample_files()["participants.csv"]

    titles = [event.title["fa"] for event in RECORD.events.values()]
    names = [entry.name["fa"] for entry in RECORD.participants.values()]
    assert any("\u200c" in text for text in titles)
    for text in titles + names:
        assert text.encode() in raw


def test_facts_name_their_sources() -> None:
    facts = rows_of("facts")

    kinds = {
        kind: [it for it in facts if it["kind"] == kind] for kind in ("event", "office", "figure")
    }
    assert len(kinds["event"]) == sum(len(it.sources) for it in RECORD.events.values())
    assert len(kinds["office"]) == sum(len(it.roles) for it in RECORD.participants.values())
    assert len(kinds["figure"]) == sum(len(it.sources) for it in RECORD.figures)
    assert {it["source"] for it in facts} <= RECORD.sources.keys()


def test_mention_has_the_sentence_that_names() -> None:
    rows = [it for it in rows_of("mentions") if it["lang"] == "en"]

    (row,) = (
        it for it in rows if (it["article"], it["participant"]) == ("talmiz-at-kavan", "kavan")
    )
    assert "Kavan" in row["sentence"]
    assert row["address"].partition("#")[0].endswith("en/news/talmiz-at-kavan.html")
    pairs = [(it["article"], it["participant"]) for it in rows]
    assert len(set(pairs)) == len(pairs)


WITHDRAWN = (
    "title: {fa: زنولیت, en: Xenolith}\ndate: 2026-01-02\nreason: {fa: زنولیت., en: Xenolith.}\n"
)


@pytest.fixture
def hiding(write_record: WriteRecord) -> Catalogue:
    """The small record with a draft and something withdrawn, both with a word nothing else has."""
    draft = ORIGINAL.replace("What was said.", "Xenolith.\ndraft: true").replace(
        "spoke", "Xenolith"
    )
    files = {
        "docs/en/news/hidden.md": draft,
        "docs/fa/news/hidden.md": TRANSLATION.replace("متن.", "زنولیت."),
        "data/withdrawals/gone.yml": WITHDRAWN,
    }
    catalogue, problems = Catalogue.load(write_record(files))
    assert problems == ()
    assert "hidden" not in catalogue.articles and "gone" in catalogue.withdrawals
    return catalogue


def test_what_is_a_draft_or_withdrawn_is_in_no_file(hiding: Catalogue) -> None:
    files = files_of(site_of(hiding))

    assert b"kavan-meeting" in files["articles.csv"] and b"kavan-meeting" in files["corpus.tmx"]
    linked = {it.path: it.make() for it in graphs.outputs(site_of(hiding))}
    files |= {path: str(text).encode() for path, text in linked.items()}
    assert b"kavan-meeting" in files["news/kavan-meeting.jsonld"]
    for name, data in files.items():
        assert b"Xenolith" not in data and "زنولیت".encode() not in data, name


@pytest.mark.parametrize("lang", LANGS)
def test_page_explains_every_column(lang: str, pages: dict[str, BuiltPage]) -> None:
    page = pages["data.html" if lang == "fa" else "en/data.html"]
    text = " ".join(page.all("main")[0].text.split())

    for table in TABLES.values():
        for column in table.columns:
            assert column.name in text
            sentence = column.sentences[lang].replace("`", "")
            assert " ".join(sentence.split()) in text, (table.name, column.name)
