"""External links, asked on this machine: a server that answers in every way there is."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote

import pytest
from click.testing import CliRunner

from newsroom.adapters.cli import main
from newsroom.adapters.cli.visits import Pace, archived_copy, visit
from newsroom.check.externals import Answer

from .conftest import ORIGINAL, SOURCE, WriteRecord, add_engine

QUICK = Pace(timeout=0.5, delay=0, tries=2)


class Server(ThreadingHTTPServer):
    """Answers a path `/<status>` with that status; keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.copies: object = {}
        """What the archive answers for any page; by default where it has the copy of each."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self.answer(self.path)

    def do_GET(self) -> None:
        self.answer(self.path)

    def answer(self, path: str) -> None:
        self.server.asked.append((self.command, unquote(path)))
        times = sum(1 for _, asked in self.server.asked if asked == unquote(path))
        path, _, query = path.partition("?")
        if path == "/wayback":
            self.hand_over(json.dumps(self.server.copies or _copy_of(query)).encode())
            return
        if path == "/slow":
            time.sleep(1.2)
        if path == "/drip":
            self.drip()
        statuses = {
            "/no-head": 405 if self.command == "HEAD" else 200,
            "/busy": 503 if times < 3 else 200,
        }
        leads = {
            "/moved": (301, "/200"),
            "/moved-twice": (308, "/moved"),
            "/for-now": (302, "/200"),
            "/round": (302, "/round"),
            "/away": (301, "file:///etc/passwd"),
            "/moved-and-gone": (301, "/404"),
        }
        status, location = leads.get(path, (statuses.get(path, 200), ""))
        self.send_response(int(path[1:]) if path[1:].isdigit() else status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def hand_over(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """A byte now and then, each within the time limit of a socket, and never an end."""
        with suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100:
                self.wfile.write(bytes([byte]))
                time.sleep(0.1)

    def log_message(self, format: str, *args: object) -> None:
        pass


def _copy_of(query: str) -> object:
    """As archive.org/wayback/available answers for a page it has."""
    asked = {key: value for key, (value,) in parse_qs(query).items()}
    copy = f"http://archive.example/web/{asked['timestamp']}/{asked['url']}"
    closest = {"available": True, "url": copy, "timestamp": asked["timestamp"], "status": "200"}
    return {"url": asked["url"], "archived_snapshots": {"closest": closest}}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = Server()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/200", Answer(200)),
        ("/404", Answer(404)),
        ("/410", Answer(410)),
        ("/403", Answer(403)),
        ("/500", Answer(500)),
        ("/no-head", Answer(200)),
        ("/busy", Answer(200)),
        ("/for-now", Answer(200)),
        ("/round", Answer(reason="circle")),
        ("/away", Answer(reason="malformed")),
        ("/slow", Answer(reason="timeout")),
        ("/drip", Answer(reason="timeout")),
        ("/قاوان/شهر?q=بریلس#aims", Answer(200)),
    ],
)
def test_answer_of_a_server(server: Server, path: str, expected: Answer) -> None:
    address = server.address + path

    assert visit([address], QUICK) == {address: expected}


@pytest.mark.parametrize(
    ("path", "to", "status"),
    [("/moved", "/200", 200), ("/moved-twice", "/200", 200), ("/moved-and-gone", "/404", 404)],
)
def test_address_that_moved_for_good_is_noted(
    server: Server, path: str, to: str, status: int
) -> None:
    address = server.address + path

    assert visit([address], QUICK)[address] == Answer(status, moved_to=server.address + to)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://nowhere.invalid/", "unknown-host"),
        ("http://127.0.0.1:9/", "unreachable"),
        ("http://[::1/", "malformed"),
        ("http:///path", "malformed"),
        ("http://a..b/", "malformed"),
        ("https://127.0.0.1:99999/", "malformed"),
    ],
)
def test_address_that_leads_nowhere(
    address: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")

    assert visit([address], QUICK) == {address: Answer(reason=reason)}


def test_head_is_asked_first_and_a_success_not_asked_again(server: Server) -> None:
    visit([f"{server.address}/200", f"{server.address}/404"], QUICK)

    assert server.asked == [("HEAD", "/200"), ("HEAD", "/404"), ("GET", "/404")]


def test_server_is_given_time_between_two_questions(server: Server) -> None:
    begin = time.monotonic()
    visit([f"{server.address}/200?{at}" for at in range(3)], Pace(timeout=1, delay=0.1))

    assert time.monotonic() - begin >= 0.2


@pytest.mark.parametrize("path", ["/drip", "/slow", "/round", "/500"])
def test_all_of_it_ends_at_the_deadline(server: Server, path: str) -> None:
    addresses = [f"{server.address}{path}?{at}" for at in range(200)]
    addresses += [f"http://127.0.0.{at}:{server.server_port}/200" for at in range(2, 40)]
    begin = time.monotonic()

    answers = visit(addresses, Pace(timeout=5, delay=0.3, deadline=1))

    assert time.monotonic() - begin < 2.5
    assert set(answers) == set(addresses)
    assert answers[addresses[199]] == Answer(reason="unasked")
    assert answers[addresses[199]].outcome == "unasked"


def test_links_leaves_what_it_had_no_time_for_as_it_was(
    server: Server, write_record: WriteRecord, tmp_path: Path
) -> None:
    text = ORIGINAL.replace("Text.", f"[a]({server.address}/slow) [b]({server.address}/404)")
    root = write_record({"docs/en/news/kavan-meeting.md": text})
    add_engine(root)
    memory = f'<!-- newsroom-links {{"{server.address}/slow":"2020-01-06"}} -->'
    issue, output = tmp_path / "issue.json", tmp_path / "output"
    issue.write_text(json.dumps([{"number": 7, "state": "OPEN", "body": memory}]))
    arguments = ["--root", str(root), "links", "--delay", "0", "--issue", str(issue)]

    result = CliRunner().invoke(main, [*arguments, "--deadline", "0.3", "--output", str(output)])

    assert result.exit_code == 0
    assert "Not checked this time: " in result.stdout
    assert "به این نوبت نرسید" in result.stdout
    assert f'"{server.address}/slow":"2020-01-06"' in result.stdout
    assert "All of them responded" not in result.stdout
    assert "step=close" not in output.read_text()


def test_links_prints_a_report_and_tells_the_workflow_what_to_do(
    server: Server, write_record: WriteRecord, tmp_path: Path
) -> None:
    text = ORIGINAL.replace("Text.", f"[a]({server.address}/404) [b]({server.address}/200)")
    root = write_record({"docs/en/news/kavan-meeting.md": text})
    add_engine(root)
    remembered = f'<!-- newsroom-links {{"{server.address}/404":"2020-01-06"}} -->'
    issue, output = tmp_path / "issue.json", tmp_path / "output"
    issue.write_text(json.dumps([{"number": 7, "state": "CLOSED", "body": remembered}]))
    output.write_text("earlier=1\n")
    arguments = ["--root", str(root), "links", "--delay", "0", "--issue", str(issue)]

    result = CliRunner().invoke(main, [*arguments, "--output", str(output)])

    assert result.exit_code == 0
    assert f"`{server.address}/404` – HTTP 404; since 6 January 2020" in result.stdout
    assert "docs/en/news/kavan-meeting.md:13" in result.stdout
    assert output.read_text().startswith("earlier=1\nstep=reopen\nnumber=7\ntitle=")


def test_links_refuses_a_file_that_is_no_issue(write_record: WriteRecord, tmp_path: Path) -> None:
    root = write_record()
    add_engine(root)
    (tmp_path / "issue.json").write_text("{")
    arguments = ["--root", str(root), "links", "--issue", str(tmp_path / "issue.json")]

    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_archive_is_asked_for_a_copy_near_the_day_of_a_lost_source(
    server: Server, write_record: WriteRecord, tmp_path: Path
) -> None:
    lost = f"{server.address}/404"
    source = SOURCE.replace("sha256:", f"retrieved: 2024-07-02\naddress: {lost}\nsha256:")
    root = write_record({"data/sources/report.yml": source})
    add_engine(root)
    memory = f'<!-- newsroom-links {{"{lost}":"2020-01-06"}} -->'
    issue = tmp_path / "issue.json"
    issue.write_text(json.dumps([{"number": 7, "state": "OPEN", "body": memory}]))
    arguments = ["--root", str(root), "links", "--delay", "0", "--issue", str(issue)]

    result = CliRunner().invoke(main, [*arguments, "--archive", f"{server.address}/wayback"])

    asked = [path for _, path in server.asked if path.startswith("/wayback")]
    copy = f"https://archive.example/web/20240702/{lost}"
    assert result.exit_code == 0
    assert asked == [f"/wayback?url={lost}&timestamp=20240702"]
    assert result.stdout.count(f"`data/sources/report.yml` – `archived: {copy}`") == 2


@pytest.mark.parametrize(
    "answer",
    [
        {"archived_snapshots": {}},
        {"archived_snapshots": {"closest": {"status": "404", "url": "http://archive.example/a"}}},
        {"archived_snapshots": {"closest": {"status": "200", "url": "archive.example"}}},
        {"archived_snapshots": {"closest": {"status": "200", "url": "http://a.example/a b"}}},
        ["archived_snapshots"],
        "archived_snapshots",
    ],
)
def test_no_copy_is_proposed_where_the_archive_has_none(server: Server, answer: object) -> None:
    server.copies = answer

    assert archived_copy("https://a.example/", None, f"{server.address}/wayback", 1) is None


def test_archive_that_does_not_answer_is_no_failure(server: Server) -> None:
    assert archived_copy("https://a.example/", None, f"{server.address}/500", 1) is None
    assert archived_copy("https://a.example/", None, f"{server.address}/slow", 0.2) is None
