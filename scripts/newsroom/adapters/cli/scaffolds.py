"""The commands that begin something: `newsroom new`."""

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from newsroom.adapters.cli.helping import ToldGroup, words_of_option
from newsroom.adapters.cli.streams import SOURCE, load, read_bytes, read_near, today
from newsroom.adapters.cli.telling import stop_at
from newsroom.adapters.cli.writing import try_new, write_new
from newsroom.intake.drafts import id_of
from newsroom.intake.scaffolds import (
    Files,
    both,
    new_article,
    new_event,
    new_named,
    new_source,
    refuse_unknown,
)
from newsroom.intake.source_languages import language_of
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.kinds.event import STATUSES
from newsroom.record.problems import say
from newsroom.text.dates import iso_of
from newsroom.text.languages import LANGS

_FA = click.option("--fa", help="The name in Persian.")
_EN = click.option("--en", help="The name in English.")
_ID = click.option("--id", "id_", metavar="ID", help="The id.  [default: from the English name]")
_COUNTRY = click.option("--country", metavar="ID", help="The country, registered in this record.")
_CITY = click.option("--city", metavar="ID", help="The city, registered in this record.")


@click.group(cls=ToldGroup)
def new() -> None:
    """Begin an article or an entry. Asks for what is neither given nor can be derived.

    \b
    Example:
      newsroom new person --fa "سارا رستگار" --en "Sara Rastegar"
    """


@new.command()
@_FA
@_EN
@_ID
@_COUNTRY
@_CITY
@click.pass_obj
def person(root: Path, /, **given: str | None) -> None:
    """Begin an entry for a person.

    \b
    Example:
      newsroom new person --fa "سارا رستگار" --en "Sara Rastegar" --city shiraz
    """
    _write_participant(root, "person", given)


@new.command()
@_FA
@_EN
@_ID
@click.option(
    "--kind",
    type=click.Choice(["body", "format", "proposed", "conference"]),
    default="body",
    show_default=True,
    help="Its kind.",
)
@_COUNTRY
@_CITY
@click.pass_obj
def organisation(root: Path, /, **given: str | None) -> None:
    """Begin an entry for an organisation.

    \b
    Example:
      newsroom new organisation --fa "انجمن بندرها" --en "Association of Ports"
    """
    _write_participant(root, "organisation", given)


@new.command()
@_FA
@_EN
@_ID
@click.option(
    "--kind",
    type=click.Choice(["city", "region", "country"]),
    default="city",
    show_default=True,
    help="Its kind.",
)
@click.option("--iso", metavar="RU", help="ISO 3166-1 code; gives a country its names.")
@_COUNTRY
@click.pass_obj
def place(root: Path, /, **given: str | None) -> None:
    """Begin an entry for a place.

    \b
    Example:
      newsroom new place --fa یزد --en Yazd --country iran
    """
    _write_participant(root, "place", given)


@new.command()
@_FA
@_EN
@_ID
@click.option("--about-fa", help="In one sentence what belongs to it, in Persian.")
@click.option("--about-en", help="In one sentence what belongs to it, in English.")
@click.pass_obj
def topic(root: Path, /, **given: str | None) -> None:
    """Begin an entry for a topic; articles and events name it under `topics`.

    \b
    Example:
      newsroom new topic --fa بندرها --en Harbours
    """
    name = both(ask(given["fa"], "--fa"), ask(given["en"], "--en"))
    about = both(ask(given["about_fa"], "--about-fa"), ask(given["about_en"], "--about-en"))
    context = ParseContext("data/topics")
    files = new_named("topic", given["id_"], {"name": name, "about": about}, context)
    _write_tried(root, files, context)


@new.command()
@click.option(
    "--date", "date_", metavar="DATE", help="The date, in any spelling of either calendar."
)
@click.option("--near", metavar="DATE", help="A day near the date, if it has no year.")
@click.option("--fa", help="The title in Persian.")
@click.option("--en", help="The title in English.")
@click.option("--id", "id_", metavar="ID", help="The id.  [default: from title and year]")
@click.option(
    "--status",
    type=click.Choice(STATUSES),
    default="held",
    show_default=True,
    help="Whether the sources report, plan or propose it.",
)
@click.option("--place", "place_", metavar="ID", help="The place, registered in this record.")
@click.option("--source", metavar="ID", help="The source that reports it.")
@click.pass_obj
def event(
    root: Path,
    date_: str | None,
    near: str | None,
    fa: str | None,
    en: str | None,
    id_: str | None,
    status: str,
    place_: str | None,
    source: str | None,
) -> None:
    """Begin an entry for an event.

    \b
    Example:
      newsroom new event --date "1 Tir 1403" --fa "نشست" --en "Meeting" --source agency-talks-2024
    """
    catalogue = load(root)
    period = read_near(ask(date_, "--date"), read_near(near), flag="--date")
    assert period is not None
    context = ParseContext("data/events")
    source = ask(source, "--source")
    refuse_unknown("source", source, catalogue.sources, context)
    refuse_unknown("place", place_, _places(catalogue), context)
    title = both(ask(fa, "--fa"), ask(en, "--en"))
    values = {"title": title, "status": status, "place": place_, "sources": [source]}
    _write_tried(root, new_event(id_, period, values, context), context)


@new.command()
@click.argument("file", type=SOURCE)
@click.option("--title", help="The title as printed, in the language of the source.")
@click.option("--lang", type=click.Choice(LANGS), help="The language.  [default: the title's]")
@click.option("--published", metavar="DATE", help="The date of publication, in any spelling.")
@click.option(
    "--not-before", metavar="DATE", help="For an undated source: the earliest possible date."
)
@click.option("--retrieved", metavar="DATE", help="The day the copy was taken.  [default: today]")
@click.option("--address", metavar="URL", help="Its address on the web.")
@click.option("--publisher", metavar="ID", help="The publisher, registered in this record.")
@click.option("--id", "id_", metavar="ID", help="The id.  [default: from publisher, title, year]")
@click.pass_obj
def source(
    root: Path,
    file: Path,
    title: str | None,
    lang: str | None,
    published: str | None,
    not_before: str | None,
    retrieved: str | None,
    address: str | None,
    publisher: str | None,
    id_: str | None,
) -> None:
    """Begin an entry for the source whose copy is FILE. Only the digest of the copy is kept.

    \b
    Example:
      newsroom new source saved-page.html --title "Talks in Shiraz" --published "3 Tir 1403"
    """
    catalogue = load(root)
    title = ask(title, "--title")
    context = ParseContext("data/sources")
    refuse_unknown("participant", publisher, catalogue.participants, context)
    stop_at(context)
    days = {
        "published": read_near(published, flag="--published"),
        "not_before": read_near(not_before, flag="--not-before"),
        "retrieved": read_near(retrieved, flag="--retrieved") or today(),
    }
    values = {
        "title": title,
        "publisher": dict(catalogue.participants[publisher].name) if publisher else None,
        "language": lang or language_of(title),
        **{key: iso_of(day) if day else None for key, day in days.items()},
        "address": address,
        "sha256": hashlib.sha256(read_bytes(file)).hexdigest(),
    }
    _write_tried(root, new_source(id_, publisher, values, catalogue, context), context)


@new.command()
@click.option("--title", help="The headline, in the language of the original.")
@click.option("--slug", help="The id of the article.  [default: from an English title]")
@click.option("--source", metavar="ID", help="The source it is written from.")
@click.option("--place", "place_", metavar="ID", help="Where the story happens.")
@click.option("--lang", type=click.Choice(LANGS), help="The language.  [default: the title's]")
@click.pass_obj
def article(
    root: Path,
    title: str | None,
    slug: str | None,
    source: str | None,
    place_: str | None,
    lang: str | None,
) -> None:
    """Begin an article: a draft in both languages, dated by its source.

    \b
    Example:
      newsroom new article --title "Talks in Shiraz" --source agency-talks-2024
    """
    catalogue = load(root)
    title, source = ask(title, "--title"), ask(source, "--source")
    lang = lang or language_of(title)
    slug = slug or id_of(title if lang == "en" else "", "") or ask(None, "--slug")
    context = ParseContext(f"docs/{lang}/news/{slug}.md")
    refuse_unknown("source", source, catalogue.sources, context)
    refuse_unknown("place", place_, _places(catalogue), context)
    stop_at(context)
    files = new_article(lang, slug, title, source, catalogue, today(), place_)
    _write_tried(root, files, context)


def ask(value: str | None, flag: str) -> str:
    """What was given, or what the editor answers; a usage error where nobody can be asked."""
    if value:
        return value
    if not is_asked():
        raise click.UsageError(say("give {flag}", flag=flag))
    return str(click.prompt(words_of_option(flag)))


def is_asked() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def _write_participant(root: Path, kind: str, given: Mapping[str, str | None]) -> None:
    """Write the entry of a participant from the options of its command."""
    id, fa, en = given["id_"], given["fa"], given["en"]
    is_named = bool(given.get("iso") and id and not fa)
    name = None if is_named else both(ask(fa, "--fa"), ask(en, "--en"))
    more = {key: given.get(key) for key in ("kind", "iso", "country", "city")}
    catalogue = load(root)
    context = ParseContext("data")
    for key in ("country", "city"):
        refuse_unknown("place", more[key], _places(catalogue), context)
    files = new_named(kind, id, {"name": name, **more}, context)
    taken = {path.rpartition("/")[2].removesuffix(".yml") for path in files}
    for known in taken & set(catalogue.participants):
        there = catalogue.participants[known].path
        message = say("the id '{id}' is taken by '{path}'", id=known, path=there)
        context.report(1, "id-duplicate", message, say("use another with --id"))
    _write_tried(root, files, context)


def _places(catalogue: Catalogue) -> set[str]:
    return {id for id, entry in catalogue.participants.items() if entry.kind == "place"}


def _write_tried(root: Path, files: Files, context: ParseContext) -> None:
    """Write files the check has nothing against; says what is wrong and exits 1."""
    stop_at(context)
    try_new(root, files, context)
    write_new(root, files, context)
