"""Macros are shared by the pages of a folder, and what they make is kept."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import UndefinedError

from newsroom.site.components import Components
from newsroom.site.templates import COMPONENTS, Templates
from newsroom.text.bidi import isolate_html

PAGE = "{% from 'macros.html' import show with context %}{{ show(entry) }}|{{ own }}"


def templates(folder: Path, macros: str, page: str = PAGE) -> Templates:
    (folder / "macros.html").write_text(macros, encoding="utf-8")
    (folder / "page.html").write_text(page, encoding="utf-8")
    return Templates([folder])


def shared(**values: object) -> dict[str, object]:
    return {**values, COMPONENTS: Components(values, "fa")}


class Counted:
    """An entry that counts how often it is shown."""

    shown = 0

    @property
    def name(self) -> str:
        self.shown += 1
        return f"<{self.shown}>"


def test_what_a_macro_made_of_an_entry_stands_on_every_page_of_the_folder(tmp_path: Path) -> None:
    found = templates(tmp_path, "{% macro show(it) %}{{ word }} {{ it.name }}{% endmacro %}")
    folder, entry, other = shared(word="a"), Counted(), Counted()

    pages = [
        found.render("page.html", {**folder, "entry": it, "own": own})
        for own, it in enumerate((entry, entry, other))
    ]

    assert pages == ["a &lt;1&gt;|0", "a &lt;1&gt;|1", "a &lt;1&gt;|2"]
    assert (entry.shown, other.shown) == (1, 1)


def test_objects_that_are_gone_are_not_taken_for_new_ones(tmp_path: Path) -> None:
    found = templates(tmp_path, "{% macro show(it) %}{{ it.name }}{% endmacro %}")
    folder = shared()

    pages = [
        found.render("page.html", {**folder, "entry": SimpleNamespace(name=name), "own": ""})
        for name in map(str, range(50))
    ]

    assert pages == [f"{name}|" for name in range(50)]


def test_other_arguments_make_another_component(tmp_path: Path) -> None:
    macros = (
        "{% macro show(it, level='a', full=false) %}{{ it }}{{ level }}{{ full }}{% endmacro %}"
    )
    page = (
        "{% from 'macros.html' import show with context %}"
        "{{ show(1) }} {{ show(1, 'b') }} {{ show(1, level='b') }} {{ show(1, full=true) }}"
    )

    html = templates(tmp_path, macros, page).render("page.html", shared())

    assert html == "1aFalse 1bFalse 1bFalse 1aTrue"


def test_what_is_wrapped_by_its_caller_is_made_anew(tmp_path: Path) -> None:
    macros = "{% macro show(it) %}<li>{{ it }}{{ caller() }}</li>{% endmacro %}"
    page = (
        "{% from 'macros.html' import show with context %}"
        "{% for at in [1, 2] %}{% call show('x') %}{{ at }}{% endcall %}{% endfor %}"
    )

    assert templates(tmp_path, macros, page).render("page.html", shared()) == (
        "<li>x1</li><li>x2</li>"
    )


def test_macro_knows_nothing_of_a_single_page(tmp_path: Path) -> None:
    found = templates(tmp_path, "{% macro show(it) %}{{ own }}{% endmacro %}")

    with pytest.raises(UndefinedError, match="'own' is undefined"):
        found.render("page.html", {**shared(), "entry": 1, "own": "page"})


@pytest.mark.parametrize(
    "macro",
    [
        "<li>{{ it }}</li>",
        "\n<div><p>{{ it }}</p></div>\n",
        "<a>{{ it }}</a>",
        "<p>{{ it }}</p> and",
        "<li>{{ it }}</li><b>and</b>",
    ],
)
@pytest.mark.parametrize("around", ["<p>Kavan {} Ilvar</p>", "<ul>{}</ul>"])
def test_isolated_component_makes_the_page_it_would_have_made(
    tmp_path: Path, macro: str, around: str
) -> None:
    macros = f"{{% macro show(it) %}}{macro}{{% endmacro %}}"
    page = (
        f"{{% from 'macros.html' import show with context %}}{around.format('{{ show(entry) }}')}"
    )
    found = templates(tmp_path, macros, page)

    alone = found.render("page.html", {"entry": "R&D در قاوان"})
    html = found.render("page.html", {**shared(), "entry": "R&D در قاوان"})

    assert isolate_html(html, "fa") == isolate_html(alone, "fa")
    assert "<bdi" in isolate_html(html, "fa")
