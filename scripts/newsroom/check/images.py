"""Images: told in words, light enough for a slow network, and with nothing to hide."""

from collections.abc import Iterator
from operator import attrgetter

from newsroom.check.rule import FILE, rule
from newsroom.record.articles import Article
from newsroom.record.catalogue import Catalogue
from newsroom.record.files import IMAGES
from newsroom.record.images import MOST_BYTES, MOST_SIDE, PHOTOGRAPHS
from newsroom.record.kinds.article import Photograph
from newsroom.record.problems import Message, Problem, did_you_mean, say
from newsroom.text.letters import has_persian


@rule(FILE, error="image-alt", apart=True)
def image_alt(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers who cannot see an image hear its alternative text, read in the page's language."""
    for page in catalogue.pages.values():
        for image in filter(attrgetter("is_image"), page.document.links):
            if not _is_told(image.text, page.lang):
                hint = say("describe the image: `![The city hall in snow](…)`")
                yield image_alt.on(page, image.position, _untold(image.text), hint)
    for article, photograph in _photographs(catalogue):
        for lang, alt in photograph.alt.items():
            if not _is_told(alt, lang):
                hint = say("describe the image: `alt: {{en: The city hall in snow}}`")
                yield image_alt.of(article.facts, f"photograph.alt.{lang}", _untold(alt), hint)


def _untold(alt: str) -> Message:
    return say(
        "the image has the alternative text '{alt}'; expected words in the page's language",
        alt=alt.strip(),
    )


def _is_told(alt: str, lang: str) -> bool:
    """Whether a text has a letter of the language, and is no file name."""
    if len(alt.split()) == 1 and alt.strip().lower().endswith(tuple(IMAGES)):
        return False
    return has_persian(alt) if lang == "fa" else any(it.isascii() and it.isalpha() for it in alt)


def _photographs(catalogue: Catalogue) -> Iterator[tuple[Article, Photograph]]:
    for article in catalogue.articles.values():
        if article.photograph:
            yield article, article.photograph


@rule(FILE, error="photograph-unknown")
def photograph_unknown(catalogue: Catalogue) -> Iterator[Problem]:
    """A photograph that is not there would leave a hole at the head of its article."""
    known = [name.rpartition("/")[2] for name in catalogue.media if name.startswith(PHOTOGRAPHS)]
    for article, photograph in _photographs(catalogue):
        path = f"docs/{photograph.media}"
        if photograph.media not in catalogue.media and path not in catalogue.unread:
            message = say("there is no image '{path}'", path=path)
            hint = did_you_mean(photograph.file, known) or say(
                "`newsroom image add FILE --article {slug}` puts one there", slug=article.slug
            )
            yield photograph_unknown.of(article.facts, "photograph.file", message, hint)


@rule(FILE, warning="image-large")
def image_large(catalogue: Catalogue) -> Iterator[Problem]:
    """A picture as it comes from a camera takes minutes on a slow network: a warning, not more."""
    for image in catalogue.media.values():
        if image.bytes > MOST_BYTES:
            message = say(
                "the image has {bytes} bytes; expected at most {most}",
                bytes=image.bytes,
                most=MOST_BYTES,
            )
        elif max(image.width, image.height) > MOST_SIDE:
            message = say(
                "the image has {width} × {height} pixels; expected at most {most} a side",
                width=image.width,
                height=image.height,
                most=MOST_SIDE,
            )
        else:
            continue
        hint = say("scale it down, or save it as WebP or AVIF")
        yield image_large.problem(image.path, 1, message, hint)


@rule(FILE, error="image-metadata")
def image_metadata(catalogue: Catalogue) -> Iterator[Problem]:
    """What a camera writes into a picture may tell where somebody lives."""
    for image in catalogue.media.values():
        if image.metadata:
            message = say("the image contains metadata: {kinds}", kinds=", ".join(image.metadata))
            hint = say("save it without metadata, e.g. with `exiftool -all=`")
            yield image_metadata.problem(image.path, 1, message, hint)


@rule(FILE, warning="image-unused")
def image_unused(catalogue: Catalogue) -> Iterator[Problem]:
    """An image no page shows is published all the same, and nobody knows what it is for."""
    pages = catalogue.pages.values()
    unread = any(path.endswith(".md") for path in catalogue.unread)
    if not catalogue.media or unread or any(it.is_unread for it in pages):
        return
    articles = catalogue.articles.values()
    if any("photograph" in it.facts.lines and not it.photograph for it in articles):
        return  # what it says of its photograph could not be read
    shown = {path for page in pages for path in page.targets}
    shown |= {photograph.media for _, photograph in _photographs(catalogue)}
    for key, image in catalogue.media.items():
        if key not in shown:
            message = say("no page shows the image")
            hint = say("use it on a page, or delete it")
            yield image_unused.problem(image.path, 1, message, hint)
