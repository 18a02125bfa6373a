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
"""Those a new record can be given by name; any other is written into its settings."""
