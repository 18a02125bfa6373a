"""What was put right on a page or added to it, each with an address of its own."""

from collections import Counter
from dataclasses import dataclass

from newsroom.record.articles import Article, Page
from newsroom.record.kinds.withdrawal import Withdrawal
from newsroom.site.addresses import uri_of
from newsroom.text.dates import Period

ADDED, CORRECTED, EXTENDED, WITHDRAWN = "added", "corrected", "extended", "withdrawn"
"""What may happen to an article after its story: it joins the record, and so on."""


NOTICE = "nr-withdrawn"
"""The anchor of what is said in the place of an article that was withdrawn."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or an addition as it is shown on its page."""

    date: Period
    text: str
    anchor: str
    """The same in both languages, whose corrections have the same days in the same order."""
    is_addition: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the record on a day."""

    kind: str
    """`ADDED`, `CORRECTED`, `EXTENDED` or `WITHDRAWN`."""
    date: Period
    subject: Article | Withdrawal
    title: str
    text: str = ""
    """What readers are told of it; of an article that was added nothing."""
    anchor: str = ""
    """Where on its page."""

    @property
    def id(self) -> str:
        """What tells it from every other one, also as an anchor."""
        return f"{self.anchor}-{self.subject.id}"

    @property
    def uri(self) -> str:
        """The path below `docs/<lang>/` where readers are told of it."""
        return f"{uri_of(self.subject)}#{self.anchor}"


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
