"""The record as a Hugo site: content in two languages, data files, the layouts beside this module.

Hugo's own way to back-links are terms: the participants of an article stand in its front matter,
and each participant is a term with a page.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.files import to_document, to_yaml, write_file
from benchmarks.peers.hugo_documents import Documents
from benchmarks.peers.hugo_entries import Entries
from benchmarks.peers.reading import PeerRecord
from newsroom.api import LANGS

SITE = Path(__file__).with_name("hugo")


def write_hugo_tree(root: Path, record: Path, assets: Path) -> None:
    """Write the Hugo site of the record below `root`; `assets` are the static files of both."""
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    shutil.copytree(assets, root / "static" / "assets", dirs_exist_ok=True)
    shutil.copytree(record / "data" / "strings", root / "data" / "strings", dirs_exist_ok=True)
    shutil.copy(record / "data" / "glossary.yml", root / "data")
    context = PeerRecord(record)
    _write_data(root / "data", record, context)
    _write_content(root / "content", context)


def _write_data(root: Path, record: Path, context: PeerRecord) -> None:
    catalogue, entries = context.catalogue, Entries(context)
    for entry in catalogue.participants.values():
        content = entries.participant(_read(record / entry.path), entry)
        write_file(root / "participants" / f"{entry.id}.yml", to_yaml(content))
    for event in catalogue.events.values():
        content = entries.event(_read(record / event.path), event)
        write_file(root / "events" / f"{event.id}.yml", to_yaml(content))
    for source in catalogue.sources.values():
        content = entries.source(_read(record / source.path), source)
        write_file(root / "sources" / f"{source.id}.yml", to_yaml(content))
    titles = {
        article.slug: {lang: article.versions[lang].title for lang in LANGS}
        for article in catalogue.articles.values()
    }
    write_file(root / "articles.json", json.dumps(titles, ensure_ascii=False))


def _write_content(root: Path, context: PeerRecord) -> None:
    for lang in LANGS:
        for uri, front_matter, body in Documents(context, lang).all():
            write_file(root / lang / uri, to_document(front_matter, body))


def _read(file: Path) -> dict[str, Any]:
    """The content of a data file with every value as it was written."""
    content: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return dict(content)
