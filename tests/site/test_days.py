"""What the pages say of when an event was, in both languages: a range is no duration by itself."""

import pytest

from ..pages import BuiltPage

WITHIN = {
    "fa": "یکی از روزهای خرداد ۱۴۰۲ (۲۲ مه تا ۲۱ ژوئن ۲۰۲۳)",
    "en": "on a day in Khordad 1402 (22 May to 21 June 2023)",
}
SOME_TIME = {
    "fa": "زمانی در اواسط آذر ۱۴۰۲ (حدود ۲ تا ۱۱ دسامبر ۲۰۲۳)",
    "en": "some time in mid-Azar 1402 (about 2 to 11 December 2023)",
}
LASTING = {
    "fa": "۱ تا ۴ تیر ۱۴۰۳ (۲۱ تا ۲۴ ژوئن ۲۰۲۴)",
    "en": "21 to 24 June 2024 (1 to 4 Tir 1403)",
}


def dates(page: BuiltPage) -> dict[str, str]:
    """The date of each event of a page's rails, by its title."""
    found: dict[str, str] = {}
    date = ""
    for element in page.elements:
        if "nr-rail__date" in element.classes:
            date = " ".join(element.text.split())
        if "nr-rail__title" in element.classes:
            found[" ".join(element.text.split())] = date
    return found


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_page_says_which_of_the_two_a_range_is(
    pages: dict[str, BuiltPage], lang: str
) -> None:
    folder = "" if lang == "fa" else "en/"
    titles = {
        "fa": ("میزبانی قاوان از نشست مجمع شهرداران رود", "«کاوانیش»", "روزهای گردهمایی"),
        "en": (
            "Kavan hosts a meeting of the River",
            "Kavanysh bridge-building",
            "Days of the BRILS+",
        ),
    }[lang]
    expected = dict(zip(titles, (WITHIN[lang], SOME_TIME[lang], LASTING[lang]), strict=True))
    seen = set()

    for page in pages.values():
        if page.lang == lang and page.path.startswith(folder):
            for title, date in dates(page).items():
                for part, words in expected.items():
                    if part in title:
                        assert words in date, page.path
                        seen.add((part, page.path))

    assert {part for part, _ in seen} == set(titles)
    assert (titles[0], f"{folder}participants/river-mayors-forum.html") in seen
    assert (titles[0], f"{folder}news/mayors-meet.html") in seen
    assert (titles[0], f"{folder}timeline.html") in seen


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_drawing_says_so_too(pages: dict[str, BuiltPage], lang: str) -> None:
    page = pages["timeline.html" if lang == "fa" else "en/timeline.html"]

    rows = [" ".join(it.text.split()) for it in page.all("p") if "nr-row__date" in it.classes]

    # In one calendar; the head of the panel has both.
    for date in (WITHIN[lang], LASTING[lang]):
        assert sum(date.partition(" (")[0] in row for row in rows) == 1
