"""Where the front matter of a page stands: YAML between two lines `---`, at its beginning."""

import re

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def find_front_matter(text: str) -> tuple[int, int, int] | None:
    """Where its YAML begins and ends, and where the body begins; `None` where it is not closed."""
    found = _FRONT_MATTER.match(text)
    return (*found.span(1), found.end()) if found else None
