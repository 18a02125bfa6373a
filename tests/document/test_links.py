import pytest

from newsroom.document.links import Link, links_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [Link(0, "b.md", "a")]),
        ('[a](<b c.md> "t")', [Link(0, "b c.md", "a")]),
        ("[a](x_(y).md)", [Link(0, "x_(y).md", "a")]),
        ("![a](b.png)", [Link(0, "b.png", "a", is_image=True)]),
        ("[![a](b.png)](c.md)", [Link(0, "c.md", "![a](b.png)"), Link(1, "b.png", "a", is_image=True)]),
        ("[a][kavan] [b][]", [Link(0, "", "a", label="kavan"), Link(11, "", "b", label="b")]),
        ("<https://a.example/>", [Link(0, "https://a.example/", "https://a.example/", is_auto=True)]),
        ('x <a href="b.md">c</a>', [Link(2, "b.md", "c")]),
        ("<img alt='a' src=b.png>", [Link(0, "b.png", "a", is_image=True)]),
        ("[a] (b) \\[c](d) [e](f", []),
        ("<a id='x'></a>", []),
    ],
)  # fmt: skip
def test_link_is_read_in_every_form(text: str, expected: list[Link]) -> None:
    links = list(links_in(text))

    assert links == expected
    for link in links:
        assert (
            link.is_auto or link.is_image or text.startswith(link.target or link.label, link.place)
        )
