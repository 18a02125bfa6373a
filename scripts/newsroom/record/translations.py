"""What a page says of its translation: what it was made from, or that one is wanted.

A translation keeps digests of the sentences it was made from, section by section, so that a change
of the original is seen, and shown, without the old text and without the history of the repository.
`newsroom translate --refresh` writes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import Day, key
from newsroom.record.schema import keyed
from newsroom.record.values import choice, pattern
from newsroom.text.languages import LANGS
from newsroom.text.sentences import DIGEST

_DIGESTS = keyed(
    r"_?[a-z0-9]+(?:-[a-z0-9]+)*",
    "'city-diplomacy'",
    pattern(rf"{DIGEST}(?: {DIGEST})*", "'4be1a0 09c3f7'"),
)


@dataclass(frozen=True, slots=True)
class Translation:
    """What a translation was made from, and how."""

    of: Annotated[str, choice(*LANGS)] = key(
        ("From", "از زبان"),
        "The language of the original: `fa` or `en`.",
        "زبان متن اصلی: `fa` یا `en`.",
    )
    date: Day | None = key(
        ("Date", "تاریخ"),
        "The day it last matched its original; written by a command.",
        "آخرین روزی که با متن اصلی مطابقت داشت؛ فرمان آن را می‌نویسد.",
        default=None,
    )
    machine: bool = key(
        ("Machine translation", "ترجمهٔ ماشینی"),
        "`true` for a machine translation; the page says so.",
        "`true` برای ترجمهٔ ماشینی؛ در صفحه قید می‌شود.",
        default=False,
    )
    reviewed: Day | None = key(
        ("Reviewed on", "تاریخ مقابله"),
        "The day an editor reviewed it against the original.",
        "روزی که ویراستاری آن را با متن اصلی مقابله کرد.",
        default=None,
    )
    sections: Annotated[Mapping[str, str], _DIGESTS] = key(
        ("Digests", "اثر انگشت‌ها"),
        "Digests of the sentences it is based on, by section; written by a command. `_head` is "
        "title and summary, `_lead` the text before the first heading.",
        "اثر انگشت جمله‌های متن اصلی، بخش‌به‌بخش؛ فرمان آن را می‌نویسد. `_head` عنوان و خلاصه "
        "است و `_lead` متن پیش از نخستین عنوان بخش.",
        factory=dict,
    )

    @property
    def is_recorded(self) -> bool:
        """Whether it says what it was made from, so that a change can be seen."""
        return bool(self.date and self.sections)


@dataclass(frozen=True, slots=True)
class Wanted:
    """That an original stands alone until somebody translates it."""

    since: Day = key(
        ("Since", "از تاریخ"), "The day the translation was requested.", "روزی که ترجمه درخواست شد."
    )
    claimed_by: str | None = key(
        ("Taken on by", "مترجم"),
        "The translator: a name or a handle.",
        "مترجم: نام یا شناسهٔ کاربری او.",
        default=None,
    )
    claimed: Day | None = key(
        ("Taken on", "تاریخ پذیرفتن"),
        "The day the translator took it on; together with `claimed_by`.",
        "روزی که مترجم کار را پذیرفت؛ همراه با `claimed_by`.",
        default=None,
    )
    note: str | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "What a translator should know.",
        "آنچه مترجم باید بداند.",
        default=None,
    )
