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

  // Text for screen readers, and the link that shows itself when it is reached by keyboard.
  const isUnseen = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { clip, overflow } = getComputedStyle(box);
      if (/^rect\(0px/.test(clip) || (overflow === "hidden" && box.clientWidth <= 1)) return true;
    }
    return Boolean(element.closest(".nr-skip"));
  };

  // The lines of text that stand still: the element each is in, and where.
  const lines = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.checkVisibility() || isUnseen(element)) continue;
      if (scrolls(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ node, element, box });
      }
    }
    return found;
  };

  // The texts of an element that are shown, each as it stands: `innerText` parts them by their boxes.
  const shownTexts = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.checkVisibility()) found.push(node.data);
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
    const isCut = (element) => element.textContent.trim() && cuts(element) && !isUnseen(element);
    return all.filter(isCut).map(name);
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

  // The pieces of code, and the texts between two edges of blocks around them: each with the place
  // of every character.
  const passages = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let box = node.parentElement;
      if (!node.data.trim() || !box.checkVisibility() || isUnseen(box)) continue;
      const isCode = Boolean(box.closest("code"));
      if (isCode) box = box.closest("code");
      while (!isCode && getComputedStyle(box).display === "inline") box = box.parentElement;
      if (!found.has(box)) found.set(box, { box, isCode, places: [] });
      for (let at = 0; at < node.length; at++) found.get(box).places.push({ node, at });
    }
    return [...found.values()];
  };

  // Words, numbers and their signs that are read one after the other: "BRILS+", "21 June 2024" and
  // code from left to right, "۱ تیر ۱۴۰۳" from right to left. What follows after a comma or a
  // bracket begins anew, as its place depends on the sentence around it.
  const LATIN = /[+$#@-]?[\p{Script=Latin}0-9]+(?:[ .:/_&’'–-]?[+#]?[\p{Script=Latin}0-9]+)*[+%]*/gu;
  const ARABIC = /[\p{Script=Arabic}\p{M}\u200c۰-۹]+(?: [\p{Script=Arabic}\p{M}\u200c۰-۹]+)*/gu;
  const PARTS = /[\p{L}\p{M}\p{N}\u200c٫٬]+|[^\s\p{L}\p{M}\p{N}]/gu;

  const runs = (text, isCode) => {
    const latin = [...text.matchAll(isCode ? /^[^\p{Script=Arabic}]+$/gu : LATIN)];
    const arabic = isCode ? [] : [...text.matchAll(ARABIC)].filter(([run]) => /\p{L}/u.test(run));
    return [...latin.map((run) => ({ run, step: 1 })), ...arabic.map((run) => ({ run, step: -1 }))];
  };

  const middle = ({ top, bottom }) => (top + bottom) / 2;

  // The runs of either script whose parts do not stand in the order they are read in.
  const disorder = () =>
    passages().flatMap(({ box: element, isCode, places }) => {
      const text = places.map(({ node, at }) => node.data[at]).join("").replace(/\s/g, " ");
      const boxes = (run) =>
        [...run[0].matchAll(PARTS)].map((part) => {
          const range = document.createRange();
          const [first, last] = [run.index + part.index, run.index + part.index + part[0].length - 1];
          range.setStart(places[first].node, places[first].at);
          range.setEnd(places[last].node, places[last].at + 1);
          return range.getClientRects()[0];
        });
      const isWrong = ({ run, step }) =>
        boxes(run).some((box, at, all) => {
          const before = all[at - 1];
          // Two lines say nothing of each other; the boxes of WebKit are higher than its lines.
          const beside = before && box && Math.abs(middle(before) - middle(box)) < box.height / 2;
          return beside && Math.sign(box.left - before.left) === -step;
        });
      return runs(text, isCode).filter(isWrong).map(({ run }) => `“${run[0]}” in ${name(element)}`);
    });

  // The distances of WCAG 1.4.12, wherever the page asks for less.
  // WCAG 1.4.12 is about text; a drawing is an image, and what it says is told beside it.
  const spread = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important }
      * { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      svg:is([role=img], [aria-hidden=true]), svg:is([role=img], [aria-hidden=true]) * {
        letter-spacing: normal !important;
        word-spacing: normal !important;
      }
      p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  // Waits as a reader would: until something holds, or for ten seconds.
  const holds = async (claim) => {
    for (let times = 0; times < 100 && !claim(); times++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return claim();
  };

  // Persian on a Persian page stands in the font of the site; a page in English does without it.
  const misset = async () => {
    await document.fonts.ready;
    const [own, ...others] = getComputedStyle(document.body).fontFamily.split(/,\s*/);
    const loaded = [...document.fonts].filter(({ status }) => status === "loaded");
    if (document.documentElement.lang !== "fa") return loaded.map(({ family }) => `${family} is loaded`);
    const sample = document.createElement("span");
    sample.textContent = "شهرهای کنار رود";
    sample.style.position = "absolute";
    document.body.append(sample);
    const widths = [own, others.join()].map((family) => {
      sample.style.fontFamily = family;
      return sample.getBoundingClientRect().width;
    });
    sample.remove();
    return widths[0] === widths[1] ? [`${own} is not in use`] : [];
  };

  // Choices that leave other items than those of their class.
  const misfiltered = (selector) => {
    const group = document.querySelector(selector);
    const items = [...group.querySelectorAll("li.nr-found")];
    const wrong = [];
    const compare = (choice) => {
      const [its] = choice.classList;
      const right = items.every((item) => item.checkVisibility() === (!its || item.classList.contains(its)));
      if (!right) wrong.push(`“${choice.value}” leaves other items than its own`);
    };
    const choose = (field, choice) => {
      if (choice.localName === "option") field.value = choice.value;
      else choice.checked = true;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const fields = [...group.querySelectorAll("select")].map((field) => [field, [...field.options]]);
    const boxes = [...group.querySelectorAll("input[type=radio]")];
    fields.push([boxes[0], boxes]);
    for (const [field, choices] of fields) {
      for (const choice of [...choices.slice(1), choices[0]]) {
        choose(field, choice);
        compare(choice);
      }
    }
    return wrong;
  };

  // Whether the card of a name comes to be shown.
  const isCarded = async () => Boolean(await holds(() => document.querySelector(".nr-hover:not([hidden])")));

  // What was typed stands in the box and finds something.
  const unfound = async (selector, query) => {
    const { value } = document.querySelector(selector);
    if (value !== query) return [`“${value}” stands in the box`];
    return (await holds(() => document.querySelector(".nr-hit__link"))) ? [] : [`“${query}” finds nothing`];
  };

  // Where an element is, once it is in sight.
  const place = (selector) => {
    const element = document.querySelector(selector);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getClientRects()[0];
    return [left + width / 2, top + height / 2].map(Math.round);
  };

  // One font in every engine, and no words in drawings: what can be counted in a PDF.
  const plain = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { font-family: "DejaVu Sans" !important }
      svg text { visibility: hidden }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  return {
    disorder,
    isCarded,
    misfiltered,
    misset,
    place,
    plain,
    unfound,
    losses: () => [...overflow(), ...clipped(), ...overlaps()],
    overflow,
    spread,
    // A drawing that is hidden from assistive technology repeats what stands in the text.
    // What is folded is there to be unfolded.
    words: (part) => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
      const drawn = [...document.querySelectorAll("svg[aria-hidden=true]")];
      const labels = new Set(drawn.flatMap((svg) => svg.textContent.split(/\s+/)));
      return shownTexts(document.querySelector(part))
        .flatMap((text) => text.split(/\s+/))
        .filter((word) => word && !labels.has(word));
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
