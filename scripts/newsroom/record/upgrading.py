"""A record of an older format as the files of the newest: `newsroom upgrade`.

What is changed is what the migrations say, and besides what the engine took over from records
with format 1: the words of the interface, its messages and word lists. Those that are still as the
engine once gave them go, so that its words of today hold; what a newsroom wrote itself stays.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import PurePosixPath

import yaml

from newsroom.defaults import default_text
from newsroom.document.front_matter import find_front_matter
from newsroom.record.messages import default_messages
from newsroom.record.migrations import FILE, Change, Migration, pending
from newsroom.record.strings import Words, default_strings, placeholders
from newsroom.record.yaml_edits import Edits, Place, edited
from newsroom.text.languages import LANGS

Texts = Mapping[str, str]
"""The files of a record by path from its root."""


def upgraded(files: Texts, version: int, migrations: Sequence[Migration]) -> dict[str, str | None]:
    """The files of a record that change, `None` for one that goes; empty for a newest one.

    A file that is no YAML stays as it is: the check tells of it.
    """
    waiting = pending(version, migrations)
    if not waiting:
        return {}
    changed: dict[str, str | None] = {FILE: f"format: {waiting[-1].version}\n"}
    for path, text in files.items():
        new = text
        for migration in waiting:
            new = _migrated(path, new, migration)
        if new != text and path != FILE:
            changed[path] = new or None
    return changed


def digest_of_word(lang: str, key: str, words: Words) -> str:
    """What a word of the interface is known by, once it is in no file any more."""
    text = words if isinstance(words, str) else "\n".join(words)
    return hashlib.sha256(f"{lang}.{key}={text}".encode()).hexdigest()[:8]


def _migrated(path: str, text: str, migration: Migration) -> str:
    """A text as a version has it; empty for a file that goes."""
    if hashlib.sha256(text.encode()).hexdigest() in migration.copies:
        return ""
    try:
        for change in migration.changes:
            if text and PurePosixPath(path).match(change.files):
                text = _edited(text, path, _edits_of(change))
        if migration.takes_words and (edits := _words_of(path)):
            text = edited(text, edits)
    except yaml.YAMLError:
        pass
    return text


def _edited(text: str, path: str, edits: Edits) -> str:
    """A file with its edits, of a page its front matter."""
    found = find_front_matter(text) if path.endswith(".md") else (0, len(text), 0)
    if found is None:
        return text
    start, end, _ = found
    return text[:start] + edited(text[start:end], edits) + text[end:]


def _edits_of(change: Change) -> Edits:
    def is_meant(place: Place) -> bool:
        wanted = change.key.split(".")
        return len(wanted) == len(place) and all(
            want in ("*", part) for want, part in zip(wanted, place, strict=True)
        )

    if change.values:
        values = change.values
        return Edits(value=lambda place, text: values.get(text, "") if is_meant(place) else "")
    if change.new:
        return Edits(key=lambda place: change.new if is_meant(place) else "")
    return Edits(is_gone=lambda place, _: is_meant(place))


def _words_of(path: str) -> Edits | None:
    """What goes of a file of words: what the engine has not, cannot take or had itself."""
    if path == "data/messages.yml":
        return Edits(is_gone=_is_unknown_message)
    for lang in LANGS:
        if path == f"data/strings/{lang}.yml":
            return Edits(is_gone=partial(_is_old_word, lang))
    return None


def _is_unknown_message(place: Place, node: yaml.Node) -> bool:
    if len(place) != 2 or not isinstance(node, yaml.MappingNode):
        return False
    said = {key.value: value.value for key, value in node.value}
    return said.get("en") not in default_messages().persian


def _is_old_word(lang: str, place: Place, node: yaml.Node) -> bool:
    if isinstance(node, yaml.MappingNode):
        return False
    default = default_strings(lang)
    known: Mapping[str, Words] = {**default.words, **default.lists}
    key, words = ".".join(place), _words(node)
    if isinstance(node, yaml.ScalarNode) and place[-1].isdigit():
        return False  # an item of a list goes with it
    if key not in known or digest_of_word(lang, key, words) in _digests():
        return True
    return placeholders(words) != placeholders(known[key])


def _words(node: yaml.Node) -> Words:
    if isinstance(node, yaml.SequenceNode):
        return tuple(str(item.value) for item in node.value)
    return str(node.value)


@cache
def _digests() -> frozenset[str]:
    """Of the words the engine gave a record of format 0."""
    return frozenset(default_text("words-of-format-0.txt").split())
