"""What a record sets of the look and the front page: `extra.newsroom` in `mkdocs.yml`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from newsroom.record.documents import Entries, ParseContext
from newsroom.record.fields import key, schema_of
from newsroom.record.licence import LICENCES, Licence, known_licence
from newsroom.record.palette import Colours, faint_colours
from newsroom.record.problems import did_you_mean, say
from newsroom.record.schema import many, read_record
from newsroom.record.strings import Strings
from newsroom.record.values import choice, text
from newsroom.text.languages import Bilingual

FILE = "mkdocs.yml"
EXTRA, OWN = "extra", "newsroom"
"""Where the settings stand in it: `extra.newsroom`."""
SETTINGS = (
    OWN, "shell", "drafts", "admin", "editions", "edition_key", "licence", "security", "generator",
)  # fmt: skip
"""The keys of `extra` that mean something to the engine; a theme may know others."""

NEWS, DISAGREEMENTS, EVENTS, ONWARD = HOME = ("news", "disagreements", "events", "onward")
"""The bands of the front page, as they stand unless a record sets others."""

LINKED: Mapping[str, tuple[str, str]] = {
    "news": ("news/index.md", "nav.news"),
    "timeline": ("timeline.md", "nav.timeline"),
    "participants": ("participants/index.md", "nav.participants"),
    "guide": ("guide/index.md", "nav.guide"),
    "about": ("guide/how-we-work.md", "footer.about"),
    "sources": ("sources.md", "footer.sources"),
    "disagreements": ("disagreements.md", "footer.disagreements"),
    "corrections": ("corrections.md", "footer.corrections"),
    "translations": ("translations.md", "footer.translations"),
    "glossary": ("guide/glossary.md", "footer.glossary"),
    "editors": ("guide/editors.md", "footer.editors"),
    "follow": ("follow.md", "footer.follow"),
    "topics": ("topics/index.md", "topics.title"),
}
"""The pages a menu may name by a word: where each lies, and the key of what it is called."""
NAVIGATION = ("news", "timeline", "participants", "guide")
FOOTER = ("about", "sources", "disagreements", "corrections", "glossary", "editors", "follow")
_GROUNDS = {
    "paper": say("the page"),
    "raised": say("a card"),
    "target": say("a highlighted line"),
    "land": say("the land of drawings"),
    "sea": say("the sea of drawings"),
    "map": say("the land of the map"),
    "on": say("white letters"),
    "spark": say("yellow letters"),
}
"""What the grounds of a colour are called."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The part of the world a map shows."""

    south_west: tuple[float, float] = key(
        ("South-west corner", "گوشهٔ جنوب غربی"),
        "The south-west corner: `[latitude, longitude]`.",
        "گوشهٔ جنوب غربی: `[عرض، طول]`.",
    )
    north_east: tuple[float, float] = key(
        ("North-east corner", "گوشهٔ شمال شرقی"),
        "The north-east corner, further east by at most 180 degrees.",
        "گوشهٔ شمال شرقی، حداکثر ۱۸۰ درجه شرقی‌تر.",
    )

    @property
    def is_sound(self) -> bool:
        """Whether the corners are where they say, with something between them."""
        return (
            self.south_west[0] < self.north_east[0] and self.south_west[1] < self.north_east[1]
        ) and self.north_east[1] - self.south_west[1] <= 180

    def holds(self, place: tuple[float, float]) -> bool:
        """Whether a place, in degrees, lies in it."""
        corners = zip(self.south_west, place, self.north_east, strict=True)
        return all(low <= at <= high for low, at, high in corners)


@dataclass(frozen=True, slots=True)
class Options:
    """The settings of a record; what it does not set is as the engine has it."""

    name: Bilingual | None = key(
        ("Name", "نام"),
        "The name of the site, in both languages.",
        "نام سایت، به هر دو زبان.",
        default=None,
    )
    tagline: Bilingual | None = key(
        ("Tagline", "شعار"), "What it is, in a line.", "سایت چیست، در یک سطر.", default=None
    )
    licence: Annotated[Licence | None, known_licence] = key(
        ("Licence", "مجوز"),
        f"The licence of texts and data: {', '.join(f'`{name}`' for name in LICENCES)}, or another "
        "with `name`, `title` and `path`.",
        f"مجوز متن‌ها و داده‌ها: {'، '.join(f'`{name}`' for name in LICENCES)}، یا مجوزی دیگر با "
        "`name` و `title` و `path`.",
        default=None,
    )
    colours: Colours = key(
        ("Colours", "رنگ‌ها"),
        "Colours in place of the engine’s, each on light and on dark ground.",
        "رنگ‌هایی به‌جای رنگ‌های موتور، هر یک روی زمینهٔ روشن و تیره.",
        default=Colours(),
    )
    home: Annotated[tuple[str, ...], many(choice(*HOME))] = key(
        ("Front page", "صفحهٔ نخست"),
        "The bands of the front page from top to bottom: `news`, `disagreements`, `events`, "
        "`onward`; one that is left out is not shown.",
        "بخش‌های صفحهٔ نخست از بالا به پایین: `news` (خبرها)، `disagreements` (اختلاف منابع)، "
        "`events` (رویدادها)، `onward` (راه‌های دیگر)؛ بخشی که نیاید نمایش داده نمی‌شود.",
        default=HOME,
    )
    navigation: Annotated[tuple[str, ...], many(text)] = key(
        ("Navigation", "منو"),
        "The menu on top of every page: words such as `news` and `timeline`, or pages in both "
        "languages such as `guide/visit.md`.",
        "منوی بالای هر صفحه: واژه‌هایی مانند `news` و `timeline`، یا صفحه‌ای که به هر دو زبان "
        "هست، مانند `guide/visit.md`.",
        default=NAVIGATION,
    )
    footer: Annotated[tuple[str, ...], many(text)] = key(
        ("Footer", "پایین صفحه"),
        "The links at the foot of every page, in the same way: `about`, `sources`, `follow`, …",
        "پیوندهای پایین هر صفحه، به همان شیوه: `about`، `sources`، `follow` و دیگران.",
        default=FOOTER,
    )
    map: Extent | None = key(
        ("Map", "نقشه"),
        "What the map of the cities shows, if not all of them; those outside are listed only.",
        "آنچه نقشهٔ شهرها نشان می‌دهد، اگر همه را نشان ندهد؛ شهرهای بیرون از آن فقط در فهرست می‌آید.",
        default=None,
    )


def read_options(entries: Entries, context: ParseContext) -> Options:
    """The settings that are sound; what is wrong with the others is reported.

    Of the colours all are left out where one of them cannot be read.
    """
    options = Options(**read_record(entries, schema_of(Options), context))
    _report_faint(options.colours, context)
    if context.problems:
        options = replace(options, colours=Colours())
    if options.map and not options.map.is_sound:
        message = say("the corners of the map are not south-west and north-east of each other")
        context.report(context.lines["map"], "value-form", message)
        options = replace(options, map=None)
    return options


def settled(strings: Strings, options: Options) -> Strings:
    """The words of a language with what the settings say of name, tagline and licence."""
    words: dict[str, str] = {}
    for word, said in (("site.name", options.name), ("site.tagline", options.tagline)):
        words |= {word: said[strings.lang]} if said else {}
    if options.licence:
        sentence = strings["footer.licensed"]
        words["footer.licence"] = sentence.format(title=options.licence.title)
    return replace(strings, words={**strings.words, **words}) if words else strings


def report_misspelt(extra: Entries, context: ParseContext) -> None:
    """Report a key of `extra` that is nearly one of ours: it would be passed over in silence."""
    for name, line in extra.lines.items():
        if name not in SETTINGS and (hint := did_you_mean(name, SETTINGS)):
            context.report(line, "key-unknown", say("unknown key '{key}'", key=name), hint)


def report_unknown_links(options: Options, pages: Iterable[str], context: ParseContext) -> None:
    """Report what a menu names and no page is; `pages` are those of both languages."""
    known = {*LINKED, *pages}
    for entry, place in _links_of(options):
        if entry not in known and place in context.lines:
            message = say("'{at}' is '{value}'; expected a page", at=place, value=entry)
            hint = did_you_mean(entry, known) or say("known words: {keys}", keys=", ".join(LINKED))
            context.report(context.lines[place], "value-unknown", message, hint)


def _report_faint(colours: Colours, context: ParseContext) -> None:
    for faint in faint_colours(colours):
        message = say(
            "the colour '{role}' on {mode} ground has a contrast of {ratio} to {ground}; "
            "expected {least} at least (WCAG 2.2 AA)",
            role=faint.role,
            mode=say("light") if faint.mode == "light" else say("dark"),
            ratio=f"{faint.ratio:.2f}",
            ground=_GROUNDS[faint.ground],
            least=f"{faint.least:.1f}",
        )
        line = context.lines[f"colours.{faint.role}.{faint.mode}"]
        context.report(line, "colour-contrast", message, say("take a darker or lighter one"))


def _links_of(options: Options) -> Iterator[tuple[str, str]]:
    """Every entry of the two menus, with its place in the settings."""
    for name in ("navigation", "footer"):
        for at, entry in enumerate(getattr(options, name)):
            yield entry, f"{name}.{at}"
