"""Names: whose each is, or how those who share one are told apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsroom.check.rule import RECORD, rule
from newsroom.record.articles import Page
from newsroom.record.catalogue import Catalogue
from newsroom.record.matchers import bearers
from newsroom.record.participants import Participant
from newsroom.record.problems import Problem, say
from newsroom.text.languages import LANGS, Bilingual
from newsroom.text.messages import Wording, worded
from newsroom.text.names import Mention
from newsroom.text.persian import fold_name


@rule(RECORD, error="name-duplicate")
def name_duplicate(catalogue: Catalogue) -> Iterator[Problem]:
    """Two entries that lists call the same would be one in the index and in the search."""
    hint = say("merge the entries, or give each a `distinguish` text of its own in both languages")
    for lang in LANGS:
        known: dict[str, list[Participant]] = defaultdict(list)
        for entry in catalogue.participants.values():
            others = known[fold_name(entry.name[lang])]
            like = next((it for it in others if not _are_told_apart(entry, it, lang)), None)
            if like:
                name = entry.name[lang]
                message = say("'{path}' has the same name '{name}'", name=name, path=like.path)
                yield name_duplicate.of(entry, f"name.{lang}", message, hint)
            others.append(entry)


def _are_told_apart(one: Participant, two: Participant, lang: str) -> bool:
    """Whether both say what tells them from namesakes, and say it otherwise."""
    is_said = one.distinguish and two.distinguish
    return bool(is_said) and fold_name(one.called(lang)) != fold_name(two.called(lang))


@rule(RECORD, error="alias-collision")
def alias_collision(catalogue: Catalogue) -> Iterator[Problem]:
    """A spelling that two entries share cannot be linked to either, unless they are told apart."""
    for lang in LANGS:
        known: dict[str, dict[str, Participant]] = defaultdict(dict)
        for entry in catalogue.participants.values():
            for spelling in entry.spellings(lang):
                known[fold_name(spelling)][entry.id] = entry
        for folded, entries in known.items():
            first, *others = entries.values()
            for entry in others:
                if fold_name(entry.name[lang]) == fold_name(first.name[lang]):
                    continue  # said by name_duplicate
                if first.distinguish and entry.distinguish:
                    continue
                spelling = next(s for s in entry.spellings(lang) if fold_name(s) == folded)
                message = say(
                    "'{path}' has the same spelling '{spelling}'",
                    spelling=spelling,
                    path=first.path,
                )
                hint = say(
                    "remove it from the entry that is meant less often, or give both a "
                    "`distinguish` text; full names still distinguish the two"
                )
                place = _place_of(entry, lang, spelling)
                yield alias_collision.of(entry, place, message, hint)


@rule(RECORD, error="name-ambiguous")
def name_ambiguous(catalogue: Catalogue) -> Iterator[Problem]:
    """A name that several entries share leads a reader to none of them, or to the wrong one."""
    for page in catalogue.pages.values():
        for mention in _left_open(catalogue, page):
            ids = bearers(mention.target_id)
            message = say(
                "'{name}' is the name of {entries}, and the page does not say which",
                name=page.document.prose[mention.start : mention.end],
                entries=_listed(catalogue.participants[id].path for id in ids),
            )
            hint = say("link it by hand: `[text][{id}]`", id=ids[0])
            yield name_ambiguous.on(page, mention.start, message, hint)


def _listed(paths: Iterable[str]) -> Wording:
    """Some files, as either language lists them."""
    each = tuple(paths)
    english = ", ".join(f"'{path}'" for path in each)
    return worded({"en": english, "fa": " و ".join(f"«{path}»" for path in each)})


def _left_open(catalogue: Catalogue, page: Page) -> Iterator[Mention]:
    """The mentions on a page that may mean several, outside links.

    Where it names none of them beyond doubt one link settles all, and the first mention stands for
    the others.
    """
    named = {key: len(ids) for key, ids in catalogue.names.named_on(page).items()}
    told = set[str]()
    matcher = catalogue.names.linked(page.lang)
    for mention in matcher.find(page.document.prose) if named else ():
        key = mention.target_id
        if named.get(key, 1) == 1 or key in told or _is_in_link(mention, page):
            continue
        if not named[key]:
            told.add(key)
        yield mention


def _is_in_link(mention: Mention, page: Page) -> bool:
    links = page.document.links
    return any(it.position <= mention.start <= it.position + len(it.text) for it in links)


def _place_of(entry: Participant, lang: str, spelling: str) -> str:
    """Where in its file a spelling stands."""
    aliases = entry.aliases.get(lang, ())
    if spelling in aliases:
        return f"aliases.{lang}.{aliases.index(spelling)}"
    for key in ("short", "full_name"):
        names: Bilingual | None = getattr(entry, key)
        if names and names[lang] == spelling:
            return f"{key}.{lang}"
    return f"name.{lang}"
