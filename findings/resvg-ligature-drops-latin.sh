#!/bin/sh
# In a line with a lam-alef, resvg leaves the Latin letters out that it draws in any other line.
#
# A Persian line with a Latin name in it is set in two fonts: the one of the page, cut to Persian, and another
# for the letters that the first has not. resvg takes the missing letters from the second font only when both
# fonts shape the line into the same number of glyphs. «لا» is one glyph in a Persian font and two in a Latin
# one, so with «سلام» in the line the Latin name is a gap, without an error or a warning. A second font that has
# all letters of the line draws it whole: then the Persian letters change their face, too. One <tspan> with a
# font of its own around the Latin letters is right in every case.
#
# Seen with resvg_py 0.5.0, Vazirmatn 33.0.3 and DejaVu 2.37.3.
# Source: SVG 2, 11.3 "Fonts": a user agent has to find a font for each grapheme cluster it can't draw.
#
# What it means: "give resvg a fallback font for Latin" is no advice for Persian. Each run needs its font by name,
# and a test of such pictures has to look for the Latin letters in a line that has a lam-alef.
#
# Needs python3 with venv and npm; installs resvg_py 0.5.0, pillow 12.0.0, fonttools 4.60.1, vazirmatn 33.0.3 and
# dejavu-fonts-ttf 2.37.3 in a temporary folder. Ends with 1 when the letters are drawn.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check resvg_py==0.5.0 pillow==12.0.0 fonttools==4.60.1
cd "$work"
npm pack --silent vazirmatn@33.0.3 dejavu-fonts-ttf@2.37.3 >/dev/null
mkdir vazirmatn dejavu
tar xzf vazirmatn-33.0.3.tgz -C vazirmatn --strip-components=1
tar xzf dejavu-fonts-ttf-2.37.3.tgz -C dejavu --strip-components=1
venv/bin/pyftsubset vazirmatn/fonts/ttf/Vazirmatn-Regular.ttf --layout-features='*' --output-file=persian.ttf \
  --unicodes=U+0020-0021,U+060C,U+0621-063A,U+0641-0654,U+067E,U+0686,U+06A9,U+06AF,U+06CC,U+200C
venv/bin/pyftsubset dejavu/ttf/DejaVuSans.ttf --unicodes=U+0020-007E --output-file=latin.ttf 2>/dev/null
venv/bin/python - <<'PYTHON'
import io
import sys

import resvg_py
from PIL import Image, ImageOps


def drawn(line, *fonts):
    """The ink of a line that ends at x = 590: its first and its last column."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="80"><rect width="600" height="80" fill="#fff"/>'
        f'<text x="590" y="50" font-size="30" font-family="Vazirmatn" text-anchor="end">{line}</text></svg>'
    )
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(fonts))
    left, _, right, _ = ImageOps.invert(Image.open(io.BytesIO(bytes(png))).convert("L")).getbbox()
    return left, right


named = 'سلام <tspan font-family="DejaVu Sans">ABC</tspan>'
rows = [
    ("no lam-alef, Latin fallback", drawn("شهر ABC", "persian.ttf", "latin.ttf"), drawn("شهر ABC", "persian.ttf")),
    ("lam-alef, Latin fallback", drawn("سلام ABC", "persian.ttf", "latin.ttf"), drawn("سلام ABC", "persian.ttf")),
    ("lam-alef, Latin run with its font", drawn(named, "persian.ttf", "latin.ttf"), drawn("سلام ABC", "persian.ttf")),
]
for name, with_latin, without in rows:
    print(f"{name:36} ink {with_latin}, with the Persian font alone {without}")
plain, ligature, run = (with_latin != without for _, with_latin, without in rows)
print(f"Latin letters drawn: {plain}, {ligature}, {run}")
sys.exit(0 if (plain, ligature, run) == (True, False, True) else 1)
PYTHON
echo 'As described: one lam-alef, and the Latin letters of the line are gone.'
