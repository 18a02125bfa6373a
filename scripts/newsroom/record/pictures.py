"""Pictures: an image file decoded, within bounds, into one plain form.

What comes of it is upright, in sRGB, of eight bits a channel, on white where it was transparent,
and holds nothing but its pixels: no place, no camera, no profile, no comment.
"""

import struct
import warnings
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from newsroom.record.documents import ParseContext
from newsroom.record.images import MAX_READ, MOST_SIDE
from newsroom.record.problems import say

MOST_PIXELS = 80_000_000
"""More than this is no photograph of a newsroom, and takes a gigabyte to decode."""
_FORMATS = ("AVIF", "JPEG", "PNG", "WEBP")
_BROKEN = (
    *(ArithmeticError, EOFError, LookupError, OSError, RuntimeError),
    *(SyntaxError, TypeError, ValueError, struct.error),
)
"""What Pillow raises for a file that breaks off or contradicts itself."""


def read_picture(data: bytes, context: ParseContext) -> Image.Image | None:
    """The picture a file holds; `None` with the reason reported.

    One much larger than an image of the record may be (`MOST_SIDE`) may come at a fraction of its
    size, which is never below twice that.
    """
    if len(data) > MAX_READ:
        message = say("more than {most} bytes; expected a picture of fewer", most=MAX_READ)
        context.report(1, "file-too-large", message, _smaller())
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is odd and can be read
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=_FORMATS) as image:
                return None if _is_refused(image, context) else _plain(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        _report_pixels(context)
    except UnidentifiedImageError:
        message = say("no picture that can be read; expected JPEG, PNG, WebP or AVIF")
        context.report(1, "image-kind", message, say("save it as JPEG, as every program can"))
    except _BROKEN:
        message = say("the picture breaks off, or contradicts itself")
        context.report(1, "image-kind", message, say("take it anew from where it came from"))
    return None


def _is_refused(image: Image.Image, context: ParseContext) -> bool:
    # A phone puts a preview behind a photograph (MPO), which is no second frame of a film.
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        message = say("the picture moves; expected one that stands still")
        context.report(1, "image-kind", message, say("save one frame of it"))
        return True
    if image.width * image.height > MOST_PIXELS:
        _report_pixels(context)
        return True
    return False


def _report_pixels(context: ParseContext) -> None:
    message = say("more than {most} pixels; expected a picture of fewer", most=MOST_PIXELS)
    context.report(1, "image-size", message, _smaller())


def _smaller() -> str:
    return say("save it smaller")


def _plain(image: Image.Image) -> Image.Image:
    # A JPEG is decoded at a fraction of its size in a fraction of the time.
    scale = 2 * MOST_SIDE / max(image.size)
    image.draft(None, (int(image.width * scale), int(image.height * scale)))
    seen = _in_srgb(_in_eight_bits(_upright(image)))
    plain = Image.new("RGB", seen.size, "white")
    plain.paste(seen, mask=seen.getchannel("A") if seen.mode == "RGBA" else None)
    return plain


def _upright(image: Image.Image) -> Image.Image:
    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except _BROKEN:  # what is said of the camera cannot be read, and what it saw can
        return image


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """The picture in one of the modes a profile may be for: L, RGB, RGBA, CMYK."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # sixteen bits of grey, which a conversion would cut off at 255
        image = image.convert("I").point(lambda value: value * (1 / 257) + 0).convert("L")
    elif image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("L" if image.mode == "1" else "RGB")
    image.info["icc_profile"] = profile
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile := image.info.get("icc_profile"):
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, own, srgb, outputMode=mode)
            return converted or image
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile of another kind of picture, or none: the colours are taken for sRGB
    return image.convert(mode)
