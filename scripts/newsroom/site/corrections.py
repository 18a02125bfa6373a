"""What was put right on a page or added to it, each with an address of its own."""

from collections import Counter
from dataclasses import dataclass

from newsroom.record.articles import Page
from newsroom.text.dates import Period


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or an addition as it is shown on its page."""

    date: Period
    text: str
    anchor: str
    """The same in both languages, whose corrections have the same days in the same order."""
    is_addition: bool = False


def notices_on(page: Page) -> tuple[Notice, ...]:
    """The corrections of a page and the additions to it, newest first.

    Of one day the additions come first, and the last of the file before the others.
    """
    seen: Counter[str] = Counter()
    notices = []
    listed = {"corrected": page.corrections, "added": page.additions}
    for kind, told in listed.items():
        for it in told:
            anchor = f"nr-{kind}-{it.date.start.isoformat()}"
            seen[anchor] += 1
            anchor += f"-{seen[anchor]}" if seen[anchor] > 1 else ""
            notices.append(Notice(it.date, it.text, anchor, kind == "added"))
    notices.sort(key=lambda notice: notice.date.start)
    return tuple(reversed(notices))
