"""What a paragraph is known again by when it was edited: a digest of it, and of its words.

A word is a number of twelve bits, so two different ones are the same in one of 4,096 cases. Of a
long paragraph the words with the smallest numbers are kept: the same ones of every version of it,
so what two versions share is estimated as well by them as by all (a bottom-k sketch, Broder 1997).
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from zlib import crc32

from newsroom.text.persian import HALF_SPACE, fold_word
from newsroom.text.stems import STOP_WORDS, WORD

FORM = r"[0-9a-f]{6}(?: (?:[A-Za-z0-9_-]{2})+)?"
"""A written fingerprint, as a pattern."""

_MOST = 40
_BITS = 12


def text_digest(text: str) -> str:
    """Six hexadecimal digits of a text as it is written, but for spaces and line breaks."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:6]


def word_numbers(text: str) -> tuple[int, ...]:
    """The numbers of the words of a text, each once, in order; common ones only for want of others.

    Case, half-spaces and letters of another keyboard make no difference.
    """
    words = [fold_word(word).replace(HALF_SPACE, "") for word in WORD.findall(text)]
    told = [word for word in words if word not in STOP_WORDS] or words
    return tuple(dict.fromkeys(crc32(word.encode()) >> (32 - _BITS) for word in told))


@dataclass(frozen=True)
class Fingerprint:
    digest: str
    signs: str
    """Two for each word; read when a text is no more as it was."""

    @classmethod
    def of(cls, text: str) -> "Fingerprint":
        numbers = sorted(word_numbers(text))[:_MOST]
        return cls(text_digest(text), "".join(map(_signs, numbers)))

    @classmethod
    def read(cls, written: str) -> "Fingerprint":
        """What `written` gives, of the form `FORM`."""
        digest, _, signs = written.partition(" ")
        return cls(digest, signs)

    @property
    def written(self) -> str:
        """The digest and two signs for each word."""
        return f"{self.digest} {self.signs}".strip()

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Those of its words, rising; the smallest of a long text."""
        pairs = (self.signs[at : at + 2] for at in range(0, len(self.signs), 2))
        return tuple(map(_number, pairs))

    @cached_property
    def _known(self) -> frozenset[int]:
        return frozenset(self.numbers)

    def likeness(self, text: Sequence[int], weight: Callable[[int], float]) -> "Likeness":
        """What the text it was taken of has in common with another, given by all its words."""
        end = self.numbers[-1] if len(self.numbers) == _MOST else 1 << _BITS
        theirs = [it for it in text if it <= end]
        shared = [it for it in theirs if it in self._known]
        common, own, other = (sum(map(weight, it)) for it in (shared, self.numbers, theirs))
        return Likeness(len(shared), _share(common, own), _share(common, other))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of two texts is the same, estimated by their words."""

    count: int
    """Of the words that were found in both."""
    of_old: float
    """Which part of the weight of the one that was kept is in the other, 0 to 1."""
    of_new: float
    """Which part of the weight of the other is in it."""

    @property
    def both(self) -> float:
        """The harmonic mean, 1 for the same words."""
        return _share(2 * self.of_old * self.of_new, self.of_old + self.of_new)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _signs(number: int) -> str:
    return urlsafe_b64encode((number << 4).to_bytes(2, "big"))[:2].decode()


def _number(signs: str) -> int:
    return int.from_bytes(urlsafe_b64decode(f"{signs}A="), "big") >> 4
