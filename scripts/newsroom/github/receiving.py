"""Files another job has made, looked at once more before anything is done with them.

The job that reads what a stranger wrote cannot write to the repository; the one that can, reads
nothing but these files, and takes only what a submission is made of: new drafts, their source, and
proposals. It trusts no name, no kind of file and no page that would be published.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsroom.record.articles import read_page
from newsroom.record.documents import ParseContext, read_document
from newsroom.record.kinds.article import Original
from newsroom.record.problems import Problem, say
from newsroom.record.values import is_id
from newsroom.text.languages import LANGS

MAX_FILES = 120
MAX_BYTES = 1_000_000
"""Of one file, as the record reads them."""


def is_allowed(path: str) -> bool:
    """Whether a submission may hold a file at this path, from the root of the record."""
    place, dot, ending = path.rpartition(".")
    match f"{place}{dot}".removesuffix(".").split("/"), ending:
        case ["data", "sources", *names], "yml" if len(names) == 1:
            pass
        case ["docs", lang, "news", *names], "md" if lang in LANGS and len(names) == 1:
            pass
        case ["proposals", slug, "people" | "organisations" | "events", name], "yml":
            names = [slug, name]
        case _:
            return False
    return all(is_id(name) and name != "index" for name in names)


def read_submitted(folder: Path, context: ParseContext) -> Mapping[str, str]:
    """The files below `folder` by their path; none, with the reasons reported, if one is amiss."""
    files: dict[str, str] = {}
    for path in _walk(folder):
        place = path.relative_to(folder).as_posix()
        if len(files) >= MAX_FILES:
            message = say("more than {limit} files", limit=MAX_FILES)
            context.report(1, "submission-file", message)
            return {}
        if path.is_symlink() or not path.is_file() or not is_allowed(place):
            message = say("a submission must not contain '{path}'", path=place)
            context.report(1, "submission-file", message)
        elif path.stat().st_size > MAX_BYTES:
            message = say("'{path}' has more than {limit} bytes", path=place, limit=MAX_BYTES)
            context.report(1, "submission-file", message)
        else:
            files[place] = _text(path, place, context)
    if not files and not context.problems:
        context.report(1, "submission-file", say("it contains no files"))
    if not context.problems:
        _refuse_published(files, context)
    return {} if context.problems else files


def _refuse_published(files: Mapping[str, str], context: ParseContext) -> None:
    """Report what readers would see once it is merged: all but drafts and what belongs to them."""
    slugs, sources = set(), set()
    for path, text in files.items():
        if not path.startswith("docs/"):
            continue
        _, lang, uri = path.split("/", 2)
        page = ParseContext(path)
        document = read_document(text, page)
        read = read_page(lang, uri, document, page) if document else None
        context.problems += page.problems
        if read and not read[0].is_draft:
            message, hint = say("the page is not a draft"), say("`draft: true` is missing")
            context.problems.append(Problem(path, 1, "submission-file", message, hint))
        slugs.add(Path(path).stem)
        front = read[1] if read else None
        sources |= {front.source, *front.sources} if isinstance(front, Original) else set()
    for path in files:
        top, name, *_ = path.split("/")
        is_known = Path(path).stem in sources if top == "data" else name in slugs
        if top != "docs" and not is_known:
            message = say("'{path}' belongs to none of the drafts", path=path)
            context.report(1, "submission-file", message)


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder and every link, hidden ones too; links are not followed."""
    for top, folders, files in os.walk(folder):
        folders.sort()
        links = [name for name in folders if Path(top, name).is_symlink()]
        yield from (Path(top, name) for name in sorted([*files, *links]))


def _text(path: Path, place: str, context: ParseContext) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        context.report(1, "submission-file", say("'{path}' is not UTF-8", path=place))
        return ""
