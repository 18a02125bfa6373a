"""Why the system refused something, in words that are told in both languages."""

import errno
from collections.abc import Mapping

from newsroom.record.problems import Message, say

_CAUSES: Mapping[int, Message] = {
    errno.EACCES: say("permission is missing"),
    errno.EDQUOT: say("the disk is full"),
    errno.EEXIST: say("something of this name is there already"),
    errno.EFBIG: say("the file would be larger than is allowed here"),
    errno.EIO: say("the disk does not answer"),
    errno.EISDIR: say("it is a folder, not a file"),
    errno.ELOOP: say("links lead round in a circle"),
    errno.EMFILE: say("too many files are open"),
    errno.ENAMETOOLONG: say("the name is too long"),
    errno.ENFILE: say("too many files are open"),
    errno.ENOENT: say("it is not there"),
    errno.ENOSPC: say("the disk is full"),
    errno.ENOTDIR: say("a part of the path is a file, not a folder"),
    errno.ENOTEMPTY: say("the folder is not empty"),
    errno.EPERM: say("permission is missing"),
    errno.EROFS: say("the disk can only be read"),
}


def cause_of(error: OSError) -> str:
    """What kept the system from it; in its own words where it is none of the usual causes."""
    return cause_by_number(error.errno) or error.strerror or type(error).__name__


def cause_by_number(number: int | None) -> Message | None:
    """The cause a number of `errno` stands for, if it is a usual one."""
    return _CAUSES.get(number) if number is not None else None
