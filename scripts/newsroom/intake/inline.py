"""Characters put between what a page sets apart by its form: raised numbers, cells of a row.

While a page is read they are private ones, so that nothing of its own is taken for them and the
letters of the page can be counted without them; `shown` makes them what an editor reads.
"""

from itertools import takewhile

from lxml import html

GAP, _CELL, _POWER, _BASE, _NOTE, _NOTE_END = _OURS = "\ue0f0\ue0f1\ue0f2\ue0f3\ue0f4\ue0f5"
_NOTHING = dict.fromkeys(map(ord, _OURS))
_SHOWN = str.maketrans(
    {GAP: " ", _CELL: " | ", _POWER: "^", _BASE: "_", _NOTE: " [", _NOTE_END: "] "}
)
_BEHIND_NOTE = ".,،؛;:!?؟)»"
"""Punctuation that follows the mark of a note without a blank."""
_UNITS = frozenset("m km cm mm".split())


def without_ours(text: str) -> str:
    """`text` without the private characters."""
    return text.translate(_NOTHING)


def shown(text: str) -> str:
    """A line with the private characters made plain."""
    plain = text.translate(_SHOWN)
    if plain == text:
        return text
    for sign in _BEHIND_NOTE:
        plain = plain.replace(f"] {sign}", f"]{sign}")
    return " ".join(filter(None, plain.split(" "))).strip(" |")


def spaced(element: html.HtmlElement, has_text: bool) -> str:
    """What parts a block from the text before it, where both stand in one line."""
    if not has_text:
        return ""
    return _CELL if element.tag in ("td", "th") else GAP


def stands_apart(element: html.HtmlElement) -> bool:
    """Whether an element follows another without a sign between, and is set apart by its form.

    Parts of a word may be elements, too, but not two with classes of their own, nor two numbers.
    """
    before = element.getprevious()
    if before is None or before.tail or not isinstance(before.tag, str):
        return False
    one, two = (
        end.text_content().strip() if isinstance(end.tag, str) else "" for end in (before, element)
    )
    if not one or not two:
        return False
    if one[-1].isdigit() and two[0].isdigit():
        return True
    return all(
        end.tag in ("a", "time", "label") or (end.tag == "span" and end.get("class"))
        for end in (before, element)
    )


def number_apart(before: str, element: html.HtmlElement, tail: str | None = None) -> str:
    """The character before a raised, lowered or deleted text, or with `tail` behind it.

    A number never joins one beside it: 10<sup>6</sup> is a power, 15<sup>2</sup> more likely bears
    the mark of a note.
    """
    inner = "".join(element.itertext())
    if tail is not None:
        if before.rfind(_NOTE) > before.rfind(_NOTE_END):
            return _NOTE_END
        return GAP if inner[-1:].isdigit() and tail[:1].isdigit() else ""
    if element.tag == "sup" and _is_note(before, element):
        return GAP if inner.strip().startswith(("[", "(")) else _NOTE
    last, first = before[-1:], inner.strip()[:1]
    if element.tag == "sup" and first.isdigit() and (last.isdigit() or _ends_in_unit(before)):
        return _POWER
    if last.isdigit() and first.isdigit():
        return _BASE if element.tag == "sub" else GAP
    return ""


def _is_note(before: str, element: html.HtmlElement) -> bool:
    """Whether a raised number is the mark of a note: a link, or behind a word or a number."""
    if not "".join(element.itertext()).strip().strip("[]()").strip().isdecimal():
        return False
    if next(element.iter("a"), None) is not None or "ref" in element.get("class", ""):
        return True
    base = "".join(takewhile(str.isdecimal, reversed(before)))[::-1]
    if not base:
        return not _ends_in_unit(before) and before[-1:].isalpha() and len(before) > 1
    return base not in ("10", "۱۰", "١٠", "2", "۲") and not (element.tail or "").startswith(
        ("/", "⁄")
    )


def _ends_in_unit(text: str) -> bool:
    """Whether a text ends in a unit of length, of which a power may be an area: km²."""
    word = "".join(takewhile(str.isalnum, reversed(text)))[::-1]
    return word in _UNITS or text.endswith("متر")
