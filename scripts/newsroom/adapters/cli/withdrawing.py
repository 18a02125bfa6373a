"""`newsroom withdraw`: an article that is published no more."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.scaffolds import is_asked
from newsroom.adapters.cli.streams import today
from newsroom.adapters.cli.telling import stop_at, tell, told
from newsroom.adapters.cli.writing import read_texts, show_changes, tried_changes
from newsroom.intake.filing import replace_files
from newsroom.intake.scaffolds import both
from newsroom.intake.source_languages import language_of
from newsroom.intake.withdrawing import leading_there, withdrawal_files
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.problems import did_you_mean, errors_of, say
from newsroom.record.writing import Value
from newsroom.text.dates import iso_of
from newsroom.text.languages import LANGS


@click.command(cls=Told)
@click.argument("slug", metavar="SLUG")
@click.option(
    "--reason",
    "reasons",
    metavar="TEXT",
    multiple=True,
    help="The reason readers are given: once in Persian, once in English. [asked for if left out]",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.pass_obj
def withdraw(root: Path, slug: str, reasons: Sequence[str], dry_run: bool) -> None:
    """Withdraw the article SLUG, leaving a notice dated today in both languages at its address.

    It disappears from all lists, search, feeds and the sitemap. If a figure or a disagreement still
    refers to it, that is a problem and nothing is written.

    \b
    Example:
      newsroom withdraw talks-in-shiraz --reason "منبع جعلی بود." --reason "The source was forged."
    """
    context = ParseContext("docs")
    catalogue, problems = Catalogue.load(root, drafts=True)
    context.problems += errors_of(problems)
    stop_at(context)
    article = _article(catalogue, slug, context)
    changes = withdrawal_files(article, _reason(reasons), iso_of(today()))
    changes = tried_changes(root, changes, context)
    stop_at(context)
    if dry_run:
        show_changes(read_texts(root), changes, {})
        return
    replace_files(root, changes, context)
    stop_at(context)
    for path, line in sorted(leading_there(catalogue, article)):
        tell(say("{place}: the link leads to the notice now", place=f"{path}:{line}"))
    message = say("'{slug}' is withdrawn; its address has a notice", slug=slug)
    tell(message, err=False)


def _article(catalogue: Catalogue, slug: str, context: ParseContext) -> Article:
    """The published article of a slug; says what is amiss and exits 1."""
    article = catalogue.articles.get(slug)
    if slug in catalogue.withdrawals:
        path = catalogue.withdrawals[slug].path
        message = say("'{slug}' is withdrawn already: '{path}'", slug=slug, path=path)
        context.report(1, "file-exists", message)
    elif article is None:
        message = say("there is no article '{slug}'", slug=slug)
        context.report(1, "entry-unknown", message, did_you_mean(slug, catalogue.articles))
    elif article.is_withheld(article.original):
        message = say("'{slug}' is a draft, whose address nobody has", slug=slug)
        context.report(1, "entry-unknown", message, say("delete its files"))
    stop_at(context)
    assert article is not None
    return article


def _reason(given: Sequence[str]) -> Mapping[str, Value]:
    """What readers are told, in both languages; what is not given is asked for."""
    reasons = {language_of(text): text for text in given}
    for lang in LANGS if is_asked() else ():
        if lang not in reasons:
            question = {"fa": say("The reason in Persian"), "en": say("The reason in English")}
            reasons[lang] = click.prompt(told(question[lang]), err=True)
    if len(given) > len(reasons) or len(reasons) < len(LANGS):
        raise click.UsageError(say("give --reason once in Persian and once in English"))
    return both(reasons["fa"], reasons["en"])
