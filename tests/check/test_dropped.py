"""What sanitising would take off a page is reported, and what is let through stays."""

from collections import Counter
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.check.dropped import MAX_REPORTED, _dropped
from newsroom.check.rules import check
from newsroom.site.sanitise import sanitise
from newsroom.text.elements import ATTRIBUTES, ELEMENTS

from ..conftest import PAGE, WriteRecord

GUIDE = "docs/en/guide/index.md"


def problems_of(root: Path) -> list[str]:
    rules = ("markup-dropped", "image-remote")
    _, problems = check(root)
    return [f"{at.line} {at.message} [{at.rule}]" for at in problems if at.rule in rules]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<iframe src='https://x.example'></iframe>", ["8 '<iframe>' is removed from the page"]),
        ("A\n<VIDEO controls src=a.mp4>", ["9 '<video>' is removed from the page"]),
        ("> <audio src=a.mp3>", ["8 '<audio>' is removed from the page"]),
        ("* item <embed src=a>", ["8 '<embed>' is removed from the page"]),
        ("An unfinished <object data=x", ["8 '<object>' is removed from the page"]),
        ("<form action=x>", ["8 '<form>' is removed from the page"]),
        ("<script>alert(1)</script>", ["8 '<script>' is removed from the page"]),
        ("the folder <lang> of it", ["8 '<lang>' is removed from the page"]),
        ("<o:p>Word</o:p>", ["8 '<o:p>' is removed from the page"]),
        ("<x>a</x>\n<x>b</x> </y>", ["8 '<x>' is removed from the page", "9 '</y>' is removed from the page", "9 '<x>' is removed from the page"]),
        ("<?php echo 1 ?>", ["8 '<?>' is removed from the page"]),
        ("<!DOCTYPE html>", ["8 '<!>' is removed from the page"]),
        ("<ftp://x.example/a>", ["8 '<ftp:>' is removed from the page"]),
        ("<p style='color: red' onclick=x()>", ["8 the attribute 'onclick' is removed from the page", "8 the attribute 'style' is removed from the page"]),
        ("<a href=' javascript:x'>y</a>", ["8 the attribute 'href= javascript:x' is removed from the page"]),
        ("<input type=text>", ["8 the attribute 'type=text' is removed from the page"]),
        ("[x](https://x.example){target=_blank}", ["8 the attribute 'target' is removed from the page"]),
        ("![View](https://x.example/a.png)", ["8 the image 'https://x.example/a.png' is on another site and is not shown"]),
        ("![A [good] view]( <http://x.example/a.png> )", ["8 the image 'http://x.example/a.png' is on another site and is not shown"]),
        ("![View][pic]\n\n[PIC]: https://x.example/a.png", ["8 the image 'https://x.example/a.png' is on another site and is not shown"]),
        ("![pic][]\n\n[pic]: //x.example/a.png", ["8 the image '//x.example/a.png' is on another site and is not shown"]),
        ("[![View](https://x.example/a.png)](https://x.example)", ["8 the image 'https://x.example/a.png' is on another site and is not shown"]),
        ("A <IMG alt=View src='https://x.example/a.png'>", ["8 the image 'https://x.example/a.png' is on another site and is not shown"]),
        ("![View](data:image/png;base64,AAAA)", ["8 the image 'data:image/png;base64,AAAA' is on another site and is not shown"]),
    ],
)  # fmt: skip
def test_what_would_vanish_is_reported(
    write_record: WriteRecord, body: str, expected: list[str]
) -> None:
    root = write_record({GUIDE: f"{PAGE}\n{body}\n"})

    assert [problem.partition(" [")[0] for problem in problems_of(root)] == [
        line.partition(" [")[0] for line in expected
    ]


@pytest.mark.parametrize(
    "body",
    [
        "5 < 6 and a <- b",
        r"\<iframe>",
        "`<iframe>`, and\n\n~~~\n<script>\n~~~",
        "<https://x.example/a> and <desk@x.example>",
        "<!-- a note of an editor -->",
        '<abbr title="European Union">EU</abbr>, H<sub>2</sub>O, a<br>b',
        "[x](https://x.example){.wide #x}",
        "&lt;iframe&gt;",
    ],
)
def test_what_stays_is_let_through(write_record: WriteRecord, body: str) -> None:
    assert problems_of(write_record({GUIDE: f"{PAGE}\n{body}\n"})) == []


def test_heap_is_reported_in_part(write_record: WriteRecord) -> None:
    root = write_record({GUIDE: PAGE + "\n<x>\n" * 400})

    assert len(problems_of(root)) == MAX_REPORTED


class Tags(HTMLParser):
    """The tags of a fragment with their attributes, each as often as it stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Counter[object] = Counter()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, frozenset(key for key, _ in attrs)] += 1


NAMES = sorted({*ELEMENTS, *"script iframe video form button font center h1 object x-y".split()})
TABLE = frozenset("table caption thead tbody tfoot tr th td colgroup col".split())
ATTRIBUTE_NAMES = sorted({*chain(*ATTRIBUTES.values()), "style", "onclick", "target", "data-x"})
VALUES = ["x", "1", "a.png", "https://x.example/a", "javascript:x", "radio", "text", "//x"]


@given(
    st.sampled_from([name for name in NAMES if name not in TABLE and name not in ("svg", "path")]),
    st.dictionaries(st.sampled_from(ATTRIBUTE_NAMES), st.sampled_from(VALUES), max_size=3),
)
def test_what_the_check_lets_through_survives(name: str, attributes: dict[str, str]) -> None:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    html = f"<{name}{written}>text"
    is_remote_image = name == "img" and attributes.get("src", "") in VALUES[3:5] + VALUES[7:]

    if not list(_dropped(html)) and not is_remote_image:
        assert Tags(sanitise(html)).found == Tags(html).found
    elif name in ELEMENTS:
        assert Tags(sanitise(html)).found != Tags(html).found or "type" in attributes
