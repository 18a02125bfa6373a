// The box and its results: under the box on any page, in the page itself on the search page.
import { show } from "./scripts/search/excerpts.js";
import { find, grouped } from "./scripts/search/finder.js";
import { hit, make } from "./scripts/search/hits.js";
import { Index } from "./scripts/search/index.js";
import { home } from "./scripts/search/pieces.js";
import { tables } from "./scripts/search/words.js";

const root = document.documentElement;
const lang = root.lang;
const box = document.querySelector("input.nr-search");
const page = document.querySelector("[data-results]");
const register = document.querySelector("[data-register]");
const filters = document.querySelector("[data-filters]");
const FEW = 3; // of each kind under the box
const STEP = 10; // of each kind on the search page, and again at every "more"
let labels; // the words of the interface
let turn = 0; // which key press is being answered; an older one is dropped
let shown = {}; // how many of each kind

const number = (value) => {
  const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, labels.digits ? "٬" : ",");
  return labels.digits ? grouped.replace(/\d/g, (digit) => labels.digits[digit]) : grouped;
};

const count = (value) => (value === 1 ? labels.one : labels.many.replace("{count}", number(value)));

// The frame of the results.
const panel = page ?? make("section", "nr-results nr-results--under");
panel.setAttribute("role", "region");
const status = make("p", "nr-results__status");
status.setAttribute("role", "status");
const note = make("p", "nr-results__note");
const groups = make("div", "nr-results__groups");
const ready = Promise.all([Index.open(lang), tables()]).then(([index]) => {
  labels = index.data.words;
  panel.ariaLabel = labels.results;
  panel.append(status, note, groups);
  if (!page) {
    panel.hidden = true;
    box.after(panel);
  }
});
// The search page has it in its own sheet.
const styled = page || new Promise((resolve) => {
  const style = make("link");
  style.rel = "stylesheet";
  style.href = new URL("assets/search.css", home).href;
  style.onload = style.onerror = resolve;
  document.head.append(style);
});

// State.
const chosen = () =>
  Object.fromEntries(
    [...(filters?.querySelectorAll("select") ?? [])].filter((it) => it.value).map((it) => [it.name, it.value]),
  );

const searchAddress = () => {
  const state = new URLSearchParams();
  if (box.value.trim()) state.set("q", box.value.trim().slice(0, 200));
  for (const [key, value] of Object.entries(chosen())) state.set(key, value);
  const query = state.toString();
  return query ? `?${query}` : "";
};

const keep = () => {
  try {
    history.replaceState(null, "", location.pathname + searchAddress());
  } catch {
    // A browser may forbid it for files; the results stand all the same.
  }
};

// Showing.
const clear = () => {
  status.textContent = note.textContent = "";
  groups.replaceChildren();
  if (!page) panel.hidden = true;
  if (register) register.hidden = false;
};

const groupOf = async (kind, results, marks) => {
  const section = make("section", "nr-results__group");
  const heading = make("h2", "nr-results__kind", labels.kinds[kind] ?? labels[kind]);
  if (labels.kinds[kind]) heading.append(" ", make("span", "nr-results__count", number(results.length)));
  const list = make("ol", "nr-results__list");
  const limit = page ? (shown[kind] ?? STEP) : FEW;
  const few = results.slice(0, limit);
  const langs = chosen().lang ? [chosen().lang, lang] : [lang, lang === "fa" ? "en" : "fa"];
  const cards = await Promise.all(few.map((result) => show(result, marks, langs)));
  list.append(...cards.flatMap((card, at) => (card ? [hit(few[at].kind, card, marks)] : [])));
  section.append(heading, list);
  if (page && results.length > limit) {
    const more = make("button", "nr-results__more", labels.more);
    more.type = "button";
    more.onclick = async () => {
      shown[kind] = limit + STEP;
      const longer = await groupOf(kind, results, marks);
      section.replaceWith(longer);
      longer.querySelectorAll(".nr-hit__link")[limit]?.focus();
    };
    section.append(more);
  }
  return section;
};

const say = (outcome) => {
  const total = outcome.found.length;
  status.textContent = total ? count(total) : labels.none;
  const notes = { keyboard: labels.keyboard.replace("{query}", () => outcome.shown ?? "") };
  note.textContent = total ? (notes[outcome.note] ?? labels[outcome.note] ?? "") : labels.none_hint;
};

const update = async () => {
  const mine = ++turn;
  panel.dataset.asked = mine;
  try {
    await ready;
    const outcome = await find(box.value, lang, chosen());
    if (mine !== turn) return;
    if (outcome.isEmpty) {
      clear();
      panel.dataset.turn = mine;
      return;
    }
    const kinds = grouped(outcome.found);
    const sections = await Promise.all(kinds.map(([kind, its]) => groupOf(kind, its, outcome.marks)));
    await styled;
    if (mine !== turn) return;
    say(outcome);
    groups.replaceChildren(...sections);
    if (!page && outcome.found.length) {
      const all = make("a", "nr-results__all", labels.all);
      all.href = box.dataset.page + searchAddress();
      groups.append(all);
    }
    panel.hidden = false;
    if (register) register.hidden = true;
  } catch (error) {
    if (mine !== turn) return;
    groups.replaceChildren();
    // Without the index there are no words of it, either: the lists of the search page remain.
    status.textContent = labels?.failed ?? "";
    if (register) register.hidden = false;
  }
  panel.dataset.turn = mine;
};

const ask = () => {
  box.dir = box.value ? "auto" : "";
  shown = {};
  if (page) keep();
  return update();
};

// Keys, pointer, focus.
const links = () => [...panel.querySelectorAll(".nr-hit__link, .nr-results__all")];

const close = () => {
  if (!page) panel.hidden = true;
};

box.addEventListener("input", ask);
box.addEventListener("focus", () => {
  if (!page && panel.hidden && box.value.trim()) update();
});
box.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "ArrowDown" && links().length && !panel.hidden) {
    event.preventDefault();
    links()[0].focus();
  } else if (event.key === "Enter" && page) {
    event.preventDefault();
    keep();
  } else if (event.key === "Escape" && !page && !panel.hidden) {
    event.preventDefault();
    close();
  }
});
panel.addEventListener("keydown", (event) => {
  const all = links();
  const at = all.indexOf(document.activeElement.closest(".nr-hit")?.querySelector(".nr-hit__link") ?? document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    (all[at + (event.key === "ArrowDown" ? 1 : -1)] ?? (at < 1 ? box : all[at])).focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    box.focus();
    close();
  }
});
if (!page) {
  document.addEventListener("pointerdown", (event) => {
    if (event.target !== box && !panel.contains(event.target)) close();
  });
  panel.addEventListener("focusout", (event) => {
    if (event.relatedTarget && event.relatedTarget !== box && !panel.contains(event.relatedTarget)) close();
  });
}

// The search page.
if (page) {
  const state = new URLSearchParams(location.search);
  const choices = {
    year: [...document.querySelectorAll("[data-year]")].map((it) => [it.dataset.year, it.textContent]),
    topic: [...document.querySelectorAll("[data-topic]")].map((it) => [it.dataset.topic, it.textContent]),
    who: [...document.querySelectorAll("[data-id]")].map((it) => [it.dataset.id, it.textContent]),
    place: [...document.querySelectorAll(".nr-name--place[data-id]")].map((it) => [it.dataset.id, it.textContent]),
  };
  for (const field of filters.querySelectorAll("select")) {
    for (const [value, text] of choices[field.name] ?? []) field.append(new Option(text, value));
    field.value = state.get(field.name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
    field.addEventListener("change", ask);
  }
  filters.querySelector("button").addEventListener("click", () => {
    for (const field of filters.querySelectorAll("select")) field.value = "";
    ask();
  });
  filters.hidden = false;
  if (!box.value) box.value = state.get("q") ?? "";
}
if (box.value.trim() || Object.keys(chosen()).length) ask();

self.nrFinder = { home, tables }; // for a console, and for tests
