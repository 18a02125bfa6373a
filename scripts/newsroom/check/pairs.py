"""Pairs: what stands in one language stands in the other."""

from collections.abc import Iterator, Sequence
from itertools import product

from newsroom.check.rule import PAIR, RECORD, rule
from newsroom.record.articles import GUIDE, NEWS, PARTICIPANTS, TIMELINE, Page, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Message, Problem, say
from newsroom.record.sections import HEAD, LEAD
from newsroom.text.languages import LANGS, other_lang

_NEEDED = ("index.md", NEWS, TIMELINE, PARTICIPANTS, GUIDE)


@rule(RECORD, error="page-missing")
def page_missing(catalogue: Catalogue) -> Iterator[Problem]:
    """The header of every page leads to these; without them a site does not stand."""
    for lang in LANGS:
        for uri in _NEEDED:
            path = f"docs/{lang}/{uri}"
            if (lang, uri) not in catalogue.pages and path not in catalogue.unread:
                message = say("the page is missing; every site must have it")
                yield page_missing.problem(path, 1, message)


@rule(PAIR, error="counterpart-missing")
def counterpart_missing(catalogue: Catalogue) -> Iterator[Problem]:
    """Every page exists in both languages; a reader who switches must find it there."""
    alone = {article.uri for article in catalogue.articles.values() if article.wanted}
    for lang, uri in catalogue.pages:
        other = other_lang(lang)
        path = f"docs/{other}/{uri}"
        is_there = (other, uri) in catalogue.pages or path in catalogue.unread
        if not is_there and uri not in alone:
            page = catalogue.pages[lang, uri]
            message = say("the page has no counterpart; expected '{path}'", path=path)
            hint = say("write it, or request it")
            if is_article(uri):
                hint = say("write it, or request it with `translation_wanted: {{since: …}}`")
            yield counterpart_missing.problem(page.path, 1, message, hint)


@rule(PAIR, error="original-unclear")
def original_unclear(catalogue: Catalogue) -> Iterator[Problem]:
    """One version of an article is the original and carries the facts; the other is made of it."""
    for (lang, uri), page in catalogue.pages.items():
        other = catalogue.pages.get((other_lang(lang), uri))
        if not is_article(uri) or other is None:
            continue
        of, other_of = page.translation_of, other.translation_of
        if of == lang:
            message = say(
                "the page is marked as a translation from its own language, '{lang}'", lang=lang
            )
            yield original_unclear.of(page, "translation", message)
        elif of is None and other_of is None and lang != LANGS[0]:
            message = say(
                "both '{path}' and '{other}' have the keys of an original",
                path=page.path,
                other=other.path,
            )
            hint = say("add `translation: {{of: …}}` to the translation and remove its other keys")
            yield original_unclear.problem(page.path, 1, message, hint)
        elif of is not None and other_of is not None and lang != LANGS[0]:
            message = say(
                "neither '{path}' nor '{other}' is an original with a source",
                path=page.path,
                other=other.path,
            )
            hint = say("add `source:` to one of them and remove its `translation:`")
            yield original_unclear.of(page, "translation", message, hint)


@rule(PAIR, error="headings-differ", apart=True)
def headings_differ(catalogue: Catalogue) -> Iterator[Problem]:
    """The language switch keeps the section a reader is in: both sides have the same ones."""
    for (lang, uri), page in catalogue.pages.items():
        other = catalogue.pages.get((other_lang(lang), uri))
        if other is None or lang != LANGS[0]:
            continue
        if where := _difference(page, other):
            message = say(
                "the sections of '{path}' and '{other}' differ: {where}",
                path=page.path,
                other=other.path,
                where=where,
            )
            yield headings_differ.problem(page.path, page.body_line, message)


def _difference(page: Page, other: Page) -> Message | None:
    """What is other about the headings of two pages, if anything is.

    Where one has those it was translated from, translation-stale tells the rest.
    """
    ours, theirs = page.document.headings, other.document.headings
    ids, other_ids = [heading.id for heading in ours], [heading.id for heading in theirs]
    if ids == other_ids:
        odd = next(
            (one.id for one, two in zip(ours, theirs, strict=True) if one.level != two.level), None
        )
        return say("the level of '{id}' differs", id=odd) if odd else None
    if _is_behind(page, ids) or _is_behind(other, other_ids):
        return None
    odd = next((it for it in [*ids, *other_ids] if it and (it in ids) != (it in other_ids)), None)
    return say("'{id}' is on one page only", id=odd) if odd else say("their order differs")


def _is_behind(page: Page, ids: Sequence[str | None]) -> bool:
    """Whether a page has the sections it was translated from."""
    recorded = page.translation.sections if page.translation else {}
    return bool(recorded) and ids == [id for id in recorded if id not in (HEAD, LEAD)]


@rule(PAIR, error="corrections-differ")
def corrections_differ(catalogue: Catalogue) -> Iterator[Problem]:
    """A correction must appear in both languages."""
    for article in catalogue.articles.values():
        original = article.facts
        for page, key in product(article.versions.values(), ("corrections", "additions")):
            days, theirs = (
                [str(it.date.start) for it in getattr(told, key)] for told in (original, page)
            )
            if theirs != days:
                place = "addition" if key == "additions" else key
                line = page.lines.get(place, page.lines.get("title", 1))
                here = ", ".join(theirs) or say("none")
                there = ", ".join(days) or say("none")
                message = say(
                    "the corrections differ from those of '{path}': {here} here, {there} there",
                    path=original.path,
                    here=here,
                    there=there,
                )
                yield corrections_differ.problem(page.path, line, message)
