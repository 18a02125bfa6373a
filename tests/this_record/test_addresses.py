"""The addresses of the paragraphs of this record hold, whatever editors do to its pages."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from newsroom.check.issued import recorded_texts
from newsroom.document.blocks import ADMONITION, HEADING, PARAGRAPH
from newsroom.record.articles import Page
from newsroom.record.carrying import Carried, carried
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import ParseContext, read_yaml
from newsroom.record.paragraph_ids import Known, read_ids, write_ids
from newsroom.text.fingerprints import Fingerprint, word_numbers
from newsroom.text.languages import LANGS
from newsroom.text.sentences import sentence_spans

from ..conftest import ROOT
from ..pages import BuiltPage

SCRIPTS = 500
ROUNDS, MOST_EDITS = 3, 5
"""How often the ids of a page are recorded, and how many edits there are between two times."""


@dataclass(frozen=True)
class Part:
    """A block of a page that is being edited, and which paragraphs its words are from."""

    kind: str
    text: str
    id: str = ""
    """Of a heading."""
    origins: frozenset[str] = frozenset()

    @property
    def written(self) -> str:
        if self.kind == HEADING:
            return f"## {self.text} {{#{self.id}}}"
        if self.kind == ADMONITION:
            return f'???+ note "Note"\n\n    {self.text}'
        return self.text


@cache
def record() -> Catalogue:
    return Catalogue.load(ROOT)[0]


def parts_of(page: Page) -> list[Part]:
    found = []
    for block in page.document.blocks:
        if block.kind == HEADING:
            found.append(Part(HEADING, block.text, block.id or ""))
        else:
            texts = [it.text for it in block.walk() if it.kind == PARAGRAPH]
            found.append(Part(block.kind, " ".join(" ".join(texts).split())))
    return found


def page_of(page: Page, parts: Sequence[Part]) -> Page:
    return replace(page, body="\n\n".join(part.written for part in parts) + "\n")


def reread(known: Known) -> Known:
    """What the file keeps of what is known."""
    context = ParseContext("data/addresses/x.yml")
    entries = read_yaml(write_ids(known, "2026-12-03"), context)
    read = read_ids(entries, context) if entries else None
    assert read, context.problems
    return read.known


class Editor:
    """Makes random edits; what it writes anew is made of words of the language in no order."""

    def __init__(self, seed: int, words: Mapping[str, Sequence[str]]) -> None:
        self.random = random.Random(seed)
        self.words = words
        self.edits = (self.insert, self.delete, self.move, self.split, self.merge, self.reword)

    def edit(self, parts: list[Part], lang: str) -> None:
        self.random.choice(self.edits)(parts, lang)

    def insert(self, parts: list[Part], lang: str) -> None:
        text = " ".join(self.random.choices(self.words[lang], k=self.random.randint(12, 60)))
        kind = self.random.choice((PARAGRAPH, PARAGRAPH, ADMONITION))
        parts.insert(self.random.randint(0, len(parts)), Part(kind, f"{text}."))

    def delete(self, parts: list[Part], lang: str) -> None:
        if places := self._places(parts):
            del parts[self.random.choice(places)]

    def move(self, parts: list[Part], lang: str) -> None:
        if places := self._places(parts):
            part = parts.pop(self.random.choice(places))
            parts.insert(self.random.randint(0, len(parts)), part)

    def split(self, parts: list[Part], lang: str) -> None:
        spans = {at: [*sentence_spans(parts[at].text)] for at in self._places(parts)}
        places = [at for at in spans if len(spans[at]) > 1]
        if places:
            at = self.random.choice(places)
            cut = self.random.choice(spans[at][1:])[0]
            part = parts[at]
            parts[at : at + 1] = (
                replace(part, text=part.text[:cut].strip()),
                replace(part, text=part.text[cut:]),
            )

    def merge(self, parts: list[Part], lang: str) -> None:
        places = [at for at in self._places(parts) if parts[at].kind == PARAGRAPH]
        neighbours = [at for at in places if at + 1 in places]
        if neighbours:
            at = self.random.choice(neighbours)
            one, two = parts[at : at + 2]
            both = Part(PARAGRAPH, f"{one.text} {two.text}", "", one.origins | two.origins)
            parts[at : at + 2] = [both]

    def reword(self, parts: list[Part], lang: str) -> None:
        if places := self._places(parts):
            at = self.random.choice(places)
            words = parts[at].text.split()
            for _ in range(max(1, len(words) // 4)):
                words[self.random.randrange(len(words))] = self.random.choice(self.words[lang])
            parts[at] = replace(parts[at], text=" ".join(words))

    @staticmethod
    def _places(parts: Sequence[Part]) -> list[int]:
        return [at for at, part in enumerate(parts) if part.kind in (PARAGRAPH, ADMONITION)]


def opened(result: Carried, lang: str, id: str) -> int | None:
    """The place of the passage an id opens; `None` for its tombstone."""
    state = result.known[id][lang]
    return None if state.gone else result.ids[lang].index(state.into or id)


@cache
def words_of(lang: str) -> tuple[str, ...]:
    # Of the articles alone: a word of the guide must not make the scripts others.
    texts = (article.versions[lang].body for article in record().articles.values())
    return tuple(re.findall(r"[^\W\d_]{3,}", " ".join(texts)))


def bound(parts: Sequence[Part], ids: Sequence[str]) -> list[Part]:
    """The parts with the ids they were given among those they are from."""
    left = iter(ids)
    return [
        it if it.kind == HEADING else replace(it, origins=it.origins | {next(left)}) for it in parts
    ]


def recorded(
    pages: Mapping[str, Page], parts: Mapping[str, Sequence[Part]], known: Known
) -> Carried:
    return carried({lang: page_of(pages[lang], parts[lang]) for lang in pages}, known)


@cache
def begun(slug: str) -> tuple[Mapping[str, Sequence[Part]], Carried]:
    """The parts of an article before anybody edits it, and its first ids."""
    pages = record().articles[slug].versions
    parts = {lang: parts_of(page) for lang, page in pages.items()}
    return parts, recorded(pages, parts, {})


class Script:
    """A pair of pages that is edited and recorded, and what its ids open by then."""

    def __init__(self, seed: int) -> None:
        self.editor = Editor(seed, {lang: words_of(lang) for lang in LANGS})
        slugs = sorted(record().articles)
        self.pages = record().articles[slugs[seed % len(slugs)]].versions
        parts, self.result = begun(slugs[seed % len(slugs)])
        self.parts = {lang: [*its] for lang, its in parts.items()}

    def run(self) -> Iterator[tuple[str, str, str]]:
        """Yield language and id with what came of it: `kept`, `gone`, `lost` or `wrong`."""
        for _ in range(ROUNDS):
            self.bind()
            for _ in range(self.editor.random.randint(1, MOST_EDITS)):
                lang = self.editor.random.choice(LANGS)
                self.editor.edit(self.parts[lang], lang)
            before = self.result.known
            self.result = recorded(self.pages, self.parts, reread(before))
            yield from self.outcomes(before)

    def bind(self) -> None:
        for lang, ids in self.result.ids.items():
            assert len(ids) == len(set(ids))
            self.parts[lang] = bound(self.parts[lang], ids)

    def outcomes(self, before: Known) -> Iterator[tuple[str, str, str]]:
        for id, lang in [(it, lang) for it in before for lang in before[it]]:
            texts = [part for part in self.parts[lang] if part.kind != HEADING]
            own = [at for at, text in enumerate(texts) if id in text.origins]
            place = opened(self.result, lang, id)
            if place is None:
                yield lang, id, "lost" if own else "gone"
            else:
                yield lang, id, "kept" if place in own else "wrong"


def test_every_id_opens_its_own_paragraph_or_its_tombstone() -> None:
    found = [(seed, *outcome) for seed in range(SCRIPTS) for outcome in Script(seed).run()]
    counts = Counter(outcome for *_, outcome in found)

    assert [it for it in found if it[-1] == "wrong"] == []
    assert counts["lost"] < counts["kept"] / 100


PUBLISHED = (Path(__file__).parent / "addresses-82dc93e.txt").read_text(encoding="utf-8")
"""The site as it was first published: each page with its ids, each paragraph with its fingerprint.

Ids of our templates, which begin with `nr-`, come and go with what they head and are left out.
"""
REMOVED = {"guide/rules.html#term-duplicate", "en/guide/rules.html#term-duplicate"}
"""A rule that there is no more."""


def test_published_pages_and_ids_are_there(pages: dict[str, BuiltPage]) -> None:
    lines = [line.split() for line in PUBLISHED.splitlines() if "#" not in line.split()[0]]

    missing = {
        f"{path}#{id}"
        for path, *ids in lines
        for id in ("", *ids)
        if path not in pages or (id and id not in pages[path].ids)
    }

    assert missing - REMOVED == set()


def test_published_paragraphs_open_what_they_opened(pages: dict[str, BuiltPage]) -> None:
    opened = 0
    for line in PUBLISHED.splitlines():
        address, _, written = line.partition(" ")
        path, hash_sign, id = address.partition("#")
        if not hash_sign:
            continue
        (element,) = (it for it in pages[path].elements if it.attributes.get("id") == id)
        if "nr-tombstones" not in (element.parent.classes if element.parent else ()):
            like = Fingerprint.read(written).likeness(word_numbers(element.text), lambda _: 1.0)
            assert max(like.of_old, like.of_new) > 0.5, address
        opened += 1

    assert opened == PUBLISHED.count("#")


def test_ids_are_recorded_as_they_are() -> None:
    catalogue = record()

    texts = recorded_texts(catalogue, "2026-12-03")

    assert {path: (ROOT / path).read_text(encoding="utf-8") for path in texts} == texts
