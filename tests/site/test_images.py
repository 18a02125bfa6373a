"""Images in a text."""

import pytest

from newsroom.record.images import Image
from newsroom.site.sanitise import with_sizes

MEDIA = {"media/a.webp": Image("docs/media/a.webp", 1000, 960, 600, ())}


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p><img alt="Kavan" src="../../media/a.webp"></p>',
            '<p><img alt="Kavan" src="../../media/a.webp" width="960" height="600" '
            'loading="lazy" decoding="async"></p>',
        ),
        (
            '<img src="media/a.webp" alt="قاوان" />',
            '<img src="media/a.webp" alt="قاوان" width="960" height="600" '
            'loading="lazy" decoding="async">',
        ),
        ('<img src="media/a.webp" width="10">', '<img src="media/a.webp" width="10">'),
        ('<img src="media/unknown.webp">', '<img src="media/unknown.webp">'),
        ("<p>No image.</p>", "<p>No image.</p>"),
    ],
)
def test_image_says_how_large_it_is(html: str, expected: str) -> None:
    assert with_sizes(html, MEDIA) == expected
