"""Calendars as icalendar and vobject read them, held against the events they tell of."""

from datetime import date, timedelta

import pytest
import vobject
from icalendar import Calendar
from icalendar import Event as ReadEvent

from newsroom.record.catalogue import Catalogue
from newsroom.record.kinds.event import Event
from newsroom.site.addresses import page_address
from newsroom.site.calendars import CONFIRMED, ICALENDAR, calendar_link
from newsroom.site.ical import CalendarEntry, vevent
from newsroom.site.outputs import Output
from newsroom.site.publication import outputs
from newsroom.site.site import Site
from newsroom.site.told_events import told_since
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS

from ..conftest import EVENT, SITE_URL, SOURCE, WriteRecord, sample_site, site_of
from ..pages import BuiltPage

SITE = sample_site()
CALENDARS = [it for it in outputs(SITE) if it.media_type == ICALENDAR]
FOLDERS = {"fa": "", "en": "en/"}
HELD = {"declaration-2024", "kavan-gathering-2024", "league-founded-2024", "letter-read-2024"}
"""The events of the sample record whose days are known."""


def made(site: Site, path: str) -> bytes:
    (data,) = [it.make() for it in outputs(site) if it.path == path]
    assert isinstance(data, bytes)
    return data


def events_of(data: bytes) -> dict[str, object]:
    calendar = Calendar.from_ical(data)
    return {str(event["uid"]).partition("#")[2]: event for event in calendar.events}


def site_with(write_record: WriteRecord, **changes: str) -> Site:
    """The small record with an event of each name."""
    files = {f"data/events/{name}.yml": text for name, text in changes.items()}
    catalogue, problems = Catalogue.load(write_record(files))
    assert problems == ()
    return site_of(catalogue)


@pytest.mark.parametrize("lang", LANGS)
def test_reader_gets_every_event_whose_days_are_known(lang: str) -> None:
    locale = SITE.locales[lang]

    events = events_of(made(SITE, f"{FOLDERS[lang]}timeline.ics"))

    assert events.keys() == HELD
    for id, event in events.items():
        meant = SITE.catalogue.events[id]
        since = told_since(meant, locale)
        assert event["uid"] == event["url"] == page_address(SITE_URL, lang, locale.uri_of(meant))
        assert (event.start, event.end) == (meant.date.start, meant.date.end + timedelta(days=1))
        assert event["dtstamp"].dt.date() == event["last-modified"].dt.date() == since
        assert event["summary"] == meant.title[lang]
        assert {event[it].params["LANGUAGE"] for it in ("summary", "description", "location")} == {
            lang
        }
        assert event["location"] == SITE.catalogue.participants["kavan"].name[lang]
        when, what, *_ = event["description"].split("\n")
        assert when.startswith(locale.date(meant.date))  # in both calendars
        assert meant.summary and what == meant.summary[lang]
        assert (event["status"], event["transp"]) == ("CONFIRMED", "TRANSPARENT")


@pytest.mark.parametrize("output", CALENDARS, ids=lambda output: output.path)
def test_calendar_comes_back_the_same_from_both_readers(output: Output) -> None:
    data = output.make()
    calendar = Calendar.from_ical(data)

    read = vobject.readOne(data.decode())

    again = Calendar.from_ical(calendar.to_ical())
    assert again == calendar and calendar.events and not calendar.errors
    assert [it for event in calendar.events for it in event.errors] == []
    for event, other in zip(calendar.events, read.vevent_list, strict=True):
        for key in ("uid", "summary", "description", "location", "status", "url"):
            assert getattr(other, key).value == event[key]
        assert (other.dtstart.value, other.dtend.value) == (event.start, event.end)
        assert other.summary.params["LANGUAGE"] == [output.lang]
    assert b"RSCALE" not in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "CONFIRMED"),
        ({"status: held": "status: planned"}, "TENTATIVE"),
        ({"status: held": "status: proposed"}, "TENTATIVE"),
        ({"status: held": "status: planned\noutcome: held"}, "CONFIRMED"),
        ({"status: held": "status: planned\noutcome: changed"}, "TENTATIVE"),
        ({"status: held": "status: proposed\noutcome: dropped"}, "CANCELLED"),
    ],
)
def test_status_says_what_is_known(
    write_record: WriteRecord, changes: dict[str, str], status: str
) -> None:
    text = EVENT
    for old, new in changes.items():
        text = text.replace(old, new)
    text = text.replace(
        "\nplace", "\noutcome_sources: [report]\nplace" if "outcome" in text else "\nplace"
    )

    events = events_of(made(site_with(write_record, fair=text), "en/timeline.ics"))

    assert events["fair"]["status"] == status


DAY = "2024-06-21"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (EVENT, (DAY, "2024-06-22")),
        (EVENT.replace(DAY, "2024-06-28/2024-07-02"), ("2024-06-28", "2024-07-03")),
        (EVENT.replace(DAY, "2024-02-27/2024-02-29"), ("2024-02-27", "2024-03-01")),
        (EVENT.replace(DAY, "2024-06"), None),
        (EVENT.replace(DAY, "2024"), None),
        (EVENT.replace(DAY, "2023-05-22/2023-06-21"), None),  # Khordad 1402
        (EVENT.replace(DAY, "2024-06-01/2024-06-09\nwithin: true"), None),
        (EVENT.replace(DAY, f"{DAY}\napproximate: true"), None),
        (EVENT.replace(DAY, f"{DAY}\nreported: true"), None),
        (EVENT.replace(DAY, f"{DAY}\nreported: true").replace("held", "planned"), None),
        (
            EVENT.replace(DAY, f"{DAY}\nreported: true").replace(
                "held", "planned\ndue: 2024-08-01"
            ),
            ("2024-08-01", "2024-08-02"),
        ),
        (EVENT.replace("held", "planned\ndue: 2024-08"), None),
    ],
)
def test_month_and_report_are_no_day(
    write_record: WriteRecord, text: str, days: tuple[str, str] | None
) -> None:
    site = site_with(write_record, fair=text)

    events = events_of(made(site, "timeline.ics"))

    found = events.get("fair")
    assert (found and (str(found.start), str(found.end))) == days
    link = calendar_link(site.locales["fa"].events_in_time, "timeline.ics")
    assert (link.left_out, link.count) == (0 if days else 1, 2)


def test_calendar_without_an_event_is_not_made(write_record: WriteRecord) -> None:
    site = site_with(write_record, meeting=EVENT.replace(DAY, "2024-06"))

    assert [it.path for it in outputs(site) if it.media_type == ICALENDAR] == []
    assert calendar_link(site.locales["en"].events_in_time, "timeline.ics").file is None


def test_event_that_moved_is_the_same_one_at_its_new_place(write_record: WriteRecord) -> None:
    site = site_with(write_record, fair=EVENT + "moved_from: [first, second]\n")

    event = events_of(made(site, "en/timeline.ics"))["first"]

    assert event["url"] == f"{SITE_URL}en/timeline.html#fair"


@pytest.mark.parametrize("text", ["A; B, C: \\n \\\\ “D”\nand E", "نشست، \u2066BRILS+\u2069 " * 20])
def test_text_with_signs_of_the_format_comes_back_as_it_was(text: str) -> None:
    day = date(2024, 6, 21)
    days = Period(day, day)
    entry = CalendarEntry("id", text, text, text, (51.2, -51.4), days, CONFIRMED, "", day)

    event = ReadEvent.from_ical(vevent(entry, "fa"))

    assert {event[key] for key in ("summary", "description", "location")} == {text}
    assert (event["geo"].latitude, event["geo"].longitude) == (51.2, -51.4)


@pytest.mark.parametrize(
    ("source", "event", "since"),
    [
        (SOURCE, EVENT, "2024-06-21"),
        (SOURCE.replace("sha", "retrieved: 2024-09-01\nsha"), EVENT, "2024-09-01"),
        (SOURCE.replace("not_before: 2024-06-21", "published: 2024-07-02"), EVENT, "2024-07-02"),
        (SOURCE, EVENT.replace(DAY, "2031-01-01").replace("held", "planned"), "2024-06-21"),
        (
            SOURCE,
            EVENT + "searched: [{what: {fa: چه, en: What}, where: {fa: جا, en: There}, "
            "date: 2025-02-03, words: [fair]}]\n",
            "2025-02-03",
        ),
    ],
)
def test_stamp_is_the_day_the_record_last_learnt_of_it(
    write_record: WriteRecord, source: str, event: str, since: str
) -> None:
    root = write_record({"data/events/fair.yml": event, "data/sources/report.yml": source})
    catalogue, problems = Catalogue.load(root)
    assert problems == ()
    site = site_of(catalogue)
    fair: Event = catalogue.events["fair"]

    assert told_since(fair, site.locales["en"]) == date.fromisoformat(since)


@pytest.mark.parametrize(("lang", "folder"), FOLDERS.items())
def test_page_offers_its_calendar_and_says_what_is_not_in_it(
    pages: dict[str, BuiltPage], lang: str, folder: str
) -> None:
    locale = SITE.locales[lang]
    left_out = locale.t("calendar.left_out", count=locale.number(7), all=locale.number(11))

    html = pages[f"{folder}timeline.html"].html

    assert 'href="timeline.ics" type="text/calendar"' in html
    assert left_out in html
    page = pages[f"{folder}participants/kavan.html"].html
    assert 'href="kavan.ics" type="text/calendar"' in page
    assert page.count('href="kavan.xml"') == 2  # for readers, and for programs
