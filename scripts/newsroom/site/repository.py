"""Where the files of the record are edited in a browser, on GitHub or a host like it."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from newsroom.record.articles import Page

_CLAIM = "claim-translation.yml"
"""The form in `.github/ISSUE_TEMPLATE/` with which a translation is claimed."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The two settings of `mkdocs.yml`; empty where the files lie nowhere on the web."""

    url: str = ""
    """`repo_url`: https://github.com/example/record"""
    edit_path: str = ""
    """`edit_uri`, from the repository to a page of `docs/`: edit/main/docs/"""

    def edit_url(self, page: Page) -> str | None:
        """Where a page is opened for editing."""
        return self._at(f"{self.edit_path}{quote(page.src_uri)}") if self.edit_path else None

    def claim_url(self, page: Page) -> str | None:
        """Where somebody says that they are going to translate a page."""
        slug = page.uri.rpartition("/")[2].removesuffix(".md")
        fields = urlencode({"template": _CLAIM, "page": slug})
        return self._at(f"issues/new?{fields}")

    def _at(self, path: str) -> str | None:
        return f"{self.url.rstrip('/')}/{path}" if self.url else None


NOWHERE = Repository()
"""That of a record whose files lie nowhere on the web."""
