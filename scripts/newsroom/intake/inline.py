"""Signs put between what a page sets apart by its form: raised numbers, cells of a row.

While a page is read they are private signs, so that nothing of its own is taken for them and the
letters of the page can be counted without them; `shown` makes them what an editor reads.
"""

import re

from lxml import html

GAP, _CELL, _POWER, _BASE, _NOTE, _NOTE_END = "\ue0f0\ue0f1\ue0f2\ue0f3\ue0f4\ue0f5"
OURS = re.compile("[\ue0f0-\ue0f5]")
_SHOWN = {GAP: " ", _CELL: " | ", _POWER: "^", _BASE: "_", _NOTE: " [", _NOTE_END: "] "}
_UNIT = re.compile(r"(?:\b(?:k|c|m)?m|متر)$")
_NUMBER = re.compile(r"[\[(]?\s*(\d+)\s*[\])]?")


def shown(text: str) -> str:
    """A line with the private signs made plain."""
    plain = OURS.sub(lambda sign: _SHOWN[sign[0]], text)
    return (
        re.sub(r" +", " ", re.sub(r"\] ([.,،؛;:!?؟)»])", r"]\1", plain)).strip(" |")
        if plain != text
        else text
    )


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
    """The sign before a raised, lowered or deleted text, or with `tail` behind it.

    A number never joins one beside it: 10<sup>6</sup> is a power, 15<sup>2</sup> more likely bears
    the mark of a note.
    """
    inner = "".join(element.itertext())
    is_note = element.tag == "sup" and _is_note(before if tail is None else "", element)
    if tail is not None:
        opened = before.rfind(_NOTE) > before.rfind(_NOTE_END)
        if opened:
            return _NOTE_END
        return GAP if inner[-1:].isdigit() and tail[:1].isdigit() else ""
    if is_note:
        return _NOTE if not inner.strip().startswith(("[", "(")) else GAP
    last, first = before[-1:], inner.strip()[:1]
    if element.tag == "sup" and first.isdigit() and (last.isdigit() or _UNIT.search(before)):
        return _POWER
    if last.isdigit() and first.isdigit():
        return _BASE if element.tag == "sub" else GAP
    return ""


def _is_note(before: str, element: html.HtmlElement) -> bool:
    if not _NUMBER.fullmatch("".join(element.itertext()).strip()):
        return False
    if next(element.iter("a"), None) is not None or "ref" in element.get("class", ""):
        return True
    base = re.search(r"\d+$", before)
    if base is None:
        return not _UNIT.search(before) and before[-1:].isalpha() and len(before) > 1
    return base[0] not in ("10", "۱۰", "١٠", "2", "۲") and not (element.tail or "").startswith(
        ("/", "⁄")
    )
