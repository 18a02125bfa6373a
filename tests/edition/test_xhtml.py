"""What becomes of a page in a book, piece by piece."""

import pytest

from newsroom.edition.xhtml import chapter

PAGE = (
    '<!doctype html><html lang="fa" dir="rtl"><head><title>x</title></head><body>{}</body></html>'
)
REFERENCE = '<a class="nr-note__reference" href="#n" aria-label="note 1">۱</a>'
NOTED = (
    '<a class="nr-note__reference" href="#n" role="doc-noteref" id="nr-note-1" '
    'epub:type="noteref">۱</a>'
)
NOTE = '<aside class="note" id="n" role="doc-footnote" epub:type="footnote">'
BACK = '<a role="doc-backlink" href="#nr-note-1" aria-label="back to ۱">↩</a>'


def made(body: str) -> str:
    """The body of the chapter a page becomes."""
    page = chapter(PAGE.format(body), lead, lambda at: f"shown/{at}", "back to {}".format)
    return page.decode().partition("<body ")[2].partition(">")[2].partition("</body>")[0]


def lead(to: str) -> str:
    return to if to.startswith("#") else f"led/{to}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p id="_1"><a class="nr-anchor" href="#_1"></a>متن</p>', '<p id="_1">متن</p>'),
        ('<a href="x.html">a</a>', '<a href="led/x.html">a</a>'),
        (
            '<picture><source srcset="a.webp"><source srcset="b.webp">'
            '<img src="a.jpg" alt="A" loading="lazy" sizes="1px"></picture>!',
            '<img src="shown/a.jpg" alt="A"/>!',
        ),
        ("<p>a<br>b<span id='s'></span></p>", '<p>a<br/>b<span id="s"></span></p>'),
        ("<code>x</code>", '<code dir="ltr">x</code>'),
        ('<bdi lang="en" dir="ltr">x</bdi>', '<bdi lang="en" dir="ltr" xml:lang="en">x</bdi>'),
        (
            '<details class="nr-unfold"><summary>Details</summary><p>a</p></details>',
            '<div class="nr-unfold"><p>a</p></div>',
        ),
        (
            "<details open><summary>Years</summary><p>a</p></details>",
            '<div><p class="nr-unfolded">Years</p><p>a</p></div>',
        ),
        ("<details><p>a</p></details>", "<div><p>a</p></div>"),
        ('<section><h2>Map</h2><div class="nr-map">a</div></section>', ""),
        ("<section><p>a</p></section>", "<section><p>a</p></section>"),
        (
            '<svg viewBox="0 0 600 400"><text x="1">قاوان</text></svg>',
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><rect class="'
            'nr-graphic__ground" width="600" height="400"/><text x="1">قاوان</text></svg>',
        ),
    ],
)
def test_page_becomes_a_chapter(body: str, expected: str) -> None:
    assert made(f"<main>{body}</main>") == f"<main>{expected}</main>"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            '<p id="n">متن <b>ب</b></p>',
            f'<p class="nr-unfolded">۱ چرا؟</p><p>متن <b>ب</b> {BACK}</p>',
        ),
        (
            "<ul><li>الف</li></ul>",
            f'<p class="nr-unfolded">۱ چرا؟</p><ul><li>الف</li></ul><p> {BACK}</p>',
        ),
    ],
)
def test_note_of_the_editors_is_a_footnote(note: str, expected: str) -> None:
    id = "" if 'id="n"' in note else ' id="n"'
    box = f'<details class="note"{id}><summary>۱ چرا؟</summary>{note}</details>'

    assert made(f"<p>الف{REFERENCE}</p>{box}") == f"<p>الف{NOTED}</p>{NOTE}{expected}</aside>"


def test_note_without_a_number_is_none_that_a_reader_may_hide() -> None:
    box = '<details class="note"><summary>چرا؟</summary><p>متن</p></details>'

    assert made(box) == '<div class="note"><p class="nr-unfolded">چرا؟</p><p>متن</p></div>'


def test_note_of_markdown_has_its_number_however_often_it_is_called() -> None:
    first, second = (
        f'<sup id="fnref{at}:1"><a class="footnote-ref" href="#fn:1">۱</a></sup>' for at in ("", 2)
    )
    back = '<a class="footnote-backref" href="#fnref:1">↩</a>'
    notes = f'<div class="footnote"><ol><li id="fn:1"><p>یعنی {back}</p></li></ol></div>'

    text = made(f"<p>{first}{second}</p>{notes}")

    assert text.count('epub:type="noteref"') == 2
    assert text.endswith(
        '<div class="footnote"><div><aside id="fn:1" role="doc-footnote" epub:type="footnote"><p>'
        '<span class="nr-note__number">۱</span> یعنی <a class="footnote-backref" href="#fnref:1" '
        'role="doc-backlink" aria-label="back to ۱">↩</a></p></aside></div></div>'
    )
