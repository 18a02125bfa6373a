"""A story in a file of its own: opened anywhere, it asks for nothing and says where it is from."""

import hashlib
import re
import unicodedata
from base64 import b64encode
from pathlib import Path

import pytest

from newsroom.record.catalogue import Catalogue
from newsroom.site.output import data_files
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.site.story_files import DIGESTS, outputs, story_path
from newsroom.site.story_text import plain_lines
from newsroom.text.bidi import isolate_html
from newsroom.text.languages import LANGS

from ..conftest import ORIGINAL, TRANSLATION, WriteRecord, sample_site
from ..pages import SITE_URL, BuiltPage
from ..visits import Visit

SITE = sample_site()
FILES = {it.path: it.make() for it in outputs(SITE)}
SLUGS = sorted(SITE.catalogue.articles)
STORIES = {
    path: BuiltPage(path, content)
    for path, content in FILES.items()
    if isinstance(content, str) and path.endswith(".html")
}
LEAGUE = story_path("league-founded", "fa")


def lang_of(path: str) -> str:
    return path.rsplit(".", 2)[1]


def files_of(root: Path) -> dict[str, str]:
    settings = SiteSettings(SITE_URL, MarkdownSettings(("attr_list",)), root=root)
    files = outputs(Site(Catalogue.load(root)[0], settings))
    return {it.path: str(it.make()) for it in files}


def test_each_version_of_an_article_has_a_page_and_a_text() -> None:
    expected = {
        story_path(slug, lang, it) for slug in SLUGS for lang in LANGS for it in ("html", "txt")
    }

    assert set(FILES) == expected | {DIGESTS}


@pytest.mark.parametrize("path", STORIES)
def test_story_is_in_its_language_and_isolated(path: str) -> None:
    story = STORIES[path]

    assert story.lang == lang_of(path) and story.unbalanced == []
    assert isolate_html(story.html, story.lang) == story.html


@pytest.mark.parametrize("path", STORIES)
def test_story_asks_for_nothing(path: str) -> None:
    story = STORIES[path]

    assert not [it.tag for it in story.elements if it.tag in ("script", "source")]
    canonical, icon = story.all("link")
    assert canonical.attributes["rel"] == "canonical"
    # Served by a host, a page without an icon is asked for /favicon.ico.
    assert icon.attributes == {"rel": "icon", "href": "data:,"}
    assert {it.attributes["src"][:16] for it in story.all("img")} <= {"data:image/webp;"}
    assert (
        "url(" not in story.html and "@import" not in story.html and "@font-face" not in story.html
    )


@pytest.mark.parametrize("path", STORIES)
def test_policy_allows_the_one_style_by_its_digest(path: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", STORIES[path].html, re.DOTALL)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()

    (policy,) = (it for it in STORIES[path].all("meta") if "http-equiv" in it.attributes)
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("path", STORIES)
def test_link_leads_into_the_file_or_to_the_site_by_its_whole_address(path: str) -> None:
    story = STORIES[path]
    pages = {f"{SITE_URL}{it.path}" for it in data_files(SITE)}

    for _, address in story.links():
        if address.startswith("#"):
            assert address[1:] in story.ids, address
        else:
            assert address.startswith(("https://", "data:")), address
            if address.startswith(f"{SITE_URL}stories/"):
                assert address in pages


def test_name_in_the_text_leads_to_what_the_file_says_of_it() -> None:
    story = STORIES[LEAGUE]
    names = [it for it in story.all("a") if "nr-mention" in it.classes]

    assert names and all(it.attributes["href"].startswith("#nr-of-") for it in names)
    assert len(story.ids) == len(set(story.ids))


def test_story_says_where_it_is_from_and_which_day_it_is_of() -> None:
    story = STORIES[LEAGUE]
    source = SITE.locales["fa"].source(SITE.catalogue.articles["league-founded"].source)

    (foot,) = (it for it in story.all("section") if "nr-copy__check" in it.classes)
    assert f"{SITE_URL}news/league-founded.html" in foot.text
    assert (
        hashlib.sha256(str(FILES[LEAGUE.replace(".html", ".txt")]).encode()).hexdigest()
        in foot.text
    )
    assert source.title and source.title in story.html
    (head,) = (it for it in story.all("span") if "nr-copy__state" in it.classes)
    assert head.text == "نسخه‌ای از این خبر به تاریخ ۱۰ آذر ۱۴۰۳ (۳۰ نوامبر ۲۰۲۴)"


def test_list_has_the_digest_of_every_file_by_its_name() -> None:
    lines = [
        f"{hashlib.sha256(str(content).encode()).hexdigest()}  {path.rpartition('/')[2]}"
        for path, content in sorted(FILES.items())
        if path != DIGESTS
    ]

    assert str(FILES[DIGESTS]).splitlines() == lines


def test_list_made_first_has_the_same_digests() -> None:
    first = next(it for it in outputs(SITE) if it.path == DIGESTS)

    assert first.make() == FILES[DIGESTS]


@pytest.mark.parametrize("path", STORIES)
def test_story_is_light(path: str) -> None:
    """A photograph stands in it with 40 KB more."""
    pictures = sum(len(it.attributes["src"]) for it in STORIES[path].all("img"))

    assert pictures <= 40_000 and ("mayors-meet" in path) == (pictures > 0)
    assert len(STORIES[path].html.encode()) - pictures <= 60_000
    assert len(str(FILES[path.replace(".html", ".txt")]).encode()) <= 60_000


def test_draft_has_no_file_and_its_page_leads_to_none(write_record: WriteRecord) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:")
    root = write_record({"docs/en/news/kavan-meeting.md": draft})

    settings = SiteSettings(SITE_URL, MarkdownSettings(("attr_list",)), root=root)
    assert list(outputs(Site(Catalogue.load(root, drafts=True)[0], settings))) == []


def test_machine_translation_is_called_one(write_record: WriteRecord) -> None:
    machine = TRANSLATION.replace("{of: en}", "{of: en, machine: true}")
    root = write_record({"docs/fa/news/kavan-meeting.md": machine})
    files = files_of(root)

    assert "ترجمهٔ ماشینی" in files["stories/kavan-meeting.fa.txt"].splitlines()[2]
    assert "ماشینی" in files["stories/kavan-meeting.fa.html"]


@pytest.mark.parametrize(
    ("html", "lang", "expected"),
    [
        (
            '<p>در <a href="x"><bdi lang="en" dir="ltr">River 2.0</bdi></a> گفت.</p>',
            "fa",
            "در \u2066River 2.0\u2069 گفت.",
        ),
        (
            '<p>He said <bdi lang="fa" dir="rtl">ساحل</bdi>.</p>',
            "en",
            "He said \u2067ساحل\u2069.",
        ),
        ("<p>a <bdi>b</bdi> <code>c</code></p>", "fa", "a \u2068b\u2069 \u2066c\u2069"),
        ("<ul><li>one<li><p>two</p><p>three</p></ul>", "en", "• one\n• two\nthree"),
        ('<ol start="1390"><li>یک</li><li>دو</li></ol>', "fa", "۱۳۹۰. یک\n۱۳۹۱. دو"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "en",
            "a | b\n1 | 2",
        ),
        ('<p>one<br>two &amp; <img src="x.png" alt="a bridge"></p>', "en", "one\ntwo & [a bridge]"),
    ],
)
def test_block_as_plain_lines(html: str, lang: str, expected: str) -> None:
    assert plain_lines(html, lang) == expected


@pytest.mark.parametrize("path", sorted(it for it in FILES if it.endswith("txt") and it != DIGESTS))
def test_text_keeps_its_direction_in_a_messenger(path: str) -> None:
    """Each line closes what it opens, and no run of the other script lies bare in it."""
    strong = {"fa": {"L"}, "en": {"R", "AL"}}[lang_of(path)]
    lines = str(FILES[path]).splitlines()

    assert lines[-1].startswith(SITE_URL)
    for line in lines[:-1]:
        depth, bare = 0, ""
        for character in line:
            depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
            bare += "" if depth else character
        assert depth == 0, line
        assert not strong & {unicodedata.bidirectional(it) for it in bare}, line


def test_story_opens_without_a_network_under_another_name(visit: Visit, tmp_path: Path) -> None:
    visit.context.set_offline(True)
    for path in STORIES:
        file = tmp_path / "پیام (2).html"
        file.write_text(STORIES[path].html, encoding="utf-8")
        visit.page.goto(file.as_uri())

        assert visit.page.evaluate(
            "document.querySelector('h1').getBoundingClientRect().height > 0"
        )
        styled = "getComputedStyle(document.querySelector('.nr-copy')).display"
        assert visit.page.evaluate(styled) == "flex"

    assert visit.complaints == []
    assert {it for it in visit.requests if not it.startswith("data:")} == {file.as_uri()}
