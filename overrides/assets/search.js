// The box and its results: under the box on any page, in the page itself on the search page.
(() => {
  const finder = self.nrFinder;
  const root = document.documentElement;
  const lang = root.lang;
  const box = document.querySelector("input.nr-search");
  const page = document.querySelector("[data-results]");
  const register = document.querySelector("[data-register]");
  const filters = document.querySelector("[data-filters]");
  const FEW = 3; // of each kind under the box
  const STEP = 10; // of each kind on the search page, and again at every "more"
  const DIRECTION = { fa: "rtl", en: "ltr" };
  let words; // of the interface
  let readWord; // how runs of the other script are told
  let turn = 0; // which key press is being answered; an older one is dropped
  let shown = {}; // how many of each kind

  // ------------------------------------------------------------------ making elements
  const make = (tag, className = "", text = "") => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  const number = (value) => {
    const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, words.digits ? "٬" : ",");
    return words.digits ? grouped.replace(/\d/g, (digit) => words.digits[digit]) : grouped;
  };

  const count = (value) => (value === 1 ? words.one : words.many.replace("{count}", number(value)));

  // Text with its matches marked and the runs of the other script isolated; a mark stands in its run.
  const fill = (element, text, marks, textLang) => {
    const pieces = finder.marked(text, marks);
    const put = (parent, from, to) => {
      let at = 0;
      for (const [piece, isMatch] of pieces) {
        const part = piece.slice(Math.max(from - at, 0), Math.max(to - at, 0));
        if (part) parent.append(isMatch ? make("mark", "nr-hit__mark", part) : part);
        at += piece.length;
      }
    };
    const isolate = (parent, from, to, lang) => {
      let done = from;
      for (const run of readWord.runsIn(text.slice(from, to), lang)) {
        put(parent, done, from + run.start);
        const isolated = make("bdi");
        if (run.lang) isolated.lang = run.lang;
        isolated.dir = run.dir;
        done = from + run.end;
        if (run.dir === "rtl") isolate(isolated, from + run.start, done, "fa");
        else put(isolated, from + run.start, done);
        parent.append(isolated);
      }
      put(parent, done, to);
    };
    isolate(element, 0, text.length, textLang);
    return element;
  };

  // The address of an entry, at the section the match stands in unless it has an anchor of its own.
  const addressOf = (path, anchor) =>
    new URL(anchor && !path.includes("#") ? `${path}#${anchor}` : path, finder.home).href;

  const hit = (kind, card, marks) => {
    const item = make("li", `nr-hit nr-hit--${kind}`);
    const { found } = card;
    const other = card.lang === "fa" ? "en" : "fa";
    item.lang = card.lang;
    item.dir = DIRECTION[card.lang];
    const label = make("p", "nr-hit__label");
    const title = make("a", "nr-hit__link");
    title.href = addressOf(card.path, found.anchor);
    item.append(fill(label, card.label, finder.NO_MARKS, card.lang), fill(title, card.title, marks, card.lang));
    if (card.other) {
      const twin = make("a", "nr-hit__other");
      twin.lang = twin.hreflang = other;
      twin.dir = DIRECTION[other];
      twin.href = addressOf(card.otherPath, found.anchor);
      item.append(" ", fill(twin, card.other, marks, other));
    }
    if (found.text) {
      const text = fill(make("p", "nr-hit__text"), found.text, marks, found.lang);
      text.lang = found.lang;
      text.dir = DIRECTION[found.lang];
      item.append(text);
    }
    return item;
  };

  // ------------------------------------------------------------------ the frame of the results
  const panel = page ?? make("section", "nr-results nr-results--under");
  panel.setAttribute("role", "region");
  const status = make("p", "nr-results__status");
  status.setAttribute("role", "status");
  const note = make("p", "nr-results__note");
  const groups = make("div", "nr-results__groups");
  const ready = Promise.all([finder.words(lang), finder.tables()]).then(([ours, tables]) => {
    [words, readWord] = [ours, tables];
    panel.ariaLabel = words.results;
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
    style.href = new URL("assets/search.css", finder.home).href;
    style.onload = style.onerror = resolve;
    document.head.append(style);
  });

  // ------------------------------------------------------------------ state
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

  // ------------------------------------------------------------------ showing
  const clear = () => {
    status.textContent = note.textContent = "";
    groups.replaceChildren();
    if (!page) panel.hidden = true;
    if (register) register.hidden = false;
  };

  const groupOf = async (kind, results, marks) => {
    const section = make("section", "nr-results__group");
    const heading = make("h2", "nr-results__kind", words.kinds[kind] ?? words[kind]);
    if (words.kinds[kind]) heading.append(" ", make("span", "nr-results__count", number(results.length)));
    const list = make("ol", "nr-results__list");
    const limit = page ? (shown[kind] ?? STEP) : FEW;
    const few = results.slice(0, limit);
    const langs = chosen().lang ? [chosen().lang, lang] : [lang, lang === "fa" ? "en" : "fa"];
    const cards = await Promise.all(few.map((result) => finder.show(result, marks, langs)));
    list.append(...cards.flatMap((card, at) => (card ? [hit(few[at].kind, card, marks)] : [])));
    section.append(heading, list);
    if (page && results.length > limit) {
      const more = make("button", "nr-results__more", words.more);
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
    status.textContent = total ? count(total) : words.none;
    const notes = { keyboard: words.keyboard.replace("{query}", () => outcome.shown ?? "") };
    note.textContent = total ? (notes[outcome.note] ?? words[outcome.note] ?? "") : words.none_hint;
  };

  const update = async () => {
    const mine = ++turn;
    panel.dataset.asked = mine;
    try {
      await ready;
      const outcome = await finder.find(box.value, lang, chosen());
      if (mine !== turn) return;
      if (outcome.isEmpty) {
        clear();
        panel.dataset.turn = mine;
        return;
      }
      const kinds = finder.grouped(outcome.found);
      const sections = await Promise.all(kinds.map(([kind, its]) => groupOf(kind, its, outcome.marks)));
      await styled;
      if (mine !== turn) return;
      say(outcome);
      groups.replaceChildren(...sections);
      if (!page && outcome.found.length) {
        const all = make("a", "nr-results__all", words.all);
        all.href = box.dataset.page + searchAddress();
        groups.append(all);
      }
      panel.hidden = false;
      if (register) register.hidden = true;
    } catch (error) {
      if (mine !== turn) return;
      groups.replaceChildren();
      // Without the index there are no words of it, either: the lists of the search page remain.
      status.textContent = words?.failed ?? "";
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

  // ------------------------------------------------------------------ keys, pointer, focus
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

  // ------------------------------------------------------------------ the search page
  if (page) {
    const state = new URLSearchParams(location.search);
    const choices = {
      year: [...document.querySelectorAll("[data-year]")].map((it) => [it.dataset.year, it.textContent]),
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
})();
