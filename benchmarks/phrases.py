"""The phrases the invented record is put together from, and how they are filled in."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from newsroom.api import LANGS, WORD, Bilingual, fold_word, number

PHRASES = Path(__file__).with_name("phrases.yml")


def read_phrases() -> dict[str, Any]:
    """The tables of `phrases.yml` by name."""
    tables: dict[str, Any] = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    return tables


def words_of(phrases: Mapping[str, Any]) -> frozenset[str]:
    """Every word of the phrases, folded: no invented name may be one of them."""
    return frozenset(fold_word(word) for word in WORD.findall(str(phrases)))


def fill(phrase: Bilingual, **values: Bilingual) -> Bilingual:
    """The phrase in both languages with `{who}` and the like replaced."""
    return {
        lang: phrase[lang].format(**{key: value[lang] for key, value in values.items()})
        for lang in LANGS
    }


def joined(separator: str, texts: Iterable[Bilingual]) -> Bilingual:
    """The texts one after the other, language by language."""
    listed = tuple(texts)
    return {lang: separator.join(text[lang] for text in listed) for lang in LANGS}


def capitalised(text: Bilingual) -> Bilingual:
    """The text with a capital at its beginning where the script has one."""
    return {lang: line[:1].upper() + line[1:] for lang, line in text.items()}


def figure(value: int) -> Bilingual:
    """A number with the digits of each language."""
    return {lang: number(value, lang) for lang in LANGS}
