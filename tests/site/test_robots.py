"""What a host tells programs: robots, vulnerabilities, the search, the images of pages."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as etree

import pytest

from newsroom.site.opensearch import description
from newsroom.site.publication import outputs
from newsroom.site.robots import SECURITY, robots
from newsroom.site.site import SecurityContact, Site
from newsroom.site.sitemap import images_of, sitemap
from newsroom.text.languages import LANGS

from ..conftest import sample_site

SITE = sample_site()
OPEN = "{http://a9.com/-/spec/opensearch/1.1/}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
PAGES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
CONTACT = SecurityContact("mailto:security@record.example", date(2027, 6, 1))


@pytest.mark.parametrize(
    ("site_url", "sitemap", "has_note"),
    [
        ("https://record.example/", "https://record.example/sitemap.xml", False),
        ("https://record.example/sub/path/", "https://record.example/sub/path/sitemap.xml", True),
    ],
)
def test_robots_may_read_all_and_are_shown_the_sitemap(
    site_url: str, sitemap: str, has_note: bool
) -> None:
    lines = robots(site_url).splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == [
        "User-agent: *",
        "Allow: /",
        f"Sitemap: {sitemap}",
    ]
    assert lines[0].startswith("#") == has_note
    assert not has_note or "in /sub/path/" in lines[0]


def test_contact_is_written_only_where_the_settings_name_one() -> None:
    site = Site(SITE.catalogue, replace(SITE.settings, security=CONTACT))

    (file,) = (it for it in outputs(site) if it.path == SECURITY)

    assert SECURITY not in {it.path for it in outputs(SITE)}
    assert str(file.make()).splitlines() == [
        "Contact: mailto:security@record.example",
        "Expires: 2027-06-01T00:00:00Z",
        "Preferred-Languages: fa, en",
        f"Canonical: {SITE.settings.site_url}.well-known/security.txt",
    ]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (None, None),
        ({"contact": "mailto:security@record.example", "expires": date(2027, 6, 1)}, CONTACT),
    ],
)
def test_contact_is_read_off_the_settings(
    setting: object, expected: SecurityContact | None
) -> None:
    assert SecurityContact.of(setting) == expected


@pytest.mark.parametrize(
    "setting",
    [
        "security@record.example",
        {"contact": "mailto:security@record.example"},
        {"contact": "security@record.example", "expires": date(2027, 6, 1)},
        {"contact": "http://record.example/", "expires": date(2027, 6, 1)},
        {"contact": "https://record.example/", "expires": "soon"},
        {"contact": "https://record.example/", "expires": date(2027, 6, 1), "key": "x"},
    ],
)
def test_half_a_contact_is_refused(setting: object) -> None:
    with pytest.raises(ValueError):
        SecurityContact.of(setting)


@pytest.mark.parametrize("lang", LANGS)
def test_browser_asks_the_search_of_a_language(lang: str) -> None:
    locale = SITE.locales[lang]

    root = etree.fromstring(description(locale, "https://record.example/sub/"))

    folder = "" if lang == "fa" else "en/"
    url = root.find(f"{OPEN}Url")
    assert url is not None
    assert (
        url.get("template") == f"https://record.example/sub/{folder}search.html?q={{searchTerms}}"
    )
    assert root.findtext(f"{OPEN}LongName") == locale.t("site.name")
    assert 0 < len((root.findtext(f"{OPEN}ShortName") or "").replace("\u200c", "")) <= 16
    assert root.findtext(f"{OPEN}Language") == lang


def test_sitemap_names_the_images_of_an_article() -> None:
    uri = "news/mayors-meet.md"
    images = images_of(SITE.catalogue)

    text = sitemap(SITE.catalogue, {"fa": (uri,), "en": (uri,)}, "https://record.example/", images)

    first, second = etree.fromstring(text).findall(f"{PAGES}url")
    assert [it.text for it in first.iter(f"{IMAGE}loc")] == [
        "https://record.example/pictures/news/mayors-meet.jpg.960.webp",
        "https://record.example/assets/cards/fa/mayors-meet.png",
    ]
    assert [str(it.text).rpartition("/")[2] for it in second.iter(f"{IMAGE}loc")] == [
        "mayors-meet.jpg.960.webp",
        "mayors-meet.png",
    ]
