"""New entries and pages with what can be derived filled in: the files `newsroom new` writes."""

import unicodedata
from collections.abc import Collection, Mapping

from newsroom.document.fences import fence_around
from newsroom.intake.drafts import id_of
from newsroom.intake.recognition import Recogniser
from newsroom.intake.refreshing import record_current
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.fields import read_entry
from newsroom.record.kinds import BY_ID
from newsroom.record.kinds.event import date_keys
from newsroom.record.problems import did_you_mean, say, unknown, unknown_rule
from newsroom.record.values import ID_FORM, is_id
from newsroom.record.writing import Value, write_document, write_yaml
from newsroom.text.dates import Period, iso_of
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.letters import normalise

Files = Mapping[str, str]


def new_participant(
    kind: str, id: str | None, values: Mapping[str, Value | None], context: ParseContext
) -> Files:
    """The file of a person, an organisation or a place; empty with the reasons reported."""
    given = {key: value for key, value in values.items() if value}
    name = given.get("name")
    id = id or id_of(str(name["en"]) if isinstance(name, Mapping) else "", "")
    return _checked(kind, id, given, context)


def new_event(
    id: str | None, period: Period, values: Mapping[str, Value | None], context: ParseContext
) -> Files:
    """The file of an event; empty with the reasons reported."""
    title = values["title"]
    assert isinstance(title, Mapping)
    year = f"-{period.start.year}"
    name = id_of(str(title["en"]), "", room=len(year))
    id = id or (name if name.endswith(year) else name + year if name else "")
    given = {key: value for key, value in values.items() if value}
    return _checked("event", id, date_keys(period) | given, context)


def new_source(
    id: str | None,
    publisher: str | None,
    values: Mapping[str, Value | None],
    catalogue: Catalogue,
    context: ParseContext,
) -> Files:
    """The file of a source; empty with the reasons reported.

    Its id is made of its publisher, or else its title, and the year it is known by.
    """
    given = {key: value for key, value in values.items() if value}
    for known in catalogue.sources.values():
        if known.sha256 == given["sha256"]:
            message = say("the source is there already, as '{path}'", path=known.path)
            context.report(1, "source-known", message)
    day = given.get("published") or given.get("not_before") or given["retrieved"]
    year = f"-{str(day)[:4]}"
    name = publisher or id_of(str(given["title"]), "", room=len(year))
    id = id or (name + year if name else "")
    return _checked("source", id, given, context)


def new_article(
    lang: str,
    slug: str,
    title: str,
    source: str,
    catalogue: Catalogue,
    today: Period,
    place: str | None = None,
) -> Files:
    """A pair of drafts, added to the record today; the date is that of the source."""
    words = catalogue.strings[lang].words
    entry = catalogue.sources[source]
    title = in_letters(title, lang)
    front: dict[str, Value] = {"title": title, "summary": words["intake.summary"], "draft": True}
    if entry.published:
        front["date"] = iso_of(entry.published)
    if place:
        front["place"] = place
    front["source"] = source
    front["added"] = iso_of(today)
    return {
        f"docs/{lang}/news/{slug}.md": write_document(front, words["intake.begin"]),
        f"docs/{other_lang(lang)}/news/{slug}.md": _translation(lang, [], catalogue),
    }


def new_translation(
    article: Article, catalogue: Catalogue, recogniser: Recogniser, today: Period
) -> Files:
    """The counterpart of an article: its sections, the names it has, and the text to translate.

    It records the original it is made from as it is today.
    """
    original = article.facts
    lang = other_lang(original.lang)
    words = catalogue.strings[lang].words
    known = recogniser.find_known(original.document.prose)
    names = [f"* [{catalogue.participants[id].name[lang]}][{id}]" for id in known]
    fence = fence_around(original.body)
    heading = words["intake.heading"]
    parts = [words["intake.names"], "\n".join(names)] if names else []
    # One without an id is for the check to tell of, on both pages.
    ids = (f" {{#{section.id}}}" if section.id else "" for section in original.document.headings)
    levels = ("#" * max(2, section.level) for section in original.document.headings)
    parts += [f"{level} {heading}{id}" for level, id in zip(levels, ids, strict=True)]
    text = "\n\n".join(filter(None, (original.title, original.summary, original.body.strip())))
    parts.append(f"{fence} source\n{text}\n{fence}")
    path = f"docs/{lang}/{article.uri}"
    draft = _translation(original.lang, parts, catalogue)
    return {path: record_current(draft, original, iso_of(today))}


def refuse_unknown(
    kind: str, id: str | None, known: Collection[str], context: ParseContext
) -> None:
    """Report an id that leads nowhere."""
    if id and id not in known:
        message = unknown(kind, id)
        context.report(1, unknown_rule(kind), message, did_you_mean(id, known))


def _translation(of: str, parts: list[str], catalogue: Catalogue) -> str:
    words = catalogue.strings[other_lang(of)].words
    front: dict[str, Value] = {
        "title": words["intake.untitled"],
        "summary": words["intake.summary"],
        "draft": True,
        "translation": {"of": of},
    }
    return write_document(front, "\n\n".join(parts) or words["intake.begin"])


def _checked(kind: str, id: str, values: Mapping[str, Value], context: ParseContext) -> Files:
    """The file, if it is read back without a problem."""
    if not is_id(id):
        hint = say("give one with --id")
        context.report(
            1, "id-form", say("'{id}' is not an id; expected {form}", id=id, form=ID_FORM), hint
        )
        return {}
    text = write_yaml(values)
    path = BY_ID[kind].path_of(id)
    own = ParseContext(path)
    entries = read_yaml(text, own)
    if entries:
        read_entry(BY_ID[kind].entry, id, entries, own)
    context.problems += own.problems
    return {} if own.problems else {path: text}


def both(fa: str, en: str) -> dict[str, Value]:
    """A text in both languages, in their order, the Persian one in Persian letters."""
    return dict(zip(LANGS, (in_letters(fa, "fa"), in_letters(en, "en")), strict=True))


def in_letters(text: str, lang: str) -> str:
    """A line as the record writes it: in the letters of its language, with single spaces."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return normalise(line) if lang == "fa" else line
