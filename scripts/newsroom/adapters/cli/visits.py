"""Asking other servers whether an address still answers, and an archive for copies of what is lost.

It is the one place that uses the network.
"""

import datetime
import http.client
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from newsroom.check.externals import (
    CIRCLE,
    MALFORMED,
    TIMEOUT,
    UNASKED,
    UNKNOWN_HOST,
    UNREACHABLE,
    UNTRUSTED,
    Answer,
)

Asked = tuple[int, str]
"""The status of an answer, and where it leads."""

MAX_HOPS = 8
MAX_HOSTS = 8
"""Servers asked at the same time; each gets one question at a time."""
_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers another try may change."""
WAYBACK = "https://archive.org/wayback/available"
"""What says of which pages the Wayback Machine has a copy (archive.org/help/wayback_api.php)."""
_MOST = 100_000
"""Bytes of its answer that are read."""
_NAME = "newsroom-links/1 (checks the links of a news record once a week)"


@dataclass(frozen=True, slots=True)
class Pace:
    """How patiently servers are asked; in seconds."""

    timeout: float = 20.0
    delay: float = 1.0
    """Between two questions to one server; twice and three times as long before another try."""
    tries: int = 3
    deadline: float = 2400.0
    """For all of it; what was not asked by then is not asked."""


def visit(addresses: Iterable[str], pace: Pace) -> Mapping[str, Answer]:
    """What each address answers; servers side by side, the addresses of one after another.

    It ends soon after the deadline, whatever the servers do.
    """
    clock = _Clock(pace)
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(_host_of(address), []).append(address)
    answers: dict[str, Answer] = {}
    with ThreadPoolExecutor(MAX_HOSTS) as pool:
        for found in pool.map(lambda queue: _visit_host(queue, clock), by_host.values()):
            answers.update(found)
    return answers


def archived_copy(
    address: str, near: datetime.date | None, service: str, timeout: float
) -> str | None:
    """Where an archive has the page of an address as it was about a day.

    `None` where it has none, where it does not answer, and where its answer is not understood.
    """
    asked = {"url": address, **({"timestamp": f"{near:%Y%m%d}"} if near else {})}
    request = Request(f"{service}?{urlencode(asked)}", headers={"User-Agent": _NAME})
    try:
        with build_opener().open(request, timeout=timeout) as response:
            found = json.loads(response.read(_MOST))["archived_snapshots"]["closest"]
        # It names its copies by http, and has them by https.
        copy = urlsplit(str(found["url"]))._replace(scheme="https").geturl()
        is_whole = found["status"] == "200" and len(copy.split()) == 1
        return copy if is_whole and urlsplit(copy).netloc else None
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError, RecursionError):
        return None


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: each hop is looked at."""

    def redirect_request(self, *_: object) -> None:
        return None


class _TimeIsUpError(Exception):
    """The deadline has come."""


class _Clock:
    """What is left of the time for all addresses."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._end = time.monotonic() + pace.deadline

    @property
    def left(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise _TimeIsUpError
        return left

    def pause(self, times: int) -> None:
        time.sleep(min(self.pace.delay * times, self.left))

    def within(self, work: Callable[[], Asked]) -> Asked:
        """What `work` gives, within the time an answer may take as a whole.

        The time limit of a socket begins anew with every byte, and none is set for finding a host;
        so the work is done in a thread, which is left behind when it takes too long.
        """
        results: SimpleQueue[Asked | Exception] = SimpleQueue()
        Thread(target=lambda: results.put(_outcome(work)), daemon=True).start()
        left = self.left
        try:
            result = results.get(timeout=min(left, self.pace.timeout))
        except Empty:
            if left < self.pace.timeout:
                raise _TimeIsUpError from None
            raise TimeoutError from None
        if isinstance(result, Exception):
            raise result
        return result


def _outcome(work: Callable[[], Asked]) -> Asked | Exception:
    try:
        return work()
    except Exception as error:
        return error


def _visit_host(addresses: Iterable[str], clock: _Clock) -> dict[str, Answer]:
    opener = build_opener(_Stay)
    answers: dict[str, Answer] = {}
    for address in addresses:
        try:
            if answers:
                clock.pause(1)
            answers[address] = _try(opener, address, clock)
        except _TimeIsUpError:
            answers[address] = Answer(reason=UNASKED)
    return answers


def _try(opener: OpenerDirector, address: str, clock: _Clock) -> Answer:
    """The first answer that is final, or the last of the tries."""
    answer = Answer(reason=UNREACHABLE)
    for attempt in range(clock.pace.tries):
        if attempt:
            clock.pause(attempt + 1)
        answer = _follow(opener, address, clock)
        if answer.reason in ("", MALFORMED, CIRCLE) and answer.status not in _PASSING:
            break
    return answer


def _follow(opener: OpenerDirector, address: str, clock: _Clock) -> Answer:
    """The answer at the end of the redirects, and where an address has moved for good."""
    here, moved_to, is_for_good = address, "", True
    for _ in range(MAX_HOPS):
        try:
            status, location = _ask_twice(opener, here, clock)
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


def _ask_twice(opener: OpenerDirector, address: str, clock: _Clock) -> Asked:
    """By HEAD, and by GET where a server takes that amiss."""
    timeout = clock.pace.timeout
    status, location = clock.within(lambda: _ask(opener, address, "HEAD", timeout))
    if status < 400:
        return status, location
    return clock.within(lambda: _ask(opener, address, "GET", timeout))


def _ask(opener: OpenerDirector, address: str, method: str, timeout: float) -> Asked:
    headers = {"User-Agent": _NAME, "Accept": "*/*"}
    request = Request(_in_ascii(address), method=method, headers=headers)
    try:
        with opener.open(request, timeout=timeout) as response:
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
