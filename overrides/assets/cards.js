// The cards that names and terms of a text show, loaded when the first is reached for (newsroom.js).
// A card repeats an entry of the lists below the text, so nothing is fetched and nothing is lost
// without it. It can be pointed at and put away (WCAG 2.2, 1.4.13): Escape, or leaving it.
const LINKS = ".nr-text .nr-mention, .nr-text .nr-gloss";
const SHOWN_AFTER = 250;
const GONE_AFTER = 200;

const entries = new Map();
for (const entry of document.querySelectorAll("[data-card]")) {
  entries.set(entry.querySelector("a").href, entry);
}

const box = document.createElement("div");
box.className = "nr-hover";
box.id = "nr-hover";
box.setAttribute("role", "tooltip");
box.hidden = true;
document.body.append(box);

let link = null;
let timer = 0;

function show(next) {
  clearTimeout(timer);
  const entry = entries.get(next.href);
  if (!entry || next === link) return;
  hide();
  const list = entry.parentElement.cloneNode(false);
  list.append(entry.cloneNode(true));
  for (const inner of list.querySelectorAll("a")) {
    const name = document.createElement("strong");
    name.textContent = inner.textContent;
    inner.replaceWith(name);
  }
  box.replaceChildren(list);
  box.hidden = false;
  link = next;
  link.setAttribute("aria-describedby", box.id);
  place();
}

function hide() {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  link = null;
  box.hidden = true;
}

// Below the line the link begins in, or above it where the window ends; inside the window's width.
function place() {
  const page = document.documentElement;
  const line = link.getClientRects()[0];
  const isRtl = getComputedStyle(page).direction === "rtl";
  const start = isRtl ? page.clientWidth - line.right : line.left;
  const room = page.clientWidth - box.offsetWidth - 8;
  const below = line.bottom + 6;
  const fits = below + box.offsetHeight < page.clientHeight || line.top < box.offsetHeight + 6;
  const top = fits ? below : line.top - box.offsetHeight - 6;
  box.style.insetInlineStart = `${Math.max(8, Math.min(start, room))}px`;
  box.style.insetBlockStart = `${scrollY + top}px`;
}

function later(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

const linkAt = (event) => event.target.closest?.(LINKS);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const pointed = linkAt(event);
  if (pointed) later(() => show(pointed), SHOWN_AFTER);
  else if (box.contains(event.target)) clearTimeout(timer);
  else later(hide, GONE_AFTER);
});

document.addEventListener("focusin", (event) => {
  const focused = linkAt(event);
  if (focused?.matches(":focus-visible")) show(focused);
  else hide();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});

// A first touch shows the card, a second one follows the link; a touch beside it puts it away.
let touched = document.currentScript.hasAttribute("data-touched");
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
  if (touched && !linkAt(event) && !box.contains(event.target)) hide();
});
document.addEventListener("click", (event) => {
  const pressed = linkAt(event);
  if (!touched || !pressed || pressed === link || !entries.has(pressed.href)) return;
  event.preventDefault();
  show(pressed);
});

// What was reached for while this script was on its way. A finger follows with a click of its own.
const reached = document.querySelector(":is(.nr-mention, .nr-gloss):is(:hover, :focus-visible)");
if (!touched && reached?.matches(LINKS)) show(reached);
