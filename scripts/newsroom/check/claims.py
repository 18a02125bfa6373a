"""What a stretch of text states that its source must state, too: see `Claim`.

Numbers, dates and names are those the comparison of the two languages reads (`check/facts`); here
they get what makes them true or false of a source: the unit a number counts, the office beside a
name, who is said to have spoken, and what stands in quotation marks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from newsroom.check.fact_words import bounds, common_names, offices, units
from newsroom.check.facts import DATE, NUMBER, Fact, Names, Passage, section_facts
from newsroom.document.blocks import HEADING
from newsroom.record.articles import Article
from newsroom.record.participants import Participant
from newsroom.text.capitals import capitals_in
from newsroom.text.clauses import behind_comma, clause_end, clause_start, phrase_at
from newsroom.text.date_cues import letter_words
from newsroom.text.date_words import month_names
from newsroom.text.dates import Period
from newsroom.text.forms import Form
from newsroom.text.names import Mention
from newsroom.text.persian import HALF_SPACE, fold_word
from newsroom.text.quotations import quotations_in
from newsroom.text.sentences import fold_sentence, sentence_spans

NAME, OFFICE, QUOTATION, SPEAKER = "name", "office", "quotation", "speaker"
COMMON, CAPITALS, STATUS = "common", "capitals", "status"

_UNIT_WORDS = 60
"""Letters behind a number within which what it counts is named."""
_BOUND_WORDS = 24
"""Letters ahead of a number within which "more than" and the like stand."""
_COUNTED = 40
"""Letters behind a number within which offices are counted: «۲۰۰ شهردار، معاون شهردار و رئیس»."""
_CALENDAR = frozenset(
    word.lower() for _, name, _, _ in month_names() for word in name.split()
) | frozenset("monday tuesday wednesday thursday friday saturday sunday i sic".split())
"""What English writes with a capital and is told as a date."""
_APPOSITION = 25
"""Letters between a name's comma and the office that follows it: ", the former mayor"."""
_OF_WORDS = 6
"""Words between an office and the name behind it, "the mayor of the host city, "."""
_BESIDE = 400
"""Letters before and behind a name within which its offices are looked for."""
_SPEECH = {
    "fa": frozenset(
        "گفت گفته گفتند افزود تأکید اظهار اعلام خاطرنشان یادآور تصریح خواند خوانده نامید دانست "
        "دانسته شمرد پیشنهاد درخواست خواست استقبال باور نظر عقیده ستود سپاسگزاری خبر داد "
        "وعده".split()
    ),
    "en": frozenset(
        "said says say told added adds noted stressed stated announced explained spoke described "
        "called calls proposed welcomed asked thanked promised warned wrote writes hoped praised "
        "view according judged agreed took".split()
    ),
}
"""Words of a sentence in which somebody speaks or is said to hold a view."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a page states. `key` is the same in both languages where the thing is."""

    kind: str
    """`number`, `date`, or one of the names above."""
    key: str
    """As a record writes it down: `2500000 person`, `2024-06-21`, `shiraz`, `sara-rad mayor`."""
    printed: str
    """As the page has it."""
    line: int
    readings: frozenset[str] = frozenset()
    """Of a number: what it may mean; of an office: what it may be called."""
    target_id: str = ""
    """Of a name, an office and a speaker: whose."""
    unit: frozenset[str] = frozenset()
    fact: Fact | None = None
    """Of a date and a number: as the text was read."""
    start: int = 0
    """Where it stands in the text of its block."""
    is_many: bool = False
    """Of an office: several are counted, «۲۰۰ شهردار»."""


def unit_behind(text: str, end: int, lang: str) -> frozenset[str]:
    """What the number that ends at `end` counts; empty where no known unit follows at once."""
    form = _unit_form(text, end, lang)
    return form.ids if form else frozenset()


def bound_before(text: str, start: int, lang: str) -> str:
    """How the number that begins at `start` is meant: `more`, `less`, …; empty for itself."""
    form = _bound_form(text, start, lang)
    return next(iter(form.ids)) if form else ""


def number_in_words(text: str, fact: Fact, lang: str) -> str:
    """A number as a text has it, with what it counts: "more than 200 people"."""
    bound, unit = _bound_form(text, fact.start, lang), _unit_form(text, fact.end, lang)
    start = max(0, fact.start - _BOUND_WORDS) + bound.start if bound else fact.start
    return " ".join(text[start : fact.end + unit.end if unit else fact.end].split())


def _unit_form(text: str, end: int, lang: str) -> Form | None:
    rest = phrase_at(text, end, _UNIT_WORDS)
    for form in units()[lang].find(rest):
        words = len(rest[: form.start].replace(HALF_SPACE, " ").split())
        return form if words <= 3 else None
    return None


def _bound_form(text: str, start: int, lang: str) -> Form | None:
    ahead = text[max(0, start - _BOUND_WORDS) : start]
    for form in bounds()[lang].find(ahead):
        if not ahead[form.end :].strip():
            return form
    return None


def persons_in(mentions: Sequence[Mention], entries: Mapping[str, Participant]) -> list[Mention]:
    return [mention for mention in mentions if entries[mention.target_id].kind == "person"]


def offices_beside(
    text: str,
    mentions: Sequence[Mention],
    persons: Sequence[Mention],
    lang: str,
    *,
    is_loose: bool = False,
) -> dict[Mention, list[Form]]:
    """The offices that stand beside each name as its own: "Mayor X", "X, the mayor of …".

    `persons` are those of `mentions` that name one; the forms have their places in `text`. Never
    across the name of another person, the end of a sentence or an "and"; a name of a body or a
    place counts as one word, whatever it is made of. Read loosely, as a source is, that may answer
    for more than it says, several offices may stand before a name, "the chairman was the mayor, X",
    and within one another.
    """
    masked = _with_names_masked(text, set(mentions) - set(persons))
    starts, ends = sorted(it.start for it in persons), sorted(it.end for it in persons)
    found = {}
    for person in persons:
        before, after = bisect_right(ends, person.start), bisect_left(starts, person.end)
        first = max(ends[before - 1] if before else 0, person.start - _BESIDE)
        last = min(starts[after] if after < len(starts) else len(text), person.end + _BESIDE)
        found[person] = [
            *_offices_ahead(masked, first, person.start, lang, is_loose=is_loose),
            *_offices_behind(masked, person.end, last, lang, is_loose=is_loose),
        ]
    return found


def _with_names_masked(text: str, names: Iterable[Mention]) -> str:
    """A text whose names have no words but their first: «معاون شهرداری …» is an office."""
    letters = list(text)
    for it in names:
        start = it.start + text[it.start : it.end].find(" ") + 1
        letters[start : it.end] = "_" * (it.end - start)
    return "".join(letters)


def _offices_ahead(text: str, start: int, end: int, lang: str, *, is_loose: bool) -> list[Form]:
    """Those between `start` and the name that begins at `end`."""
    start = clause_start(text, start, end)
    forms = _forms(text, start, end, lang, is_loose=is_loose)
    if forms and (is_loose or _adjoins(text[forms[-1].end : end])):
        return forms[-3 if is_loose else -1 :]
    return []


def _offices_behind(text: str, start: int, end: int, lang: str, *, is_loose: bool) -> list[Form]:
    """Those between the name that ends at `start`, with or without a comma, and `end`."""
    behind = behind_comma(text, start, end)
    forms = _forms(text, behind, clause_end(text, behind, end), lang, is_loose=is_loose)
    is_near = forms and forms[0].start - behind <= (_APPOSITION if behind > start else 2)
    return [form for form in forms if is_near and form.start == forms[0].start]


def _forms(text: str, start: int, end: int, lang: str, *, is_loose: bool) -> list[Form]:
    """The offices in a part of a text, with their places in the whole."""
    find = offices()[lang].find_loosely if is_loose else offices()[lang].find
    return [
        replace(form, start=form.start + start, end=form.end + start)
        for form in find(text[start:end])
    ]


def _adjoins(between: str) -> bool:
    """Whether what lies between an office and a name says no more than what it is the office of."""
    inner = between.rstrip().rstrip(",،")
    return len(between.split()) <= _OF_WORDS and "," not in inner and "،" not in inner


def _meet(one: Mention | Form, two: Mention | Form) -> bool:
    return one.start < two.end and two.start < one.end


class Claims:
    """What the passages of a page state."""

    def __init__(self, passage: Passage, lang: str, entries: Mapping[str, Participant]) -> None:
        self.passage, self.lang, self._entries = passage, lang, entries
        self.text = passage.text
        self.mentions = list(passage.mentions())
        self.persons = persons_in(self.mentions, entries)
        self._named = [*self.mentions]
        for it in passage.adjectives():
            if not any(_meet(it, other) for other in self.mentions):
                self._named.append(it)

    def __iter__(self) -> Iterator[Claim]:
        yield from self.numbers()
        yield from self.dates()
        yield from self.names()
        yield from self.common_names()
        yield from self.capitals()
        yield from self.offices()
        yield from self.quotations()
        yield from self.speakers()

    def numbers(self) -> Iterator[Claim]:
        for fact in self.passage.facts(NUMBER):
            if not (fact.is_certain or not fact.is_spelled):
                continue
            unit = unit_behind(self.text, fact.end, self.lang)
            key = " ".join(("|".join(sorted(fact.values)), *sorted(unit)))
            yield Claim(
                NUMBER, key, fact.written, fact.line, fact.values, "", unit, fact, fact.start
            )

    def dates(self) -> Iterator[Claim]:
        for fact in self.passage.facts(DATE):
            if fact.period is None:
                continue
            days = dict.fromkeys((str(fact.period.start), str(fact.period.end)))
            yield Claim(DATE, "/".join(days), fact.written, fact.line, fact=fact, start=fact.start)

    def names(self) -> Iterator[Claim]:
        """Whom it names, and the places its adjectives are made of."""
        for it in self._named:
            yield self._of(NAME, it, it.target_id)

    def common_names(self) -> Iterator[Claim]:
        """Countries, continents and the like that have no entry."""
        for form in common_names().find(self.text):
            if not any(_meet(it, form) for it in self._named):
                line = self.passage.line_at(form.start)
                key, printed = "|".join(sorted(form.ids)), self.text[form.start : form.end]
                yield Claim(COMMON, key, printed, line, form.ids, start=form.start)

    def capitals(self) -> Iterator[Claim]:
        """What English writes with a capital within a sentence and is no known name."""
        if self.lang != "en" or self.passage.block.kind == HEADING:
            return
        forms = (*common_names().find(self.text), *offices()[self.lang].find(self.text))
        names = (*self._named, *self.passage.terms())
        taken = [*((it.start, it.end) for it in forms), *((it.start, it.end) for it in names)]
        for start, words in capitals_in(self.text, taken):
            if words.lower() not in _CALENDAR:
                line = self.passage.line_at(start)
                yield Claim(CAPITALS, fold_word(words), words, line, start=start)

    def offices(self) -> Iterator[Claim]:
        beside = offices_beside(self.text, self.mentions, self.persons, self.lang)
        attached = {form.start for forms in beside.values() for form in forms}
        for form in self._free_offices(attached):
            key, printed = "|".join(sorted(form.ids)), self.text[form.start : form.end]
            line = self.passage.line_at(form.start)
            many = self._is_counted(form)
            yield Claim(OFFICE, key, printed, line, form.ids, start=form.start, is_many=many)
        for person, forms in beside.items():
            for form in forms:
                key = f"{person.target_id} {'|'.join(sorted(form.ids))}"
                yield self._of(OFFICE, person, key, form.ids)

    def of_office(self, person: str) -> Iterator[Claim]:
        """What the text states as the office of a person whom it does not name."""
        yield from self.names()
        yield from self.common_names()
        for form in self._free_offices(()):
            ids, line = form.ids, self.passage.line_at(form.start)
            key, printed = f"{person} {'|'.join(sorted(ids))}", self.text[form.start : form.end]
            yield Claim(OFFICE, key, printed, line, ids, person, start=form.start)
            break  # "Secretary of the Council of Ministers" is one office

    def _is_counted(self, form: Form) -> bool:
        """Whether a number before it may count it; Persian counts in the singular."""
        ends = (fact.end for fact in self.passage.facts(NUMBER))
        return self.lang == "fa" and any(0 <= form.start - end < _COUNTED for end in ends)

    def _free_offices(self, attached: Collection[int]) -> Iterator[Form]:
        """The offices that stand beside nobody's name and in none: "the mayor said"."""
        for form in offices()[self.lang].find(self.text):
            is_within = any(it.start <= form.start < it.end for it in self.mentions)
            if not is_within and form.start not in attached:
                yield form

    def speakers(self) -> Iterator[Claim]:
        """Who is named first in a sentence in which somebody speaks."""
        for start, end in sentence_spans(self.text):
            if letter_words(self.text[start:end]).isdisjoint(_SPEECH[self.lang]):
                continue
            named = [it for it in self.persons if start <= it.start < end]
            if named:
                yield self._of(SPEAKER, named[0], named[0].target_id)

    def quotations(self) -> Iterator[Claim]:
        for start, words in quotations_in(self.text):
            line = self.passage.line_at(start)
            yield Claim(QUOTATION, fold_sentence(words), words, line, start=start)

    def sort_of(self, claim: Claim) -> str:
        """What kind of participant a claim is about: person, organisation or place."""
        return self._entries[claim.target_id].kind

    def _of(
        self, kind: str, mention: Mention, key: str, readings: frozenset[str] = frozenset()
    ) -> Claim:
        printed = self.text[mention.start : mention.end]
        line = self.passage.line_at(mention.start)
        return Claim(kind, key, printed, line, readings, mention.target_id, start=mention.start)

    @property
    def digest(self) -> str:
        """Six hexadecimal digits that change when a claim is added, changed or gone; or nothing."""
        told = sorted({f"{claim.kind} {claim.key}" for claim in self})
        return sha256("\n".join(told).encode()).hexdigest()[:6] if told else ""


def claims_of(article: Article, names: Names, near: Period) -> Mapping[str, tuple[Claims, ...]]:
    """What each paragraph of an article states, by language; title and summary come first."""
    return {
        lang: tuple(
            Claims(passage, lang, names.participants)
            for section in section_facts(page, names, near)
            for passage in section.passages.values()
        )
        for lang, page in article.versions.items()
    }
