"""A page of the site as a chapter of a book (EPUB 3.3, content documents).

The page is made by the site's own templates in the frame of the book (`overrides/book/`). Here what
is of use on a screen alone is left out, what unfolds is open, notes and the links to them are those
of EPUB (`epub:type`, DPUB-ARIA), and HTML becomes XHTML.
"""

from collections.abc import Callable

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

Way = Callable[[str], str]
"""Where a link or an image of a page leads in the book."""

XHTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"
OPS = "http://www.idpf.org/2007/ops"
_XML = "http://www.w3.org/XML/1998/namespace"

_PAGE, _DRAWING = f'<html xmlns="{XHTML}" xmlns:epub="{OPS}"/>', f'<svg xmlns="{SVG}"/>'

_LEFT_OUT = frozenset(
    "nr-anchor nr-cite nr-filter nr-key nr-map nr-more nr-panels nr-record__ways".split()
)
"""What is there for a screen: controls, what is copied from a page, what is drawn to its width."""
_LEFT_OUT_TAGS = ("nav", "script", "input", "button")
_SILENT = frozenset(("nr-unfold", "nr-year__list"))
"""What unfolds under a word that says no more than that."""
_OF_SCREENS = frozenset("decoding fetchpriority loading sizes srcset tabindex".split())
_VIEW_BOX = "viewbox"
"""As a parser of HTML writes the one attribute of drawings that has a capital letter."""
_VOID = frozenset("br col hr img link meta wbr".split())
_BACK = "↩"


def chapter(html: str, lead: Way, show: Way, back: Callable[[str], str]) -> bytes:
    """A page in the frame of the book as an XHTML document.

    `lead` is asked for every link and `show` for every image; `back` says what the link back from a
    note is called, by the number of the note as it is printed.
    """
    page = _read(html)
    _leave_out(page)
    _number_notes(page, back)
    _number_footnotes(page, back)
    _unfold(page)
    _ground_drawings(page)
    for code in page.iter("code", "kbd", "pre", "samp"):
        code.set("dir", "ltr")  # no style sheet of a book may say so
    for link in page.iter("a"):
        if address := link.get("href"):
            link.set("href", lead(address))
    for image in page.iter("img"):
        image.set("src", show(image.get("src", "")))
    return as_xhtml(page)


def as_xhtml(page: HtmlElement | str) -> bytes:
    """An HTML document as XHTML, the same bytes for the same document."""
    page = _read(page) if isinstance(page, str) else page
    root = etree.fromstring(_PAGE)
    for key, value in page.items():
        root.set(key, value)
    root.extend(list(page))
    for key in ("lang", "dir"):  # some reading systems keep nothing but the body
        root[-1].set(key, page.get(key, ""))
    for drawing in list(root.iter("svg")):
        _as_svg(drawing)
    for element in root.iter():
        _finish(element)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def _read(html: str) -> HtmlElement:
    return document_fromstring(html, parser=HTMLParser(remove_comments=True))


def _leave_out(page: HtmlElement) -> None:
    for element in list(page.iter(etree.Element)):
        if element.tag in _LEFT_OUT_TAGS or _classes(element) & _LEFT_OUT:
            element.drop_tree()
    for choice in list(page.iter("picture", "source")):
        choice.drop_tag()  # the parser puts an image into the `source` before it
    for section in list(page.iter("section")):
        if [it.tag for it in section] == ["h2"]:  # its heading is all that is left
            section.drop_tree()


def _number_notes(page: HtmlElement, back: Callable[[str], str]) -> None:
    """The notes of the editors, which stand below their paragraphs."""
    notes = {
        part.get("id"): box
        for box in page.iter("details")
        if "note" in _classes(box)
        for part in box.iter()
        if part.get("id")
    }
    for place, reference in enumerate(_links(page, "nr-note__reference"), 1):
        _as_reference(reference)
        id, number = reference.get("href", "").removeprefix("#"), reference.text_content()
        if (box := notes.get(id)) is not None:
            reference.attrib.pop("aria-label", None)
            reference.set("id", f"nr-note-{place}")
            for part in box.iter():
                if part.get("id") == id:
                    del part.attrib["id"]
            _as_note(box, id)
            _unfolded(box[0], "p")
            _lead_back(box, f"nr-note-{place}", back(number))


def _number_footnotes(page: HtmlElement, back: Callable[[str], str]) -> None:
    """The notes of Markdown, which stand in a list at the end of a text."""
    lists = [it for box in page.iter("div") if "footnote" in _classes(box) for it in box.iter("ol")]
    notes = {note.get("id"): note for list_ in lists for note in list_}
    for list_ in lists:
        list_.tag = "div"
        for note in list_:
            _as_note(note, note.get("id", ""))
    for reference in _links(page, "footnote-ref"):
        _as_reference(reference)
        # Of two references to a note the first gives it its number.
        note = notes.pop(reference.get("href", "").removeprefix("#"), None)
        if note is not None:
            _begin_with(note[0], reference.text_content())
            for link in _links(note, "footnote-backref"):
                link.set("role", "doc-backlink")
                link.set("aria-label", back(reference.text_content()))


def _links(part: HtmlElement, css: str) -> list[HtmlElement]:
    return [it for it in part.iter("a") if css in _classes(it)]


def _begin_with(paragraph: HtmlElement, number: str) -> None:
    mark = paragraph.makeelement("span", {"class": "nr-note__number"})
    mark.text, mark.tail = number, f" {paragraph.text or ''}"
    paragraph.text = None
    paragraph.insert(0, mark)


def _as_reference(link: HtmlElement) -> None:
    link.set("epub:type", "noteref")
    link.set("role", "doc-noteref")


def _as_note(box: HtmlElement, id: str) -> None:
    box.tag = "aside"
    box.attrib.update({"id": id, "epub:type": "footnote", "role": "doc-footnote"})


def _lead_back(box: HtmlElement, id: str, label: str) -> None:
    link = box.makeelement("a", {"role": "doc-backlink", "href": f"#{id}", "aria-label": label})
    link.text = _BACK
    if box[-1].tag != "p":
        box.append(box.makeelement("p"))
    last = box[-1]
    if len(last):
        last[-1].tail = f"{last[-1].tail or ''} "
    else:
        last.text = f"{last.text or ''} "
    last.append(link)


def _unfold(page: HtmlElement) -> None:
    """What unfolds on a page is open in a book, which not every reading system can fold."""
    for box in list(page.iter("details")):
        box.tag = "div"
        box.attrib.pop("open", None)
        for heading in box.findall("summary"):
            if _classes(box) & _SILENT:
                heading.drop_tree()
            else:
                _unfolded(heading, "h3" if "nr-record__part" in _classes(box) else "p")


def _unfolded(heading: HtmlElement, tag: str) -> None:
    heading.tag = tag
    heading.set("class", "nr-unfolded")


def _ground_drawings(page: HtmlElement) -> None:
    """Paper below every drawing: a reading system that is dark leaves its colours as they are."""
    for drawing in page.iter("svg"):
        _, _, width, height = drawing.get(_VIEW_BOX, "0 0 0 0").split()
        size = {"width": width, "height": height}
        drawing.insert(0, drawing.makeelement("rect", {"class": "nr-graphic__ground", **size}))


def _as_svg(drawing: HtmlElement) -> None:
    """A drawing in the namespace of its own."""
    own = etree.fromstring(_DRAWING)
    for key, value in drawing.items():
        own.set("viewBox" if key == _VIEW_BOX else key, value)
    own.tail = drawing.tail
    own.extend(list(drawing))
    for part in own.iterdescendants():
        part.tag = f"{{{SVG}}}{part.tag}"
    parent = drawing.getparent()
    assert parent is not None
    parent.replace(drawing, own)


def _finish(element: etree._Element) -> None:
    """Give the element names with namespaces, and take off what only a screen asks for."""
    tag = str(element.tag)
    if not tag.startswith("{"):
        if tag not in _VOID and element.text is None and not len(element):
            element.text = ""  # or it would be closed at once, which a reader of HTML does not see
        element.tag = _named(tag)
    for key, value in element.items():
        if key in _OF_SCREENS or str(key).startswith("data-"):
            del element.attrib[key]
        elif key == "epub:type":
            del element.attrib[key]
            element.set(f"{{{OPS}}}type", value)
        elif key == "lang":
            element.set(f"{{{_XML}}}lang", value)


def _named(tag: str) -> str:
    return f"{{{XHTML}}}{tag}"


def _classes(element: HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())
