import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.intake.reading import MAX_BYTES, decode, likely_encoding
from newsroom.record.documents import ParseContext

PERSIAN = "شهردار تلمیز در نشست شهرداران سخن گفت و از همکاری شهرها خبر داد. " * 3


def read(data: bytes, encoding: str | None = None) -> tuple[str | None, list[str]]:
    context = ParseContext("a.txt")
    text = decode(data, context, encoding)
    return text, [f"{problem.line} {problem.rule}" for problem in context.problems]


def test_text_is_read_as_utf_8_with_plain_line_ends() -> None:
    assert read("\ufeffیک\r\nدو\rسه\u2028چهار".encode()) == ("یک\nدو\nسه\nچهار", [])


def test_other_encodings_are_read_when_declared_and_suggested_otherwise() -> None:
    data = PERSIAN.replace("ی", "ي").replace("ک", "ك").encode("cp1256")
    context = ParseContext("a.txt")

    assert decode(data, context) is None
    assert read(data, "windows-1256")[1] == []
    assert "try --encoding" in context.problems[0].hint


@pytest.mark.parametrize(
    ("data", "encoding", "problems"),
    [
        (b"a\nb\xff", None, ["2 source-encoding"]),
        (b"a", "no-such", ["1 source-encoding"]),
        (b"a" * (MAX_BYTES + 1), None, ["1 source-too-large"]),
        (b"a\n\x00\x01", None, ["2 source-binary"]),
        ("a\n\u202eb".encode(), None, ["2 source-bidi"]),
        (b" \n12", None, ["1 source-empty"]),
        (b"", None, ["1 source-empty"]),
        (b"%PDF-1.7\nall of it is ASCII", None, ["1 source-binary"]),
        (b"PK\x03\x04 word/document.xml", "windows-1256", ["1 source-binary"]),
        (b"\xff\xd8\xff\xe0JFIF", "windows-1256", ["1 source-binary"]),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(
    data: bytes, encoding: str | None, problems: list[str]
) -> None:
    assert read(data, encoding) == (None, problems)


@pytest.mark.parametrize(
    ("data", "likely"),
    [
        (PERSIAN.encode("utf-16"), "utf-16"),
        (b'<meta charset="windows-1256">\xff', "windows-1256"),
        (b"\x00\x01\xff", None),
    ],
)
def test_encoding_is_guessed_for_the_hint_only(data: bytes, likely: str | None) -> None:
    assert likely_encoding(data) == likely


@given(st.binary(max_size=300), st.sampled_from([None, "utf-16", "windows-1256", "hex", "\0"]))
def test_reading_never_raises(data: bytes, encoding: str | None) -> None:
    text, problems = read(data, encoding)

    assert (text is None) == bool(problems)
