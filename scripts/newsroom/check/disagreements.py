"""Disagreements: sources that differ are two, and the reports that tell of it are theirs."""

from collections.abc import Iterator

from newsroom.check.rule import RECORD, rule
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.disagreement import DIFFER, SPELLING
from newsroom.record.problems import Problem, did_you_mean, say


@rule(RECORD, error="disagreement-alone")
def disagreement_alone(catalogue: Catalogue) -> Iterator[Problem]:
    """Sources that differ are at least two; what one alone leaves open is of another kind."""
    for entry in catalogue.disagreements.values():
        if entry.kind == DIFFER and len(entry.sources) < 2:
            message = say(
                "only '{source}' is quoted; a difference needs at least two sources",
                source=entry.sources[0],
            )
            hint = say("say what the other source says, or make the kind 'unclear' or 'slip'")
            yield disagreement_alone.of(entry, "says", message, hint)


@rule(RECORD, error="disagreement-nameless")
def disagreement_nameless(catalogue: Catalogue) -> Iterator[Problem]:
    """How a name is written stands on the page of the name, which has to be known."""
    for entry in catalogue.disagreements.values():
        if entry.kind == SPELLING and not entry.participants:
            message = say("a name is written in more than one way, and it is not said whose")
            hint = say("give the ids of its bearers in 'participants'")
            yield disagreement_nameless.of(entry, "kind", message, hint)


@rule(RECORD, error="disagreement-astray")
def disagreement_astray(catalogue: Catalogue) -> Iterator[Problem]:
    """An article tells what its own source says, so a disagreement of others has no place in it."""
    for entry in catalogue.disagreements.values():
        for index, passage in enumerate(entry.articles):
            article = catalogue.articles.get(passage.article)
            if article and set(entry.sources).isdisjoint(article.all_sources):
                message = say(
                    "the article '{article}' is based on '{source}', which is not quoted here",
                    article=article.slug,
                    source=article.source,
                )
                hint = say("remove the article, or add what its source says to 'says'")
                place = f"articles.{index}.article"
                yield disagreement_astray.of(entry, place, message, hint)


@rule(RECORD, error="section-unknown")
def section_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """A reader who follows a disagreement to a report arrives at the section that tells of it."""
    for entry in catalogue.disagreements.values():
        for index, passage in enumerate(entry.articles):
            article = catalogue.articles.get(passage.article)
            if article is None or passage.section is None:
                continue
            sections = [heading.id for heading in article.facts.document.headings if heading.id]
            if passage.section not in sections:
                message = say(
                    "the article '{article}' has no section '{section}'",
                    article=article.slug,
                    section=passage.section,
                )
                hint = did_you_mean(passage.section, sections)
                place = f"articles.{index}.section"
                yield section_unknown.of(entry, place, message, hint)
