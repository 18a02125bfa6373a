"""The three trees that are built: ours, Hugo's and that of plain MkDocs, of one record.

They are made in a process of their own, because the peak memory of a process is counted with what
its parent held when it began.
"""

import argparse
import shutil
from pathlib import Path

from benchmarks.corpus import write_record
from benchmarks.files import REPOSITORY, make_buildable
from benchmarks.peers.hugo_tree import write_hugo_tree
from benchmarks.peers.mkdocs_tree import write_mkdocs_tree

OURS, HUGO, PLAIN = "ours", "hugo", "plain"
"""The folders of the trees."""


def write_trees(folder: Path, pairs: int) -> None:
    """Write the trees of a record of `pairs` articles below `folder`, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    ours = folder / OURS
    write_record(ours, pairs)
    make_buildable(ours)
    write_hugo_tree(folder / HUGO, ours, REPOSITORY / "overrides" / "assets")
    write_mkdocs_tree(folder / PLAIN, ours)


def main() -> None:
    """Write the trees into the folder named."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.trees",
        description="Write the trees that are built, to look at them or build them by hand.",
        epilog="example: python -m benchmarks.trees /tmp/trees --pairs 20",
    )
    parser.add_argument("folder", type=Path, help="where they go; it is emptied first")
    parser.add_argument("--pairs", type=int, default=100, help="bilingual articles (100)")
    arguments = parser.parse_args()
    write_trees(arguments.folder, arguments.pairs)


if __name__ == "__main__":
    main()
