import pytest

from newsroom.site.addresses import absolute_url, relative_url, url_of


@pytest.mark.parametrize(
    ("lang", "uri", "expected"),
    [
        ("fa", "index.md", "index.html"),
        ("fa", "news/x.md", "news/x.html"),
        ("en", "news/x.md", "en/news/x.html"),
        ("en", "timeline.md#meeting", "en/timeline.html#meeting"),
        ("en", "feed.xml", "en/feed.xml"),
    ],
)
def test_page_is_published_under_its_language(lang: str, uri: str, expected: str) -> None:
    assert url_of(lang, uri) == expected


@pytest.mark.parametrize(
    ("target", "base", "expected"),
    [
        ("index.html", "index.html", "index.html"),
        ("en/news/x.html", "news/x.html", "../en/news/x.html"),
        ("news/x.html", "en/news/x.html", "../../news/x.html"),
        ("timeline.html#a", "timeline.html", "#a"),
        ("timeline.html#a", "news/x.html", "../timeline.html#a"),
        ("news/a.html", "news/b.html", "a.html"),
    ],
)
def test_address_inside_the_site_is_relative(target: str, base: str, expected: str) -> None:
    assert relative_url(target, base) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("index.html", "https://a.example/sub/"),
        ("en/index.html", "https://a.example/sub/en/"),
        ("en/news/index.html", "https://a.example/sub/en/news/"),
        ("news/x.html", "https://a.example/sub/news/x.html"),
    ],
)
def test_full_address_of_an_index_is_its_folder(url: str, expected: str) -> None:
    assert absolute_url("https://a.example/sub", url) == expected
