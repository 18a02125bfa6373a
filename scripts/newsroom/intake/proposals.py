"""Data files for names and events nobody has registered, beside the record and for review."""

from collections.abc import Sequence

from newsroom.intake.drafts import Facts, id_of, plain
from newsroom.intake.extraction import Dated
from newsroom.intake.recognition import Recogniser
from newsroom.intake.transliteration import transliterate
from newsroom.intake.unknown_names import UnknownName
from newsroom.record.catalogue import Catalogue
from newsroom.record.import_rules import ImportRules
from newsroom.record.kinds import BY_ID
from newsroom.record.kinds.event import date_keys
from newsroom.record.participants import Participant
from newsroom.record.writing import Value, write_yaml
from newsroom.text.dates import Period
from newsroom.text.languages import LANGS, other_lang
from newsroom.text.persian import fold_word

FOLDER = "proposals"
_REVIEW = "# Proposed by `newsroom import`; review every line of it, then move it to {place}\n"


def propose_names(
    names: Sequence[UnknownName], lang: str, slug: str, taken: set[str], import_rules: ImportRules
) -> dict[str, str]:
    """A file for each name nobody bears yet, in both scripts; `taken` are the ids in use."""
    files: dict[str, str] = {}
    pairs = (name.partition("=") for name in import_rules.given)
    given = {fold_word(persian): latin for persian, _, latin in pairs}
    for name in names:
        other = other_lang(lang)
        both = {lang: plain(name.text), other: transliterate(name.text, lang, given)}
        id = id_of(both["en"], "")
        if not id or not both["fa"] or id in taken:
            continue
        taken.add(id)
        folder = BY_ID[name.kind].folder
        values: dict[str, Value] = {"name": {key: both[key] for key in LANGS}}
        if name.kind == "organisation":
            values["kind"] = "body"
        head = _REVIEW.format(place=f"{folder}/")
        head += f"# Found beside '{name.beside}'; the form in '{other}' is letter by letter\n"
        files[f"{FOLDER}/{slug}/{folder.removeprefix('data/')}/{id}.yml"] = head + write_yaml(
            values
        )
    return files


def propose_events(
    dates: Sequence[Dated],
    facts: Facts,
    published: Period | None,
    catalogue: Catalogue,
    recogniser: Recogniser,
) -> dict[str, str]:
    """A file for each dated sentence; the day of publication itself is no event."""
    files: dict[str, str] = {}
    titles = {lang: catalogue.strings[lang].words["intake.event"] for lang in LANGS}
    for dated in dates:
        period = dated.found.period
        if period is None or period == published:
            continue
        named = [catalogue.participants[id] for id in recogniser.find_known(dated.sentence)]
        is_past = published is None or period.start <= published.start
        values: dict[str, Value] = {
            **date_keys(period),
            "title": titles,
            "status": "held" if is_past else "planned",
            **_named(named),
            "sources": [facts.id],
        }
        path = f"{FOLDER}/{facts.slug}/events/event-{period.start.isoformat()}.yml"
        files.setdefault(path, _head_of(dated) + write_yaml(values))
    return files


def _head_of(dated: Dated) -> str:
    head = _REVIEW.format(place="data/events/") + f"# From line {dated.line} of the source\n"
    if dated.found.inferred:
        head += f"# The date is inferred from '{' '.join(dated.found.text.split())}'\n"
    return head


def _named(named: Sequence[Participant]) -> dict[str, Value]:
    """The city and the others a sentence names."""
    cities = [entry.id for entry in named if entry.subkind == "city"]
    others = [entry.id for entry in named if entry.kind != "place"]
    values: dict[str, Value] = {"place": cities[0]} if cities else {}
    return values | ({"participants": others} if others else {})
