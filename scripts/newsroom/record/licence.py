"""The licence the texts of a record are published under."""

from dataclasses import dataclass
from typing import Annotated

from newsroom.record.documents import Node, ParseContext
from newsroom.record.fields import key, schema_of
from newsroom.record.forms import reads
from newsroom.record.schema import either, record
from newsroom.record.values import choice, web_address


@dataclass(frozen=True, slots=True)
class Licence:
    """As a Data Package names it."""

    name: str = key(
        ("Identifier", "شناسه"),
        "Its SPDX identifier: `CC-BY-ND-4.0`.",
        "شناسهٔ SPDX آن: `CC-BY-ND-4.0`.",
    )
    title: str = key(("Title", "نام"), "Its name in full.", "نام کامل آن.")
    path: Annotated[str, web_address] = key(
        ("Address", "نشانی"), "Where it can be read.", "جایی که می‌توان آن را خواند."
    )


CC_BY = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
"""That of a record whose settings name no other, as the words below its pages do."""

LICENCES = {
    it.name: it
    for it in (
        CC_BY,
        Licence(
            "CC-BY-SA-4.0",
            "Creative Commons Attribution-ShareAlike 4.0 International",
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        Licence(
            "CC-BY-NC-4.0",
            "Creative Commons Attribution-NonCommercial 4.0 International",
            "https://creativecommons.org/licenses/by-nc/4.0/",
        ),
        Licence(
            "CC0-1.0",
            "Creative Commons Zero 1.0 Universal",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
    )
}
"""Those that are known by name; any other is written out."""

_named = choice(*LICENCES)
_given = either(_named, record(schema_of(Licence), Licence))


@reads(_given.form)
def known_licence(node: Node, context: ParseContext, at: str) -> Licence | None:
    """A licence by its name, or written out."""
    value: str | Licence | None = _given(node, context, at)
    return LICENCES[value] if isinstance(value, str) else value
