"""Which drawing a story has, and what the record says in it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from newsroom.record.articles import Article
from newsroom.record.kinds.article import GraphicWish
from newsroom.record.kinds.disagreement import DIFFER, UNCLEAR, Disagreement
from newsroom.record.kinds.event import HELD, Event
from newsroom.record.kinds.figure import Figure
from newsroom.record.participants import Participant
from newsroom.site.graphics import dots, locator, moments, squares
from newsroom.site.graphics.cards import HEIGHT as CARD
from newsroom.site.graphics.coasts import way
from newsroom.site.graphics.graphic import Graphic
from newsroom.text.dates import Period, own_calendars
from newsroom.text.numbers import FoundNumber, find_numbers
from newsroom.text.sentences import sentence_spans

if TYPE_CHECKING:
    from newsroom.site.locale_views import LocaleView

KINDS = (moments.KIND, dots.KIND, locator.KIND, squares.KIND)
"""The kinds of drawing in the order they are tried for a story: the rarest first."""

_PLANS = 3
"""From so many plans and proposals on a story is one of time."""

_RATIO = 2
"""Of two numbers that are worth a drawing to scale, at least."""

_LEAST_AMOUNT = 100
"""The smaller of them, at least: below it most numbers are days and ranks."""

_MOST_PRINTED = 30
"""Characters of an amount with the words that belong to it."""

_GAP = 2
"""Empty months that are folded."""


class Stories:
    """The drawings of the record in one language."""

    def __init__(self, locale: "LocaleView") -> None:
        self._locale = locale
        self._t = locale.t
        self._lang = locale.lang

    def of(
        self, article: Article, without: Collection[str] = (), *, on_card: bool = False
    ) -> Graphic | None:
        """The drawing of a story; `None` where the record has nothing to draw.

        What its editors ask for counts, unless it is of a kind in `without`; then the first kind of
        `KINDS` the story has enough for; then a map of its place alone, and its events in time.
        A drawing for a share card is of the same kind, and no higher than a card.
        """
        drawn = self._drawn(article, CARD if on_card else None)
        return next((it for it in drawn if it and it.kind not in without), None)

    def _drawn(self, article: Article, whole: float | None) -> Iterator[Graphic | None]:
        """What a story may have, the best first; each is made when it is asked for."""
        wish = article.graphic
        if isinstance(wish, GraphicWish):
            yield self._asked(wish.figures)
        elif wish:
            yield self._of_kind(wish, article, is_asked=True, whole=whole)
        for kind in KINDS:
            yield self._of_kind(kind, article, is_asked=False, whole=whole)
        for kind in (locator.KIND, moments.KIND):
            yield self._of_kind(kind, article, is_asked=True, whole=whole)

    def of_disagreement(self, entry: Disagreement) -> Graphic | None:
        """Two numbers of two sources to scale; `None` where it is not of that."""
        amounts = list(self._amounts(entry))
        if len(amounts) != 2:
            return None
        small, large = sorted(it.value for it in amounts)
        if small < _LEAST_AMOUNT or large < _RATIO * small:
            return None
        ratio = large / small
        times = self._locale.number(round(ratio / 10) * 10 if ratio >= 1000 else round(ratio))
        return Graphic(
            squares.squares(amounts[0], amounts[1], self._lang),
            self._t(
                "graphic.squares",
                question=entry.question[self._lang],
                amounts=self._list(f"{it.source}: {it.printed} – {it.what}" for it in amounts),
            ),
            self._t("graphic.squares_caption", times=times),
            self._lang,
        )

    def _asked(self, id: str) -> Graphic | None:
        """The drawing of a key figure or a disagreement."""
        catalogue = self._locale.catalogue
        if id in catalogue.disagreements:
            return self.of_disagreement(catalogue.disagreements[id])
        found = next((it for it in catalogue.figures if it.id == id), None)
        return self._dots(found) if found else None

    def _of_kind(
        self, kind: str, article: Article, *, is_asked: bool, whole: float | None
    ) -> Graphic | None:
        match kind:
            case locator.KIND:
                return self._map(article, 0 if is_asked else 1, whole)
            case moments.KIND:
                return self._time(article, 1 if is_asked else _PLANS, whole)
            case dots.KIND:
                figures = (
                    it for it in self._locale.catalogue.figures if it.article == article.slug
                )
                return next(filter(None, map(self._dots, figures)), None)
            case _:
                entries = self._locale.catalogue.disagreements.values()
                own = (it for it in entries if article.slug in {at.article for at in it.articles})
                return next(filter(None, map(self.of_disagreement, own)), None)

    # A map.

    def _map(self, article: Article, least: int, whole: float | None) -> Graphic | None:
        """A map of the story's place with at least so many others."""
        host = self._host(article)
        if host is None or host.coordinates is None:
            return None
        cities = [
            it
            for it in self._locale.mentioned_on(article.facts)  # both languages draw the same
            if it.coordinates and it.subkind == "city" and it.id != host.id
        ]
        if len(cities) < least:
            return None
        doubtful = self._doubtful(article, host)
        spots = [self._spot(it, host, it.id in doubtful) for it in cities]
        first = next((self._locale.catalogue.events[id] for id in article.events), None)
        is_dated = first is not None and first.place == host.id and not first.reported
        date = self._locale.short_date(first.date) if first and is_dated else ""
        place = locator.Spot(host.coordinates, host.name[self._lang], (date,) if date else ())
        more = self._t("graphic.more", count=self._locale.number(len(cities)))
        drawing = locator.locator(place, spots, self._lang, self._distance, more, whole=whole or 0)
        said = self._list(f"{it.name} ({it.notes[0]})" for it in spots)
        key = "graphic.map" if spots else "graphic.map_alone"
        label = self._t(key, place=place.name, places=said)
        return Graphic(drawing, label, self._map_caption(place.name, spots), self._lang)

    def _host(self, article: Article) -> Participant | None:
        """Where the story is: its own place, or the first place of its events, if it has one."""
        events = (self._locale.catalogue.events[id] for id in article.events)
        ids = filter(None, (article.place, *(event.place for event in events)))
        found = map(self._locale.participant, ids)
        return next((it for it in found if it.coordinates), None)

    def _doubtful(self, article: Article, host: Participant) -> frozenset[str]:
        """What a question of the sources names beside the place of the story: here or there?"""
        named = {
            id
            for it in self._locale.catalogue.disagreements.values()
            if it.kind in (DIFFER, UNCLEAR) and host.id in it.participants
            if article.slug in {at.article for at in it.articles}
            for id in it.participants
        }
        events = (self._locale.catalogue.events[id] for id in article.events)
        return frozenset(named - {id for event in events for id in event.everyone})

    def _spot(self, city: Participant, host: Participant, is_doubtful: bool) -> locator.Spot:
        assert city.coordinates and host.coordinates  # those without are left out
        away = self._distance(round(way(host.coordinates, city.coordinates)[0], -1))
        far = away
        if city.country and city.country != host.country:
            country = self._locale.participant(city.country).name[self._lang]
            far = self._t("graphic.far", country=country, distance=away)
        name = city.name[self._lang]
        if is_doubtful:
            name = self._t("graphic.doubtful", name=name)
        return locator.Spot(city.coordinates, name, tuple(dict.fromkeys((far, away))), is_doubtful)

    def _distance(self, kilometres: float) -> str:
        return self._t("graphic.distance", count=self._locale.number(int(kilometres)))

    def _map_caption(self, place: str, spots: Collection[locator.Spot]) -> str:
        parts = [self._t("graphic.map_caption", place=place)]
        if any(it.is_doubtful for it in spots):
            parts.append(self._t("graphic.map_doubt"))
        return " ".join(parts)

    # A count.

    def _dots(self, figure: Figure) -> Graphic | None:
        printed, what = figure.value[self._lang], figure.label[self._lang]
        found = find_numbers(printed, self._lang)
        value = _value(found[0]) if len(found) == 1 else None
        if value is None or value < dots.LEAST or value.denominator != 1:
            return None
        each = dots.per_dot(int(value))
        rest = int(value) % each
        sources = self._list(self._locale.called(self._locale.source(it)) for it in figure.sources)
        key = "graphic.dots_caption" if each > 1 else "graphic.dots_one_caption"
        caption = [self._t(key, each=self._locale.number(each), sources=sources)]
        if rest:
            caption.append(self._t("graphic.dots_rest", rest=self._locale.number(rest)))
        return Graphic(
            dots.dots(int(value), printed, what, self._lang),
            self._t("graphic.dots", value=printed, what=what),
            " ".join(caption),
            self._lang,
        )

    # Two amounts.

    def _amounts(self, entry: Disagreement) -> Iterator[squares.Amount]:
        """What each source says, where it names one number in digits; nothing where it does not."""
        for said in entry.says:
            text = said.text[self._lang]
            start, end = next(sentence_spans(text))
            sentence = text[start:end].rstrip(".")
            found = [it for it in find_numbers(sentence, self._lang) if it.is_written]
            value = _value(found[0]) if len(found) == 1 and not found[0].year else None
            if value is not None:
                printed, what = _parted(sentence, found[0])
                source = self._locale.called(self._locale.source(said.source))
                yield squares.Amount(float(value), printed, source, what)

    # A line of time.

    def _time(self, article: Article, least: int, whole: float | None) -> Graphic | None:
        """The events of a story in time, where so many of them were only announced.

        With a height for the `whole`, as many of them as it has room for.
        """
        events = self._locale.events(article.events)
        announced = sum(event.status != HELD for event in events)
        if not events or (least > 1 and announced < least):
            return None
        entries = list(self._entries(events))
        said = (f"{it.date}: {it.title} ({it.state})" for it in map(self._moment, events))
        label = self._t("graphic.time", entries=self._list(said))
        is_folded = any(isinstance(it, moments.Gap) for it in entries)
        caption = self._t("graphic.time_caption_folded" if is_folded else "graphic.time_caption")
        drawing = moments.moments(entries, self._lang)
        for left in range(len(events) - 1, 0, -1):
            if whole is None or drawing.height <= whole:
                break
            text = self._t("graphic.rest", count=self._locale.number(len(events) - left))
            shown = [*self._entries(events[:left]), moments.Gap(text)]
            drawing = moments.moments(shown, self._lang)
        return Graphic(drawing, label, caption, self._lang)

    def _entries(self, events: Sequence[Event]) -> Iterator[moments.Moment | moments.Gap]:
        for at, event in enumerate(events):
            if at and (months := self._months_between(events[at - 1].date, event.date)) >= _GAP:
                yield moments.Gap(self._t("graphic.gap", count=self._locale.number(months)))
            yield self._moment(event)

    def _moment(self, event: Event) -> moments.Moment:
        date = self._locale.date(event.date)
        if event.reported:
            date = self._t("date.reported", date=date)
        title = (event.short or event.title)[self._lang]
        return moments.Moment(date, title, self._t(f"timeline.{event.status}"), event.status)

    def _months_between(self, before: Period, after: Period) -> int:
        """How many whole months of the own calendar lie between two periods."""
        calendar, _ = own_calendars(self._lang)
        (year, month, _), (later, other, _) = map(calendar.parts, (before.end, after.start))
        return (later - year) * 12 + other - month - 1

    def _list(self, texts: Iterable[str]) -> str:
        return (self._t("graphic.semicolon") + " ").join(texts)


def _parted(sentence: str, number: FoundNumber) -> tuple[str, str]:
    """An amount as its sentence has it, and what it is of.

    "More than 4 million, the people on the river" has both; of any other sentence the number is
    taken, and the whole of it.
    """
    for comma in (", ", "، "):
        head, found, rest = sentence.partition(comma)
        if found and number.end <= len(head) <= _MOST_PRINTED:
            return head, rest
    return sentence[number.start : number.end], sentence


def _value(number: FoundNumber) -> Fraction | None:
    """The one number that is meant, if there is no other reading."""
    (reading, *others) = sorted(number.readings)
    return None if others or ":" in reading else Fraction(reading)
