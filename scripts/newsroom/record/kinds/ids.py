"""What a field may refer to: ids by the kind of entry they lead to."""

from typing import Annotated

from newsroom.record.values import reference

ArticleId = Annotated[str, reference("article")]
EventId = Annotated[str, reference("event")]
OrganisationId = Annotated[str, reference("organisation")]
ParticipantId = Annotated[str, reference("participant")]
"""A person, an organisation or a place."""
PersonId = Annotated[str, reference("person")]
PlaceId = Annotated[str, reference("place")]
SourceId = Annotated[str, reference("source")]
