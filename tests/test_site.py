"""The whole site, built and walked: what holds on every page in both languages."""

import hashlib
import itertools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest

from newsroom.record.articles import LISTS
from newsroom.site.publication import outputs
from newsroom.site.timeline import DIVIDED_FROM
from newsroom.text.bidi import isolate_html
from newsroom.text.languages import LANGS

from .conftest import (
    EVENT,
    ORIGINAL,
    SITE_URL,
    WriteRecord,
    add_engine,
    build,
    sample_record,
    sample_site,
)
from .pages import BuiltPage, read_site

CATALOGUE = sample_record()
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "78da63f8ffff3f0005fe02fea735818e0000000049454e44ae426082"
)
"""A PNG image of one dot."""


@pytest.fixture(scope="session")
def material_pages(material_site: Path) -> dict[str, BuiltPage]:
    return read_site(material_site)


def digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def built_pages(root: Path, folder: Path) -> dict[str, BuiltPage]:
    """The pages of a record, built into a folder; no link of them is broken."""
    result = build(root, folder)
    assert result.returncode == 0, result.stderr
    pages = read_site(folder)
    assert broken_links(pages, folder) == []
    return pages


def broken_links(pages: dict[str, BuiltPage], folder: Path) -> list[str]:
    return [
        f"{page.path}: {address}"
        for page in pages.values()
        for element, address in page.links()
        if element.attributes.get("rel", "").strip() not in ("canonical",)
        if (target := page.target(address)) is not None
        if not (folder / target[0]).is_file()
        or (target[1] and target[0] in pages and target[1] not in pages[target[0]].ids)
    ]


@pytest.mark.parametrize(
    ("path", "label", "name"),
    [
        ("", "نام کامل", "ایلوار رادوویچ ملچین"),
        ("en/", "Full name", "Ilvar Radovich Melchin"),
    ],
)
def test_page_calls_a_field_as_its_kind_does(
    pages: dict[str, BuiltPage], path: str, label: str, name: str
) -> None:
    html = pages[f"{path}participants/ilvar-melchin.html"].html

    assert f"<dt>{label}</dt><dd>{name}</dd>" in html


def test_every_page_of_the_record_is_there(pages: dict[str, BuiltPage]) -> None:
    uris = [uri for _, uri in CATALOGUE.pages]
    uris += LISTS
    uris += [f"participants/{id}.md" for id in CATALOGUE.participants]
    uris += [f"topics/{id}.md" for id in CATALOGUE.topics]
    uris += [f"parallel/{slug}.md" for slug in CATALOGUE.articles]
    expected = {uri.removesuffix(".md") + ".html" for uri in uris}

    assert set(pages) == expected | {f"en/{path}" for path in expected} | {"404.html"}


def test_every_link_asset_and_anchor_resolves(pages: dict[str, BuiltPage], site: Path) -> None:
    assert broken_links(pages, site) == []


def test_addresses_inside_the_site_are_relative(pages: dict[str, BuiltPage]) -> None:
    absolute = {
        (path, address)
        for path, page in pages.items()
        if path != "404.html"
        for element, address in page.links()
        if address.startswith(("/", SITE_URL)) and element.tag != "link"
    }

    assert absolute == set()


def test_nothing_is_loaded_from_another_host(pages: dict[str, BuiltPage], site: Path) -> None:
    for page in pages.values():
        loaded = [
            address
            for element, address in page.links()
            if element.tag in ("script", "img")
            or element.attributes.get("rel") in ("stylesheet", "icon", "preload")
        ]
        assert all(page.target(address) for address in loaded), page.path
    style = (site / "assets" / "newsroom.css").read_text(encoding="utf-8")
    assert re.findall(r"url\((?!\"fonts/)", style) == []


def test_alternates_are_absolute_and_reciprocal(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        if path == "404.html":
            continue
        alternates = {
            element.attributes["hreflang"]: element.attributes["href"]
            for element in page.all("link")
            if "hreflang" in element.attributes
        }
        assert set(alternates) == {"fa", "en", "x-default"}, path
        assert alternates["x-default"] == alternates["en"]
        own = "en" if path.startswith("en/") else "fa"
        targets = {lang: page.target(address) for lang, address in alternates.items()}
        assert targets[own] == (path, "")
        bare = path.removeprefix("en/")
        assert (targets["fa"], targets["en"]) == ((bare, ""), (f"en/{bare}", ""))
        canonical = [e for e in page.all("link") if e.attributes.get("rel") == "canonical"]
        assert [e.attributes["href"] for e in canonical] == [alternates[own]]


def test_language_link_leads_to_the_counterpart(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        if path == "404.html":
            continue
        links = [e for e in page.all("a") if "data-language" in e.attributes]
        other = path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"
        assert links, path
        assert {page.target(link.attributes["href"]) for link in links} == {(other, "")}


def test_page_is_well_made(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        assert page.unbalanced == [], path
        assert len(page.all("h1")) == 1, path
        assert len(page.ids) == len(set(page.ids)), path
        assert all("alt" in image.attributes for image in page.all("img")), path
        titles = BuiltPage(path, page.html.partition("</head>")[0]).all("title")
        assert [bool(title.text.strip()) for title in titles] == [True], path
        levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
        steps = itertools.pairwise(levels)
        assert all(after - before <= 1 for before, after in steps), path


def test_nothing_inline_that_a_strict_policy_bars(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        assert not page.all("style"), path
        assert all("src" in script.attributes for script in page.all("script")), path
        handlers = [
            key
            for e in page.elements
            for key in e.attributes
            if key.startswith("on") or key == "style"
        ]
        assert handlers == [], path
        (policy,) = [e for e in page.all("meta") if "http-equiv" in e.attributes]
        assert "default-src 'none'" in policy.attributes["content"]
        assert "unsafe" not in policy.attributes["content"]


def test_nothing_is_left_to_isolate(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        # What stands in two languages is gone over piece by piece; see test_typography.
        if path != "404.html" and "parallel/" not in path:
            lang = "en" if path.startswith("en/") else "fa"
            assert isolate_html(page.html, lang) == page.html, path
            assert "&<bdi" not in page.html, path


def test_what_is_linked_is_what_the_index_lists(pages: dict[str, BuiltPage]) -> None:
    """A country in a bare list is linked at the foot of the article."""
    linked: set[tuple[str, str]] = set()
    listed: set[tuple[str, str]] = set()
    for path, page in pages.items():
        if "parallel/" in path:  # shows what the articles show
            continue
        for link in page.all("a"):
            classes = link.attributes.get("class", "").split()
            target = page.target(link.attributes["href"])
            if {"nr-mention", "nr-run__country"} & set(classes) and target:
                linked.add((target[0], path))
            elif "nr-mentions__link" in classes and target:
                listed.add((path, target[0]))

    assert len(linked) > 80
    assert linked == listed


def test_anchor_of_a_paragraph_holds_in_both_languages_and_side_by_side(
    pages: dict[str, BuiltPage],
) -> None:
    for slug in CATALOGUE.articles:
        articles = [pages[f"news/{slug}.html"], pages[f"en/news/{slug}.html"]]
        together = [pages[f"parallel/{slug}.html"], pages[f"en/parallel/{slug}.html"]]
        anchors = [[id for id in page.ids if not id.startswith("nr-")] for page in articles]

        assert anchors[0] == anchors[1]
        assert [id for id in anchors[0] if "_" in id]
        for page in together:
            assert [id for id in page.ids if not id.startswith("nr-")] == anchors[0]


def test_parallel_page_says_what_both_articles_say(pages: dict[str, BuiltPage]) -> None:
    for slug in CATALOGUE.articles:
        for folder in ("", "en/"):
            together = pages[f"{folder}parallel/{slug}.html"]
            shown = " ".join("".join(e.text for e in together.all("main")).split())
            for side in ("", "en/"):
                alone = pages[f"{side}news/{slug}.html"]
                numbers = r'<(a|span) class="nr-note__[a-z]+"[^>]*>.*?</\1> ?'
                plain = BuiltPage(alone.path, re.sub(numbers, "", alone.html))
                texts = [
                    element.text
                    for element in plain.all("div")
                    if {"nr-article__lede", "nr-article__text"} & set(element.classes)
                ]
                assert len(texts) == 2
                for paragraph in "\n".join(texts).split("\n"):
                    assert " ".join(paragraph.split()) in shown


def test_sitemap_lists_every_page_once(site: Path, pages: dict[str, BuiltPage]) -> None:
    root = etree.parse(site / "sitemap.xml").getroot()
    names = {"p": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [element.text or "" for element in root.iterfind("p:url/p:loc", names)]

    listed = sorted(
        path + "index.html" if path.endswith("/") or not path else path
        for path in (address.removeprefix(SITE_URL) for address in found)
    )

    assert listed == sorted(set(pages) - {"404.html"})


def test_every_image_of_the_sitemap_is_there(site: Path) -> None:
    root = etree.parse(site / "sitemap.xml").getroot()
    images = "{http://www.google.com/schemas/sitemap-image/1.1}loc"
    found = [str(element.text).removeprefix(SITE_URL) for element in root.iter(images)]

    assert found
    assert [path for path in found if not (site / path).is_file()] == []


def test_site_carries_nothing_but_what_its_pages_use(site: Path) -> None:
    made = {it.path for it in outputs(sample_site())}
    assert made <= digests(site).keys()
    others = sorted(
        path
        for path in digests(site).keys() - made
        if not path.endswith(".html") and path[:7] != "search/"
    )

    expected = [
        ".newsroom-site",
        "assets/cards.js",
        *sorted(
            f"assets/cards/{card}.png"
            for lang in LANGS
            for card in (lang, *(f"{lang}/{slug}" for slug in CATALOGUE.articles))
        ),
        "assets/follow.css",
        "assets/fonts/OFL.txt",
        "assets/fonts/vazirmatn.woff2",
        "assets/guide.css",
        "assets/home.css",
        "assets/icon.svg",
        "assets/newsroom.css",
        "assets/newsroom.js",
        "assets/overviews.css",
        "assets/participant.css",
        "assets/participants.css",
        "assets/search-page.css",
        "assets/search.css",
        "assets/search.js",
        "assets/timeline.css",
        "assets/translations.css",
        "media/bridge.png",
        *(
            f"pictures/news/mayors-meet.jpg.{it}"
            for it in ("480.webp", "720.jpg", "720.webp", "960.webp")
        ),
    ]
    assert others == sorted(expected)


def test_page_asks_for_one_style_sheet_and_one_script(pages: dict[str, BuiltPage]) -> None:
    for path, page in pages.items():
        assert len(re.findall(r'<link rel="stylesheet"', page.html)) == 1, path
        assert len(re.findall(r"<script src", page.html)) == 1, path


def test_sheet_of_a_page_styles_every_class_that_has_a_style(
    site: Path, pages: dict[str, BuiltPage]
) -> None:
    styled = {
        file.name: set(re.findall(r"\.(nr-[\w-]+)", file.read_text(encoding="utf-8")))
        for file in (site / "assets").glob("*.css")
    }
    anywhere = set().union(*styled.values())

    missing = {}
    for path, page in pages.items():
        (sheet,) = re.findall(r'<link rel="stylesheet" href="[^"]*?([\w-]+\.css)"', page.html)
        worn = {name for element in page.elements for name in element.classes}
        if lost := worn & anywhere - styled[sheet]:
            missing[path] = lost

    assert missing == {}


def test_first_view_of_a_persian_article_is_light(site: Path) -> None:
    import gzip

    page = site / "news" / "league-founded.html"
    assets = [site / "assets" / name for name in ("newsroom.css", "newsroom.js", "icon.svg")]
    font = site / "assets" / "fonts" / "vazirmatn.woff2"

    text = sum(len(gzip.compress(file.read_bytes(), 9)) for file in (page, *assets))

    assert font.stat().st_size <= 24_000
    assert text + font.stat().st_size <= 60_000


def test_map_stands_with_its_list_and_is_light(pages: dict[str, BuiltPage]) -> None:
    import gzip

    for path in ("participants/index.html", "en/participants/index.html"):
        page = pages[path]
        classes = [e.attributes.get("class", "") for e in page.elements]
        dots = [e for e in page.all("a") if "nr-map__city" in e.classes]
        ways = [page.target(e.attributes["href"]) for e in dots]
        assert sorted(map(str, ways[:8])) == sorted(map(str, ways[8:]))
        assert all(e.attributes["aria-label"] for e in dots)
        assert classes.count("nr-map__item") == len(dots) / 2 == 8
        html = page.html.encode()
        start, end = html.index(b'<div class="nr-map'), html.rindex(b'class="nr-map__item"')
        bare = html[:start] + html[end:]
        assert len(gzip.compress(html, 9)) - len(gzip.compress(bare, 9)) <= 5_500, path


def test_build_depends_on_nothing_but_its_input(sample: Path, site: Path, tmp_path: Path) -> None:
    root = tmp_path / "elsewhere" / "the record"
    for folder in ("docs", "data", "overrides"):
        shutil.copytree(sample / folder, root / folder)
    (root / "scripts" / "newsroom").mkdir(parents=True)
    shutil.copy(sample / "mkdocs.yml", root)

    result = build(
        root, tmp_path / "out", TZ="Asia/Tehran", LC_ALL="C", PYTHONHASHSEED="7", HOME=str(tmp_path)
    )

    assert result.returncode == 0, result.stderr
    assert digests(tmp_path / "out") == digests(site)


def test_command_builds_the_same_pages(sample: Path, site: Path, tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("newsroom")), "build", "--site-dir"]
    result = subprocess.run(
        [*command, str(tmp_path / "site")],
        cwd=sample,
        env={**os.environ, "SITE_URL": SITE_URL},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert digests(tmp_path / "site") == digests(site)


def test_properdocs_builds_the_same_pages(sample: Path, site: Path, tmp_path: Path) -> None:
    result = build(sample, tmp_path / "site", command="properdocs")

    assert result.returncode == 0, result.stderr
    assert digests(tmp_path / "site") == digests(site)


def test_material_shell_shows_the_same_content(
    pages: dict[str, BuiltPage], material_pages: dict[str, BuiltPage], material_site: Path
) -> None:
    assert set(material_pages) == set(pages)
    assert broken_links(material_pages, material_site) == []
    for path, page in material_pages.items():
        (html,) = page.all("html")
        if path != "404.html":  # Material makes it with the language that is built last
            assert html.attributes["lang"] == ("en" if path.startswith("en/") else "fa")
        assert len(page.all("h1")) == 1, path
        assert [e.text for e in page.all("h1")] == [e.text for e in pages[path].all("h1")]
        assert 'data-md-component="search"' in page.html
        assert "__palette" in page.html
    assert (material_site / "search" / "search_index.json").is_file()


def test_markup_in_content_reaches_no_page(write_record: WriteRecord, tmp_path: Path) -> None:
    from .conftest import ORIGINAL, PERSON, TRANSLATION

    root = write_record(
        {
            "data/people/ilvar-melchin.yml": PERSON.replace("ملچین", '"ملچین & \\"یک\\""', 0)
            + 'note: {fa: "یک & دو \' \\"", en: "one & two \' \\""}\n',
            "docs/en/news/kavan-meeting.md": ORIGINAL
            + "\n<script>alert(document)</script>\n\n"
            + '<img src="../../media/dot.png" alt="A dot" onerror="alert(document)">\n',
            "docs/fa/news/kavan-meeting.md": TRANSLATION + "\n![یک نقطه](../../media/dot.png)\n",
            "docs/media/dot.png": PIXEL,
        }
    )
    add_engine(root)

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    article = (tmp_path / "site" / "en" / "news" / "kavan-meeting.html").read_text("utf-8")
    assert "alert(document)" not in article.replace("&lt;", "<").replace('src="x"', "")
    person = (tmp_path / "site" / "en" / "participants" / "ilvar-melchin.html").read_text("utf-8")
    assert "one &amp; two &#39; &#34;" in person


def test_link_that_leads_nowhere_keeps_the_site_from_being_built(
    write_record: WriteRecord, tmp_path: Path
) -> None:
    targets = {
        "no-page.md": "'no-page.md' does not exist",
        "../guide/index.md#gone": "has no section 'gone'",
        "#lost": "has no section 'lost'",
        "/news/index.md": "the address '/news/index.md'",
        "../../media/none.png": "'../../media/none.png' does not exist",
        "../guide/glossary.md#no-term": "has no section 'no-term'",
        "../timeline.md#no-event": "has no section 'no-event'",
        "../sources.md#no-source": "has no section 'no-source'",
        "../participants/kavan.md#no-section": "has no section 'no-section'",
        "../news/index": "'../news/index' does not exist",
    }
    links = "".join(f"\n- [a link]({target})" for target in targets)
    root = write_record({"docs/en/news/kavan-meeting.md": f"{ORIGINAL}{links}\n"})
    add_engine(root)

    result = build(root, tmp_path / "site")

    assert result.returncode == 1
    for message in targets.values():
        assert message in result.stderr, message


def test_link_may_lead_to_what_a_page_is_made_of(write_record: WriteRecord, tmp_path: Path) -> None:
    targets = (
        "../timeline.md#meeting",
        "../sources.md#report",
        "../guide/glossary.md#term",
        "../participants/kavan.md",
        "#aims",
    )
    links = "".join(f"\n- [a link]({target})" for target in targets)
    term = "{id: term, term: {fa: واژه, en: term}, definition: {fa: ت, en: d}}"
    root = write_record(
        {
            "docs/en/news/kavan-meeting.md": f"{ORIGINAL}{links}\n",
            "data/glossary.yml": f"terms: [{term}]\n",
        }
    )
    add_engine(root)

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    assert broken_links(read_site(tmp_path / "site"), tmp_path / "site") == []


def test_media_are_shared_by_both_languages(write_record: WriteRecord, tmp_path: Path) -> None:
    from .conftest import ORIGINAL, TRANSLATION

    image = "\n![A dot](../../media/dot.png)\n"
    root = write_record(
        {
            "docs/media/dot.png": PIXEL,
            "docs/en/news/kavan-meeting.md": ORIGINAL + image,
            "docs/fa/news/kavan-meeting.md": TRANSLATION + image.replace("A dot", "یک نقطه"),
        }
    )
    add_engine(root)

    result = build(root, tmp_path / "site")

    assert result.returncode == 0, result.stderr
    pages = read_site(tmp_path / "site")
    targets = {
        pages[path].target(pages[path].all("img")[0].attributes["src"])
        for path in ("news/kavan-meeting.html", "en/news/kavan-meeting.html")
    }
    assert all((tmp_path / "site" / path).is_file() for path, _ in filter(None, targets))
    assert None not in targets


def test_divided_timeline_keeps_the_address_of_every_event(
    write_record: WriteRecord, tmp_path: Path
) -> None:
    events: dict[str, str | bytes | None] = {
        f"data/events/event-{number}.yml": EVENT.replace(
            "2024-06-21", f"20{10 + number % 10}-05-05"
        )
        for number in range(DIVIDED_FROM)
    }
    root = write_record(events)
    add_engine(root)

    result = build(root, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    pages = read_site(tmp_path / "site")
    assert broken_links(pages, tmp_path / "site") == []
    for folder, year in (("", "1393"), ("en/", "2014")):
        assert set(pages[f"{folder}timeline.html"].ids) >= {f"event-{n}" for n in range(500)}
        assert "event-4" in pages[f"{folder}timeline/{year}.html"].ids
        (switch,) = [
            link
            for link in pages[f"{folder}timeline/{year}.html"].all("a")
            if link.attributes.get("class") == "nr-language"
        ]
        assert switch.attributes["href"].endswith(f"timeline/{year}.html")


@pytest.mark.parametrize("shell", ["newsroom", "material"])
def test_drafts_are_shown_in_the_preview_alone(
    write_record: WriteRecord, tmp_path: Path, shell: str
) -> None:
    draft = ORIGINAL.replace("place:", "draft: true\nplace:")
    root = write_record({"docs/en/news/kavan-meeting.md": draft})
    add_engine(root, shell=shell)

    published = build(root, tmp_path / "published")
    preview = build(root, tmp_path / "preview", SITE_URL="http://127.0.0.1:8000/")

    assert (published.returncode, preview.returncode) == (0, 0), published.stderr + preview.stderr
    assert not list((tmp_path / "published").rglob("kavan-meeting.html"))
    assert not any(
        "kavan-meeting" in file.read_text(encoding="utf-8")
        for file in (tmp_path / "published").rglob("*.*ml")
    )
    page = (tmp_path / "preview" / "en" / "news" / "kavan-meeting.html").read_text(encoding="utf-8")
    assert "draft, not published" in page
