"""Photographs and other images as pages show them: in sizes, of which each reader is sent one.

An image is offered as WebP, which all browsers have read since 2020, in widths for phones and for
wide screens, and as one JPEG for older ones. How the files are made is in `site/renditions.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from newsroom.record.images import Image
from newsroom.record.kinds.article import Photograph
from newsroom.record.problems import Problem

PHONE = 60_000
"""Bytes a phone is sent at most: a second and a half on a slow network."""
_WIDE = 160_000
"""Bytes of a size that only wide screens are offered."""
_INLINED = 29_000
"""Bytes of the size that stands in a file of a story: 39 KB as base64."""
_LIGHT = 30_000
"""An image of no more bytes is shown as it is."""
_FOR_PHONES, _FOR_ALL = (480, 720, 960), (480, 720, 960, 1280, 1600)
"""Pixels. A phone 390 wide that shows two or three to each of its own gets 720 or 960."""
_FALLBACK = 720
_NEAR = 1.15
"""A width is left out where the image itself is hardly wider."""
_TALL = 1.1
"""How much higher than wide an image is that does not fill the column."""


class UnreadableError(Exception):
    """An image that begins like one and cannot be decoded."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of an image: a file of the site."""

    image: Image
    width: int
    kind: str
    """`webp` or `jpg`."""
    most: int
    """The bytes it has at most."""

    @property
    def height(self) -> int:
        """In the proportion of the image."""
        return max(1, round(self.image.height * self.width / self.image.width))

    @property
    def path(self) -> str:
        """Below the folder of the site; no file of a record lies there."""
        name = self.image.path.removeprefix("docs/media/")
        return f"pictures/{name}.{self.width}.{self.kind}"

    @property
    def url(self) -> str:
        """Its path as an address; no comma and no space is left in it to end it in `srcset`."""
        return quote(self.path)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the record in the sizes it is shown in."""

    image: Image

    @property
    def sizes(self) -> tuple[Rendition, ...]:
        """As WebP, the smallest first."""
        return tuple(map(self._webp, self._widths(_FOR_ALL)))

    @property
    def for_phones(self) -> tuple[Rendition, ...]:
        """Those a phone may choose of."""
        return tuple(map(self._webp, self._widths(_FOR_PHONES)))

    @property
    def fallback(self) -> Rendition:
        """For browsers that read no WebP."""
        return Rendition(self.image, min(_FALLBACK, self.image.width), "jpg", PHONE)

    @property
    def inlined(self) -> Rendition:
        """The size that stands within the file of a story, and is no file of the site."""
        width = min(_FALLBACK, self.image.width)
        return Rendition(self.image, width, "webp", min(_INLINED, self._webp(width).most))

    @property
    def files(self) -> tuple[Rendition, ...]:
        """All that a page may ask for."""
        return tuple(dict.fromkeys((*self.sizes, *self.for_phones, self.fallback)))

    @property
    def is_tall(self) -> bool:
        """Whether it stands upright, and would fill more than a screen as wide as the column."""
        return self.image.height > _TALL * self.image.width

    @property
    def is_light(self) -> bool:
        """Whether every reader may be sent the image itself."""
        return self.image.bytes <= _LIGHT or self.image.width < _FOR_PHONES[0]

    def _widths(self, offered: tuple[int, ...]) -> tuple[int, ...]:
        smaller = (width for width in offered[:-1] if width * _NEAR < self.image.width)
        return (*smaller, min(offered[-1], self.image.width))

    def _webp(self, width: int) -> Rendition:
        most = PHONE if width <= _FOR_PHONES[-1] else _WIDE
        if not self.image.path.endswith(".png"):  # it has lost something already: no more for less
            most = min(most, self.image.bytes)
        return Rendition(self.image, width, "webp", most)


@dataclass(frozen=True, slots=True)
class PhotographView:
    """The photograph of an article with what is told of it in one language."""

    picture: Picture
    alt: str
    caption: str
    credit: str
    licence: str
    address: str | None
    """Where it and its licence can be seen."""

    @classmethod
    def of(cls, photograph: Photograph, image: Image, lang: str) -> "PhotographView":
        """What a page in a language shows."""
        return cls(
            Picture(image),
            photograph.alt[lang],
            photograph.caption[lang],
            photograph.credit[lang],
            photograph.licence[lang],
            photograph.address,
        )
