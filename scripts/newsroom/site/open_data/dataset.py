"""The files of the open data: tables, schemas, the package that binds them, the corpus."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from newsroom.record.articles import DATA
from newsroom.site.open_data.corpus import corpus
from newsroom.site.open_data.schemas import (
    CORPUS,
    DATAPACKAGE,
    TMX,
    Json,
    datapackage,
    json_schema,
)
from newsroom.site.open_data.tables import tables
from newsroom.site.open_data.written import as_csv, as_json
from newsroom.site.outputs import Group, Offer, Output
from newsroom.site.site import Site


def outputs(site: Site) -> Iterator[Output]:
    """The files; those of single tables are offered on the page that explains them."""
    made = tables(site)
    package = partial(_described, datapackage, site, made)
    yield Output(
        DATAPACKAGE, "application/json", package, offer=Offer(Group.DATA, "datapackage", DATA)
    )
    yield Output(
        CORPUS, TMX, partial(corpus, site), offer=Offer(Group.DATA, "corpus", f"{DATA}#corpus")
    )
    for table in made:
        yield Output(table.csv, "text/csv", partial(as_csv, table))
        yield Output(table.json, "application/json", partial(as_json, table))
        schema = partial(_described, json_schema, table, site.settings.site_url)
        yield Output(table.schema, "application/schema+json", schema)


def _described(describe: Callable[..., Json], *arguments: object) -> str:
    return json.dumps(describe(*arguments), ensure_ascii=False, indent=1) + "\n"
