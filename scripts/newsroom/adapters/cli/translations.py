"""The commands about translations: `newsroom translate`, `newsroom status`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import click

from newsroom.adapters.cli.address_files import with_addresses
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.settings import security_expires
from newsroom.adapters.cli.streams import load, today
from newsroom.adapters.cli.telling import language, stop_at, tell, told
from newsroom.adapters.cli.writing import write_new
from newsroom.intake.filing import replace_files
from newsroom.intake.importing import ImportContext
from newsroom.intake.refreshing import is_current, record_current, refuse_unfinished
from newsroom.intake.scaffolds import new_translation
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.kinds.event import OVERDUE, Event
from newsroom.record.problems import Problem, did_you_mean, say, unknown
from newsroom.record.staleness import SectionChange, compare
from newsroom.record.suggestions import Suggestion, TopicSigns
from newsroom.record.translation_status import STATES, TranslationStatus, standings_of
from newsroom.text.dates import Period, iso_of
from newsroom.text.languages import LANGS

_EXPIRING = timedelta(days=30)
"""How long before its end a contact for security is told of."""


@click.command(cls=Told)
@click.argument("slugs", nargs=-1, metavar="SLUG…")
@click.option("--refresh", is_flag=True, help="Record that translations are up to date.")
@click.option("--all", "all_", is_flag=True, help="With --refresh: every translation.")
@click.pass_obj
def translate(root: Path, slugs: Sequence[str], refresh: bool, all_: bool) -> None:
    """Draft the translation of the article SLUG: its sections, names and text.

    With --refresh nothing is drafted: once you have updated a translation, its front matter records
    the original as it is now. What has changed since is printed, and nothing else in the file is
    touched.

    \b
    Example:
      newsroom translate talks-in-shiraz
      newsroom translate --refresh talks-in-shiraz
    """
    if bool(slugs) == all_ or (all_ and not refresh):
        raise click.UsageError(say("give an article, or --refresh --all"))
    catalogue = load(root)
    articles = named_articles(catalogue, slugs) if slugs else _finished(catalogue)
    if refresh:
        _refresh(root, articles)
    else:
        _begin(root, articles, catalogue)


@click.command(cls=Told)
@click.option(
    "--into", "lang", type=click.Choice(LANGS), help="Only translations into this language."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.pass_obj
def status(root: Path, lang: str | None, as_json: bool) -> None:
    """List the state of every translation, the most urgent first, what is overdue, and topics.

    Drafts are included. Readers see the rest of this list on translations.html. Overdue is what was
    announced for a day before today and has no outcome. Readers see on outcomes.html what is
    overdue as of the newest entry. A topic that the words of an article suggest, and that it does
    not name, is for you to decide. --into and --json leave out both.

    \b
    Example:
      newsroom status --lang en
    """
    catalogue = load(root)
    standings = [
        one
        for one in standings_of(catalogue)
        if lang in (None, one.target) or one.state == "together"
    ]
    if as_json:
        click.echo(json.dumps(list(map(_facts, standings)), ensure_ascii=False, indent=2))
        return
    for one in standings:
        click.echo(_row(one))
    overdue = [] if lang else _overdue(catalogue)
    for event, due in overdue:
        known = told(say("due {day}", day=iso_of(due)))
        click.echo(f"{told(say('overdue')):<20}{event.path}  {known}")
    suggested = [] if lang else [*_suggested(catalogue)]
    for path, suggestion in suggested:
        signs = ", ".join(suggestion.signs)
        click.echo(f"{told(say('topic?')):<20}{path}  {suggestion.topic} ({signs})")
    counts = Counter(one.state for one in standings)
    lines = [
        say("{count} {state}", count=counts[state], state=_STATES[state])
        for state in STATES
        if counts[state]
    ]
    if overdue:
        lines.append(say("{count} overdue", count=len(overdue)))
    if suggested:
        lines.append(say("{count} topic(s) to decide on", count=len(suggested)))
    comma = "، " if language() == "fa" else ", "
    click.echo(comma.join(map(told, lines)), err=True)
    expires = None if lang else security_expires(root)
    if expires and expires - today().end < _EXPIRING:
        tell(say("security.txt expires on {day}; renew 'extra.security'", day=expires.isoformat()))


def named_articles(catalogue: Catalogue, slugs: Iterable[str]) -> tuple[Article, ...]:
    """The articles; says which are none and exits 1."""
    context = ParseContext("docs")
    for slug in slugs:
        if slug not in catalogue.articles:
            hint = did_you_mean(slug, catalogue.articles)
            context.report(1, "article-unknown", unknown("article", slug), hint)
    stop_at(context)
    return tuple(catalogue.articles[slug] for slug in dict.fromkeys(slugs))


def _finished(catalogue: Catalogue) -> tuple[Article, ...]:
    """The articles that are translated, and drafts in neither language."""
    drafts = catalogue.drafts
    for slug in sorted(drafts):
        tell(say("{slug}: a draft, left unchanged", slug=slug))
    entries = catalogue.articles.values()
    return tuple(entry for entry in entries if entry.translated and entry.slug not in drafts)


def _begin(root: Path, articles: Iterable[Article], catalogue: Catalogue) -> None:
    context = ParseContext("docs")
    recogniser = ImportContext.of(catalogue).recogniser
    files: dict[str, str] = {}
    for article in articles:
        if there := article.translated:
            message = say("the translation already exists")
            hint = say(
                "when it is up to date: `newsroom translate --refresh {slug}`", slug=article.slug
            )
            if there.is_draft:
                hint = say(
                    "delete an untouched draft to create it again; once it is finished: "
                    "`newsroom translate --refresh {slug}`",
                    slug=article.slug,
                )
            context.problems.append(Problem(there.path, 1, "file-exists", message, hint))
        else:
            files |= new_translation(article, catalogue, recogniser, today())
            if not article.facts.is_draft and not article.wanted:
                tell(
                    say(
                        "'{path}' is not published either until the draft is finished; "
                        "`translation_wanted: {{since: …}}` publishes it alone",
                        path=article.facts.path,
                    )
                )
    write_new(root, files, context)


def _refresh(root: Path, articles: Iterable[Article]) -> None:
    files: dict[str, str] = {}
    for article in articles:
        context = ParseContext(article.facts.path)
        refuse_unfinished(article, context)
        stop_at(context)
        page, comparison = article.translated, compare(article)
        assert page is not None and comparison is not None  # refused otherwise
        if is_current(article):
            tell(say("{slug}: already recorded", slug=article.slug), err=False)
            continue
        was = comparison.translation.date
        state = say("{slug}: recorded now", slug=article.slug)
        if was:
            state = say("{slug}: changed since {day}", slug=article.slug, day=iso_of(was))
        tell(state, err=False)
        for line in _changed(comparison.changes):
            click.echo(f"  {told(line)}")
        text = (root / page.path).read_bytes().decode("utf-8")
        files[page.path] = record_current(text, article.facts, iso_of(today()))
    context = ParseContext("docs")
    replace_files(root, with_addresses(root, files), context)
    stop_at(context)


def _changed(changes: Iterable[SectionChange]) -> Iterable[str]:
    for change in changes:
        yield say(
            "{section}: {count} new or changed, {gone} removed",
            section=change.section.id,
            count=len(change.changed),
            gone=change.gone,
        )
        yield from (f"  {sentence.line}: {sentence.text}" for sentence in change.changed)


def _row(status: TranslationStatus) -> str:
    """One page on a line, and what is known of its state."""
    state = told(_STATES[status.state])
    if status.is_machine:
        state = told(say("{state} (machine)", state=_STATES[status.state]))
    facts = _facts(status)
    known = [told(line) for line in _known(facts)]
    if status.state == "stale" and status.comparison:
        behind = say(
            "{changed} of {count} sections since {day}",
            changed=facts["changed"],
            count=facts["sections"],
            day=facts["date"],
        )
        known = [told(behind)]
    sign = "=" if status.state == "together" else "→"
    arrow = f"{status.original.lang} {sign} {status.target}"
    return f"{state:<20}{arrow}  {status.original.src_uri}  {', '.join(known)}".rstrip()


def _overdue(catalogue: Catalogue) -> list[tuple[Event, Period]]:
    """The events past due today with the days announced for them, the oldest first."""
    day = today().end
    events = (it for it in catalogue.events.values() if it.standing(day) == OVERDUE)
    found = [(event, due) for event in events if (due := event.due_on)]
    return sorted(found, key=lambda it: (it[1], it[0].id))


def _suggested(catalogue: Catalogue) -> Iterator[tuple[str, Suggestion]]:
    """The topics that articles seem to belong to and do not name, each with the article's file."""
    signs = TopicSigns(catalogue)
    for article in catalogue.articles.values():
        yield from ((article.path, it) for it in signs.for_article(article))


def _known(facts: Mapping[str, object]) -> Iterable[str]:
    if since := facts["since"]:
        yield say("since {day}", day=since)
    if name := facts["claimed_by"]:
        yield say("claimed_by {name}", name=name)
    if day := facts["claimed"]:
        yield say("claimed {day}", day=day)
    if note := facts["note"]:
        yield say("note {note}", note=note)


_STATES = {
    "missing": say("missing"),
    "stale": say("outdated"),
    "unrecorded": say("unrecorded"),
    "wanted": say("wanted"),
    "claimed": say("claimed"),
    "draft": say("draft"),
    "unreviewed": say("unreviewed"),
    "current": say("current"),
    "together": say("together"),
}


def _facts(status: TranslationStatus) -> Mapping[str, object]:
    """What is known of a page; `None` for what does not apply."""
    comparison, wanted, translation = status.comparison, status.wanted, status.translation
    return {
        "uri": status.uri,
        "title": status.original.title,
        "original": None if status.state == "together" else status.original.lang,
        "state": status.state,
        "machine": status.is_machine,
        "date": _day(translation.date) if translation else None,
        "reviewed": _day(translation.reviewed) if translation else None,
        "changed": len(comparison.changes) if comparison else None,
        "sections": comparison.count if comparison else None,
        "since": _day(wanted.since) if wanted else None,
        "claimed_by": wanted.claimed_by if wanted else None,
        "claimed": _day(wanted.claimed) if wanted else None,
        "note": wanted.note if wanted else None,
    }


def _day(period: Period | None) -> str | None:
    return iso_of(period) if period else None
