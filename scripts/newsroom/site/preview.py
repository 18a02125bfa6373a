"""What a preview shows while its record cannot be built: the problems, in place of its pages.

MkDocs' server would keep every browser waiting until a build succeeds. Here a build that fails is
an end of waiting as well: the pages give way to one that tells what is wrong, and come back by
themselves once it is put right.
"""

import socket
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Server(Protocol):
    """As much of MkDocs' server as is needed."""

    builder: Callable[[], None]

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        """Answer with the last site that could be built, as a WSGI application."""

    def set_app(self, application: Application) -> None:
        """Let another application answer."""


@dataclass(slots=True)
class Preview:
    """A server of MkDocs that answers with the problems while the record cannot be built."""

    build: Callable[[], None]
    serve: Application
    tell: Callable[[Exception], tuple[str, str]]
    """What is wrong: for a terminal, and as a page."""
    page: str = ""
    """What stands in place of the pages; empty while all is well."""

    @classmethod
    def begin(cls, server: Server, tell: Callable[[Exception], tuple[str, str]]) -> None:
        """Make a server show problems instead of waiting for their end."""
        preview = cls(server.builder, server.serve_request, tell)
        server.builder = preview.rebuild
        server.set_app(preview.answer)

    def rebuild(self) -> None:
        """Build the site anew; what keeps it from being built is told and not raised."""
        try:
            self.build()
        except Exception as error:
            text, self.page = self.tell(error)
            print(text, file=sys.stderr, flush=True)
        else:
            self.page = ""

    def answer(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """The page of problems for every page there is, and the files beside them as they are."""
        if not self.page or not environ["PATH_INFO"].endswith(("/", ".html")):
            return self.serve(environ, start_response)
        start_response(
            "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
        )
        return [self.page.encode()]


def can_listen(port: int) -> bool:
    """Whether a server may listen at a port of this machine; what has just ended is not in the way.

    MkDocs' server reuses an address in the same manner.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            return False
    return True
