"""Articles held to their sources: what stands there, of something else, or not."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.record.catalogue import Catalogue
from newsroom.verify.reports import problems_of
from newsroom.verify.sources import SourceNames, SourceText
from newsroom.verify.verifying import ELSEWHERE, FOUND, MISSING, verify

from ..conftest import WriteRecord

RAW = (
    "On June 21, more than 200 people from 20 countries came to Delvar, where the mayor, Sara Rad, "
    "opened a meeting about harbours and ferries.\n\n"
    "Navid Mehr, director general of the port, said that 2.5 million tonnes of grain had passed "
    "through the quays in 2023 and that the Nariman canal needed dredging. “We are not at the "
    "end,” he said.\n"
)
EN = (
    "---\ntitle: Harbours meet in Delvar\nsummary: What was said.\nplace: delvar\n"
    "source: port-report\n---\n\n"
    "Some 200 people of 20 countries came to Delvar on 21 June 2024 to meet about harbours and "
    "ferries. The mayor, Sara Rad, opened the meeting.\n\n"
    "Dredging is needed in the Nariman canal, Navid Mehr, director general of the port, said; in "
    "2023 its quays saw 2.5 million tonnes of grain. “We are not at the end,” he added.\n"
)
FA = (
    "---\ntitle: نشست بندرها در دلوار\nsummary: چه گفته شد.\ntranslation: {of: en}\n---\n\n"
    "بیش از ۲۰۰ نفر از ۲۰ کشور ۱ تیر ۱۴۰۳ برای نشستی دربارهٔ بندرها و کشتی‌ها به دلوار آمدند. "
    "سارا راد، شهردار، آن را گشود.\n\n"
    "نوید مهر، مدیرکل بندر، گفت در ۲۰۲۳ دو و نیم میلیون تن غله از اسکله‌ها گذشت و آبراه نریمان "
    "لایروبی می‌خواهد. او گفت «هنوز به پایان نرسیده‌ایم.»\n"
)
RECORD = {
    "data/people/sara-rad.yml": "name: {fa: سارا راد, en: Sara Rad}\n",
    "data/people/navid-mehr.yml": "name: {fa: نوید مهر, en: Navid Mehr}\n",
    "data/places/delvar.yml": "name: {fa: دلوار, en: Delvar}\nkind: city\n",
    "data/places/nariman.yml": "name: {fa: نریمان, en: Nariman}\nkind: city\n",
    "data/sources/port-report.yml": "language: en\nnot_before: 2024-06-21\n"
    f"sha256: {hashlib.sha256(RAW.encode()).hexdigest()}\n",
    "docs/en/news/harbours.md": EN,
    "docs/fa/news/harbours.md": FA,
}


def found_in(root: Path) -> list[tuple[str, str, str, str]]:
    """Language, kind, text and standing of all that does not stand where it is told."""
    catalogue, problems = Catalogue.load(root)
    assert not problems, problems
    source = catalogue.sources["port-report"]
    texts = {source.id: SourceText(source, RAW, SourceNames(catalogue))}
    return [
        (found.page.lang, found.claim.kind, found.claim.printed, found.standing)
        for found in verify(catalogue, catalogue.articles["harbours"], texts)
        if found.standing in (ELSEWHERE, MISSING)
    ]


def test_what_the_source_says_is_found_there_in_both_languages(write_record: WriteRecord) -> None:
    root = write_record(RECORD)
    catalogue, _ = Catalogue.load(root)
    source = catalogue.sources["port-report"]
    texts = {source.id: SourceText(source, RAW, SourceNames(catalogue))}

    findings = list(verify(catalogue, catalogue.articles["harbours"], texts))

    stands = {
        (found.page.lang, found.claim.kind, found.claim.printed): found.line
        for found in findings
        if found.standing == FOUND
    }
    assert found_in(root) == []
    assert stands["en", "number", "2.5 million"] == stands["fa", "number", "دو و نیم میلیون"] == 3
    assert stands["fa", "date", "۱ تیر ۱۴۰۳"] == stands["en", "office", "Sara Rad"] == 1
    assert ("en", "quotation", "We are not at the end,") in stands


@pytest.mark.parametrize(
    ("en", "fa", "kind", "standing"),
    [
        (("200 people", "300 people"), ("۲۰۰ نفر", "۳۰۰ نفر"), "number", MISSING),
        (("2.5 million", "2.5 billion"), ("دو و نیم میلیون", "دو و نیم میلیارد"), "number", MISSING),
        (("tonnes", "dollars"), ("میلیون تن غله", "میلیون دلار غله"), "number", MISSING),
        (("200 people", "20 people"), ("۲۰۰ نفر", "۲۰ نفر"), "number", MISSING),
        (("20 countries", "2.5 million countries"), ("۲۰ کشور", "۲٫۵ میلیون کشور"), "number", MISSING),
        (("on 21 June 2024", "on 22 June 2024"), ("۱ تیر", "۲ تیر"), "date", MISSING),
        (("on 21 June 2024", "on 21 June 2023"), ("۱ تیر ۱۴۰۳", "۳۱ خرداد ۱۴۰۲"), "date", MISSING),
        (("came to Delvar on", "came to Egypt on"), ("به دلوار آمدند", "به مصر آمدند"), "common", MISSING),
        (("director general of", "chairman of"), ("مدیرکل بندر", "رئیس بندر"), "office", MISSING),
        (("The mayor, Sara", "The deputy mayor, Sara"), ("راد، شهردار", "راد، معاون شهردار"), "office", MISSING),
        (("Navid Mehr, director", "Sara Rad, director"), ("نوید مهر، مدیرکل", "سارا راد، مدیرکل"), "speaker", MISSING),
    ],
)  # fmt: skip
def test_a_fact_changed_in_both_languages_alike_is_seen_in_both(
    write_record: WriteRecord,
    en: tuple[str, str],
    fa: tuple[str, str],
    kind: str,
    standing: str,
) -> None:
    assert en[0] in EN and fa[0] in FA
    root = write_record(
        RECORD
        | {
            "docs/en/news/harbours.md": EN.replace(*en),
            "docs/fa/news/harbours.md": FA.replace(*fa),
        }
    )

    found = found_in(root)

    assert {lang for lang, of, _, stands in found if (of, stands) == (kind, standing)} == {
        "fa",
        "en",
    }


def test_a_quotation_is_held_to_a_source_of_its_language(write_record: WriteRecord) -> None:
    stronger = EN.replace("We are not at the end,", "We are only at the beginning,")

    found = found_in(write_record(RECORD | {"docs/en/news/harbours.md": stronger}))

    assert found == [("en", "quotation", "We are only at the beginning,", MISSING)]


def test_an_unknown_name_is_seen_by_its_capital(write_record: WriteRecord) -> None:
    other = EN.replace("Navid Mehr, director", "Navid Kamran, director")

    assert ("en", "capitals", "Kamran", MISSING) in [
        (lang, kind, text.split()[-1], stands)
        for lang, kind, text, stands in found_in(
            write_record(RECORD | {"docs/en/news/harbours.md": other})
        )
    ]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "port.txt").write_bytes(RAW.encode())
    return folder


def run(root: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["--root", str(root), *arguments])
    return done.exit_code, done.output


def test_command_records_the_comparison_and_a_changed_fact_is_told(
    write_record: WriteRecord, sources: Path
) -> None:
    root = write_record(RECORD | {"mkdocs.yml": "site_name: x\n"})
    page = root / "docs/en/news/harbours.md"

    code, output = run(root, "verify", "harbours", "--sources", str(sources), "--by", "an editor")

    assert code == 0, output
    assert "docs/en/news/harbours.md:10: the number '2.5 million': 'port-report', line 3" in output
    text = page.read_text(encoding="utf-8")
    assert "verified:\n  date: " in text and "  by: an editor\n" in text
    assert "a fact here is not" not in run(root, "check")[1]

    page.write_text(text.replace("200 people", "300 people"), encoding="utf-8")
    code, output = run(root, "check")
    assert f"docs/en/news/harbours.md:{line_of(page, '300 people')}: warning: a fact here" in output

    page.write_text(
        text.replace(
            "Some 200 people of 20 countries came",
            "From 20 countries some 200 people came",
        ),
        encoding="utf-8",
    )
    assert "a fact here is not" not in run(root, "check")[1]


def line_of(page: Path, words: str) -> int:
    lines = page.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_nothing_is_recorded_of_what_does_not_stand_in_the_source(
    write_record: WriteRecord, sources: Path
) -> None:
    wrong = EN.replace("200 people", "300 people")
    root = write_record(
        RECORD | {"mkdocs.yml": "site_name: x\n", "docs/en/news/harbours.md": wrong}
    )

    code, output = run(root, "--lang", "fa", "verify", "harbours", "--sources", str(sources))

    assert code == 1
    assert "docs/en/news/harbours.md:8: " in output and "[source-number]" in output
    assert "عدد «300» در منبع نیامده است" in output
    assert (root / "docs/en/news/harbours.md").read_text(encoding="utf-8") == wrong


LETTER = "The mayor wrote to the port: 47 ferries are to be built by 2030.\n"
LETTER_ENTRY = (
    "language: en\nletter:\n  from: {fa: شهردار, en: the mayor}\n  to: {fa: بندر, en: the port}\n"
    f"published: 2024-06-21\nsha256: {hashlib.sha256(LETTER.encode()).hexdigest()}\n"
)


def with_letter(sources: str) -> dict[str, str]:
    """The record with a second source, a letter, and a sentence that is in it alone."""
    told = EN.replace("opened the meeting.", "opened the meeting. 47 ferries are to be built.")
    persian = FA.replace("آن را گشود.", "آن را گشود. ۴۷ کشتی ساخته می‌شود.")
    return RECORD | {
        "data/sources/letter.yml": LETTER_ENTRY,
        "docs/en/news/harbours.md": told.replace("source: port-report\n", sources),
        "docs/fa/news/harbours.md": persian,
    }


def test_fact_may_be_in_any_source_of_the_article_and_it_is_said_in_which(
    write_record: WriteRecord, sources: Path
) -> None:
    (sources / "letter.txt").write_text(LETTER, encoding="utf-8")
    files = with_letter("source: port-report\nsources: [letter]\n")
    root = write_record(files | {"mkdocs.yml": "site_name: x\n"})

    code, output = run(root, "verify", "harbours", "--sources", str(sources), "--by", "x")

    assert code == 0, output
    assert "docs/en/news/harbours.md:9: the number '47': 'letter', line 1" in output
    assert "the number '200': 'port-report', line 1" in output
    text = (root / "docs/en/news/harbours.md").read_text(encoding="utf-8")
    digests = [hashlib.sha256(it.encode()).hexdigest()[:16] for it in (RAW, LETTER)]
    assert f'  source: "{" ".join(digests)}"' in text


def test_fact_of_a_source_the_article_does_not_name_is_missing(
    write_record: WriteRecord, sources: Path
) -> None:
    (sources / "letter.txt").write_text(LETTER, encoding="utf-8")
    root = write_record(with_letter("source: port-report\n") | {"mkdocs.yml": "site_name: x\n"})

    code, output = run(root, "verify", "harbours", "--sources", str(sources), "--by", "x")

    assert code == 1 and "the number '47' is not in the source  [source-number]" in output


def test_each_source_of_an_article_is_asked_for(write_record: WriteRecord, sources: Path) -> None:
    files = with_letter("source: port-report\nsources: [letter]\n")
    root = write_record(files | {"mkdocs.yml": "site_name: x\n"})

    code, output = run(root, "verify", "harbours", "--sources", str(sources))

    assert code == 1 and "docs/en/news/harbours.md:6: error: " in output
    assert "[source-missing]" in output


def test_reasons_may_be_written_before_the_first_comparison(
    write_record: WriteRecord, sources: Path
) -> None:
    reasons = (
        "verified:\n  derived:\n    - facts: [number 300 person]\n"
        "      how: {fa: چنین, en: So}\n---\n\n"
    )
    wrong = EN.replace("200 people", "300 people").replace("---\n\n", reasons, 1)
    persian = FA.replace("۲۰۰", "۳۰۰")
    root = write_record(
        RECORD
        | {
            "mkdocs.yml": "site_name: x\n",
            "docs/en/news/harbours.md": wrong,
            "docs/fa/news/harbours.md": persian,
        }
    )
    assert "key-missing" not in run(root, "check")[1]

    code, output = run(root, "verify", "harbours", "--sources", str(sources), "--by", "x")

    assert code == 0, output
    text = (root / "docs/en/news/harbours.md").read_text(encoding="utf-8")
    assert "verified:\n  date: " in text and "  derived:\n    - facts: [number 300 person]" in text


def test_what_is_accounted_for_is_no_problem_and_an_idle_reason_is_one(
    write_record: WriteRecord, sources: Path
) -> None:
    reasons = (
        'verified:\n  date: 2026-01-01\n  by: x\n  source: "0000000000000000"\n'
        '  facts: {en: "000000", fa: "000000"}\n'
        "  derived:\n    - facts: [number 300 person, number 7 city]\n      how: {fa: چنین, en: So}\n---\n\n"
    )
    changed = EN.replace("200 people", "300 people").replace("---\n\n", reasons, 1)
    root = write_record(
        RECORD
        | {
            "mkdocs.yml": "site_name: x\n",
            "docs/en/news/harbours.md": changed,
            "docs/fa/news/harbours.md": FA.replace("۲۰۰ نفر", "۳۰۰ نفر"),
        }
    )

    code, output = run(root, "verify", "harbours", "--sources", str(sources))

    assert code == 1
    assert "[source-number]" not in output
    assert "'number 7 city' needs no reason" in output


SCAN = b"%PDF-1.4\x00\x01"


@pytest.mark.parametrize(
    ("data", "rule", "told"),
    [
        (RAW.encode("utf-16"), "source-encoding", "'port.txt' is the raw source 'port-report' in"),
        (RAW.replace("\n", "\r\n").encode(), "source-encoding", "another encoding or with other"),
        (RAW.replace("200", "201").encode(), "source-changed", "'port.txt' says what the raw"),
        (RAW.replace("200", "201").encode("utf-16"), "source-changed", "has been changed since"),
        (b"Something else was told here.\n", "source-missing", "no file in the folder is the raw"),
        (SCAN, "source-missing", "no file in the folder is the raw source 'port-report'"),
    ],
)
def test_a_source_that_is_not_the_one_of_the_article_is_said(
    write_record: WriteRecord, tmp_path: Path, data: bytes, rule: str, told: str
) -> None:
    root = write_record(RECORD | {"mkdocs.yml": "site_name: x\n"})
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "port.txt").write_bytes(data)
    before = (root / "docs/en/news/harbours.md").read_bytes()

    code, output = run(root, "verify", "harbours", "--sources", str(folder))

    assert code == 1
    assert f"[{rule}]" in output and told in output and "Traceback" not in output
    assert (root / "docs/en/news/harbours.md").read_bytes() == before


@pytest.mark.parametrize(
    ("data", "rule", "told"),
    [
        (SCAN, "source-binary", "type the scan or run OCR on it first"),
        (b"\n \n", "source-empty", "type the scan or run OCR on it first"),
        (
            "«بندر»، ۲۰۰ نفر".encode("windows-1256", "replace"),
            "source-encoding",
            "save it as UTF-8",
        ),
    ],
)
def test_a_source_that_has_no_text_is_said(
    write_record: WriteRecord, tmp_path: Path, data: bytes, rule: str, told: str
) -> None:
    digest = hashlib.sha256(data).hexdigest()
    files = RECORD | {"mkdocs.yml": "site_name: x\n"}
    source = str(files["data/sources/port-report.yml"])
    was = hashlib.sha256(RAW.encode()).hexdigest()
    assert was in source
    root = write_record(files | {"data/sources/port-report.yml": source.replace(was, digest)})
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "port.pdf").write_bytes(data)

    code, output = run(root, "verify", "harbours", "--sources", str(folder))

    assert code == 1
    assert f"[{rule}]" in output and told in output and "'port.pdf'" in output
    assert "verified" not in (root / "docs/en/news/harbours.md").read_text(encoding="utf-8")


def test_problems_name_the_fact_as_the_lists_do(write_record: WriteRecord) -> None:
    root = write_record(
        RECORD | {"docs/en/news/harbours.md": EN.replace("200 people", "300 people")}
    )
    catalogue, _ = Catalogue.load(root)
    source = catalogue.sources["port-report"]
    texts = {source.id: SourceText(source, RAW, SourceNames(catalogue))}
    article = catalogue.articles["harbours"]

    (problem,) = problems_of(verify(catalogue, article, texts), ())

    assert "number 300 person" in problem.hint
