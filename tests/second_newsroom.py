"""Another newsroom: a film festival, begun by `newsroom init` and set by settings alone."""

from pathlib import Path

from newsroom.record.articles import read_page
from newsroom.record.documents import ParseContext, read_document
from newsroom.record.sections import recorded_sections

SETTINGS = """\
    colours:
      accent: {light: "#9b1c4a", dark: "#f59ab8"}
      block: {light: "#7a1238", dark: "#6d1033"}
      place: {light: "#1f5f2e", dark: "#8fd19e"}
      organisation: {light: "#28418f", dark: "#a9b8f0"}
    home: [events, news, onward]
    navigation: [news, timeline, participants, guide/visit.md]
    footer: [about, sources, corrections, follow]
    map: {south_west: [25, 44], north_east: [40, 64]}
"""
_ORIGINAL = """\
---
title: {title}
summary: {summary}
date: {date}
place: {place}
source: programme
events: [{event}]
added: {date}
---

{text}
"""
_TRANSLATION = """\
---
title: {title}
summary: {summary}
translation:
  of: en
  date: {date}
  sections:
{sections}
---

{text}
"""
_ARTICLES = (
    {
        "slug": "festival-opened",
        "date": "2026-06-12",
        "place": "mahrud",
        "event": "opening-2026",
        "en": (
            "The River Festival opens with a silent film",
            "Sara Rastegar opened the festival in Mahrud with a film of 1931.",
            "Sara Rastegar opened the River Festival in Mahrud on 12 June 2026 (22 Khordad 1405). "
            "A film of 1931 was shown in the open air, and Omid Farzin played the piano.",
        ),
        "fa": (
            "جشنوارهٔ رود با فیلمی صامت گشایش یافت",
            "سارا رستگار جشنواره را در ماهرود با فیلمی از ۱۹۳۱ گشود.",
            "سارا رستگار جشنوارهٔ رود را ۲۲ خرداد ۱۴۰۵ (۱۲ ژوئن ۲۰۲۶) در ماهرود گشود. فیلمی از ۱۹۳۱ "
            "در فضای باز نمایش داده شد و امید فرزین پیانو نواخت.",
        ),
    },
    {
        "slug": "prize-announced",
        "date": "2026-06-12",
        "place": "nilab",
        "event": "prize-planned-2026",
        "en": (
            "A prize for first films is announced in Nilab",
            "Laleh Behnam said in Nilab that a prize for first films is planned.",
            "Laleh Behnam said in Nilab on 12 June 2026 (22 Khordad 1405) that the festival plans "
            "a prize for first films. It is to be awarded for the first time in 2027.",
        ),
        "fa": (
            "جایزه‌ای برای فیلم‌های اول در نیلاب اعلام شد",
            "لاله بهنام در نیلاب گفت که جایزه‌ای برای فیلم‌های اول در برنامه است.",
            "لاله بهنام ۲۲ خرداد ۱۴۰۵ (۱۲ ژوئن ۲۰۲۶) در نیلاب گفت که جشنواره جایزه‌ای برای فیلم‌های "
            "اول در برنامه دارد. این جایزه نخستین بار در ۲۰۲۷ داده می‌شود.",
        ),
    },
)
_DATA = {
    "data/places/mahrud.yml": "name: {fa: ماهرود, en: Mahrud}\nkind: city\ncoordinates: [33.5, 51.2]\n",
    "data/places/nilab.yml": "name: {fa: نیلاب, en: Nilab}\nkind: city\ncoordinates: [29.4, 57.1]\n",
    "data/people/sara-rastegar.yml": "name: {fa: سارا رستگار, en: Sara Rastegar}\ncity: mahrud\n",
    "data/people/omid-farzin.yml": "name: {fa: امید فرزین, en: Omid Farzin}\ncity: mahrud\n",
    "data/people/laleh-behnam.yml": "name: {fa: لاله بهنام, en: Laleh Behnam}\ncity: nilab\n",
    "data/sources/programme.yml": (
        "title: Programme of the festival\nshort: {fa: برنامهٔ جشنواره, en: Festival programme}\n"
        f"language: en\npublished: 2026-06-12\nsha256: {'0' * 64}\n"
    ),
    "data/events/opening-2026.yml": (
        "date: 2026-06-12\ntitle: {fa: گشایش جشنوارهٔ رود, en: Opening of the River Festival}\n"
        "status: held\nplace: mahrud\nparticipants: [sara-rastegar, omid-farzin]\n"
        "sources: [programme]\n"
    ),
    "data/events/prize-planned-2026.yml": (
        "date: 2027\ntitle: {fa: جایزهٔ فیلم‌های اول, en: Prize for first films}\n"
        "status: planned\nplace: nilab\nparticipants: [laleh-behnam]\nsources: [programme]\n"
    ),
    "docs/en/guide/visit.md": "---\ntitle: Visit\nsummary: How to get there.\n---\n\nBy the river.\n",
    "docs/fa/guide/visit.md": (
        "---\ntitle: بازدید\nsummary: چگونه می‌توان آمد.\n---\n\nاز کنار رود.\n"
    ),
}


def make_second(root: Path) -> None:
    """Give a record that `init --empty` began two reports, what they name, and settings."""
    files = dict(_DATA)
    for article in _ARTICLES:
        slug, facts = article["slug"], {key: article[key] for key in ("date", "place", "event")}
        title, summary, text = article["en"]
        path = f"docs/en/news/{slug}.md"
        files[path] = _ORIGINAL.format(title=title, summary=summary, text=text, **facts)
        context = ParseContext(path)
        document = read_document(files[path], context)
        read = read_page("en", f"news/{slug}.md", document, context) if document else None
        assert read and not context.problems, context.problems
        sections = "\n".join(f'    {id}: "{it}"' for id, it in recorded_sections(read[0]).items())
        title, summary, text = article["fa"]
        files[f"docs/fa/news/{slug}.md"] = _TRANSLATION.format(
            title=title, summary=summary, text=text, date=article["date"], sections=sections
        )
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    files["mkdocs.yml"] = settings.replace(
        "    licence: CC-BY-4.0\n", f"    licence: CC-BY-4.0\n{SETTINGS}", 1
    )
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
