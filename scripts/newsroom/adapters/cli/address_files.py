"""The files of addresses that change with the pages a command writes."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from newsroom.check.issued import recorded_texts
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_document
from newsroom.record.files import read_raw


def with_addresses(
    root: Path, texts: Mapping[str, str], catalogue: Catalogue | None = None
) -> dict[str, str]:
    """Files about to be written, by path from the root, with those of the addresses they change.

    In a record that keeps no addresses there are none.
    """
    files = dict(texts)
    if catalogue is None:
        catalogue, _ = Catalogue.load(root, drafts=True)
    if catalogue.paragraph_ids:
        made = recorded_texts(_with_pages(catalogue, texts), datetime.date.today().isoformat())
        files |= changed_files(root, made)
    return files


def changed_files(root: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """Those that are not in the files yet; a command that was told twice writes nothing."""
    there = read_raw(root, frozenset(texts))
    return {path: text for path, text in texts.items() if there.get(path) != text.encode()}


def _with_pages(catalogue: Catalogue, texts: Mapping[str, str]) -> Catalogue:
    """The catalogue with the new bodies of pages among the texts."""
    articles = {
        slug: replace(
            article,
            versions={lang: _with_body(it, texts.get(it.path)) for lang, it in versions.items()},
        )
        for slug, article in catalogue.articles.items()
        if (versions := article.versions)
    }
    return replace(catalogue, articles=articles)


def _with_body(page: Page, text: str | None) -> Page:
    document = read_document(text, ParseContext(page.path)) if text is not None else None
    if document is None:
        return page
    return replace(page, body=document.body, body_line=document.body_line)
