"""What macros make of an entry, made once for all pages of a folder.

The same events, names and dates stand on thousands of pages, and from all pages of a folder the
same links lead to them. So the pages of a folder share one module of macros, which is given what
they have in common and fails on what only one of them has.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Macro
from markupsafe import Markup

from newsroom.text.bidi import isolate_html, isolated

_CLOSED = frozenset(("article", "details", "div", "dl", "li", "ol", "p", "section", "table", "ul"))
"""Elements no run goes on over: what is between two tags of one can be isolated by itself."""


class Components:
    """The macros of each template as the pages of one folder see them."""

    def __init__(self, values: Mapping[str, Any], lang: str) -> None:
        """`values` are those all pages of the folder are given."""
        self._values, self._lang = values, lang
        self._modules: dict[str | None, TemplateModule] = {}

    def of(self, template: Template) -> TemplateModule:
        """The macros of a template; each keeps what it made of the same objects."""
        module = self._modules.get(template.name)
        if module is None:
            module = self._modules[template.name] = template.make_module(dict(self._values))
            for name, macro in vars(module).items():
                if isinstance(macro, Macro):
                    setattr(module, name, self._keeping(macro))
        return module

    def _keeping(self, macro: Macro) -> Callable[..., str]:
        kept: dict[tuple[object, ...], tuple[object, str]] = {}

        def component(*args: object, **named: object) -> str:
            if "caller" in named:  # made for this one call
                return macro(*args, **named)
            # By identity: entries are never changed, and comparing them costs as much as a macro.
            key = (*map(id, args), *named, *map(id, named.values()))
            if key not in kept:
                html = _finished(macro(*args, **named), self._lang)
                kept[key] = (args, named), html  # what is kept alive shares its id with nothing
            return kept[key][1]

        return component


def _finished(html: str, lang: str) -> str:
    """The component isolated, if it is whole elements that no run goes on over."""
    tag = html.lstrip()[1:20].partition(">")[0].partition(" ")[0]
    is_closed = tag in _CLOSED and html.rstrip().endswith(f"</{tag}>")
    return Markup(isolated(isolate_html(html, lang))) if is_closed else html
