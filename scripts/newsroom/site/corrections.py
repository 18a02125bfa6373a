"""What was put right on a page, each with an address of its own."""

from collections import Counter
from dataclasses import dataclass

from newsroom.record.articles import Page
from newsroom.text.dates import Period


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction as it is shown on its page."""

    date: Period
    text: str
    anchor: str
    """The same in both languages, whose corrections have the same days in the same order."""


def notices_on(page: Page) -> tuple[Notice, ...]:
    """The corrections of a page, newest first; of one day, the last of the file first."""
    seen: Counter[str] = Counter()
    notices = []
    for correction in page.corrections:
        day = correction.date.start.isoformat()
        seen[day] += 1
        anchor = f"nr-corrected-{day}" + (f"-{seen[day]}" if seen[day] > 1 else "")
        notices.append(Notice(correction.date, correction.text, anchor))
    notices.sort(key=lambda notice: notice.date.start)
    return tuple(reversed(notices))
