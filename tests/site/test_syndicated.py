"""What feed readers are given of a text: addresses that hold anywhere, and elements they keep."""

import pytest

from newsroom.site.syndicated import syndicated, told

PAGE = "https://record.example/sub/en/news/fair.html"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<a class="x" href="../participants/a.html#b">A</a>',
            '<a href="https://record.example/sub/en/participants/a.html#b">A</a>',
        ),
        ('<a href="#fn-1">1</a>', f'<a href="{PAGE}#fn-1">1</a>'),
        ('<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'),
        (
            '<a href="https://other.example/?a=1&amp;b=2">o</a>',
            '<a href="https://other.example/?a=1&amp;b=2">o</a>',
        ),
        (
            '<p id="x">در <bdi lang="en" dir="ltr">BRILS+</bdi></p>',
            '<p>در <span lang="en" dir="ltr">BRILS+</span></p>',
        ),
        (
            '<details class="note" open=""><summary>When?</summary><p>In 2023.</p></details>',
            "<blockquote><p>When?</p><p>In 2023.</p></blockquote>",
        ),
        (
            '<picture><source type="image/webp" srcset="../../m/a.webp 480w" sizes="92vw">'
            '<img alt="A" src="../../m/a.jpg" width="4" height="3" loading="lazy"></picture>',
            '<img alt="A" src="https://record.example/sub/m/a.jpg">',
        ),
        ('<td colspan="2">1 &lt; 2</td><br>', '<td colspan="2">1 &lt; 2</td><br>'),
    ],
)
def test_text_holds_outside_its_page(html: str, expected: str) -> None:
    assert syndicated(html, PAGE) == expected


def test_lines_are_paragraphs_whose_runs_keep_their_order() -> None:
    lines = ["الف <ب> BRILS+", "ج"]

    expected = '<p>الف &lt;ب&gt; <span lang="en" dir="ltr">BRILS+</span></p>\n<p>ج</p>\n'
    assert told(lines, "fa") == expected
