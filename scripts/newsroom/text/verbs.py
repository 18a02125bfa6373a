"""Forms of Persian verbs, unfolded from their stems: those that follow «می», and participles.

From the present stem come, by rule, a past (خواب, خوابید) and the verb that makes somebody do it
(خوابان, خواباند, خوابانید). Forms nobody says do no harm, as they are only looked up.
"""

from collections.abc import Iterable, Iterator

from newsroom.text.persian import HALF_SPACE

PREFIXES = ("", "بر", "در", "باز", "فرا", "وا", "فرو", "ور")
"""What a verb may begin with, before its «می» and before its stem."""

SIGNS = frozenset(prefix + sign for prefix in PREFIXES for sign in ("می", "نمی"))
"""What stands before a verb and is joined to it."""

AUXILIARIES = frozenset(
    negation + form
    for negation in ("", "ن")
    for form in "بود بودم بودی بودیم بودید بودند باشد باشم باشی باشیم باشید باشند شد شدند شده شود "
    "شوند گردید گردیدند".split()
) | {"است", "نیست", "خواهد", "خواهند", "نخواهد", "هستند", "و", "که", "ولی", "اما"}
"""What makes a participle before it the verb of its sentence: «توسعه یافته است»."""

_PERSONS = ("م", "ی", "د", "یم", "ید", "ند")
_PAST_PERSONS = ("", "م", "ی", "یم", "ید", "ند")


def forms_after_sign(present: Iterable[str], past: Iterable[str]) -> Iterator[str]:
    """What may follow «می»: «روند», «رفتند», «رفته», «رفته\u200cاند», «بایست»."""
    for stem in (*present, *_causatives(present)):
        yield from (stem + person for person in _PERSONS)
    for stem in _pasts(present, past):
        yield from (stem + person for person in _PAST_PERSONS)
        yield f"{stem}ه"
        yield f"{stem}ه{HALF_SPACE}اند"
    yield from ("باید", "بایست", "بایستی")


def participles(present: Iterable[str], past: Iterable[str]) -> Iterator[str]:
    """«رفته», «نرفته», «فرورفته»."""
    for stem in _pasts(present, past):
        for form in (stem, f"نی{stem.replace('آ', 'ا', 1)}" if stem[0] == "آ" else f"ن{stem}"):
            yield from (f"{prefix}{form}ه" for prefix in PREFIXES)


def _causatives(present: Iterable[str]) -> Iterator[str]:
    yield from (f"{stem}ان" for stem in present if len(stem) > 1 and not stem.endswith("ان"))


def _pasts(present: Iterable[str], past: Iterable[str]) -> Iterator[str]:
    yield from past
    yield from (f"{stem}ید" for stem in present)
    for stem in _causatives(present):
        yield from (f"{stem}د", f"{stem}ید")
