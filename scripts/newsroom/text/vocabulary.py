"""The words of dates in Persian and English: the one place where a month's name is spelled.

The reading of phrases, the comparison of two languages and the search take theirs from here; what
is printed (`data/strings/`) is held against it by a test. Of several spellings the first is the
usual one.
"""

from newsroom.text.number_words import ORDINALS, UNITS

MONTHS = {
    "solar": {
        "fa": "فروردین|اردیبهشت|خرداد|تیر|مرداد,امرداد|شهریور|مهر|آبان,ابان|آذر,اذر|دی|بهمن|اسفند",
        "en": "farvardin|ordibehesht|khordad|tir|mordad,amordad|shahrivar|mehr|aban|azar|dey,dei|"
        "bahman|esfand",
    },
    "gregorian": {
        "fa": "ژانویه,جنوری|فوریه,فبریه,فبروری|مارس,مارچ|آوریل,اوریل,آپریل,اپریل|مه,می|"
        "ژوئن,ژوین,جون|ژوئیه,ژوییه,جولای|اوت,آگوست,اگوست,آگست,اگست|سپتامبر,سپتمبر|"
        "اکتبر,اکتوبر|نوامبر,نومبر|دسامبر,دسمبر",
        "en": "january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|"
        "september,sept,sep|october,oct|november,nov|december,dec",
    },
}
AFGHAN_MONTHS = {
    "fa": "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت",
    "en": "hamal|sawr|jawza|saratan|asad|sunbula|mizan|aqrab|qaws|jadi|dalw|hut",
}
"""The solar months in Afghanistan. Most are common words, too, «میزان» and «سرطان» among them, so
they are months only where a day stands before them and a year behind."""

WEEKDAYS = {
    "fa": "دوشنبه|سه‌شنبه|چهارشنبه|پنج‌شنبه|جمعه,آدینه|شنبه|یک‌شنبه",
    "en": "monday,mon|tuesday,tues,tue|wednesday,wed|thursday,thurs,thu|friday,fri|saturday,sat|"
    "sunday,sun",
}
"""From Monday, as Python counts."""

AMBIGUOUS_MONTHS = frozenset("تیر مهر دی مه می جون".split())
"""What are other words, too: with a number in letters («یک تیر») they need more to be a month."""
CAPITALISED = frozenset(
    "may march mar sun sat wed aban tir mehr dey dei jan".split() + AFGHAN_MONTHS["en"].split("|")
)
"""Words that are others, too, and name a date only with a capital."""

_SPRING, _SUMMER, _AUTUMN, _WINTER = range(1, 5)
_MORNING, _NOON, _AFTERNOON, _NIGHT = range(4)
DAY_PARTS = (_MORNING, _NOON, _AFTERNOON, _NIGHT)

WORDS: dict[str, dict[str, int]] = {
    "relative_day": {
        "امروز": 0, "دیروز": -1, "پریروز": -2, "فردا": 1, "پس فردا": 2, "دیشب": -1, "امشب": 0,
        "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1,
        "this morning": 0, "this afternoon": 0, "this evening": 0,
    },
    "relative_year": {"امسال": 0, "پارسال": -1, "پیرارسال": -2},
    "after": {
        "گذشته": -1, "آینده": 1, "جاری": 0, "پیش": -2, "قبل": -2, "دیگر": 2, "اخیر": -1, "ago": -2,
    },
    "before": {
        "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0,
        "این": 0, "همین": 0,
    },
    "third": {
        "اوایل": 0, "آغاز": 0, "ابتدای": 0, "روزهای آغازین": 0, "روزهای نخست": 0,
        "اواسط": 1, "میانه": 1, "نیمه": 1, "اواخر": 2, "پایان": 2, "انتهای": 2, "آخر": 2,
        "روزهای پایانی": 2, "early": 0, "beginning of": 0, "start of": 0, "mid": 1, "middle of": 1,
        "late": 2, "end of": 2,
    },
    "half": {"نیمه": 0, "نیم سال": 1, "half": 0, "شش ماهه": 1},
    "decade": {"دهه": 0},
    "quarter": {"سه ماهه": 0, "فصل": 0, "quarter": 0},
    "season": {
        "بهار": _SPRING, "تابستان": _SUMMER, "پاییز": _AUTUMN, "پائیز": _AUTUMN, "زمستان": _WINTER,
        "spring": _SPRING, "summer": _SUMMER, "autumn": _AUTUMN, "fall": _AUTUMN,
        "winter": _WINTER,
    },
    "final": {"آخر": -1, "آخرین": -1, "پایانی": -1, "last": -1, "final": -1},
    "nowruz": {"نوروز": 0, "nowruz": 0, "norouz": 0},
    "era": {
        "میلادی": 0, "شمسی": 1, "خورشیدی": 1, "هجری شمسی": 1, "هجری خورشیدی": 1, "قمری": 2,
        "هجری قمری": 2, "هجری": 1, "ad": 0, "ce": 0,
    },
    "daypart": {
        "صبح": _MORNING, "بامداد": _MORNING, "سحر": _MORNING, "قبل از ظهر": _MORNING,
        "پیش از ظهر": _MORNING, "ظهر": _NOON, "بعد از ظهر": _AFTERNOON, "عصر": _AFTERNOON,
        "غروب": _AFTERNOON, "شب": _NIGHT, "شامگاه": _NIGHT, "نیمه شب": _NIGHT,
        "morning": _MORNING, "noon": _NOON, "afternoon": _AFTERNOON, "evening": _NIGHT,
        "night": _NIGHT, "midnight": _NIGHT,
    },
    "about": {"حدود": 0, "حوالی": 0, "about": 0, "around": 0, "circa": 0, "approximately": 0},
    "to": {"تا": 0, "الی": 0, "لغایت": 0, "to": 0, "until": 0, "till": 0, "through": 0},
    "from": {"از": 0, "from": 0, "between": 1, "بین": 1, "میان": 1},
    "and": {"و": 0, "and": 0},
    "year": {"سال": 1, "year": 1, "years": 2, "سال های": 2},
    "month_word": {"ماه": 1, "برج": 0, "month": 1, "months": 2, "ماه های": 2},
    "week": {"هفته": 1, "week": 1, "weeks": 2, "هفته های": 2},
    "day": {"روز": 1, "day": 1, "days": 2, "روزهای": 2},
    "hour": {"ساعت": 0},
    "minute": {"دقیقه": 0},
    "filler": {"مورخ": 0, "مورخه": 0, "تاریخ": 0, "the": 0, "on": 0, "of": 0, "at": 0, "in": 0},
    "equals": {"برابر با": 0, "مطابق با": 0},
    "every": {
        "هر": 0, "چند": 0, "چندین": 0, "every": 0, "each": 0, "several": 0, "few": 0,
    },
    "counted": {"پیش از": -1, "قبل از": -1, "پس از": 1, "بعد از": 1, "before": -1, "after": 1},
    "one": {"a": 1, "an": 1},
}  # fmt: skip
"""The other words by what they are in a date. A word of two kinds is of the first that fits."""

NAMED_BY_DATES = {
    "fa": frozenset(
        "میدان میدانگاه خیابان خیابانهای کوچه بلوار بزرگراه اتوبان جاده پل تونل زیرگذر چهارراه "
        "سهراه تقاطع ایستگاه مترو پایانه بیمارستان درمانگاه دانشگاه دانشکده مدرسه دبیرستان "
        "هنرستان دبستان مسجد حسینیه پارک بوستان ورزشگاه استادیوم سالن تالار سینما کتابخانه مجتمع "
        "شهرک محله کوی سد پادگان تیپ لشکر بنیاد موسسه انتشارات روزنامه جنبش قیام شهدای حادثه "
        "فاجعه انقلاب کودتای".split()
    ),
    "en": frozenset(
        "square street avenue boulevard road bridge hospital university college school mosque "
        "park stadium hall cinema library station metro foundation movement uprising dam "
        "barracks".split()
    ),
}
"""What bears the name of a day: before it in Persian («میدان ۷ تیر»), behind it in English. The
Persian ones are spelled without half-spaces."""

NAMED_BY_WEEKDAYS = {
    "fa": frozenset("نماز نمازهای امام امامان ائمه خطیب خطبه خطبههای مسجد بازار".split()),
    "en": frozenset("prayer prayers sermon sermons imam imams mosque market bazaar school".split()),
}
"""What bears the name of a weekday: «امام جمعه», "Friday prayers"."""

AMONG_WORDS = frozenset(
    "در به از را با که و برای تا بر است بود شد هم نیز یا اما ولی پس پیش".split()
)
"""What may follow a date, and is nothing that is counted."""


def _day_numbers(lang: str, numerals: dict[str, int], joint: str) -> dict[str, int]:
    """1 to 31 in words: what `numerals` has of them, and "twenty" or "thirty" before the units."""
    numerals = {word: value for word, value in numerals.items() if word != "یکی"}  # "one of"
    found = {word: value for word, value in numerals.items() if 1 <= value <= 20 or value == 30}
    for tens, first in (it for it in UNITS[lang].items() if it[1] in (20, 30)):
        for word, value in numerals.items():
            if value < 10 and 0 < value <= 31 - first:
                found[f"{tens}{joint}{word}"] = first + value
    return found


DAY_CARDINALS = {
    lang: _day_numbers(lang, UNITS[lang], joint) for lang, joint in (("fa", " و "), ("en", " "))
}
DAY_ORDINALS = {
    "fa": _day_numbers("fa", ORDINALS["fa"], " و ") | {"سی ام": 30},
    "en": _day_numbers("en", ORDINALS["en"], " "),
}
"""The days of a month in words, "twenty first"."""
