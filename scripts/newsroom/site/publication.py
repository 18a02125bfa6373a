"""Which files the site has that are no pages: feeds, and what else can be taken along.

A kind of file is added by a module with a function `outputs`, named below.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from newsroom.site import calendars, editions, feeds, opensearch, robots, sitemap, story_files
from newsroom.site.linked_data import graphs
from newsroom.site.open_data import dataset
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.site import Site

MAKERS: tuple[Callable[[Site], Iterable[Output]], ...] = (
    feeds.outputs,
    calendars.outputs,
    story_files.outputs,
    dataset.outputs,
    graphs.outputs,
    sitemap.outputs,
    robots.outputs,
    opensearch.outputs,
    editions.outputs,
)
"""What yields the files of a site, in the order in which the page of offers lists them."""


@lru_cache(maxsize=1)  # two pages list them, and then they are written
def outputs(site: Site) -> tuple[Output, ...]:
    """Every file that is no page; none is made yet."""
    return tuple(chain.from_iterable(maker(site) for maker in MAKERS))


Listed = Mapping[Group, Mapping[Offer, Sequence[Output]]]


def offered(site: Site, lang: str) -> Listed:
    """What readers are offered, by group and offer; the file in `lang` stands first."""
    groups: dict[Group, dict[Offer, list[Output]]] = {group: {} for group in Group}
    for file in sorted(outputs(site), key=lambda it: it.lang != lang):
        if file.offer:
            groups[file.offer.group].setdefault(file.offer, []).append(file)
    return {group: listed for group, listed in groups.items() if listed}
