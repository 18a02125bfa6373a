"""Half-spaces: what the rules do, and how well, on phrases and on the real sources."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.half_spaces import WAYS, read_sentences, score_sentences, tidy_lines
from hypothesis import given
from hypothesis import strategies as st

from newsroom.record.orthography import default_word_lists
from newsroom.text.half_spaces import restore
from newsroom.text.letters import normalise
from newsroom.text.lexicon import Lexicon, junction
from newsroom.text.mending import mend_word
from newsroom.text.persian import HALF_SPACE

from ..conftest import ROOT

TUNED = Path(__file__).parent / "news_phrases.txt"
UNSEEN = Path(__file__).parent / "unseen_phrases.txt"


LISTS = default_word_lists()
LEXICON = Lexicon.of(LISTS)


def unmark(marked: str) -> tuple[str, str]:
    """The raw and the right form of a phrase with marks; see the head of the file."""
    raw = marked.replace("_", " ").replace("-", "").replace("=", " ").replace("~", " ")
    right = marked.replace("_", HALF_SPACE).replace("-", HALF_SPACE).replace("=", "")
    return raw, right


def gaps(text: str) -> list[str]:
    """What stands after each letter: a space, a half-space or nothing.

    A half-space after a letter that does not join is optional, and counts as none.
    """
    found: list[str] = []
    letter = ""
    for char in text:
        if char in " ~":
            found[-1] = char
        elif char == HALF_SPACE:
            found[-1] = junction(letter)
        else:
            found.append("")
            letter = char
    return found


def score(pairs: Iterator[tuple[str, str]]) -> tuple[Counter[str], list[str]]:
    """Counts of `right`, `wrong` and `missed` places, and the texts that have wrong ones."""
    counts: Counter[str] = Counter()
    damaged = []
    for raw, right in pairs:
        ours = restore(raw, LEXICON).text
        for before, wanted, after in zip(gaps(raw), gaps(right), gaps(ours), strict=True):
            if wanted == "~":
                continue
            if after != before:
                counts["right" if after == wanted else "wrong"] += 1
                damaged += [ours] if after != wanted else []
            elif wanted != before:
                counts["missed"] += 1
    return counts, damaged


def phrases(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield unmark(line)


@pytest.mark.parametrize(
    ("file", "recall"), [(TUNED, 0.9), (UNSEEN, 0.85)], ids=["tuned", "unseen"]
)
def test_news_phrases_are_never_damaged_and_mostly_restored(file: Path, recall: float) -> None:
    counts, damaged = score(phrases(file))

    assert len(list(phrases(file))) >= 100
    assert damaged == []
    assert counts["right"] / (counts["right"] + counts["missed"]) >= recall


@pytest.mark.parametrize(
    "word",
    "میزبان میلیارد میلیون میراث میان میدان میدانی میز میل تنها تنهایی انتها انتهای اشتهای منتها بها "
    "بهای آنها رها رهایی فقها نهایی شانگهای میرزاوندی میریخادوف شهرها دبیرکل همچنین گردشگران بیکاری "
    "استاندار فرماندار شده کمبود بهترین بیشتر دختر برنامه نامه ایران نهادهای زمینهای نامهای".split(),
)
def test_word_that_is_right_or_unclear_is_left_alone(word: str) -> None:
    assert mend_word(word, LEXICON) == word


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        ("می رود و نمی آید", "می\u200cرود و نمی\u200cآید"),
        ("برمیگردد", "برمی\u200cگردد"),
        ("۱۲ می رسیدند", "۱۲ می رسیدند"),
        ("در ماه می شد", "در ماه می شد"),
        ("کمیته ای", "کمیته\u200cای"),
        ("که ای کاش", "که ای کاش"),
        ("شرکت های تک", "شرکت های تک"),
        ("شهر های مهم تر", "شهرهای مهم\u200cتر"),
        ("چشم تر", "چشم تر"),
        ("منطقهای", "منطقه\u200cای"),
        ("توافق نامههای", "توافق\u200cنامه\u200cهای"),
        ("شدهاند", "شده\u200cاند"),
        ("شدهاست", "شده است"),
        ("آنرا", "آن را"),
        ("به برنامه ریزی", "به برنامه\u200cریزی"),
        ("حمل و نقل", "حمل\u200cونقل"),
        ("رئیس جمهوری", "رئیس جمهوری"),
        ("شهر، ها", "شهر، ها"),
    ],
)
def test_half_spaces_are_put_back(raw: str, right: str) -> None:
    assert restore(raw, LEXICON).text == right


def test_doubtful_words_are_reported_and_left() -> None:
    restored = restore("زمینهای سوارکننده", LEXICON)

    assert restored.text == "زمینهای سوارکننده"
    assert [word.text for word in restored.doubtful] == ["زمینهای"]


def test_changes_name_the_words_as_they_stood() -> None:
    restored = restore("این فرصت ها و توافق نامههای", LEXICON)

    assert [(word.raw, word.text) for word in restored.changed] == [
        ("فرصت ها", "فرصت\u200cها"),
        ("توافق نامههای", "توافق\u200cنامه\u200cهای"),
    ]


LINES = st.lists(
    st.sampled_from(
        [
            *"ا ب پ ت ش ن ه ی م و ک ها های می نمی ای اند تر ترین کننده نامه شده کرد است بین المللی".split(),
            *"سرمایه گذاری آنرا که به شهر زمینه بزرگ حمل نقل ۱۲ ، » ( BRILS+".split(),
            " ",
            " ",
            " ",
            "\u200c",
        ]
    ),
    max_size=25,
).map("".join)


@given(LINES)
def test_restoring_is_idempotent_and_keeps_every_letter(line: str) -> None:
    line = normalise(line)

    once = restore(line, LEXICON).text

    assert restore(once, LEXICON).text == once
    assert letters_of(once) == letters_of(line)


def letters_of(text: str) -> str:
    return text.replace(HALF_SPACE, "").replace(" ", "")


@pytest.mark.parametrize(
    "line",
    [
        "شمار دانشجویان کاهش یافته بود",
        "دو قایق آسیب دیده‌اند",
        "قیمت‌ها افزایش یافته و تولید کم شده",
        "بنا بر این آمار",
        "هر چند روز یک بار",
        "چنانچه نشانه‌ای بیابید",
        "شناسنامهٔ کودکان",
        "هوشمندی و هدفمندسازی",
        "منتهایش و گرانبهای",
        "شکستهای تیم و شاخهای گاو و تیرهای چوبی",
        "برندهای تازه و سازندهای رسوبی",
        "درهای بسته و سفرهای دور و برخوردهای تند",
        "نهالها و کتابهای کهن",  # both ways are right
        "میزبانند و میهمانند",
        "بی ویرگول و بی هیچ شرطی",
        "نام نویسنده و دوره گذار",
        "این دور بین دو شهر",
        "لباس‌های تر",
        "شهر ام القرا",
        "میلانی و میبدی",
    ],
)
def test_line_that_may_be_right_is_left_alone(line: str) -> None:
    assert restore(line, LEXICON).text == line


NAMED = Lexicon.of(LISTS, ["ریزی جیرزاده", "بین المللی قاوان"])


@pytest.mark.parametrize("line", ["پیشنهاد ریزی جیرزاده دربارهٔ شهرها", "دیدار ریزی جیرزاده"])
@pytest.mark.parametrize("lexicon", [NAMED, Lexicon.of(LISTS, ["ریزی"])])
def test_nothing_is_joined_on_to_the_front_of_a_name(line: str, lexicon: Lexicon) -> None:
    assert restore(line, LEXICON).text != line
    assert restore(line, lexicon).text == line


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        ("برنامه ریزی شهری", "برنامه\u200cریزی شهری"),  # the name has two words
        ("همایش بین المللی قاوان", "همایش بین\u200cالمللی قاوان"),  # the name itself is wrong
        ("ریزی جیرزاده ها", "ریزی جیرزاده\u200cها"),
    ],
)
def test_words_beside_a_name_are_joined_as_ever(raw: str, right: str) -> None:
    assert restore(raw, NAMED).text == restore(raw, LEXICON).text == right


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        ("می چکانند", "می\u200cچکانند"),
        ("نمیلغزاند", "نمی\u200cلغزاند"),
        ("بازمی ستانند", "بازمی\u200cستانند"),
        ("میرفتهاند", "می\u200cرفته\u200cاند"),
        ("می باید", "می\u200cباید"),
        ("میگویی", "می\u200cگویی"),
        ("فروریختهاند", "فروریخته\u200cاند"),
        ("نپذیرفتهای", "نپذیرفته\u200cای"),
        ("همسایه اش و بندگی تان", "همسایه\u200cاش و بندگی\u200cتان"),
        ("خانوادهاش", "خانواده\u200cاش"),
        ("ایرانی اند", "ایرانی\u200cاند"),
        ("نرم تری", "نرم\u200cتری"),
        ("عجولانه ترین", "عجولانه\u200cترین"),
        ("لجوجترین", "لجوج\u200cترین"),
        ("طبقه بندی", "طبقه\u200cبندی"),
        ("طبقهبندی", "طبقه\u200cبندی"),
        ("بی تعصبی", "بی\u200cتعصبی"),
        ("سه شنبه", "سه\u200cشنبه"),
        ("شهرهای سازمان یافته", "شهرهای سازمان\u200cیافته"),
        ("دولتها و اولویتهای ما", "دولت\u200cها و اولویت\u200cهای ما"),
        ("نشریهای", "نشریه\u200cای"),
        ("سوریهای", "سوریه\u200cای"),
    ],
)
def test_endings_and_verbs_are_joined_by_rule(raw: str, right: str) -> None:
    assert restore(raw, LEXICON).text == right


@pytest.mark.parametrize("word", "نهالها شکستهای خطهای باغهایشان".split())
def test_plural_in_doubt_is_told(word: str) -> None:
    assert [found.text for found in restore(word, LEXICON).doubtful] == [word]


def test_no_half_space_is_taken_out() -> None:
    line = "دو\u200cمرحله\u200cای و دو\u200cساله"

    assert restore(line, LEXICON).text == line


TREEBANKS = ROOT.parent / "shared" / "data" / "treebank"
"""Sentences of treebanks, beside the repository and no part of it."""


@pytest.mark.parametrize(
    ("name", "precision", "apart", "dropped", "changes"),
    [("perdt-dev", 0.99, 0.88, 0.75, 25), ("seraji-dev", 0.95, 0.80, 0.65, 50)],
)
def test_sentences_of_treebanks_are_restored(
    name: str, precision: float, apart: float, dropped: float, changes: int
) -> None:
    folder = Path(os.environ.get("NEWSROOM_TREEBANKS", TREEBANKS))
    if not (folder / f"{name}.txt").exists():
        pytest.skip("the treebanks are not at hand")
    sentences = read_sentences(folder / f"{name}.txt")

    scores = [score_sentences(sentences, tidy_lines(LEXICON), way) for way in WAYS]

    assert [score.precision >= precision for score in scores[:2]] == [True, True]
    assert scores[0].recall >= apart and scores[1].recall >= dropped
    assert scores[2].wrong <= changes


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("هیچ کس نیامد.", ["هیچ کس"]),
        ("گفت و گو و جست و جو کردند.", ["گفت و گو", "جست و جو"]),
        ("وزارت آموزش و پرورش", ["آموزش و پرورش"]),
        ("او گفت و رفت.", []),
        ("هیچ\u200cکس در گفت\u200cوگو نبود.", []),
        ("حمل و نقل", []),
    ],
)
def test_compound_that_is_a_matter_of_taste_is_told_and_left(line: str, told: list[str]) -> None:
    restored = restore(line, LEXICON)

    assert [word.raw for word in restored.doubtful] == told
    assert [word.raw for word in restored.changed if word.raw in told] == []
    assert all(text in restored.text for text in told)
