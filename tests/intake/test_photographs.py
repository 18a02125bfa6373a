"""A photograph joins the record: `newsroom image add`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from newsroom.adapters.cli import main
from newsroom.check.rules import check
from newsroom.record.images import MOST_BYTES, read_image

from ..conftest import ORIGINAL, WriteRecord
from ..kills import tree
from ..photographs import ORIENTATION, corners, from_a_phone, quarters, saved, scene

ARTICLE = "docs/en/news/kavan-meeting.md"
IMAGE = "docs/media/news/kavan-meeting.jpg"
Add = Callable[..., Result]


@pytest.fixture
def root(write_record: WriteRecord) -> Path:
    return write_record({"mkdocs.yml": "site_name: x\n"})


@pytest.fixture
def add(root: Path, tmp_path: Path) -> Add:
    def run(data: bytes, *options: str, lang: str = "en", slug: str = "kavan-meeting") -> Result:
        file = tmp_path / "photograph.png"  # what it is does not hang on its name
        file.write_bytes(data)
        command = ["--root", str(root), "--lang", lang, "image", "add", str(file)]
        return CliRunner().invoke(main, [*command, "--article", slug, *options])

    return run


def problems_of(root: Path) -> list[str]:
    return [f"{it.path}:{it.line} [{it.rule}]" for it in check(root)[1]]


def test_photograph_is_kept_upright_and_without_what_the_phone_said(root: Path, add: Add) -> None:
    result = add(from_a_phone(6, quarters().transpose(Image.Transpose.ROTATE_90)))

    assert result.exit_code == 0, result.output
    kept = root / IMAGE
    image = read_image(kept, IMAGE)
    assert image is not None
    assert (image.width, image.height, image.metadata) == (800, 600, ())
    assert b"Maker of phones" not in kept.read_bytes()
    with Image.open(kept) as picture:
        assert ORIENTATION not in picture.getexif()
        assert "icc_profile" not in picture.info
        assert corners(picture) == ["red", "green", "blue", "white"]


def test_article_waits_for_all_that_is_to_be_said_in_both_languages(root: Path, add: Add) -> None:
    result = add(saved(quarters()))

    text = (root / ARTICLE).read_text(encoding="utf-8")
    assert text.startswith(ORIGINAL.partition("---\n\n")[0])  # nothing else of it has changed
    assert "photograph:\n  file: kavan-meeting.jpg\n  alt:\n    fa: " in text
    # alt, caption, credit and licence, each on a line for each language
    lines = (9, 10, 12, 13, 15, 16, 18, 19)
    assert problems_of(root) == [f"{ARTICLE}:{line + 1} [placeholder-left]" for line in lines]
    assert f"written (2):\n  {IMAGE}\n  {ARTICLE}\n" in result.output
    assert "+    en: By what right the photograph is published." in result.output


def test_photograph_stands_where_its_key_belongs(root: Path, add: Add) -> None:
    written = ORIGINAL.replace(
        "events: [meeting]\n", "events: [meeting]\nadded: 2024-07-02\nno_link: [kavan]\n"
    )
    (root / ARTICLE).write_bytes(written.replace("\n", "\r\n").encode())

    add(saved(quarters()))

    lines = (root / ARTICLE).read_bytes().decode().split("\r\n")
    assert lines[5:7] == ["events: [meeting]", "photograph:"]
    assert lines[20:22] == ["added: 2024-07-02", "no_link: [kavan]"]
    assert not any("\n" in line for line in lines)


def test_dry_run_writes_nothing(root: Path, add: Add) -> None:
    before = tree(root)

    result = add(saved(quarters()), "--dry-run", lang="fa")

    assert result.exit_code == 0
    assert "نوشته می‌شد" in result.output
    assert "+photograph:" in result.output
    assert tree(root) == before


@pytest.mark.parametrize(
    ("size", "grain", "expected"),
    [((3000, 2000), 2, (2400, 1600)), ((2000, 3000), 2, (1600, 2400)), ((900, 600), 2, (900, 600))],
)
def test_photograph_is_as_large_as_an_image_may_be(
    root: Path, add: Add, size: tuple[int, int], grain: int, expected: tuple[int, int]
) -> None:
    add(saved(scene(*size, grain=grain), quality=95))

    image = read_image(root / IMAGE, IMAGE)
    assert image is not None
    assert (image.width, image.height) == expected
    assert image.bytes <= MOST_BYTES


def test_pixels_are_given_up_where_the_bytes_would_be_too_many(root: Path, add: Add) -> None:
    add(saved(scene(2400, 1600, grain=70), quality=95))

    image = read_image(root / IMAGE, IMAGE)
    assert image is not None
    assert image.bytes <= MOST_BYTES
    assert 1000 < image.width < 2400
    assert image.width / image.height == pytest.approx(1.5, abs=0.01)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (saved(quarters(800, 399)), "800 × 399 pixels; expected at least 600 × 400  [image-size]"),
        (b"GIF89a", "no picture that can be read; expected JPEG, PNG, WebP or AVIF  [image-kind]"),
        (saved(quarters())[:2000], "the picture breaks off, or contradicts itself  [image-kind]"),
    ],
)
def test_what_is_no_photograph_changes_nothing(
    root: Path, add: Add, data: bytes, expected: str
) -> None:
    before = tree(root)

    result = add(data)

    assert result.exit_code == 1
    assert "photograph.png:1: error: " in result.output
    assert expected in result.output
    assert tree(root) == before


def test_nothing_is_written_over(root: Path, add: Add) -> None:
    add(saved(quarters()))
    before = tree(root)

    again = add(saved(quarters()))
    (root / ARTICLE).write_text(ORIGINAL, encoding="utf-8")
    beside = add(saved(quarters()))

    assert "'kavan-meeting' has a photograph, 'kavan-meeting.jpg'  [file-exists]" in again.output
    assert f"'{IMAGE}' is there already  [file-exists]" in beside.output
    assert (again.exit_code, beside.exit_code) == (1, 1)
    assert {**tree(root), ARTICLE: before[ARTICLE]} == before


def test_article_that_is_none_is_told_of(add: Add) -> None:
    result = add(saved(quarters()), slug="kavan-meting")

    assert result.exit_code == 1
    assert "[article-unknown]\n  hint: did you mean 'kavan-meeting'?" in result.output


WORDS = (
    "  alt: {fa: دو شهردار در قاوان, en: Two mayors in Kavan}\n"
    "  caption: {fa: دیدار در قاوان., en: The meeting in Kavan.}\n"
    "  credit: {fa: سارا رستگار, en: Sara Rastegar}\n"
    "  licence: {fa: با اجازهٔ عکاس, en: By permission}\n"
)


@pytest.mark.parametrize(
    ("find", "put", "expected"),
    [
        ("", "", []),
        ("fa: دو شهردار در قاوان, ", "", [f"{ARTICLE}:9 [key-missing]"]),
        (", en: The meeting in Kavan.", "", [f"{ARTICLE}:10 [key-missing]"]),
        ("en: Sara Rastegar", 'en: ""', [f"{ARTICLE}:11 [key-missing]"]),
        ("  licence: {fa: با اجازهٔ عکاس, en: By permission}\n", "", [f"{ARTICLE}:8 [key-missing]"]),
        ("en: Two mayors in Kavan", "en: photo.jpg", [f"{ARTICLE}:9 [image-alt]"]),
        ("fa: دو شهردار در قاوان", "fa: Two mayors", [f"{ARTICLE}:9 [image-alt]"]),
        (
            "kavan-meeting.jpg",
            "kavan.jpg",
            [f"{ARTICLE}:8 [photograph-unknown]", f"{IMAGE}:1 [image-unused]"],
        ),
        ("kavan-meeting.jpg", "/etc/passwd", [f"{ARTICLE}:8 [value-form]"]),
        ("kavan-meeting.jpg", "../fa/x.jpg", [f"{ARTICLE}:8 [value-form]"]),
        ("licence", "license", [f"{ARTICLE}:8 [key-missing]", f"{ARTICLE}:12 [key-unknown]"]),
    ],
)  # fmt: skip
def test_check_asks_for_all_that_is_told_of_a_photograph(
    write_record: WriteRecord, find: str, put: str, expected: list[str]
) -> None:
    block = f"photograph:\n  file: kavan-meeting.jpg\n{WORDS}".replace(find, put, 1)
    text = ORIGINAL.replace("events: [meeting]\n", f"events: [meeting]\n{block}")
    root = write_record({ARTICLE: text, IMAGE: saved(quarters(), exif=b"")})

    assert problems_of(root) == expected
