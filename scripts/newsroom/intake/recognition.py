"""Who and what a text names: the known, by any spelling, and names nobody has registered yet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.record.catalogue import Catalogue
from newsroom.record.cues import Cues
from newsroom.text.languages import LANGS
from newsroom.text.lexicon import Lexicon
from newsroom.text.names import Matcher, Name
from newsroom.text.persian import HALF_SPACE, fold_name, fold_word

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u065f\u200c'’-])*")
_CAPITAL = re.compile(r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*")
_PARTICLES = frozenset("de da do dos del la van von bin ibn al el".split())
_LINKS = frozenset("of the and for".split())
"""What stands inside the name of an organisation, too."""
_WIDEST = 8
"""Words of the text a spelling may be spread over."""
_SHORTEST = 6
"""Signs of a spelling that is sought across spaces."""
_SENTENCES = re.compile(r"(?<=[.!?؟؛:])\s+|\n+|[«»“”\"()،,؛]")


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name beside an office, a title or a verb of speech that no entry bears."""

    text: str
    kind: str
    """`person` or `organisation`."""
    beside: str
    """The word that betrayed it."""


class Recogniser:
    """Finds names in texts; made once for a record, because its registry takes unfolding."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        participants = catalogue.participants.values()
        names = [
            Name(spelling, entry.id)
            for entry in participants
            for lang in LANGS
            for spelling in entry.spellings(lang)
        ]
        self._cues, self._lexicon = catalogue.cues, lexicon
        self._matcher = Matcher(names)
        self._closed = {
            fold_name(name.text): name.bearer
            for name in names
            if not name.text.isascii() and len(fold_name(name.text)) >= _SHORTEST
        }
        self._longest = max(map(len, self._closed), default=0)
        self._known = frozenset(
            fold_word(word) for name in names for word in _WORD.findall(name.text)
        )
        self._plain = self._known | _prose_words(catalogue) | _plain_words(self._cues, lexicon)

    def find_known(self, text: str) -> tuple[str, ...]:
        """The ids of the participants a text names, by any spelling, in the order they come.

        A spelling is also found where spaces and half-spaces fall elsewhere: «غلام زاده».
        """
        places: dict[str, int] = {}
        for mention in self._matcher.find(text):
            places.setdefault(mention.bearer, mention.start)
        for id, start in self._find_closed(text):
            places[id] = min(start, places.get(id, start))
        return tuple(sorted(places, key=lambda id: places[id]))

    def _find_closed(self, text: str) -> Iterator[tuple[str, int]]:
        words = [
            (match.start(), fold_word(match[0].replace(HALF_SPACE, "")))
            for match in _WORD.finditer(text)
        ]
        for at, (start, _) in enumerate(words):
            joined = ""
            for _, word in words[at : at + _WIDEST]:
                joined += word
                if len(joined) > self._longest:
                    break
                if joined in self._closed:
                    yield self._closed[joined], start

    def find_unknown(self, text: str, lang: str) -> tuple[UnknownName, ...]:
        """Names that stand beside an office, a title or a verb of speech and are in no entry."""
        if lang == "en":
            names = _latin_names(text, self._cues)
        else:
            names = _persian_names(text, self._cues, self._lexicon, self._known, self._plain)
        found: dict[str, UnknownName] = {}
        for name in names:
            if not self._known.issuperset(fold_word(word) for word in _WORD.findall(name.text)):
                found.setdefault(fold_name(name.text), name)
        return tuple(found.values())


def _prose_words(catalogue: Catalogue) -> frozenset[str]:
    """The words of the Persian pages: a script without capitals has no better sign of a name."""
    texts = (page.prose for page in catalogue.pages.values() if page.lang == "fa")
    return frozenset(fold_word(word) for text in texts for word in _WORD.findall(text))


def _plain_words(cues: Cues, lexicon: Lexicon) -> frozenset[str]:
    lists = (cues.common, cues.offices, cues.honorifics, cues.speech, cues.bodies)
    words = (*lexicon.nouns, *lexicon.adjectives, *lexicon.silent_heh)
    return frozenset(fold_word(word) for words in (*lists, words) for word in words)


def _latin_names(text: str, cues: Cues) -> Iterator[UnknownName]:
    offices, honorifics = set(cues.offices), set(cues.honorifics)
    speech, common, bodies = set(cues.speech), set(cues.common), set(cues.bodies)
    for sentence in _SENTENCES.split(text):
        words = sentence.split()
        at = 0
        while at < len(words):
            run = _capital_run(words, at, common | offices | honorifics, bodies)
            if len(run) < 2:
                at += 1
                continue
            before = words[at - 1].lower().strip(".") if at else ""
            after = words[at + len(run)].lower().strip(".,") if at + len(run) < len(words) else ""
            name = " ".join(run).strip(",.;:’'")
            body = next((word for word in run if word.lower().strip(",.") in bodies), "")
            beside = next(
                (cue for cue in (before, after) if cue in offices | honorifics | speech), ""
            )
            if body:
                yield UnknownName(name, "organisation", body)
            elif beside:
                yield UnknownName(name, "person", beside)
            at += len(run)


def _capital_run(words: Sequence[str], at: int, excluded: set[str], bodies: set[str]) -> list[str]:
    run: list[str] = []
    is_body = False
    for word in words[at:]:
        bare = word.strip(",.;:’'“”")
        particles = _PARTICLES | _LINKS if is_body else _PARTICLES
        is_particle = bool(run) and bare.lower() in particles and word == bare
        if not is_particle and (not _CAPITAL.fullmatch(bare) or bare.lower() in excluded):
            break
        run.append(word)
        is_body = is_body or bare.lower() in bodies
        if word != bare:
            break
    while run and run[-1].lower() in _PARTICLES | _LINKS:
        run.pop()
    return run


def _persian_names(
    text: str, cues: Cues, lexicon: Lexicon, known: frozenset[str], plain: frozenset[str]
) -> Iterator[UnknownName]:
    """Two or three words that are in no list and on no page, beside an office or a verb of speech.

    `known` are the words of registered names, `plain` those and all the others.
    """
    titles = {fold_word(word) for word in (*cues.offices, *cues.honorifics)}
    speech = {fold_word(word) for word in cues.speech}
    waiting: list[str] = []
    for sentence in _SENTENCES.split(text):
        words = _WORD.findall(sentence)
        folded = [fold_word(word) for word in words]
        like = [
            _is_name_like(word, fold, plain, lexicon)
            for word, fold in zip(words, folded, strict=True)
        ]
        # «سارا رستگار، مدیرکل …، گفت»: the name stands between commas, its office behind it.
        if waiting and folded and folded[0] in titles | speech:
            yield UnknownName(" ".join(waiting), "person", words[0])
        waiting = words if 2 <= len(words) <= 3 and all(like) else []
        for at, fold in enumerate(folded):
            if fold in titles:
                start = at + 1
                while start < len(words) and start < at + 4 and folded[start] in known:
                    start += 1
                yield from _run_at(words, like, start, fold)
            if fold in titles | speech and 2 <= at <= 3 and all(like[:at]):
                yield UnknownName(" ".join(words[:at]), "person", words[at])


def _is_name_like(word: str, fold: str, plain: frozenset[str], lexicon: Lexicon) -> bool:
    is_form = HALF_SPACE in word or fold in lexicon.participles or fold in lexicon.verbs
    return len(word) > 2 and not is_form and fold not in plain and not word.endswith(("های", "ها"))


def _run_at(
    words: Sequence[str], like: Sequence[bool], start: int, beside: str
) -> Iterator[UnknownName]:
    end = start
    while end < min(len(words), start + 3) and like[end]:
        end += 1
    if end - start >= 2:
        yield UnknownName(" ".join(words[start:end]), "person", beside)
