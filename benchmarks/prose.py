"""The text of one invented article, the same paragraphs in both languages."""

from collections.abc import Mapping, Sequence
from itertools import chain, cycle
from random import Random
from typing import Any

from benchmarks.phrases import capitalised, figure, fill, joined
from benchmarks.registry import Participant
from newsroom.api import LANGS, Bilingual

SECTIONS = 4
NOTE_SHARE = 0.3
"""The share of articles that carry an editors' note."""


class ArticleWriter:
    """Writes about 430 words a language: a lead, four sections, a list, a quote and links."""

    def __init__(
        self,
        random: Random,
        phrases: Mapping[str, Any],
        speakers: Sequence[Participant],
        city: Participant,
        links: Sequence[Bilingual],
    ) -> None:
        """`links` are written as Markdown; each stands in a section of its own."""
        self._random, self._phrases, self._city = random, phrases, city
        self._first = speakers[0].name
        # Each is named in full at first, then by the short name.
        in_full = [speaker.name for speaker in speakers]
        later = [speaker.short for speaker in speakers]
        self._names = chain(in_full, cycle(later))
        self._links = list(links)

    def title(self) -> Bilingual:
        """A headline about the first speaker."""
        return capitalised(self._fill(self._any("titles"), self._first))

    def summary(self) -> Bilingual:
        """A summary about the first speaker."""
        return self._fill(self._any("summaries"), self._first)

    def body(self) -> Bilingual:
        """The Markdown below the front matter."""
        sentences = self._shuffled("sentences")
        blocks = [joined(" ", (self._fill(self._any("leads")), self._fill(sentences.pop())))]
        headings = self._random.sample(self._phrases["headings"], SECTIONS)
        for number, heading in enumerate(headings):
            blocks.append({lang: f"## {heading[lang]} {{#{heading['id']}}}" for lang in LANGS})
            blocks += self._section(number, sentences)
        return joined("\n\n", blocks)

    def _section(self, number: int, sentences: list[Bilingual]) -> list[Bilingual]:
        blocks = [self._paragraph(sentences, 2), self._paragraph(sentences, 1)]
        if number == 1:
            blocks.append(self._list())
        if number == 2:
            quote = self._any("quotes")
            blocks.append({lang: f"> {quote[lang]}" for lang in quote})
        if number == 3 and self._random.random() < NOTE_SHARE:
            blocks.append(self._note())
        return blocks

    def _paragraph(self, sentences: list[Bilingual], count: int) -> Bilingual:
        texts = [self._fill(sentences.pop()) for _ in range(count)]
        if count == 1 and self._links:
            texts.append(fill(self._any("links"), link=self._links.pop()))
        return joined(" ", map(capitalised, texts))

    def _list(self) -> Bilingual:
        items = self._random.sample(self._phrases["items"], 4)
        lines = [self._fill(item) for item in items]
        return joined("\n", ({lang: f"- {line[lang]}" for lang in line} for line in lines))

    def _note(self) -> Bilingual:
        title, note = self._phrases["note_title"], self._any("notes")
        return {lang: f'???+ note "{title[lang]}"\n\n    {note[lang]}' for lang in note}

    def _any(self, table: str) -> Bilingual:
        phrase: Bilingual = self._random.choice(self._phrases[table])
        return phrase

    def _fill(self, phrase: Bilingual, who: Bilingual | None = None) -> Bilingual:
        """The phrase with a speaker (the next one, unless given), the city, a topic, a number."""
        if who is None and "{who}" in phrase["fa"]:
            who = next(self._names)
        return fill(
            phrase,
            who=who or phrase,
            city=self._city.name,
            topic=self._any("topics"),
            number=figure(self._random.randint(3, 1800)),
        )

    def _shuffled(self, table: str) -> list[Bilingual]:
        phrases: list[Bilingual] = list(self._phrases[table])
        self._random.shuffle(phrases)
        return phrases
