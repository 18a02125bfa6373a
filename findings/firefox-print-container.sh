#!/bin/sh
# Firefox prints nothing of what an @container rule lays out otherwise.
#
# A box with `container-type: inline-size` prints whole, and so does a grid. But where an @container
# rule makes a grid (or columns, or flex) of what is in the box, and the rule holds on the sheet,
# the pages come out empty, without a word in the console. Chromium prints all of it. It shows on
# wide sheets only, as the rule does not hold on narrow ones, and a test in Chromium never sees it.
# With `container-type: normal` for print everything is there.
#
# Seen with Firefox 153.8 ESR (Debian 12) over WebDriver BiDi, `browsingContext.print`, A4 landscape.
# Source: CSS Conditional 5, "container queries"; nothing there lets a rule take contents away:
# https://www.w3.org/TR/css-conditional-5/#container-queries
#
# What it means: no size container may be in force on paper. What takes a wide sheet is the rule, and
# `@container not (min-width: ...)` takes it back on a narrow screen.
#
# Needs python3 with venv, firefox-esr and poppler-utils; installs websockets 17.4 in a temporary folder.
# Ends with 1 when Firefox prints everything.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
firefox-esr --version
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check websockets==17.4
"$work/venv/bin/python" - "$work" <<'PYTHON'
import base64, itertools, json, pathlib, subprocess, sys, time
from websockets.sync.client import connect

work = pathlib.Path(sys.argv[1])
profile = work / "profile"
profile.mkdir()
firefox = subprocess.Popen(
    ("firefox-esr", "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile),
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
port = profile / "WebDriverBiDiServer.json"
for _ in range(300):
    if port.exists() and port.read_text():
        break
    time.sleep(0.2)
numbers = itertools.count(1)

with connect(f"ws://127.0.0.1:{json.loads(port.read_text())['ws_port']}/session", max_size=None) as socket:
    def send(method, **params):
        socket.send(json.dumps({"id": next(numbers), "method": method, "params": params}))
        return json.loads(socket.recv(timeout=60))["result"]

    send("session.new", capabilities={})
    tab = send("browsingContext.getTree")["contexts"][0]["context"]

    def printed(style):
        """The characters on each page of sixty paragraphs, printed across."""
        text = "".join(f"<p>Paragraph {number} of a page." for number in range(60))
        page = work / "page.html"
        page.write_text(f"<!doctype html><title>x</title><style>{style}</style><main><div>{text}</div></main>")
        send("browsingContext.navigate", context=tab, url=page.as_uri(), wait="complete")
        sheet = {"width": 29.7, "height": 21}
        pdf = base64.b64decode(send("browsingContext.print", context=tab, page=sheet)["data"])
        text = subprocess.run(("pdftotext", "-", "-"), input=pdf, capture_output=True, check=True).stdout
        return [len(b"".join(its.split())) for its in text.split(b"\f")[:-1]]

    box = "main { container-type: inline-size }"
    grid = "div { display: grid; grid-template-columns: 30rem 12rem }"
    asked = "@container (min-width: 20rem) { %s }" % grid
    freed = "@media print { main { container-type: normal } }"
    found = {
        "a size container": printed(box),
        "a grid in it": printed(box + grid),
        "a grid by @container": printed(box + asked),
        "columns by @container": printed(box + "@container (min-width: 20rem) { div { columns: 2 } }"),
        "a colour by @container": printed(box + "@container (min-width: 20rem) { div { color: red } }"),
        "a grid by @container, freed on paper": printed(box + asked + freed),
    }

firefox.terminate()
firefox.wait(60)
for what, pages in found.items():
    print(f"{what}: characters on each page {pages}")
lost = sum(found["a grid by @container"]) < sum(found["a grid in it"])
print("as described" if lost else "changed: Firefox prints everything")
sys.exit(not lost)
PYTHON
