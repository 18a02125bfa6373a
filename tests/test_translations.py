"""Sites in which one language is behind the other, or has not got an article at all."""

import re
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest

from .conftest import (
    EVENT,
    ORIGINAL,
    SITE_URL,
    TRANSLATION,
    add_engine,
    build,
    recorded,
)
from .pages import BuiltPage, Element, read_site
from .test_site import broken_links

LONE_EN = ORIGINAL.replace("A meeting in Kavan", "A lone meeting with «نشست»").replace(
    "---\n\nIlvar",
    "translation_wanted: {since: 2024-07-02, note: Ask first}\n---\n\nIlvar",
)
LONE_FA = (
    "---\ntitle: گزارشی تنها از BRILS+\nsummary: چه گفته شد.\nplace: kavan\nsource: report\n"
    "events: [meeting]\ntranslation_wanted: {since: 2024-07-02, claimed_by: Sara, "
    "claimed: 2024-07-03}\n---\n\nایلوار ملچین سخن گفت.\n\n## هدف‌ها {#aims}\n\nمتن.\n"
)
MACHINE = TRANSLATION.replace("نشستی در قاوان", "ترجمهٔ ماشین")
CHANGED = ORIGINAL.replace("events: [meeting]\n", "events: [meeting]\nupdated: 2024-12-03\n")
CHANGED = CHANGED.replace(
    "Text.\n", "Text. A sentence of 21 June 2024 on «نشست».\n\n## Means {#means}\n\nMore.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from .conftest import SMALL_RECORD

    root = tmp_path_factory.mktemp("translations") / "record"
    news = {
        "docs/en/news/kavan-meeting.md": CHANGED,
        "docs/fa/news/kavan-meeting.md": str(
            recorded("docs/fa/news/kavan-meeting.md", TRANSLATION, SMALL_RECORD)
        ),
        "docs/en/news/machine.md": ORIGINAL,
        "docs/fa/news/machine.md": str(
            recorded("docs/fa/news/machine.md", MACHINE, {"docs/en/news/machine.md": ORIGINAL})
        ).replace("date: 2024-07-01,", "date: 2024-07-01, machine: true,"),
        "docs/en/news/lone-en.md": LONE_EN,
        "docs/fa/news/lone-fa.md": LONE_FA,
        "data/figures.yml": "figures:\n  - id: two\n    value: {fa: ۲, en: '2'}\n"
        "    label: {fa: شهر, en: cities}\n    article: lone-fa\n    sources: [report]\n",
    }
    for path, content in {**SMALL_RECORD, **news}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    add_engine(root)
    site = root.parent / "site"
    result = build(root, site, REPO_URL="https://github.com/example/record")
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="module")
def made(folder: Path) -> dict[str, BuiltPage]:
    return read_site(folder)


def alternates(page: BuiltPage) -> dict[str, str]:
    links = (element.attributes for element in page.all("link"))
    return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}


def canonical(page: BuiltPage) -> str:
    (link,) = [e for e in page.all("link") if e.attributes.get("rel") == "canonical"]
    return link.attributes["href"]


def switches(page: BuiltPage) -> list[tuple[str, str] | None]:
    """Where the links to the other language lead."""
    links = [e.attributes for e in page.all("a") if "data-language" in e.attributes]
    return [page.target(link["href"]) for link in links]


def text_of(page: BuiltPage, name: str) -> str:
    return " ".join(" ".join(e.text for e in page.elements if name in e.classes).split())


def test_every_link_leads_somewhere(made: dict[str, BuiltPage], folder: Path) -> None:
    assert broken_links(made, folder) == []
    assert all(page.unbalanced == [] for page in made.values())


@pytest.mark.parametrize(
    ("page", "mark", "lang"),
    [("en/{}.html", "in Persian", "fa"), ("{}.html", "به انگلیسی", "en")],
)
@pytest.mark.parametrize("uri", ["index", "news/index", "timeline"])
def test_stand_in_is_listed_and_marked_in_the_other_language(
    made: dict[str, BuiltPage], uri: str, page: str, mark: str, lang: str
) -> None:
    shown = made[page.format(uri)]
    links = [e for e in shown.all("a") if f"lone-{lang}.html" in e.attributes.get("href", "")]
    titles = {made[f"{'en/' if lang == 'en' else ''}news/lone-{lang}.html"].all("h1")[0].text}

    assert {" ".join(e.text.split()) for e in links} == titles
    assert any(e.text.strip() == mark for e in shown.elements if "nr-draft" in e.classes)
    said = [e for e in shown.all("bdi") if e.lang == lang and e.text.strip() in titles]
    assert [e.attributes["dir"] for e in said] == ["rtl" if lang == "fa" else "ltr"]


@pytest.mark.parametrize(
    ("original", "stand_in"),
    [("news/lone-fa.html", "en/news/lone-fa.html"), ("en/news/lone-en.html", "news/lone-en.html")],
)
def test_article_in_one_language_has_a_stand_in_in_the_other(
    made: dict[str, BuiltPage], original: str, stand_in: str
) -> None:
    own, other = made[original], made[stand_in]
    robots = [e for e in other.all("meta") if e.attributes.get("name") == "robots"]

    assert set(alternates(own)) - {"x-default"} == {own.lang}
    assert alternates(other) == {}
    assert canonical(own) == canonical(other) == SITE_URL + original
    assert [e.attributes["content"] for e in robots] == ["noindex"]
    assert switches(other) == [(original, "")]
    assert switches(own) == [(stand_in, "")]
    (title,) = other.all("h1")
    assert (title.lang, title.text) == (own.lang, own.all("h1")[0].text)
    assert title.attributes["dir"] == ("rtl" if own.lang == "fa" else "ltr")


def test_stand_in_is_no_address_of_an_article(made: dict[str, BuiltPage], folder: Path) -> None:
    sitemap = etree.parse(folder / "sitemap.xml").getroot()
    listed = {e.text for e in sitemap.iter() if e.tag.endswith("}loc")}
    alternate = {e.attrib.get("href") for e in sitemap.iter()}

    assert f"{SITE_URL}news/lone-fa.html" in listed
    for stand_in in ("en/news/lone-fa.html", "news/lone-en.html"):
        assert SITE_URL + stand_in not in listed | alternate
    for path in ("participants/ilvar-melchin", "sources"):
        assert "lone-fa" not in made[f"en/{path}.html"].html
        assert "lone-fa" in made[f"{path}.html"].html
    texts = (folder / "search" / "en" / "texts-0.js").read_text(encoding="utf-8")
    assert "lone-en.html" in texts and '"en/news/lone-fa.html"' not in texts


def test_anchors_of_an_original_alone_are_its_own(made: dict[str, BuiltPage]) -> None:
    for path in ("news/lone-fa.html", "en/news/lone-en.html"):
        assert {"_1", "aims", "aims_1"} <= set(made[path].ids)


def test_claim_and_wish_are_told(made: dict[str, BuiltPage]) -> None:
    claimed, wanted = made["en/news/lone-fa.html"], made["news/lone-en.html"]

    assert "Sara took on the translation on 3 July 2024" in text_of(claimed, "nr-text")
    assert "issues/new" not in claimed.html
    (claim,) = [e for e in wanted.all("a") if "issues/new" in e.attributes["href"]]
    assert claim.attributes["href"] == (
        "https://github.com/example/record/issues/new?template=claim-translation.yml&page=lone-en"
    )


def test_reader_of_a_translation_that_is_behind_is_told_what_changed(
    made: dict[str, BuiltPage],
) -> None:
    page = made["news/kavan-meeting.html"]

    note = text_of(page, "nr-behind")
    marks = page.all("mark")
    assert "۲ بخش از ۴ بخش متن اصلی در ۱۳ آذر ۱۴۰۳ (۳ دسامبر ۲۰۲۴) تغییر کرده است" in note
    assert "بخش تازه" in note
    assert [(mark.text, mark.lang) for mark in marks] == [
        ("A sentence of 21 June 2024 on «نشست».", "en"),
        ("Means", "en"),
        ("More.", "en"),
    ]
    passages = [e for e in page.elements if "nr-behind__passage" in e.classes]
    assert [" ".join(e.text.split()) for e in passages] == [
        "Text. A sentence of 21 June 2024 on «نشست».",
        "More.",
    ]
    assert {(e.attributes["lang"], e.attributes["dir"]) for e in passages} == {("en", "ltr")}
    targets = [page.target(e.attributes["href"]) for e in links_in(page, "nr-behind")]
    assert targets == [
        ("parallel/kavan-meeting.html", "aims"),
        ("parallel/kavan-meeting.html", "means"),
        ("en/news/kavan-meeting.html", "aims"),
        ("en/news/kavan-meeting.html", "means"),
    ]
    # The Persian word in an English sentence of a Persian page is isolated in its own language.
    assert re.search(r'<mark>.*<bdi lang="fa" dir="rtl">«?نشست', page.html)


def links_in(page: BuiltPage, name: str) -> list[Element]:
    return [e for e in page.all("a") if e.is_inside(name)]


def test_original_and_current_translations_carry_no_note(made: dict[str, BuiltPage]) -> None:
    for path in ("en/news/kavan-meeting.html", "en/news/machine.html", "news/lone-fa.html"):
        assert not made[path].has_class("nr-behind")
        assert "translations.css" not in made[path].html


@pytest.mark.parametrize("path", ["parallel/kavan-meeting.html", "en/parallel/kavan-meeting.html"])
def test_changed_paragraphs_are_marked_side_by_side(made: dict[str, BuiltPage], path: str) -> None:
    rows = [e for e in made[path].elements if "nr-pair--changed" in e.classes]

    assert [row.attributes["id"] for row in rows][:1] == ["aims_1"]
    assert len(rows) == 3


def test_machine_translation_is_labelled_wherever_it_stands(
    made: dict[str, BuiltPage], folder: Path
) -> None:
    label = "ترجمهٔ ماشینی"
    article = made["news/machine.html"]

    assert "هنوز ویراستاری" in text_of(article, "nr-behind")
    for path in ("news/index.html", "timeline.html", "translations.html", "parallel/machine.html"):
        assert label in made[path].html, path
    feed = (folder / "feed.xml").read_text(encoding="utf-8")
    assert f"<summary>[{label}] چه گفته شد.</summary>" in feed
    assert label not in made["en/news/index.html"].html


def test_page_of_translations_says_how_far_each_one_is(made: dict[str, BuiltPage]) -> None:
    page = made["en/translations.html"]
    groups = [e.attributes["id"] for e in page.all("h2") if "nr-group__name" in e.classes]

    assert groups == ["nr-stale", "nr-wanted", "nr-claimed", "nr-unreviewed", "nr-together"]
    edits = [e.attributes["href"] for e in page.all("a") if "/edit/" in e.attributes["href"]]
    assert "https://github.com/example/record/edit/main/docs/fa/news/lone-fa.md" in edits
    assert "https://github.com/example/record/edit/main/docs/en/guide/index.md" in edits
    rows = [e for e in page.elements if "nr-standing" in e.classes]
    assert "2 of 4 sections of the original changed on 3 December 2024" in rows[0].text


def test_record_that_lies_nowhere_on_the_web_has_nothing_to_edit(
    pages: dict[str, BuiltPage],
) -> None:
    for path in ("translations.html", "en/translations.html"):
        links = [e.attributes["href"] for e in pages[path].all("a")]
        assert [link for link in links if "edit/" in link or link.startswith("http")] == []


def test_year_of_a_divided_timeline_stands_in_both_languages(tmp_path: Path) -> None:
    from newsroom.record.catalogue import Catalogue
    from newsroom.site.pages import site_pages
    from newsroom.site.timeline import DIVIDED_FROM

    from .conftest import SMALL_RECORD

    events = {f"data/events/event-{n}.yml": EVENT for n in range(DIVIDED_FROM)}
    lone = LONE_FA.replace("place: kavan", "date: 2019-05-05\nplace: kavan")
    files = {**SMALL_RECORD, **events, "docs/fa/news/lone-fa.md": lone}
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")

    catalogue, _ = Catalogue.load(tmp_path)
    found = {(page.lang, page.uri) for page in site_pages(catalogue)}

    assert ("fa", "timeline/2019.md") in found
    assert ("en", "timeline/2019.md") in found
