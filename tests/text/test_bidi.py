import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.bidi import LRI, PDI, isolate_html, isolate_plain

FA, EN = '<bdi lang="en" dir="ltr">', '<bdi lang="fa" dir="rtl">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>کشورهای BRICS+، رهبران</p>", f"<p>کشورهای {FA}BRICS+</bdi>، رهبران</p>"),
        ("<p>در (BRICS+) بود</p>", f"<p>در ({FA}BRICS+</bdi>) بود</p>"),
        ("<p>تا 21 June 2024 ماند</p>", f"<p>تا {FA}21 June 2024</bdi> ماند</p>"),
        ("<p>تلفن +98 21 1234 5678 است</p>", f"<p>تلفن {FA}+98 21 1234 5678</bdi> است</p>"),
        ("<p>روز 2024-06-21 بود</p>", f"<p>روز {FA}2024-06-21</bdi> بود</p>"),
        ("<p>شمارهٔ 285 بود</p>", "<p>شمارهٔ 285 بود</p>"),
        ("<p>R&amp;D و C++</p>", f"<p>{FA}R&amp;D</bdi> و {FA}C++</bdi></p>"),
        ("<p>Kazan (Russia).</p>", f"<p>{FA}Kazan (Russia)</bdi>.</p>"),
        ("<code>--strict</code>", "<code>--strict</code>"),
        (
            "<pre><code>fa: نام (کوتاه)</code></pre>",
            f"<pre><code>fa: {EN}نام (کوتاه)</bdi></code></pre>",
        ),
        ('<a lang="en" href="x">English</a>', '<a lang="en" href="x">English</a>'),
        ("<bdi>BRICS+</bdi>", "<bdi>BRICS+</bdi>"),
        ("<title>BRICS+ – متن</title>", f"<title>{LRI}BRICS+{PDI} – متن</title>"),
        ('<a title="BRICS+">متن</a>', f'<a title="{LRI}BRICS+{PDI}">متن</a>'),
        ('<a data-x="a&gt;b BRICS">متن</a>', '<a data-x="a&gt;b BRICS">متن</a>'),
        ("<p>۱۴۰۳/۰۴/۰۱ تا ۱۲٪</p>", "<p>۱۴۰۳/۰۴/۰۱ تا ۱۲٪</p>"),
    ],
)
def test_latin_run_in_persian_is_isolated(html: str, expected: str) -> None:
    assert isolate_html(html, "fa") == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>the city (قازان) is</p>", f"<p>the city ({EN}قازان</bdi>) is</p>"),
        (
            "<p>«امروز …» is today</p>",
            f"<p>{EN}«امروز …»</bdi> is today</p>",
        ),
        (
            "<p>called «شهرهای بریکس\u200cپلاس» here</p>",
            f"<p>called {EN}«شهرهای بریکس\u200cپلاس»</bdi> here</p>",
        ),
        ("<p>by ایرنا (تبریز)</p>", f"<p>by {EN}ایرنا (تبریز)</bdi></p>"),
        ("<p>on ۱ تیر ۱۴۰۳ it</p>", f"<p>on {EN}۱ تیر ۱۴۰۳</bdi> it</p>"),
        ("<p>BRICS+ and 21 June</p>", "<p>BRICS+ and 21 June</p>"),
    ],
)
def test_persian_run_in_english_is_isolated(html: str, expected: str) -> None:
    assert isolate_html(html, "en") == expected


@given(st.text(alphabet="ab1+-() .،قز&<>\"'"), st.sampled_from(["fa", "en"]))
def test_isolation_adds_marks_and_changes_nothing_else(text: str, lang: str) -> None:
    isolated = isolate_plain(text, lang)

    assert re.sub("[\u2066-\u2069]", "", isolated) == text
