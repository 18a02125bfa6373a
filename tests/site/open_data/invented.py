"""What the tests of the open data read: the files of a site, each as a program reads it."""

import csv
import io
import json
from functools import cache
from typing import Any

from newsroom.record.catalogue import Catalogue
from newsroom.site.open_data.dataset import outputs
from newsroom.site.rendering import MarkdownSettings
from newsroom.site.site import Site, SiteSettings

from ...conftest import SITE_URL, sample_site

EXTENSIONS = ("attr_list", "footnotes", "toc")


def site_of(catalogue: Catalogue) -> Site:
    return Site(catalogue, SiteSettings(SITE_URL, MarkdownSettings(EXTENSIONS)))


def files_of(site: Site) -> dict[str, bytes]:
    """By their names below `data/`."""
    made = ((it.path.removeprefix("data/"), it.make()) for it in outputs(site))
    return {path: data if isinstance(data, bytes) else data.encode() for path, data in made}


@cache
def sample_files() -> dict[str, bytes]:
    return files_of(sample_site())


def rows_of(name: str, files: dict[str, bytes] | None = None) -> list[dict[str, Any]]:
    """The rows of a table, as its JSON file has them."""
    rows: list[dict[str, Any]] = json.loads((files or sample_files())[f"{name}.json"])
    return rows


def cells_of(name: str, files: dict[str, bytes] | None = None) -> list[dict[str, str]]:
    """The cells of a table, as its CSV file has them."""
    text = (files or sample_files())[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def package() -> dict[str, Any]:
    described: dict[str, Any] = json.loads(sample_files()["datapackage.json"])
    return described
