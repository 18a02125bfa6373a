from pathlib import Path

import pytest

from newsroom.record.images import Image, read_image

from ..faults.seeding import image_bytes


@pytest.mark.parametrize(
    ("name", "suffix", "size", "metadata"),
    [
        ("@png", ".png", (1, 1), ()),
        ("@png-wide", ".png", (4000, 1), ()),
        ("@png-text", ".png", (1, 1), ("text",)),
        ("@jpeg-wide", ".jpg", (5000, 8), ()),
        ("@jpeg-exif", ".jpeg", (8, 8), ("Exif",)),
        ("@webp-xmp", ".webp", (8, 8), ("XMP",)),
        ("@avif-exif", ".avif", (8, 8), ("Exif",)),
    ],
)
def test_image_tells_its_size_and_what_it_carries(
    tmp_path: Path, name: str, suffix: str, size: tuple[int, int], metadata: tuple[str, ...]
) -> None:
    file = tmp_path / f"image{suffix}"
    file.write_bytes(image_bytes(name))

    image = read_image(file, "docs/media/image")

    assert image == Image("docs/media/image", file.stat().st_size, *size, metadata)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("@png", ".png"), ("@jpeg-exif", ".jpg"), ("@webp-xmp", ".webp"), ("@avif-exif", ".avif")],
)
def test_image_that_breaks_off_is_none_and_stops_nothing(
    tmp_path: Path, name: str, suffix: str
) -> None:
    data = image_bytes(name)
    file = tmp_path / f"image{suffix}"

    for length in range(len(data)):
        file.write_bytes(data[:length])
        image = read_image(file, "docs/media/image")
        assert image is None or image.width > 0

    file.write_bytes(data[: len(data) // 3])
    assert read_image(file, "docs/media/image") is None
