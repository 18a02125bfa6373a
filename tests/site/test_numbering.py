"""What Markdown's parser would lose: the numbers of lists and notes, the sides of columns."""

import re

import markdown
import pytest

from newsroom.site.fragments import plain_text
from newsroom.site.numbering import Numbering
from newsroom.site.sanitise import sanitise

from ..conftest import sample_record

EXTENSIONS = ["attr_list", "footnotes", "tables"]
STRINGS = sample_record().strings


def render(text: str, lang: str) -> str:
    numbering = Numbering(lang, STRINGS[lang]["article.note_back"])
    return sanitise(markdown.markdown(text, extensions=[*EXTENSIONS, numbering]))


def one_line(html: str) -> str:
    return re.sub(r"\s*\n\s*", "", html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("۱. الف\n۲. ب", "<ol><li>الف</li><li>ب</li></ol>"),
        ("۵. الف\n۶. ب", '<ol start="5"><li>الف</li><li>ب</li></ol>'),
        ("٥. ا\n7. b\n8. c", '<ol start="5"><li>ا</li><li value="7">b</li><li>c</li></ol>'),
        ("5. a\n\n7. b", '<ol start="5"><li><p>a</p></li><li value="7"><p>b</p></li></ol>'),
        ("3. a\n2. b", '<ol start="3"><li>a</li><li value="2">b</li></ol>'),
        ("1. a\n1. b\n1. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
        ("0. a\n1. b", '<ol start="0"><li>a</li><li>b</li></ol>'),
        ("1402. In it.", '<ol class="nr-list--long" start="1402"><li>In it.</li></ol>'),
        (
            "۱۴۰۲. الف\n۱۴۰۲. ب",
            '<ol class="nr-list--long" start="1402"><li>الف</li><li value="1402">ب</li></ol>',
        ),
        ("- a\n\n1402. b", '<ul><li>a</li></ul><ol class="nr-list--long" start="1402"><li>b</li></ol>'),
        ("- a\n\n    5. b", '<ul><li><p>a</p><ol start="5"><li>b</li></ol></li></ul>'),
        ("1402\\. In it.", "<p>1402. In it.</p>"),
        ("1234567890. x", "<p>1234567890. x</p>"),
        ('<ol start="۵"><li value="۹">x</li></ol>', '<ol start="5"><li value="9">x</li></ol>'),
        ('<ol start="five"><li>x</li></ol>', "<ol><li>x</li></ol>"),
    ],
)  # fmt: skip
def test_list_counts_as_its_author_does(text: str, expected: str) -> None:
    assert one_line(render(text, "fa")) == expected


def test_number_of_any_length_stops_nothing() -> None:
    assert render(f"{'9' * 9000}. x", "en") == f"<p>{'9' * 9000}. x</p>"


def test_notes_are_counted_as_a_reader_meets_them() -> None:
    text = (
        "One[^b], *two*[^c].\n\n- three[^x]\n    - four[^m]\n- five[^a] and again[^b]\n\n"
        "six | seven[^t]\n---|---\n8[^u] | 9\n\n"
        + "\n".join(f"[^{id}]: Note {id}" for id in "utamxcbz")
    )

    html = render(text, "en")

    notes = re.findall(r'<li id="fn:(.)">', html)
    references = re.findall(r'<a class="footnote-ref" href="#fn:(.)">(\d+)</a>', html)
    titles = re.findall(r'href="#fnref:(.)" title="([^"]*)"', html)
    assert "".join(notes) == "bcxmatuz"
    assert references == [(id, str("bcxmatu".index(id) + 1)) for id in "bcxmabtu"]
    assert titles == [(id, f"Back to note {at} in the text") for at, id in enumerate("bcxmatuz", 1)]


def test_notes_of_a_persian_page_are_persian() -> None:
    html = render("متن[^الف] و[^۲].\n\n[^۲]: دو\n[^الف]: یک", "fa")

    assert re.findall(r'footnote-ref" href="([^"]*)">([^<]*)<', html) == [
        ("#fn:الف", "۱"),
        ("#fn:۲", "۲"),
    ]
    assert re.findall(r' title="([^"]*)"', html) == [
        "بازگشت به پانوشت ۱ در متن",
        "بازگشت به پانوشت ۲ در متن",
    ]
    assert not re.search("[A-Za-z]", re.sub("<[^>]*>|&nbsp;", "", html))


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_column_keeps_its_side(lang: str) -> None:
    html = render("a | b | c | d\n:--|--:|:-:|--\n1 | 2 | 3 | 4", lang)

    sides = ["nr-align-start", "nr-align-end", "nr-align-center", ""]
    cells = re.findall(r'<(t[hd])(?: class="([^"]*)")?>', html)
    assert cells == [(tag, side) for tag in ("th", "td") for side in sides]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("۱۴۰۲. سال نخست.\n۱۴۰۴. سال دوم.", "fa", "۱۴۰۲. سال نخست. ۱۴۰۴. سال دوم."),
        ("1402. That year.\n\n1403. The next.", "en", "1402. That year. 1403. The next."),
        ("1. One.\n2. Two.\n\n    7. Inner.", "en", "One. Two. 7. Inner."),
        ("It ended[^1] there.\n\n[^1]: So.", "en", "It ended there. So."),
    ],
)
def test_plain_text_says_years_and_not_the_numbers_of_notes(
    text: str, lang: str, expected: str
) -> None:
    assert plain_text(render(text, lang), lang) == expected
