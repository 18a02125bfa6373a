"""`newsroom verify`: articles held to the sources they were written from."""

import subprocess
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import click

from newsroom.adapters.cli.address_files import with_addresses
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.streams import load, read_raw_sources, today
from newsroom.adapters.cli.telling import stop_at, tell, told
from newsroom.adapters.cli.translations import named_articles
from newsroom.check.claims import claims_of
from newsroom.check.facts import Names
from newsroom.check.parity import near_day
from newsroom.intake.filing import replace_files
from newsroom.intake.wording import shared_with_sources
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.problems import Problem, line_of, say
from newsroom.record.verification import Verification
from newsroom.verify.entries import verify_entries
from newsroom.verify.raw import RawFile, fault_of
from newsroom.verify.recording import SOURCE_DIGITS, digests_of, with_verification
from newsroom.verify.reports import KINDS, problems_of, unused
from newsroom.verify.sources import SourceNames, SourceText
from newsroom.verify.verifying import FOUND, Finding, tells
from newsroom.verify.verifying import verify as findings_of


@click.command(cls=Told)
@click.argument("slugs", nargs=-1, metavar="SLUG…")
@click.option("--all", "all_", is_flag=True, help="Every published article, and all entries.")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder of raw sources, recognised by their SHA-256.",
)
@click.option("--by", metavar="NAME", help="Who compares.  [default: Git's user.name]")
@click.option("--dry-run", is_flag=True, help="Only print; do not change the articles.")
@click.pass_obj
def verify(
    root: Path, slugs: Sequence[str], all_: bool, sources: Path, by: str | None, dry_run: bool
) -> None:
    """Compare every fact of the article SLUG with its source, and record the comparison.

    Prints numbers with units, dates, names with offices, quotations and speakers with their place
    in the source. What is not there is a problem, unless the article lists it as derived or as
    ours. If there is a problem, nothing is recorded and the command exits 1.

    \b
    Example:
      newsroom verify talks-in-shiraz --sources ../sources
    """
    if bool(slugs) == all_:
        raise click.UsageError(say("give an article, or --all"))
    catalogue = load(root)
    articles = named_articles(catalogue, slugs) if slugs else _published(catalogue)
    files = read_raw_sources(sources)
    raw = {file.digest: file.text for file in files if file.text is not None}
    texts = _texts(catalogue, files, articles)
    problems = [it for it in shared_with_sources(catalogue, raw) if _is_of(it, articles)]
    of_entries = tuple(verify_entries(catalogue, texts))
    made: dict[str, str] = {}
    for article in articles:
        findings = tuple(findings_of(catalogue, article, texts))
        reasoned = article.verified.reasoned if article.verified else frozenset()
        own = [*problems_of(findings, reasoned), *unused(article, (*findings, *of_entries))]
        problems += own
        _print(findings)
        tell(_sum(article.slug, findings))
        if not own:
            made[article.facts.path] = _recorded(root, catalogue, article, by or _user(root))
    if all_:
        listed = (it.verified.reasoned for it in catalogue.articles.values() if it.verified)
        problems += problems_of(of_entries, frozenset().union(*listed))
        _print(of_entries)
        tell(_sum("data", of_entries))
    context = ParseContext("docs")
    context.problems += problems
    stop_at(context)
    if dry_run:
        tell(say("nothing was written"))
        return
    replace_files(root, with_addresses(root, made, catalogue), context)
    stop_at(context)
    for path in made:
        tell(say("{path}: compared with its source and recorded", path=path))


def _published(catalogue: Catalogue) -> tuple[Article, ...]:
    drafts = catalogue.drafts
    return tuple(it for it in catalogue.articles.values() if it.slug not in drafts)


def _texts(
    catalogue: Catalogue, files: Sequence[RawFile], articles: Iterable[Article]
) -> dict[str, SourceText]:
    """The raw sources of the record; exits 1 where an article lacks its own."""
    names, texts = SourceNames(catalogue), {file.digest: file.text for file in files}
    found = {
        source.id: SourceText(source, text, names)
        for source in catalogue.sources.values()
        if (text := texts.get(source.sha256)) is not None
    }
    known = {source.sha256 for source in catalogue.sources.values()}
    problems: list[Problem] = []
    for article in articles:
        for id in (it for it in article.all_sources if it not in found):
            source = catalogue.sources[id]
            own = [file for file in files if file.digest not in known - {source.sha256}]
            rule, message, hint = fault_of(source, own, partial(tells, catalogue, article))
            context = ParseContext(article.path)
            line = line_of(article, "source" if id == article.source else "sources")
            context.report(line, rule, message, hint)
            problems += context.problems
    stop_at(ParseContext("docs", problems))
    return found


def _is_of(problem: Problem, articles: Iterable[Article]) -> bool:
    return any(problem.path == page.path for it in articles for page in it.versions.values())


def _recorded(root: Path, catalogue: Catalogue, article: Article, by: str) -> str:
    claims = claims_of(article, Names(catalogue), near_day(catalogue, article.uri))
    day = today()
    digests = (catalogue.sources[id].sha256[:SOURCE_DIGITS] for id in article.all_sources)
    digest = " ".join(digests)
    made = Verification(day, by, digest, digests_of(claims))
    if article.compared and _same(article.compared, made):
        made = article.compared
    text = (root / article.facts.path).read_bytes().decode("utf-8")
    return with_verification(text, made)


def _same(old: Verification, new: Verification) -> bool:
    return (old.source, dict(old.facts)) == (new.source, dict(new.facts))


def _user(root: Path) -> str:
    """Who Git says is at work."""
    asked = subprocess.run(
        ["git", "config", "user.name"], cwd=root, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or "editors"


def _print(findings: Iterable[Finding]) -> None:
    for finding in findings:
        if finding.standing == FOUND:
            click.echo(told(_line(finding)))


def _line(finding: Finding) -> str:
    values = {
        "path": f"{finding.page.path}:{finding.claim.line}",
        "kind": KINDS[finding.claim.kind],
        "fact": finding.claim.printed,
        "source": finding.source,
    }
    if finding.line:
        return say(
            "{path}: {kind} '{fact}': '{source}', line {there}", there=finding.line, **values
        )
    return say("{path}: {kind} '{fact}': the entry of '{source}'", **values)


def _sum(name: str, findings: Sequence[Finding]) -> str:
    counts = Counter(finding.standing for finding in findings)
    return say(
        "{slug}: {found} facts are in the source, {other} need a look, {untold} cannot be "
        "compared across languages",
        slug=name,
        found=counts[FOUND],
        other=counts["missing"] + counts["elsewhere"],
        untold=counts["untold"],
    )
