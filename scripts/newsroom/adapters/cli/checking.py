"""The command that says what is wrong with the content: `newsroom check`."""

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from pathlib import Path

import click

from newsroom.adapters.cli import LANG
from newsroom.adapters.cli.failures import Failure, Misuse
from newsroom.adapters.cli.progress import progress_shown
from newsroom.adapters.cli.revisions import base_of, change_since
from newsroom.adapters.cli.settings import site_url
from newsroom.adapters.cli.streams import (
    is_agreed,
    language,
    messages,
    stop_at,
    tell,
    told,
)
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
from newsroom.intake.filing import replace_files
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.files import read_raw
from newsroom.record.problems import ERROR, WARNING, Problem, did_you_mean, say
from newsroom.text.languages import LANGS
from newsroom.text.messages import code_point

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_LEVELS = {ERROR: say("error"), WARNING: say("warning"), EITHER: say("error or warning")}


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a check is to look at."""

    root: Path
    scope: Extent | None = None
    """`None` for the whole record."""
    change: Change | None = None
    """What is held against what was published."""
    base: Base = field(default_factory=Base)
    """What is not to be gone."""


@dataclass(frozen=True, slots=True)
class Found:
    catalogue: Catalogue
    """With its drafts."""
    problems: tuple[Problem, ...]


@click.command()
@click.option(
    "--changed",
    metavar="BASE",
    help="Look only at what differs from the revision BASE and what depends on it, and at the "
    "published facts that are stated otherwise.",
)
@click.option(
    "--base",
    metavar="BASE",
    help="The revision whose pages and entries are still to be there.  [default: the main branch]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="For a person, for annotations on GitHub, or for other programs.",
)
@click.option("--lang", type=click.Choice(LANGS), help="The language of the messages.")
@click.option("--fix", is_flag=True, help="Put right what is safe to; shows a diff and asks.")
@click.option("--diff", "diff_only", is_flag=True, help="Show that diff only; exits 1 for one.")
@click.option("--yes", is_flag=True, help="Put right without asking.")
@click.option("--explain", metavar="RULE", help="Only print what the guide says of RULE.")
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
    """Print what is wrong with the content, and exit 1 if an error is among it.

    Warnings are for somebody to look at and stop nothing. Every rule has its section in the guide.

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
    options = ImportOptions(root, scope, change, removed)
    found = _look(options, files)
    if is_published:
        found = replace(found, problems=tuple(map(_of_published, found.problems)))
    if fix or diff_only or yes:
        changes = _show_fixes(options, found, to_stderr=form != "text")
        if diff_only:
            tell(say("{count} file(s) would change; nothing is written", count=len(changes)))
            sys.exit(1 if changes else 0)
        if changes and (yes or is_agreed()):
            _write(root, changes)
            found = _look(options)
    report = _report(options, found, context.meta[LANG])
    if text := FORMATS[form](report):
        click.echo(text)
    _conclude(report, to_stderr=form != "text")


def _of_published(problem: Problem) -> Problem:
    """A problem as it counts for what readers are about to see; facts unseen are an error there."""
    return replace(problem, level=ERROR) if problem.rule == UNVERIFIED else problem


def _explained(root: Path, rule: str) -> str:
    """The section of the guide on a rule, below its id and level; in the language asked for.

    A record without the guide has the reason alone, in English.
    """
    if rule not in LEVELS:
        raise Misuse(say("there is no rule '{rule}'", rule=rule), did_you_mean(rule, LEVELS))
    lang = language()
    catalogue, _ = Catalogue.load(root, only=[f"docs/{lang}/{uri}" for uri in PAGES])
    section = explanations(catalogue.pages, lang).get(rule)
    reasons = (known.reason for known in RULES if rule in known.levels)
    text = section.text if section else next(reasons, "")
    if not text:
        raise Failure(say("the guide of this record has no section on '{rule}'", rule=rule))
    return f"{rule}: {told(_LEVELS[LEVELS[rule]])}\n\n{text}"


def _look(options: ImportOptions, files: Mapping[str, bytes] | None = None) -> Found:
    """What is wrong now; `files` are those of the record, where they have been read already."""
    lang, known = language(), messages()
    with progress_shown(
        lambda seconds: known.render(say("Checking … {count} s", count=seconds), lang)
    ):
        catalogue, problems = check_content(options.root, drafts=True, scope=options.scope)
    more: list[Problem] = []
    is_asked = options.base.files or (options.change and options.change.before)
    files = read_raw(options.root) if is_asked and files is None else files or {}
    if options.base.files:
        more += entry_removed(options.base, catalogue, files)
    held = [it for it in more if options.scope is None or options.scope.holds(it)]
    if options.change and options.change.before:
        held += facts_kept(options.change, catalogue, files)
    return Found(catalogue, tuple(sorted({*problems, *held})))


def _show_fixes(options: ImportOptions, found: Found, *, to_stderr: bool) -> dict[str, str]:
    """The new texts of what is safe to put right, shown as a diff."""
    files = read_raw(options.root)
    if options.scope:
        files = {path: files[path] for path in options.scope.touched & set(files)}
    changes = fixed(files, found.problems, found.catalogue.pages)
    for path, text in changes.items():
        names = f"a/{path}", f"b/{path}"
        before, after = _LINE.findall(files[path].decode("utf-8")), _LINE.findall(text)
        for line in unified_diff(before, after, *names, n=1):
            _show_line(line, to_stderr=to_stderr)
    return changes


def _show_line(line: str, *, to_stderr: bool) -> None:
    """A line of a diff; a terminal is shown signs that cannot be seen, or steer it, by name."""
    if (sys.stderr if to_stderr else sys.stdout).isatty():
        line = _UNSEEN.sub(lambda sign: f"<{code_point(sign[0])}>", line)
    end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"  # as diff has it
    click.echo(line + end, err=to_stderr, nl=False)


def _write(root: Path, changes: dict[str, str]) -> None:
    parse_context = ParseContext(next(iter(changes)))
    replace_files(root, changes, parse_context)
    stop_at(parse_context)


def _report(options: ImportOptions, found: Found, lang: str) -> Report:
    catalogue = found.catalogue
    published = catalogue.published()
    praise = say(
        "No problems: {articles} articles, {participants} participants, {events} events",
        articles=len(published.articles),
        participants=len(published.participants),
        events=len(published.events),
    )
    if options.scope:
        praise = say("No problems in {count} file(s) touched", count=len(options.scope.touched))
    return Report(
        problems=found.problems,
        texts=_texts(options.root, {problem.path for problem in found.problems}),
        praise=praise,
        concerns=sorted(options.scope.dependents) if options.scope else None,
        lang=lang,
        messages=catalogue.messages,
        manual=explanations(catalogue.pages, lang),
        site_url=site_url(options.root),
        is_terminal=sys.stdout.isatty(),
    )


def _texts(root: Path, paths: Collection[str]) -> dict[str, str]:
    """The texts of the files problems lie in, as far as they can be read."""
    files = read_raw(root, paths) if paths else {}
    return {path: data.decode("utf-8-sig", "replace") for path, data in files.items()}


def _conclude(report: Report, *, to_stderr: bool) -> None:
    """Say what it comes to, and exit 1 if there is an error."""
    click.echo(report.summary, err=to_stderr or bool(report.problems))
    if report.errors:
        sys.exit(1)
