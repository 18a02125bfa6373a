"""New entries and pages with what can be derived filled in: the files `newsroom new` writes."""

import unicodedata
from collections.abc import Collection, Mapping

from newsroom.document.fences import source_block
from newsroom.intake.drafts import draft_page, id_of, names_to_use
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
from newsroom.record.writing import Value, write_yaml
from newsroom.text.dates import Period, iso_of
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.letters import normalise

Files = Mapping[str, str]


def new_named(
    kind: str, id: str | None, values: Mapping[str, Value | None], context: ParseContext
) -> Files:
    """The file of an entry that has a name; empty with the reasons reported."""
    name = values.get("name")
    id = id or id_of(str(name["en"]) if isinstance(name, Mapping) else "", "")
    return _checked(kind, id, values, context)


def new_event(
    id: str | None, period: Period, values: Mapping[str, Value | None], context: ParseContext
) -> Files:
    """The file of an event; empty with the reasons reported."""
    title = values["title"]
    assert isinstance(title, Mapping)
    year = f"-{period.start.year}"
    name = id_of(str(title["en"]), "", room=len(year))
    id = id or (name if name.endswith(year) else name + year if name else "")
    return _checked("event", id, {**date_keys(period), **values}, context)


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
    refuse_known(str(values["sha256"]), catalogue, context)
    day = values.get("published") or values.get("not_before") or values["retrieved"]
    year = f"-{str(day)[:4]}"
    name = publisher or id_of(str(values["title"]), "", room=len(year))
    id = id or (name + year if name else "")
    return _checked("source", id, values, context)


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
    published = catalogue.sources[source].published
    front: dict[str, Value | None] = {
        "title": in_letters(title, lang),
        "date": iso_of(published) if published else None,
        "place": place,
        "source": source,
        "added": iso_of(today),
    }
    other = other_lang(lang)
    begin = {of: [catalogue.strings[of].words["intake.begin"]] for of in (lang, other)}
    of_other = {"translation": {"of": lang}}
    return {
        f"docs/{lang}/news/{slug}.md": draft_page(lang, front, begin[lang], catalogue),
        f"docs/{other}/news/{slug}.md": draft_page(other, of_other, begin[other], catalogue),
    }


def new_translation(
    article: Article, catalogue: Catalogue, recogniser: Recogniser, today: Period
) -> Files:
    """The counterpart of an article: its sections, the names it has, and the text to translate.

    It records the original it is made from as it is today.
    """
    original = article.facts
    lang = other_lang(original.lang)
    parts = names_to_use(recogniser.find_known(original.document.prose), lang, catalogue)
    heading = catalogue.strings[lang].words["intake.heading"]
    for section in original.document.headings:
        # One without an id is for the check to report, on both pages.
        id = f" {{#{section.id}}}" if section.id else ""
        parts.append(f"{'#' * max(2, section.level)} {heading}{id}")
    text = "\n\n".join(filter(None, (original.title, original.summary, original.body.strip())))
    parts.append(source_block(text))
    draft = draft_page(lang, {"translation": {"of": original.lang}}, parts, catalogue)
    return {f"docs/{lang}/{article.uri}": record_current(draft, original, iso_of(today))}


def refuse_known(sha256: str, catalogue: Catalogue, context: ParseContext) -> None:
    """Report the source of the record that has the digest, if one has."""
    for source in catalogue.sources.values():
        if source.sha256 == sha256:
            message = say("the source already exists as '{path}'", path=source.path)
            context.report(
                1, "source-known", message, say("continue with the pages already written from it")
            )


def refuse_unknown(
    kind: str, id: str | None, known: Collection[str], context: ParseContext
) -> None:
    """Report an id that leads nowhere."""
    if id and id not in known:
        message = unknown(kind, id)
        context.report(1, unknown_rule(kind), message, did_you_mean(id, known))


def refuse_malformed(id: str, context: ParseContext, hint: str = "") -> None:
    """Report that `id` is not of the form of an id."""
    message = say("'{id}' is not an id; expected {form}", id=id, form=ID_FORM)
    context.report(1, "id-form", message, hint)


def _checked(
    kind: str, id: str, values: Mapping[str, Value | None], context: ParseContext
) -> Files:
    """The file of the values that are given, if it is read back without a problem."""
    if not is_id(id):
        refuse_malformed(id, context, say("give one with --id"))
        return {}
    text = write_yaml({key: value for key, value in values.items() if value})
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
