import re
from html import escape
from html.entities import codepoint2name, html5
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsroom.site.sanitise import sanitise
from newsroom.text.bidi import LRI, PDI, isolate_html, isolate_plain

FA, EN = '<bdi lang="en" dir="ltr">', '<bdi lang="fa" dir="rtl">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>کشورهای BRILS+، رهبران</p>", f"<p>کشورهای {FA}BRILS+</bdi>، رهبران</p>"),
        ("<p>در (BRILS+) بود</p>", f"<p>در ({FA}BRILS+</bdi>) بود</p>"),
        ("<p>تا 21 June 2024 ماند</p>", f"<p>تا {FA}21 June 2024</bdi> ماند</p>"),
        ("<p>تلفن +98 21 1234 5678 است</p>", f"<p>تلفن {FA}+98 21 1234 5678</bdi> است</p>"),
        ("<p>روز 2024-06-21 بود</p>", f"<p>روز {FA}2024-06-21</bdi> بود</p>"),
        ("<p>شمارهٔ 285 بود</p>", "<p>شمارهٔ 285 بود</p>"),
        ("<p>R&amp;D و C++</p>", f"<p>{FA}R&amp;D</bdi> و {FA}C++</bdi></p>"),
        ("<p>AT&#38;T و S&#x26;P</p>", f"<p>{FA}AT&#38;T</bdi> و {FA}S&#x26;P</bdi></p>"),
        ("<p>۲۵&nbsp;درصد و ۳&#160;درصد</p>", "<p>۲۵&nbsp;درصد و ۳&#160;درصد</p>"),
        ("<p>متن.&nbsp;<a>↩</a></p>", "<p>متن.&nbsp;<a>↩</a></p>"),
        ("<h2>الف &amp; ب &lt; ج &gt; د</h2>", "<h2>الف &amp; ب &lt; ج &gt; د</h2>"),
        ("<p>تا 21&nbsp;June 2024</p>", f"<p>تا {FA}21&nbsp;June 2024</bdi></p>"),
        ("<p>برچسب &lt;br&gt; است</p>", f"<p>برچسب {FA}&lt;br&gt;</bdi> است</p>"),
        ("<p>&NotEqualTilde;Kavan</p>", f"<p>&NotEqualTilde;{FA}Kavan</bdi></p>"),
        (
            "<p>https://e.example/شهر?x=1&amp;y=۲.</p>",
            f"<p>{FA}https://e.example/شهر?x=1&amp;y=۲</bdi>.</p>",
        ),
        ("<p>دما −۵ بود</p>", '<p>دما <bdi dir="ltr">−۵</bdi> بود</p>'),
        # Over the tags of a paragraph, as far as they allow
        ("<p>(<em>Kavan</em>: A City)</p>", f"<p>({FA}<em>Kavan</em>: A City</bdi>)</p>"),
        (
            "<li>St. <a href=x>Petersburg</a></li>",
            f"<li>{FA}St. <a href=x>Petersburg</a></bdi></li>",
        ),
        ("<p>m<sup>2</sup></p>", f"<p>{FA}m<sup>2</sup></bdi></p>"),
        (
            "<p><em>کتاب Kavan</em>: A City</p>",
            f"<p><em>کتاب {FA}Kavan</bdi></em>: {FA}A City</bdi></p>",
        ),
        (
            '<p>Kavan<sup id="x"><a>۱</a></sup></p>',
            f'<p>{FA}Kavan</bdi><sup id="x"><a>۱</a></sup></p>',
        ),
        (
            '<p class="x"><a>A</a> <a>B</a></p>',
            f'<p class="x"><a>{FA}A</bdi></a> <a>{FA}B</bdi></a></p>',
        ),
        ("<p>Kavan (Russia).</p>", f"<p>{FA}Kavan (Russia)</bdi>.</p>"),
        ("<code>--strict</code>", "<code>--strict</code>"),
        (
            "<pre><code>fa: نام (کوتاه)</code></pre>",
            f"<pre><code>fa: {EN}نام (کوتاه)</bdi></code></pre>",
        ),
        ('<a lang="en" href="x">English</a>', '<a lang="en" href="x">English</a>'),
        ("<bdi>BRILS+</bdi>", "<bdi>BRILS+</bdi>"),
        ("<title>BRILS+ – متن</title>", f"<title>{LRI}BRILS+{PDI} – متن</title>"),
        ('<a title="BRILS+">متن</a>', f'<a title="{LRI}BRILS+{PDI}">متن</a>'),
        ('<a data-x="a&gt;b BRILS">متن</a>', '<a data-x="a&gt;b BRILS">متن</a>'),
        ("<p>۱۴۰۳/۰۴/۰۱ تا ۱۲٪</p>", "<p>۱۴۰۳/۰۴/۰۱ تا ۱۲٪</p>"),
    ],
)
def test_latin_run_in_persian_is_isolated(html: str, expected: str) -> None:
    assert isolate_html(html, "fa") == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>the city (قاوان) is</p>", f"<p>the city ({EN}قاوان</bdi>) is</p>"),
        (
            "<p>«امروز …» is today</p>",
            f"<p>{EN}«امروز …»</bdi> is today</p>",
        ),
        (
            "<p>called «شهرهای بریلس\u200cپلاس» here</p>",
            f"<p>called {EN}«شهرهای بریلس\u200cپلاس»</bdi> here</p>",
        ),
        ("<p>by اومنا (تلمیز)</p>", f"<p>by {EN}اومنا (تلمیز)</bdi></p>"),
        ("<p>on ۱ تیر ۱۴۰۳ it</p>", f"<p>on {EN}۱ تیر ۱۴۰۳</bdi> it</p>"),
        ("<p>BRILS+ and 21 June</p>", "<p>BRILS+ and 21 June</p>"),
        (
            "<p>says «نشست BRILS+&nbsp;در قاوان» there</p>",
            f"<p>says {EN}«نشست {FA}BRILS+</bdi>&nbsp;در قاوان»</bdi> there</p>",
        ),
        (
            "<p>at https://e.example/شهر?x=1&amp;y=2 too</p>",
            f"<p>at {FA}https://e.example/شهر?x=1&amp;y=2</bdi> too</p>",
        ),
    ],
)
def test_persian_run_in_english_is_isolated(html: str, expected: str) -> None:
    assert isolate_html(html, "en") == expected


def test_what_is_isolated_is_left_alone_and_so_is_what_it_holds() -> None:
    once = isolate_html("<p>says «نشست BRILS+ در قاوان» at ۲ تیر</p>", "en")

    assert once.count("<bdi") == 3
    assert isolate_html(once, "en") == once


_ALPHABET = "ab1+-() .،قز۱«»&<>\"':/@~%\u00a0\u200c\n"
_TEXT = st.lists(
    st.one_of(
        st.text(alphabet=_ALPHABET, max_size=6),
        st.text(max_size=3),
        st.sampled_from(["https://a.example/", "St. ", "R&D", "۰۲۱-۸۸۷۷"]),
    )
).map("".join)


def as_any_entity(sign: str, how: int) -> str:
    """A sign as it can be written: by itself where that is sound, by a number or by a name."""
    named = codepoint2name.get(ord(sign))
    ways = [escape(sign), f"&#{ord(sign)};", f"&#x{ord(sign):x};", f"&{named};" if named else ""]
    return ways[how] or escape(sign)


class _Said(HTMLParser):
    """The text a browser reads off a page, and whether every mark that is opened is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.depth = "", 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.text += data


@given(_TEXT, st.sampled_from(["fa", "en"]))
def test_isolation_adds_marks_and_changes_nothing_else(text: str, lang: str) -> None:
    assume(not re.search("[\u2066-\u2069]", text))

    isolated = isolate_plain(text, lang)

    assert re.sub("[\u2066-\u2069]", "", isolated) == text


@given(_TEXT, st.data(), st.sampled_from(["fa", "en"]), st.sampled_from(["p", "span"]))
def test_no_entity_is_cut_however_a_sign_is_written(
    text: str, data: st.DataObject, lang: str, tag: str
) -> None:
    assume(not re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", text.replace("\n", "")))
    ways = data.draw(st.lists(st.integers(0, 3), min_size=len(text), max_size=len(text)))
    html = "".join(map(as_any_entity, text, ways))

    isolated = isolate_html(f"<{tag}>{html}</{tag}>", lang)

    said = _Said(isolated)
    assert (said.text, said.depth) == (text, 0)
    assert "&<bdi" not in isolated
    assert re.sub(r"</?bdi\b[^<>]*>", "", isolated) == f"<{tag}>{html}</{tag}>"


@given(_TEXT, st.sampled_from(["fa", "en"]))
def test_what_the_sanitiser_writes_says_the_same_when_it_is_isolated(text: str, lang: str) -> None:
    clean = sanitise(f"<p title='{escape(text)}'>{escape(text)} <em>{escape(text)}</em></p>")

    isolated = isolate_html(clean, lang)

    assert _Said(isolated).text == _Said(clean).text
    assert "&<bdi" not in isolated


def test_every_named_entity_stays_whole() -> None:
    names = [name for name in html5 if name.endswith(";")]
    for name in names:
        for lang, text in (("fa", f"<p>الف&{name}ب A&{name}B</p>"), ("en", f"<p>A&{name}الف</p>")):
            isolated = isolate_html(text, lang)

            assert re.sub(r"</?bdi\b[^<>]*>", "", isolated) == text
            assert _Said(isolated).text == _Said(text).text
    assert len(names) > 2000
