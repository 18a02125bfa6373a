"""The words Persian and English write numbers with.

Values are texts that `Fraction` reads. A word may have more than one reading: "third" is the 3 of a
third meeting and the 1/3 of a third of it.
"""

UNITS: dict[str, dict[str, int]] = {
    "fa": {
        "صفر": 0, "یک": 1, "یکی": 1, "دو": 2, "سه": 3, "چهار": 4, "چار": 4, "پنج": 5, "شش": 6,
        "شیش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10, "یازده": 11, "دوازده": 12, "سیزده": 13,
        "چهارده": 14, "پانزده": 15, "شانزده": 16, "هفده": 17, "هجده": 18, "هیجده": 18, "نوزده": 19,
        "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80,
        "نود": 90, "صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300, "چهارصد": 400, "پانصد": 500,
        "ششصد": 600, "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
    },
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
        "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    },
}  # fmt: skip

SCALES: dict[str, dict[str, int]] = {
    "fa": {"هزار": 10**3, "میلیون": 10**6, "میلیارد": 10**9, "بیلیون": 10**12, "تریلیون": 10**12},
    "en": {
        "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
        "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
    },
}  # fmt: skip
"""What multiplies the number before it. The letters count behind digits only: "5m"."""

_FA_ORDINALS = (
    "یکم,اول,نخست,نخستین,اولین|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|"
    "چهاردهم|پانزدهم|شانزدهم|هفدهم|هجدهم|نوزدهم|بیستم"
)
_EN_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    "fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)


def _ordinals() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {"fa": {}, "en": {}}
    for value, spellings in enumerate(_FA_ORDINALS.split("|"), 1):
        for word in spellings.split(","):
            found["fa"][word] = value
            if word.endswith("م"):
                found["fa"][f"{word}ین"] = value
    for value, word in enumerate(_EN_ORDINALS.split("|"), 1):
        found["en"][word] = value
    found["fa"] |= {"چهلم": 40, "پنجاهم": 50, "شصتم": 60, "صدم": 100, "هزارم": 1000}
    found["en"] |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
    return found


ORDINALS = _ordinals()

ALLUSIONS: dict[str, dict[str, str]] = {
    "fa": {
        "نیم": "1/2", "نیمی": "1/2", "نصف": "1/2", "ربع": "1/4", "ثلث": "1/3", "جفت": "2",
        "دوباره": "2", "ثانیا": "2", "ثانی": "2", "ثالثا": "3", "ثالث": "3", "دوجین": "12",
        "دهه": "10", "سده": "100", "قرن": "100", "ظهر": "12", "هردو": "2", "هرسه": "3",
        "نیمه": "1/2",
    },
    "en": {
        "half": "1/2", "halves": "1/2", "quarter": "1/4", "quarters": "1/4", "dozen": "12",
        "score": "20", "both": "2", "twice": "2", "double": "2", "doubled": "2", "couple": "2",
        "pair": "2", "twin": "2", "bilateral": "2", "twofold": "2", "again": "2", "another": "2",
        "trilateral": "3", "thrice": "3", "triple": "3", "trio": "3", "threefold": "3",
        "quartet": "4", "decade": "10", "decades": "10", "century": "100", "centuries": "100",
        "noon": "12", "fortnight": "14", "once": "1", "single": "1", "sole": "1",
    },
}  # fmt: skip
"""Words that tell a number in passing: they answer for one, and ask for none themselves."""
