"""What a reader sees of a text in Markdown: its words without the markup."""

import re
from collections.abc import Sequence

_MARKUP = re.compile(
    r"\[\^[^\[\]\n]+\]:?"  # the number that leads to a footnote
    r"|\]\([^()]*(?:\([^()]*\)[^()]*)*\)|\]\[[^\]\n]*\]"  # where a link leads
    r"|\{[:#.][^{}\n]*\}"  # an attribute list
    r"|</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?>"  # a tag
    r"|!?\[(?=[^\[\]]*\][\[(])|\\(?=[^\w\s])|[*`|]+|(?<!\w)_+|(?<!_)_++(?!\w)"
)
_SIGN = re.compile(r"[\[\]{<\\*`|_]")
"""No markup is without one of these."""
_UNSEEN = re.compile(
    r"(?<=\])\([^)\n]{0,2000}+\)"  # where a link leads
    r"|(?<=\])\[[^\]\n]*\]"
    r"|\[\^[^\[\]\n]+\]:?"
    r"|<[^<>\n]*>"
    r"|https?://[^\s)>]+"
    r"|\{[^{}\n]*\}"
    r"|^ {0,3}\[[^\]\n]+\]:.*$",
    re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ID = re.compile(r"#([^\s#]+)")
_COUNT = re.compile(r"^[ \t]*([0-9۰-۹]{1,4})[.)](?=[ \t])", re.MULTILINE)


def without_markup(text: str) -> tuple[str, Sequence[int]]:
    """The words of a block as one text, and where each character of it stands in the source."""
    if not _SIGN.search(text):
        return text, range(len(text))
    bare = _MARKUP.sub(lambda found: "\0" * len(found[0]), text)
    words = bare.replace("\0", "")
    if len(words) == len(text):
        return words, range(len(text))
    return words, [at for at, char in enumerate(bare) if char != "\0"]


def without_links(text: str) -> str:
    """The text with its links as what they say, for a place they would not lead from."""
    return _LINK.sub(r"\1", text)


def with_markup_blank(source: str, *, is_list: bool) -> str:
    """The lines of a block with blanks for what a reader does not see, character for character.

    A list that begins with 1 is only counted; the numbers of another are told, as those of
    "1402. In that year …", which Markdown takes for one.
    """
    if not any(character in source for character in "[{</:.)"):
        return source
    text = _UNSEEN.sub(lambda found: " " * len(found[0]), source)
    first = _COUNT.match(text)
    if first and is_list and int(first[1]) != 1:
        return text
    return _COUNT.sub(lambda found: " " * len(found[0]), text)


def split_heading(text: str) -> tuple[str, str | None]:
    """A heading without the attributes at its end, and the id among them: `Aims {#aims}`."""
    text = text.strip()
    start = text.rfind("{")
    ids = _ID.findall(text, start, len(text) - 1) if start >= 0 and text[-1] == "}" else ()
    return (text[:start].strip(), ids[-1]) if ids else (text, None)
