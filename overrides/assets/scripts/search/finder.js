// Finds entries: strictly, and when nothing is found ever more leniently.
import { NO_MARKS } from "./excerpts.js";
import { Index } from "./index.js";
import { candidates, nearTo, parted, scores } from "./matching.js";
import { compounded, formsOf, isOwnScript, LONGEST, parse } from "./query.js";
import { tables, words } from "./words.js";

const NEAR = 0.5;
const OTHER = { fa: "en", en: "fa" };

const filterSets = async (indexes, filters) => {
  const terms = [
    filters.year && `@${filters.year}`,
    filters.place && `@${filters.place}`,
    filters.who && `~${filters.who}`,
    filters.topic && `~topics/${filters.topic}`,
  ].filter(Boolean);
  const sets = [];
  for (const term of terms) {
    const own = await Promise.all(indexes.map((index) => index.numbersOf(term)));
    sets.push(new Set(own.flatMap((set) => [...set])));
  }
  return sets;
};

// Who looks for what, in which languages and how leniently: the numbers found with their scores.
class Search {
  constructor(lang, indexes, filters, sets) {
    Object.assign(this, { lang, indexes, filters, sets });
  }

  isWanted(number) {
    const { kind } = this.filters;
    if (kind && this.indexes[0].kindOf(number) !== kind) return false;
    return this.sets.every((set) => set.has(number));
  }

  // Only where a word can be: in its own script's language, and wherever the page's own is.
  indexesFor(unit) {
    const [own] = this.indexes;
    const isAlone = isOwnScript(unit, own.lang) && !own.data.only_other;
    return isAlone ? [own] : this.indexes;
  }

  async run(units, { ease = false, near = false, missing = 0 } = {}) {
    const marks = { terms: new Set(), wholes: new Set() };
    const rows = await Promise.all(
      units.map(async (unit) => {
        const byLang = new Map();
        const look = async (index) => {
          const found = await candidates(index, unit, ease);
          if (!near || found.length) return [index, found];
          return [index, (await nearTo(index, unit)).map((entry) => [entry, NEAR])];
        };
        for (const [index, found] of await Promise.all(this.indexesFor(unit).map(look))) {
          if (!found.length) continue;
          byLang.set(index.lang, scores(index, found));
          for (const [{ term, same }] of found) for (const it of [term, ...same]) marks.terms.add(it);
        }
        for (const word of unit.spoken ?? []) for (const it of words.terms(word)) marks.terms.add(it);
        if (!unit.term) for (const form of formsOf(unit)) marks.wholes.add(form);
        return byLang;
      }),
    );
    return { found: this.gather(rows, units.length - missing), marks };
  }

  // The entries that at least `least` of the rows have, best first.
  gather(rows, least) {
    const [own, other = own] = this.indexes;
    const sides = rows.map((byLang) => [own, other].map(({ lang }) => byLang.get(lang) ?? []));
    const found = [];
    for (let number = 0; number < own.size; number += 1) {
      let score = 0;
      let met = 0;
      let inOwn = 0;
      let inOther = 0;
      for (let row = 0; row < sides.length; row += 1) {
        const here = sides[row][0][number] || 0;
        const there = sides[row][1][number] || 0;
        if (!here && !there) continue;
        score += Math.max(here, there);
        met += 1;
        if (here) inOwn += 1;
        if (there) inOther += 1;
      }
      if (!met || met < least || !this.isWanted(number)) continue;
      // In the language most of it was found in; the first one where they are even.
      const { lang } = inOther > inOwn ? other : own;
      found.push({ number, score, foundIn: lang, kind: own.kindOf(number) });
    }
    return found.sort((one, two) => two.score - one.score || one.number - two.number);
  }

  // Everything the filters let through, for a reader who only filters.
  browse() {
    const [index] = this.indexes;
    const numbers = this.sets.length
      ? [...this.sets[0]].sort((one, two) => one - two)
      : Array.from({ length: index.size }, (_, number) => number);
    return numbers
      .filter((number) => this.isWanted(number))
      .map((number) => ({ number, score: 0, foundIn: index.lang, kind: index.kindOf(number) }));
  }
}

const layoutsFor = (query) => (words.isPersian(query) ? ["en"] : ["fa", "windows"]);

// What a query finds: `found` best first, the terms to mark, and which leniency found it.
export const find = async (query, lang, filters = {}) => {
  await tables();
  const langs = filters.lang ? [filters.lang] : [lang, OTHER[lang]];
  const parsed = parse(query);
  const isFiltered = ["year", "place", "who", "topic", "kind"].some((name) => filters[name]);
  if (!parsed.units.length && !isFiltered) return nothing(!query.trim());
  const own = await Index.open(langs[0]);
  const needsOther =
    langs[1] &&
    (own.data.only_other || parsed.units.some((unit) => !isOwnScript(unit, lang)) || !parsed.units.length);
  const indexes = needsOther ? [own, await Index.open(langs[1])] : [own];
  const search = new Search(lang, indexes, filters, await filterSets(indexes, filters));
  if (!parsed.units.length) return { ...nothing(), found: search.browse() };
  const units = await compounded(parsed, (unit) => search.indexesFor(unit));
  const strictly = await search.run(units);
  // One letter is a word that has hardly begun: what stands before it goes on being found.
  const isBegun = Boolean(units.at(-1).last) && units.at(-1).folded.length === 1;
  if (isBegun && !strictly.found.length) {
    const before = units.slice(0, -1);
    if (!before.length) return nothing(true);
    const found = await search.run(before);
    if (found.found.length) return { ...found, note: "" };
  }
  const attempts = [
    async () => ["", strictly],
    async () => units.some(({ halves }) => halves) && ["", await search.run(parsed.units)],
    async () => ["", await search.run(units, { ease: true })],
    async () => {
      const apart = await parted(units, (unit) => search.indexesFor(unit));
      return apart && ["", await search.run(apart)];
    },
    ...layoutsFor(query).map((layout) => async () => {
      const shown = words.retyped(query.slice(0, LONGEST), layout);
      const other = parse(shown);
      if (!other.units.length) return null;
      const both = [own, await Index.open(OTHER[langs[0]])].filter((it) => langs.includes(it.lang));
      const again = new Search(lang, both, filters, search.sets);
      const retyped = await compounded(other, (unit) => again.indexesFor(unit));
      const strict = await again.run(retyped);
      return ["keyboard", strict.found.length ? strict : await again.run(retyped, { ease: true }), shown];
    }),
    async () => ["spelling", await search.run(units, { ease: true, near: true })],
    async () => units.length > 2 && ["partly", await search.run(units, { ease: true, missing: 1 })],
  ];
  for (const attempt of attempts) {
    const result = await attempt();
    if (result && result[1].found.length) {
      const [note, outcome, shown] = result;
      return { ...outcome, note, shown };
    }
  }
  return nothing();
};

const nothing = (isEmpty = false) => ({ found: [], marks: NO_MARKS, note: "", isEmpty });

// The order results are shown in: the best one, then the news, then the other kinds, each from
// the place of its best. So an article is among the first two wherever one has all of a query.
const NEWS = "article";
export const grouped = (found) => {
  const hasNews = found.some(({ kind }) => kind === NEWS);
  const isLed = hasNews && found[0].kind !== NEWS;
  const groups = new Map(isLed ? [["best", found.slice(0, 1)]] : []);
  if (hasNews) groups.set(NEWS, []);
  for (const result of isLed ? found.slice(1) : found) {
    if (!groups.has(result.kind)) groups.set(result.kind, []);
    groups.get(result.kind).push(result);
  }
  return [...groups];
};
