"""A raw source becomes a pair of drafts: read, cleaned, recognised, made into files."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsroom.document.tidying import tidy
from newsroom.intake.drafts import Facts, draft_files, id_of, known_events
from newsroom.intake.extraction import ExtractedArticle, clip, dateline_of
from newsroom.intake.lines import Line, strip_boilerplate, text_lines
from newsroom.intake.page_heads import is_address
from newsroom.intake.proposals import propose_events, propose_names
from newsroom.intake.reading import decode, report_overrides, without_marks
from newsroom.intake.recognition import Recogniser
from newsroom.intake.scaffolds import refuse_known, refuse_malformed
from newsroom.intake.source_languages import tongue_of
from newsroom.intake.unknown_names import UnknownName
from newsroom.intake.webpages import WebPage, is_web_page, read_web_page
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext
from newsroom.record.participants import Participant
from newsroom.record.problems import say
from newsroom.record.values import is_id
from newsroom.text.date_phrases import FoundDate
from newsroom.text.dates import Period, iso_of
from newsroom.text.lexicon import Lexicon
from newsroom.text.persian import fold_name

MAX_CHARACTERS = 300_000
"""Characters of the article itself, without spaces."""
MAX_LINE = 50_000
"""Characters of a paragraph."""
MAX_LINES = 12_000
"""Lines of a page with its frame: each of them is held against every rule."""
MAX_TAGS = 40_000
"""Tags of a page."""
_ATTRIBUTED = 80
"""Characters behind "according to" in which a publisher is sought."""
_C1 = dict.fromkeys(range(0x80, 0xA0))
"""Control characters, left by a conversion between encodings; they fall away."""

Change = tuple[int, str, str]
"""The line of a source, a word on it and what it becomes."""
Doubt = tuple[int, str]
"""The line of a source and a word on it."""
Marks = tuple[tuple[int, tuple[str, ...]], ...]
"""Characters of direction by the line they were taken off."""


@dataclass(frozen=True, slots=True)
class ImportContext:
    """What imports are made with: a record, with what is unfolded from it once."""

    catalogue: Catalogue
    lexicon: Lexicon
    recogniser: Recogniser

    @classmethod
    def of(cls, catalogue: Catalogue) -> "ImportContext":
        """The context of a record; makes its lexicon and its index of names."""
        return cls(catalogue, catalogue.lexicon, Recogniser(catalogue, catalogue.lexicon))


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the editor asks for."""

    today: Period
    slug: str | None = None
    id: str | None = None
    encoding: str | None = None
    near: Period | None = None
    retrieved: Period | None = None
    published: Period | None = None
    """The day it was published, and by whom, for a source that does not say."""
    publisher: str | None = None
    language: str | None = None
    """The language of the source, where it is not to be read off the text."""


@dataclass(frozen=True, slots=True)
class Import:
    """What was found in a source, and the files it makes."""

    extracted: ExtractedArticle
    facts: Facts
    changes: tuple[Change, ...]
    """Words put right: line of the source, before, after."""
    doubts: tuple[Doubt, ...]
    unknown: tuple[UnknownName, ...]
    files: Mapping[str, str]
    """By their path from the root of the record."""
    kept: int
    """Characters that stay, spaces not counted; with `removed` all there were."""
    removed: int
    page: WebPage | None = None
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """A source as lines, before anything is taken off."""

    page: WebPage | None
    """What it is besides, where it is a web page."""
    lines: tuple[Line, ...]
    marks: Marks


def import_source(
    data: bytes, context: ParseContext, import_context: ImportContext, options: ImportOptions
) -> Import | None:
    """What a raw source becomes; `None` with the reasons reported. Nothing is written.

    Problems carry the lines of the source. Never raises for content.
    """
    digest = hashlib.sha256(data).hexdigest()
    catalogue = import_context.catalogue
    refuse_known(digest, catalogue, context)
    for id in (options.slug, options.id):
        if id is not None and not is_id(id):
            refuse_malformed(id, context)
    text = None if context.problems else decode(data, context, options.encoding)
    source = _read_source(text, catalogue, context) if text is not None else None
    if source is None:
        return None
    page, rules = source.page, catalogue.import_rules
    lines, taken = strip_boilerplate(source.lines, rules, page.head.author if page else None)
    lang = _language(lines, page, options, catalogue, context)
    if lang is None:
        return None
    extracted = _completed(clip(lines, taken, page, lang, options.near, rules), options)
    removed = _count(extracted.removed)
    kept = _count(lines) - removed
    _refuse_size(extracted, kept, context)
    if context.problems:
        return None
    extracted, changes, doubts = _tidied(extracted, import_context.lexicon)
    address = page.head.address if page else _address(extracted.removed)
    facts, unknown = _recognised(extracted, digest, address, import_context, options)
    files = _files(extracted, facts, unknown, import_context)
    return Import(
        extracted, facts, changes, doubts, unknown, files, kept, removed, page, source.marks
    )


def _refuse_size(extracted: ExtractedArticle, kept: int, context: ParseContext) -> None:
    """Report an article of nothing, or of more than is read; `kept` are its characters."""
    if not extracted.body:
        context.report(1, "source-empty", say("only page furniture, no article text"))
    elif kept > MAX_CHARACTERS:
        message = say(
            "{count} characters of text; at most {most} are allowed",
            count=kept,
            most=MAX_CHARACTERS,
        )
        context.report(1, "source-too-large", message)


def _read_source(text: str, catalogue: Catalogue, context: ParseContext) -> _Source | None:
    """The lines of a source, and the page it is, if it is one; `None` with the reasons reported."""
    page = None
    if is_web_page(text):
        if (count := text.count("<")) > MAX_TAGS:
            message = say("{count} tags; at most {most} are allowed", count=count, most=MAX_TAGS)
            context.report(1, "source-markup", message)
            return None
        page = read_web_page(text, catalogue.import_rules, context)
        if page is None:
            return None
    lines: list[Line] = []
    taken: list[tuple[int, tuple[str, ...]]] = []
    for line in page.lines if page else text_lines(text):
        plain, marks = without_marks(line.text)
        report_overrides(plain, line.number, context)
        if len(plain) > MAX_LINE:
            message = say(
                "a paragraph of {count} characters; at most {most} are allowed",
                count=len(plain),
                most=MAX_LINE,
            )
            hint = say("divide it into paragraphs")
            context.report(line.number, "source-line", message, hint)
            break
        if plain.strip():
            lines.append(replace(line, text=plain.strip()))
        if marks:
            taken.append((line.number, marks))
    if len(lines) > MAX_LINES:
        message = say("{count} lines; at most {most} are allowed", count=len(lines), most=MAX_LINES)
        context.report(1, "source-too-large", message)
    return None if context.problems else _Source(page, tuple(lines), tuple(taken))


def _language(
    lines: Sequence[Line],
    page: WebPage | None,
    options: ImportOptions,
    catalogue: Catalogue,
    context: ParseContext,
) -> str | None:
    """The language of a source; `None`, and reported, where it is neither of the two."""
    kept = [line.text for line in lines if not line.removed] or [line.text for line in lines]
    tongue = tongue_of(" ".join(kept), page.head.language if page else "", catalogue.import_rules)
    if options.language or tongue.foreign is None:
        return options.language or tongue.lang
    message = say(
        "the source is in {language}; articles are written from Persian and English sources",
        language=tongue.name,
    )
    hint = say("if it is not, give its language: --language fa, or en")
    context.report(1, "source-language", message, hint)
    return None


def _address(removed: Sequence[Line]) -> str | None:
    """The address a plain text bears as a line of its own."""
    return next((line.text for line in removed if is_address(line.text)), None)


def _completed(extracted: ExtractedArticle, options: ImportOptions) -> ExtractedArticle:
    """The clipping with what the editor knows where the source is silent."""
    told = options.published
    stated = FoundDate(0, 0, iso_of(told), told, None) if told else None
    return replace(
        extracted,
        published=extracted.published or stated,
        publisher=extracted.publisher or options.publisher,
    )


def _count(lines: tuple[Line, ...]) -> int:
    return sum(len("".join(line.text.split())) for line in lines)


def _tidied(
    extracted: ExtractedArticle, lexicon: Lexicon
) -> tuple[ExtractedArticle, tuple[Change, ...], tuple[Doubt, ...]]:
    """The clipping in good spelling, with what was changed by the lines of the source."""
    changes: list[Change] = []
    doubts: list[Doubt] = []

    def mend(text: str, number: int) -> str:
        tidied = tidy(text.translate(_C1), lexicon)
        changes.extend((number, before, after) for _, before, after in tidied.changes)
        doubts.extend((number, word) for _, word in tidied.doubts)
        return tidied.text

    tidied = replace(
        extracted,
        title=extracted.title and mend(extracted.title, extracted.title_line),
        kicker=extracted.kicker and mend(extracted.kicker, extracted.title_line),
        deck=extracted.deck and mend(extracted.deck, extracted.title_line),
        publisher=extracted.publisher and mend(extracted.publisher, 1),
        body=tuple(replace(line, text=mend(line.text, line.number)) for line in extracted.body),
    )
    return tidied, tuple(changes), tuple(doubts)


def _recognised(
    extracted: ExtractedArticle,
    digest: str,
    address: str | None,
    import_context: ImportContext,
    options: ImportOptions,
) -> tuple[Facts, tuple[UnknownName, ...]]:
    whole = "\n".join(filter(None, (extracted.title, extracted.deck, extracted.text)))
    known = import_context.recogniser.find_known(whole)
    published = extracted.published.period if extracted.published else None
    publisher = _publisher(extracted, import_context)
    facts = Facts(
        id=options.id or _source_id(publisher, published, digest),
        slug=options.slug or id_of(extracted.title or "", f"report-{digest[:8]}"),
        sha256=digest,
        retrieved=options.retrieved or extracted.viewed or options.today,
        added=options.today,
        publisher=publisher,
        place=_place(extracted, import_context.catalogue),
        known=known,
        events=known_events(extracted.dates, known, import_context.catalogue),
        address=address,
    )
    return facts, import_context.recogniser.find_unknown(whole, extracted.lang)


def _files(
    extracted: ExtractedArticle,
    facts: Facts,
    unknown: tuple[UnknownName, ...],
    import_context: ImportContext,
) -> dict[str, str]:
    catalogue = import_context.catalogue
    told = {catalogue.events[id].date.start for id in facts.events}
    published = extracted.published.period if extracted.published else None
    new = [
        dated
        for dated in extracted.dates
        if dated.found.period and dated.found.period.start not in told
    ]
    return {
        **draft_files(extracted, facts, catalogue),
        **propose_names(
            unknown, extracted.lang, facts.slug, {*catalogue.participants}, catalogue.import_rules
        ),
        **propose_events(new, facts, published, catalogue, import_context.recogniser),
    }


def _publisher(extracted: ExtractedArticle, import_context: ImportContext) -> Participant | None:
    """The organisation a page names as its publisher, or its first paragraph as who reports."""
    places = [extracted.publisher] if extracted.publisher else []
    first = _first_paragraph(extracted)[:200]
    participants = import_context.catalogue.participants
    for phrase in import_context.catalogue.import_rules.attributions:
        at = first.lower().find(phrase.lower())
        if at >= 0:
            places.append(first[at + len(phrase) : at + len(phrase) + _ATTRIBUTED])
    for place in places:
        for id in import_context.recogniser.find_known(place):
            if participants[id].kind == "organisation":
                return participants[id]
    return None


def _place(extracted: ExtractedArticle, catalogue: Catalogue) -> str | None:
    """The place a report is datelined from."""
    line = dateline_of(_first_paragraph(extracted))
    places = {
        fold_name(spelling): entry.id
        for entry in catalogue.participants.values()
        if entry.kind == "place"
        for spelling in entry.spellings(extracted.lang)
    }
    return places.get(fold_name(line)) if line else None


def _first_paragraph(extracted: ExtractedArticle) -> str:
    return next((line.text for line in extracted.body if line.kind != "heading"), "")


def _source_id(publisher: Participant | None, published: Period | None, digest: str) -> str:
    who = publisher.id if publisher else "source"
    when = published.start.isoformat() if published else digest[:8]
    id = f"{who}-{when}"
    return id if is_id(id) else f"source-{digest[:8]}"
