"""Style sheets and scripts as they are published."""

from newsroom.publish.assets import compact

SHEETS = {"frame.css": ".nr-a {\n  color: red;\n}\n"}


def test_sheet_holds_those_it_imports_in_their_place() -> None:
    text = '/* A page. */\n@import url("frame.css");\n\n.nr-b { color: blue; }\n'

    assert compact("assets/page.css", text, SHEETS.__getitem__) == (
        ".nr-a{color:red}.nr-b{color:blue}\n"
    )


def test_script_is_made_small_and_keeps_its_names() -> None:
    text = "// Why.\nconst first = 1;\n\nconst second = first + 1;\n"

    assert compact("assets/page.js", text, SHEETS.__getitem__) == (
        "const first=1;const second=first+1;\n"
    )
