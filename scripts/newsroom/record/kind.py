"""A kind of entry as a value: what its module declares besides the fields."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from newsroom.record.documents import Entries, ParseContext
from newsroom.record.fields import Entry, schema_of
from newsroom.record.forms import Date, Id, Listed, Record
from newsroom.record.problems import say
from newsroom.record.schema import Field, Schema, many, read_record, record
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, Bilingual

_NAMED = ("place", "person", "organisation", "participant")


@runtime_checkable
class Called(Protocol):
    """An entry that may share its name with others."""

    def called(self, lang: str) -> str:
        """The name as lists show it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: where such files lie, and the table they are held to."""

    id: str
    """As the guide has it: its format is the section `format-<id>`."""
    title: Bilingual
    files: str
    """A pattern of paths from the root."""
    schema: Schema

    @property
    def is_page(self) -> bool:
        """Whether the table is of front matter."""
        return self.files.endswith(".md")

    @property
    def is_list(self) -> bool:
        """Whether one file holds all there are."""
        return "*" not in self.files


@dataclass(frozen=True, slots=True)
class Card:
    """What a search finds an entry by and shows of it, as far as its fields say it."""

    title: Bilingual
    lead: Bilingual | None
    dates: tuple[Period, ...]
    places: tuple[str, ...]
    mentions: tuple[str, ...]
    """The ids of the people, organisations and places it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What is known of every entry of a kind."""

    id: str
    """As a reference names it, and a rule: `place-unknown`."""
    title: Bilingual
    files: str
    """A pattern of paths from the root, `data/places/*.yml`, or the one file that lists them."""
    entry: type[Entry]
    named_by: tuple[str, ...]
    """The fields an entry is called by: the first of them that it has."""
    page: str
    """Where it stands below `docs/<lang>/`, with `{id}` for its id; empty for one without a place
    of its own, which no search finds."""
    is_found: bool = True
    """Whether lists and the search have it, as they have not what was withdrawn."""
    besides: tuple[str, ...] = ()
    """Pages that list some of them, too, by the same anchors: `outcomes.md#{id}`."""
    lead: str = ""
    """The field a search result shows below the name."""
    group: str = ""
    """Kinds that share their ids, and a name to refer to any of them by."""
    list_key: str = ""
    """The key of the list, where one file holds all there are."""

    @property
    def folder(self) -> str:
        """The folder of its files, from the root; that of its one file for a list."""
        return self.files.rpartition("/")[0]

    @property
    def schema(self) -> Schema:
        """The table of its files."""
        fields = schema_of(self.entry)
        if not self.list_key:
            return fields
        items = many(record(fields, dict))
        return (Field(self.list_key, items, "the list of them", required=True),)

    @property
    def format(self) -> Format:
        """Its files, for who explains them."""
        return Format(self.id, self.title, self.files, self.schema)

    @property
    def title_key(self) -> str:
        """The key its entries are listed by in a form; `{lang}` in it for that of the reader."""
        field = next(it for it in schema_of(self.entry) if it.key == self.named_by[0])
        return f"{field.key}.{{lang}}" if isinstance(field.read.form, Record) else field.key

    def path_of(self, id: str) -> str:
        """The file of an entry, from the root."""
        return self.files.replace("*", id)

    def holds(self, path: str) -> bool:
        """Whether a file, by its path from the root, is one of its files."""
        folder, _, name = path.rpartition("/")
        return path == self.files or (
            not self.list_key and folder == self.folder and name.endswith(".yml")
        )

    def answers_to(self, reference: str) -> bool:
        """Whether a reference to `reference` may lead to an entry of the kind."""
        return reference in (self.id, self.group)

    def address(self, id: str) -> str:
        """The path below `docs/<lang>/` where an entry stands, with its anchor."""
        return self.page.format(id=id)

    def label(self, entry: Any) -> Bilingual:
        """What an entry is called in both languages, told from namesakes; its id without a name."""
        if isinstance(entry, Called):
            return {lang: entry.called(lang) for lang in LANGS}
        names = (getattr(entry, name) for name in self.named_by)
        name = next(filter(None, names), entry.id)
        return dict.fromkeys(LANGS, name) if isinstance(name, str) else name

    def card(self, entry: Entry) -> Card:
        """The dates and ids of its fields; what is nested in them is left out."""
        dates: list[Period] = []
        ids: dict[str, list[str]] = {"place": []}
        for field in schema_of(self.entry):
            value = getattr(entry, field.name)
            form = field.read.form
            form = form.item if isinstance(form, Listed) else form
            if isinstance(form, Date) and value:
                dates.append(value)
            elif isinstance(form, Id) and form.of in _NAMED and value:
                ids.setdefault(form.of, []).extend((value,) if isinstance(value, str) else value)
        named = dict.fromkeys(id for found in ids.values() for id in found)
        lead = getattr(entry, self.lead) if self.lead else None
        places = tuple(dict.fromkeys(ids["place"]))
        return Card(self.label(entry), lead, tuple(dates), places, tuple(named))


def read_list(kind: Kind, entries: Entries, context: ParseContext) -> dict[str, Entry]:
    """The entries one file lists, in its order; of two with one id, the first.

    An entry knows its lines by its id: `figures.boats.value` is where that one's value is.
    """
    found: dict[str, Entry] = {}
    items = read_record(entries, kind.schema, context).get(kind.list_key, ())
    lines = _lines_of_items(kind.list_key, context.lines)
    for index, values in enumerate(items):
        id = values.pop("id", str(index))
        own = {f"{kind.list_key}.{id}{place}": line for place, line in lines[str(index)].items()}
        if id in found:
            message = say("'{value}' appears twice in '{at}'", value=id, at=kind.list_key)
            context.report(own.get(f"{kind.list_key}.{id}", 1), "value-repeated", message)
        else:
            found[id] = kind.entry(id=id, path=context.path, lines=own, **values)
    return found


def _lines_of_items(key: str, lines: Mapping[str, int]) -> Mapping[str, Mapping[str, int]]:
    """The lines of the items of a list by their number, each place from its item on."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for place, line in lines.items():
        if place.startswith(f"{key}."):
            number, dot, rest = place.removeprefix(f"{key}.").partition(".")
            found[number][f"{dot}{rest}"] = line
    return found
