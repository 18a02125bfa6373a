"""The colours of the look, those a record has in place of the engine's, and what can be read.

The engine's stand in `assets/styles/tokens.css`, each on light and on dark ground. A record sets
some by what they are for (`ROLES`); what it has is held to WCAG 2.2 against every ground it may
stand on, and for readers who ask for more contrast it is made darker or lighter until it has that.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated

from newsroom.defaults import theme_folder
from newsroom.record.fields import key
from newsroom.record.values import pattern

TOKENS = "styles/tokens.css"
"""Where they stand below `assets/`."""

AA, AA_MARK, MORE = 4.5, 3.0, 7.0
"""The least contrast of words, of marks, and of words for who asks for more (AAA)."""

Colour = tuple[float, float, float]
"""Red, green and blue, up to 255."""

_MORE = "@media (prefers-contrast: more) {"
_TOKEN = re.compile(r"--nr-([\w-]+): ([^;]+);")
_USE = re.compile(r"var\(--nr-([\w-]+)\)")
_BOTH = re.compile(r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
_HIGHLIGHT, _LAND = (0.09, "place", "paper"), (0.45, "line", "paper")
"""Grounds that are mixed: of what share of which colour on which."""

colour = pattern(r"#[0-9a-f]{6}", '"#0b5a5e"')
"""A colour as style sheets write it."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour on light and on dark ground."""

    light: Annotated[str, colour] = key(
        ("On light ground", "روی زمینهٔ روشن"),
        'The colour on light ground, in quotes: `"#0b5a5e"`.',
        'رنگ روی زمینهٔ روشن، درون گیومهٔ انگلیسی: `"#0b5a5e"`.',
    )
    dark: Annotated[str, colour] = key(
        ("On dark ground", "روی زمینهٔ تیره"),
        "The same on dark ground.",
        "همان روی زمینهٔ تیره.",
    )


@dataclass(frozen=True, slots=True)
class Colours:
    """What a record has in place of the engine's colours, by what they are for."""

    accent: Shade | None = key(
        ("Accent", "رنگ اصلی"),
        "Links and what is to be seen first; people and held events, unless they have their own.",
        "پیوندها و آنچه باید اول دیده شود؛ اشخاص و رویدادهای برگزارشده هم، اگر رنگ خود را ندارند.",
        default=None,
    )
    block: Shade | None = key(
        ("Block", "زمینهٔ پررنگ"),
        "The ground of white letters: buttons and share cards.",
        "زمینهٔ حرف‌های سفید: دکمه‌ها و کارت‌های هم‌رسانی.",
        default=None,
    )
    person: Shade | None = key(("People", "اشخاص"), "People.", "اشخاص.", default=None)
    place: Shade | None = key(
        ("Places", "مکان‌ها"), "Places, on the map, too.", "مکان‌ها، روی نقشه هم.", default=None
    )
    organisation: Shade | None = key(
        ("Organisations", "نهادها"), "Organisations.", "نهادها.", default=None
    )
    held: Shade | None = key(
        ("Held", "برگزارشده"), "Events that were held.", "رویدادهای برگزارشده.", default=None
    )
    planned: Shade | None = key(
        ("Planned", "برنامه‌ریزی‌شده"),
        "Events that are planned.",
        "رویدادهای برنامه‌ریزی‌شده.",
        default=None,
    )
    proposed: Shade | None = key(
        ("Proposed", "پیشنهادشده"),
        "Events that are proposed.",
        "رویدادهای پیشنهادشده.",
        default=None,
    )

    @property
    def shades(self) -> Mapping[str, Shade]:
        """Those that are set, by role."""
        found = ((it.name, getattr(self, it.name)) for it in fields(self))
        return {name: shade for name, shade in found if shade}


@dataclass(frozen=True, slots=True)
class Faint:
    """A colour that does not stand out enough from a ground."""

    role: str
    mode: str
    """`light` or `dark`."""
    ground: str
    ratio: float
    least: float


def palette_of(tokens: str) -> Mapping[str, Shade]:
    """The colours of a sheet of tokens by name, those that stand for another among them."""
    said = dict(_TOKEN.findall(tokens.partition(_MORE)[0]))
    found: dict[str, Shade] = {}
    for name, value in said.items():
        while use := _USE.fullmatch(value):
            value = said.get(use[1], "")
        if both := _BOTH.fullmatch(value):
            found[name] = Shade(*both.groups())
    return found


def faint_colours(colours: Colours, tokens: str | None = None) -> Iterator[Faint]:
    """Yield what a record's colours cannot be read or seen on, the worst ground of each mode."""
    if not colours.shades:
        return
    palette = {**palette_of(with_colours(tokens or own_tokens(), colours))}
    for role in colours.shades:
        for mode in ("light", "dark"):
            shown = {name: _parts(getattr(shade, mode)) for name, shade in palette.items()}
            found = [
                Faint(role, mode, ground, ratio, least)
                for ground, other, least in _grounds(role, shown)
                if (ratio := contrast(shown[role], other)) < least
            ]
            if found:
                yield min(found, key=lambda it: it.ratio - it.least)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def with_colours(tokens: str, colours: Colours) -> str:
    """A sheet of tokens with a record's colours, those for more contrast among them."""
    usual, more, rest = tokens.partition(_MORE)
    palette = palette_of(tokens)
    for role, shade in colours.shades.items():
        deep = _deepened(role, shade, {**palette, **colours.shades})
        usual = _declared(usual, role, shade)
        rest = _declared(rest, role, deep) if more else rest
    return usual + more + rest


@cache  # read once a process
def own_tokens() -> str:
    """The engine's."""
    return (theme_folder() / "assets" / TOKENS).read_text(encoding="utf-8")


def _declared(rules: str, role: str, shade: Shade) -> str:
    """The rules with a token as it is to be; in their first rule, if it is nowhere."""
    line = f"--nr-{role}: light-dark({shade.light}, {shade.dark});"
    changed, count = re.subn(rf"--nr-{role}: [^;]+;", line, rules)
    return changed if count else rules.replace("{", f"{{\n    {line}", 1)


def _deepened(role: str, shade: Shade, palette: Mapping[str, Shade]) -> Shade:
    """A shade for who asks for more contrast: towards black on light ground, and under letters."""

    def deep(mode: str) -> str:
        shown = {name: _parts(getattr(it, mode)) for name, it in palette.items()}
        end = (0.0, 0.0, 0.0) if mode == "light" or role == "block" else (255.0, 255.0, 255.0)
        begun = _parts(getattr(shade, mode))
        grounds = [it for _, it, least in _grounds(role, shown) if least >= AA]
        steps = (_mixed(step / 20, end, begun) for step in range(21))
        found = (it for it in steps if all(contrast(it, ground) >= MORE for ground in grounds))
        return "#" + bytes(map(round, next(found, end))).hex()

    return Shade(deep("light"), deep("dark"))


def _grounds(role: str, shown: Mapping[str, Colour]) -> Iterator[tuple[str, Colour, float]]:
    """What stands beside a colour: the name of the ground, itself, and the least contrast."""
    if role == "block":
        yield from ((name, shown[name], AA) for name in ("on", "spark"))
        return
    yield from ((name, shown[name], AA) for name in ("paper", "raised"))
    share, mixed, ground = _HIGHLIGHT
    yield "target", _mixed(share, shown[mixed], shown[ground]), AA
    if role == "accent":
        yield from ((name, shown[name], AA) for name in ("land", "sea"))
    if role == "place":
        yield from ((name, shown[name], AA_MARK) for name in ("land", "sea"))
        share, mixed, ground = _LAND
        yield "map", _mixed(share, shown[mixed], shown[ground]), AA_MARK


def _mixed(share: float, one: Colour, other: Colour) -> Colour:
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(one, other, strict=True))
    return red, green, blue


def _parts(text: str) -> Colour:
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def _luminance(parts: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
