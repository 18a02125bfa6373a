import { load } from "./load.js";

const reach = ["pointerover", "pointerdown", "focusin"];

// The finger that sends for the cards is a first touch as well: its link waits until they are there,
// or do not come.
const holdUntil = (script, link) => {
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
};

// What a card says stands below the text; the script that shows it comes when a name is reached for.
const reachForCards = (event) => {
  // A finger gives no notice: the first one on the page is taken for it.
  const isTouch = event.pointerType === "touch";
  const link = event.target.closest?.(".nr-mention, .nr-gloss");
  if (!isTouch && !link) return;
  for (const type of reach) document.removeEventListener(type, reachForCards);
  const script = load("cards.js");
  script.toggleAttribute("data-touched", isTouch);
  if (isTouch && link) holdUntil(script, link);
};

export const offerCards = () => {
  for (const type of reach) document.addEventListener(type, reachForCards);
};
