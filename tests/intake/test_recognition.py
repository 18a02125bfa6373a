"""Names that no entry bears yet."""

import pytest

from newsroom.intake.importing import ImportContext
from newsroom.intake.transliteration import transliterate

from ..conftest import sample_record

CATALOGUE = sample_record()
CUES = CATALOGUE.import_rules
RECOGNISER = ImportContext.of(CATALOGUE).recogniser


@pytest.mark.parametrize(
    ("lang", "text", "name", "beside"),
    [
        ("fa", "سارا رستگار گفت کار پیش می‌رود.", "سارا رستگار", "گفت"),
        ("fa", "سارا رستگار، مدیرکل امور شهری، از کار گفت.", "سارا رستگار", "مدیرکل"),
        ("fa", "دیروز در نشست، سارا رستگار، شهردار تلمیز، بود.", "سارا رستگار", "شهردار"),
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
        "ایلوار ملچین، شهردار قاوان، گفت.",  # known
        "در این نشست، شهردار قاوان گفت.",
        "گسترش همکاری، شهردار گفت، مهم است.",
    ],
)
def test_words_that_are_no_name_are_not_proposed(text: str) -> None:
    assert RECOGNISER.find_unknown(text, "fa") == ()


def found(text: str, lang: str = "fa") -> list[str]:
    return [name.text for name in RECOGNISER.find_unknown(text, lang) if name.kind == "person"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("آقای نیکزاد باعث خشنودی همه شد.", ["نیکزاد"]),
        ("آقای نیکزاد آمد.", ["نیکزاد"]),
        ("آقای مهران نیکزاد سپس رفت. نیکزاد گفت. آقای نیکزاد ماند.", ["مهران نیکزاد"]),
        ("خانم سارا رستگار تازه رسید.", ["سارا رستگار"]),
        ("مهندس علی قاسم\u200cزاده همان روز آمد.", ["علی قاسم\u200cزاده"]),
        ("دکتر علی قاسم زاده همان روز آمد.", ["علی قاسم زاده"]),
        ("آقای جان اسمیت، شهردار آن شهر، آمد.", ["جان اسمیت"]),
        ("آقایان مهران نیکزاد، بهروز دلاور و سارا رستگار آمدند و ماندند.",
         ["مهران نیکزاد", "بهروز دلاور", "سارا رستگار"]),
        ("خانم‌ها مینا رستگار و پروین دلاور به قاوان رفتند.", ["مینا رستگار", "پروین دلاور"]),
    ],
)  # fmt: skip
def test_one_name_a_person_without_the_words_behind_it(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("word", ["آقای", "آیت\u200cالله"])
def test_word_that_betrays_a_name_is_told_as_it_is_written(word: str) -> None:
    unknown = RECOGNISER.find_unknown(f"{word} نیکزاد آمد.", "fa")

    assert [name.beside for name in unknown] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "وزیر امور خارجه مصر به قاوان آمد.",
        "فرمانده نیروی انتظامی سخن گفت.",
        "معاون خدمات شهری گفت.",
        "مدیرکل ارتباطات و فناوری آمد.",
        "رئیس ستاد بازرسی سخن گفت.",
    ],
)
def test_what_an_office_is_of_is_no_person(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mehran Nikzad, the deputy mayor of Talmiz, came.", ["Mehran Nikzad"]),
        ("The mayor, Mehran Nikzad, came.", ["Mehran Nikzad"]),
        ("Mr. Nikzad came. Mehran Nikzad said so.", ["Mehran Nikzad"]),
        ("Dr Ömer Yıldızlı came.", ["Ömer Yıldızlı"]),
        ("The Harbour Road, a street of old, is long.", []),
    ],
)
def test_names_of_an_english_source_are_found(text: str, names: list[str]) -> None:
    assert found(text, "en") == names


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("علی قاسم\u200cزاده", "Ali Qasemzadeh"),
        ("مهران نیکزاد", "Mehran Nikzad"),
        ("بهروز دلاور", "Behrouz Dalavar"),
        ("سارا رستگار", "Sara Rastagar"),
        ("عباس رستمی", "Abbas Rastami"),
        ("ژاله پورعباس", "Zhaleh Pourabbas"),
        ("نوید رضایی", "Navid Razayi"),
    ],
)
def test_persian_name_gets_latin_letters_one_can_say(name: str, latin: str) -> None:
    given = dict(pair.split("=") for pair in CUES.given)

    assert transliterate(name, "fa", given) == latin
