"""What an article says of its comparison with its source; `newsroom verify` writes it.

The facts of both pages are kept as digests, one a paragraph, so that a fact that enters or changes
later is seen without the source. What does not stand in the source is listed with its reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import Day, key
from newsroom.record.schema import keyed
from newsroom.record.values import pattern
from newsroom.text.languages import Bilingual
from newsroom.text.sentences import DIGEST

_DIGESTS = keyed("fa|en", "'fa'", pattern(rf"{DIGEST}(?: {DIGEST})*", "'4be1a0 09c3f7'"))
_SOURCE_DIGEST = pattern("[0-9a-f]{16}(?: [0-9a-f]{16})*", "the first 16 hex digits of a SHA-256")
_FACT = pattern(r"[a-z]+ \S.*", "'number 18 country'")


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Facts of the pages that the source does not state, and where they are from."""

    facts: tuple[Annotated[str, _FACT], ...] = key(
        ("Facts", "اطلاعات"),
        "The facts as reported by `newsroom verify`: `[number 18 country]`.",
        "اطلاعات به شکل گزارش `newsroom verify`: `[number 18 country]`.",
    )
    how: Bilingual = key(
        ("How it is known", "از کجا می‌دانیم"),
        "What they follow from, or why the editors say so, in both languages.",
        "از چه نتیجه می‌شود یا ویراستاران چرا آن را می‌گویند، به دو زبان.",
    )


@dataclass(frozen=True, slots=True)
class Verification:
    """That every fact of an article was looked for in its source.

    The command writes the first four together. Until it has, an editor may have listed what the
    source does not state: without those reasons the first comparison would never be whole.
    """

    date: Day | None = key(
        ("Date", "تاریخ"), "The day of the comparison.", "روز مقایسه.", default=None
    )
    by: str = key(
        ("By", "به دست"),
        "Who compared it: a name or a handle.",
        "مقایسه‌کننده: نام یا شناسهٔ کاربری او.",
        default="",
    )
    source: Annotated[str, _SOURCE_DIGEST] = key(
        ("Digest of the source", "اثر انگشت منبع"),
        "The first 16 hex digits of the SHA-256 of each raw source.",
        "شانزده رقم نخست `SHA-256` هر منبع خام.",
        default="",
    )
    facts: Annotated[Mapping[str, str], _DIGESTS] = key(
        ("Digests of the facts", "اثر انگشت اطلاعات"),
        "Digests of the facts of each paragraph, by language.",
        "اثر انگشت اطلاعات هر بند، به تفکیک زبان.",
        factory=dict,
    )
    derived: tuple[Reasoned, ...] = key(
        ("Derived", "نتیجه‌گیری‌شده"),
        "Facts that follow from this source or from others: a list of `facts` and `how`, written "
        "by an editor.",
        "اطلاعاتی که از این منبع یا منابع دیگر نتیجه می‌شود: فهرستی از `facts` و `how` که "
        "ویراستار می‌نویسد.",
        default=(),
    )
    ours: tuple[Reasoned, ...] = key(
        ("Ours", "از ما"),
        "Facts added in the editors’ notes: a list of `facts` and `how`.",
        "اطلاعاتی که ویراستاران در یادداشت‌ها می‌افزایند: فهرستی از `facts` و `how`.",
        default=(),
    )

    @property
    def is_made(self) -> bool:
        """Whether the comparison was recorded, and not only what it will have to know."""
        return bool(self.date and self.by and self.source and self.facts)

    def placed(self) -> Iterator[tuple[str, str]]:
        """The facts that need not stand in the source, each with its place in the file."""
        for name, listed in (("derived", self.derived), ("ours", self.ours)):
            for at, it in enumerate(listed):
                for number, fact in enumerate(it.facts):
                    yield f"verified.{name}.{at}.facts.{number}", fact

    @property
    def reasoned(self) -> frozenset[str]:
        """The facts that need not stand in the source."""
        return frozenset(fact for _, fact in self.placed())
