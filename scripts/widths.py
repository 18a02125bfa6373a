"""Write how wide the letters of drawings are; see `scripts/newsroom/site/graphics/README.md`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2013, 0x2014, 0x2019, 0x201C, 0x201D, 0x2026]
PERSIAN = [
    *(0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x3A, 0xAB, 0xB7, 0xBB, 0x2013, 0x2026),
    *(0x60C, 0x61B, 0x61F, *range(0x621, 0x63B), *range(0x640, 0x64B), *range(0x660, 0x66D)),
    *(0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6C0, 0x6CC, *range(0x6F0, 0x6FA)),
]
LARGER = 1.0625
"""How much larger Persian is set on pages and cards; see `site/graphics/shapes`."""

FORMS = ("init", "medi", "fina")


def table(file: Path, codes: list[int], larger: float = 1) -> dict[str, list[int]]:
    """The advance of each letter by itself, then at the start, in and at the end of a joined run.

    In thousandths of the size. A letter that joins to the one before it alone has two numbers, one
    that never joins has one.
    """
    font = TTFont(file)
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    forms = {form: dict(substitutes(font, form)) for form in FORMS}
    em = font["head"].unitsPerEm
    widths = {}
    for code in (it for it in codes if it in glyphs):
        glyph = glyphs[code]
        shapes = [glyph, *(forms[form][glyph] for form in FORMS if glyph in forms[form])]
        widths[chr(code)] = [round(metrics[shape][0] * 1000 * larger / em) for shape in shapes]
    return widths


def substitutes(font: TTFont, feature: str) -> Iterator[tuple[str, str]]:
    """What a feature puts in the place of single glyphs."""
    rules = font["GSUB"].table
    for record in rules.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for part in rules.LookupList.Lookup[index].SubTable:
                    yield from getattr(getattr(part, "ExtSubTable", part), "mapping", {}).items()


def both(latin: dict[str, list[int]], persian: dict[str, list[int]]) -> dict[str, list[int]]:
    """Two tables in one, in the order of letters; what stands in both is as wide as the wider."""
    return {
        char: max(latin.get(char, [0]), persian.get(char, [0]))
        for char in sorted(latin.keys() | persian.keys())
    }


if __name__ == "__main__":
    persian, latin, head = map(Path, sys.argv[1:4])
    weights = {"regular": "", "bold": "-Bold"}
    tables = {
        "label": {
            weight: both(
                table(latin / f"DejaVuSans{name}.ttf", LATIN),
                table(persian / f"Vazirmatn{name or '-Regular'}.ttf", PERSIAN, LARGER),
            )
            for weight, name in weights.items()
        },
        "picture": {
            "regular": table(persian / "Vazirmatn-Regular.ttf", sorted({*LATIN, *PERSIAN}))
        },
        "head": {"bold": both(table(head, LATIN), table(persian / "Vazirmatn-Bold.ttf", PERSIAN))},
    }
    json.dump(tables, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.write("\n")
