// The terms of an index that answer to a word of a query, and how well each does.
import { formsOf, wordUnit } from "./query.js";
import { words } from "./words.js";

const PREFIX = 0.35;
const PARTED = 0.9; // a word that stands in two halves
const MOST_PARTS = 3; // of one word, written apart
const SCATTERED = 0.25; // words that are one elsewhere, far from each other

// The terms of an index that answer to a unit of the query, each with how well it does.
export const candidates = async (index, unit, ease) => {
  const found = new Map();
  const add = (entry, quality) => {
    if (entry && (found.get(entry.term)?.[1] ?? 0) < quality) found.set(entry.term, [entry, quality]);
  };
  if (unit.term) {
    for (const entry of await index.beginning(unit.term)) add(entry, 1);
    return [...found.values()];
  }
  const bare = words.withoutJoints(unit.folded);
  const all = (terms) => Promise.all(terms.map((term) => index.entry(term)));
  // An ending that is not yet whole: "meetin", «شهرداریه».
  const cuts = [1, 2, 3].filter((cut) => bare.length - cut > 2 && words.isEnding(bare.slice(-cut)));
  const isBegun = (unit.last || ease) && bare.length > 1;
  const partings = unit.halves ? [unit.halves.map(({ folded }) => folded)] : words.partings(unit.word);
  // What is asked for at once is loaded at once.
  const [whole, begun, parted, cut] = await Promise.all([
    all(formsOf(unit)),
    isBegun ? index.beginning(bare) : [],
    Promise.all(partings.map((parts) => Promise.all(parts.map((part) => filedAs(index, part))))),
    all(ease ? cuts.map((length) => words.stem(bare.slice(0, -length))) : []),
  ]);
  const isWhole = whole.some(Boolean);
  for (const entry of whole) add(entry, 1);
  for (const entry of begun) add(entry, PREFIX + (0.9 - PREFIX) * (bare.length / entry.term.length));
  for (const parts of isWhole ? parted.slice(0, partings.length > 1 ? 0 : 1) : parted) {
    if (parts.length && parts.every(Boolean)) add(together(parts), isWhole ? SCATTERED : PARTED);
  }
  for (const entry of cut) add(entry, 0.6);
  return [...found.values()];
};

const filedAs = async (index, folded) => (await index.entry(folded)) ?? index.entry(words.stem(folded));

// The units of a query with each word that no index has as the words it may be made of:
// «نوربیزنس», «ساختوساز». The same is found then as if they had been written apart.
export const parted = async (units, indexesFor) => {
  const found = await Promise.all(units.map((unit) => wordsIn(unit, indexesFor(unit), MOST_PARTS)));
  const isWhole = found.every((parts) => parts.length);
  return isWhole && found.some((parts) => parts.length > 1) ? found.flat() : null;
};

// The words a unit is made of: itself when an index has it; none when it is not made of words.
const wordsIn = async (unit, indexes, most) => {
  if (unit.term || unit.halves || (await isFiled(unit, indexes))) return [unit];
  const bare = words.withoutJoints(unit.folded);
  const partings = words.partings(unit.word).filter(({ length }) => length === 2);
  for (const [one, two, link] of most > 1 ? [...partings, ...words.halves(bare)] : []) {
    const head = { ...wordUnit(one), at: unit.at };
    // Two words that only touch are whole: a slip looks like a word and the beginning of another.
    const tail = { ...wordUnit(two), at: unit.at, last: unit.last && Boolean(link) };
    const rest = (await isFiled(head, indexes)) ? await wordsIn(tail, indexes, most - 1) : [];
    if (rest.length) return [head, ...rest];
  }
  return [];
};

// Whether an index has a word, or one it may be the beginning of.
const isFiled = async ({ folded, last }, indexes) => {
  const bare = words.withoutJoints(folded);
  const look = (index) => Promise.all([filedAs(index, bare), last ? index.beginning(bare) : []]);
  return (await Promise.all(indexes.map(look))).some(([entry, begun]) => entry || begun.length);
};

// The entries all terms stand in, as if they were one term.
const together = (entries) => {
  const weightsOf = ({ numbers, weights }) => new Map(Array.from(numbers, (it, at) => [it, weights[at]]));
  const [first, ...others] = entries.map(weightsOf);
  const numbers = [...first.keys()].filter((number) => others.every((other) => other.has(number)));
  const weights = numbers.map((it) => Math.min(first.get(it), ...others.map((other) => other.get(it))));
  const terms = entries.map((entry) => entry.term);
  return { term: terms.join(" "), numbers, weights, same: terms };
};

// How far two words are apart, swapped neighbours counting once; more than `most` is `most + 1`.
const distance = (one, two, most) => {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: two.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const change = one[i - 1] === two[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
      if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    [before, row] = [row, next];
  }
  return Math.min(row[two.length], most + 1);
};

const reversed = (word) => [...word].reverse().join("");

// The words of an index a slip or two away from one it does not have.
export const nearTo = async (index, unit) => {
  if (unit.term) return [];
  const forms = [...new Set([unit.terms[0], unit.folded.replace(/[\u200c'’]/g, "")])];
  const closest = new Map();
  for (const word of forms.filter((it) => it.length > 3 && !/\p{N}/u.test(it))) {
    const most = word.length < 8 ? 1 : 2;
    const half = Math.max(2, word.length >> 1);
    const ends = [word.slice(0, half), `<${reversed(word).slice(0, half)}`];
    const lines = await Promise.all(ends.map((end) => index.near.beginning(end)));
    for (const line of lines.flat()) {
      const term = line.startsWith("<") ? reversed(line.slice(1)) : line;
      // In a short word the first letter is rarely the wrong one.
      if (word.length < 6 && term[0] !== word[0] && term[1] !== word[0]) continue;
      const apart = distance(word, term, most);
      if (apart <= most) closest.set(term, Math.min(apart, closest.get(term) ?? 9));
    }
  }
  const least = Math.min(...closest.values());
  const terms = [...closest].filter(([, apart]) => apart === least).map(([term]) => term);
  return Promise.all(terms.slice(0, 6).map((term) => index.entry(term)));
};

// What the entries score for one unit in one index, by number.
export const scores = (index, found) => {
  const best = new Float64Array(index.size);
  let size = 0;
  for (const [{ numbers, weights }, quality] of found) {
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at];
      const score = weights[at] * quality;
      if (!best[number]) size += 1;
      if (best[number] < score) best[number] = score;
    }
  }
  const rarity = Math.log(1 + index.size / (size + 0.5));
  for (let number = 0; number < best.length; number += 1) best[number] *= rarity;
  return best;
};
