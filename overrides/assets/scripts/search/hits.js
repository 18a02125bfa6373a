// An entry that was found, as an element.
import { marked, NO_MARKS } from "./excerpts.js";
import { home } from "./pieces.js";
import { words } from "./words.js";

const DIRECTION = { fa: "rtl", en: "ltr" };

export const make = (tag, className = "", text = "") => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
};

// Text with its matches marked and the runs of the other script isolated; a mark stands in its run.
const fill = (element, text, marks, textLang) => {
  const pieces = marked(text, marks);
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
    for (const run of words.runsIn(text.slice(from, to), lang)) {
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
  new URL(anchor && !path.includes("#") ? `${path}#${anchor}` : path, home).href;

export const hit = (kind, card, marks) => {
  const item = make("li", `nr-hit nr-hit--${kind}`);
  const { found } = card;
  const other = card.lang === "fa" ? "en" : "fa";
  item.lang = card.lang;
  item.dir = DIRECTION[card.lang];
  const label = make("p", "nr-hit__label");
  const title = make("a", "nr-hit__link");
  title.href = addressOf(card.path, found.anchor);
  item.append(fill(label, card.label, NO_MARKS, card.lang), fill(title, card.title, marks, card.lang));
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
