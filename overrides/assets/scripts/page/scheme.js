// The scheme of colours a reader has chosen; it holds for every page of the site.
const root = document.documentElement;

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

export const applyScheme = () => {
  root.dataset.scheme = stored.scheme;
};

export const offerSchemes = (group) => {
  group.hidden = false;
  for (const choice of group.querySelectorAll("input")) {
    choice.checked = choice.value === root.dataset.scheme;
    choice.addEventListener("change", () => {
      root.dataset.scheme = stored.scheme = choice.value;
    });
  }
};
