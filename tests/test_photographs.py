"""Photographs on a built site: every file is there, and a reader is sent the one that fits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from .conftest import ORIGINAL, TRANSLATION, add_engine, build, serve, write_small_record
from .intake.test_photographs import WORDS
from .pages import BuiltPage, read_site
from .photographs import saved, scene

ARTICLES = ("news/kavan-meeting.html", "en/news/kavan-meeting.html")
FAR = 120
"""Paragraphs above the image: it lies further down than any network has loaded ahead."""
LAST = {
    "fa": "![خانه‌های قاوان](../../media/houses.jpg)",
    "en": "![Houses of Kavan](../../media/houses.jpg)",
}


def write_record(root: Path, shell: str) -> None:
    """A record whose article has a photograph at its head and an image far below."""
    front = f"events: [meeting]\nphotograph:\n  file: kavan.jpg\n{WORDS}"
    persian = TRANSLATION.replace("متن.\n", "متن.\n" + "\nمتن.\n" * FAR + f"\n{LAST['fa']}\n")
    write_small_record(
        root,
        {
            "docs/en/news/kavan-meeting.md": ORIGINAL.replace("events: [meeting]\n", front)
            + "\nText.\n" * FAR
            + f"\n{LAST['en']}\n",
            "docs/fa/news/kavan-meeting.md": persian,
            "docs/media/news/kavan.jpg": saved(scene(1300, 860), quality=85),
            "docs/media/houses.jpg": saved(scene(800, 500, seed=2), quality=85),
        },
    )
    add_engine(root, shell=shell)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("photographs") / "record"
    write_record(root, "newsroom")
    result = build(root, root / "site")
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture(scope="module")
def built(root: Path) -> dict[str, BuiltPage]:
    return read_site(root / "site")


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        it.relative_to(folder).as_posix(): it.read_bytes()
        for it in folder.rglob("*")
        if it.is_file()
    }


def offered(page: BuiltPage) -> list[str]:
    """The files that the pictures of a page lead to, from the folder of the site."""
    sets = [it.attributes["srcset"] for it in page.all("source")]
    addresses = [offer.split(" ")[0] for it in sets for offer in it.split(", ")]
    addresses += [it.attributes["src"] for it in page.all("img")]
    return [found[0] for it in addresses if (found := page.target(it))]


@pytest.mark.parametrize("path", ARTICLES)
def test_every_size_that_is_offered_is_there(
    root: Path, built: dict[str, BuiltPage], path: str
) -> None:
    files = offered(built[path])

    assert {it.rpartition("/")[2] for it in files} == {
        *(f"kavan.jpg.{width}.webp" for width in (480, 720, 960, 1300)),
        *(f"houses.jpg.{width}.webp" for width in (480, 800)),
        "kavan.jpg.720.jpg",
        "houses.jpg.720.jpg",
    }
    assert all((root / "site" / it).is_file() for it in files)


def test_both_languages_share_the_files_and_the_archive_stays_at_home(root: Path) -> None:
    site = files_below(root / "site")

    assert len([path for path in site if path.endswith((".webp", ".jpg"))]) == 9
    assert [path for path in site if path.startswith(("media/", "en/media/"))] == [
        "media/houses.jpg"
    ]


def test_photograph_is_told_of_in_the_language_of_the_page(built: dict[str, BuiltPage]) -> None:
    texts = [" ".join(built[path].all("figcaption")[0].text.split()) for path in ARTICLES]
    images = [built[path].all("img")[0].attributes for path in ARTICLES]

    assert texts == [
        "دیدار در قاوان. عکس: سارا رستگار، با اجازهٔ عکاس",
        "The meeting in Kavan. Photograph: Sara Rastegar, By permission",
    ]
    assert [it["alt"] for it in images] == ["دو شهردار در قاوان", "Two mayors in Kavan"]
    assert {(it["width"], it["height"]) for it in images} == {("1300", "860")}


def test_first_image_is_asked_for_at_once_and_the_last_when_it_is_near(
    built: dict[str, BuiltPage],
) -> None:
    first, last = built[ARTICLES[0]].all("img")

    assert (first.attributes["fetchpriority"], "loading" in first.attributes) == ("high", False)
    assert last.attributes["loading"] == "lazy"


@pytest.mark.parametrize("shell", ["newsroom", "material"])
def test_pictures_are_the_same_without_what_was_kept(
    root: Path, tmp_path: Path, shell: str
) -> None:
    other = tmp_path / "record"
    write_record(other, shell)

    result = build(other, other / "site")

    assert result.returncode == 0, result.stderr
    before, after = (
        {
            path: data
            for path, data in files_below(it / "site").items()
            if path.startswith("pictures/")
        }
        for it in (root, other)
    )
    assert len(before) == 8
    assert after == before
    assert not (other / "site" / "media" / "news").exists()


def test_image_that_cannot_be_decoded_stops_the_build_by_name(tmp_path: Path) -> None:
    root = tmp_path / "record"
    write_record(root, "newsroom")
    image = root / "docs/media/news/kavan.jpg"
    image.write_bytes(image.read_bytes()[:-9000])

    result = build(root, root / "site", NEWSROOM_LANG="fa")

    assert result.returncode == 1
    told = result.stderr + result.stdout
    assert "docs/media/news/kavan.jpg:1: خطا: عکس ناتمام است یا با خود نمی‌خواند" in told
    assert "Traceback" not in told


@pytest.fixture
def tab(
    chromium: Browser, root: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, str]]:
    width, scale = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, device_scale_factor=scale
    )
    with serve(root / "site") as host:
        yield context.new_page(), host
    context.close()


_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const it of list.getEntries()) window.shifted += it.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize(
    ("tab", "expected"),
    [
        ((390, 2), "kavan.jpg.720.webp"),
        ((390, 3), "kavan.jpg.960.webp"),
        ((320, 2), "kavan.jpg.720.webp"),
        ((1440, 2), "kavan.jpg.960.webp"),
    ],
    indirect=["tab"],
)
def test_reader_is_sent_the_size_that_fits(tab: tuple[Page, str], expected: str) -> None:
    page, host = tab
    asked: list[str] = []
    page.on("request", lambda it: asked.append(it.url.rpartition("/")[2]))

    page.goto(f"{host}/{ARTICLES[0]}")
    page.wait_for_load_state("networkidle")

    assert [it for it in asked if it.startswith(("kavan.jpg", "houses.jpg"))] == [expected]

    page.locator("img").last.scroll_into_view_if_needed()
    page.locator("img").last.evaluate("it => it.decode()")

    assert [it for it in asked if it.startswith("houses.jpg")] != []


@pytest.mark.parametrize("tab", [(390, 2), (1440, 1)], indirect=True)
@pytest.mark.parametrize("path", ARTICLES)
def test_nothing_moves_when_a_photograph_comes_late(tab: tuple[Page, str], path: str) -> None:
    page, host = tab
    page.add_init_script(_SHIFTS)

    def late(route: Route) -> None:
        page.wait_for_timeout(800)
        route.continue_()

    page.route("**/pictures/**", late)
    page.goto(f"{host}/{path}")
    page.locator("img").first.evaluate("it => it.decode()")
    page.wait_for_timeout(100)

    box = page.locator("img").first.bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(1300 / 860, abs=0.01)
    assert page.evaluate("window.shifted") <= 0.01
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
