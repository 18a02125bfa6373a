"""The files an import makes: a source and a pair of drafts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.document.fences import fence_around
from newsroom.intake.extraction import Dated, ExtractedArticle
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.record.values import ESCAPE, MAX_ID, MAX_LINE
from newsroom.record.writing import Value, write_document, write_yaml
from newsroom.text.dates import Period, format_period, iso_of
from newsroom.text.languages import other_lang
from newsroom.text.persian import fold_word

_ID_WORDS = re.compile(r"[a-z0-9]+")
_RUN = re.compile(r"([\[<`*_!\\])\1{20,}")


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
    """An id made of the Latin words of a text; the fallback where it has none.

    `room` is how many signs are to be left of the longest id there may be.
    """
    id = ""
    for word in _ID_WORDS.findall(fold_word(text))[:8]:
        if len(id) + len(word) >= MAX_ID - room:
            break
        id = f"{id}-{word}" if id else word
    return id if id and not id.startswith("nr-") else fallback


def draft_files(extracted: ExtractedArticle, facts: Facts, catalogue: Catalogue) -> dict[str, str]:
    """The three files of an import, by their path."""
    lang, uri = extracted.lang, f"news/{facts.slug}.md"
    return {
        f"data/sources/{facts.id}.yml": _source(extracted, facts),
        f"docs/{lang}/{uri}": _original(extracted, facts, catalogue),
        f"docs/{other_lang(lang)}/{uri}": _counterpart(extracted, facts, catalogue),
    }


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
    """A text without the signs of markup and the escapes which no field of a record has."""
    return " ".join(ESCAPE.sub(" ", re.sub("[<>]", " ", text)).split())


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


def _original(extracted: ExtractedArticle, facts: Facts, catalogue: Catalogue) -> str:
    words = catalogue.strings[extracted.lang].words
    front: dict[str, Value] = {
        "title": _title(extracted) or words["intake.untitled"],
        "summary": words["intake.summary"],
        "draft": True,
    }
    if extracted.published and extracted.published.period:
        front["date"] = iso_of(extracted.published.period)
    if facts.place:
        front["place"] = facts.place
    front["source"] = facts.id
    if facts.events:
        front["events"] = list(facts.events)
    front["added"] = iso_of(facts.added)
    parts = [words["intake.here"], _block(extracted)]
    parts += [f"## {_bare(text)} {{#{id}}}" for text, id in _sections(extracted)]
    return write_document(front, "\n\n".join(parts))


def _counterpart(extracted: ExtractedArticle, facts: Facts, catalogue: Catalogue) -> str:
    """What the other language can be given without a translator: names, dates and sections."""
    lang = other_lang(extracted.lang)
    words, dates = catalogue.strings[lang].words, catalogue.strings[lang].dates
    front: dict[str, Value] = {
        "title": words["intake.untitled"],
        "summary": words["intake.summary"],
        "draft": True,
        "translation": {"of": extracted.lang},
    }
    names = [f"* [{catalogue.participants[id].name[lang]}][{id}]" for id in facts.known]
    periods = dict.fromkeys(dated.found.period for dated in extracted.dates if dated.found.period)
    days = [f"* {format_period(period, dates)}" for period in periods]
    parts = [words["intake.names"], "\n".join(names)] if names else []
    parts += [words["intake.dates"], "\n".join(days)] if days else []
    heading = words["intake.heading"]
    parts += [f"## {heading} {{#{id}}}" for _, id in _sections(extracted)]
    return write_document(front, "\n\n".join(parts))


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
    text = _RUN.sub(lambda run: run[1] * 20, "\n\n".join(parts))
    fence = fence_around(text)
    return f"{fence} source\n{text}\n{fence}"


def _bare(text: str) -> str:
    bare = re.sub(r"[\[\]{}#`*_!\\]", "", plain(text)).strip()
    return bare if _has_word(bare) else "–"


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in plain(text))
