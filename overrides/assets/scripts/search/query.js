// A query as it is looked up: its words and dates, neighbours as one where an index has them as one.
import { words } from "./words.js";

export const LONGEST = 200; // characters of a query
const MOST_WORDS = 12;

export const parse = (query) => {
  const clean = words.clean(query.slice(0, LONGEST)).trim();
  const [dates, rest] = words.takeDates(clean);
  const written = words.wordsOf(rest).slice(0, MOST_WORDS);
  const folded = written.map((word) => words.fold(word));
  const units = dates.map((term) => ({ term, spoken: [] }));
  const taken = new Set();
  for (const { from, to, term } of words.dates(folded)) {
    const spoken = written.slice(from, to);
    // An ordinal without a year is a word like any other: the figure of the day.
    units.push(term.includes("-") ? { term, spoken } : { ...wordUnit(term), spoken });
    for (let at = from; at < to; at += 1) taken.add(at);
  }
  const all = written
    .map((word, at) => ({ ...wordUnit(word), at, last: at === written.length - 1 }))
    .filter((_, at) => !taken.has(at));
  let kept = all.filter((unit) => !words.isLoose(unit.folded));
  // Nothing but common words: then the last one may be the beginning of another.
  if (!kept.length && !units.length) kept = all.slice(-1);
  return { units: [...units, ...kept], all };
};

export const wordUnit = (word) => ({ word, folded: words.fold(word), terms: words.terms(word) });

// The neighbours that may be one word: «حمل و نقل», «کلان شهر».
const neighboursIn = (all) =>
  all.flatMap((unit, place) => {
    const [second, third] = all.slice(place + 1);
    const isNext = (other, steps) => other?.at === unit.at + steps;
    if (isNext(third, 2) && words.isLink(second.folded)) return [[unit, second, third]];
    if (!isNext(second, 1) || [unit, second].some((it) => words.isLoose(it.folded))) return [];
    return [[unit, second]];
  });

const wholeOf = (group) => {
  const written = group.map(({ word }) => word);
  const whole = { ...wordUnit(written.join("")), terms: [words.joined(written)] };
  return { ...whole, at: group[0].at, last: group.at(-1).last, group };
};

// The units of a query, neighbours as one where an index has them as one. What a link joins is
// that word and nothing else; of two side by side, entries are found that have both anywhere.
export const compounded = async ({ units, all }, indexesFor) => {
  const isKnown = async (whole) => {
    const found = indexesFor(whole).flatMap((index) => formsOf(whole).map((form) => index.entry(form)));
    return (await Promise.all(found)).some(Boolean);
  };
  const wholes = neighboursIn(all).map(wholeOf);
  const known = await Promise.all(wholes.map(isKnown));
  const taken = new Set();
  const ones = [];
  for (const { group, ...whole } of wholes.filter((_, at) => known[at])) {
    if (group.some((unit) => taken.has(unit.at))) continue;
    for (const unit of group) taken.add(unit.at);
    ones.push({ ...whole, halves: group.length === 2 ? group : [] });
  }
  const rest = units.filter((unit) => !taken.has(unit.at));
  return [...rest, ...ones].sort((one, two) => (one.at ?? -1) - (two.at ?? -1));
};

// What a word may be filed under as a whole; names keep their endings.
export const formsOf = ({ terms, folded }) => [...new Set([terms[0], words.withoutJoints(folded)])];

export const isOwnScript = (unit, lang) =>
  !unit.term && !/^\p{N}/u.test(unit.folded) && words.isPersian(unit.folded) === (lang === "fa");
