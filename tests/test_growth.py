"""A page costs time by its length: what is doubled takes twice as long, and is refused at once.

Processor time of this process is measured, so that a busy machine does not matter much; a pair that
looks wrong is measured again before it is believed.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from time import process_time

import pytest
import yaml
from markdown import Markdown

from newsroom.check import rules
from newsroom.check.rule import FILE, LINKS, MARKUP, PAIR, RECORD, TEXT, TRANSLATION
from newsroom.check.rule import WORDS as WORDED
from newsroom.record.articles import Page, read_page
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_document
from newsroom.record.segments import segments_of

from .conftest import ORIGINAL, ROOT, WriteRecord

SIZE = 6_000
"""Bytes of the smaller page of a pair; a square costs twice of it a second."""
NOTHING = 0.3
"""Seconds that do not count."""
URI = "news/kavan-meeting.md"
OPENED = '[ ![ [a]( [a](< [a](b" [a][ [^1 <a <a\n </a <https://a.b/c <a@b.c <!-- <![CDATA[ <? <!a <a_b=" { {# {a'.split(
    " "
)
"""What opens something that nothing closes."""
SIGNS = "* *a _ a_ ~ ~~a ` `a \\ \\* ( ) & &# &#1 &amp; < | > # = - + ! \" ' « «ا ا» “ … . : ، @ % {: | $ ^ ;".split(
    " "
)
WORDS = (
    "a", "ا", "می\u200c", "a\u0300", "aا", "A.", "1", "۱", "1.", "1/", "۱/", "۱۴۰۳/", "1403/01/02", "21 June 2024",
    "۲۱ خرداد ۱۴۰۳", "twenty", "صد و", "1,000", "https://a.b/", "Ilvar Melchin", "Ilvar", "BRILS+", "a-", "، ا", "\u00a0",
)  # fmt: skip
ROWS = (
    "> a", "> a\n", "* a", "* a\n", "1. a", "    a", "    a\n", "# a", "#", "a\n===", "a\n---\n", "[a]:", "[a]: b", "!!! note\n    a\n",
    "??? note", "```", "```x", "~~~", "```a`", "<div>", "<div>a</div>\n", "<b>a</b>", "a  ", "\t", "---\n", "|a|b|", "a|b\n-|-",
    "a\n:   b\n", "[a](https://b.c)", "a[^1]\n", "[^1]: a", "*a* **b** `c`", "{: #a }", "&lt;",
)  # fmt: skip


def ladder(sign: str, *, between: str = " a") -> Callable[[int], str]:
    """Runs of a sign, each longer than the one before."""
    return lambda size: between.join(sign * at for at in range(1, int((2 * size) ** 0.5)))


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit.encode()))


SHAPES: dict[str, Callable[[int], str]] = {
    **{f"opened {unit} ": repeated(f"{unit} ") for unit in OPENED},
    **{f"sign {unit}": repeated(unit) for unit in SIGNS},
    **{f"word {unit} ": repeated(f"{unit} ") for unit in WORDS},
    **{f"row {unit}": repeated(f"{unit}\n") for unit in ROWS},
    "ladder of ticks": ladder("`"),
    "ladder of fences": ladder("`", between="\n"),
    "ladder of brackets": ladder("["),
    "runs just short of too long": repeated("[" * 23 + " "),
    "brackets in brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "brackets in an address": lambda size: f"[a]({'(' * size}",
    "footnotes": lambda size: "".join(f"a[^{at}]\n\n" for at in range(size // 30))
    + "".join(f"[^{at}]: note.\n" for at in range(size // 30)),
    "footnotes of one paragraph": lambda size: " ".join(f"a[^{at}]" for at in range(size // 30))
    + "\n\n"
    + "".join(f"[^{at}]: note.\n" for at in range(size // 30)),
    "headings": lambda size: "".join(f"## A {at} {{#a-{at}}}\n\nb\n\n" for at in range(size // 30)),
    "items in items": lambda size: "".join(f"{'    ' * (at % 18)}* a\n" for at in range(size // 40)),
    "notes in notes": lambda size: "".join(f"{'    ' * (at % 18)}!!! note\n\n" for at in range(size // 40)),
    "a wide table": lambda size: f"{'|a' * (size // 8)}\n{'|-' * (size // 8)}\n" + "|b\n" * (size // 8),
    "emphasis in emphasis": lambda size: "***" + "a *b " * (size // 5),
    "strong and not": lambda size: "**a*b " * (size // 6),
    "a run within a word": lambda size: f"a{'_' * size}a",
    "spaces": lambda size: f"a{' ' * size}b",
    "spaces at the end": lambda size: f"a{' ' * size}\n",
    "a rule that is none": lambda size: f"{'- ' * (size // 2)}a",
}  # fmt: skip


def extensions() -> list[str]:
    """Those of the settings, and those MkDocs adds."""
    listed = yaml.compose((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    (found,) = (value for key, value in listed.value if key.value == "markdown_extensions")
    names = [it.value if isinstance(it.value, str) else it.value[0][0].value for it in found.value]
    return [*{*names, "toc", "tables", "fenced_code"}]


EXTENSIONS = extensions()


def spent(catalogue: Catalogue, text: str) -> float:
    """Seconds for reading and checking a page, and for rendering it where that is allowed."""
    written = ORIGINAL.replace("Text.\n", f"{text}\n")
    begun = process_time()
    context = ParseContext(f"docs/en/{URI}")
    document = read_document(written, context)
    assert document
    read = read_page("en", URI, document, context)
    assert read
    _check(catalogue, read[0])
    if not read[0].is_unread:
        Markdown(extensions=EXTENSIONS).convert(read[0].body)
    return process_time() - begun


def _check(catalogue: Catalogue, page: Page) -> None:
    """Hold a page and its translation to every rule, as the check does, without the others."""
    versions = {"en": page, "fa": catalogue.pages["fa", URI]}
    article = replace(catalogue.articles["kavan-meeting"], versions=versions)
    pages = {(lang, URI): version for lang, version in versions.items()}
    held = replace(catalogue, pages=pages, articles={article.slug: article})
    segments = tuple(segments_of(pages))
    for scope in (RECORD, PAIR, FILE, MARKUP, TRANSLATION):
        for rule in rules.rules_of(scope):
            list(rule(held))
    for linked in rules.rules_of(LINKS):
        list(linked(held, tuple(pages.values())))
    for worded in rules.rules_of(WORDED):
        list(worded(held, segments))
    for segment in segments:
        for textual in rules.rules_of(TEXT):
            list(islice(textual(segment), rules.MOST + 1))


def test_what_is_doubled_takes_no_more_than_twice_as_long(write_record: WriteRecord) -> None:
    catalogue, _ = Catalogue.load(write_record())
    spent(catalogue, "Text.")  # what is made once and kept

    slow = {}
    for shape, make in SHAPES.items():
        for _ in range(3):
            double = spent(catalogue, make(2 * SIZE))
            if double < NOTHING:  # whatever the half of it takes
                break
            single = spent(catalogue, make(SIZE))
            if double < 3 * single + NOTHING:
                break
        else:
            slow[shape] = f"{single:.2f} s, then {double:.2f} s"

    assert slow == {}


@pytest.mark.parametrize("unit", ["[ ", "[a](", "<a ", "<![CDATA[", "![ "])
def test_a_megabyte_that_would_hang_is_refused_at_once(
    write_record: WriteRecord, unit: str
) -> None:
    catalogue, _ = Catalogue.load(write_record())

    assert spent(catalogue, repeated(unit)(900_000)) < 2
