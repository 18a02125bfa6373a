"""Asking other servers whether an address still answers: the one place that uses the network."""

import http.client
import socket
import ssl
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from newsroom.review.externals import (
    CIRCLE,
    MALFORMED,
    TIMEOUT,
    UNKNOWN_HOST,
    UNREACHABLE,
    UNTRUSTED,
    Answer,
)

MAX_HOPS = 8
MAX_HOSTS = 8
"""Servers asked at the same time; each gets one question at a time."""
_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers another try may change."""
_NAME = "newsroom-links/1 (checks the links of a news record once a week)"


@dataclass(frozen=True, slots=True)
class Pace:
    """How patiently servers are asked; in seconds."""

    timeout: float = 20.0
    delay: float = 1.0
    """Between two questions to one server; twice and three times as long before another try."""
    tries: int = 3


def visit(addresses: Iterable[str], pace: Pace) -> Mapping[str, Answer]:
    """What each address answers; servers side by side, the addresses of one after another."""
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(_host_of(address), []).append(address)
    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(MAX_HOSTS) as pool:
        for found in pool.map(lambda queue: _visit_host(queue, pace), by_host.values()):
            answers.update(found)
    return answers


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: each hop is looked at."""

    def redirect_request(self, *_: object) -> None:
        return None


def _visit_host(addresses: Iterable[str], pace: Pace) -> dict[str, Answer]:
    opener = build_opener(_Stay)
    answers: dict[str, Answer] = {}
    for address in addresses:
        if answers:
            time.sleep(pace.delay)
        answers[address] = _try(opener, address, pace)
    return answers


def _try(opener: OpenerDirector, address: str, pace: Pace) -> Answer:
    """The first answer that is final, or the last of the tries."""
    answer = Answer(reason=UNREACHABLE)
    for attempt in range(pace.tries):
        time.sleep(pace.delay * (attempt + 1) if attempt else 0)
        answer = _follow(opener, address, pace)
        if answer.reason in ("", MALFORMED, CIRCLE) and answer.status not in _PASSING:
            break
    return answer


def _follow(opener: OpenerDirector, address: str, pace: Pace) -> Answer:
    """The answer at the end of the redirects, and where an address has moved for good."""
    here, moved_to, is_for_good = address, "", True
    for _ in range(MAX_HOPS):
        try:
            status, location = _ask_twice(opener, here, pace)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(reason=_reason(error))
        if status not in _REDIRECTS or not location:
            return Answer(status, moved_to=moved_to)
        here = urljoin(here, location)
        if urlsplit(here).scheme not in ("http", "https"):
            return Answer(reason=MALFORMED)
        is_for_good = is_for_good and status in _FOR_GOOD
        moved_to = here if is_for_good else moved_to
    return Answer(reason=CIRCLE)


def _ask_twice(opener: OpenerDirector, address: str, pace: Pace) -> tuple[int, str]:
    """By HEAD, and by GET where a server takes that amiss."""
    status, location = _ask(opener, address, "HEAD", pace)
    return _ask(opener, address, "GET", pace) if status >= 400 else (status, location)


def _ask(opener: OpenerDirector, address: str, method: str, pace: Pace) -> tuple[int, str]:
    headers = {"User-Agent": _NAME, "Accept": "*/*"}
    request = Request(_in_ascii(address), method=method, headers=headers)
    try:
        with opener.open(request, timeout=pace.timeout) as response:
            return response.status, ""
    except HTTPError as error:
        with error:
            return error.code, error.headers.get("Location", "")


def _in_ascii(address: str) -> str:
    """An address as it goes over the wire: Persian paths quoted, Persian hosts in Punycode."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    if not host:
        raise ValueError("no host")
    place = f"{host}:{parts.port}" if parts.port else host
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, place, path or "/", query, ""))


def _reason(error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return TIMEOUT
    if isinstance(cause, ssl.SSLCertVerificationError):
        return UNTRUSTED
    if isinstance(cause, socket.gaierror):
        return UNKNOWN_HOST
    return MALFORMED if isinstance(cause, ValueError) else UNREACHABLE


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
