"""Why the system refused something, in words that are told in both languages."""

import errno
from collections.abc import Mapping

from newsroom.record.problems import Message, say

_CAUSES: Mapping[int, Message] = {
    errno.EACCES: say("permission denied"),
    errno.EDQUOT: say("the disk is full"),
    errno.EEXIST: say("something of this name already exists"),
    errno.EFBIG: say("the file would exceed the size allowed here"),
    errno.EIO: say("disk input/output error"),
    errno.EISDIR: say("it is a folder, not a file"),
    errno.ELOOP: say("links form a loop"),
    errno.EMFILE: say("too many open files"),
    errno.ENAMETOOLONG: say("the name is too long"),
    errno.ENFILE: say("too many open files"),
    errno.ENOENT: say("it does not exist"),
    errno.ENOSPC: say("the disk is full"),
    errno.ENOTDIR: say("a part of the path is a file, not a folder"),
    errno.ENOTEMPTY: say("the folder is not empty"),
    errno.EPERM: say("permission denied"),
    errno.EROFS: say("the disk is read-only"),
}


def cause_of(error: OSError) -> Message:
    """What kept the system from it; by the name it gives that where it is no usual cause."""
    name = errno.errorcode.get(error.errno or 0) or type(error).__name__
    return cause_by_number(error.errno) or say("the system refused it ({name})", name=name)


def cause_by_number(number: int | None) -> Message | None:
    """The cause a number of `errno` stands for, if it is a usual one."""
    return _CAUSES.get(number) if number is not None else None
