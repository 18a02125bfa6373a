// How words are folded, stemmed, read as dates and typed: an interpreter of the tables the build
// writes from newsroom/text/{stems,months,keyboards}.py. It holds no list of its own, so that index
// and query cannot part; tests/test_search_words.py gives both the same words.
self.nrWords = ({ stems, layouts, months, runs }) => {
  const set = (words) => new Set(words.split(" "));
  const pairs = (from, to) => new Map([...from].map((letter, at) => [letter, [...to][at]]));
  const WORD = new RegExp(stems.word, "gu");
  const ARABIC = new RegExp(stems.arabic);
  const MARKS = new RegExp(stems.marks, "gu");
  const NOT_ASCII = /[^\0-\x7f]/;
  const RUNS = Object.fromEntries(
    Object.entries(runs).map(([lang, form]) => [lang, new RegExp(form, "g")]),
  );
  const HALF_SPACE = "\u200c";
  const letters = pairs(stems.from, stems.to);
  for (const letter of stems.drop) letters.set(letter, "");
  const hidden = new Set(stems.hidden);
  const joints = new Set(stems.joints);
  const separators = new Set(stems.separators);
  const whole = set(stems.whole);
  const affixes = set(stems.affixes);
  const stop = set(stems.stop);
  const [beginnings, roots, endings] = stems.verbs;
  const verbs = set(roots);
  const keys = Object.fromEntries(
    Object.entries(layouts).map(([name, columns]) => [name, pairs(...columns)]),
  );

  const without = (signs, text) => [...text].filter((sign) => !signs.has(sign)).join("");

  const fold = (word) => {
    if (/^\p{Nd}/u.test(word)) word = without(separators, word).replaceAll("٫", ".");
    if (NOT_ASCII.test(word)) word = word.normalize("NFKC");
    word = [...word].map((letter) => letters.get(letter) ?? letter).join("");
    if (NOT_ASCII.test(word)) word = word.replace(MARKS, "");
    return word.toLowerCase();
  };

  const verbStem = (word) => {
    for (const beginning of beginnings.filter((it) => word.startsWith(it))) {
      const rest = word.slice(beginning.length);
      for (const ending of endings.filter((it) => rest.endsWith(it))) {
        const root = rest.slice(0, rest.length - ending.length);
        if (verbs.has(root)) return root;
      }
    }
    return null;
  };

  const apply = (steps, word) => {
    for (const step of steps) {
      for (const [ending, put, least, vowel] of step) {
        const left = word.slice(0, word.length - ending.length);
        if (word.endsWith(ending) && left.length >= least && (!vowel || /[aeiouy]/.test(left))) {
          word = left + put;
          break;
        }
      }
    }
    return word;
  };

  const stem = (word) => {
    if (whole.has(word) || word.length < 4) return word;
    if (ARABIC.test(word)) return verbStem(word) ?? apply(stems.steps.fa, word);
    return /^\p{L}/u.test(word) ? apply(stems.steps.en, word) : word;
  };

  // The terms of a word as it is written: the whole of it first, then its parts.
  const terms = (word, names = new Set()) => {
    const term = (it) => (names.has(it) ? it : stem(it));
    const folded = fold(word);
    if (folded.endsWith("+")) return [folded, term(folded.slice(0, -1))];
    const all = [term(without(joints, folded))];
    if (folded.includes(HALF_SPACE)) {
      all.push(...folded.split(HALF_SPACE).filter((part) => !affixes.has(part)).map(term));
    }
    return [...new Set(all)];
  };

  const isDay = (word) => /^[0-9]{1,2}$/.test(word ?? "") && word >= 1 && word <= 31;
  const isYear = (word, calendar) => {
    const [first, last] = months.years[calendar];
    return /^[0-9]{4}$/.test(word ?? "") && word >= first && word <= last;
  };
  const two = (number) => String(number).padStart(2, "0");

  // The dates among folded words: what each is filed under, and the words it takes.
  const dates = (words) => {
    const found = [];
    words.forEach((word, place) => {
      if (!Object.hasOwn(months.names, word)) return;
      const [calendar, month] = months.names[word];
      const isNext = (at) => words[at] === months.word;
      const at = place + 1 + isNext(place + 1);
      let [from, to, day] = [place, at, ""];
      if (isDay(words[at]) && isYear(words[at + 1], calendar)) [day, to] = [words[at], at + 1];
      else if (isDay(words[place - 1])) [day, from] = [words[place - 1], place - 1];
      if (!isYear(words[to], calendar)) return;
      const term = `${words[to]}-${two(month)}`;
      found.push({ from, to: to + 1, term: day ? `${term}-${two(+day)}` : term });
    });
    return found;
  };

  // 2024-06-21, ۱۴۰۳/۴/۱, 21.6.2024, 2024-06: taken out of a query, each as its term.
  const NUMERIC = /(?<!\p{N})(\p{Nd}{1,4})([-/.])(\p{Nd}{1,2})(?:\2(\p{Nd}{1,4}))?(?!\p{N})/gu;
  const isAnyYear = (it) => Object.keys(months.years).some((calendar) => isYear(it, calendar));
  const takeDates = (query) => {
    const found = [];
    const rest = query.replace(NUMERIC, (all, one, sign, month, three) => {
      let [year, middle, day] = [one, month, three].map((it) => it && fold(it));
      if (day && isAnyYear(day)) [year, day] = [day, year];
      if (!isAnyYear(year) || middle < 1 || middle > 12 || (day && !isDay(day))) return all;
      found.push([year, two(+middle), ...(day ? [two(+day)] : [])].join("-"));
      return " ";
    });
    return [found, rest];
  };

  // Whether letters at the end of a word may be the beginning of an ending it is to get.
  const steps = Object.values(stems.steps).flat(2);
  const isEnding = (end) => steps.some(([ending]) => ending.length > end.length && ending.startsWith(end));

  return {
    fold,
    stem,
    isEnding,
    terms,
    dates,
    takeDates,
    isStop: (word) => stop.has(word),
    isAffix: (word) => affixes.has(word),
    isPersian: (word) => ARABIC.test(word),
    clean: (text) => without(hidden, text).replace(/[\0-\x1f\x7f-\x9f]/g, " "),
    wordsOf: (text) => text.match(WORD) ?? [],
    wordMatches: (text) => text.matchAll(WORD),
    // A text with each key as the other layout would have it.
    retyped: (text, layout) =>
      [...text].map((key) => keys[layout].get(key) ?? keys[layout].get(key.toLowerCase()) ?? key).join(""),
    // Where the runs of the other script lie in a text: they are isolated.
    runsIn: (text, lang) => text.matchAll(RUNS[lang]),
  };
};
