"""Which elements of a page frame its article: by what they hold, then by their names.

The headline and the paragraphs say where the article is. An element that holds the headline, or all
the paragraphs there are, is never taken off, whatever it is called. A name counts by whole words,
and by the word it ends with: `post-comments` holds comments, `category-social` and `no-sidebar`
say something about the page.
"""

from collections.abc import Iterator, Mapping, Sequence

from lxml import html

from newsroom.intake.page_elements import HEADINGS, Extent, measure, names_of, text_of
from newsroom.record.import_rules import ImportRules
from newsroom.text.messages import say
from newsroom.text.persian import fold_name, fold_word

_PILLARS = frozenset("html body main".split())
_HIDDEN = ("display:none", "visibility:hidden")
_ROLES = frozenset("navigation complementary contentinfo search dialog alertdialog menu".split())
_STATES = frozenset(
    "no not without with has hide show is category cat tag type format status term".split()
)
"""Words a name begins with that says something about a page: WordPress's `category-social`."""
_PARTS = frozenset(
    "area bar block body bottom box boxes btn button buttons card cards cell col column container "
    "content count counter filter footer form group head header heading holder icon icons inner "
    "item items label left line link links list media news number outer page panel post posts "
    "articles stories primary right row secondary section set stories text this title top topics "
    "widget widgets wrap wrapper".split()
)
"""Words that may follow the one that says what an element is: `share-buttons`, `sidebar-left`."""
_TEXT_PARENTS = frozenset("p li td th dd dt figcaption blockquote".split()) | HEADINGS
_LINK_LISTS = frozenset("ul ol div section dl table".split())
OUTSIDE = say("outside the article")
_ASIDE = frozenset("nav aside footer".split())
_TITLE = 250
"""Letters of the longest headline."""


class Frames:
    """Says of each element of a page why it is part of the frame."""

    def __init__(
        self, root: html.HtmlElement, import_rules: ImportRules, titles: Sequence[str]
    ) -> None:
        self._root, self._rules = root, import_rules
        self._extents = measure(root)
        self.headline = _headline(self._extents, titles, {*map(fold_word, import_rules.sites)})
        self._above = set(_ancestors(self.headline))
        self._whys: dict[html.HtmlElement, str] = dict(self._named())
        self._release()
        self._kept = self._kept_prose()
        self.body = self._find_body()
        self._whys |= dict(self._link_lists())
        self.region = self._find_region()
        self._whys = dict(self._outside()) | self._whys

    def why(self, element: html.HtmlElement) -> str:
        """Why an element is no part of the article; empty when it may be."""
        return self._whys.get(element, "")

    def holds(self, element: html.HtmlElement) -> bool:
        """Whether an element lies in what is the article, as far as that is known."""
        line = (element, *_ancestors(element))
        return self.region in line and not any(self.why(one) for one in line)

    def _named(self) -> Iterator[tuple[html.HtmlElement, str]]:
        for element in self._extents:
            if element.tag in _PILLARS or element in self._above or element is self.headline:
                continue
            if why := self._name_of(element):
                yield element, why

    def _name_of(self, element: html.HtmlElement) -> str:
        if element.tag in self._rules.elements and not _is_signature(element):
            return say("element '{name}'", name=element.tag)
        style = "".join(element.get("style", "").lower().split())
        if element.get("hidden") is not None or any(hidden in style for hidden in _HIDDEN):
            return say("hidden")
        if element.get("role", "").lower() in _ROLES:
            return say("role '{name}'", name=element.get("role"))
        if element.tag in _TEXT_PARENTS - {"li", "p"} or _is_within_text(element):
            return ""
        word = next(filter(None, (self._frame_word(words) for words in names_of(element))), "")
        return say("class '{name}'", name=word) if word else ""

    def _frame_word(self, words: Sequence[str]) -> str:
        if not words or words[0] in _STATES:
            return ""
        for word in reversed(words):
            if word in self._rules.classes:
                return word
            if word not in _PARTS:
                return ""
        return ""

    def _release(self) -> None:
        """What holds the paragraphs of the page is no frame, except what readers wrote."""
        while True:
            left = self._kept_prose().get(self._root, 0)
            suspects = [
                one
                for one in self._whys
                if not any(up in self._whys for up in _ancestors(one))
                and self._extents[one].prose > 4 * left
                and not (self.headline is not None and left and self._is_voice(one))
            ]
            if not suspects:
                return
            del self._whys[max(suspects, key=lambda one: self._extents[one].prose)]

    def _is_voice(self, element: html.HtmlElement) -> bool:
        voices = set(self._rules.voices)
        return any(self._frame_word(words) in voices for words in names_of(element))

    def _kept_prose(self) -> dict[html.HtmlElement, int]:
        """The letters in paragraphs of each element that no frame inside it holds."""
        kept: dict[html.HtmlElement, int] = {}
        for element, extent in reversed(self._extents.items()):
            if not self.why(element):
                kept[element] = extent.own + sum(kept.get(child, 0) for child in element)
        return kept

    def _find_body(self) -> html.HtmlElement | None:
        """What holds the text: what the page says does, or the least that holds most of it."""
        kept = self._kept
        marked = [one for one in self._extents if _is_marked(one) and kept.get(one)]
        marked = [one for one in marked if not any(self.why(up) for up in _ancestors(one))]
        if marked:
            return max(marked, key=lambda one: kept[one])
        body, whole = self._root, kept.get(self._root, 0)
        if not whole:
            return None
        while True:
            inner = [one for one in body if kept.get(one, 0) * 10 > whole * 6]
            if not inner or inner[0].tag in _TEXT_PARENTS:
                return body
            body = inner[0]

    def _find_region(self) -> html.HtmlElement:
        """The least that holds the headline and the text; the whole page where one is unknown."""
        if self.headline is None or self.body is None:
            return self._root
        return next(
            one
            for one in (self.body, *_ancestors(self.body))
            if one in {*self._above, self.headline}
        )

    def _outside(self) -> Iterator[tuple[html.HtmlElement, str]]:
        """What lies beside the article, unless it holds paragraphs of some weight, too."""
        most = self._kept.get(self.region, 0)
        inner = self.region
        for outer in _ancestors(self.region):
            for child in outer:
                if child is not inner and self._kept.get(child, 0) * 3 < most:
                    yield child, OUTSIDE
            inner = outer

    def _link_lists(self) -> Iterator[tuple[html.HtmlElement, str]]:
        """Lists of links without a sentence: menus, related headlines."""
        in_body = set(self.body.iterdescendants()) if self.body is not None else set()
        for element, extent in self._extents.items():
            if element.tag not in _LINK_LISTS or element in self._above or extent.prose:
                continue
            is_list = extent.links > 2 and extent.linked * 5 > extent.letters * 4
            # Names of cities in the text may be linked each; headlines are longer.
            if is_list and not (element in in_body and _has_short_items(element, extent)):
                yield element, "links"


def _is_signature(element: html.HtmlElement) -> bool:
    """Whether the footer of an article says when it came out: Drupal's stands above the text."""
    is_inside = next(element.iterancestors("article"), None) is not None
    return element.tag == "footer" and is_inside and next(element.iter("time"), None) is not None


def _has_short_items(element: html.HtmlElement, extent: Extent) -> bool:
    return len(text_of(element).split()) < 4 * extent.links


def _is_within_text(element: html.HtmlElement) -> bool:
    return any(up.tag in _TEXT_PARENTS - {"li"} for up in _ancestors(element))


def _is_marked(element: html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and (
        "articlebody" in element.get("itemprop", "").lower().split() or element.tag == "article"
    )


def _ancestors(element: html.HtmlElement | None) -> Iterator[html.HtmlElement]:
    if element is not None:
        yield from element.iterancestors()


def _headline(
    extents: Mapping[html.HtmlElement, Extent], titles: Sequence[str], sites: set[str]
) -> html.HtmlElement | None:
    """The element a page calls its headline, or shows as what it says its title is."""
    wanted = {fold_name(title): at for at, title in reversed([*enumerate(titles)])}
    found: list[tuple[tuple[bool, int, int], html.HtmlElement]] = []
    for element, extent in extents.items():
        if not 0 < extent.letters <= _TITLE or any(up.tag in _ASIDE for up in _ancestors(element)):
            continue
        text = text_of(element)
        if _is_name_of_site(text, element, sites):
            continue
        level = _level(element)
        rank = wanted.get(fold_name(text), len(titles))
        if rank < len(titles) or level < 2:
            found.append(((rank == len(titles), level, rank), element))
    return min(found, key=lambda one: one[0])[1] if found else None


def _level(element: html.HtmlElement) -> int:
    if element.get("itemprop", "").lower() == "headline":
        return 0
    return int(element.tag[1]) if element.tag in HEADINGS else 9


def _is_name_of_site(text: str, element: html.HtmlElement, sites: set[str]) -> bool:
    """Whether a heading is that of the site: it leads home, or is an agency's short name."""
    ends = [link.get("href", "") for link in element.iter("a")]
    words = [fold_word(word) for word in text.split()]
    return "/" in ends or (len(words) < 4 and bool(sites.intersection(words)))
