"""Fifty invented stories to draw: names short and long, places near and far, dates in heaps."""

import random
from collections.abc import Iterator

from newsroom.site.graphics import dots, locator, moments, squares
from newsroom.site.graphics.shapes import Drawing

NAMES = {
    "fa": [
        "قاوان",
        "تلمیز",
        "بندر توروالیای شمالی",
        "دلوران",
        "کورداووپولیس",
        "آب",
        "سن‌ویسنته دو ماریا",
    ],
    "en": [
        "Kavan",
        "Talmiz",
        "North Torvalia Harbour",
        "Delvaran",
        "Cordavópolis",
        "Ob",
        "Mwmbwm West",
    ],
}
NOTES = {"fa": "جمهوری لاروستان · ۳٬۴۴۰ کیلومتر", "en": "Republic of Larvistan · 3,440 km"}
TITLES = {
    "fa": [
        "پیشنهاد کمیتهٔ خواهرخواندگی تلمیز و قاوان با عضویت سه شهردار",
        "نشست",
        "سفر دو شهردار به قاوان",
    ],
    "en": [
        "A committee for the ties of Talmiz and Kavan is proposed by its mayors",
        "Meeting",
        "Trip",
    ],
}
SENTENCES = {
    "fa": "ساکنان شهرهایی که شهردارشان در نشست مؤسس اتحادیه حاضر بود",
    "en": "the residents of the municipalities whose heads were present when the league was founded",
}
KILOMETRES = {"fa": "{} کیلومتر", "en": "{} km"}


def drawings(lang: str) -> Iterator[tuple[str, Drawing]]:
    """Fifty drawings of all kinds in a language, each with a name."""
    draws = random.Random(11)
    for number in range(20):
        yield f"map {number}", _map(draws, lang)
    for number in range(10):
        yield f"squares {number}", _squares(draws, lang)
    for number in range(10):
        count = draws.randrange(1000, 10 ** draws.randrange(4, 9))
        what = " ".join([SENTENCES[lang]] * draws.randrange(1, 3))
        yield f"dots {number}", dots.dots(count, f"{count:,}", what, lang)
    for number in range(10):
        yield f"time {number}", _time(draws, lang)


def _map(draws: random.Random, lang: str) -> Drawing:
    middle = (draws.uniform(-55, 65), draws.uniform(-180, 180))
    spread = draws.choice((0.5, 3, 12, 30, 90))

    def near() -> tuple[float, float]:
        return (
            max(-85, min(85, middle[0] + draws.uniform(-spread, spread))),
            middle[1] + draws.uniform(-spread, spread),
        )

    host = locator.Spot(middle, draws.choice(NAMES[lang]), (NOTES[lang],))
    others = [
        locator.Spot(near(), draws.choice(NAMES[lang]), (NOTES[lang], "3"), draws.random() < 0.2)
        for _ in range(draws.randrange(9))
    ]
    return locator.locator(host, others, lang, KILOMETRES[lang].format, NOTES[lang])


def _squares(draws: random.Random, lang: str) -> Drawing:
    amounts = []
    for value in (draws.uniform(1e3, 1e5), draws.uniform(1e5, 1e7)):
        printed = f"{value:,.0f}" if draws.random() < 0.5 else SENTENCES[lang][:28]
        amounts.append(squares.Amount(value, printed, draws.choice(NAMES[lang]), SENTENCES[lang]))
    if draws.random() < 0.5:  # nearly alike, so that the small one is large
        amounts[1] = squares.Amount(
            amounts[0].value * draws.uniform(2, 6), "4", "K", SENTENCES[lang]
        )
    return squares.squares(*amounts, lang)


def _time(draws: random.Random, lang: str) -> Drawing:
    entries: list[moments.Moment | moments.Gap] = []
    for _ in range(draws.randrange(1, 12)):
        status = draws.choice(("held", "planned", "proposed"))
        date = draws.choice((NOTES[lang], SENTENCES[lang]))
        entries.append(moments.Moment(date, draws.choice(TITLES[lang]), status, status))
        if draws.random() < 0.3:
            entries.append(moments.Gap(NOTES[lang]))
    return moments.moments(entries, lang)
