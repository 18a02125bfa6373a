"""The search in a real Chromium: words as the index has them, the box, its results, its page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from newsroom.publish.terms import protected_names
from newsroom.record.catalogue import Catalogue
from newsroom.text.stems import HIDDEN, Stemmer, fold, words_of

from .conftest import ROOT
from .text.test_months import PHRASES
from .text.test_stems import ALIKE
from .visits import Visit

ARTICLE = "news/association-founded.html"
CATALOGUE, _ = Catalogue.load(ROOT)

VIOLATIONS = """
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


def search(page: Page, query: str) -> list[str]:
    """The addresses of what is found for a query, below the root of the site."""
    page.fill(".nr-search", query)
    page.wait_for_selector(".nr-results[data-turn]", state="attached")
    page.wait_for_function(
        "() => { const it = document.querySelector('.nr-results').dataset; return it.turn === it.asked; }"
    )
    links: list[str] = page.locator(".nr-hit__link").evaluate_all(
        "links => links.map((link) => link.href.slice(self.nrFinder.home.href.length))"
    )
    return links


def marks(page: Page) -> set[str]:
    return set(page.locator(".nr-hit__mark").all_inner_texts())


@pytest.fixture
def box(visit: Visit, served: str) -> Iterator[Page]:
    """A page of each test's own with the box in reach."""
    visit.page.add_init_script(VIOLATIONS)
    visit.page.goto(f"{served}{ARTICLE}")
    yield visit.page
    assert visit.complaints == []
    assert visit.page.evaluate("globalThis.violations") == []


def words_of_the_record() -> list[str]:
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")]
    texts = (file.read_text(encoding="utf-8") for file in sorted(files))
    words = {word for text in texts for word in words_of(text)}
    return sorted(words | {word for row in ALIKE for word in row})


def test_browser_makes_the_same_terms_of_thousands_of_words(box: Page) -> None:
    words = words_of_the_record()
    names = Stemmer(protected_names(CATALOGUE)).names
    box.focus(".nr-search")
    box.wait_for_function("() => self.nrFinder")
    script = """async ([words, names]) => {
      const read = await self.nrFinder.tables(), known = new Set(names);
      return words.map((word) => [read.fold(word), read.terms(word), read.terms(word, known)]);
    }"""

    found = box.evaluate(script, [words, sorted(names)])

    bare, protecting = Stemmer(), Stemmer(names)
    expected = [[fold(it), list(bare.terms(it)), list(protecting.terms(it))] for it in words]
    assert len(words) > 1000
    assert [row for row in zip(words, found, expected, strict=True) if row[1] != row[2]] == []


def test_browser_tells_words_apart_as_the_index_does(box: Page) -> None:
    files = sorted((ROOT / "docs").rglob("*.md"))
    texts = [file.read_text(encoding="utf-8") for file in files] + ["L’Aquila's 1,000 می\u200cشود‌"]
    box.focus(".nr-search")
    box.wait_for_function("() => self.nrFinder")

    found = box.evaluate(
        "async (texts) => { const read = await self.nrFinder.tables(); return texts.map(read.wordsOf); }",
        texts,
    )

    assert found == [list(words_of(text)) for text in texts]


def test_browser_reads_dates_as_the_index_does(box: Page) -> None:
    box.focus(".nr-search")
    box.wait_for_function("() => self.nrFinder")
    script = """async (phrases) => {
      const read = await self.nrFinder.tables();
      return phrases.map((it) => read.dates(read.wordsOf(it).map(read.fold)).map((found) => found.term));
    }"""

    found = box.evaluate(script, [phrase for phrase, _ in PHRASES])

    assert found == [terms for _, terms in PHRASES]


@pytest.mark.parametrize(
    ("phrase", "terms"),
    [
        ("2024-06-21", ["2024-06-21"]),
        ("۱۴۰۳/۴/۱", ["1403-04-01"]),
        ("21.6.2024", ["2024-06-21"]),
        ("2024-06", ["2024-06"]),
        ("18/20 2.6 2024/13", []),
        ("2024-06-99", []),
    ],
)
def test_dates_in_figures_are_read(box: Page, phrase: str, terms: list[str]) -> None:
    box.focus(".nr-search")
    box.wait_for_function("() => self.nrFinder")
    found = box.evaluate(
        "async (phrase) => (await self.nrFinder.tables()).takeDates(phrase)[0]", phrase
    )

    assert found == terms


def test_nothing_is_loaded_before_the_box_is_reached_for(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}{ARTICLE}", wait_until="networkidle")
    before = [url for url in visit.requests if "search" in url or "finder" in url]

    visit.page.focus(".nr-search")
    visit.page.wait_for_selector(".nr-results", state="attached")

    assert before == []
    assert any(url.endswith("assets/search.js") for url in visit.requests)


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize(
    ("prefix", "query", "first"),
    [
        ("", "قازان", "participants/kazan.html"),
        ("", "کازان", "participants/kazan.html"),
        ("", "Kazan", "participants/kazan.html"),
        ("", "hdvhk", "participants/iran.html"),
        ("", "غلام زاده", "participants/hamidreza-gholamzadeh.html"),
        ("en/", "قازان", "en/participants/kazan.html"),
        ("en/", "پثفساهد", "en/participants/ilsur-metshin.html"),
        ("en/", "Shaposhnkov", "en/participants/alexey-shaposhnikov.html"),
        ("en/", "best practices", "en/guide/glossary.html#best-practices"),
    ],
)
def test_name_is_found_however_it_is_typed(
    visit: Visit,
    served: str,
    site: Path,
    scheme: str,
    prefix: str,
    query: str,
    first: str,
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"
    visit.page.add_init_script(VIOLATIONS)
    visit.page.goto(f"{base}{prefix}{ARTICLE}")

    assert search(visit.page, query)[0] == first
    assert visit.complaints == []
    assert visit.page.evaluate("globalThis.violations") == []


@pytest.mark.parametrize(
    "query", ["تیر ۱۴۰۳", "June 2024", "2024-06-21", "۱۴۰۳/۰۴/۰۱", "1 Tir 1403"]
)
def test_event_is_found_by_its_date_in_either_calendar(box: Page, query: str) -> None:
    assert "timeline.html#association-founded-2024" in search(box, query)


def test_result_is_shown_with_its_counterpart_and_in_its_own_spelling(box: Page) -> None:
    search(box, "Metshin")

    first = box.locator(".nr-hit").first
    assert first.locator(".nr-hit__link").inner_text() == "ایلسور متشین"
    assert first.locator(".nr-hit__other").inner_text() == "Ilsur Metshin"
    assert first.locator(".nr-hit__other").get_attribute("lang") == "en"
    assert {"متشین", "Metshin"} <= marks(box)


def test_word_of_the_other_language_finds_the_page_with_its_own_excerpt(box: Page) -> None:
    found = search(box, "logistics")

    assert found and not any(path.startswith("en/") for path in found)
    excerpt = box.locator(".nr-hit__text").first
    assert (excerpt.get_attribute("lang"), excerpt.get_attribute("dir")) == ("en", "ltr")
    assert "logistics" in marks(box)


def test_results_are_grouped_and_announced(box: Page) -> None:
    search(box, "قازان")

    status = box.locator("[role=status]")
    assert re.fullmatch(r"[۰-۹]+ نتیجه", status.inner_text())
    assert {"خبرها", "نام‌ها", "رویدادها", "راهنما"} == {
        text.rsplit("\n")[0] for text in box.locator(".nr-results__kind").all_inner_texts()
    }
    search(box, "qqqqq")
    assert status.inner_text() == "چیزی پیدا نشد."


def test_keys_lead_through_the_results_on_any_layout(box: Page) -> None:
    box.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown',"
        " {code: 'Slash', key: '؟', bubbles: true, cancelable: true}))"
    )
    assert box.evaluate("document.activeElement.className") == "nr-search"
    search(box, "قازان")

    box.keyboard.press("ArrowDown")
    assert box.evaluate("document.activeElement.textContent") == "قازان"
    box.keyboard.press("ArrowDown")
    box.keyboard.press("ArrowUp")
    box.keyboard.press("ArrowUp")
    assert box.evaluate("document.activeElement.className") == "nr-search"
    box.keyboard.press("Escape")
    assert not box.is_visible(".nr-results")
    search(box, "متشین")
    box.keyboard.press("ArrowDown")
    box.keyboard.press("Enter")
    box.wait_for_url("**/participants/ilsur-metshin.html")


def test_enter_opens_the_search_page_with_the_query(box: Page) -> None:
    box.fill(".nr-search", "مسکو")

    box.press(".nr-search", "Enter")

    box.wait_for_url("**/search.html?q=*")
    box.wait_for_selector(".nr-hit")
    assert box.input_value(".nr-search") == "مسکو"
    assert not box.is_visible("[data-register]")


def test_enter_leads_on_while_the_search_is_on_its_way(box: Page) -> None:
    box.route("**/search.js", lambda route: None)  # never answered

    box.fill(".nr-search", "مسکو")
    box.press(".nr-search", "Enter")

    box.wait_for_url("**/search.html?q=*", wait_until="commit")


def test_paste_and_dictation_are_heard(box: Page) -> None:
    box.focus(".nr-search")
    box.keyboard.insert_text("قازان")  # no key is pressed

    box.wait_for_selector(".nr-hit")
    assert box.locator(".nr-hit__link").first.inner_text() == "قازان"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_filters_narrow_and_stay_in_the_address(
    visit: Visit,
    served: str,
    site: Path,
    scheme: str,
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"
    page = visit.page
    page.goto(f"{base}en/search.html?q=kazan&kind=event&year=2023")
    page.wait_for_selector(".nr-hit")

    found = page.locator(".nr-hit__link").evaluate_all("them => them.map((it) => it.href)")
    assert found and all("timeline.html#" in link for link in found)
    page.select_option("[name=who]", "mirzakhani")
    page.wait_for_function("() => location.search.includes('who=mirzakhani')")
    page.reload()
    page.wait_for_selector(".nr-hit")
    assert page.input_value("[name=who]") == "mirzakhani"
    page.select_option("[name=lang]", "fa")
    page.wait_for_selector(".nr-hit[lang=fa]")
    page.click(".nr-filters__clear")
    page.wait_for_function("() => !location.search.includes('kind')")
    assert visit.complaints == []


def test_filters_alone_list_what_they_let_through(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}search.html?kind=event&place=kazan")
    visit.page.wait_for_selector(".nr-hit")

    events = [event for event in CATALOGUE.events.values() if event.place == "kazan"]
    assert visit.page.locator(".nr-hit").count() == 10 < len(events)
    visit.page.click(".nr-results__more")
    visit.page.wait_for_selector(".nr-hit >> nth=10")
    assert visit.page.locator(".nr-hit").count() == len(events)
    assert visit.page.evaluate("document.activeElement.className") == "nr-hit__link"


HOSTILE = [
    "ق" * 10_000,
    "kazan " * 2_000,
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script> قازان",
    "\"'`${alert(1)}\\",
    ".*+?^${}()|[]\\/",
    "(?:(a+)+)+$",
    "\x00\x01\x1b\x7f\x85 kazan",
    "\u202eنازاق\u202c \u2066kazan\u2069 \u200f\u200e\ufeff",
    "__proto__ constructor toString hasOwnProperty",
    "@2024 ~kazan <nazak =",
    "\U0001f3d9 \ud800",
    "' OR 1=1 --",
    "2024-99-99 0000-00-00 ۹۹۹۹/۹۹/۹۹",
    " \t\n\u00a0\u200c\u200c ",
    "،؛؟!«»",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_query_does_no_harm(box: Page, query: str) -> None:
    box.evaluate("() => { self.alert = () => { throw new Error('injected'); }; }")
    box.focus(".nr-search")
    box.wait_for_selector(".nr-results", state="attached")

    box.evaluate(
        "(query) => { const box = document.querySelector('.nr-search'); box.value = query;"
        " box.dispatchEvent(new Event('input')); }",
        query,
    )
    box.wait_for_function(
        "() => { const it = document.querySelector('.nr-results').dataset; return it.turn === it.asked; }"
    )

    assert box.locator(".nr-results :is(img, script)").count() == 0
    assert search(box, "قازان")[0] == "participants/kazan.html"


def test_hidden_signs_in_a_query_are_not_there(box: Page) -> None:
    query = "".join(f"{sign}{letter}" for sign, letter in zip(HIDDEN, "قازان", strict=False))

    assert search(box, query)[0] == "participants/kazan.html"


def test_lost_index_leaves_the_lists(chromium: Browser, served: str) -> None:
    visit = Visit(chromium)
    visit.page.route("**/search/fa/terms-*.js", lambda route: route.abort())
    visit.page.goto(f"{served}search.html?q=%D9%82%D8%A7%D8%B2%D8%A7%D9%86")

    visit.page.wait_for_selector("[role=status]:not(:empty)")

    assert "بار نشد" in visit.page.inner_text("[role=status]")
    assert visit.page.is_visible("[data-register]")
    visit.close()


@pytest.mark.parametrize("prefix", ["", "en/"], ids=["fa", "en"])
def test_lists_stand_in_the_place_of_the_box_without_javascript(
    chromium: Browser,
    served: str,
    prefix: str,
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}{prefix}{ARTICLE}")

    page.click(".nr-search")

    assert page.url == f"{served}{prefix}search.html"
    assert page.locator("[data-register] .nr-name[data-id]").count() == len(CATALOGUE.participants)
    assert not page.is_visible("[data-filters]")
    page.click("[data-register] [data-id=kazan]")
    assert page.url == f"{served}{prefix}participants/kazan.html"
    context.close()
