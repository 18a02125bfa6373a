"""Ids: what a file refers to is there, and every article has its place in time."""

from collections.abc import Collection, Iterator, Mapping

from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import Located, Problem, did_you_mean, line_of, say, unknown
from newsroom.review.rule import RECORD, rule


def known_ids(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    """What ids lead to, by kind; an entry whose file has a problem is there all the same."""
    participants = catalogue.participants
    kinds: dict[str, Collection[str]] = {
        "article": catalogue.articles,
        "event": catalogue.events,
        "participant": participants,
        "source": catalogue.sources,
    }
    for kind in ("place", "organisation"):
        kinds[kind] = {id for id, entry in participants.items() if entry.kind == kind}
    return {kind: {*ids, *catalogue.unread_ids(kind)} for kind, ids in kinds.items()}


_KINDS = ("article", "event", "organisation", "participant", "place", "source")


@rule(RECORD, error=tuple(f"{kind}-unknown" for kind in _KINDS))
def reference_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """An id that leads nowhere would leave a link, a card or a fact out without a word."""
    known = known_ids(catalogue)
    participants, sources, events = known["participant"], known["source"], known["event"]
    places, organisations = known["place"], known["organisation"]
    for page in catalogue.pages.values():
        yield from _unknown(page, "participant", participants, no_link=page.no_link)
    for article in catalogue.articles.values():
        facts = article.facts
        yield from _unknown(facts, "source", sources, source=article.source)
        yield from _unknown(facts, "place", places, place=article.place)
        yield from _unknown(facts, "event", events, events=article.events)
    for index, figure in enumerate(catalogue.figures):
        at = f"figures.{index}."
        yield from _unknown(figure, "article", known["article"], at, article=figure.article)
        yield from _unknown(figure, "source", sources, at, sources=figure.sources)
    for entry in catalogue.participants.values():
        for key in ("country", "region", "city"):
            yield from _unknown(entry, "place", places, **{key: getattr(entry, key)})
        yield from _unknown(entry, "participant", participants, see_also=entry.see_also)
        for index, role in enumerate(entry.roles):
            at = f"roles.{index}."
            yield from _unknown(entry, "source", sources, at, source=role.source)
            yield from _unknown(entry, "place", places, at, place=role.place)
            yield from _unknown(
                entry, "organisation", organisations, at, organisation=role.organisation
            )
    for event in catalogue.events.values():
        yield from _unknown(event, "place", places, place=event.place)
        yield from _unknown(event, "source", sources, sources=event.sources)
        for key in ("participants", "listed", "mentioned"):
            yield from _unknown(event, "participant", participants, **{key: getattr(event, key)})
    yield from _of_disagreements(catalogue, known)


def _of_disagreements(
    catalogue: Catalogue, known: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """What a disagreement concerns, and who says what of it, is in the record."""
    participants, events = known["participant"], known["event"]
    for entry in catalogue.disagreements.values():
        yield from _unknown(entry, "event", events, events=entry.events)
        yield from _unknown(entry, "participant", participants, participants=entry.participants)
        for index, statement in enumerate(entry.says):
            at = f"says.{index}."
            yield from _unknown(entry, "source", known["source"], at, source=statement.source)
        for index, passage in enumerate(entry.articles):
            at = f"articles.{index}."
            yield from _unknown(entry, "article", known["article"], at, article=passage.article)


@rule(RECORD, error="participant-unknown")
def participant_page_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """A page written by hand among the generated ones stands for a participant, or for nobody."""
    known = known_ids(catalogue)["participant"]
    for page in catalogue.pages.values():
        folder, _, name = page.uri.partition("/")
        id = name.removesuffix(".md")
        if folder == "participants" and id != "index" and id not in known:
            message = say(
                "unknown participant '{id}'; a page in participants/ is that of a participant",
                id=id,
            )
            hint = did_you_mean(id, known)
            yield participant_page_unknown.problem(page.path, 1, message, hint)


@rule(RECORD, error="article-undated")
def article_undated(catalogue: Catalogue) -> Iterator[Problem]:
    """An article without a date still has its place in time: by its events, or its source."""
    for article in catalogue.articles.values():
        source = catalogue.sources.get(article.source)
        if article.date or article.events or source is None or source.not_before:
            continue
        if article.facts.is_draft and source.retrieved:
            continue
        message = say("the article has no 'date', no 'events', and its source no 'not_before'")
        hint = say("give one of the three, so that it can be filed in time")
        yield article_undated.problem(article.facts.path, 1, message, hint)


def _unknown(
    entry: Located,
    kind: str,
    known: Collection[str],
    at: str = "",
    **references: str | tuple[str, ...] | None,
) -> Iterator[Problem]:
    """A problem for each referenced id, given by its key, that is not among the known ones."""
    for key, ids in references.items():
        for index, target in enumerate((ids,) if isinstance(ids, str) else ids or ()):
            if target not in known:
                place = f"{at}{key}" if isinstance(ids, str) else f"{at}{key}.{index}"
                message = unknown(kind, target)
                hint = did_you_mean(target, known)
                id, line = f"{kind}-unknown", line_of(entry, place)
                yield reference_unknown.problem(entry.path, line, message, hint, id=id)
