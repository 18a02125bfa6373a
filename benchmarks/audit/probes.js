// What the audit asks of a page; evaluated in it by browser.py.
globalThis.probes = (() => {
  const name = (element) => {
    const own = element.classList[0] ? `.${element.classList[0]}` : element.localName;
    const said = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${own} “${said}”`;
  };

  // A table or a piece of code that is wider than its place scrolls by itself, as it may.
  const scrolls = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const byItself = /auto|scroll/.test(getComputedStyle(box).overflowX);
      if (byItself && box.scrollWidth > box.clientWidth) return true;
    }
    return false;
  };

  // The lines of text that stand still: the element each is in, and where.
  const lines = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility() || element.closest(".nr-skip")) continue;
      if (scrolls(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ node, element, box });
      }
    }
    return found;
  };

  // Where the page is wider than the window, and what reaches out.
  const overflow = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = lines().filter(({ box }) => box.left < -1 || box.right > clientWidth + 1);
    const names = out.map(({ element }) => name(element));
    if (scrollWidth > clientWidth && !names.length) names.push(`${scrollWidth} px wide`);
    return [...new Set(names)];
  };

  // Text cut off by a box that neither grows nor scrolls.
  const clipped = () => {
    const cuts = (element) => {
      const style = getComputedStyle(element);
      const hides = (value) => value === "hidden" || value === "clip";
      return (
        (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
      );
    };
    const all = [...document.body.querySelectorAll("*")];
    return all.filter((element) => element.textContent.trim() && cuts(element)).map(name);
  };

  // Lines of different texts, one upon the other. The middle half of each is compared, as a line
  // box is higher than its letters.
  const overlaps = () => {
    const boxes = lines().map(({ node, element, box }) => ({
      node,
      element,
      left: box.left + 1,
      right: box.right - 1,
      top: box.top + box.height / 4,
      bottom: box.bottom - box.height / 4,
    }));
    boxes.sort((a, b) => a.top - b.top);
    const found = new Set();
    boxes.forEach((one, at) => {
      for (const two of boxes.slice(at + 1)) {
        if (two.top >= one.bottom) break;
        if (one.node !== two.node && one.left < two.right && two.left < one.right) {
          found.add(`${name(one.element)} upon ${name(two.element)}`);
        }
      }
    });
    return [...found];
  };

  // The distances of WCAG 1.4.12, wherever the page asks for less.
  const spread = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  return {
    losses: () => [...overflow(), ...clipped(), ...overlaps()],
    overflow,
    spread,
    // A drawing that is hidden from assistive technology repeats what stands in the text.
    words: () => {
      const drawn = [...document.querySelectorAll("svg[aria-hidden=true]")];
      const labels = new Set(drawn.flatMap((svg) => svg.textContent.split(/\s+/)));
      return document.body.innerText.split(/\s+/).filter((word) => word && !labels.has(word));
    },
    inlineScript: () =>
      [...document.scripts]
        .filter((script) => !script.src && /^$|javascript|module/.test(script.type))
        .reduce((sum, script) => sum + new Blob([script.text]).size, 0),
    violations: async (tags) => {
      const options = { runOnly: tags, resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
      const { violations } = await axe.run(document, options);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}`));
    },
  };
})();
