"""The pages in a real Chromium, over http under a sub-path and from disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from .conftest import SITE_URL, serve
from .visits import Visit, settle

ARTICLE = "news/league-founded.html"
KINDS = (
    "index.html",
    "news/index.html",
    ARTICLE,
    "timeline.html",
    "participants/index.html",
    "participants/ilvar-melchin.html",
    "guide/how-we-work.html",
    "guide/glossary.html",
    "sources.html",
)


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["fa", "en"])
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_pages_open_without_a_complaint(
    visit: Visit, served: str, site: Path, prefix: str, scheme: str
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"

    for path in KINDS:
        visit.page.goto(f"{base}{prefix}{path}")
        assert visit.complaints == [], path
        background = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background == "rgb(251, 250, 247)", path  # the style sheet is in force
    host = urlsplit(base).netloc
    assert {urlsplit(url).netloc for url in visit.requests} == {host}


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["fa", "en"])
def test_nothing_runs_over_on_a_narrow_screen(chromium: Browser, served: str, prefix: str) -> None:
    visit = Visit(chromium, width=320)

    for path in (*KINDS, "404.html"):
        visit.page.goto(f"{served}{prefix if path != '404.html' else ''}{path}")
        over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert visit.page.evaluate(over) <= 0, path
    visit.close()


LABELS = """() => {
  // The ink of each label of the sheet that is shown, and of each dot, in units of the sheet.
  const sheet = [...document.querySelectorAll('.nr-map__sheet')].filter(s => s.clientWidth);
  const labels = [...sheet[0].querySelectorAll('.nr-map__label')].map(text => {
    const size = parseFloat(getComputedStyle(text).fontSize), box = text.getBBox();
    const y = parseFloat(text.getAttribute('y'));
    return [box.x, y - 0.85 * size, box.x + box.width, y + 0.3 * size];
  });
  const dots = [...sheet[0].querySelectorAll('.nr-map__dot')].map(dot => {
    const box = dot.getBBox();
    return [box.x, box.y, box.x + box.width, box.y + box.height];
  });
  const {width, height} = sheet[0].viewBox.baseVal;
  const shown = parseFloat(getComputedStyle(sheet[0]).fontSize) * sheet[0].clientWidth / width;
  return {sheets: sheet.length, labels, dots, width, height, shown};
}"""


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["fa", "en"])
def test_labels_of_the_map_are_legible_and_collide_with_nothing(
    visit: Visit, served: str, prefix: str
) -> None:
    visit.page.goto(f"{served}{prefix}participants/index.html")

    for width in (320, 390, 480, 600, 720, 1000, 1440):
        visit.page.set_viewport_size({"width": width, "height": 900})
        settle(visit.page)
        labels_are_legible(visit.page.evaluate(LABELS))


def labels_are_legible(drawn: dict[str, Any]) -> None:
    assert drawn["sheets"] == 1
    assert len(drawn["labels"]) == len(drawn["dots"]) == 8
    assert 11 <= drawn["shown"] <= 18
    for x, y, end, foot in drawn["labels"]:
        assert 0 <= x <= end <= drawn["width"] and 0 <= y <= foot <= drawn["height"]
    boxes = [(box, other) for box in drawn["labels"] for other in drawn["labels"] + drawn["dots"]]
    for (x, y, end, foot), (left, top, right, bottom) in boxes:
        same = (x, y, end, foot) == (left, top, right, bottom)
        assert same or x >= right or left >= end or y >= bottom or top >= foot


def test_city_on_the_map_leads_to_its_page(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}participants/index.html")

    visit.page.click(".nr-map__sheet--wide .nr-map__city[href*=kavan] circle")

    assert visit.page.url == f"{served}participants/kavan.html"


def test_first_view_of_a_persian_article_asks_for_little(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{ARTICLE}", wait_until="networkidle")

    assert len(visit.requests) <= 5, visit.requests
    assert visit.page.evaluate("document.fonts.check('700 16px Vazirmatn', 'ق')")


def test_english_article_loads_no_font(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}en/{ARTICLE}")
    settle(visit.page)

    assert [url for url in visit.requests if url.endswith(".woff2")] == []


def test_language_link_leads_to_the_counterpart_and_back(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{ARTICLE}#support")

    visit.page.click(".nr-language")
    assert visit.page.url == f"{served}en/{ARTICLE}#support"
    assert visit.page.get_attribute("html", "lang") == "en"
    visit.page.click(".nr-language")
    assert visit.page.url == f"{served}{ARTICLE}#support"
    assert visit.page.get_attribute("html", "dir") == "rtl"


def test_mention_leads_to_its_participant_and_back(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{ARTICLE}")

    visit.page.click(".nr-mention--person >> nth=0")
    assert "/participants/" in visit.page.url
    visit.page.click(f".nr-mentions a[href*='{ARTICLE}']")
    assert visit.page.url.startswith(f"{served}{ARTICLE}")


def test_all_is_readable_without_javascript(chromium: Browser, served: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{served}{ARTICLE}")
    page.click(".nr-language")

    assert page.url == f"{served}en/{ARTICLE}"
    assert page.locator("main").inner_text().count("Ilvar Melchin") >= 1
    context.close()


@pytest.mark.parametrize("lost", ["nowhere.html", "en/news/deep/down/nowhere.html"])
def test_lost_reader_finds_home_at_any_depth(visit: Visit, served: str, lost: str) -> None:
    visit.page.goto(f"{served}{lost}")

    assert "پیدا نشد" in visit.page.inner_text("main")
    assert "not found" in visit.page.inner_text("main")
    visit.page.click("text=English home page")
    assert visit.page.url == f"{served}en/index.html"


def test_material_shell_opens_with_its_search(chromium: Browser, material_site: Path) -> None:
    visit = Visit(chromium)

    with serve(material_site) as host:
        visit.page.goto(f"{host}/en/{ARTICLE}")
        visit.page.click(".md-search__input")
        visit.page.keyboard.type("Shavolnikov")
        visit.page.wait_for_selector(".md-search-result__item")

        assert visit.page.locator(".md-search-result__link").count() >= 1
        assert [text for text in visit.complaints if "404" not in text] == []
    visit.close()


def background(visit: Visit) -> str:
    return str(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_chosen_scheme_holds_on_the_next_page(
    visit: Visit, served: str, site: Path, scheme: str
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"
    visit.page.goto(f"{base}{ARTICLE}")
    assert background(visit) == "rgb(251, 250, 247)"

    visit.page.check("input[value=dark]")
    assert background(visit) == "rgb(17, 22, 26)"
    visit.page.goto(f"{base}en/timeline.html")

    assert background(visit) == "rgb(17, 22, 26)"
    assert visit.page.is_checked("input[value=dark]")
    visit.page.check("input[value=auto]")
    assert background(visit) == "rgb(251, 250, 247)"


def test_paper_says_where_it_comes_from(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{ARTICLE}")
    visit.page.emulate_media(media="print")

    assert visit.page.locator(".nr-address").inner_text() == f"{SITE_URL}{ARTICLE}"
    assert not visit.page.is_visible(".nr-nav")
    assert visit.page.is_visible(".nr-source")


@pytest.mark.parametrize("javascript", [True, False])
def test_timeline_is_filtered_without_a_script(
    chromium: Browser, served: str, javascript: bool
) -> None:
    context = chromium.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(f"{served}timeline.html")
    every = page.locator(".nr-rail__item:visible").count()

    page.click(".nr-filter__open")
    page.check("input[value=planned]")

    planned = page.locator(".nr-rail__item:visible")
    assert 0 < planned.count() < every
    assert planned.count() == page.locator(".nr-rail__item--planned:visible").count()
    if javascript:
        assert page.url == f"{served}timeline.html?show=planned"
        page.reload()
        assert page.is_checked("input[value=planned]")
    context.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_choices_narrow_the_timeline_together(
    chromium: Browser, served: str, javascript: bool
) -> None:
    context = chromium.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(f"{served}en/timeline.html")
    items = page.locator(".nr-rail__item:visible")
    every = items.count()

    page.click(".nr-filter__open")
    page.select_option("[name=place]", "talmiz")
    in_talmiz = items.count()
    page.select_option("[name=name]", "yaghoub-houshmar")
    both = items.count()
    drawn = page.locator(".nr-row:visible").count()
    page.check("input[value=article]")
    reports = items.count()

    assert every > in_talmiz > both > 0
    assert both >= reports > 0
    assert drawn == both - reports  # of what is listed, the events
    assert page.locator(".nr-panel:visible").count() == 0
    if javascript:
        assert page.url.endswith("?show=article&place=talmiz&name=yaghoub-houshmar")
        assert page.locator("[role=status]").inner_text() == f"{reports} shown"
        page.reload()
        assert items.count() == reports
        page.select_option("[name=place]", "")
        page.select_option("[name=name]", "")
        page.check("input[name=show] >> nth=0")
        assert page.url == f"{served}en/timeline.html"
        assert items.count() == every
    context.close()


def test_address_with_unknown_choices_shows_everything(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}timeline.html?place=%3Cb%3E&show=x&name=nobody")
    items = visit.page.locator(".nr-rail__item")

    assert items.locator("visible=true").count() == items.count()
    assert visit.complaints == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_pointed_at_mention_shows_its_card_and_escape_puts_it_away(
    visit: Visit, site: Path, prefix: str
) -> None:
    page, card = visit.page, visit.page.locator(".nr-hover")
    page.goto(f"{site.as_uri()}/{prefix}{ARTICLE}")
    mention = page.locator(".nr-text .nr-mention--person").first

    mention.hover()
    card.wait_for(state="visible")
    name = page.locator(f'.nr-cast__name[href="{mention.get_attribute("href")}"]')
    assert card.locator("strong").inner_text() == name.inner_text()
    assert mention.get_attribute("aria-describedby") == card.get_attribute("id")
    assert card.locator("a, button").count() == 0
    card.hover()  # it may be pointed at itself
    page.wait_for_timeout(400)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert mention.get_attribute("aria-describedby") is None
    assert visit.complaints == []


def test_card_comes_with_the_keyboard_and_goes_with_it(visit: Visit, served: str) -> None:
    page, card = visit.page, visit.page.locator(".nr-hover")
    page.goto(f"{served}{ARTICLE}")
    page.locator(".nr-anchor").first.focus()

    page.keyboard.press("Tab")
    card.wait_for(state="visible")
    assert page.evaluate("document.activeElement.matches('.nr-mention, .nr-gloss')")
    page.keyboard.press("Shift+Tab")
    assert not card.is_visible()


def test_term_shows_its_definition_inside_the_window(chromium: Browser, served: str) -> None:
    visit = Visit(chromium, width=360)
    page, card = visit.page, visit.page.locator(".nr-hover")
    page.goto(f"{served}{ARTICLE}")
    for term in page.locator(".nr-text .nr-gloss").all()[:4]:
        term.hover()
        card.wait_for(state="visible")
        box = card.bounding_box()
        page.keyboard.press("Escape")
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    visit.close()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


def test_first_touch_shows_the_card_and_the_second_follows_the_link(
    phone: Page, served: str
) -> None:
    phone.goto(f"{served}{ARTICLE}")
    mention = phone.locator(".nr-text .nr-mention").first
    mention.scroll_into_view_if_needed()

    with phone.expect_event("requestfinished", lambda it: it.url.endswith("/cards.js")):
        phone.touchscreen.tap(2, 2)
    mention.tap()
    phone.locator(".nr-hover").wait_for(state="visible")
    assert phone.url == f"{served}{ARTICLE}"
    mention.tap()
    phone.wait_for_url("**/participants/*")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_header_keeps_the_language_link_beside_the_name(
    chromium: Browser, served: str, prefix: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{served}{prefix}index.html")
    for width in (360, 768, 960, 1024, 1055, 1056, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        name, link = (page.locator(it).bounding_box() for it in (".nr-wordmark", ".nr-language"))
        assert name is not None
        assert link is not None
        assert link["y"] < name["y"] + name["height"], width
        assert (link["x"] < name["x"]) == (prefix == ""), width
    page.close()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_touch_that_is_the_first_on_a_page_shows_the_card(
    phone: Page, served: str, site: Path, scheme: str
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"
    phone.goto(f"{base}{ARTICLE}")
    mention = phone.locator(".nr-text .nr-mention").first
    mention.scroll_into_view_if_needed()

    mention.tap()
    phone.locator(".nr-hover").wait_for(state="visible")
    assert phone.url == f"{base}{ARTICLE}"
    mention.tap()
    phone.wait_for_url("**/participants/*")


def test_touched_link_leads_on_where_its_card_cannot_come(phone: Page, served: str) -> None:
    phone.route("**/cards.js", lambda route: route.abort())
    phone.goto(f"{served}{ARTICLE}")

    phone.locator(".nr-text .nr-mention").first.tap()
    phone.wait_for_url("**/participants/*")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_paragraphs_stand_beside_each_other(visit: Visit, served: str, prefix: str) -> None:
    visit.page.goto(f"{served}{prefix}parallel/league-founded.html")
    rows = visit.page.eval_on_selector_all(
        ".nr-parallel__text > .nr-pair",
        """rows => rows.map(row => {
            const [own, other] = [...row.querySelectorAll('.nr-pair__side')];
            const at = side => side.firstElementChild.getBoundingClientRect();
            const direction = side => getComputedStyle(side.firstElementChild).direction;
            return {tops: [at(own).top, at(other).top], starts: [at(own).x, at(other).x],
                    directions: [direction(own), direction(other)]};
        })""",
    )
    own = ["rtl", "ltr"] if prefix == "" else ["ltr", "rtl"]

    assert len(rows) > 10
    for row in rows:
        assert row["directions"] == own
        assert abs(row["tops"][0] - row["tops"][1]) < 2
        assert (row["starts"][0] > row["starts"][1]) == (prefix == "")


def test_language_switch_keeps_the_paragraph(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{ARTICLE}")
    anchor = visit.page.locator(".nr-anchor").nth(3)
    anchor.focus()
    visit.page.keyboard.press("Enter")
    hash_ = visit.page.evaluate("location.hash")

    visit.page.click(".nr-language")
    visit.page.wait_for_url(f"{served}en/{ARTICLE}{hash_}")
    assert visit.page.locator(":target").count() == 1


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_language_link_stands_at_the_end_of_the_header(
    chromium: Browser, served: str, prefix: str, width: int
) -> None:
    visit = Visit(chromium, width=width)
    visit.page.goto(f"{served}{prefix}index.html")
    link = visit.page.locator(".nr-language").bounding_box()
    frame = visit.page.locator(".nr-header__inner").bounding_box()
    visit.close()

    assert link is not None and frame is not None
    gap = (
        link["x"] - frame["x"]
        if prefix == ""
        else frame["width"] + frame["x"] - link["x"] - link["width"]
    )
    assert gap < 24


@pytest.mark.parametrize("javascript", [True, False])
def test_index_is_filtered_by_group_and_country(
    chromium: Browser, served: str, javascript: bool
) -> None:
    context = chromium.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(f"{served}participants/index.html")
    cards = page.locator(".nr-card:visible")
    every = cards.count()

    page.click(".nr-filter__open")
    page.check("input[value=person]")
    people = cards.count()
    page.select_option("[name=place]", "iran")
    iranians = cards.count()

    assert every > people > iranians > 0
    assert page.locator(".nr-card--person:visible").count() == iranians
    assert page.locator(".nr-group:visible").count() == 1
    if javascript:
        assert page.url.endswith("?show=person&place=iran")
    context.close()
