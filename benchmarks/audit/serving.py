"""The site over http, as its host serves it: compressed, under a sub-path, with its 404 page."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
_COMPRESSED_ALREADY = {".woff2", ".png", ".jpg", ".webp", ".gz", ".zip"}
_LEVEL = 6
"""What hosts compress with as a rule."""
_NOTES = "notes-of-the-audit.js"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server sent for a path."""

    path: str
    """As asked for, from the root of the server."""
    status: int
    type: str
    size: int
    """Bytes of the body as sent."""


class ServedSite:
    """A site that is served as it is, under a policy sent with every answer, and taking notes."""

    def __init__(self, folder: Path, sub_path: str, policy: str) -> None:
        """`folder` holds the site, built for `sub_path`, with its 404.html."""
        self.folder = folder
        self._answers: list[Answer] = []
        files = dict(_files(folder, sub_path))
        noted = dict(_noted(files, sub_path))
        self._servers = [
            self._server(files, sub_path, ""),
            self._server(files, sub_path, policy),
            self._server(noted, sub_path, ""),
        ]
        self.address, self.strict_address, self.noted_address = (
            f"http://127.0.0.1:{server.server_port}{sub_path}" for server in self._servers
        )
        for server in self._servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()

    def _server(
        self, files: Mapping[str, "_File"], sub_path: str, policy: str
    ) -> ThreadingHTTPServer:
        lost = files[f"{sub_path}404.html"]
        given = {"files": files, "lost": lost, "answers": self._answers, "policy": policy}
        handler = type("_GivenHandler", (_Handler,), given)
        return ThreadingHTTPServer(("127.0.0.1", 0), handler)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What was sent since `forget`."""
        return tuple(self._answers)

    def forget(self) -> None:
        """Begin a new list of answers."""
        self._answers.clear()

    def close(self) -> None:
        """Stop serving."""
        for server in self._servers:
            server.shutdown()
            server.server_close()


@contextmanager
def served(folder: Path, sub_path: str, policy: str) -> Iterator[ServedSite]:
    """A folder served on this machine while the context lasts."""
    server = ServedSite(folder, sub_path, policy)
    try:
        yield server
    finally:
        server.close()


@dataclass(frozen=True, slots=True)
class _File:
    type: str
    plain: bytes
    zipped: bytes | None
    """`None` when it is compressed as it is."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    files: ClassVar[dict[str, _File]]
    lost: ClassVar[_File]
    policy: ClassVar[str]
    answers: ClassVar[list[Answer]]

    def handle(self) -> None:
        with suppress(ConnectionError):  # a tab that was closed
            super().handle()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.files.get(f"{path}index.html" if path.endswith("/") else path)
        self._send(path, file or self.lost, 200 if file else 404)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _send(self, path: str, file: _File, status: int) -> None:
        zipped = file.zipped if "gzip" in self.headers.get("Accept-Encoding", "") else None
        body = file.plain if zipped is None else zipped
        self.answers.append(Answer(path, status, file.type, len(body)))
        self.send_response(status)
        self.send_header("Content-Type", file.type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if zipped is not None:
            self.send_header("Content-Encoding", "gzip")
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(body)


def _noted(files: Mapping[str, _File], sub_path: str) -> Iterator[tuple[str, _File]]:
    """The files with `notes.js` before all else in each page."""
    script = f'<head><script src="{sub_path}{_NOTES}"></script>'.encode()
    for path, file in files.items():
        is_page = path.endswith(".html")
        plain = file.plain.replace(b"<head>", script, 1)
        yield path, _File(file.type, plain, None) if is_page else file
    notes = Path(__file__).with_name("notes.js").read_bytes()
    yield f"{sub_path}{_NOTES}", _File(_TYPES[".js"], notes, None)


def _files(site: Path, sub_path: str) -> Iterator[tuple[str, _File]]:
    for file in site.rglob("*"):
        if file.is_file():
            plain = file.read_bytes()
            final = file.suffix in _COMPRESSED_ALREADY
            zipped = None if final else gzip.compress(plain, _LEVEL, mtime=0)
            kind = _TYPES.get(file.suffix, "application/octet-stream")
            yield sub_path + file.relative_to(site).as_posix(), _File(kind, plain, zipped)
