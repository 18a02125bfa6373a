// The language link keeps the section the reader is in: headings have the same ids on both sides.
for (const link of document.querySelectorAll("[data-language]")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
