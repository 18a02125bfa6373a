"""Photographs and images in sizes: what a page offers, what is made, and what is kept of it."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from newsroom.record.images import Image
from newsroom.record.kept import Kept
from newsroom.site import renditions
from newsroom.site.photographs import PHONE, Picture, UnreadableError
from newsroom.site.renditions import rendered
from newsroom.site.sanitise import with_pictures

from ..photographs import corners, quarters, saved, scene

MEDIA = {
    "media/a.webp": Image("docs/media/a.webp", 1000, 960, 600, ()),
    "media/b c,d.png": Image("docs/media/b c,d.png", 200_000, 1500, 1000, ()),
}
ROOM = 'loading="lazy" decoding="async"'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p><img alt="Kavan" src="../../media/a.webp"></p>',
            f'<p><img alt="Kavan" src="../../media/a.webp" width="960" height="600" {ROOM}></p>',
        ),
        (
            '<img src="media/a.webp" alt="قاوان" />',
            f'<img src="media/a.webp" alt="قاوان" width="960" height="600" {ROOM}>',
        ),
        ('<img src="media/a.webp" width="10">', '<img src="media/a.webp" width="10">'),
        ('<img src="media/unknown.webp">', '<img src="media/unknown.webp">'),
        ("<p>No image.</p>", "<p>No image.</p>"),
        (
            '<a href="x"><img alt="Kavan" src="../media/b%20c%2Cd.png"></a>',
            '<a href="x"><picture>'
            '<source type="image/webp" media="(max-width: 40rem)" srcset="'
            "../pictures/b%20c%2Cd.png.480.webp 480w, ../pictures/b%20c%2Cd.png.720.webp 720w, "
            '../pictures/b%20c%2Cd.png.960.webp 960w" sizes="92vw">'
            '<source type="image/webp" srcset="'
            "../pictures/b%20c%2Cd.png.480.webp 480w, ../pictures/b%20c%2Cd.png.720.webp 720w, "
            "../pictures/b%20c%2Cd.png.960.webp 960w, ../pictures/b%20c%2Cd.png.1280.webp 1280w, "
            '../pictures/b%20c%2Cd.png.1500.webp 1500w" sizes="(min-width: 40rem) 36rem, 92vw">'
            '<img alt="Kavan" src="../pictures/b%20c%2Cd.png.720.jpg" width="1500" height="1000" '
            f"{ROOM}></picture></a>",
        ),
    ],
)
def test_image_keeps_its_room_and_comes_in_sizes(html: str, expected: str) -> None:
    assert with_pictures(html, MEDIA) == expected


@pytest.mark.parametrize(
    ("size", "phones", "everywhere", "fallback"),
    [
        ((2400, 1600), [480, 720, 960], [480, 720, 960, 1280, 1600], 720),
        ((1500, 1000), [480, 720, 960], [480, 720, 960, 1280, 1500], 720),
        ((1000, 700), [480, 720, 960], [480, 720, 1000], 720),
        ((960, 640), [480, 720, 960], [480, 720, 960], 720),
        ((600, 400), [480, 600], [480, 600], 600),
        ((500, 400), [500], [500], 500),
    ],
)
def test_widths_are_those_that_an_image_has(
    size: tuple[int, int], phones: list[int], everywhere: list[int], fallback: int
) -> None:
    picture = Picture(Image("docs/media/news/a.jpg", 300_000, *size, ()))

    assert [it.width for it in picture.for_phones] == phones
    assert [it.width for it in picture.sizes] == everywhere
    assert picture.fallback.width == fallback
    assert len({it.path for it in picture.files}) == len(picture.files)


def picture_of(root: Path, data: bytes, name: str = "a.jpg") -> Picture:
    """An image of a record below `root`."""
    file = root / "docs" / "media" / "news" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    with Pillow.open(BytesIO(data)) as picture:
        return Picture(Image(f"docs/media/news/{name}", len(data), *picture.size, ()))


def files_of(root: Path, *pictures: Picture) -> dict[str, bytes]:
    return dict(rendered(pictures, root, Kept(root / ".newsroom-cache")))


@pytest.mark.parametrize(
    ("size", "grain"),
    [((1300, 870), 20), ((640, 960), 60), ((700, 700), 100)],
    ids=["wide", "tall and grainy", "nothing but grain"],
)
def test_phone_is_sent_no_more_than_it_should(
    tmp_path: Path, size: tuple[int, int], grain: int
) -> None:
    picture = picture_of(tmp_path, saved(scene(*size, grain=grain), quality=90))

    files = files_of(tmp_path, picture)

    for rendition in picture.files:
        data = files[rendition.path]
        with Pillow.open(BytesIO(data)) as made:
            assert made.size == (rendition.width, rendition.height)
            assert made.format == {"webp": "WEBP", "jpg": "JPEG"}[rendition.kind]
        assert len(data) <= rendition.most
    assert max(len(files[it.path]) for it in (*picture.for_phones, picture.fallback)) <= PHONE


def test_size_is_never_heavier_than_a_photograph(tmp_path: Path) -> None:
    picture = picture_of(tmp_path, saved(scene(1000, 700), quality=12))

    files = files_of(tmp_path, picture)

    assert max(len(files[it.path]) for it in picture.sizes) <= picture.image.bytes


def test_drawing_keeps_its_sharp_edges(tmp_path: Path) -> None:
    drawing = scene(960, 700, grain=0).quantize(16, dither=Pillow.Dither.NONE)
    picture = picture_of(tmp_path, saved(drawing, "PNG"), "a.png")

    files = files_of(tmp_path, picture)

    with Pillow.open(BytesIO(files["pictures/news/a.png.960.webp"])) as made:
        assert made.convert("RGB").tobytes() == drawing.convert("RGB").tobytes()


def test_picture_is_the_same_in_every_size(tmp_path: Path) -> None:
    picture = picture_of(tmp_path, saved(quarters(1300, 870), quality=95))

    for data in files_of(tmp_path, picture).values():
        with Pillow.open(BytesIO(data)) as made:
            assert corners(made) == ["red", "green", "blue", "white"]
            assert not made.info.keys() & {"exif", "xmp", "icc_profile", "comment"}


def test_what_is_kept_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = picture_of(tmp_path, saved(scene(500, 400)))
    first = files_of(tmp_path, picture)

    monkeypatch.setattr(renditions, "_read", lambda *_: pytest.fail("decoded"))

    assert files_of(tmp_path, picture) == first


def kept_in(root: Path) -> list[Path]:
    return sorted(it for it in (root / ".newsroom-cache").iterdir() if it.name != ".gitignore")


@pytest.mark.parametrize("damage", ["cut", "emptied", "another", "deleted", "folder", "file"])
def test_damage_to_what_is_kept_changes_nothing(tmp_path: Path, damage: str) -> None:
    picture = picture_of(tmp_path, saved(scene(500, 400)))
    first = files_of(tmp_path, picture)

    one, other, *_ = kept_in(tmp_path)
    match damage:
        case "cut":
            one.write_bytes(one.read_bytes()[:-9])
        case "emptied":
            one.write_bytes(b"")
        case "another":
            one.write_bytes(other.read_bytes()[:32] + one.read_bytes()[32:])
        case "deleted":
            one.unlink()
        case "folder":
            one.unlink()
            one.mkdir()
        case "file":  # where the folder was
            for file in (tmp_path / ".newsroom-cache").iterdir():
                file.unlink()
            (tmp_path / ".newsroom-cache").rmdir()
            (tmp_path / ".newsroom-cache").write_text("x")

    assert files_of(tmp_path, picture) == first


def test_changed_photograph_is_made_anew_and_the_old_one_forgotten(tmp_path: Path) -> None:
    kept = Kept(tmp_path / ".newsroom-cache")
    first = dict(rendered([picture_of(tmp_path, saved(scene(500, 400, seed=1)))], tmp_path, kept))
    names = kept_in(tmp_path)

    kept = Kept(tmp_path / ".newsroom-cache")
    second = dict(rendered([picture_of(tmp_path, saved(scene(500, 400, seed=2)))], tmp_path, kept))
    kept.forget_others()

    assert first.keys() == second.keys()
    assert all(first[path] != second[path] for path in first)
    assert len(kept_in(tmp_path)) == len(second)
    assert not set(names) & set(kept_in(tmp_path))
    assert (tmp_path / ".newsroom-cache" / ".gitignore").read_text() == "*\n"


def test_image_that_cannot_be_decoded_is_named(tmp_path: Path) -> None:
    picture = picture_of(tmp_path, saved(scene(500, 400)))
    file = tmp_path / picture.image.path
    file.write_bytes(file.read_bytes()[:5000])

    with pytest.raises(UnreadableError) as error:
        files_of(tmp_path, picture)

    (problem,) = error.value.problems
    assert (problem.path, problem.rule) == ("docs/media/news/a.jpg", "image-kind")
