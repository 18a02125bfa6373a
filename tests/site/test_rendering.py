"""Texts are rendered once, in order; links are paths between files and become addresses."""

import re

import pytest

from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.site.pages import site_pages
from newsroom.site.rendering import MarkdownSettings, Renderer, render_texts, resolved
from newsroom.site.texts import Texts

from ..conftest import ORIGINAL, PAGE, TRANSLATION, WriteRecord

MARKDOWN = MarkdownSettings(("attr_list", "footnotes", "toc"), {"toc": {"permalink": False}})


def page_at(lang: str, uri: str) -> Page:
    return Page(lang, uri, "T", "S", "", 1, "", {})


def texts_of(catalogue: Catalogue) -> Texts:
    return render_texts(catalogue, tuple(site_pages(catalogue)), MARKDOWN)


@pytest.mark.parametrize(
    ("lang", "uri", "target", "expected"),
    [
        ("fa", "news/x.md", "../guide/index.md#aims", "../guide/index.html#aims"),
        ("en", "news/x.md", "../guide/index.md#aims", "../guide/index.html#aims"),
        ("en", "news/x.md", "y.md", "y.html"),
        ("en", "news/x.md", "x.md", "x.html"),
        ("en", "news/x.md", "x.md#_2", "x.html#_2"),
        ("en", "index.md", "./news/x.md?a=b#c", "news/x.html?a=b#c"),
        ("fa", "index.md", "../media/kavan.jpg", "media/kavan.jpg"),
        ("fa", "news/x.md", "../../media/kavan.jpg", "../media/kavan.jpg"),
        ("en", "news/x.md", "../../media/a%20b.jpg", "../../media/a%20b.jpg"),
        ("en", "news/x.md", "#aims", "#aims"),
        ("en", "news/x.md", "https://a.example/x.md", "https://a.example/x.md"),
        ("en", "news/x.md", "mailto:a@b.example", "mailto:a@b.example"),
        ("en", "news/x.md", "//a.example/x.md", "//a.example/x.md"),
        ("en", "news/x.md", "", ""),
    ],
)
def test_path_between_files_becomes_the_way_between_pages(
    lang: str, uri: str, target: str, expected: str
) -> None:
    assert resolved(target, page_at(lang, uri)) == expected


def test_address_of_email_is_left_to_the_parser(write_record: WriteRecord) -> None:
    catalogue, _ = Catalogue.load(
        write_record({"docs/en/guide/index.md": PAGE.replace("Text.", "<a@b.example>")})
    )

    text = Renderer(catalogue, "en", MARKDOWN).render(
        catalogue.pages["en", "guide/index.md"], links=False
    )

    assert "mailto:" in text.content.replace("&#109;&#97;&#105;&#108;&#116;&#111;&#58;", "mailto:")


def test_page_leaves_nothing_to_the_next(write_record: WriteRecord) -> None:
    one = PAGE.replace("Text.", "Kavan[^1].\n\n## One {#one}\n\n[x]: index.md\n\n[^1]: A note.")
    two = PAGE.replace("Text.", "Kavan, [y][x].\n\n## Two {#two}\n")
    catalogue, _ = Catalogue.load(
        write_record({"docs/en/guide/one.md": one, "docs/en/guide/two.md": two})
    )
    renderer = Renderer(catalogue, "en", MARKDOWN)
    pages = [catalogue.pages["en", f"guide/{name}.md"] for name in ("one", "two")]

    first, second = (renderer.render(page, links=True) for page in pages)

    assert first == renderer.render(pages[0], links=True)
    assert second == Renderer(catalogue, "en", MARKDOWN).render(pages[1], links=True)
    assert [item.id for item in second.toc] == ["two"]
    assert "footnote" not in second.content and "[y][x]" in second.content


def test_headings_are_listed_with_those_below_them(write_record: WriteRecord) -> None:
    body = "## One {#one}\n\n### Within {#within}\n\n## Two *and* {#two}\n"
    catalogue, _ = Catalogue.load(
        write_record({"docs/en/guide/index.md": PAGE.replace("Text.", body)})
    )

    toc = texts_of(catalogue).of(catalogue.pages["en", "guide/index.md"]).toc

    assert [(it.id, it.level, [below.id for below in it.items]) for it in toc] == [
        ("one", 2, ["within"]),
        ("two", 2, []),
    ]


def test_names_are_linked_in_articles_and_the_guide_alone(write_record: WriteRecord) -> None:
    kavan = PAGE.replace("Text.", "Kavan and [the city][kavan].")
    catalogue, _ = Catalogue.load(
        write_record({"docs/en/index.md": kavan, "docs/en/guide/index.md": kavan})
    )
    texts = texts_of(catalogue)

    home, guide = (
        re.findall('<a[^>]*href="([^"]*)"', texts.of(catalogue.pages["en", uri]).content)
        for uri in ("index.md", "guide/index.md")
    )

    assert home == ["participants/kavan.html"]
    assert guide == ["../participants/kavan.html", "../participants/kavan.html"]


def test_english_blocks_have_the_anchors_of_the_persian_ones(
    write_record: WriteRecord,
) -> None:
    texts = {"en": ORIGINAL + "\nMore.\n\n- item\n", "fa": TRANSLATION + "\n- مورد\n"}
    catalogue, _ = Catalogue.load(
        write_record({f"docs/{lang}/news/kavan-meeting.md": text for lang, text in texts.items()})
    )

    blocks = texts_of(catalogue).blocks_of(catalogue.articles["kavan-meeting"])

    assert [block.anchor for block in blocks["fa"]] == ["_1", "aims", "aims_1", "aims_2"]
    assert [block.anchor for block in blocks["en"]] == [
        "_1",
        "aims",
        "aims_1",
        "aims_2_en",
        "aims_2",
    ]


def test_mentions_are_gathered_page_after_page(write_record: WriteRecord) -> None:
    kavan = PAGE.replace("Text.", "Kavan is a city.")
    catalogue, _ = Catalogue.load(
        write_record({"docs/en/guide/index.md": kavan, "docs/en/guide/more.md": kavan})
    )

    links = texts_of(catalogue).backlinks("en", "kavan")

    assert [(link.page.uri, link.sentence) for link in links] == [
        ("guide/index.md", "Kavan is a city."),
        ("guide/more.md", "Kavan is a city."),
    ]
    assert texts_of(catalogue).backlinks("fa", "kavan") == ()
