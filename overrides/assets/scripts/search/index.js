// The index of a language: its terms, the words near to them, and the cards of its entries.
import { load } from "./pieces.js";

const MOST_SHARDS = 3; // of terms that one beginning may lead to

// The place of the last of sorted `list` that is not after `wanted`; -1 if all are.
const placeOf = (list, wanted) => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

class Shards {
  constructor(lang, kind, firsts) {
    Object.assign(this, { lang, kind, firsts, read: new Map() });
  }

  async lines(at) {
    if (!this.read.has(at)) {
      const lines = (await load(`${this.lang}/${this.kind}-${at}`)).split("\n");
      this.read.set(at, { lines, terms: lines.map((line) => line.split(" ", 1)[0]) });
    }
    return this.read.get(at);
  }

  async line(term) {
    const at = placeOf(this.firsts, term);
    if (at < 0) return null;
    const { lines, terms } = await this.lines(at);
    const place = placeOf(terms, term);
    return terms[place] === term ? lines[place] : null;
  }

  // The lines whose terms begin with `start`.
  async beginning(start) {
    const first = Math.max(0, placeOf(this.firsts, start));
    const last = Math.min(placeOf(this.firsts, `${start}\uffff`), first + MOST_SHARDS - 1);
    const found = [];
    const wanted = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    for (const { lines, terms } of await Promise.all(wanted.map((at) => this.lines(at)))) {
      let place = placeOf(terms, start);
      if (terms[place] !== start) place += 1;
      while (place < terms.length && terms[place].startsWith(start)) found.push(lines[place++]);
    }
    return found;
  }
}

export class Index {
  static opened = new Map();

  static open(lang) {
    if (!this.opened.has(lang)) {
      const opening = load(`${lang}/index`).then((data) => new Index(lang, data));
      opening.catch(() => this.opened.delete(lang));
      this.opened.set(lang, opening);
    }
    return this.opened.get(lang);
  }

  constructor(lang, data) {
    this.lang = lang;
    this.data = data;
    this.terms = new Shards(lang, "terms", data.terms);
    this.near = new Shards(lang, "near", data.near);
    this.size = data.kinds.at(-1)[1];
    this.decoded = new Map();
    this.cards = new Map();
  }

  kindOf(number) {
    return this.data.kinds.find(([, end]) => number < end)[0];
  }

  // Where the entries of a term are and with which weight, and the same name written otherwise.
  // A beginning may lead to thousands of either: two flat arrays are several times faster than pairs.
  decode(line) {
    const [term] = line.split(" ", 1);
    if (!this.decoded.has(term)) {
      const [codes, same] = line.slice(term.length + 1).split(" =");
      const all = codes.split(" ");
      const [numbers, weights] = [new Uint32Array(all.length), new Uint8Array(all.length)];
      let number = 0;
      for (let at = 0; at < all.length; at += 1) {
        const code = parseInt(all[at], 16);
        number += code >> 5;
        numbers[at] = number;
        weights[at] = code & 31;
      }
      this.decoded.set(term, { term, numbers, weights, same: same ? same.split(" ") : [] });
    }
    return this.decoded.get(term);
  }

  async entry(term) {
    const line = term && (await this.terms.line(term));
    return line ? this.decode(line) : null;
  }

  async beginning(start) {
    return (await this.terms.beginning(start)).map((line) => this.decode(line));
  }

  async numbersOf(term) {
    return new Set((await this.entry(term))?.numbers);
  }

  // What is shown of an entry; null when it does not stand in this language.
  async card(number) {
    if (!this.cards.has(number)) {
      const at = placeOf(this.data.texts, number);
      const cards = at < 0 ? [] : await load(`${this.lang}/texts-${at}`);
      for (const [own, title, path, other, otherPath, label, lead, sections] of cards) {
        this.cards.set(own, { title, path, other, otherPath, label, lead, sections });
      }
      if (!this.cards.has(number)) this.cards.set(number, null);
    }
    return this.cards.get(number);
  }
}
