// Where the glyphs of a page stand: `() => {runs: [...], wrong: [...]}`.
//
// A run is what must keep its order wherever it stands: a phrase of the other script, a date, a
// range, a number with its unit. Its glyphs, line by line, must lie as they do when it stands alone
// in an element of its own language; and what is written before and after it must be seen before
// and after it, in the direction of the element that holds both.
() => {
  const LATIN = String.raw`[A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff]`;
  const PERSIAN = String.raw`[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff]`;
  const latinWord = `[+#@$€£-]?${LATIN}(?:[${LATIN.slice(1, -1)}.'’/:@_%+#&–-]*${LATIN})?[+#%°]*`;
  const persianWord = String.raw`(?:${PERSIAN}[${PERSIAN.slice(1, -1)}\u200c]*)`;
  const number = (digits) => String.raw`${digits}+(?:[.,٫٬/:–-]${digits}+)*[%٪]?`;
  // A number, and further ones up to two words away: ۱ تیر ۱۴۰۳, 21 to 24 June 2024, ۴٫۷ میلیارد نفر.
  const dated = (digits, word) =>
    `${number(digits)}(?:,? ?(?:[–-] ?)?(?:${word},? ){0,2}${number(digits)})*(?: ${word})?`;
  const twice = (digits, word) => `${dated(digits, word)}(?: \\(${dated(digits, word)}\\))?`;
  const PATTERNS = {
    rtl: [
      ["en", "ltr", new RegExp(`${latinWord}(?:,? ${latinWord})*`, "gu")],
      ["fa", "rtl", new RegExp(twice("[۰-۹]", persianWord), "gu")],
    ],
    ltr: [
      [
        "fa",
        "rtl",
        new RegExp(`${persianWord}(?:[ ،–/-]{1,2}(?:${persianWord}|${number("[۰-۹]")}))*`, "gu"),
      ],
      ["fa", "rtl", new RegExp(twice("[۰-۹]", persianWord), "gu")],
      ["en", "ltr", new RegExp(twice("[0-9]", "[A-Za-z]+"), "gu")],
    ],
  };
  const range = document.createRange();

  // The place of a character, or null where it has none: hidden, collapsed, of no width. The
  // percent sign has its place on either side of its number, by what stands before it.
  function place(char) {
    if (!("box" in char)) {
      range.setStart(char.node, char.offset);
      range.setEnd(char.node, char.offset + char.text.length);
      const box = range.getBoundingClientRect();
      char.box = box.width > 0.01 && !/[\p{M}\p{Cf}٪]/u.test(char.text) ? box : null;
    }
    return char.box && { x: char.box.x + char.box.width / 2, y: char.box.y + char.box.height / 2 };
  }

  // The characters of each block, in the order written; a run of white space is one space.
  function blocks(root) {
    const found = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE && node.localName !== "br") continue;
      let block = node.parentElement;
      if (block.closest("script, style, title, template, desc")) continue;
      while (["inline", "contents"].includes(getComputedStyle(block).display)) {
        if (block.localName === "text") break;
        block = block.parentElement;
      }
      if (!found.has(block)) found.set(block, []);
      const chars = found.get(block);
      let offset = 0;
      for (const text of node.nodeValue ?? "\n") {
        const isSpace = /[ \t\r\n]/.test(text);
        if (!isSpace || (chars.length && chars.at(-1).text !== " ")) {
          chars.push({ text: isSpace ? " " : text, node, offset, width: text.length });
        }
        offset += text.length;
      }
    }
    return found;
  }

  // The indices of those that have a place, from left to right.
  function order(chars) {
    const placed = chars.map((char, index) => ({ index, at: place(char) }));
    return placed
      .filter(({ at }) => at)
      .sort((one, other) => one.at.x - other.at.x)
      .map(({ index }) => index);
  }

  // The parts of a run, one a line.
  function lines(chars) {
    const parts = [];
    for (const char of chars) {
      const at = place(char);
      const last = parts.at(-1);
      if (at && last && Math.abs(at.y - last.y) < 0.7 * size(char)) last.chars.push(char);
      else if (at) parts.push({ y: at.y, chars: [char] });
      else if (last) last.chars.push(char);
    }
    for (const part of parts) while (part.chars.at(-1).text === " ") part.chars.pop();
    return parts.filter((part) => part.chars.length);
  }

  const size = (char) => parseFloat(getComputedStyle(char.node.parentElement).fontSize);
  const written = (chars) => chars.map((char) => char.text).join("");

  const alone = document.createElement("div");
  alone.style.cssText = "position: absolute; inset: 0 auto auto 0; white-space: nowrap";
  const orders = new Map();

  // How a run lies when it stands alone, in an element of its own language. A Persian letter before
  // it makes a range of numbers run as it is read, as it does in a Persian sentence.
  function orderAlone(text, lang, dir) {
    const key = `${lang} ${text}`;
    if (!orders.has(key)) {
      const element = document.createElement("bdi");
      const before = lang === "fa" ? "ا " : "";
      Object.assign(element, { lang, dir, textContent: before + text });
      alone.replaceChildren(element);
      const node = element.firstChild;
      let offset = before.length;
      const chars = [...text].map((char) => {
        offset += char.length;
        return { text: char, node, offset: offset - char.length };
      });
      orders.set(key, order(chars));
    }
    return orders.get(key);
  }

  function holder(one, other) {
    let element = one.node.parentElement;
    while (!element.contains(other.node)) element = element.parentElement;
    return getComputedStyle(element).direction;
  }

  // Whether `char` is seen on the side of `part` it is written on.
  function isBeside(char, part, step) {
    const at = place(char);
    const xs = part.chars.map(place).filter(Boolean).map(({ x }) => x);
    const isForward = (holder(char, part.chars[0]) === "ltr") === (step > 0);
    return isForward ? at.x > Math.max(...xs) : at.x < Math.min(...xs);
  }

  function neighbour(chars, at, step, y) {
    while (chars[at]?.text === " " || (chars[at] && !place(chars[at]))) at += step;
    const char = chars[at];
    return char && Math.abs(place(char).y - y) < 0.7 * size(char) ? char : null;
  }

  const runs = [];
  const wrong = [];
  for (const details of document.querySelectorAll("details")) details.open = true;
  const found = blocks(document.body);
  document.body.append(alone);
  for (const [block, chars] of found) {
    const text = written(chars);
    const starts = [];
    for (let index = 0, at = 0; index < chars.length; at += chars[index++].text.length) {
      starts[at] = index;
    }
    for (const [lang, dir, pattern] of PATTERNS[getComputedStyle(block).direction]) {
      for (const match of text.matchAll(pattern)) {
        const first = starts[match.index];
        const run = chars.slice(first, first + [...match[0]].length);
        const parts = lines(run);
        if (!parts.length) continue; // not shown
        runs.push(match[0]);
        const say = (what) => wrong.push(`${match[0]}: ${what}`);
        for (const part of parts) {
          const seen = order(part.chars);
          const expected = orderAlone(written(part.chars), lang, dir);
          if (String(seen) !== String(expected)) {
            say(`shown as ${seen.map((index) => part.chars[index].text).join("")}`);
          }
        }
        parts.forEach((part, at) => {
          if (at && part.y < parts[at - 1].y) say("lines are not in order");
        });
        const before = neighbour(chars, first - 1, -1, parts[0].y);
        const after = neighbour(chars, first + run.length, 1, parts.at(-1).y);
        if (before && !isBeside(before, parts[0], -1)) say(`${before.text} is not seen before it`);
        if (after && !isBeside(after, parts.at(-1), 1)) say(`${after.text} is not seen after it`);
      }
    }
  }
  alone.remove();
  return { runs, wrong };
}
