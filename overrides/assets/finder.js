// Finds entries: loads the few pieces of the index a query needs, as scripts, so that it works by
// http and from disk alike. What the pieces hold: newsroom/publish/search.py.
(() => {
  const home = new URL("../", document.currentScript.src);
  const LONGEST = 200; // characters of a query
  const MOST_WORDS = 12;
  const MOST_SHARDS = 3; // of terms that one beginning may lead to
  const PREFIX = 0.35;
  const NEAR = 0.5;
  const PARTED = 0.9; // a word that stands in two halves
  const MOST_PARTS = 3; // of one word, written apart
  const SCATTERED = 0.25; // words that are one elsewhere, far from each other
  const OTHER = { fa: "en", en: "fa" };

  // ------------------------------------------------------------------ pieces
  const waiting = new Map();
  const pieces = new Map();

  self.nrSearch = (name, data) => waiting.get(name)?.(data);

  const load = (name) => {
    if (!pieces.has(name)) {
      const piece = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, resolve);
        script.src = new URL(`search/${name}.js`, home).href;
        script.onerror = () => {
          pieces.delete(name); // the next key tries again
          reject(new Error(`search/${name}.js could not be loaded`));
        };
        document.head.append(script);
      });
      pieces.set(name, piece);
    }
    return pieces.get(name);
  };

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

  class Index {
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

  // ------------------------------------------------------------------ queries
  let words;
  // How words are read, once the tables are there.
  const tables = () => load("tables").then((read) => (words ??= self.nrWords(read)));

  const parse = (query) => {
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

  const wordUnit = (word) => ({ word, folded: words.fold(word), terms: words.terms(word) });

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
  const compounded = async ({ units, all }, indexesFor) => {
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
  const formsOf = ({ terms, folded }) => [...new Set([terms[0], words.withoutJoints(folded)])];

  const isOwnScript = (unit, lang) =>
    !unit.term && !/^\p{N}/u.test(unit.folded) && words.isPersian(unit.folded) === (lang === "fa");

  // The terms of an index that answer to a unit of the query, each with how well it does.
  const candidates = async (index, unit, ease) => {
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
  // «میربیزنس», «ساختوساز». The same is found then as if they had been written apart.
  const parted = async (units, indexesFor) => {
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
  const nearTo = async (index, unit) => {
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
  const scores = (index, found) => {
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

  const filterSets = async (indexes, filters) => {
    const terms = [
      filters.year && `@${filters.year}`,
      filters.place && `@${filters.place}`,
      filters.who && `~${filters.who}`,
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
  const find = async (query, lang, filters = {}) => {
    await tables();
    const langs = filters.lang ? [filters.lang] : [lang, OTHER[lang]];
    const parsed = parse(query);
    const isFiltered = Boolean(filters.year || filters.place || filters.who || filters.kind);
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
  const grouped = (found) => {
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

  // ------------------------------------------------------------------ excerpts
  // What is marked in a text: words by their terms, neighbours by the word they are together.
  const NO_MARKS = { terms: new Set(), wholes: new Set() };
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
  const marked = (text, marks) => {
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
  const show = async (result, marks, langs) => {
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

  self.nrFinder = {
    home,
    find,
    grouped,
    marked,
    NO_MARKS,
    show,
    tables,
    words: async (lang) => (await Index.open(lang)).data.words,
  };
})();
