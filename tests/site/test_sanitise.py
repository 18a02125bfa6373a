import re

import pytest

from newsroom.site.sanitise import sanitise

ACTIVE = re.compile(r"<script|<iframe|<object|<style|<form|<base|<meta|\bon\w+=|javascript:|srcdoc")


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>1</script></svg>",
        "<svg><animate onbegin=alert(1)></svg>",
        "<details ontoggle=alert(1) open>x</details>",
        '<iframe srcdoc="<script>1</script>"></iframe>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="java&#10;script:alert(1)">x</a>',
        '<a href=" javascript:alert(1)">x</a>',
        '<p style="background:url(//e.example/x)">x</p>',
        "<style>@import '//e.example/x'</style>",
        '<base href="//e.example/">',
        '<meta http-equiv="refresh" content="0;url=//e.example/">',
        '<form action="//e.example/"><button formaction="javascript:1">x</button></form>',
        '<object data="x"></object><embed src="x">',
        "<!--><script>1</script>-->",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
        '<a xlink:href="javascript:1"><path d="M0" onclick="x"/></a>',
    ],
)  # fmt: skip
def test_nothing_active_is_left(html: str) -> None:
    assert not ACTIVE.search(sanitise(f"<p>before</p>{html}<p>after</p>"))


@pytest.mark.parametrize(
    "source",
    ["https://e.example/x.png", "//e.example/x.png", "data:image/svg+xml,x", "\\\\e.example\\x", " HTTPS:x",
     "/\\e.example/x", "/\t/e.example/x", "h\nttps://e.example", "\x01https://e.example"],
)  # fmt: skip
def test_image_from_elsewhere_is_not_loaded(source: str) -> None:
    assert "src" not in sanitise(f'<img src="{source}" alt="x">')


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="aims">Aims</h2>',
        '<details class="note" open=""><summary>Note</summary><p>x</p></details>',
        '<a class="nr-mention" href="../participants/x.html">x</a>',
        '<p>x <bdi lang="fa" dir="rtl">قاوان</bdi></p>',
        '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
        '<div class="highlight"><pre><code><span class="k">if</span></code></pre></div>',
        '<img alt="x" src="../media/a.png">',
        '<p><a href="https://e.example/">x</a> <code>&lt;script&gt;</code></p>',
    ],
)  # fmt: skip
def test_honest_text_stays_as_it_is(html: str) -> None:
    assert sanitise(html) == html


def test_text_field_is_taken_away_and_boxes_stay() -> None:
    assert sanitise("<p>a<input name=q>b</p>") == "<p>ab</p>"
    assert 'type="checkbox"' in sanitise('<input type="checkbox" disabled>')
    assert sanitise('<input type="text" name="q">') != '<input type="text" name="q">'


def test_hidden_characters_written_as_entities_are_taken_away() -> None:
    assert sanitise("<p>a&#x202e;b&#x200b;c</p>") == "<p>abc</p>"
