// How a page is set, as computed: `({marks, isWorded, isWhole}) => {words, marks, moving}`.
//
// words: a row for each kind of element that holds words, by tag, classes, language and parent; the
//   colours only, unless `isWhole`; none unless `isWorded`.
// marks: the colours of each kind of mark, which the selectors `marks` name (`.x::after`).
// moving: where rest is asked for, the kinds of element that have a transition or an animation.
// Colours are [red, green, blue], as they are seen on their ground.
({ marks, isWorded, isWhole }) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colours = new Map();

  // Any colour CSS can write, laid over another.
  function paint(colour, below = []) {
    const key = `${colour} ${below}`;
    if (!colours.has(key)) {
      canvas.clearRect(0, 0, 1, 1);
      for (const fill of below.length ? [`rgb(${below})`, colour] : [colour]) {
        canvas.fillStyle = fill;
        canvas.fillRect(0, 0, 1, 1);
      }
      colours.set(key, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3));
    }
    return colours.get(key);
  }

  const grounds = new Map([[null, paint("Canvas")]]);

  function ground(element) {
    if (!grounds.has(element)) {
      const below = ground(element.parentElement);
      grounds.set(element, paint(getComputedStyle(element).backgroundColor, below));
    }
    return grounds.get(element);
  }

  const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""}`;
  const isShown = (element) => element.getClientRects().length > 0;

  function coloured(element) {
    const style = getComputedStyle(element);
    const colour = element instanceof SVGElement ? style.fill : style.color;
    return {
      kind: `${name(element.parentElement)} > ${name(element)}`,
      words: element.textContent.trim().slice(0, 300),
      ink: paint(colour, ground(element)),
      ground: ground(element),
    };
  }

  function set(element) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    return {
      tag: element.localName,
      classes: [...element.classList],
      lang: element.closest("[lang]").lang,
      isDrawn: element instanceof SVGElement,
      isHeading: Boolean(element.closest("h1, h2, h3, h4, h5, h6")),
      isCode: Boolean(element.closest("code, pre, kbd, samp")),
      isInline: style.display === "inline",
      size,
      sizeAround: parseFloat(getComputedStyle(element.parentElement).fontSize),
      leading: parseFloat(style.lineHeight) / size,
      spacing: style.letterSpacing,
      slant: style.fontStyle,
      weight: Number(style.fontWeight),
      synthesis: style.fontSynthesis,
      family: style.fontFamily,
      transform: style.textTransform,
      align: style.textAlign,
      direction: style.direction,
      hyphens: style.hyphens,
      wrap: style.overflowWrap,
      underline: style.textDecorationLine,
      offset: parseFloat(style.textUnderlineOffset) / size,
      skip: style.textDecorationSkipInk,
      arrows: ["::before", "::after"].map((part) =>
        getComputedStyle(element, part).content.replace(/[^←→]/g, ""),
      ),
    };
  }

  function mark(element, part) {
    const style = getComputedStyle(element, part);
    const edges = ["InlineStart", "BlockStart"].filter(
      (side) => parseFloat(style[`border${side}Width`]) && style[`border${side}Style`] !== "none",
    );
    const paints = edges.map((side) => style[`border${side}Color`]);
    if (element instanceof SVGElement) {
      paints.push(...[style.fill, style.stroke].filter((colour) => colour !== "none"));
    } else if (part) {
      paints.push(style.backgroundColor);
    }
    const below = ground(part ? element : element.parentElement);
    return {
      kind: name(element) + (part ?? ""),
      paints: paints.map((colour) => paint(colour, below)),
      ground: below,
    };
  }

  function isMoving(element) {
    return [undefined, "::before", "::after"].some((part) => {
      const style = getComputedStyle(element, part);
      return /[1-9]/.test(style.transitionDuration) || style.animationName !== "none";
    });
  }

  for (const details of document.querySelectorAll("details")) details.open = true;
  const kinds = new Map();
  for (const element of document.body.querySelectorAll("*:not(script, style, title, template)")) {
    const key = `${name(element.parentElement)} ${name(element)} ${element.closest("[lang]").lang}`;
    if (!kinds.has(key) && isShown(element)) kinds.set(key, element);
  }
  const isSpeaking = (element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim());
  const speaking = isWorded ? [...kinds.values()].filter(isSpeaking) : [];
  const marked = marks.flatMap((selector) => {
    const [, of, part] = selector.match(/(.*?)(::.*)?$/);
    return [...document.querySelectorAll(of)].filter(isShown).map((each) => mark(each, part));
  });
  return {
    words: speaking.map((each) => (isWhole ? { ...coloured(each), ...set(each) } : coloured(each))),
    marks: [...new Map(marked.map((mark) => [JSON.stringify(mark), mark])).values()],
    moving: matchMedia("(prefers-reduced-motion: reduce)").matches
      ? [...kinds.values()].filter(isMoving).map(name)
      : [],
  };
}
