"""The command that says what is wrong with the content: `newsroom check`."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from newsroom.adapters.cli.address_files import with_addresses
from newsroom.adapters.cli.failures import Failure, Misuse
from newsroom.adapters.cli.helping import LANG, Told
from newsroom.adapters.cli.revisions import base_of, change_since
from newsroom.adapters.cli.settings import site_url
from newsroom.adapters.cli.telling import (
    is_agreed,
    language,
    messages,
    progress_shown,
    show_diff,
    tell,
    told,
)
from newsroom.adapters.cli.writing import write_over
from newsroom.check.facts_kept import facts_kept
from newsroom.check.fixes import fixed
from newsroom.check.manual import PAGES, explanations
from newsroom.check.removals import Base, entry_removed
from newsroom.check.reports import FORMATS, Report
from newsroom.check.rule import EITHER
from newsroom.check.rules import LEVELS, RULES
from newsroom.check.rules import check as check_content
from newsroom.check.scope import Change, Extent, scope_of
from newsroom.check.verified import UNVERIFIED
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import read_raw
from newsroom.record.kept import FOLDER, Kept
from newsroom.record.problems import ERROR, WARNING, Problem, did_you_mean, say
from newsroom.text.languages import LANGS

_LEVELS = {ERROR: say("error"), WARNING: say("warning"), EITHER: say("error or warning")}


@dataclass(frozen=True, slots=True)
class _Task:
    """What a check is to look at."""

    root: Path
    scope: Extent | None = None
    """`None` for the whole record."""
    change: Change | None = None
    """What is held against what was published."""
    base: Base = field(default_factory=Base)
    """What is not to be gone."""


@dataclass(frozen=True, slots=True)
class _Found:
    catalogue: Catalogue
    """With its drafts."""
    problems: tuple[Problem, ...]


@click.command(cls=Told)
@click.option(
    "--changed",
    metavar="BASE",
    help="Check only what differs from the revision BASE and what depends on it, and the published "
    "facts that have changed.",
)
@click.option(
    "--base",
    metavar="BASE",
    help="The revision whose pages and entries must still exist. [default: the main branch]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="Text for people, annotations for GitHub, or a format for other programs.",
)
@click.option("--lang", type=click.Choice(LANGS), help="The language of the messages.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes, after showing a diff and asking.")
@click.option(
    "--diff", "diff_only", is_flag=True, help="Only show that diff. Exits 1 if there is one."
)
@click.option("--yes", is_flag=True, help="Apply the fixes without asking.")
@click.option("--explain", metavar="RULE", help="Only print what the guide says about RULE.")
@click.pass_context
def check(
    context: click.Context,
    changed: str | None,
    base: str | None,
    form: str,
    lang: str | None,
    fix: bool,
    diff_only: bool,
    yes: bool,
    explain: str | None,
    is_published: bool = False,
) -> None:
    """Print what is wrong with the content. Exits 1 if there is an error.

    Warnings need a look but stop nothing. The guide has a section on every rule.

    \b
    Example:
      newsroom check --changed origin/main --lang fa
    """
    context.meta[LANG] = lang or context.meta.get(LANG, "en")
    root: Path = context.obj
    if explain is not None:
        click.echo(_explained(root, explain))
        return
    change = None if changed is None else change_since(root, changed)
    files = None if change is None else read_raw(root)
    scope = None if change is None or files is None else scope_of(files, change)
    removed = base_of(root, base if base is not None else changed)
    task = _Task(root, scope, change, removed)
    found = _look(task, files)
    if is_published:
        found = replace(found, problems=tuple(map(_of_published, found.problems)))
    is_for_person = form == "text"
    if fix or diff_only or yes:
        changes = _show_fixes(task, found, err=not is_for_person)
        if diff_only:
            tell(say("{count} file(s) would change; nothing was written", count=len(changes)))
            sys.exit(1 if changes else 0)
        if changes and (yes or is_agreed()):
            write_over({root / path: text for path, text in with_addresses(root, changes).items()})
            found = _look(task)
    report = _report(task, found)
    if text := FORMATS[form](report):
        click.echo(text)
    click.echo(report.summary, err=not is_for_person or bool(report.problems))
    if report.errors:
        sys.exit(1)


def _of_published(problem: Problem) -> Problem:
    """A problem as it counts for what readers are about to see; facts unseen are an error there."""
    return replace(problem, level=ERROR) if problem.rule == UNVERIFIED else problem


def _explained(root: Path, rule: str) -> str:
    """The section of the guide on a rule, below its id and level; in the language asked for.

    A record without the guide has the reason alone, in English.
    """
    if rule not in LEVELS:
        raise Misuse(say("unknown rule '{rule}'", rule=rule), did_you_mean(rule, LEVELS))
    lang = language()
    catalogue, _ = Catalogue.load(root, only=[f"docs/{lang}/{uri}" for uri in PAGES])
    section = explanations(catalogue.pages, lang).get(rule)
    reasons = (known.reason for known in RULES if rule in known.levels)
    text = section.text if section else next(reasons, "")
    if not text:
        raise Failure(say("the guide of this record has no section on '{rule}'", rule=rule))
    return f"{rule}: {told(_LEVELS[LEVELS[rule]])}\n\n{text}"


def _look(task: _Task, files: Mapping[str, bytes] | None = None) -> _Found:
    """What is wrong now; `files` are those of the record, where they have been read already."""
    lang, known = language(), messages()
    with progress_shown(
        lambda seconds: known.render(say("Checking … {count} s", count=seconds), lang)
    ):
        kept = _kept(task)
        catalogue, problems = check_content(task.root, drafts=True, scope=task.scope, kept=kept)
    more: list[Problem] = []
    is_asked = task.base.files or (task.change and task.change.before)
    files = read_raw(task.root) if is_asked and files is None else files or {}
    if task.base.files:
        more += entry_removed(task.base, catalogue, files)
    held = [it for it in more if task.scope is None or task.scope.holds(it)]
    if task.change and task.change.before:
        held += facts_kept(task.change, catalogue, files)
    return _Found(catalogue, tuple(sorted({*problems, *held})))


def _kept(task: _Task) -> Kept | None:
    """Where the findings of the last check are.

    Not where `CI` is set: there a stranger's change is checked, and it might bring findings along.
    """
    is_asked = task.scope is None and not os.environ.get("CI")
    return Kept(task.root / FOLDER) if is_asked else None


def _show_fixes(task: _Task, found: _Found, *, err: bool) -> dict[str, str]:
    """The new texts of what is safe to put right, shown as a diff."""
    files = read_raw(task.root)
    if task.scope:
        files = {path: files[path] for path in task.scope.touched & set(files)}
    changes = fixed(files, found.problems, found.catalogue.pages)
    for path, text in changes.items():
        show_diff(files[path].decode("utf-8"), text, (f"a/{path}", f"b/{path}"), err=err)
    return changes


def _report(task: _Task, found: _Found) -> Report:
    catalogue = found.catalogue
    published = catalogue.published()
    praise = say(
        "No problems: {articles} articles, {participants} participants, {events} events",
        articles=len(published.articles),
        participants=len(published.participants),
        events=len(published.events),
    )
    if task.scope:
        praise = say("No problems in {count} changed file(s)", count=len(task.scope.touched))
    paths = {problem.path for problem in found.problems}
    files = read_raw(task.root, paths) if paths else {}
    lang = language()
    return Report(
        problems=found.problems,
        texts={path: data.decode("utf-8-sig", "replace") for path, data in files.items()},
        praise=praise,
        concerns=sorted(task.scope.dependents) if task.scope else None,
        lang=lang,
        messages=catalogue.messages,
        manual=explanations(catalogue.pages, lang),
        site_url=site_url(task.root),
        is_terminal=sys.stdout.isatty(),
    )
