"""The record on a code host: every link leads on, every block stands in its direction."""

import re
from posixpath import dirname, join, normpath

import pytest

from newsroom.edition.branch import branch_files
from newsroom.edition.markdown_blocks import markdown_block
from newsroom.record.catalogue import Catalogue
from newsroom.site.paragraphs import blocks_of
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.text.languages import LANGS

from ..code_host import Shown, shown
from ..conftest import ORIGINAL, WriteRecord, sample_site
from ..pages import SITE_URL

SITE = sample_site()
FILES = {file.path: str(file.content) for file in branch_files(SITE)}
PAGES = {path: Shown(text) for path, text in FILES.items() if path.endswith(".md")}
PERSIAN = re.compile("[\u0621-\u064a\u067e-\u06cc]")
LATIN = re.compile("[A-Za-z]{2}")


def broken(pages: dict[str, Shown], files: set[str]) -> list[str]:
    found = []
    for path, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            place = normpath(join(dirname(path), target)) if target else path
            is_there = place in files or place in {dirname(it) for it in files}
            if not link.startswith(("https://", "http://", "mailto:")) and (
                not is_there or (anchor and anchor not in pages[place].anchors)
            ):
                found.append(f"{path}: {link}")
    return found


def test_every_link_leads_somewhere_in_the_branch() -> None:
    assert broken(PAGES, set(FILES)) == []
    inside = [it for page in PAGES.values() for it in page.links if not it.startswith("http")]
    assert len(inside) > 200


def test_what_is_in_the_branch_is_not_linked_on_the_site() -> None:
    here = {f"{SITE_URL}{path.removesuffix('.md').removeprefix('fa/')}.html" for path in PAGES}
    own = {
        f"{SITE_URL}{it}news/{slug}.html" for slug in SITE.catalogue.articles for it in ("", "en/")
    }

    for path, page in PAGES.items():
        led = {it.partition("#")[0] for it in page.links} & here
        # Each article names its page on the site at its foot.
        assert led <= (own if "/news/" in path else set()), path


def test_every_word_stands_in_the_direction_of_its_script() -> None:
    for text, direction, tag in (it for page in PAGES.values() for it in page.words):
        if PERSIAN.search(text):
            assert direction == "rtl", (text, tag)
        elif LATIN.search(text) and tag != "code" and not text.startswith("http"):
            assert direction == "ltr", (text, tag)


def test_page_shows_no_markup_and_has_no_front_matter() -> None:
    isolates = {"\u2066", "\u2067", "\u2068", "\u2069"}  # of which a code host warns its readers

    for path, page in PAGES.items():
        markup = re.findall(r"\*\*|\]\(|</?\w|\\[_*\[]|&\w+;|\{[#%{]", page.text)
        assert markup == [], path
        assert FILES[path].startswith("<div dir=") and "\n\n\n" not in FILES[path]
        assert not isolates & {*FILES[path]}, path


def test_every_page_that_readers_come_to_is_there_in_both_languages() -> None:
    for lang in LANGS:
        expected = {f"{lang}/news/{slug}.md" for slug in SITE.catalogue.articles}
        expected |= {f"{lang}/participants/{id}.md" for id in SITE.catalogue.participants}
        expected |= {
            f"{lang}/{it}" for it in ("README.md", "timeline.md", "participants/README.md")
        }
        assert {path for path in PAGES if path.startswith(f"{lang}/")} == expected
    assert {"README.md", "stories/SHA256SUMS.txt"} <= set(FILES)


@pytest.mark.parametrize("lang", LANGS)
def test_story_has_every_word_of_its_page(lang: str) -> None:
    for slug, article in SITE.catalogue.articles.items():
        blocks = SITE.texts.blocks_of(article)[lang]
        words = " ".join(re.sub("<[^>]*>", " ", block.html) for block in blocks)

        text = PAGES[f"{lang}/news/{slug}.md"].text
        assert [it for it in re.findall(r"\w{3,}", words) if it not in text] == []
        assert article.versions[lang].title in text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>1. May</p>", "<p>1. May</p>"),
        ("<p># no heading, - no * list_ `x`</p>", "<p># no heading, - no * list_ `x`</p>"),
        ("<p>- a [b](c) ~~d~~</p>", "<p>- a [b](c) ~~d~~</p>"),
        ("<p>خانه <strong>کتاب</strong>\u200cها</p>", "<p>خانه <strong>کتاب</strong>\u200cها</p>"),
        (
            '<p>در <bdi lang="en" dir="ltr">A_b</bdi> و <a class="x" href="y (1).html">ب</a></p>',
            '<p>در <span lang="en" dir="ltr">A_b</span> و <a href="to/y%20(1).html">ب</a></p>',
        ),
        ('<h2 id="x">A &amp; B</h2>', "<h2>A &amp; B</h2>"),
        ('<p>a <a href="#x">b</a><br>c</p>', "<p>a b<br>c</p>"),
        (
            '<ul class="x"><li id="y">a <bdi lang="fa" dir="rtl">ب</bdi></li></ul>',
            '<ul><li>a <span lang="fa" dir="rtl">ب</span></li></ul>',
        ),
        ("<pre><code>a\n\n* b</code></pre>", "<pre><code>a\n\n* b</code></pre>"),
        (
            '<p>see <img src="a.png" alt="a *bridge*"></p>',
            "<p>see [a *bridge*]</p>",
        ),
    ],
)
def test_block_is_shown_as_it_is_on_its_page(html: str, expected: str) -> None:
    (block,) = blocks_of(html)

    def lead(target: str) -> str:
        return "" if target.startswith("#") else f"to/{target}"

    assert shown(markdown_block(block, lead)).strip() == expected


def test_divided_timeline_is_a_page_for_each_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.site.timeline.DIVIDED_FROM", 1)
    site = Site(SITE.catalogue, SITE.settings)

    files = {file.path: str(file.content) for file in branch_files(site)}

    pages = {path: Shown(text) for path, text in files.items() if path.endswith(".md")}
    assert len([path for path in pages if path.startswith("fa/timeline/")]) > 1
    assert broken(pages, set(files)) == []


def test_draft_is_in_no_file(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:").replace(
        "spoke.", "spoke of Zephyrhall."
    )
    root = write_record({"docs/en/news/kavan-meeting.md": draft})
    settings = SiteSettings(SITE_URL, MarkdownSettings(("attr_list",)), root=root)

    files = list(branch_files(Site(Catalogue.load(root)[0], settings)))

    assert [it.path for it in files if "Zephyrhall" in str(it.content)] == []
    assert not any("kavan-meeting" in it.path for it in files)
