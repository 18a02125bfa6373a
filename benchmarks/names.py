"""Names nobody bears, in both scripts: put together from syllables, each used once."""

from collections.abc import Collection
from random import Random

from newsroom.api import LANGS, Bilingual, Lexicon, default_word_lists, fold_name

# One letter stands for one sound in both scripts, so that two names never differ in one of them
# only. «و» is no consonant here: after a vowel it would be taken for one.
_ONSETS = (
    *(("ب", "b"), ("د", "d"), ("ک", "k"), ("م", "m"), ("ن", "n"), ("ر", "r"), ("س", "s")),
    *(("ت", "t"), ("ز", "z"), ("ل", "l"), ("ش", "sh"), ("گ", "g"), ("پ", "p"), ("ف", "f")),
    *(("ج", "j"), ("چ", "ch")),
)
_VOWELS = (("ا", "a"), ("و", "u"), ("ی", "i"))
_CODAS = (("", ""), ("", ""), ("ن", "n"), ("ر", "r"), ("ل", "l"), ("م", "m"), ("ک", "k"))
_ENDINGS = ({"fa": "\u200cنژاد", "en": "nezhad"}, {"fa": "\u200cزاده", "en": "zadeh"})
"""Persian surnames join these with a half-space."""


class Namer:
    """Gives words that no name given before, and no word of the prose, can be taken for."""

    def __init__(self, random: Random, reserved: Collection[str]) -> None:
        """`reserved` are the words of the prose, folded.

        What ends a Persian compound is no name either: behind another word it would be taken for
        the end of one that lost its half-space.
        """
        self._random = random
        compounds = map(fold_name, Lexicon.of(default_word_lists()).compounds)
        self._taken = {lang: {*reserved} for lang in LANGS}
        self._taken["fa"].update(word[at:] for word in compounds for at in range(1, len(word)))

    def word(self, syllables: int = 2) -> Bilingual:
        """A new name of one word, with a capital in English."""
        while True:
            name = self._invent(syllables)
            if self._take(name):
                return name

    def surname(self) -> Bilingual:
        """A new surname; one in four ends in a joined part, as Persian surnames do."""
        if self._random.random() > 0.25:
            return self.word(3)
        ending = self._random.choice(_ENDINGS)
        stem = self.word(2)
        return {lang: stem[lang] + ending[lang] for lang in LANGS}

    def _invent(self, syllables: int) -> Bilingual:
        sounds = [
            self._random.choice(sounds)
            for _ in range(syllables)
            for sounds in (_ONSETS, _VOWELS, _CODAS)
        ]
        persian, latin = ("".join(letters) for letters in zip(*sounds, strict=True))
        return {"fa": persian, "en": latin.capitalize()}

    def _take(self, name: Bilingual) -> bool:
        """Whether the name is new in both languages; if so it is no longer."""
        folded = {lang: fold_name(name[lang]) for lang in LANGS}
        if any(folded[lang] in self._taken[lang] for lang in LANGS):
            return False
        for lang in LANGS:
            self._taken[lang].add(folded[lang])
        return True
