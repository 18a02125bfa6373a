// The only script of the shell, in the head so that the chosen scheme holds before the first paint.
// Nothing depends on it: without it the scheme is the system's, and the language link leads to the
// top of the page.
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
  // The link to the search gives its place to a box, which sends for the search when reached for.
  for (const link of document.querySelectorAll("[data-search]")) {
    const box = document.createElement("input");
    box.type = "search";
    box.className = link.className;
    box.placeholder = box.ariaLabel = link.textContent;
    box.autocomplete = "off";
    box.spellcheck = false;
    box.enterKeyHint = "search";
    box.dataset.page = link.href;
    const send = () => {
      for (const name of box.isSent ? [] : ["words", "finder", "search"]) {
        const script = document.createElement("script");
        script.src = new URL(`${name}.js`, assets).href;
        script.async = false; // in this order
        document.head.append(script);
      }
      box.isSent = true;
    };
    for (const reach of ["focus", "pointerdown", "input"]) box.addEventListener(reach, send);
    link.replaceWith(box);
    // By the key, not the letter: a Persian layout has another one there.
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
      if (event.code !== "Slash" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      box.focus();
    });
    if (document.querySelector("[data-results]") && location.search) send();
  }
  // Headings have the same ids in both languages: the reader stays in the section.
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }
});

// Another page of the site may have chosen while this one waited in the history.
window.addEventListener("pageshow", () => {
  root.dataset.scheme = stored.scheme;
});
