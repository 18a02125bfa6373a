"""Read the open data of a site with programs of others: `python -m benchmarks.open_data`.

The readers have an environment of their own in `work/`, as they are too heavy for every test run.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks.files import REPOSITORY, build_site

HERE = Path(__file__).parent
SITE_URL = "https://record.example/"


def main() -> None:
    """Build the site, hand its folder to the readers; exits 1 where one of them finds an error."""
    arguments = _parser().parse_args()
    work = arguments.work.resolve() / "open_data"
    python = _environment(work / "readers")
    site = arguments.site
    if site is None:
        site = work / "site"
        build_site(REPOSITORY, site, SITE_URL)
    done = subprocess.run((python, HERE / "readers.py", site), check=False)
    sys.exit(done.returncode)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.open_data",
        description="Validate the tables of the built site with frictionless, read the corpus with "
        "the translate toolkit and the linked data with PyLD. Ends with 1 where there is an error.",
        epilog="example: python -m benchmarks.open_data --site site",
    )
    add = parser.add_argument
    add("--site", type=Path, help="a built site (this record, built now)")
    add("--work", type=Path, default=HERE.parent / "work", help="where the readers are installed")
    return parser


def _environment(folder: Path) -> Path:
    """The Python of the readers' environment, which is made or completed first."""
    maker = (sys.executable, REPOSITORY / "scripts" / "environment.py", folder)
    if subprocess.run((*maker, HERE / "requirements.txt"), check=False).returncode:
        sys.exit("The readers could not be installed; the reason stands above")
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


if __name__ == "__main__":
    main()
