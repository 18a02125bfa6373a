// The only script a page begins with, in the head so that the chosen scheme holds before the first
// paint. Nothing depends on it: without it the scheme is the system's, the language link leads to the
// top of the page, and what a card says stands below the text.
const root = document.documentElement;
const assets = new URL(".", document.currentScript.src);

const stored = {
  // A page opened from disk may be denied its storage.
  get scheme() {
    try {
      return localStorage.getItem("nr-scheme") || "auto";
    } catch {
      return "auto";
    }
  },
  set scheme(value) {
    try {
      localStorage.setItem("nr-scheme", value);
    } catch {
      // Then it holds for this page.
    }
  },
};

root.dataset.scheme = stored.scheme;

document.addEventListener("DOMContentLoaded", () => {
  for (const group of document.querySelectorAll("[data-schemes]")) {
    group.hidden = false;
    for (const choice of group.querySelectorAll("input")) {
      choice.checked = choice.value === root.dataset.scheme;
      choice.addEventListener("change", () => {
        root.dataset.scheme = stored.scheme = choice.value;
      });
    }
  }
  // The style sheet does the filtering; the address only keeps it, to be sent on.
  for (const group of document.querySelectorAll("[data-filter]")) {
    const wanted = new URLSearchParams(location.search).get("show");
    for (const choice of group.querySelectorAll("input")) {
      choice.checked = wanted ? choice.value === wanted : choice.checked;
      choice.addEventListener("change", () => {
        const query = choice.value === "all" ? "" : `?show=${choice.value}`;
        history.replaceState(null, "", location.pathname + query + location.hash);
      });
    }
  }
  // Headings have the same ids in both languages: the reader stays in the section.
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }
});

// Other scripts come when they are reached for.
function load(name) {
  const script = document.createElement("script");
  script.src = new URL(name, assets);
  document.head.append(script);
}

const reach = ["pointerover", "pointerdown", "focusin"];
function reachForCards(event) {
  // A finger gives no notice: the first one on the page is taken for it.
  const isNear = event.pointerType === "touch" || event.target.closest?.(".nr-mention, .nr-gloss");
  if (!isNear) return;
  for (const type of reach) document.removeEventListener(type, reachForCards);
  load("cards.js");
}
for (const type of reach) document.addEventListener(type, reachForCards);

// Another page of the site may have chosen while this one waited in the history.
window.addEventListener("pageshow", () => {
  root.dataset.scheme = stored.scheme;
});
