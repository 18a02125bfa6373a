"""An article taken back: a notice in the place of both its pages, and nothing else of it."""

from collections.abc import Iterator, Mapping

from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.withdrawal import KIND
from newsroom.record.writing import Value, write_yaml


def withdrawal_files(
    article: Article, reason: Mapping[str, Value], day: str
) -> dict[str, str | None]:
    """The files that change: the notice, and `None` for each page; `day` is an ISO day.

    What `data/addresses/` has of its paragraphs stays, so that their addresses open the notice.
    """
    values: dict[str, Value] = {"title": dict(article.titles), "date": day, "reason": dict(reason)}
    if article.moved_from:
        values["moved_from"] = article.moved_from
    notice: dict[str, str | None] = {KIND.path_of(article.slug): write_yaml(values)}
    return notice | {page.path: None for page in article.versions.values()}


def leading_there(catalogue: Catalogue, article: Article) -> Iterator[tuple[str, int]]:
    """The links of other pages to an article: the path and the line of each."""
    for page in catalogue.pages.values():
        for line, target in page.document.targets if page.uri != article.uri else ():
            led = page.leads_to(target)
            if led and led[0] == article.uri:
                yield page.path, line
