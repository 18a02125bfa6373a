"""A photograph joins the record: one archived file, and what its article is to say of it.

The file is a JPEG as large as an image of the record may be; the sizes that readers are sent are
made of it when the site is built (`site/renditions`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import yaml
from PIL import Image

from newsroom.record.articles import Article
from newsroom.record.documents import ParseContext
from newsroom.record.fields import schema_of
from newsroom.record.images import MOST_BYTES, MOST_SIDE, PHOTOGRAPHS
from newsroom.record.kinds.article import Original
from newsroom.record.pictures import read_picture
from newsroom.record.problems import say
from newsroom.record.strings import Strings
from newsroom.record.writing import key_span, write_yaml
from newsroom.text.languages import LANGS

LEAST = (600, 400)
"""Pixels: what fills a phone that shows two to each of its own."""
_QUALITIES = (90, 85, 80, 75)
_TOLD = {
    "alt": "intake.photograph_alt",
    "caption": "intake.photograph_caption",
    "credit": "intake.photograph_credit",
    "licence": "intake.photograph_licence",
}
"""What the editors have to say of a photograph, with the words that wait for it."""


@dataclass(frozen=True, slots=True)
class Added:
    """A photograph that is to be added."""

    path: str
    """Where it is kept, from the root."""
    data: bytes
    size: tuple[int, int]
    article: str
    """The file of the article with what waits to be said of it."""


def add_photograph(
    article: Article, text: str, data: bytes, strings: Mapping[str, Strings], context: ParseContext
) -> Added | None:
    """What becomes of a photograph for an article; `None` with the reasons reported.

    `text` is the file that carries the facts of the article.
    """
    if article.photograph:
        message = say(
            "'{slug}' has a photograph, '{file}'", slug=article.slug, file=article.photograph.file
        )
        hint = say("delete that one first, with what the article says of it")
        context.report(1, "file-exists", message, hint)
        return None
    picture = read_picture(data, context)
    if picture is None or _is_small(picture, context):
        return None
    archived, size = _archived(picture)
    file = f"{article.slug}.jpg"
    return Added(
        f"docs/{PHOTOGRAPHS}/{file}", archived, size, _with_photograph(text, file, strings)
    )


def _is_small(picture: Image.Image, context: ParseContext) -> bool:
    width, height = LEAST
    if picture.width >= width and picture.height >= height:
        return False
    message = say(
        "the picture has {width} × {height} pixels; expected at least {least} × {low}",
        width=picture.width,
        height=picture.height,
        least=width,
        low=height,
    )
    context.report(1, "image-size", message, say("ask for it in the size it was taken in"))
    return True


def _archived(picture: Image.Image) -> tuple[bytes, tuple[int, int]]:
    """The picture as the record keeps it, with its size: as large and as good as may be.

    Pixels are given up before quality, since those left make all the sizes that are shown.
    """
    picture.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS)
    while True:
        for quality in _QUALITIES:
            data = _jpeg(picture, quality)
            if len(data) <= MOST_BYTES:
                return data, picture.size
        picture = picture.resize(
            (picture.width * 5 // 6, picture.height * 5 // 6), Image.Resampling.LANCZOS
        )


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
    return buffer.getvalue()


def _with_photograph(text: str, file: str, strings: Mapping[str, Strings]) -> str:
    """The file of an article with its photograph, and placeholders for what is to be said of it."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").split("\n")
    closing = next(at for at, line in enumerate(lines) if at and line.startswith("---"))
    front = lines[1:closing]
    root = yaml.compose("\n".join(front), Loader=yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)  # it was read as an article before
    order = [field.key for field in schema_of(Original)]
    place, end = key_span(root, "photograph", order, len(front))
    front[place:end] = _told_of(file, strings)
    return newline.join([lines[0], *front, *lines[closing:]])


def _told_of(file: str, strings: Mapping[str, Strings]) -> Iterator[str]:
    yield "photograph:"
    yield f"  file: {file}"
    for key, waiting in _TOLD.items():
        yield f"  {key}:"
        for lang in LANGS:
            yield ("    " + write_yaml({lang: strings[lang].words[waiting]}).rstrip())
