"""What the index costs a build: CPU time of the build, and of making and writing the index.

A process of its own, `python -m benchmarks.search.cost <record> <site>`, because CPU time is
counted by process. It prints seconds as JSON.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from time import process_time

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.files import write_file
from newsroom.api import Site, open_site, search_files

TIMES = 3
"""How often the index is made; the fastest counts, as what else runs can only slow it down."""


def main() -> None:
    """Build the record once, and its index several times."""
    root, site = map(Path, sys.argv[1:])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.chdir(root)
    start = process_time()
    build(load_config("mkdocs.yml", site_dir=str(site), strict=True))
    built = process_time() - start
    index = min(_time_of_index(open_site(Path())) for _ in range(TIMES))
    print(json.dumps({"index": index, "build": built}))


def _time_of_index(site: Site) -> float:
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        for path, text in search_files(site.catalogue, site.locales, site.texts):
            write_file(Path(folder, path), text)
        return process_time() - start


if __name__ == "__main__":
    main()
