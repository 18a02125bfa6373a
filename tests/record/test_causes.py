"""Why the system refused something, in either language."""

import errno
import os
import re

import pytest

from newsroom.record.causes import cause_of
from newsroom.record.messages import default_messages

NUMBERS = sorted(errno.errorcode)


@pytest.mark.parametrize("number", NUMBERS, ids=lambda it: errno.errorcode[it])
def test_cause_is_told_in_persian_with_no_english_but_its_name(number: int) -> None:
    told = default_messages().render(cause_of(OSError(number, os.strerror(number))), "fa")

    assert re.search("[آ-ی]", told)
    assert set(re.findall("[A-Za-z]+", told)) <= {*re.findall("[A-Za-z]+", errno.errorcode[number])}


def test_usual_cause_is_told_in_words_and_another_by_its_name() -> None:
    assert cause_of(OSError(errno.ENOSPC, "x")) == "the disk is full"
    assert cause_of(OSError(errno.ENODEV, "x")) == "the system refused it (ENODEV)"
    assert cause_of(OSError("no number")) == "the system refused it (OSError)"
