"""Names that no entry bears yet."""

import pytest

from newsroom.intake.importing import Desk
from newsroom.record.catalogue import Catalogue

from ..conftest import ROOT

RECOGNISER = Desk.of(Catalogue.load(ROOT, drafts=True)[0]).recogniser


@pytest.mark.parametrize(
    ("lang", "text", "name", "beside"),
    [
        ("fa", "سارا رستگار گفت کار پیش می‌رود.", "سارا رستگار", "گفت"),
        ("fa", "سارا رستگار، مدیرکل امور شهری، از کار گفت.", "سارا رستگار", "مدیرکل"),
        ("fa", "دیروز در نشست، سارا رستگار، شهردار تبریز، بود.", "سارا رستگار", "شهردار"),
        ("fa", "مدیرکل امور شهری، سارا رستگار، گفت.", "سارا رستگار", "گفت"),
        ("en", "Deputy mayor Sara Rastegar said so.", "Sara Rastegar", "mayor"),
    ],
)
def test_name_beside_an_office_or_a_verb_of_speech_is_proposed(
    lang: str, text: str, name: str, beside: str
) -> None:
    (found,) = RECOGNISER.find_unknown(text, lang)

    assert (found.text, found.kind, found.beside) == (name, "person", beside)


@pytest.mark.parametrize(
    "text",
    [
        "ایلسور متشین، شهردار قازان، گفت.",  # known
        "در این نشست، شهردار قازان گفت.",
        "گسترش همکاری، شهردار گفت، مهم است.",
    ],
)
def test_words_that_are_no_name_are_not_proposed(text: str) -> None:
    assert RECOGNISER.find_unknown(text, "fa") == ()
