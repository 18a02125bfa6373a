"""The rules content is held to, one generator function each.

A rule takes the catalogue and yields the problems it finds. What a single file shows by itself (its
schema, its dates) is reported while it is read; here is what takes the whole record to see. The id
of each rule has its paragraph in the guide for editors.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from newsroom.record.articles import (
    CORRECTIONS,
    GLOSSARY,
    GUIDE,
    NEWS,
    PARTICIPANTS,
    SOURCES,
    TIMELINE,
    Page,
    is_article,
)
from newsroom.record.catalogue import Catalogue
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem, did_you_mean
from newsroom.text.languages import LANGS, Bilingual, other_lang
from newsroom.text.persian import fold_name

Rule = Callable[[Catalogue], Iterator[Problem]]

_HAND_LINK = re.compile(r"\]\[([^\]\[\n]{1,200})\]")
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*<?([^\s>]*)", re.MULTILINE)
_LINK = re.compile(r"(!?)\]\([ \t]*<?([^\s)>]{0,2000})")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^\s<>]{0,2000})>")
_DEEP = re.compile(r"^(?: {80}|\t{20}|(?:> ?){20}|(?:[-*+] ){20})", re.MULTILINE)
_MAX_BRACKETS = 500
"""Opening brackets in a paragraph; some thousands of them take the parser minutes."""
_NEEDED = ("index.md", NEWS, TIMELINE, PARTICIPANTS, GUIDE)
_HEADING_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SOURCE_TEXT = re.compile(r"^ {0,3}(?:`{3,}|~{3,})[ \t]*source\b", re.MULTILINE)
"""How the block begins that `newsroom import` puts the text of a source in."""
_RUN = re.compile(r"([\[<`*_!\\])(?:\1|!?\[|\]\(|a ){24,}")


def check(root: Path, *, drafts: bool = False) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue below `root` and everything that is wrong with it, by file and line.

    Drafts are checked like the rest, and the rest once more without them: nothing that is
    published may lead to a draft. The catalogue has drafts only when asked for.
    """
    whole, problems = Catalogue.load(root, drafts=True)
    published = whole.published()
    found = {problem for rule in RULES for problem in rule(whole)}
    if published is not whole:
        found |= {problem for rule in RULES for problem in rule(published)}
    return whole if drafts else published, tuple(sorted({*problems, *found}))


def reference_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """An id that leads nowhere would leave a link, a card or a fact out without a word."""
    participants, sources = catalogue.participants, catalogue.sources
    places = {id for id, entry in participants.items() if entry.kind == "place"}
    organisations = {id for id, entry in participants.items() if entry.kind == "organisation"}
    for page in catalogue.pages.values():
        yield from _unknown(page, "participant", participants, no_link=page.no_link)
    for article in catalogue.articles.values():
        facts = article.facts
        yield from _unknown(facts, "source", sources, source=article.source)
        yield from _unknown(facts, "place", places, place=article.place)
        yield from _unknown(facts, "event", catalogue.events, events=article.events)
    for index, figure in enumerate(catalogue.figures):
        at = f"figures.{index}."
        yield from _unknown(figure, "article", catalogue.articles, at, article=figure.article)
        yield from _unknown(figure, "source", sources, at, sources=figure.sources)
    for entry in participants.values():
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


def participant_page_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """A page written by hand among the generated ones stands for a participant, or for nobody."""
    for page in catalogue.pages.values():
        folder, _, name = page.uri.partition("/")
        id = name.removesuffix(".md")
        if folder == "participants" and id != "index" and id not in catalogue.participants:
            message = (
                f"unknown participant '{id}'; a page in participants/ is that of a participant"
            )
            hint = did_you_mean(id, catalogue.participants)
            yield Problem(page.path, 1, "participant-unknown", message, hint)


def hand_link_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """`[text][id]` with an id nobody bears is printed as it stands, brackets and all."""
    for page in catalogue.pages.values():
        if "][" not in page.body:
            continue
        prose = page.prose
        defined = {match[1].lower() for match in _DEFINITION.finditer(prose)}
        for match in _HAND_LINK.finditer(prose):
            if match[1] not in catalogue.participants and match[1].lower() not in defined:
                line = page.body_line + prose.count("\n", 0, match.start())
                message = f"unknown participant '{match[1]}' in a link"
                hint = did_you_mean(match[1], catalogue.participants)
                yield Problem(page.path, line, "participant-unknown", message, hint)


def link_broken(catalogue: Catalogue) -> Iterator[Problem]:
    """A link leads to a page, a section or an image that is there, or out of the site."""
    anchors = {
        key: {heading.id for heading in page.headings()} for key, page in catalogue.pages.items()
    }
    for page in catalogue.pages.values():
        prose = page.prose
        if "](" not in prose and "]:" not in prose and "<" not in prose:
            continue
        found = [(match.start(), match[2]) for match in _LINK.finditer(prose)]
        found += [(match.start(), match[2]) for match in _DEFINITION.finditer(prose)]
        found += [(match.start(), match[1]) for match in _AUTOLINK.finditer(prose)]
        for position, target in sorted(found):
            if problem := _link_problem(catalogue, anchors, page, target):
                line = page.body_line + prose.count("\n", 0, position)
                rule, message, hint = problem
                yield Problem(page.path, line, rule, message, hint)


def page_missing(catalogue: Catalogue) -> Iterator[Problem]:
    """The header of every page leads to these; without them a site does not stand."""
    for lang in LANGS:
        for uri in _NEEDED:
            if (lang, uri) not in catalogue.pages:
                message = "the page is missing; every site has one"
                yield Problem(f"docs/{lang}/{uri}", 1, "page-missing", message)


def counterpart_missing(catalogue: Catalogue) -> Iterator[Problem]:
    """Every page stands in both languages; a reader who switches must find it there."""
    for lang, uri in catalogue.pages:
        other = other_lang(lang)
        if (other, uri) not in catalogue.pages:
            page = catalogue.pages[lang, uri]
            message = f"the page has no counterpart; expected 'docs/{other}/{uri}'"
            yield Problem(page.path, 1, "counterpart-missing", message, "write it, or ask for it")


def original_unclear(catalogue: Catalogue) -> Iterator[Problem]:
    """One version of an article is the original and carries the facts; the other is made of it."""
    for (lang, uri), page in catalogue.pages.items():
        other = catalogue.pages.get((other_lang(lang), uri))
        if not is_article(uri) or other is None:
            continue
        of, other_of = page.translation_of, other.translation_of
        if of == lang:
            message = f"the page says it is a translation of its own language, '{lang}'"
            yield Problem(page.path, _line(page, "translation"), "original-unclear", message)
        elif of is None and other_of is None and lang != LANGS[0]:
            message = f"both '{page.path}' and '{other.path}' carry the facts of an original"
            hint = "give the translation the key `translation: {of: …}` and leave its facts out"
            yield Problem(page.path, 1, "original-unclear", message, hint)
        elif of is not None and other_of is not None and lang != LANGS[0]:
            message = f"neither '{page.path}' nor '{other.path}' is an original with a source"
            hint = "give one of them `source:` and take its `translation:` away"
            yield Problem(page.path, _line(page, "translation"), "original-unclear", message, hint)


def article_undated(catalogue: Catalogue) -> Iterator[Problem]:
    """An article without a date still has its place in time: by its events, or its source."""
    for article in catalogue.articles.values():
        source = catalogue.sources.get(article.source)
        if article.date or article.events or source is None or source.not_before:
            continue
        if article.facts.is_draft and source.retrieved:
            continue
        message = "the article has no 'date', no 'events', and its source no 'not_before'"
        hint = "give one of the three, so that it can be filed in time"
        yield Problem(article.facts.path, 1, "article-undated", message, hint)


def source_text_left(catalogue: Catalogue) -> Iterator[Problem]:
    """The text of the source stands in a draft to report from; it is not ours to publish."""
    for page in catalogue.pages.values():
        if not page.is_draft and (match := _SOURCE_TEXT.search(page.body)):
            line = page.body_line + page.body.count("\n", 0, match.start())
            message = "the text of the source stands in the page"
            hint = "report it in our own words and delete the block, or keep `draft: true`"
            yield Problem(page.path, line, "source-text-left", message, hint)


def name_duplicate(catalogue: Catalogue) -> Iterator[Problem]:
    """Two entries of one name would be one in the index and in the search."""
    for lang in LANGS:
        bearers: dict[str, Participant] = {}
        for entry in catalogue.participants.values():
            first = bearers.setdefault(fold_name(entry.name[lang]), entry)
            if first is not entry:
                message = f"the name '{entry.name[lang]}' is also that of '{first.path}'"
                hint = "make it one entry, or give one of them a name that tells them apart"
                yield Problem(
                    entry.path, _line(entry, f"name.{lang}"), "name-duplicate", message, hint
                )


def alias_collision(catalogue: Catalogue) -> Iterator[Problem]:
    """A spelling that two entries share cannot be linked to either."""
    for lang in LANGS:
        bearers: dict[str, dict[str, Participant]] = defaultdict(dict)
        for entry in catalogue.participants.values():
            for spelling in entry.spellings(lang):
                bearers[fold_name(spelling)][entry.id] = entry
        for folded, entries in bearers.items():
            first, *others = entries.values()
            for entry in others:
                if fold_name(entry.name[lang]) == fold_name(first.name[lang]):
                    continue  # said by name_duplicate
                spelling = next(s for s in entry.spellings(lang) if fold_name(s) == folded)
                message = f"the spelling '{spelling}' also belongs to '{first.path}'"
                line = _line(entry, _place_of(entry, lang, spelling))
                hint = "leave it out where it is the rarer one; full names still tell them apart"
                yield Problem(entry.path, line, "alias-collision", message, hint)


def heading_id(catalogue: Catalogue) -> Iterator[Problem]:
    """Headings carry an id of their own, so that an address of a section never changes."""
    for page in catalogue.pages.values():
        seen: set[str] = set()
        for heading in page.headings():
            if heading.level == 1:
                message = "a heading of level 1; the title of the page is the only one"
                hint = "begin with `## …`"
                yield Problem(page.path, heading.line, "heading-level", message, hint)
            elif heading.id is None or not _HEADING_ID.fullmatch(heading.id):
                message = f"the heading '{heading.text}' has no id of lower-case a-z, 0-9 and '-'"
                hint = "write `## Heading {#its-id}`, the same id in both languages"
                yield Problem(page.path, heading.line, "heading-id", message, hint)
            elif heading.id in seen:
                message = f"the id '{heading.id}' stands twice on the page"
                yield Problem(page.path, heading.line, "heading-id", message)
            seen.add(heading.id or "")


def headings_differ(catalogue: Catalogue) -> Iterator[Problem]:
    """The language switch keeps the section a reader is in: both sides have the same ones."""
    for (lang, uri), page in catalogue.pages.items():
        other = catalogue.pages.get((other_lang(lang), uri))
        if other is None or lang != LANGS[0]:
            continue
        ours = [heading.id for heading in page.headings()]
        theirs = [heading.id for heading in other.headings()]
        if ours != theirs:
            odd = next(
                (id for id in [*ours, *theirs] if id and (id in ours) != (id in theirs)), None
            )
            where = f"'{odd}' is on one side only" if odd else "their order differs"
            message = f"the sections of '{page.path}' and '{other.path}' differ: {where}"
            yield Problem(page.path, page.body_line, "headings-differ", message)


def corrections_differ(catalogue: Catalogue) -> Iterator[Problem]:
    """What is put right for the readers of one language is put right for those of the other."""
    for article in catalogue.articles.values():
        original = article.facts
        days = [str(correction.date.start) for correction in original.corrections]
        for page in article.versions.values():
            theirs = [str(correction.date.start) for correction in page.corrections]
            if theirs != days:
                line = page.lines.get("corrections", page.lines.get("title", 1))
                listed = f"{', '.join(theirs) or 'none'} here, {', '.join(days) or 'none'} there"
                message = f"the corrections differ from those of '{original.path}': {listed}"
                yield Problem(page.path, line, "corrections-differ", message)


def markup_run(catalogue: Catalogue) -> Iterator[Problem]:
    """A long run of one sign or a heap of brackets takes the Markdown parser minutes."""
    for page in catalogue.pages.values():
        if match := _RUN.search(page.body):
            line = page.body_line + page.body.count("\n", 0, match.start())
            message = f"a run of {len(match[0])} signs beginning '{match[0][:6]}'"
            yield Problem(page.path, line, "markup-run", message, "shorten it")
        if (position := page.prose.find("<![")) >= 0:
            line = page.body_line + page.body.count("\n", 0, position)
            message = "'<![' would stop the Markdown parser"
            yield Problem(page.path, line, "markup-run", message, "write `&lt;![`")
        if match := _DEEP.search(page.prose):
            line = page.body_line + page.body.count("\n", 0, match.start())
            message = "a list or quotation nested twenty levels deep"
            yield Problem(page.path, line, "markup-run", message, "bring it nearer to the margin")
        line = page.body_line
        for paragraph in page.body.split("\n\n"):
            for sign in "[<`":
                if paragraph.count(sign) > _MAX_BRACKETS:
                    message = f"'{sign}' {paragraph.count(sign)} times in a paragraph"
                    hint = f"at most {_MAX_BRACKETS}; divide it"
                    yield Problem(page.path, line, "markup-run", message, hint)
            line += paragraph.count("\n") + 2


def strings_differ(catalogue: Catalogue) -> Iterator[Problem]:
    """A word one language has and the other has not would stop the build where it is needed."""
    if set(catalogue.strings) != set(LANGS):
        return  # said where the file was read
    for lang in LANGS:
        ours, theirs = catalogue.strings[lang].words, catalogue.strings[other_lang(lang)].words
        for key, words in theirs.items():
            path = f"data/strings/{lang}.yml"
            if key not in ours:
                yield Problem(path, 1, "strings-differ", f"the key '{key}' is missing")
            elif lang == LANGS[0] and _places(words) != _places(ours[key]):
                message = f"'{key}' does not have the places in braces its counterpart has"
                yield Problem(path, 1, "strings-differ", message)


RULES: tuple[Rule, ...] = (
    reference_unknown,
    participant_page_unknown,
    hand_link_unknown,
    link_broken,
    page_missing,
    counterpart_missing,
    original_unclear,
    article_undated,
    source_text_left,
    name_duplicate,
    alias_collision,
    heading_id,
    headings_differ,
    corrections_differ,
    markup_run,
    strings_differ,
)


class _Record(Protocol):
    """What every record has: where it was read."""

    @property
    def path(self) -> str: ...
    @property
    def lines(self) -> Mapping[str, int]: ...


def _unknown(
    entry: _Record,
    kind: str,
    known: Collection[str],
    at: str = "",
    **references: str | tuple[str, ...] | None,
) -> Iterator[Problem]:
    """A problem for each referenced id, given by its key, that is not among the known ones."""
    for key, ids in references.items():
        for index, id in enumerate((ids,) if isinstance(ids, str) else ids or ()):
            if id not in known:
                place = f"{at}{key}" if isinstance(ids, str) else f"{at}{key}.{index}"
                message = f"unknown {kind} '{id}'"
                hint = did_you_mean(id, known)
                yield Problem(entry.path, _line(entry, place), f"{kind}-unknown", message, hint)


def _link_problem(
    catalogue: Catalogue,
    anchors: Mapping[tuple[str, str], Collection[str | None]],
    page: Page,
    target: str,
) -> tuple[str, str, str] | None:
    """Rule, message and hint for what is wrong with the target of a link, if anything is."""
    try:
        parts = urlsplit(target)
    except ValueError as error:
        return "link-form", f"the address '{target}' is none: {error}", "write it anew"
    if parts.scheme in ("http", "https", "mailto"):
        return None
    hint = "a page is named as it lies in docs/<lang>/: `../guide/index.md#its-section`"
    if parts.scheme or parts.netloc or target.startswith("/"):
        message = f"the address '{target}'; expected http, https, mailto or a path from this page"
        return "link-form", message, hint
    folder = f"docs/{page.src_uri}".rpartition("/")[0]
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))).removeprefix("docs/")
    uri = path.partition("/")[2] if parts.path else page.uri
    if path in catalogue.media:
        return None
    is_generated = uri in (SOURCES, CORRECTIONS) or uri.removeprefix("participants/").removesuffix(
        ".md"
    ) in (catalogue.participants)
    if path.partition("/")[0] != page.lang and parts.path:
        return "link-broken", f"'{target}' leads out of 'docs/{page.lang}/'", hint
    if (page.lang, uri) not in catalogue.pages and not is_generated:
        known = [known for lang, known in catalogue.pages if lang == page.lang]
        return "link-broken", f"there is no '{target}'", did_you_mean(uri, known) or hint
    if parts.fragment and (page.lang, uri) in anchors:
        ids = [id for id in anchors[page.lang, uri] if id]
        if parts.fragment not in ids and uri not in (GLOSSARY, TIMELINE, PARTICIPANTS):
            hint = did_you_mean(parts.fragment, ids)
            return "link-broken", f"'{uri}' has no section '{parts.fragment}'", hint
    return None


def _places(words: str) -> list[str]:
    """What stands in braces, every brace counted."""
    return sorted(re.findall(r"\{\w*\}?|\}", words))


def _line(entry: _Record, place: str) -> int:
    return entry.lines.get(place, 1)


def _place_of(entry: Participant, lang: str, spelling: str) -> str:
    """Where in its file a spelling stands."""
    aliases = entry.aliases.get(lang, ())
    if spelling in aliases:
        return f"aliases.{lang}.{aliases.index(spelling)}"
    for key in ("short", "full_name"):
        names: Bilingual | None = getattr(entry, key)
        if names and names[lang] == spelling:
            return f"{key}.{lang}"
    return f"name.{lang}"
