// The only script a page begins with, in the head so that the chosen scheme holds before the first
// paint. Nothing depends on it: without it the scheme is the system's, the language link leads to the
// top of the page, and what a card says stands below the text.
import { offerCards } from "./scripts/page/cards.js";
import { keepFilter } from "./scripts/page/filter.js";
import { applyScheme, offerSchemes } from "./scripts/page/scheme.js";
import { offerSearch } from "./scripts/page/search-box.js";

applyScheme();
offerCards();
// From disk the typeface is there at once, but nothing is kept from page to page (styles/language.css).
if (location.protocol === "file:") document.documentElement.dataset.disk = "";

document.addEventListener("DOMContentLoaded", () => {
  for (const group of document.querySelectorAll("[data-schemes]")) offerSchemes(group);
  for (const group of document.querySelectorAll("[data-filter]")) keepFilter(group);
  for (const link of document.querySelectorAll("[data-search]")) offerSearch(link);
  // Headings have the same ids in both languages: the reader stays in the section.
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }
});

// Another page of the site may have chosen while this one waited in the history.
window.addEventListener("pageshow", applyScheme);
