"""The licence the texts of a record are published under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """As a Data Package names it; `extra.licence` of `mkdocs.yml`."""

    name: str
    """Its SPDX identifier."""
    title: str
    path: str
    """Where it can be read."""


CC_BY = Licence(
    "CC-BY-4.0",
    "Creative Commons Attribution 4.0 International",
    "https://creativecommons.org/licenses/by/4.0/",
)
"""That of a record whose settings name no other, as the words below its pages do."""
