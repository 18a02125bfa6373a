"""The keys of a keyboard under its Persian and its English layout.

Who forgets to switch writes "hdvhk" for «ایران». ISIRI 9147, the standard, and the layout Windows
has always shipped differ in two keys; both are known.
"""

from collections.abc import Mapping

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,\\"
_PERSIAN = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو\\"
_WINDOWS = {"m": "ئ", "\\": "پ"}
_SHIFTED = {
    "H": "آ",
    "C": "ژ",
    "N": "أ",
    "B": "إ",
    "V": "ؤ",
    "X": "ي",
    "Z": "ك",
    "J": "ة",
    "M": "ء",
}


def layout_tables() -> Mapping[str, tuple[str, str]]:
    """What each key gives in the other layout, as two strings of equal length.

    `fa` turns Latin letters into Persian ones, `windows` does the same for the older layout, `en`
    turns Persian letters back.
    """
    standard = dict(zip(_LATIN, _PERSIAN, strict=True)) | _SHIFTED
    windows = standard | _WINDOWS
    back = {persian: latin for latin, persian in windows.items()}
    back |= {persian: latin for latin, persian in standard.items()}
    return {
        "fa": _columns(standard),
        "windows": _columns(windows),
        "en": _columns({persian: latin.lower() for persian, latin in back.items()}),
    }


def _columns(keys: Mapping[str, str]) -> tuple[str, str]:
    return "".join(keys), "".join(keys.values())
