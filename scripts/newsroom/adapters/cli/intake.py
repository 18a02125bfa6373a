"""The commands that bring in articles: `newsroom import`."""

from collections.abc import Iterator
from pathlib import Path

import click

from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.streams import SOURCE, load, name_of, read_bytes, read_near, today
from newsroom.adapters.cli.telling import language, stop_at, tell_list, told
from newsroom.adapters.cli.words import show_runs
from newsroom.adapters.cli.writing import write_new
from newsroom.intake.extraction import Dated
from newsroom.intake.importing import Import, ImportContext, ImportOptions, import_source
from newsroom.intake.webpages import WebPage
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.problems import Message, say
from newsroom.record.suggestions import TopicSigns
from newsroom.text.date_phrases import FoundDate
from newsroom.text.dates import DateWords, format_period, iso_of
from newsroom.text.languages import LANGS


@click.command("import", cls=Told)
@click.argument("source", type=SOURCE)
@click.option("--slug", help="The id of the article; its address is made of it and stays.")
@click.option("--id", "id_", metavar="ID", help="The id of the source.")
@click.option("--encoding", help="The encoding of SOURCE, if it is not UTF-8.")
@click.option(
    "--language",
    type=click.Choice(LANGS),
    help="The language of SOURCE, if it was not recognised.",
)
@click.option(
    "--near", metavar="DATE", help="A day near the time of writing, for dates without a year."
)
@click.option("--retrieved", metavar="DATE", help="The day the copy was taken.  [default: today]")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--compare",
    "page",
    metavar="PAGE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Only show the runs of words PAGE has in common with SOURCE.",
)
@click.pass_obj
def import_(
    root: Path,
    source: Path,
    slug: str | None,
    id_: str | None,
    encoding: str | None,
    language: str | None,
    near: str | None,
    retrieved: str | None,
    dry_run: bool,
    page: Path | None,
) -> None:
    """Make a draft in both languages from SOURCE, a saved page or a text; - reads standard input.

    Removes and lists what surrounds the article, finds title, dates, publisher and names, corrects
    Persian spelling, and writes a source, two drafts, and proposals for names and events that are
    not registered yet. Existing files are never overwritten.

    \b
    Example:
      newsroom import saved-page.html --slug talks-in-shiraz --dry-run
    """
    if page:
        show_runs(root, page, source, encoding)
        return
    catalogue = load(root)
    options = ImportOptions(
        today=today(),
        slug=slug,
        id=id_,
        encoding=encoding,
        language=language,
        near=read_near(near),
        retrieved=read_near(retrieved),
    )
    context = ParseContext(name_of(source))
    found = import_source(read_bytes(source), context, ImportContext.of(catalogue), options)
    stop_at(context)
    assert found is not None
    show_import(found, catalogue, name_of(source))
    write_new(root, found.files, context, dry_run=dry_run)


def show_import(found: Import, catalogue: Catalogue, name: str) -> None:
    """What was found, and every line and word that was changed."""
    extracted, facts = found.extracted, found.facts
    words = catalogue.strings[language()].dates
    nothing = say("not stated")
    publisher = facts.publisher.name[language()] if facts.publisher else extracted.publisher
    rows = {
        say("language"): extracted.lang,
        say("title"): extracted.title or nothing,
        **({say("kicker"): extracted.kicker} if extracted.kicker else {}),
        say("subtitle"): extracted.deck or say("none"),
        say("published"): _published(extracted.published, words) or nothing,
        say("publisher"): publisher or nothing,
        **({say("author"): extracted.author} if extracted.author else {}),
        **({say("address"): facts.address} if facts.address else {}),
        say("place"): facts.place or nothing,
        say("retrieved"): iso_of(facts.retrieved),
        say("characters"): say(
            "{kept} kept, {count} removed", kept=found.kept, count=found.removed
        ),
    }
    for key, value in rows.items():
        click.echo(f"{told(key)}: ".ljust(12) + told(value))
    tell_list(say("headings"), (line.text for line in extracted.body if line.kind == "heading"))
    removed = ((o, told(o.removed)) for o in extracted.removed)
    tell_list(say("removed"), (f"{name}:{o.number}: {o.text}  ({why})" for o, why in removed))
    marks = (f"{name}:{at}: {', '.join(signs)}" for at, signs in found.marks)
    tell_list(say("direction characters removed"), marks)
    changes = (f"{name}:{at}: '{old}' → '{new}'" for at, old, new in found.changes)
    tell_list(say("fixed"), changes)
    doubts = (f"{name}:{at}: '{word}'" for at, word in found.doubts)
    tell_list(say("doubtful, left unchanged"), doubts)
    tell_list(say("known names"), facts.known)
    tell_list(say("known events"), facts.events)
    lines = (line.text for line in extracted.body)
    topics = TopicSigns(catalogue).in_texts(lines, extracted.lang)
    suggested = (f"{it.topic} ({', '.join(it.signs)})" for it in topics)
    tell_list(say("topics it may belong to"), suggested)
    tell_list(say("unknown names"), _unknown(found))
    tell_list(say("dates"), (_date_row(dated, words) for dated in extracted.dates))
    if found.page:
        _show_page(found.page, name)
    tell_list(say("to decide"), extracted.doubts)


def _unknown(found: Import) -> Iterator[Message]:
    for one in found.unknown:
        yield say(
            "{name} ({kind}, '{beside}')", name=one.text, kind=_KINDS[one.kind], beside=one.beside
        )


_KINDS = {"person": say("person"), "organisation": say("organisation"), "place": say("place")}


def _published(printed: FoundDate | None, words: DateWords) -> str:
    """The day of publication as it is printed; empty where the source states none."""
    if printed is None or printed.period is None:
        return ""
    when = f"{format_period(printed.period, words)} {printed.time or ''}".rstrip()
    return say("{date} (inferred)", date=when) if printed.inferred else when


def _show_page(page: WebPage, name: str) -> None:
    """What the article of a page holds besides words."""
    for title, items in (
        (say("links"), page.links),
        (say("pictures"), page.pictures),
        (say("quotations"), page.quotations),
    ):
        rows = (": ".join(filter(None, (one.text, one.address))) for one in items)
        lines = zip((one.line for one in items), rows, strict=True)
        tell_list(title, (f"{name}:{line}: {row}" for line, row in lines))


def _date_row(dated: Dated, words: DateWords) -> str:
    found = dated.found
    means = format_period(found.period, words) if found.period else "?"
    if found.inferred:
        means = say("{date} (inferred)", date=means)
    return say(
        "line {line}: {what}",
        line=dated.line,
        what=say("{text} = {means}", text=found.text, means=means),
    )
