"""One page in one tab of Chromium."""

from playwright.sync_api import Browser, Page

_SET = "() => document.body.offsetHeight && document.fonts.ready.then(() => null)"


def settle(page: Page) -> None:
    """Wait until a page that was opened is set in its own type, and lies as it will."""
    page.evaluate(_SET)


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
