"""The files an import makes: a source and a pair of drafts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsroom.document.fences import source_block
from newsroom.intake.extraction import Dated, ExtractedArticle
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.record.values import ESCAPE, MAX_ID, MAX_LINE
from newsroom.record.writing import Value, write_document, write_yaml
from newsroom.text.dates import Period, format_period, iso_of
from newsroom.text.languages import other_lang
from newsroom.text.persian import fold_word

_MAX_RUN = 20
"""Marks of Markdown in a row that are left of a longer run; a page with more is refused."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a source besides its words."""

    id: str
    slug: str
    sha256: str
    retrieved: Period
    added: Period
    """The day it joins the record."""
    publisher: Participant | None
    place: str | None
    known: tuple[str, ...]
    """The participants it names."""
    events: tuple[str, ...]
    address: str | None = None
    """Where the source says it can be read; nobody has confirmed it."""


def id_of(text: str, fallback: str, room: int = 0) -> str:
    """An id made of the first eight Latin words of a text; the fallback where it has none.

    `room` is how many characters are to be left of the longest id there may be.
    """
    folded = fold_word(text)
    latin = "".join(char if char.isascii() and char.isalnum() else " " for char in folded)
    id = ""
    for word in latin.split()[:8]:
        if len(id) + len(word) >= MAX_ID - room:
            break
        id = f"{id}-{word}" if id else word
    return id if id and not id.startswith("nr-") else fallback


def draft_files(extracted: ExtractedArticle, facts: Facts, catalogue: Catalogue) -> dict[str, str]:
    """The three files of an import, by their path."""
    lang, uri = extracted.lang, f"news/{facts.slug}.md"
    published = extracted.published.period if extracted.published else None
    sections = _sections(extracted)
    body = [catalogue.strings[lang].words["intake.here"], _block(extracted)]
    body += [f"## {_bare(text)} {{#{id}}}" for text, id in sections]
    front = {
        "title": _title(extracted),
        "date": iso_of(published) if published else None,
        "place": facts.place,
        "source": facts.id,
        "events": facts.events,
        "added": iso_of(facts.added),
    }
    other = other_lang(lang)
    words, dates = catalogue.strings[other].words, catalogue.strings[other].dates
    periods = dict.fromkeys(dated.found.period for dated in extracted.dates if dated.found.period)
    days = "\n".join(f"* {format_period(period, dates)}" for period in periods)
    parts = names_to_use(facts.known, other, catalogue)
    parts += [words["intake.dates"], days] if days else []
    parts += [f"## {words['intake.heading']} {{#{id}}}" for _, id in sections]
    return {
        f"data/sources/{facts.id}.yml": _source(extracted, facts),
        f"docs/{lang}/{uri}": draft_page(lang, front, body, catalogue),
        f"docs/{other}/{uri}": draft_page(other, {"translation": {"of": lang}}, parts, catalogue),
    }


def draft_page(
    lang: str, front: Mapping[str, Value | None], parts: Sequence[str], catalogue: Catalogue
) -> str:
    """A draft of `parts`, its paragraphs; a title not given is left to the editor, as is the
    summary."""
    words = catalogue.strings[lang].words
    given: dict[str, Value] = {key: value for key, value in front.items() if value}
    title = given.pop("title", words["intake.untitled"])
    head: dict[str, Value] = {"title": title, "summary": words["intake.summary"], "draft": True}
    return write_document(head | given, "\n\n".join(parts))


def names_to_use(known: Iterable[str], lang: str, catalogue: Catalogue) -> list[str]:
    """The paragraphs that list how participants are named in `lang`; none where none is known."""
    names = "\n".join(f"* [{catalogue.participants[id].name[lang]}][{id}]" for id in known)
    return [catalogue.strings[lang].words["intake.names"], names] if names else []


def known_events(
    dates: Sequence[Dated], known: Sequence[str], catalogue: Catalogue
) -> tuple[str, ...]:
    """The events of the record that lie on a day of the text, with somebody or the place named."""
    periods = {
        (dated.found.period.start, dated.found.period.end) for dated in dates if dated.found.period
    }
    return tuple(
        event.id
        for event in catalogue.events.values()
        if (event.date.start, event.date.end) in periods and set(event.everyone) & set(known)
    )


def plain(text: str) -> str:
    """A text without the marks of markup and the escapes which no field of a record has."""
    return " ".join(ESCAPE.sub(" ", text.replace("<", " ").replace(">", " ")).split())


def _source(extracted: ExtractedArticle, facts: Facts) -> str:
    values: dict[str, Value] = {}
    head = ""
    if title := _title(extracted):
        values["title"] = title
    if facts.publisher:
        values["publisher"] = dict(facts.publisher.name)
    elif extracted.publisher:
        head += f"# The page names its publisher: {plain(extracted.publisher)}\n"
    if facts.address:
        head += f"# The page names its address: {plain(facts.address)}\n"
    values["language"] = extracted.lang
    if extracted.published and extracted.published.period:
        values["published"] = iso_of(extracted.published.period)
        if extracted.published.time:
            values["time"] = extracted.published.time
    values["retrieved"] = iso_of(facts.retrieved)
    values["sha256"] = facts.sha256
    return head + write_yaml(values)


def _title(extracted: ExtractedArticle) -> str:
    """The title as a field can hold it; empty where it has no word, or is no title but a text."""
    title = plain(extracted.title or "")
    return title if _has_word(title) and len(title) <= MAX_LINE else ""


def _sections(extracted: ExtractedArticle) -> list[tuple[str, str]]:
    """The headings of the source, each with an id both languages share."""
    texts = [line.text for line in extracted.body if line.kind == "heading"]
    ids: list[str] = []
    for at, text in enumerate(texts, 1):
        id = id_of(text if extracted.lang == "en" else "", f"part-{at}")
        ids.append(id if id not in ids else f"part-{at}")
    return list(zip(texts, ids, strict=True))


def _block(extracted: ExtractedArticle) -> str:
    """The text of the source, fenced, so that nobody takes it for ours."""
    parts = filter(None, (extracted.kicker, extracted.title, extracted.deck, extracted.text))
    text = "\n\n".join(parts)
    for mark in "[<`*_!\\":
        while mark * (_MAX_RUN + 1) in text:
            text = text.replace(mark * (_MAX_RUN + 1), mark * _MAX_RUN)
    return source_block(text)


def _bare(text: str) -> str:
    """A heading without the characters that Markdown gives a meaning to."""
    bare = plain(text).translate(dict.fromkeys(map(ord, "[]{}#`*_!\\"))).strip()
    return bare if _has_word(bare) else "–"


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in plain(text))
