"""The search in a real Chromium: words as the index has them, the box, its results, its page."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from newsroom.site.terms import protected_names
from newsroom.text.stems import AFFIXES, HIDDEN, STOP_WORDS, Stemmer, fold, words_of

from .conftest import PAGE, ROOT, SAMPLE, add_engine, build, sample_record, write_small_record
from .text.test_months import PHRASES
from .text.test_runs import IN_ENGLISH, IN_PERSIAN, PERSIAN_NUMBERS, runs
from .text.test_stems import ALIKE
from .visits import Visit

ARTICLE = "news/league-founded.html"
CATALOGUE = sample_record()
DEFAULTS = ROOT / "scripts" / "newsroom" / "defaults"

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


def pages_of(links: list[str]) -> list[str]:
    """The same addresses, those of texts without the section the match stands in."""
    texts = ("news/", "guide/")
    return [link.partition("#")[0] if any(it in link for it in texts) else link for link in links]


def marks(page: Page) -> set[str]:
    return set(page.locator(".nr-hit__mark").all_inner_texts())


@pytest.fixture(scope="module")
def reader(chromium: Browser, served: str) -> Iterator[Visit]:
    """The visit to one page of all tests that ask its box and do not leave it."""
    visit = Visit(chromium)
    visit.page.add_init_script(VIOLATIONS)
    visit.page.goto(f"{served}{ARTICLE}")
    yield visit
    visit.close()


@pytest.fixture
def box(reader: Visit) -> Iterator[Page]:
    """That page, which is not to complain."""
    yield reader.page
    assert reader.complaints == []
    assert reader.page.evaluate("globalThis.violations") == []


@pytest.fixture
def own_box(visit: Visit, served: str) -> Iterator[Page]:
    """A page of a test's own, on which nothing has been looked for."""
    visit.page.add_init_script(VIOLATIONS)
    visit.page.goto(f"{served}{ARTICLE}")
    yield visit.page
    assert visit.complaints == []
    assert visit.page.evaluate("globalThis.violations") == []


def texts_of_both_languages() -> list[str]:
    """Those of the sample record, and the words of the engine, which are many more."""
    files = [*SAMPLE.rglob("*.md"), *SAMPLE.rglob("*.yml"), *DEFAULTS.rglob("*.yml")]
    return [file.read_text(encoding="utf-8") for file in sorted(files)]


def different_words() -> list[str]:
    words = {word for text in texts_of_both_languages() for word in words_of(text)}
    return sorted(words | {word for row in ALIKE for word in row})


def test_browser_makes_the_same_terms_of_thousands_of_words(box: Page) -> None:
    words = different_words()
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


def test_browser_joins_neighbours_as_the_index_does(box: Page) -> None:
    texts = texts_of_both_languages()
    pairs = sorted({pair for text in texts for pair in pairwise(words_of(text))})
    groups = [*map(list, pairs), ["حمل", "و", "نقل‌ها"], ["رو", "به", "رو"], ["water", "fronts"]]
    names = Stemmer(protected_names(CATALOGUE)).names
    box.focus(".nr-search")
    box.wait_for_function("() => self.nrFinder")

    found = box.evaluate(
        """async ([groups, names]) => {
          const read = await self.nrFinder.tables(), known = new Set(names);
          return groups.map((group) => [read.joined(group), read.joined(group, known)]);
        }""",
        [groups, sorted(names)],
    )

    bare, protecting = Stemmer(), Stemmer(names)
    assert found == [[bare.joined(group), protecting.joined(group)] for group in groups]


def test_browser_finds_the_runs_the_build_finds(box: Page) -> None:
    texts = texts_of_both_languages()
    texts += [text for text, _ in (*IN_PERSIAN, *PERSIAN_NUMBERS, *IN_ENGLISH)]
    asked = [[text, lang] for text in texts for lang in ("fa", "en")]
    box.focus(".nr-search")
    box.wait_for_function("() => self.nrFinder")
    script = """async (asked) => {
      const read = await self.nrFinder.tables();
      return asked.map(([text, lang]) =>
        read.runsIn(text, lang).map((it) => [text.slice(it.start, it.end), it.lang, it.dir]));
    }"""

    found = box.evaluate(script, asked)

    expected = [[[*run] for run in runs(text, lang)] for text, lang in asked]
    assert sum(map(len, expected)) > 1000
    assert [row for row in zip(asked, found, expected, strict=True) if row[1] != row[2]] == []


def test_browser_tells_words_apart_as_the_index_does(box: Page) -> None:
    texts = [*texts_of_both_languages(), "L’Aquila's 1,000 می\u200cشود‌"]
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


FOUND = {
    "": {
        "قاوان": "participants/kavan.html",
        "کاوان": "participants/kavan.html",
        "Kavan": "participants/kavan.html",
        "hdvhk": "participants/iran.html",
        "غراب زاده": "participants/hamidreza-ghorabzadeh.html",
        "غاوان": "participants/kavan.html",
        "نوربیزنس بانک": "participants/noor-business-bank.html",
    },
    "en/": {
        "قاوان": "en/participants/kavan.html",
        "پثمزاهد": "en/participants/ilvar-melchin.html",
        "Shavolnkov": "en/participants/alexey-shavolnikov.html",
        "best practices": "en/guide/glossary.html#best-practices",
        "Qavan": "en/participants/kavan.html",
    },
}


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize("prefix", FOUND, ids=["fa", "en"])
def test_name_is_found_however_it_is_typed(
    visit: Visit, served: str, site: Path, scheme: str, prefix: str
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"
    visit.page.add_init_script(VIOLATIONS)
    visit.page.goto(f"{base}{prefix}{ARTICLE}")

    found = {query: search(visit.page, query)[:1] for query in FOUND[prefix]}

    assert found == {query: [first] for query, first in FOUND[prefix].items()}
    assert visit.complaints == []
    assert visit.page.evaluate("globalThis.violations") == []


@pytest.mark.parametrize(
    "query", ["تیر ۱۴۰۳", "June 2024", "2024-06-21", "۱۴۰۳/۰۴/۰۱", "1 Tir 1403"]
)
def test_event_is_found_by_its_date_in_either_calendar(box: Page, query: str) -> None:
    assert "timeline.html#league-founded-2024" in search(box, query)


@pytest.mark.parametrize(
    ("figures", "spoken"),
    [
        ("۳ تیر ۱۴۰۳", ["سوم تیر ۱۴۰۳", "سه تیر ۱۴۰۳", "third of Tir 1403", "1403/04/03"]),
        ("21 June 2024", ["June 21st, 2024", "21st of June 2024", "بیست و یکم ژوئن ۲۰۲۴"]),
        ("۱۰ آذر ۱۴۰۲", ["دهم آذر ۱۴۰۲", "دهمین روز از آذرماه سال ۱۴۰۲", "the 10th of Azar, 1402"]),
    ],
)
def test_day_in_words_finds_what_its_figures_find(
    box: Page, figures: str, spoken: list[str]
) -> None:
    expected = pages_of(search(box, figures))

    assert expected
    assert {phrase: pages_of(search(box, phrase)) for phrase in spoken} == dict.fromkeys(
        spoken, expected
    )


def test_result_is_shown_with_its_counterpart_and_in_its_own_spelling(box: Page) -> None:
    search(box, "Melchin")

    first = box.locator(".nr-hit").first
    assert first.locator(".nr-hit__link").inner_text() == "ایلوار ملچین"
    assert first.locator(".nr-hit__other").inner_text() == "Ilvar Melchin"
    assert first.locator(".nr-hit__other").get_attribute("lang") == "en"
    assert {"ملچین", "Melchin"} <= marks(box)


def test_word_of_the_other_language_finds_the_page_with_its_own_excerpt(box: Page) -> None:
    found = search(box, "logistics")

    assert found and not any(path.startswith("en/") for path in found)
    excerpt = box.locator(".nr-hit__text").first
    assert (excerpt.get_attribute("lang"), excerpt.get_attribute("dir")) == ("en", "ltr")
    assert "logistics" in marks(box)


@pytest.mark.parametrize(("lang", "prefix"), [("fa", ""), ("en", "en/")])
def test_link_leads_to_the_language_of_the_reader(
    visit: Visit, served: str, lang: str, prefix: str
) -> None:
    visit.page.goto(f"{served}{prefix}{ARTICLE}")
    for query in ("ملچین", "Melchin", "لجستیک", "logistics", "غاوان", "Qavan", "شهرداری", "mayor"):
        links = search(visit.page, query)

        assert links
        assert [link for link in links if link.startswith("en/") != (lang == "en")] == []
        hits = visit.page.locator(".nr-hit").evaluate_all(
            "them => them.map((it) => [it.lang, it.querySelector('.nr-hit__other')?.hreflang])"
        )
        assert {own for own, _ in hits} == {lang}
        assert lang not in {other for _, other in hits}

    colours = visit.page.evaluate(
        """() => {
          const probe = document.createElement("a");
          probe.href = "#";
          document.querySelector(".nr-results").append(probe);
          const those = [probe, ...document.querySelectorAll(".nr-hit:first-child > a")].slice(0, 3);
          return those.map((link) => getComputedStyle(link).color);
        }"""
    )
    assert colours[1] == colours[0] != colours[2]  # the second link does not look like the first


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize(("lang", "prefix"), [("fa", ""), ("en", "en/")])
def test_words_of_an_article_find_one_among_the_first_three(
    visit: Visit, served: str, site: Path, scheme: str, lang: str, prefix: str
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"
    visit.page.goto(f"{base}{prefix}{ARTICLE}")
    sections = list(words_of_articles(site, lang))
    words = list(dict.fromkeys(word for section in sections for word in section))
    pairs = [" ".join(pair) for section in sections for pair in pairwise(section)]
    queries = [*words[::4], *pairs[::20]]
    if scheme == "file":  # the same index, loaded by other means
        queries = queries[::5]

    missed = [
        query
        for query in queries
        if not any("news/" in link for link in search(visit.page, query)[:3])
    ]

    assert len(queries) > (60 if scheme == "http" else 12)
    assert missed == []


def words_of_articles(site: Path, lang: str) -> Iterator[list[str]]:
    """The words of each section of the articles as the index has them, but the common ones."""
    for file in sorted((site / "search" / lang).glob("texts-*.js")):
        text = file.read_text(encoding="utf-8")
        for *_, url, _, _, _, _, sections in json.loads(text[text.index(",") + 1 : -2]):
            for section in sections if "news/" in url else ():
                words = [word for word in words_of(section[2]) if len(word) > 1]
                yield [word for word in words if fold(word) not in STOP_WORDS | AFFIXES]


SPELLED = [
    # how pages spell a word; the first two pages have it in the first two ways, the third in the last
    ["رفت\u200cوآمد", "رفت و آمد", "رفت\u200cو\u200cآمد", "رفتوآمد"],
    ["نیم\u200cفصل\u200cها", "نیم فصل", "نیمفصل\u200cهای"],
    ["دست به دست", "دستبهدست", "دست\u200cبه\u200cدست"],
    ["waterfronts", "water front", "Water fronts"],
]
APART = [
    # what the first two pages write apart, and how a reader may write it
    ["شست و شو", "شست\u200cوشو", "شستوشو"],
    ["باغ ملی", "باغ\u200cملی", "باغملی"],
    ["lamp light", "lamplight"],
]


@pytest.fixture(scope="module")
def spelled_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented site whose pages spell the same words differently."""
    apart = [spellings[0] for spellings in APART]
    texts = {
        "index": [spellings[0] for spellings in SPELLED] + apart,
        "guide/index": [spellings[1] for spellings in SPELLED] + apart,
        "participants/index": [spellings[-1] for spellings in SPELLED],
        "timeline": ["رفت با او که آمد.", "## Sample {#sample}", "How to write it.", CODE],
    }
    root = write_small_record(
        tmp_path_factory.mktemp("spelled") / "record",
        {
            f"docs/{lang}/{uri}.md": "\n\n".join([PAGE, *its])
            for lang in ("fa", "en")
            for uri, its in texts.items()
        },
    )
    add_engine(root)
    result = build(root, root / "site")
    assert result.returncode == 0, result.stderr
    return root / "site"


@pytest.fixture
def spelled(spelled_site: Path, visit: Visit) -> Page:
    """A page of that site, opened from disk."""
    visit.page.goto(f"{spelled_site.as_uri()}/en/news/kavan-meeting.html")
    return visit.page


CODE = "```yaml\ntitle: Somewhere\nplaces: [zoldovia]\n```"


def test_word_is_found_however_it_and_the_query_are_spelled(spelled: Page) -> None:
    two = {"en/index.html", "en/guide/index.html"}
    expected = {query: two | {"en/participants/index.html"} for row in SPELLED for query in row}
    expected |= {query: two for row in APART for query in row}

    assert {query: set(search(spelled, query)) for query in expected} == expected


def test_compound_is_marked_as_one_where_it_stands_apart(spelled: Page) -> None:
    search(spelled, "رفتوآمد")

    assert {"رفت و آمد", "رفت\u200cوآمد"} <= marks(spelled)


def test_sample_of_code_leads_to_its_section_and_is_no_excerpt(spelled: Page) -> None:
    assert search(spelled, "zoldovia") == ["en/timeline.html#sample"]

    assert spelled.inner_text(".nr-hit__text") == "How to write it."


def test_results_are_grouped_and_announced(box: Page) -> None:
    search(box, "قاوان")

    status = box.locator("[role=status]")
    assert re.fullmatch(r"[۰-۹]+ نتیجه", status.inner_text())
    kinds = [text.rsplit("\n")[0] for text in box.locator(".nr-results__kind").all_inner_texts()]
    assert kinds[:2] == ["نزدیک\u200cترین نتیجه", "خبرها"]
    assert set(kinds[2:]) == {"نام\u200cها", "رویدادها", "راهنما"}
    search(box, "qqqqq")
    assert status.inner_text() == "نتیجه‌ای پیدا نشد."


def test_keys_lead_through_the_results_on_any_layout(own_box: Page) -> None:
    own_box.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown',"
        " {code: 'Slash', key: '؟', bubbles: true, cancelable: true}))"
    )
    assert own_box.evaluate("document.activeElement.className") == "nr-search"
    search(own_box, "قاوان")

    own_box.keyboard.press("ArrowDown")
    assert own_box.evaluate("document.activeElement.textContent") == "قاوان"
    own_box.keyboard.press("ArrowDown")
    own_box.keyboard.press("ArrowUp")
    own_box.keyboard.press("ArrowUp")
    assert own_box.evaluate("document.activeElement.className") == "nr-search"
    own_box.keyboard.press("Escape")
    assert not own_box.is_visible(".nr-results")
    search(own_box, "ملچین")
    own_box.keyboard.press("ArrowDown")
    own_box.keyboard.press("Enter")
    own_box.wait_for_url("**/participants/ilvar-melchin.html")


def test_enter_opens_the_search_page_with_the_query(own_box: Page) -> None:
    own_box.fill(".nr-search", "توروالیا")

    own_box.press(".nr-search", "Enter")

    own_box.wait_for_url("**/search.html?q=*")
    own_box.wait_for_selector(".nr-hit")
    assert own_box.input_value(".nr-search") == "توروالیا"
    assert not own_box.is_visible("[data-register]")


def test_enter_leads_on_while_the_search_is_on_its_way(own_box: Page) -> None:
    own_box.route("**/search.js", lambda route: None)  # never answered

    own_box.fill(".nr-search", "توروالیا")
    own_box.press(".nr-search", "Enter")

    own_box.wait_for_url("**/search.html?q=*", wait_until="commit")


def test_paste_and_dictation_are_heard(own_box: Page) -> None:
    own_box.focus(".nr-search")
    own_box.keyboard.insert_text("قاوان")  # no key is pressed

    own_box.wait_for_selector(".nr-hit")
    assert own_box.locator(".nr-hit__link").first.inner_text() == "قاوان"


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_filters_narrow_and_stay_in_the_address(
    visit: Visit,
    served: str,
    site: Path,
    scheme: str,
) -> None:
    base = served if scheme == "http" else f"{site.as_uri()}/"
    page = visit.page
    page.goto(f"{base}en/search.html?q=kavan&kind=event&year=2023")
    page.wait_for_selector(".nr-hit")

    found = page.locator(".nr-hit__link").evaluate_all("them => them.map((it) => it.href)")
    assert found and all("timeline.html#" in link for link in found)
    page.select_option("[name=who]", "mirzavandi")
    page.wait_for_function("() => location.search.includes('who=mirzavandi')")
    page.reload()
    page.wait_for_selector(".nr-hit")
    assert page.input_value("[name=who]") == "mirzavandi"
    page.select_option("[name=lang]", "fa")
    page.wait_for_selector(".nr-hit[lang=fa]")
    page.click(".nr-filters__clear")
    page.wait_for_function("() => !location.search.includes('kind')")
    assert visit.complaints == []


def test_topic_lets_through_what_belongs_to_it(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}en/search.html?topic=city-ties")
    visit.page.wait_for_selector(".nr-hit")

    found = visit.page.locator(".nr-hit__link").evaluate_all("them => them.map((it) => it.href)")
    assert {link.removeprefix(f"{served}en/") for link in found} == {
        "news/mayors-meet.html",
        "timeline.html#mayors-meeting-2023",
        "timeline.html#visit-planned-2023",
        "timeline.html#committee-proposed-2023",
        "topics/city-ties.html",
    }
    assert visit.page.input_value("[name=topic]") == "city-ties"
    assert visit.complaints == []


def test_filters_alone_list_what_they_let_through(visit: Visit, served: str) -> None:
    visit.page.goto(f"{served}search.html?kind=event&place=kavan")
    visit.page.wait_for_selector(".nr-hit")

    events = [event for event in CATALOGUE.events.values() if event.place == "kavan"]
    assert visit.page.locator(".nr-hit").count() == 10 < len(events)
    visit.page.click(".nr-results__more")
    visit.page.wait_for_selector(".nr-hit >> nth=10")
    assert visit.page.locator(".nr-hit").count() == len(events)
    assert visit.page.evaluate("document.activeElement.className") == "nr-hit__link"


HOSTILE = [
    "ق" * 10_000,
    "kavan " * 2_000,
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script> قاوان",
    "\"'`${alert(1)}\\",
    ".*+?^${}()|[]\\/",
    "(?:(a+)+)+$",
    "\x00\x01\x1b\x7f\x85 kavan",
    "\u202eنازاق\u202c \u2066kavan\u2069 \u200f\u200e\ufeff",
    "__proto__ constructor toString hasOwnProperty",
    "@2024 ~kavan <nazak =",
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
    assert search(box, "قاوان")[0] == "participants/kavan.html"


def test_hidden_signs_in_a_query_are_not_there(box: Page) -> None:
    query = "".join(f"{sign}{letter}" for sign, letter in zip(HIDDEN, "قاوان", strict=False))

    assert search(box, query)[0] == "participants/kavan.html"


def test_lost_index_leaves_the_lists(chromium: Browser, served: str) -> None:
    visit = Visit(chromium)
    visit.page.route("**/search/fa/terms-*.js", lambda route: route.abort())
    visit.page.goto(f"{served}search.html?q=%D9%82%D8%A7%D8%B2%D8%A7%D9%86")

    visit.page.wait_for_selector("[role=status]:not(:empty)")

    assert "بارگذاری نشد" in visit.page.inner_text("[role=status]")
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
    page.click("[data-register] [data-id=kavan]")
    assert page.url == f"{served}{prefix}participants/kavan.html"
    context.close()
