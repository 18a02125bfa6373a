"""Chromium for the tests: where it is, how pages are served to it, and what a visit notes."""

import shutil
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

SITE_URL = "https://record.example/some/sub/path/"
"""The address the sites of the tests are built for."""

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, *args: object, **values: object) -> None:
        """Serve 404.html for what is not there, as GitHub Pages does."""
        page = Path(self.directory) / urlsplit(SITE_URL).path.strip("/") / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


class Visit:
    """One page in one tab, with what it asked for and complained of."""

    def __init__(self, chromium: Browser, width: int = 1280) -> None:
        self.context = chromium.new_context(viewport={"width": width, "height": 900})
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", self._note)

    def _note(self, response: object) -> None:
        status = getattr(response, "status", 200)
        if status >= 400:
            self.complaints.append(f"{status} {getattr(response, 'url', '')}")

    def close(self) -> None:
        self.context.close()
