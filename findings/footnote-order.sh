#!/bin/sh
# Library:    Python-Markdown 3.11.3, extension `footnotes`
# Behaviour:  USE_DEFINITION_ORDER: false is documented as "document order". References in a list
#             within a list are numbered after those of the paragraphs and items that follow them:
#             the numbers come from the inline processor, which goes through the tree level by level.
#             A list that begins with «۵.» gets `start="۵"` from `sane_lists`, which HTML does not
#             read as a number (it wants ASCII digits), so that browsers count from 1.
# Source:     https://python-markdown.github.io/extensions/footnotes/, HTML standard, "rules for
#             parsing integers"
# Meaning:    A reader meets notes 1, 3, 2. Whoever wants the order of reading numbers them
#             after the tree is whole, and writes `start` and `value` in ASCII.
# Exit:       0 while this is so, 1 when it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3
"$folder/env/bin/python" - <<'PYTHON'
import re
import sys

import markdown

NOTES = "- one[^a]\n    - two[^b]\n- three[^c]\n\n[^a]: A\n\n[^b]: B\n\n[^c]: C\n"
settings = {"footnotes": {"USE_DEFINITION_ORDER": False}}
html = markdown.markdown(NOTES, extensions=["footnotes"], extension_configs=settings)
numbers = re.findall(r'class="footnote-ref" href="[^"]*">(\d+)<', html)
print("markdown", markdown.__version__)
print("numbers of the references, as they are read:", numbers)

opening = markdown.markdown("۵. پنج\n۶. شش", extensions=["sane_lists"]).split("\n")[0]
print("a list that begins with «۵.»:", opening)
sys.exit(not (numbers == ["1", "3", "2"] and opening == '<ol start="۵">'))
PYTHON
