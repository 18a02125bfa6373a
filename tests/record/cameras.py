"""A kind of entry that the engine does not have: cameras, with what was taken with them."""

from dataclasses import dataclass
from typing import Annotated

from newsroom.record.fields import BilingualProse, Entry, key
from newsroom.record.kind import Kind
from newsroom.record.kinds import ids
from newsroom.record.values import choice, reference
from newsroom.text.dates import Period
from newsroom.text.languages import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    to: ids.PersonId = key(
        ("To", "برچسب to"), "Who had it: the id of a person.", "امانت‌گیرنده: شناسهٔ یک شخص."
    )
    until: Period | None = key(
        ("Until", "برچسب until"), "The day it came back.", "روز بازگشت.", default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera(Entry):
    name: Bilingual = key(("Name", "نام"), "The name.", "نام.")
    mount: Annotated[str, choice("screw", "bayonet")] = key(
        ("Mount", "برچسب mount"), "How lenses are fixed.", "پایهٔ عدسی."
    )
    shows: tuple[ids.ParticipantId, ...] = key(
        ("Shows", "برچسب shows"), "Who is shown.", "چه کسانی.", default=()
    )
    loans: tuple[Loan, ...] = key(
        ("Loans", "برچسب loans"), "Who had it.", "نزد چه کسانی بوده است.", default=()
    )
    taken: Period | None = key(
        ("Taken", "برچسب taken"), "When it took its last picture.", "آخرین عکس.", default=None
    )
    like: Annotated[str | None, reference("camera")] = key(
        ("Like", "برچسب like"), "One like it.", "مانند آن.", default=None
    )
    note: BilingualProse | None = key(("Note", "یادداشت"), "A note.", "یادداشت.", default=None)


KIND = Kind(
    id="camera",
    title={"fa": "دوربین", "en": "Camera"},
    files="data/cameras/*.yml",
    entry=Camera,
    named_by=("name",),
    page="cameras.md#{id}",
    lead="note",
)
