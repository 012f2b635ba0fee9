// A chart wider than a phone scrolls inside its own frame; the names of its rows stay in sight.
// Their layer follows the frame's left edge, over a strip of the page's own colour.
(() => {
  const FRAMES = "[class*='st-key-wide-'] > .stElementContainer, [class*='st-key-across-'], .st-key-problems_by_unit";
  const SVG = "http://www.w3.org/2000/svg";
  const STRIP = "strip-below-names";
  const NAME = ":is(.ytick, .y2tick)"; // below columns there may be rows of numbers with names of their own

  const hiddenLeft = (frame) => {
    const drawn = frame.querySelector(".main-svg");
    if (!drawn || frame.scrollWidth <= frame.clientWidth + 1) return 0;
    return Math.max(0, frame.getBoundingClientRect().left - drawn.getBoundingClientRect().left);
  };
  const strip = (layer, left) => {
    const names = [...layer.querySelectorAll(NAME)].map((one) => one.getBBox());
    const width = Math.max(...names.map((box) => box.x + box.width));
    const below = layer.querySelector(`.${STRIP}`) ?? document.createElementNS(SVG, "rect");
    const middles = names.map((box) => box.y + box.height / 2);
    const span = Math.max(...middles) - Math.min(...middles);
    const half = Math.max(8, span / Math.max(names.length - 1, 1) / 2); // of a row
    const top = Math.min(...middles) - half, foot = Math.max(...middles) + half;
    const paper = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
    const look = { class: STRIP, x: 0, y: top, width: width + 6, height: foot - top, fill: left ? paper : "none" };
    for (const [name, value] of Object.entries(look)) {
      if (below.getAttribute(name) !== String(value)) below.setAttribute(name, value);
    }
    if (layer.firstChild !== below) layer.prepend(below);
  };
  // The name of a column that is partly below the strip would show a fragment of itself: it is left out.
  const leaveOut = (frame, left) => {
    const names = [...frame.querySelectorAll(`.yaxislayer-above ${NAME} text`)];
    const edge = Math.max(...names.map((one) => one.getBoundingClientRect().right)) + 4;
    for (const one of frame.querySelectorAll(".xaxislayer-above .xtick text")) {
      const shown = !left || one.getBoundingClientRect().left >= edge ? "" : "hidden";
      if (one.style.visibility !== shown) one.style.visibility = shown;
    }
  };
  const pin = (frame) => {
    const left = Math.round(hiddenLeft(frame));
    for (const layer of frame.querySelectorAll(".yaxislayer-above")) {
      if (!layer.querySelector(NAME)) continue;
      const moved = left ? `translate(${left}px, 0)` : "";
      if (layer.style.transform !== moved) layer.style.transform = moved;
      if (left || layer.querySelector(`.${STRIP}`)) strip(layer, left);
    }
    leaveOut(frame, left);
  };
  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      document.querySelectorAll(FRAMES).forEach(pin);
    });
  };
  document.addEventListener("scroll", soon, { capture: true, passive: true });
  addEventListener("resize", soon);
  new MutationObserver(soon).observe(document.documentElement, { subtree: true, childList: true });
})();
