"""The parts of a sentence: where one ends, and what joins the names of a list."""

import re

_PHRASE_END = re.compile(r"[.;؛،,:()]|\n")
_BREAK = re.compile(r"[.;؛:!?؟]|\n| and | و |،و ")
_COMMA = re.compile(r"\s*[,،(]\s*")
_JOINT = re.compile(r"[\s,،]*(?:and|or|و|یا)?\s*(?:the\s+)?")


def phrase_at(text: str, start: int, most: int) -> str:
    """What stands from `start` to the next comma, bracket, stop or line end; at most so much."""
    rest = text[start : start + most]
    stop = _PHRASE_END.search(rest)
    return rest[: stop.start()] if stop else rest


def clause_start(text: str, start: int, end: int) -> int:
    """Where the last clause of a stretch begins: behind a stop, a line end or an "and"."""
    return max((found.end() for found in _BREAK.finditer(text, start, end)), default=start)


def clause_end(text: str, start: int, end: int) -> int:
    """Where the first clause of a stretch ends: at a stop, a line end or an "and"."""
    stop = _BREAK.search(text, start, end)
    return stop.start() if stop else end


def behind_comma(text: str, start: int, end: int) -> int:
    """The place behind a comma or a bracket that stands at `start`; `start` where none does."""
    comma = _COMMA.match(text, start, end)
    return comma.end() if comma else start


def joins_list(between: str) -> bool:
    """Whether two names with this between them stand in one list, whose order says nothing."""
    return _JOINT.fullmatch(between) is not None
