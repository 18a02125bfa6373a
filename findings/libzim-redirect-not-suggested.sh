#!/bin/sh
# In a ZIM archive the title of a redirect is suggested to readers only if the redirect is called a front article.
#
# Kiwix shows titles while one types. A name with several spellings seems a case for redirects: «قازان», «کازان» and
# "Casan" lead to one page. They open it by their path, but libzim's writer puts the titles of front articles alone
# into the index that suggestions come from, and a redirect is none unless it is said to be. So the archive is sound,
# `Archive.check()` passes, and a reader who types another spelling is shown nothing.
#
# Seen with libzim 3.13.1 (bindings of PyPI).
# Source: openZIM, "ZIM file format": `X/title/xapian` indexes front articles; a redirect entry has no word on it.
#
# What it means: spellings have to be written as front articles, though each of them then counts as an article of the
# archive; or the page itself needs them in its title.
#
# Needs python3 with venv; installs libzim 3.13.1 in a temporary folder. Ends with 1 when the plain redirect is suggested.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check libzim==3.13.1
cd "$work"
venv/bin/python - <<'PYTHON'
import os
import sys
from pathlib import Path

from libzim.reader import Archive
from libzim.suggestion import SuggestionSearcher
from libzim.writer import Creator, Hint, Item, StringProvider


class Page(Item):
    def get_path(self):
        return "kazan.html"

    def get_title(self):
        return "قازان"

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        return StringProvider("<title>قازان</title><p>شهر قازان</p>")

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


out, quiet = os.dup(1), os.open(os.devnull, os.O_WRONLY)
os.dup2(quiet, 1)  # the writer tells of each of its steps
with Creator(Path("record.zim")).config_indexing(True, "fas") as creator:
    creator.set_mainpath("kazan.html")
    creator.add_item(Page())
    creator.add_redirection("plain", "کازان", "kazan.html", {})
    creator.add_redirection("front", "Casan", "kazan.html", {Hint.FRONT_ARTICLE: True})
os.dup2(out, 1)

archive = Archive(Path("record.zim"))
print("sound:", archive.check(), "| both open by path:", all(map(archive.has_entry_by_path, ("plain", "front"))))
found = {}
for typed in ("قاز", "کاز", "Cas"):
    results = SuggestionSearcher(archive).suggest(typed)
    found[typed] = list(results.getResults(0, 10))
    print(f"typed {typed}: {found[typed]}")
sys.exit(0 if found["قاز"] and not found["کاز"] and found["Cas"] else 1)
PYTHON
echo 'As described: the other spelling is suggested only where the redirect is called a front article.'
