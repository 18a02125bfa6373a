import { load } from "./load.js";

// The link to the search gives its place to a box, which sends for the search when reached for.
export const offerSearch = (link) => {
  const box = document.createElement("input");
  box.type = "search";
  box.className = link.className;
  box.placeholder = box.ariaLabel = link.textContent;
  box.autocomplete = "off";
  box.spellcheck = false;
  box.enterKeyHint = "search";
  box.dataset.page = link.href;
  const send = () => {
    if (!box.isSent) load("search.js");
    box.isSent = true;
  };
  for (const type of ["focus", "pointerdown", "input"]) box.addEventListener(type, send);
  // Here, so that Enter leads on while the search itself is still on its way.
  const page = document.querySelector("[data-results]");
  box.addEventListener("keydown", (event) => {
    const words = box.value.trim().slice(0, 200);
    if (event.key !== "Enter" || event.isComposing || page || !words) return;
    location.href = `${box.dataset.page}?${new URLSearchParams({ q: words })}`;
  });
  link.replaceWith(box);
  // By the key, not the letter: a Persian layout has another one there.
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.code !== "Slash" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    box.focus();
  });
  if (page && location.search) send();
};
