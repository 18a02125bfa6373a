"""Addresses of paragraphs: what `data/addresses/` does not say yet, and must not lose."""

from collections.abc import Iterator, Mapping

from newsroom.check.rule import TRANSLATION, rule
from newsroom.record.articles import Article, Page
from newsroom.record.carrying import Carried, carried
from newsroom.record.catalogue import Catalogue
from newsroom.record.paragraph_ids import Known, ParagraphIds, file_of, write_ids
from newsroom.record.problems import ERROR, WARNING, Problem, say


def published_versions(article: Article) -> Mapping[str, Page]:
    """The versions whose paragraphs have addresses: those that are no drafts and can be read."""
    versions = article.versions
    return {
        lang: page
        for lang, page in versions.items()
        if not article.is_withheld(lang) and not page.is_unread
    }


def recorded_texts(catalogue: Catalogue, day: str) -> dict[str, str]:
    """What the files of `data/addresses/` should hold, by path; drafts have none.

    What is gone since they were written is gone since `day`, an ISO day. A file that cannot be read
    is left as it is: what it says would be lost.
    """
    texts: dict[str, str] = {}
    for article in catalogue.articles.values():
        path, versions = file_of(article.slug), published_versions(article)
        if versions and path not in catalogue.unread:
            ids = catalogue.paragraph_ids.get(article.slug)
            texts[path] = write_ids(carried(versions, ids.known if ids else {}).known, day)
    return texts


@rule(TRANSLATION, either="addresses-behind", apart=True)
def addresses_behind(catalogue: Catalogue) -> Iterator[Problem]:
    """What a paragraph is known by is kept up with its text, or the next edit may lose its address.

    A record that keeps no addresses is not asked. That a paragraph is gone and its address says
    nothing of it is an error.
    """
    if not catalogue.paragraph_ids:
        return
    for article in catalogue.articles.values():
        versions = published_versions(article)
        ids = catalogue.paragraph_ids.get(article.slug)
        if not versions or file_of(article.slug) in catalogue.unread:
            continue
        hint = say("`newsroom addresses` writes it")
        if ids is None:
            message = say("the paragraphs of this article have no recorded addresses")
            yield addresses_behind.problem(article.facts.path, 1, message, hint, level=WARNING)
        else:
            yield from _behind(versions, ids)


def _behind(versions: Mapping[str, Page], ids: ParagraphIds) -> Iterator[Problem]:
    now = carried(versions, ids.known)
    hint = say("`newsroom addresses` writes it")
    for lang, page in versions.items():
        for id in _lost(now, ids.known, lang):
            message = say(
                "the paragraph at '{id}' was removed, but its address is not marked so", id=id
            )
            yield addresses_behind.problem(page.path, 1, message, hint, level=ERROR)
        changed = (
            passage.line
            for passage, id in zip(now.passages[lang], now.ids[lang], strict=True)
            if now.known[id][lang] != ids.known.get(id, {}).get(lang)
        )
        if line := next(changed, None):
            message = say("this is not recorded in '{path}' yet", path=ids.path)
            yield addresses_behind.problem(page.path, line, message, hint, level=WARNING)


def _lost(now: Carried, known: Known, lang: str) -> Iterator[str]:
    """The ids of paragraphs that were there when the ids were recorded, and are gone."""
    for id, states in now.known.items():
        was = known.get(id, {}).get(lang)
        if was and not was.gone and states[lang].gone:
            yield id
