"""Whether readers are told of what is stated otherwise than was published, and all files say it."""

from collections.abc import Iterator, Mapping, Sequence

from newsroom.check.claims import (
    CAPITALS,
    COMMON,
    NAME,
    OFFICE,
    QUOTATION,
    STATUS,
)
from newsroom.check.conflicts import conflicts_of
from newsroom.check.fact_changes import ADDED, CHANGED, REMOVED, FactChange, fact_changes
from newsroom.check.facts import DATE, NUMBER, Names
from newsroom.check.past import Past, past_of
from newsroom.check.repeats import Repeats
from newsroom.check.rule import Scope, rule
from newsroom.check.scope import Change
from newsroom.record.articles import Article, Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Message, Problem, line_of, say
from newsroom.text.messages import worded

PUBLISHED: Scope[[Change, Catalogue, Mapping[str, bytes]]] = Scope("published")
"""What a change states otherwise than was published; run where there is a revision to compare."""

CONFLICT, UNUSED = "fact-conflict", "minor-unused"

_MINOR_KINDS = (OFFICE, QUOTATION)
_KINDS: Mapping[str, Message] = {
    NUMBER: say("number"),
    DATE: say("date"),
    NAME: say("name"),
    COMMON: say("name"),
    CAPITALS: say("name"),
    OFFICE: say("office"),
    QUOTATION: say("quotation"),
    STATUS: say("status"),
}
_LANGS: Mapping[tuple[str, ...], Message] = {("fa",): say("in Persian"), ("en",): say("in English")}
_MARKS = "«»“”\"'‘’ \t\n"
_MOST_PLACES = 6


@rule(PUBLISHED, error=(CHANGED, REMOVED, ADDED, CONFLICT), warning=UNUSED)
def facts_kept(
    change: Change, catalogue: Catalogue, files: Mapping[str, bytes]
) -> Iterator[Problem]:
    """What readers were told does not change without a word to them."""
    past = past_of(change, catalogue, files)
    changes = fact_changes(past, change, catalogue, files)
    told = _Told(past, change, catalogue)
    for found in changes:
        if not told.accounts_for(found):
            message, hint = _message(found), _hint(found)
            yield facts_kept.problem(found.path, found.line, message, hint, id=found.rule)
    repeats = Repeats(catalogue, files, Names(catalogue))
    for found in changes:
        for message in conflicts_of(found, catalogue, repeats):
            hint = say("make both agree, or add a disagreement with both values")
            yield facts_kept.problem(found.path, found.line, message, hint, id=CONFLICT)
    for page, index, fact in told.unused(changes):
        message = say("'{fact}' is not a change of an office or a quotation", fact=fact)
        line = line_of(page, f"minor.{index}.fact")
        yield facts_kept.problem(page.path, line, message, id=UNUSED)


class _Told:
    """What the touched articles tell their readers of the change."""

    def __init__(self, past: Past, change: Change, catalogue: Catalogue) -> None:
        self._past, self._catalogue = past, catalogue
        is_new = change.touched - set(change.before)
        touched = {
            slug: article
            for slug, article in catalogue.articles.items()
            if any(page.path in change.touched for page in article.versions.values())
        }
        self._touched = touched
        self._new = {
            slug
            for slug, it in touched.items()
            if it.facts.path in is_new and slug not in past.articles
        }

    def accounts_for(self, found: FactChange) -> bool:
        """Whether the readers of an article it concerns are told, or need not be."""
        slugs = self._concerned(found)
        if found.rule == ADDED and any(
            slug in self._new or self._is_said(slug, "additions") for slug in slugs
        ):
            return True
        if any(self._is_said(slug, "corrections") for slug in slugs):
            return True
        pages = [page for slug in slugs for page in self._touched[slug].versions.values()]
        named = {_fact(minor.fact) for page in pages for minor in page.minor}
        return found.kind in _MINOR_KINDS and not named.isdisjoint(_facts(found))

    def unused(self, changes: Sequence[FactChange]) -> Iterator[tuple[Page, int, str]]:
        """What is called minor by this change and is no such change, with its place."""
        known = {fact for it in changes if it.kind in _MINOR_KINDS for fact in _facts(it)}
        for slug, article in self._touched.items():
            old = self._past.articles.get(slug)
            for lang, page in article.versions.items():
                before = old.versions[lang].minor if old and lang in old.versions else ()
                for index, minor in enumerate(page.minor):
                    if minor not in before and _fact(minor.fact) not in known:
                        yield page, index, minor.fact

    def _concerned(self, found: FactChange) -> list[str]:
        """The touched articles whose readers are to be told."""
        if found.slug:
            return [found.slug] if found.slug in self._touched else []
        articles = self._catalogue.articles.values()
        concerned = [it.slug for it in articles if _is_concerned(it, found)]
        # What no article tells of can be told in any.
        return [slug for slug in concerned or self._touched if slug in self._touched]

    def _is_said(self, slug: str, key: str) -> bool:
        """Whether an entry of a list is new in every language that was published."""
        old, new = self._past.articles.get(slug), self._touched[slug]
        langs = [lang for lang in (old.versions if old else ()) if lang in new.versions]
        return bool(langs) and all(
            set(getattr(new.versions[lang], key)) - set(getattr(old.versions[lang], key))
            for lang in langs
            if old
        )


def _is_concerned(article: Article, found: FactChange) -> bool:
    return article.slug in found.around.articles or not found.around.sources.isdisjoint(
        article.all_sources
    )


def _facts(found: FactChange) -> set[tuple[str, str]]:
    """A change as `minor` names it, in each language."""
    return {
        (_fact(found.was.get(lang, ""))[0], _fact(found.now.get(lang, ""))[0])
        for lang in found.langs
    }


def _fact(text: str) -> tuple[str, str]:
    """What a text has before and behind its arrow; Persian may point the other way."""
    was, _, now = text.replace("←", "→").partition("→")
    return was.strip(_MARKS), now.strip(_MARKS)


def _message(found: FactChange) -> Message:
    was, now = worded(found.was), worded(found.now)
    kind = _KINDS[found.kind]
    langs = _LANGS.get(found.langs, say("in both languages"))
    if found.rule == CHANGED:
        return say(
            "published {kind} changed: '{was} → {now}', {langs}",
            kind=kind,
            was=was,
            now=now,
            langs=langs,
        )
    if found.rule == REMOVED:
        return say("published {kind} '{was}' was removed, {langs}", kind=kind, was=was, langs=langs)
    return say("{kind} '{now}' is new, {langs}", kind=kind, now=now, langs=langs)


def _hint(found: FactChange) -> Message:
    remedy = say("report it to readers in 'corrections', in both languages")
    if found.rule == ADDED:
        remedy = say("report it to readers in 'addition', in both languages")
    if found.kind in _MINOR_KINDS:
        remedy = say("{remedy}; or say under 'minor' why readers need not know", remedy=remedy)
    if not found.repeated:
        return remedy
    places = ", ".join(f"{it.path}:{it.line}" for it in found.repeated[:_MOST_PLACES])
    more = len(found.repeated) - _MOST_PLACES
    if more > 0:
        return say(
            "{remedy}; the old value is still in {places} and {count} more",
            remedy=remedy,
            places=places,
            count=more,
        )
    return say("{remedy}; the old value is still in {places}", remedy=remedy, places=places)
