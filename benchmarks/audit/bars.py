"""What is measured, under which heading it is told, and how good it has to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from benchmarks.audit.figures import ARTICLE, OURS, Figure, of_site
from benchmarks.audit.followed import READERS


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured of a page, and how its figure is printed."""

    name: str
    heading: str
    unit: float = 1
    """What the value is divided by to be printed."""
    places: int = 0

    def print(self, value: float) -> str:
        """A figure in its unit, as the tables have it."""
        return f"{value / self.unit:.{self.places}f}"


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the report, and what it says above it."""

    key: str
    """How it is asked for on the command line."""
    title: str
    text: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A limit for the worst page of those it holds for."""

    title: str
    measures: tuple[str, ...]
    limit: float
    at_least: bool = False
    """Whether more is better."""
    kind: str = ""
    lang: str = ""

    def worst(self, figures: Iterable[Figure]) -> Figure | None:
        """The worst figure this bar is for; `None` when none was measured."""
        mine = [it for it in figures if self._holds_for(it)]
        if not mine:
            return None
        return (min if self.at_least else max)(mine, key=lambda it: it.value)

    def is_met(self, value: float) -> bool:
        """Whether a figure keeps within the limit."""
        return value >= self.limit if self.at_least else value <= self.limit

    def is_better(self, value: float, other: float) -> bool:
        """Whether one figure is nearer to what is wanted than another."""
        return value > other if self.at_least else value < other

    def _holds_for(self, it: Figure) -> bool:
        return (
            it.measure in self.measures
            and self.kind in ("", it.kind)
            and self.lang in ("", it.lang)
        )


_AXE = tuple(f"axe {scheme} {width}" for scheme, width in product(("light", "dark"), (390, 1440)))

_PRINTED = ("print", "print bare", "print across", "print across bare")

ENGINES = {"firefox": "Firefox", "webkit": "WebKitGTK"}
"""Those beside Chromium, by the key of their section."""

_WRONG = {
    "words in the wrong order": ("order",),
    "font not in use": ("font",),
    "search, filters and cards that fail": ("search", "filters", "cards"),
    "console messages": ("console",),
    "violations of the policy": ("policy",),
}


def _engine(key: str, name: str) -> Section:
    return Section(
        key,
        name,
        "What is wrong there: words out of order, a font not in use, a search that does not find, "
        "filters and cards that do not obey, what console and policy complain of.",
        tuple(Measure(f"{key} {it}", it) for its in _WRONG.values() for it in its),
    )


SECTIONS = (
    Section(
        "view",
        "First view",
        "From a cold cache: bodies as sent, gzip, with page, style sheet, script, font and icon.",
        (
            Measure("bytes", "kB", 1000, 1),
            Measure("requests", "requests"),
            Measure("missing", "404s"),
            Measure("hosts", "other hosts"),
            Measure("script", "script, kB", 1000, 1),
            Measure("font", "font, kB", 1000, 1),
        ),
    ),
    Section(
        "lighthouse",
        "Lighthouse",
        "On a phone with a slow line, both simulated.",
        (
            Measure("performance", "performance"),
            Measure("accessibility", "accessibility"),
            Measure("best-practices", "best practices"),
            Measure("seo", "SEO"),
            Measure("lcp", "LCP, s", 1000, 2),
            Measure("cls", "CLS", 1, 4),
        ),
    ),
    Section(
        "line",
        "On a slow line",
        "LCP where line and phone are held back for real, as it is and with other hosts hanging.",
        (
            Measure("paint", "LCP, s", 1000, 2),
            Measure("paint hanging", "with hosts hanging", 1000, 2),
        ),
    ),
    Section(
        "axe",
        "axe",
        "Elements that break a rule of WCAG 2.2 A and AA or of best practice, by scheme and width.",
        tuple(Measure(name, name.removeprefix("axe ")) for name in _AXE),
    ),
    Section(
        "html",
        "HTML",
        "What the Nu checker says of all pages of a kind, and where their links lead.",
        (
            Measure("html errors", "errors"),
            Measure("html warnings", "warnings"),
            Measure("links", "links"),
            Measure("links broken", "broken"),
        ),
    ),
    Section(
        "order",
        "Order",
        "Names, numbers and pieces of code that do not stand in the order they are read in, on all "
        "pages of a kind.",
        (Measure("order", "in the wrong order"),),
    ),
    Section(
        "reading",
        "Reading",
        "What console and policy complain of, what is not found from disk, and what is lost: at "
        "320 px, at 400 %, with the text spacing of WCAG 1.4.12, without JavaScript.",
        (
            Measure("console http", "console, http"),
            Measure("console file", "console, disk"),
            Measure("policy http", "policy, http"),
            Measure("policy file", "policy, disk"),
            Measure("disk", "files, disk"),
            Measure("overflow", "320 px"),
            Measure("zoom", "400 %"),
            Measure("spacing", "spacing"),
            Measure("no script", "no script"),
        ),
    ),
    Section(
        "print",
        "Paper",
        "What Firefox prints of the characters Chromium prints, on A4: standing and across, with "
        "margins of 1 cm and bare.",
        (
            Measure("print", "standing, %", 1, 1),
            Measure("print bare", "bare, %", 1, 1),
            Measure("print across", "across, %", 1, 1),
            Measure("print across bare", "across and bare, %", 1, 1),
            Measure("print blank", "blank pages"),
        ),
    ),
    *(_engine(key, name) for key, name in ENGINES.items()),
    Section(
        "follow",
        "Feeds and calendars",
        "Entries in all files of a kind, and those of which a reader gets link, title, day, text, "
        "language, direction or status wrong.",
        (Measure("entries", "entries"), *(Measure(f"misread by {it}", it) for it in READERS)),
    ),
    Section(
        "book",
        "Book",
        "What EPUBCheck says of both volumes, and axe of every chapter on a phone.",
        (
            Measure("epub errors", "errors"),
            Measure("epub warnings", "warnings"),
            Measure("book axe", "axe"),
        ),
    ),
)

BARS = (
    Bar("first view of a Persian article, kB", ("bytes",), 40_000, kind=ARTICLE, lang="fa"),
    Bar("first view of an English article, kB", ("bytes",), 20_000, kind=ARTICLE, lang="en"),
    Bar("requests of a first view", ("requests",), 5),
    Bar("404s and other hosts of a first view", ("missing", "hosts"), 0),
    Bar("script before the reader acts, kB", ("script",), 4_000),
    Bar("font, kB", ("font",), 24_000),
    Bar("Lighthouse performance", ("performance",), 100, at_least=True),
    Bar("Lighthouse accessibility", ("accessibility",), 100, at_least=True),
    Bar("Lighthouse best practices", ("best-practices",), 100, at_least=True),
    Bar("Lighthouse SEO", ("seo",), 100, at_least=True),
    Bar("LCP on a simulated slow line, s", ("lcp",), 1200),
    Bar("CLS", ("cls",), 0.001),
    Bar("LCP on a slow line, s", ("paint",), 1200),
    Bar("LCP with every other host hanging, s", ("paint hanging",), 1200),
    Bar("axe, elements", _AXE, 0),
    Bar("HTML errors", ("html errors",), 0),
    Bar("broken links", ("links broken",), 0),
    Bar("console messages", ("console http",), 0),
    Bar("console messages from disk", ("console file",), 0),
    Bar("violations of the policy", ("policy http", "policy file"), 0),
    Bar("not found from disk", ("disk",), 0),
    Bar("words in the wrong order", ("order",), 0),
    Bar("overflow at 320 px", ("overflow",), 0),
    Bar("lost at 400 %", ("zoom",), 0),
    Bar("lost with text spacing", ("spacing",), 0),
    Bar("missed without JavaScript", ("no script",), 0),
    Bar("printed by Firefox of Chromium’s characters, %", _PRINTED, 99, at_least=True),
    Bar("blank pages printed by Firefox", ("print blank",), 0),
    Bar("errors and warnings of the book", ("epub errors", "epub warnings"), 0),
    Bar("axe, elements of the book", ("book axe",), 0),
    *(
        Bar(f"{title} in {name}", tuple(f"{key} {it}" for it in measures), 0)
        for key, name in ENGINES.items()
        for title, measures in _WRONG.items()
    ),
    Bar("entries readers get wrong", tuple(f"misread by {it}" for it in READERS), 0),
)

MEASURES = {measure.name: measure for section in SECTIONS for measure in section.measures}


def all_are_met(figures: Sequence[Figure]) -> bool:
    """Whether our site misses no bar that was measured."""
    worst = [(bar, bar.worst(of_site(OURS, figures))) for bar in BARS]
    return all(bar.is_met(it.value) for bar, it in worst if it)
