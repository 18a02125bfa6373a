"""The columns of a table: what each holds, told once, in both languages.

Most are made of the fields of the record (`columns_of`): a bilingual text is a column for each
language, a date four, an id a reference to the table of what it leads to. Their schemas, the head
of a CSV file and the page that explains them follow from what stands here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, partial
from operator import attrgetter
from typing import Any, Generic, TypeVar

from newsroom.record.fields import schema_of
from newsroom.record.forms import Choice, Coordinates, Date, Flag, Id, Listed, Record
from newsroom.record.schema import Field
from newsroom.site.addresses import Addressed, page_address
from newsroom.site.site import Site
from newsroom.text.dates import CALENDARS, SOLAR, Period, iso_in
from newsroom.text.languages import LANGS, Bilingual

FOLDER = "data"
"""Where the files of tables lie, below the folder of the site."""

Row = TypeVar("Row")
Value = str | float | bool | date | tuple[str, ...] | None
"""What stands in a cell; `None` where the record says nothing."""


class Type(StrEnum):
    """What the values of a column are; `data.type_<type>` is its name in the strings."""

    TEXT = "text"
    CHOICE = "choice"
    """One of the words the column names."""
    ID = "id"
    ADDRESS = "address"
    """Of a page on the web, in full."""
    DAY = "day"
    """A Gregorian day."""
    NUMBER = "number"
    FLAG = "flag"
    LIST = "list"
    """Texts; there may be none."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    name: str
    sentences: Bilingual
    """What it holds, with names of values and columns in backquotes."""
    value: Callable[[Row], Value]
    type: Type = Type.TEXT
    is_required: bool = False
    """Whether every row has a value."""
    options: tuple[str, ...] = ()
    """The values there are."""
    of: str = ""
    """The table the ids of a column are from, its own one included."""


Columns = tuple[Column[Row], ...]


@dataclass(frozen=True)
class Table(Generic[Row]):
    """A table, and the file it is published as."""

    name: str
    title: Bilingual
    sentences: Bilingual
    """What a row of it is."""
    columns: Columns[Row]
    rows: Callable[[], Iterable[Row]]

    @property
    def csv(self) -> str:
        """The path of its file for spreadsheets, below the folder of the site."""
        return f"{FOLDER}/{self.name}.csv"

    @property
    def json(self) -> str:
        """That of its file for programs."""
        return f"{FOLDER}/{self.name}.json"

    @property
    def schema(self) -> str:
        """That of the JSON Schema of the latter."""
        return f"{FOLDER}/schemas/{self.name}.json"

    @property
    def has_ids(self) -> bool:
        """Whether its rows have ids, by which other tables refer to them."""
        return self.columns[0].name == "id"

    @cached_property
    def values(self) -> tuple[tuple[Value, ...], ...]:
        """The cells, row by row."""
        getters = [column.value for column in self.columns]
        return tuple(tuple(value(row) for value in getters) for row in self.rows())


PRECISIONS = ("day", "month", "year", "days")
"""How much of a calendar a date is: `days` for any other stretch."""

_TABLES: Mapping[str | None, str] = {
    "article": "articles",
    "event": "events",
    "organisation": "participants",
    "participant": "participants",
    "person": "participants",
    "place": "places",
    "source": "sources",
}
"""The table of what an id leads to, by what a reference to it names as the kind."""

_PARTS: Mapping[str, Bilingual] = {
    "fa": {"en": "In this column in Persian.", "fa": "در این ستون به فارسی."},
    "en": {"en": "In this column in English.", "fa": "در این ستون به انگلیسی."},
    "start": {
        "en": "In this column the first day of it.",
        "fa": "در این ستون نخستین روز آن.",
    },
    "end": {
        "en": "In this column the last day of it, which for a single day is the same as the first.",
        "fa": "در این ستون آخرین روز آن، که در تاریخ یک‌روزه همان نخستین روز است.",
    },
    "precision": {
        "en": "In this column how exact it is: a `day`, a whole `month` or `year` of either "
        "calendar, or other `days`.",
        "fa": "در این ستون دقت آن: `day` برای یک روز، `month` و `year` برای یک ماه یا سال کامل در "
        "یکی از دو تقویم، و `days` برای هر بازهٔ دیگر.",
    },
    "solar": {
        "en": "In this column in the Solar Hijri calendar, as `1403-04-01 SH`, `1403-04 SH`, "
        "`1403 SH`, or from one day to another with `/` between them.",
        "fa": "در این ستون به تقویم هجری شمسی، به شکل `1403-04-01 SH`، `1403-04 SH` یا `1403 SH`، "
        "یا از روزی تا روزی دیگر با `/` در میان.",
    },
    "latitude": {"en": "In this column the latitude.", "fa": "در این ستون عرض جغرافیایی."},
    "longitude": {"en": "In this column the longitude.", "fa": "در این ستون طول جغرافیایی."},
}
"""What is said of a column that is one of several made of the same field."""


def id_column(en: str, fa: str, *, of: str = "") -> Columns[Any]:
    """The id of a row, which every row has; `of` a table, if it is the id of another row there."""
    return (Column("id", _both(en, fa), attrgetter("id"), Type.ID, is_required=True, of=of),)


def reference(
    name: str,
    of: str,
    en: str,
    fa: str,
    value: Callable[[Row], str | None],
    *,
    required: bool = True,
) -> Columns[Row]:
    """An id in the table `of`."""
    return (Column(name, _both(en, fa), value, Type.ID, required, of=of),)


def text(
    name: str, en: str, fa: str, value: Callable[[Row], str | None], *, required: bool = False
) -> Columns[Row]:
    """A text that is the same in both languages, or in one of them."""
    return (Column(name, _both(en, fa), lambda row: value(row) or None, Type.TEXT, required),)


def choice(
    name: str,
    options: tuple[str, ...],
    en: str,
    fa: str,
    value: Callable[[Row], str | None],
    *,
    required: bool = True,
) -> Columns[Row]:
    """One of some words."""
    return (Column(name, _both(en, fa), value, Type.CHOICE, required, options),)


def flag(name: str, en: str, fa: str, value: Callable[[Row], bool]) -> Columns[Row]:
    return (Column(name, _both(en, fa), value, Type.FLAG, is_required=True),)


def bilingual(
    name: str,
    en: str,
    fa: str,
    value: Callable[[Row, str], str | None],
    *,
    type: Type = Type.TEXT,
    required: bool = False,
) -> Columns[Row]:
    """A column for each language; `value` gives the text of a row in a language."""
    return tuple(
        Column(
            f"{name}_{lang}", _of(_both(en, fa), lang), partial(_in, value, lang), type, required
        )
        for lang in LANGS
    )


def days(
    name: str,
    en: str,
    fa: str,
    value: Callable[[Row], Period | None],
    *,
    required: bool = False,
) -> Columns[Row]:
    """The columns of a date: its first and its last day, how exact it is, and its solar form."""
    said = _both(en, fa)

    def of(make: Callable[[Period], Value]) -> Callable[[Row], Value]:
        return lambda row: make(period) if (period := value(row)) else None

    return (
        Column(f"{name}_start", _of(said, "start"), of(_start), Type.DAY, required),
        Column(f"{name}_end", _of(said, "end"), of(_end), Type.DAY, required),
        Column(
            f"{name}_precision",
            _of(said, "precision"),
            of(_precision),
            Type.CHOICE,
            required,
            PRECISIONS,
        ),
        Column(f"{name}_solar", _of(said, "solar"), of(_solar), Type.TEXT, required),
    )


def day(
    name: str, en: str, fa: str, value: Callable[[Row], Period | None], *, required: bool = False
) -> Columns[Row]:
    """The two columns of a date that is always a single day."""
    first, _, _, solar = days(name, en, fa, value, required=required)
    return (Column(name, _both(en, fa), first.value, Type.DAY, required), solar)


def addresses(site: Site, target: Callable[[Row], Addressed]) -> Columns[Row]:
    """Where what a row tells of stands on the site; nowhere in a language it does not stand in."""

    def address(row: Row, lang: str) -> str | None:
        uri = site.locales[lang].uri_of(target(row))
        is_there = site.is_version(lang, uri.partition("#")[0])
        return page_address(site.settings.site_url, lang, uri) if is_there else None

    said = ("Its address on this site.", "نشانی آن در این سایت.")
    return bilingual("page", *said, address, type=Type.ADDRESS)


def columns_of(declared: type[Any], *names: str, at: str = "") -> Columns[Any]:
    """The columns of some fields of a class, by the names of its attributes, in their order.

    `at` is the attribute of a row that holds the object, where it is not the row itself.
    """
    fields = {field.name: field for field in schema_of(declared)}
    return tuple(
        column
        for name in names
        for column in _columns(fields[name], attrgetter(f"{at}.{name}" if at else name))
    )


def options_of(declared: type[Any], name: str) -> tuple[str, ...]:
    """The values that a field of a class may have."""
    (form,) = (field.read.form for field in schema_of(declared) if field.name == name)
    assert isinstance(form, Choice)
    return form.options


def _columns(field: Field, value: Callable[[Any], Any]) -> Iterator[Column[Any]]:
    said = (field.doc, field.persian)
    match field.read.form:
        case Record(schema) if isinstance(schema[0].read.form, Listed):
            for lang in LANGS:
                listed = partial(_listed, value, lang)
                yield Column(f"{field.key}_{lang}", _of(_both(*said), lang), listed, Type.LIST)
        case Record():
            texts = partial(_text, value)
            yield from bilingual(field.key, *said, texts, required=field.required)
        case Date(is_day=is_day):
            yield from (day if is_day else days)(field.key, *said, value, required=field.required)
        case Coordinates():
            for at, name in enumerate(("latitude", "longitude")):
                number = partial(_coordinate, value, at)
                yield Column(name, _of(_both(*said), name), number, Type.NUMBER)
        case Choice(options):
            yield from choice(field.key, options, *said, value, required=field.required)
        case Flag():
            yield from flag(field.key, *said, value)
        case Id(of=kind):
            of = _TABLES[kind]
            yield from reference(field.key, of, *said, value, required=field.required)
        case Listed():
            yield Column(field.key, _both(*said), value, Type.LIST)
        case _:
            yield from text(field.key, *said, value, required=field.required)


def _both(en: str, fa: str) -> Bilingual:
    return {"fa": fa, "en": en}


def _of(sentences: Bilingual, part: str) -> Bilingual:
    """What is said of one of the columns that tell of the same."""
    return {lang: f"{sentences[lang]} {_PARTS[part][lang]}" for lang in LANGS}


def _in(value: Callable[[Row, str], Any], lang: str, row: Row) -> Any:
    return value(row, lang) or None


def _text(value: Callable[[Any], Bilingual | None], row: object, lang: str) -> str | None:
    texts = value(row)
    return texts.get(lang) if texts else None


def _listed(
    value: Callable[[Any], Mapping[str, tuple[str, ...]] | None], lang: str, row: object
) -> tuple[str, ...]:
    return (value(row) or {}).get(lang, ())


def _coordinate(
    value: Callable[[Any], tuple[float, float] | None], at: int, row: object
) -> float | None:
    place = value(row)
    return place[at] if place else None


def _start(period: Period) -> date:
    return period.start


def _end(period: Period) -> date:
    return period.end


def _precision(period: Period) -> str:
    if period.is_day:
        return "day"
    named = {len(iso_in(period, calendar)) for calendar in CALENDARS}
    return "year" if 4 in named else "month" if 7 in named else "days"


def _solar(period: Period) -> str:
    # Without the letters LibreOffice takes 1403-04-01 for a day of the Julian calendar.
    return f"{iso_in(period, SOLAR)} SH"
