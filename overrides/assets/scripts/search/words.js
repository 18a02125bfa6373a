// How words are folded, stemmed, read as dates and typed: an interpreter of the tables the build
// writes from newsroom/text/{stems,months,days,keyboards}.py. It holds no list of its own, so that index
// and query cannot part; tests/test_search.py gives both the same words.
import { load } from "./pieces.js";

// There once the tables are.
export let words;
export const tables = () => load("tables").then((read) => (words ??= wordsBy(read)));

const wordsBy = ({ stems, layouts, months, runs }) => {
  const set = (words) => new Set(words.split(" "));
  const pairs = (from, to) => new Map([...from].map((letter, at) => [letter, [...to][at]]));
  const WORD = new RegExp(stems.word, "gu");
  const ARABIC = new RegExp(stems.arabic);
  const MARKS = new RegExp(stems.marks, "gu");
  const NOT_ASCII = /[^\0-\x7f]/;
  const RUNS = Object.fromEntries(
    Object.entries(runs).map(([name, form]) => [name, new RegExp(form, name.length > 2 ? "" : "g")]),
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

  const without = (characters, text) => [...text].filter((it) => !characters.has(it)).join("");

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

  const withoutJoints = (folded) => without(joints, folded);
  const term = (folded, names) => (names?.has(folded) ? folded : stem(folded));

  // A part of a compound; without the «و» it begins with as well, if it does.
  const [AND] = stems.links;
  const withoutAnd = (part) =>
    part.startsWith(AND) && part.length >= AND.length + stems.shortest ? [part, part.slice(AND.length)] : [part];
  const partsOf = (folded) => folded.split(HALF_SPACE).filter((part) => !affixes.has(part));

  // The terms of a word as it is written: the whole of it first, then its parts.
  const terms = (word, names) => {
    const folded = fold(word);
    if (folded.endsWith("+")) return [folded, term(folded.slice(0, -1), names)];
    const all = [withoutJoints(folded)];
    if (folded.includes(HALF_SPACE)) {
      const [first = [], ...others] = partsOf(folded);
      all.push(...[first, ...others.flatMap(withoutAnd)].flat());
    }
    return [...new Set(all.map((it) => term(it, names)))];
  };

  // The term neighbours would have if they were written as one word.
  const joined = (neighbours, names) => term(withoutJoints(neighbours.map(fold).join("")), names);

  const isLoose = (folded) => stop.has(folded) || affixes.has(folded);

  // How a word with half-spaces may be written apart: «حمل‌ونقل» as «حمل» and «نقل».
  const partings = (word) => {
    const [first, ...others] = partsOf(fold(word)).filter((part) => !stop.has(part));
    if (!others.length) return [];
    const bare = others.map((part) => withoutAnd(part).at(-1));
    return `${bare}` === `${others}` ? [[first, ...others]] : [[first, ...others], [first, ...bare]];
  };

  // The pairs a word without any may have been written together from, each with its link or none:
  // «حملونقل», «نوربیزنس».
  const halves = (word) => {
    const folded = fold(word);
    const bare = withoutJoints(folded);
    const found = [];
    for (let cut = stems.shortest; cut <= bare.length - stems.shortest; cut += 1) {
      const [one, two] = [bare.slice(0, cut), bare.slice(cut)];
      const links = stems.links.filter((link) => two.startsWith(link));
      for (const link of ["", ...links]) {
        const half = two.slice(link.length);
        // Two letters are a word too often for two of them to be halves of another.
        const least = link ? stems.shortest : 2 * stems.shortest + 2;
        if (half.length >= stems.shortest && (link || one.length + half.length >= least)) found.push([one, half, link]);
      }
    }
    return found.filter(([one, half]) => ![one, half].some(isLoose));
  };

  const { between, most, last, figures, ordinals, cardinals } = months.days;
  const BETWEEN = new Set(between);
  const COMMON = new Set(months.common);
  const FIGURES = new RegExp(figures);
  const isYear = (word, calendar) => {
    const [first, latest] = months.years[calendar];
    return /^[0-9]{4}$/.test(word ?? "") && word >= first && word <= latest;
  };
  const isDay = (word) => /^[0-9]{1,2}$/.test(word ?? "") && word >= 1 && word <= last;
  const two = (number) => String(number).padStart(2, "0");

  // The day a stretch of words is as a whole. Figures are never put together: "2 1".
  const readDay = (all, start, end) => {
    const written = all.slice(start, end).join("");
    const isOrdinal = Object.hasOwn(ordinals, written);
    if (isOrdinal || Object.hasOwn(cardinals, written)) {
      return { value: isOrdinal ? ordinals[written] : cardinals[written], start, end, isOrdinal };
    }
    if (end - start > 1 && /^[0-9]+$/.test(all[end - 1])) return null;
    const [, figure, suffix] = written.match(FIGURES) ?? [];
    return isDay(figure) ? { value: +figure, start, end, isOrdinal: Boolean(suffix) } : null;
  };
  const longest = (all, stretchOf) => {
    for (let size = most; size > 0; size -= 1) {
      const [start, end] = stretchOf(size);
      const day = start >= 0 && end <= all.length && readDay(all, start, end);
      if (day) return day;
    }
    return null;
  };
  const skipped = (all, place) => {
    while (BETWEEN.has(all[place])) place += 1;
    return place;
  };
  const dayBefore = (all, place) => {
    while (BETWEEN.has(all[place - 1])) place -= 1;
    return longest(all, (size) => [place - size, place]);
  };
  const dayAfter = (all, place) => {
    const start = skipped(all, place);
    return longest(all, (size) => [start, start + size]);
  };

  // The dates among folded words: what each is filed under, and the words it takes. An ordinal
  // without a year takes its own words alone and is the figure of a day.
  const dates = (folded) => {
    const all = folded.map(withoutJoints);
    const found = [];
    all.forEach((word, place) => {
      if (!Object.hasOwn(months.names, word)) return;
      const [calendar, month] = months.names[word];
      let day = dayAfter(all, place + 1);
      let at = skipped(all, day ? day.end : place + 1);
      if (!day || !isYear(all[at], calendar)) {
        day = dayBefore(all, place) ?? day;
        at = skipped(all, place + 1);
      }
      if (COMMON.has(word) && !(day && isYear(all[at], calendar))) return; // «سرطان» is an illness, too
      if (isYear(all[at], calendar)) {
        const term = `${all[at]}-${two(month)}`;
        found.push({ from: Math.min(place, day?.start ?? place), to: at + 1, term: day ? `${term}-${two(day.value)}` : term });
      } else if (day?.isOrdinal) found.push({ from: day.start, to: day.end, term: String(day.value) });
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
    joined,
    halves,
    partings,
    withoutJoints,
    dates,
    takeDates,
    isLoose,
    isLink: (word) => stems.links.includes(word),
    isPersian: (word) => ARABIC.test(word),
    clean: (text) => without(hidden, text).replace(/[\0-\x1f\x7f-\x9f]/g, " "),
    wordsOf: (text) => text.match(WORD) ?? [],
    wordMatches: (text) => text.matchAll(WORD),
    // A text with each key as the other layout would have it.
    retyped: (text, layout) =>
      [...text].map((key) => keys[layout].get(key) ?? keys[layout].get(key.toLowerCase()) ?? key).join(""),
    // Where the runs of the other script lie in a text: `find_runs` of newsroom/text/runs.py.
    runsIn: (text, lang) =>
      [...text.matchAll(RUNS[lang])]
        .filter(([run]) => (lang === "fa" ? !RUNS.number.test(run) : RUNS.arabic.test(run)))
        .map(({ 0: run, index: start }) => {
          const isEnglish = RUNS.latin.test(lang === "fa" ? run : run[0]);
          const of = isEnglish ? "en" : lang === "en" ? "fa" : "";
          return { start, end: start + run.length, lang: of, dir: of === "fa" ? "rtl" : "ltr" };
        }),
  };
};
