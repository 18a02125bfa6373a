// What is shown of an entry: its card, the stretch of its text that was found, and what is marked.
import { Index } from "./index.js";
import { words } from "./words.js";

// What is marked in a text: words by their terms, neighbours by the word they are together.
export const NO_MARKS = { terms: new Set(), wholes: new Set() };
const memory = new Map();
const formsAndTerms = (word) => {
  if (!memory.has(word)) memory.set(word, { bare: words.withoutJoints(words.fold(word)), terms: words.terms(word) });
  return memory.get(word);
};

// The words of a text: where each stands and the terms it is found by. Read once, asked often.
const readings = new Map();
const reading = (text) => {
  if (!readings.has(text)) {
    const found = [...words.wordMatches(text)];
    readings.set(text, found.map(({ 0: word, index }) => ({ word, index, ...formsAndTerms(word) })));
  }
  return readings.get(text);
};

// How many words from a place on are together one that is sought, and which one; 0 when none.
const compoundAt = (all, place, wholes) => {
  for (const whole of wholes) {
    if (!whole.startsWith(all[place].bare) || whole === all[place].bare) continue;
    for (const size of [2, 3]) {
      const neighbours = all.slice(place, place + size);
      const letters = neighbours.map(({ bare }) => bare).join("");
      if (letters.length >= whole.length && (letters === whole || words.stem(letters) === whole)) return [size, whole];
    }
  }
  return [0, ""];
};

// The stretches of a text that are marked, each with its term.
const hitsIn = (text, { terms: sought, wholes }) => {
  const all = reading(text);
  const hits = [];
  for (let place = 0; place < all.length; place += 1) {
    const { word, index: begin, terms } = all[place];
    const term = terms.find((it) => sought.has(it));
    const [size, whole] = compoundAt(all, place, wholes);
    if (!term && !size) continue;
    const end = size ? all[place + size - 1] : { word, index: begin };
    hits.push({ term: whole || term, begin, end: end.index + end.word.length });
    if (size) place += size - 1;
  }
  return hits;
};

// The text in pieces, [text, whether it is a match].
export const marked = (text, marks) => {
  const pieces = [];
  let done = 0;
  for (const { begin, end } of hitsIn(text, marks)) {
    pieces.push([text.slice(done, begin), false], [text.slice(begin, end), true]);
    done = end;
  }
  pieces.push([text.slice(done), false]);
  return pieces.filter(([piece]) => piece);
};

const AROUND = 90; // characters before and after the match

// The stretch of a text with the most of what is sought: what it is worth and where it begins.
const bestStretch = (text, marks) => {
  const hits = hitsIn(text, marks).map(({ begin, term }) => [begin, term]);
  let best = { worth: 0, at: 0 };
  let end = 0;
  const inside = new Map(); // how often each term stands in the stretch
  for (const [begin, [at, term]] of hits.entries()) {
    for (; end < hits.length && hits[end][0] < at + 2 * AROUND; end += 1) {
      inside.set(hits[end][1], (inside.get(hits[end][1]) ?? 0) + 1);
    }
    const worth = 2 * inside.size + Math.min(end - begin, 4) / 4;
    if (worth > best.worth) best = { worth, at };
    if (inside.get(term) > 1) inside.set(term, inside.get(term) - 1);
    else inside.delete(term);
  }
  return best;
};

// What is shown of a card's text, and the anchor it stands under.
const excerpt = (card, marks) => {
  let best = { worth: 0, at: 0, text: card.lead || card.sections[0]?.[2] || "", anchor: "" };
  for (const [anchor, , text, code] of [["", "", card.lead], ...card.sections]) {
    const stretch = bestStretch(text, marks);
    // A sample of code is none to read: of its section the prose is shown, from the beginning.
    const inCode = code ? { ...bestStretch(code, marks), at: 0 } : stretch;
    const found = inCode.worth > stretch.worth ? inCode : stretch;
    if (found.worth > best.worth) best = { ...found, text: text || best.text, anchor };
  }
  const begin = best.at < AROUND ? 0 : best.text.indexOf(" ", best.at - AROUND) + 1;
  const stop = best.text.indexOf(" ", Math.max(begin, best.at) + 2 * AROUND);
  const end = stop < 0 ? best.text.length : stop;
  const text = `${begin ? "… " : ""}${best.text.slice(begin, end)}${end < best.text.length ? " …" : ""}`;
  return { text, anchor: best.anchor, worth: best.worth };
};

// An entry as it is shown: in the first language it stands in, with the stretch that was found.
export const show = async (result, marks, langs) => {
  for (const lang of langs) {
    const card = await (await Index.open(lang)).card(result.number);
    if (!card) continue;
    const other = result.foundIn === lang ? null : await (await Index.open(result.foundIn)).card(result.number);
    const own = excerpt(card, marks);
    const found = other && !own.worth ? { ...excerpt(other, marks), lang: result.foundIn } : { ...own, lang };
    return { ...card, lang, found };
  }
  return null;
};
