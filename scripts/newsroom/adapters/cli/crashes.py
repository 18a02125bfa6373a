"""A traceback of another program, in one sentence: what broke, and where in the record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsroom.record.causes import cause_by_number
from newsroom.record.problems import Message, say

_BEGIN = "Traceback (most recent call last):"
_FRAME = re.compile(r'\s+File "(?P<path>[^"]+)", line (?P<line>\d+)')
_REFUSED = re.compile(r"\w+: \[Errno (?P<number>\d+)\] [^:]*(?:: '(?P<path>[^']*)')?")


@dataclass(frozen=True, slots=True)
class Crash:
    begin: int
    """The line the traceback begins on, from 0."""
    last: str
    """The line that names the error."""
    frames: tuple[tuple[str, int], ...]
    """The files it went through, each with a line."""

    def told(self, root: Path) -> Message:
        """What happened; of an error in a template, its place."""
        refused = _REFUSED.match(self.last)
        cause = cause_by_number(int(refused["number"])) if refused else None
        if refused and cause:
            if refused["path"]:
                return say("'{path}': {reason}", path=refused["path"], reason=cause)
            return say("the system refuses: {reason}", reason=cause)
        for path, line in reversed(self.frames):
            if Path(root, path).is_relative_to(root / "overrides"):
                place = Path(root, path).relative_to(root).as_posix()
                return say("'{path}', line {line}: {error}", path=place, line=line, error=self.last)
        return say("the build broke off: {error}", error=self.last)


def crash_in(lines: Sequence[str]) -> Crash | None:
    """The last traceback among the lines a program has written, if there is one."""
    starts = [at for at, line in enumerate(lines) if line.strip() == _BEGIN]
    if not starts:
        return None
    frames = tuple((it["path"], int(it["line"])) for it in map(_FRAME.match, lines) if it)
    # What marks a place in a line of a template begins at the margin, too.
    said = [line for line in lines[starts[-1] + 1 :] if line and line[0] not in " \t^~"]
    return Crash(starts[0], said[0].strip() if said else "", frames)
