"""Share cards: what they say, how they are set in both scripts, and that none is made twice."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from newsroom.record.catalogue import Catalogue
from newsroom.record.kept import Kept
from newsroom.site.assets import picture_rules
from newsroom.site.graphics import rasters
from newsroom.site.graphics.cards import HEIGHT, WIDTH, Card, card_svg
from newsroom.site.graphics.graphic import Graphic
from newsroom.site.graphics.shapes import WIDTH as HALF
from newsroom.site.graphics.shapes import letters
from newsroom.site.output import SiteFile, card_files
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings
from newsroom.text.languages import LANGS

from ...conftest import ROOT, WriteRecord, sample_record
from ...pages import SITE_URL, BuiltPage
from .invented import drawings

SETTINGS = SiteSettings("https://record.example/", MarkdownSettings(("attr_list", "toc")))
ASSETS = ROOT / "overrides" / "assets"


def rules() -> str:
    return picture_rules(lambda name: (ASSETS / name).read_text(encoding="utf-8"))


def ink(text: str, lang: str, face: str = "Vazirmatn") -> tuple[int, int, int, int]:
    """The box around a line of 40 units that begins or ends at x = 600."""
    side = {"fa": "end", "en": "start"}[lang]
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="100">'
        '<rect width="1200" height="100" fill="#ffffff"/>'
        f'<text x="600" y="60" font-size="40" font-weight="700" font-family="{face}"'
        f' text-anchor="{side}">{text}</text></svg>'
    )
    with Image.open(BytesIO(rasters.png(svg))) as image:
        box = ImageOps.invert(image.convert("L")).getbbox()
    assert box is not None
    return box


def test_persian_letters_join() -> None:
    joined, apart = ink(letters("سسس", "fa"), "fa"), ink(letters("س\u200cس\u200cس", "fa"), "fa")

    assert joined[2] - joined[0] < 0.8 * (apart[2] - apart[0])


def test_persian_line_runs_from_the_right_with_its_stop_at_the_left() -> None:
    bare, stopped = ink(letters("قاوان", "fa"), "fa"), ink(letters("قاوان؟", "fa"), "fa")

    assert abs(bare[2] - stopped[2]) <= 2
    assert stopped[0] < bare[0] - 8


@pytest.mark.parametrize("text", ["شهر BRILS", "سلام BRILS", "BRILS و لار", "سلام BRILS+ ۲۰۲۴"])
def test_latin_letters_stand_in_a_persian_line(text: str) -> None:
    """Beside a lam-alef, too: the one font has the letters of both scripts."""
    line = ink(letters(text, "fa"), "fa")
    without = ink(letters(text.replace("BRILS", "").strip(), "fa"), "fa")

    assert (line[2] - line[0]) - (without[2] - without[0]) > 80


@pytest.mark.parametrize(
    ("lang", "face"), [("fa", "Vazirmatn"), ("en", "Vazirmatn"), ("en", "Gelasio")]
)
def test_controls_leave_no_mark(lang: str, face: str) -> None:
    text = {"fa": "قاوان", "en": "Kavan"}[lang]

    assert ink(letters(text, lang), lang, face) == ink(text, lang, face)


def test_nothing_is_set_in_a_font_of_the_machine() -> None:
    """A letter no font of ours has is left out, and no other machine draws it otherwise."""
    assert ink("A\u4e2dB", "en")[2] - ink("AB", "en")[2] < 30


@pytest.mark.parametrize("lang", LANGS)
def test_card_of_every_story_and_of_the_site_is_small(lang: str) -> None:
    site = Site(sample_record(), SETTINGS)
    cards = {slug: card for (its, slug), card in site.cards.items() if its == lang}

    assert cards.keys() == {"", *site.catalogue.articles}
    for card in cards.values():
        data = rasters.png(card_svg(card, rules()))
        with Image.open(BytesIO(data)) as image:
            assert (image.format, image.mode, image.size) == ("PNG", "P", (WIDTH, HEIGHT))
        assert len(data) <= 30_000


@pytest.mark.parametrize("lang", LANGS)
def test_card_of_invented_drawings_is_small(lang: str) -> None:
    title = {
        "fa": "شهرداران در قاوان از شهرشان گفتند و لاله کاشتند",
        "en": "Mayors speak of their towns in Kavan",
    }
    for name, drawing in [*drawings(lang)][::7]:
        graphic = Graphic(drawing, "label", "caption", lang)
        card = Card(lang, "2024", title[lang], "Record", "کارنامه", graphic)

        assert len(rasters.png(card_svg(card, rules()))) <= 30_000, name


def test_plain_areas_keep_their_colour() -> None:
    site = Site(sample_record(), SETTINGS)
    data = rasters.png(card_svg(site.cards["en", "league-founded"], rules()))
    with Image.open(BytesIO(data)) as image:
        counts = image.convert("RGB").getcolors(1 << 20)
    assert counts is not None
    common = {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in sorted(counts)[-3:]}

    assert common == {"#fbfaf7", "#f1ede4", "#cbdedb"}


@pytest.mark.parametrize("lang", LANGS)
def test_words_begin_where_reading_begins(lang: str) -> None:
    """Half of the card is the drawing's, and no word of the headline reaches into it."""
    title = {"fa": "شهرداران در قاوان", "en": "Mayors in Kavan"}[lang]
    card = Card(lang, "2024", title, "Record", "Other")
    with Image.open(BytesIO(rasters.png(card_svg(card, rules())))) as image:
        full = image.convert("RGB")
    half = (0, 0, HALF, HEIGHT) if lang == "en" else (HALF, 0, WIDTH, HEIGHT)
    words = full.crop(tuple(map(int, half)))
    box = ImageChops.difference(words, Image.new("RGB", words.size, "#fbfaf7")).getbbox()

    assert box is not None
    assert box[0] >= 40 and box[2] <= HALF - 40
    assert (box[0] < 70) == (lang == "en")
    assert (box[2] > HALF - 70) == (lang == "fa")


# None is made twice.


class Counted:
    """Pictures made, counted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made = 0
        self._png = rasters.png
        monkeypatch.setattr(rasters, "png", self)

    def __call__(self, svg: str) -> bytes:
        self.made += 1
        return self._png(svg)


def built(root: Path, cache: Path) -> list[SiteFile]:
    site = Site(Catalogue.load(root)[0], SETTINGS)
    return list(card_files(site, rules(), Kept(cache)))


def test_second_build_makes_none(
    write_record: WriteRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache, counted = write_record(), tmp_path / "cache", Counted(monkeypatch)

    first = built(root, cache)
    assert counted.made == len(first) == 4
    assert built(root, cache) == first
    assert counted.made == 4


def test_changed_title_makes_one(
    write_record: WriteRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache, counted = write_record(), tmp_path / "cache", Counted(monkeypatch)
    built(root, cache)
    article = root / "docs/en/news/kavan-meeting.md"
    article.write_text(article.read_text(encoding="utf-8").replace("A meeting", "A talk"), "utf-8")

    built(root, cache)

    assert counted.made == 5


@pytest.mark.parametrize("harm", ["deleted", "cut", "changed", "empty"])
def test_harmed_cache_changes_nothing(write_record: WriteRecord, tmp_path: Path, harm: str) -> None:
    root, cache = write_record(), tmp_path / "cache"
    first = built(root, cache)
    for file in (it for it in cache.iterdir() if it.name != ".gitignore"):
        data = file.read_bytes()
        if harm == "deleted":
            file.unlink()
        else:
            file.write_bytes({"cut": data[:-9], "changed": data[:-1] + b"?", "empty": b""}[harm])

    assert built(root, cache) == first


# What networks are told.


def told(page: BuiltPage) -> dict[str, str]:
    """What a page tells networks, by property."""
    metas = [it.attributes for it in page.elements if it.tag == "meta"]
    return {
        name: it["content"]
        for it in metas
        if (name := it.get("property", it.get("name", ""))).startswith(("og:", "twitter:"))
    }


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("news/league-founded.html", "fa/league-founded"),
        ("en/news/league-founded.html", "en/league-founded"),
        ("index.html", "fa"),
        ("en/participants/kavan.html", "en"),
    ],
)
def test_page_tells_networks_of_its_card(
    pages: dict[str, BuiltPage], site: Path, path: str, card: str
) -> None:
    said = told(pages[path])
    lang = card[:2]

    assert said["og:image"] == f"{SITE_URL}assets/cards/{card}.png"
    assert (site / "assets" / "cards" / f"{card}.png").is_file()
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"]
    territories = {"fa": "fa_IR", "en": "en_GB"}
    assert said["og:locale"] == territories.pop(lang)
    assert [said["og:locale:alternate"]] == list(territories.values())
    assert said["og:url"] == SITE_URL + path.removesuffix("index.html")
    assert said["og:type"] == ("article" if "/news/" in f"/{path}" else "website")
    assert said["twitter:card"] == "summary_large_image"


def test_page_at_any_address_tells_networks_nothing(pages: dict[str, BuiltPage]) -> None:
    assert told(pages["404.html"]) == {}
