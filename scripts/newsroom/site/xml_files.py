"""XML documents as text."""

from html import escape
from xml.etree import ElementTree as etree


def add(parent: etree.Element, tag: str, text: str = "", **attributes: str) -> etree.Element:
    """Append an element with a text, or none, and give it."""
    element = etree.SubElement(parent, tag, attributes)
    element.text = text or None
    return element


def document(root: etree.Element) -> str:
    """A document as it is stored: indented, UTF-8, with a declaration."""
    etree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def element(tag: str, text: str, **attributes: str) -> str:
    """An element as text, for a document of many thousands of them."""
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{said}>{escape(text, quote=False)}</{tag}>" if text else f"<{tag}{said} />"
