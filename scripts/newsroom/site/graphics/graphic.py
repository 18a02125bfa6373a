"""What stands in a story's place for a picture."""

from dataclasses import dataclass

from markupsafe import Markup

from newsroom.site.graphics.shapes import Drawing, svg


@dataclass(frozen=True, slots=True)
class Graphic:
    """A drawing with its words, in one language."""

    drawing: Drawing
    label: str
    """All the drawing says, for those who do not see it."""
    caption: str
    """How it is to be read, and what of it is ours."""
    lang: str

    @property
    def kind(self) -> str:
        """`map`, `time`, `figures` or `dots`."""
        return self.drawing.kind

    @property
    def svg(self) -> Markup:
        """The drawing as a page prints it."""
        return Markup(svg(self.drawing, self.lang, self.label))
