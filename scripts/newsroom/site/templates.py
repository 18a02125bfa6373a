"""The templates: what ours print is escaped, and a name they are not given is an error."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule

from newsroom.site.components import Components


def first_of(places: Sequence[Path], path: str) -> Path:
    """A file in the first of the places that has it."""
    return next(it for place in places if (it := place / path).is_file())


def reader(places: Sequence[Path], folder: str) -> Callable[[str], str]:
    """What reads the files of a folder by name, each in the first of the places that has it."""
    return lambda name: first_of(places, f"{folder}/{name}").read_text(encoding="utf-8")


COMPONENTS = "components"
"""The value that says which macros a page shares with others."""


class _SharingTemplate(Template):
    """A template whose macros are those of the folder of the page that imports them."""

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """As Jinja's own, which makes every macro of the template anew for each page."""
        components: Components | None = (vars or {}).get(COMPONENTS)
        return components.of(self) if components else super().make_module(vars, shared, locals)


class _Environment(Environment):
    """An environment that asks its loader once for each template, and once for each of its parts.

    Jinja's own cache asks the loader's name, a lock and an order of use four times a page.
    """

    template_class = _SharingTemplate

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """As Jinja's; `globals` are those of the environment for every template."""
        return self._loaded(name)

    @cached_property
    def _loaded(self) -> Callable[[str | Template], Template]:
        return cache(super().get_template)


class Templates:
    """The templates of our own page shell; of several folders the first that has one counts.

    They escape what they print, and a name that a template is not given is an error.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._environment = _Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The page a template makes of some values.

        Raises `jinja2.UndefinedError` for a name that is none of them.
        """
        return self._environment.get_template(name).render(values)


class OwnTemplates(BaseLoader):
    """Loads the templates below the folders `own` strictly, and the theme's as they are written.

    A theme asks everywhere for names that may be absent; in ours one raises `UndefinedError`, whose
    traceback has template and line. A template keeps the environment it was compiled for, so that
    those of both kinds can extend and include each other.
    """

    def __init__(self, environment: Environment, own: Sequence[str]) -> None:
        assert environment.loader is not None
        self._all, self._own = environment.loader, own
        self._theirs = environment.overlay(autoescape=False)
        self._ours = environment.overlay(autoescape=True, undefined=StrictUndefined)
        self._theirs.loader = self._ours.loader = self

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """As Jinja's loaders do; raises `TemplateNotFound`."""
        is_own = any(Path(folder, name).is_file() for folder in self._own)
        return self._all.load(self._ours if is_own else self._theirs, name, globals)
