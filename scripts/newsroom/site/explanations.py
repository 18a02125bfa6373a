"""Why a name is linked on a page, or is not: what the linker decides, asked while it does."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as etree

from markdown import Markdown

from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.matchers import TERM, bearers
from newsroom.record.problems import did_you_mean
from newsroom.site.mentions import CLOSED, LinkedNames, MentionProcessor, plain
from newsroom.site.pages import site_pages
from newsroom.site.rendering import LINKED_KINDS, MarkdownSettings, Renderer
from newsroom.text.languages import other_lang
from newsroom.text.messages import Message, say
from newsroom.text.names import GAP, Matcher, Mention, Name
from newsroom.text.persian import fold_name

_AROUND = 30
"""Characters of the text that are shown on either side of a name, and the words they end in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of a name in one place of a page, or on the whole page."""

    message: Message
    hint: str = ""
    context: str = ""
    """The words around it; empty where the answer is about the whole page."""
    section: str = ""
    """The id of the heading it stands below; empty before the first one."""
    is_linked: bool = False


def explain(
    catalogue: Catalogue, page: Page, name: str, settings: MarkdownSettings
) -> Iterator[Answer]:
    """Yield what becomes of a name, or of all names of an id, on a page, in the order of its text.

    `settings` are those the site is rendered with.
    """
    asked = [*_names_asked_for(catalogue, page.lang, name)]
    if not asked:
        yield _unregistered(catalogue, page.lang, name)
        return
    kinds = {shown.kind for shown in site_pages(catalogue) if shown.written is page}
    if not kinds & LINKED_KINDS:
        yield Answer(say("names are linked only in news and in the guide"))
        return
    ids = dict.fromkeys(id for name in asked for id in bearers(name.target_id))
    if len(ids) > 1:
        yield Answer(say("the spelling belongs to several entries: {ids}", ids=", ".join(ids)))
    article = catalogue.articles.get(page.uri.removeprefix("news/").removesuffix(".md"))
    if article.is_withheld(page.lang) if article else page.is_draft:
        yield Answer(say("the page is a draft; its links appear only in a preview"))
    answers: list[Answer] = []
    watched = partial(_WatchedProcessor, Matcher(asked), frozenset(ids), answers.append)
    Renderer(catalogue, page.lang, settings).render(page, links=True, linker=watched)
    yield from answers or (_nowhere(page, Matcher(asked)),)


def _names_asked_for(catalogue: Catalogue, lang: str, asked: str) -> Iterator[Name]:
    """The spellings in the language that are `asked`, or those of the entry of that id."""
    folded = fold_name(asked)
    for name in catalogue.names.linked_names(lang):
        if fold_name(name.text) == folded or asked in bearers(name.target_id):
            yield name


def _unregistered(catalogue: Catalogue, lang: str, name: str) -> Answer:
    """What is known of a name that nothing is linked by."""
    folded = fold_name(name)
    for entry in catalogue.participants.values():
        if folded in map(fold_name, entry.spellings(other_lang(lang))):
            return Answer(say("it is a name of '{id}' in the other language only", id=entry.id))
    for term in catalogue.glossary:
        if fold_name(term.term[lang]) == folded:
            return Answer(say("the term '{id}' of the glossary has no `link: true`", id=term.id))
    hint = did_you_mean(name, (known.text for known in catalogue.names.registered_names(lang)))
    return Answer(say("no entry has the name '{name}'", name=name), hint)


def _nowhere(page: Page, asked: Matcher) -> Answer:
    """Why no text that may be linked has the name."""
    if any(asked.find(page.body)):
        return Answer(say("it appears only in raw HTML, in code or in an address"))
    if any(refusal.why is GAP for refusal in asked.refusals(page.body)):
        return Answer(say("Markdown markup separates its words"))
    if any(asked.find(f"{page.title}\n{page.summary}")):
        return Answer(say("it appears only in the title or the summary, which have no links"))
    return Answer(say("it does not appear in the text of the page"))


class _WatchedProcessor(MentionProcessor):
    """Links a page as ever, and keeps what becomes of some names."""

    def __init__(
        self,
        asked: Matcher,
        ids: frozenset[str],
        tell: Callable[[Answer], None],
        md: Markdown,
        names: LinkedNames,
        page: Page,
    ) -> None:
        super().__init__(md, names, page)
        self._asked, self._ids, self._tell = asked, ids, tell
        self._decided: list[tuple[Mention, Message | None]] = []

    def _linked(self, text: str) -> tuple[str, list[etree.Element]]:
        self._decided.clear()
        made = super()._linked(text)
        for mention in self._asked.find(text):
            self._answer(text, mention, *self._outcome(text, mention))
        for refusal in self._asked.refusals(text):
            self._answer(text, refusal, refusal.why)
        return made

    def _refusal(
        self, mention: Mention, closed: Mapping[tuple[int, int], Message]
    ) -> Message | None:
        why = super()._refusal(mention, closed)
        self._decided.append((mention, why))
        return why

    def _pass_by(self, element: etree.Element) -> None:
        super()._pass_by(element)
        text = "".join(element.itertext())
        entry = self._linked_by_hand(element) if element.tag == "a" else None
        for mention in self._asked.find(text):
            if entry and entry.id in self._ids:
                self._answer(text, mention, say("linked by hand to '{id}'", id=entry.id), True)
            else:
                self._answer(text, mention, CLOSED[element.tag])

    def _outcome(self, text: str, asked: Mention) -> tuple[Message, bool]:
        """What was decided of the mention in whose place the name stands; whether it is linked."""
        mention, why = next(
            (mention, why)
            for mention, why in self._decided
            if mention.start < asked.end and asked.start < mention.end
        )
        id = mention.target_id.removeprefix(TERM)
        if self._ids.isdisjoint(bearers(mention.target_id)):
            longer = text[mention.start : mention.end]
            return say("it is part of '{longer}', a name of '{id}'", longer=longer, id=id), False
        return why or say("linked to '{id}'", id=id), why is None

    def _answer(self, text: str, place: Mention, why: Message, is_linked: bool = False) -> None:
        start = text.rfind(" ", 0, max(0, place.start - _AROUND)) + 1
        end = text.find(" ", place.end + _AROUND)
        context = " ".join(plain(text[start : end if end >= 0 else None]).split())
        self._tell(Answer(why, "", context, self._section, is_linked))
