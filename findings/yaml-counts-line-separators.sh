#!/bin/sh
# PyYAML 6.0.3 (libyaml 0.2.5) takes U+2028, U+2029 and U+0085 for line breaks.
#
# Behaviour: after `a: 'x<U+2028>y'` the key on the second line of the file is said to stand on line 3,
#   and `a: x<U+2028>b: y`, one line to every editor and to Git, is read as two keys. Both the C and
#   the Python loader do it.
# Source: YAML 1.1, section 4.1.4, lists them as line breaks and PyYAML implements 1.1; YAML 1.2, section 5.4,
#   took them back ("treated like any other character"), as do LF-counting editors, Git and str.count.
# Meaning: such signs come with text pasted from page-layout programs. A tool that prints the line of
#   a fault from PyYAML's marks is off by one for each of them above it, and a value can end where
#   nobody sees an end. Refuse them before YAML is parsed, and count lines without them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pyyaml==6.0.3
"$folder/env/bin/python" - <<'PYTHON'
import yaml

changed = False
for sign in "\u2028\u2029\x85":
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        root = yaml.compose(f"a: 'x{sign}y'\nb: z\n", Loader=loader)
        line = root.value[1][0].start_mark.line + 1
        keys = list(yaml.load(f"a: x{sign}b: y\n", Loader=loader))
        print(f"U+{ord(sign):04X} {loader.__name__}: 'b' on line {line} of 2; keys {keys} on one line")
        changed |= (line, keys) != (3, ["a", "b"])
raise SystemExit(1 if changed else 0)
PYTHON
