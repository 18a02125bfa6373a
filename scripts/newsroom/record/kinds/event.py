"""The events of the timeline: what was held, planned or proposed, when, and by which sources."""

import datetime
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, Any

from newsroom.record.documents import ParseContext
from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.problems import say
from newsroom.record.searches import SEARCHED, Search
from newsroom.record.values import choice
from newsroom.record.writing import Value
from newsroom.text.dates import Period, iso_of
from newsroom.text.languages import Bilingual

HELD, PLANNED, PROPOSED = STATUSES = ("held", "planned", "proposed")
OUTCOMES = (HELD, "dropped", "changed")
"""What may come of an event that was planned or proposed."""

OVERDUE, AHEAD, UNDATED, KNOWN = "overdue", "ahead", "undated", "known"
STANDINGS = (OVERDUE, AHEAD, UNDATED, KNOWN)
"""How such an event stands on a day: its days are over and nothing is known, they are not, none
was announced, or a source says what came of it.
"""

_NEAR = timedelta(days=31)
"""How far an event may lie from a date that is about right, or before the report of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """Something that was held, planned or proposed at a time."""

    date: Period = key(("Date", "تاریخ"), "Year, month, day or a range.", "سال، ماه، روز یا بازه.")
    """With `approximate` and `within` in it."""
    approximate: bool = key(
        ("About this date", "تاریخ تقریبی"),
        "`true` when the date is about right.",
        "`true` اگر تاریخ تقریبی باشد.",
        default=False,
    )
    within: bool = key(
        ("On one of these days", "در یکی از این روزها"),
        "`true` when it was on one of the days of the date, which the source does not name, "
        "and not on all of them; not for a single day.",
        "`true` اگر رویداد در یکی از روزهای این تاریخ بوده، نه در همهٔ آن‌ها، و منبع آن روز را "
        "نگفته باشد؛ برای تاریخ یک‌روزه به کار نمی‌رود.",
        default=False,
    )
    reported: bool = key(
        ("Date of the report", "به تاریخ گزارش"),
        "`true` when the date is that of the report.",
        "`true` اگر تاریخ از آن گزارش باشد.",
        default=False,
    )
    title: Bilingual = key(
        ("Title", "عنوان"),
        "What happened, in a headline, in both languages.",
        "آنچه روی داده است، در یک تیتر و به دو زبان.",
    )
    short: Bilingual | None = key(
        ("Short title", "عنوان کوتاه"),
        "The title in about 34 letters or fewer, for the timeline’s drawing, in both languages.",
        "همان عنوان در حدود ۳۴ حرف یا کمتر، برای نمودار گاه‌شمار و به دو زبان.",
        default=None,
    )
    summary: BilingualProse | None = key(
        ("Summary", "خلاصه"),
        "One or two sentences, in both languages.",
        "یک یا دو جمله، به دو زبان.",
        default=None,
    )
    status: Annotated[str, choice(*STATUSES)] = key(
        ("Status", "وضعیت"),
        "`held`, `planned` or `proposed`, as the sources had it when they wrote.",
        "`held` یعنی برگزارشده، `planned` یعنی برنامه‌ریزی‌شده و `proposed` یعنی پیشنهادی؛ به "
        "گفتهٔ منابع در زمان خود.",
    )
    due: Period | None = key(
        ("Due", "موعد"),
        "The day or days announced for it, of an event that is `planned` or `proposed`. Left out, "
        "an event is due on its `date`, unless that is the date of the report.",
        "روز یا روزهایی که برای آن اعلام شده است؛ برای رویدادی که `planned` یا `proposed` است. اگر "
        "نوشته نشود، موعد همان `date` است، مگر آنکه تاریخِ گزارش باشد.",
        default=None,
    )
    outcome: Annotated[str | None, choice(*OUTCOMES)] = key(
        ("What came of it", "سرانجام"),
        "What came of an event that was planned or proposed: `held`, `dropped` or `changed`; in "
        "what it was changed the note says.",
        "سرانجامِ رویدادی که برنامه‌ریزی یا پیشنهاد شده بود: `held` یعنی برگزار شد، `dropped` یعنی "
        "کنار گذاشته شد و `changed` یعنی تغییر کرد؛ یادداشت می‌گوید چه تغییری.",
        default=None,
    )
    outcome_sources: tuple[ids.SourceId, ...] = key(
        ("Sources of the outcome", "منابع سرانجام"),
        "The sources that say what came of it: a list of ids. With `outcome`, never without.",
        "منابعی که می‌گویند چه شد: فهرست شناسه‌ها. هر جا `outcome` هست باید باشد و جز آن نه.",
        default=(),
    )
    place: ids.PlaceId | None = key(
        ("Place", "مکان"), "Where: the id of a place.", "جای رویداد: شناسهٔ یک مکان.", default=None
    )
    participants: tuple[ids.ParticipantId, ...] = key(
        ("Participants", "شرکت‌کنندگان"),
        "Who took part, be it people, organisations or places: a list of ids. Of an event that "
        "is `planned` the page says that they were to take part, of one that is `proposed` only "
        "that they are named.",
        "شرکت‌کنندگان، خواه شخص، خواه نهاد یا مکان: فهرست شناسه‌ها. اگر رویداد `planned` باشد، "
        "صفحه می‌گوید که قرار بود شرکت کنند، و اگر `proposed` باشد، فقط می‌گوید که از آنان نام برده "
        "شده است.",
        default=(),
    )
    listed: tuple[ids.ParticipantId, ...] = key(
        ("Named as present", "در فهرست منبع، بی‌تأیید حضور"),
        "Who is named as present by a source, without confirmation: a list of ids.",
        "کسانی که منبعی آنان را حاضر می‌شمارد و تأیید نشده است: فهرست شناسه‌ها.",
        default=(),
    )
    mentioned: tuple[ids.ParticipantId, ...] = key(
        ("Spoken of", "نام‌برده‌شده"),
        "Who is spoken of, where no source says they were present: a list of ids.",
        "کسانی که از آنان نام برده شده و هیچ منبعی آنان را در شمار حاضران نیاورده است: فهرست "
        "شناسه‌ها.",
        default=(),
    )
    sources: tuple[ids.SourceId, ...] = key(
        ("Sources", "منابع"),
        "The sources that tell of it: a list of ids.",
        "منابعی که از آن می‌گویند: فهرست شناسه‌ها.",
    )
    searched: tuple[Search, ...] = key(*SEARCHED, default=())
    note: BilingualProse | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "An editors’ note, in both languages.",
        "یادداشت ویراستار، به دو زبان.",
        default=None,
    )

    @classmethod
    def settle(cls, values: dict[str, Any], line: int, context: ParseContext) -> bool:
        """Give the date what is said of it."""
        marks = {key: values.get(key, False) for key in ("approximate", "within")}
        given = values["date"]
        date = values["date"] = replace(given, **marks)
        if values.get("due") == given:
            values["due"] = date  # the same days, as exact as they are known
        if date.within and date.is_day:
            message = say("'within' is true, but the date is a single day")
            hint = say("give a month, a year or a range, or leave 'within' out")
            context.report(context.lines["within"], "value-form", message, hint)
        return True

    @property
    def is_of_a_day(self) -> bool:
        """Whether it is known to have been on the one day of its date."""
        return self.date.is_day and not self.reported and not self.date.approximate

    @property
    def span(self) -> Period:
        """The days it can lie on: what is before it ends before them."""
        is_vague = self.date.approximate and not self.date.is_named
        start, end = self.date.start, self.date.end
        if self.reported or is_vague:
            start -= _NEAR
        return Period(start, end + _NEAR if is_vague else end)

    @property
    def due_on(self) -> Period | None:
        """When it was to be; `None` for what was held, and where no day was announced."""
        if self.status == HELD:
            return None
        return self.due or (None if self.reported else self.date)

    @property
    def due_until(self) -> datetime.date | None:
        """The last day that may be the one announced; a day only about right is given more."""
        due = self.due_on
        if due is None:
            return None
        is_vague = due.approximate and not due.is_named
        return due.end + _NEAR if is_vague else due.end

    def standing(self, day: datetime.date | None) -> str | None:
        """How it stands on a day, one of `STANDINGS`; `None` for what was held anyway.

        Without a day nothing is past due.
        """
        if self.status == HELD:
            return None
        if self.outcome:
            return KNOWN
        if self.due_until is None:
            return UNDATED
        return OVERDUE if day and self.due_until < day else AHEAD

    @property
    def everyone(self) -> tuple[str, ...]:
        """The ids of all it names, its place included, each once."""
        place = (self.place,) if self.place else ()
        named = self.participants + self.listed + self.mentioned + place
        return tuple(dict.fromkeys(named))


KIND = Kind(
    id="event",
    title={"fa": "رویداد", "en": "Event"},
    files="data/events/*.yml",
    entry=Event,
    named_by=("title",),
    page="timeline.md#{id}",
)


def date_keys(period: Period) -> dict[str, Value]:
    """The keys of an event's file that say what a phrase does of its date.

    Who names a month, a year or the middle of a month means a day of it.
    """
    keys: dict[str, Value] = {"date": iso_of(period)}
    if period.approximate:
        keys["approximate"] = True
    if period.is_inexact and not period.is_day:
        keys["within"] = True
    return keys
