"""Text read in a wrong encoding is known; sound text of many languages is not taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.mojibake import mojibake

SENTENCES = (
    "شهرداران «بریلس‌پلاس» در قاوان گرد آمدند؛ ۱۲٪ از آن‌ها نخستین بار.",
    "The mayor’s “plan” — 5 °C, São Paulo — was read…",
    "Кавань и Тебриз — города-побратимы",
)


@pytest.mark.parametrize("page", ["latin-1", "cp1252", "cp1256", "cp1251"])
@pytest.mark.parametrize("sentence", SENTENCES, ids=["fa", "en", "ru"])
def test_sentence_read_in_a_wrong_encoding_is_known(page: str, sentence: str) -> None:
    damaged = "".join(
        bytes([byte]).decode(page, "ignore") or chr(byte) for byte in sentence.encode()
    )

    assert list(mojibake(damaged))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayorâ€™s plan", (9, "â€™", "’")),
        ("a â€œword", (2, "â€œ", "“")),
        ("SÃ£o Paulo", (1, "Ã£", "ã")),
        ("20 Â°C", (3, "Â°", "°")),
        ("Ø§ÛŒØ±Ø§Ù†", (0, "Ø§ÛŒØ±Ø§Ù†", "ایران")),
        ("در ط´ظ‡ط±", (3, "ط´ظ‡ط±", "شهر")),
        ("ظ…غŒط±", (0, "ظ…غŒط±", "میر")),
        ("می\u00e2€Œرود", (2, "â€Œ", "\u200c")),
        ("РљР°РІР°РЅСЊ", (0, "РљР°РІР°РЅСЊ", "Кавань")),
        ("say ÊåÑÇä", (4, "ÊåÑÇä", "تهران")),
    ],
)
def test_mojibake_is_told_with_what_was_meant(text: str, expected: tuple[int, str, str]) -> None:
    assert list(mojibake(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "“CAFÉ” and “CAFÉ’S”, Ødegård’s “Ø”, Å… and «MAÇû",
        "خط… حفظ» شارع؟ نوع، طرح‌ها ۲۵ ° و ®ط™",
        "اپ، تک، چند چک و گژ",
        "ДОМ… «ЛЕС» — Р. № 5",
        "José Ortolán, Cordavópolis, İzmir, Şişli, naïve, Ελλάδα, ÅÄÖ",
        "plain ascii",
    ],
)
def test_sound_text_is_let_through(text: str) -> None:
    assert list(mojibake(text)) == []


@given(st.text(alphabet="ابپتجچحخدذرزژسشصضطظعغفقکگلمنوهی‌ .،؛؟«»…()۰۱۲۳–", max_size=80))
def test_persian_of_any_letters_is_let_through(text: str) -> None:
    assert list(mojibake(text)) == []
