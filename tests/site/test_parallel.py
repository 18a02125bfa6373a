from newsroom.record.articles import Article, Page
from newsroom.site.paragraphs import Block, blocks_of
from newsroom.site.parallel import parallel_rows
from newsroom.text.bidi import isolate_html, isolated


def article() -> Article:
    versions = {lang: Page(lang, "news/x.md", "T", "S", "", 1, "", {}) for lang in ("en", "fa")}
    return Article(
        slug="x", original="en", versions=versions, title="T", summary="S", source="report"
    )


def test_rows_lead_where_the_article_leads() -> None:
    texts = {
        "fa": blocks_of('<p><a href="../participants/k.html">ک</a> <a href="y.html#z_1">ی</a></p>'),
        "en": blocks_of(
            '<p><a href="../participants/k.html">K</a> <a href="https://e.org/">e</a></p>'
        ),
    }

    (row,) = parallel_rows(article(), "fa", texts)

    assert row.own is not None
    assert 'href="../participants/k.html"' in row.own
    assert 'href="../news/y.html#z_1"' in row.own
    assert row.other is not None
    assert 'href="../en/participants/k.html"' in row.other
    assert 'href="https://e.org/"' in row.other


def test_ids_of_one_page_differ_and_footnotes_keep_to_their_column() -> None:
    note = '<p>a<sup id="fnref:1"><a href="#fn:1">1</a></sup> <a href="#_2">b</a></p>'
    end = '<div class="footnote"><ol><li id="fn:1">n</li></ol></div>'
    texts = {lang: blocks_of(f"{note}\n{end}") for lang in ("fa", "en")}

    first, last = parallel_rows(article(), "en", texts)

    assert (first.anchor, last.anchor) == ("_1", "_2")
    assert first.own is not None and 'href="#fn:1"' in first.own
    assert first.other is not None and 'href="#fa.fn:1"' in first.other
    assert 'href="#_2"' in first.other
    assert last.other is not None and '<li id="fa.fn:1">' in last.other


def test_paragraphs_are_counted_and_headings_are_not() -> None:
    text = blocks_of('<p>a</p>\n<h2 id="x">X</h2>\n<p>b</p>')

    rows = parallel_rows(article(), "fa", {"fa": text, "en": text})

    assert [(row.anchor, row.number) for row in rows] == [("_1", 1), ("x", None), ("x_1", 2)]


def test_foreign_column_is_isolated_in_its_own_language() -> None:
    persian = isolate_html("<p>گفت BRILS+، و</p>", "fa")
    texts = {"fa": blocks_of(persian), "en": blocks_of("<p>BRILS+ said</p>")}

    (row,) = parallel_rows(article(), "en", texts)

    assert row.own == isolated("<p>BRILS+ said</p>")
    assert row.other == isolated('<p>گفت <bdi lang="en" dir="ltr">BRILS+</bdi>، و</p>')


def test_every_id_leads_to_one_row_also_where_one_language_was_moved() -> None:
    fa = [Block("p", "<p>آ</p>", "", "_1"), Block("p", "<p>ب</p>", "", "_2", former=("_4",))]
    en = [Block("p", "<p>b</p>", "", "_2"), Block("p", "<p>a</p>", "", "_1", former=("_2-b",))]

    rows = list(parallel_rows(article(), "fa", {"fa": fa, "en": en}))

    led = [id for row in rows for id in (row.anchor, *row.former) if id]
    assert sorted(led) == ["_1", "_2", "_2-b", "_4"]
    assert sum(row.own is not None for row in rows) == 2
