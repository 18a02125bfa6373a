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
  for (const group of document.querySelectorAll("[data-filter]")) keepFilter(group);
  for (const link of document.querySelectorAll("[data-search]")) offerSearch(link);
  // Headings have the same ids in both languages: the reader stays in the section.
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }
});

// The style sheet does the filtering. The address keeps what is chosen, to be sent on; a group of
// which nothing is left goes, and the number of what is left is said.
function keepFilter(group) {
  const choices = [...group.querySelectorAll("input, select")];
  const count = group.querySelector("[data-count]");
  const wanted = new URLSearchParams(location.search);
  const update = () => {
    const chosen = choices.filter((choice) => choice.value && choice.matches("select, :checked"));
    const items = [...group.querySelectorAll("li.nr-found")];
    // By its box, and shown first: WebKit keeps old styles for what stands in something hidden.
    const parts = [...group.querySelectorAll("section.nr-found")];
    for (const part of parts) part.hidden = false;
    const left = items.filter((item) => item.getClientRects().length);
    for (const part of parts) part.hidden = !left.some((item) => part.contains(item));
    if (count) {
      const number = new Intl.NumberFormat(root.lang).format(left.length);
      count.textContent = chosen.length ? count.dataset.count.replace("{count}", number) : "";
    }
    return chosen;
  };
  for (const choice of choices) {
    const value = wanted.get(choice.name);
    if (choice.value === value) choice.checked = true;
    else if ([...(choice.options ?? [])].some((option) => option.value === value)) {
      choice.value = value;
    }
  }
  update();
  group.addEventListener("change", () => {
    const query = new URLSearchParams(update().map((choice) => [choice.name, choice.value]));
    const sign = query.size ? "?" : "";
    history.replaceState(null, "", `${location.pathname}${sign}${query}${location.hash}`);
  });
}

// The link to the search gives its place to a box, which sends for the search when reached for.
function offerSearch(link) {
  const box = document.createElement("input");
  box.type = "search";
  box.className = link.className;
  box.placeholder = box.ariaLabel = link.textContent;
  box.autocomplete = "off";
  box.spellcheck = false;
  box.enterKeyHint = "search";
  box.dataset.page = link.href;
  const send = () => {
    for (const name of box.isSent ? [] : ["words.js", "finder.js", "search.js"]) load(name);
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
}

// Other scripts come when they are reached for.
function load(name) {
  const script = document.createElement("script");
  script.src = new URL(name, assets);
  script.async = false; // in the order they are asked for
  document.head.append(script);
  return script;
}

const reach = ["pointerover", "pointerdown", "focusin"];
function reachForCards(event) {
  // A finger gives no notice: the first one on the page is taken for it.
  const isTouch = event.pointerType === "touch";
  const link = event.target.closest?.(".nr-mention, .nr-gloss");
  if (!isTouch && !link) return;
  for (const type of reach) document.removeEventListener(type, reachForCards);
  const script = load("cards.js");
  script.toggleAttribute("data-touched", isTouch);
  if (isTouch && link) holdUntil(script, link);
}

// The finger that sends for the cards is a first touch as well: its link waits until they are there,
// or do not come.
function holdUntil(script, link) {
  let isDone = false;
  let isHeld = false;
  for (const type of ["load", "error"]) {
    script.addEventListener(type, () => {
      isDone = true;
      if (isHeld) link.click();
    });
  }
  const hold = (event) => {
    isHeld = !isDone;
    if (isHeld) event.preventDefault();
  };
  link.addEventListener("click", hold, { once: true });
}

for (const type of reach) document.addEventListener(type, reachForCards);

// Another page of the site may have chosen while this one waited in the history.
window.addEventListener("pageshow", () => {
  root.dataset.scheme = stored.scheme;
});
