"""The record as a Hugo site: content in two languages, data files, the layouts beside this module.

Hugo's own way to back-links are terms: the participants of an article stand in its front matter,
and each participant is a term with a page.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.files import to_document, to_yaml, write_file
from benchmarks.peers.reading import NOTE, Reading
from newsroom.record.articles import Article, is_article
from newsroom.record.events import Event
from newsroom.record.participants import FOLDERS, Participant
from newsroom.record.sources import Source
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS

SITE = Path(__file__).with_name("hugo")

_LAYOUTS = {"timeline.md": "timeline", "guide/glossary.md": "glossary"}


def write_hugo_tree(root: Path, record: Path, assets: Path) -> None:
    """Write the Hugo site of the record below `root`; `assets` are the static files of both."""
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    shutil.copytree(assets, root / "static" / "assets", dirs_exist_ok=True)
    shutil.copytree(record / "data" / "strings", root / "data" / "strings", dirs_exist_ok=True)
    shutil.copy(record / "data" / "glossary.yml", root / "data")
    reading = Reading(record)
    _write_data(root / "data", record, reading)
    _write_content(root / "content", reading)


def _write_data(root: Path, record: Path, reading: Reading) -> None:
    catalogue = reading.catalogue
    folders = {kind: folder for folder, kind in FOLDERS.items()}
    for entry in catalogue.participants.values():
        written = _read(record / "data" / folders[entry.kind] / f"{entry.id}.yml")
        content = _participant(written, entry, reading)
        write_file(root / "participants" / f"{entry.id}.yml", to_yaml(content))
    for event in catalogue.events.values():
        content = _event(_read(record / event.path), event, reading)
        write_file(root / "events" / f"{event.id}.yml", to_yaml(content))
    for source in catalogue.sources.values():
        content = _source(_read(record / source.path), source, reading)
        write_file(root / "sources" / f"{source.id}.yml", to_yaml(content))


def _write_content(root: Path, reading: Reading) -> None:
    catalogue = reading.catalogue
    for lang in LANGS:
        for article in catalogue.articles.values():
            write_file(root / lang / article.uri, _article(article, lang, reading))
        words = catalogue.strings[lang]
        for entry in catalogue.participants.values():
            name = entry.name[lang]
            summary = words["participant.summary"].format(name=name)
            term = root / lang / "participants" / entry.id / "_index.md"
            write_file(term, to_document({"title": name, "summary": summary}, ""))
        sources = {"title": words["sources.title"], "summary": words["sources.summary"]}
        write_file(root / lang / "sources.md", to_document(sources | {"layout": "sources"}, ""))
    for (lang, uri), page in catalogue.pages.items():
        if not is_article(uri):
            front_matter = {"title": page.title, "summary": page.summary}
            if uri in _LAYOUTS:
                front_matter["layout"] = _LAYOUTS[uri]
            file = uri.replace("index.md", "_index.md")
            write_file(root / lang / file, to_document(front_matter, page.body.strip()))


def _article(article: Article, lang: str, reading: Reading) -> str:
    page = article.versions[lang]
    text = reading.linked(lang, page.body.strip(), "/participants/{}".format)
    day = reading.day(article)
    events = [reading.catalogue.events[id] for id in article.events]
    front_matter = {
        "title": page.title,
        "summary": page.summary,
        "date": day.iso,
        "period": {"iso": day.iso, "shown": reading.dates(day)[lang]},
        "years": reading.years(day)[lang],
        "order": _order(day, "b", article.slug),
        "original": article.original,
        "place": article.place,
        "source": article.source,
        "events": [event.id for event in sorted(events, key=lambda it: (it.date, it.id))],
        "participants": list(text.participants),
    }
    return to_document(front_matter, NOTE.sub(r"> [!NOTE] \1\n> \2", text.body))


def _participant(written: dict[str, Any], entry: Participant, reading: Reading) -> dict[str, Any]:
    roles = [
        {**role, "shown": reading.dates(known.as_of)}
        for role, known in zip(written.pop("roles", ()), entry.roles, strict=True)
    ]
    return written | {
        "name": dict(entry.name),
        "form": entry.form,
        "group": entry.form if entry.kind == "place" else entry.kind,
        "filed": {lang: entry.sort_name(lang) for lang in LANGS},
        "roles": roles,
    }


def _event(written: dict[str, Any], event: Event, reading: Reading) -> dict[str, Any]:
    is_hollow = event.date.approximate or event.reported
    return written | {
        "iso": event.date.iso,
        "shown": reading.dates(event.date),
        "years": dict(reading.years(event.date)),
        "order": _order(event.date, "a", event.id),
        "shape": "hollow" if is_hollow else "point" if event.date.is_day else "bar",
        "everyone": list(event.everyone),
    }


def _source(written: dict[str, Any], source: Source, reading: Reading) -> dict[str, Any]:
    return written | {"shown": reading.dates(source.published) if source.published else {}}


def _order(period: Period, kind: str, id: str) -> str:
    """What the timeline is sorted by: on one day events stand before articles."""
    return f"{period.start} {kind} {period.end} {id}"


def _read(file: Path) -> dict[str, Any]:
    """The content of a data file with every value as it was written."""
    content: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return dict(content)
