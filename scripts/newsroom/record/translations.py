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
        "The day it was last the same as its original; a command writes it.",
        "روزی که آخرین بار با متن اصلی یکی بود؛ دستور آن را می‌نویسد.",
        default=None,
    )
    machine: bool = key(
        ("Made by a machine", "ترجمهٔ ماشینی"),
        "`true` when a machine made it; readers are told.",
        "`true` اگر ماشین آن را ترجمه کرده است؛ به خواننده گفته می‌شود.",
        default=False,
    )
    reviewed: Day | None = key(
        ("Reviewed on", "تاریخ سنجش"),
        "The day an editor went over it beside the original.",
        "روزی که ویراستاری آن را با متن اصلی سنجید.",
        default=None,
    )
    sections: Annotated[Mapping[str, str], _DIGESTS] = key(
        ("Digests", "اثر انگشت‌ها"),
        "Digests of the sentences it was made from, by section; a command writes them. `_head` "
        "is title and summary, `_lead` what stands before the first heading.",
        "اثر انگشت جمله‌هایی که از آن‌ها ترجمه شده است، بخش به بخش؛ دستور آن را می‌نویسد. "
        "`_head` عنوان و خلاصه است و `_lead` آنچه پیش از نخستین عنوان بخش می‌آید.",
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
        ("Since", "از تاریخ"), "The day the translation was asked for.", "روزی که ترجمه خواسته شد."
    )
    claimed_by: str | None = key(
        ("Taken on by", "بر عهدهٔ"),
        "Who is going to write it: a name or a handle.",
        "کسی که ترجمه را بر عهده گرفته است: نام یا شناسهٔ او.",
        default=None,
    )
    claimed: Day | None = key(
        ("Taken on", "تاریخ بر عهده گرفتن"),
        "The day they said so; together with `claimed_by`.",
        "روزی که بر عهده گرفت؛ همراه با `claimed_by`.",
        default=None,
    )
    note: str | None = key(
        ("Editors’ note", "یادداشت ویراستار"),
        "What a translator should know.",
        "آنچه مترجم باید بداند.",
        default=None,
    )
