#!/bin/sh
# A PDF that Firefox makes of a Persian page holds little Persian text.
#
# Two things meet. The joined forms of letters have no code of their own in a web font that was cut
# to the letters of a language (subsetting by --unicodes keeps the forms, not their old codes), and
# Firefox takes the text of a PDF from those codes: they come out as U+FFFD. And a weight of a variable
# font that is not its default is drawn as shapes: nothing of it can be searched or copied. On paper
# both look right. Chromium writes the text of both.
#
# Seen with Firefox 153.8 ESR (Debian 12) and Vazirmatn 33.0.3 over `browsingContext.print`.
# Source: ISO 32000-1, 9.10 "Extraction of text content": the text of a PDF is what its ToUnicode maps say.
#
# What it means: completeness of a print cannot be measured by its text unless both browsers print in
# a plain system font that has the codes; and a reader who keeps Persian pages as PDF is better served by
# Chromium.
#
# Needs python3 with venv, npm, firefox-esr and poppler-utils; installs websockets 17.4, fonttools 4.60.1,
# brotli 1.1.0 and vazirmatn 33.0.3 in a temporary folder. Ends with 1 when Firefox writes the text.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
firefox-esr --version
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check websockets==17.4 fonttools==4.60.1 brotli==1.1.0
(cd "$work" && npm pack --silent vazirmatn@33.0.3 >/dev/null && tar xzf vazirmatn-33.0.3.tgz)
"$work/venv/bin/pyftsubset" "$work/package/fonts/variable/Vazirmatn[wght].ttf" --flavor=woff2 \
  --layout-features='*' --unicodes=U+0020-007E,U+060C,U+0621-063A,U+0641-0654,U+067E,U+0686,U+06A9,U+06AF,U+06CC \
  --output-file="$work/cut.woff2"
cp "$work/package/fonts/variable/Vazirmatn[wght].ttf" "$work/whole.ttf"
"$work/venv/bin/python" - "$work" <<'PYTHON'
import base64, itertools, json, pathlib, subprocess, sys, time, unicodedata
from collections import Counter
from websockets.sync.client import connect

WORDS = "تبریز و قازان بیش از بیست شهر را در یک نشست کنار هم آوردند"
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

def letters(text):
    return Counter(it for it in unicodedata.normalize("NFKC", text) if it.isalpha())

with connect(f"ws://127.0.0.1:{json.loads(port.read_text())['ws_port']}/session", max_size=None) as socket:
    def send(method, **params):
        socket.send(json.dumps({"id": next(numbers), "method": method, "params": params}))
        return json.loads(socket.recv(timeout=60))["result"]

    send("session.new", capabilities={})
    tab = send("browsingContext.getTree")["contexts"][0]["context"]

    def share(font, weight):
        """How much of the words the PDF holds as text."""
        page = work / "page.html"
        face = f"@font-face {{ font-family: x; src: url({font}); font-weight: 100 900 }}"
        style = f"{face} p {{ font: {weight} 16px x }}"
        page.write_text(f"<!doctype html><html lang=fa dir=rtl><meta charset=utf-8><style>{style}</style><p>{WORDS}")
        send("browsingContext.navigate", context=tab, url=page.as_uri(), wait="complete")
        ready = "document.fonts.ready.then(() => [...document.fonts].map((it) => it.status).join())"
        said = send("script.evaluate", expression=ready, target={"context": tab}, awaitPromise=True)
        assert said["result"]["value"] == "loaded", said
        pdf = base64.b64decode(send("browsingContext.print", context=tab)["data"])
        text = subprocess.run(("pdftotext", "-", "-"), input=pdf, capture_output=True, check=True).stdout
        whole = letters(WORDS)
        return (whole & letters(text.decode())).total() / whole.total()

    found = {
        "the whole font, its default weight": share("whole.ttf", 400),
        "the whole font, bold": share("whole.ttf", 700),
        "cut to Persian, its default weight": share("cut.woff2", 400),
        "cut to Persian, bold": share("cut.woff2", 700),
    }

firefox.terminate()
firefox.wait(60)
for what, part in found.items():
    print(f"{what}: {part:.0%} of the letters are text")
lost = found["cut to Persian, its default weight"] < 0.9 and found["cut to Persian, bold"] < 0.9
print("as described" if lost else "changed: Firefox writes the text")
sys.exit(not lost)
PYTHON
