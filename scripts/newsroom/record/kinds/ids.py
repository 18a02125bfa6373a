"""What a field may refer to: ids by the kind of entry they lead to."""

from typing import Annotated

from newsroom.record.values import identifier, reference

ArticleId = Annotated[str, reference("article")]
EventId = Annotated[str, reference("event")]
FigureId = Annotated[str, reference("figure")]
"""A key figure, or a disagreement about one."""
OrganisationId = Annotated[str, reference("organisation")]
ParticipantId = Annotated[str, reference("participant")]
"""A person, an organisation or a place."""
PersonId = Annotated[str, reference("person")]
PlaceId = Annotated[str, reference("place")]
SourceId = Annotated[str, reference("source")]
TermId = Annotated[str, reference("term")]
TopicId = Annotated[str, reference("topic")]
FormerId = Annotated[str, identifier]
"""An id that something had before, which refers to nothing any more."""

TOPICS = (
    ("Topics", "موضوع‌ها"),
    "The topics it belongs to: a list of ids, the nearest first.",
    "موضوع‌هایی که به آن‌ها مربوط است: فهرست شناسه‌ها، نزدیک‌ترین پیش از همه.",
)
"""What articles and events say of them."""
MOVED_FROM = (
    ("Earlier ids", "شناسه‌های قبلی"),
    "Its earlier ids, whose addresses redirect to this one; written by `newsroom move`.",
    "شناسه‌های قبلی که نشانی‌شان به این صفحه می‌رسد؛ `newsroom move` آن‌ها را می‌نویسد.",
)
"""What every kind says of them that has an address."""
