"""How far each page is in the other language, as `newsroom status` and the readers are told."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.record.articles import Article, Page, is_article
from newsroom.record.catalogue import Catalogue
from newsroom.record.staleness import Comparison, compare
from newsroom.record.translations import Translation, Wanted
from newsroom.text.languages import LANGS, other_lang

STATES = (
    "missing",
    "stale",
    "unrecorded",
    "wanted",
    "claimed",
    "draft",
    "unreviewed",
    "current",
    "together",
)
"""What needs work first stands first: `unreviewed` was made by a machine and read by nobody, and
`together` are the pages of the guide, of which neither language is the original."""


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """One article or page in the two languages."""

    original: Page
    """Of a page of the guide the one in the default language."""
    state: str
    """One of `STATES`."""
    translated: Page | None = None
    wanted: Wanted | None = None
    comparison: Comparison | None = None

    @property
    def uri(self) -> str:
        """The path of both pages in the folder of their language."""
        return self.original.uri

    @property
    def target(self) -> str:
        """The language it is, or should be, translated into."""
        return other_lang(self.original.lang)

    @property
    def translation(self) -> Translation | None:
        """What the translated page says of how it was made."""
        return self.translated.translation if self.translated else None

    @property
    def is_machine(self) -> bool:
        """Whether a machine made the translation."""
        return bool(self.translated and self.translated.is_machine)

    @property
    def order(self) -> tuple[object, ...]:
        """The key to sort by: what needs work first, then by path."""
        return (STATES.index(self.state), self.uri)


def standings_of(catalogue: Catalogue) -> tuple[TranslationStatus, ...]:
    """Every article and every other page, those that need work first."""
    articles = (_standing(article) for article in catalogue.articles.values())
    found = [*articles, *_pages(catalogue)]
    return tuple(sorted(found, key=lambda translation_status: translation_status.order))


def _standing(article: Article) -> TranslationStatus:
    comparison = compare(article)
    translated = article.translated
    return TranslationStatus(
        article.facts, _state(article, comparison), translated, article.wanted, comparison
    )


def _state(article: Article, comparison: Comparison | None) -> str:
    translated, wanted = article.translated, article.wanted
    if article.facts.is_draft or (translated and translated.is_draft):
        return "draft"
    if translated is None:
        return "missing" if not wanted else "claimed" if wanted.claimed_by else "wanted"
    if comparison is None or not comparison.translation.is_recorded:
        return "unrecorded"
    if comparison.changes:
        return "stale"
    is_read = comparison.translation.reviewed or not comparison.translation.machine
    return "current" if is_read else "unreviewed"


def _pages(catalogue: Catalogue) -> Iterator[TranslationStatus]:
    """The pages that are no articles, each once."""
    for (lang, uri), page in catalogue.pages.items():
        other = catalogue.pages.get((other_lang(lang), uri))
        if not is_article(uri) and (lang == LANGS[0] or other is None):
            yield TranslationStatus(page, "together" if other else "missing", other)
