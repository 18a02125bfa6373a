// The style sheet does the filtering. The address keeps what is chosen, to be sent on; a group of
// which nothing is left goes, and the number of what is left is said.
export const keepFilter = (group) => {
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
      // What is drawn stands in the list, too.
      const listed = left.filter((item) => !item.matches(".nr-row")).length;
      const number = new Intl.NumberFormat(document.documentElement.lang).format(listed);
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
  // What is chosen already is to be seen.
  if (update().length) group.querySelector("details").open = true;
  group.addEventListener("change", () => {
    const query = new URLSearchParams(update().map((choice) => [choice.name, choice.value]));
    const sign = query.size ? "?" : "";
    history.replaceState(null, "", `${location.pathname}${sign}${query}${location.hash}`);
  });
};
