// What was clicked in a chart opens its rows below it, often below the edge of the screen: then the
// page scrolls to them and to the way back, once. A link or a reload that opens rows moves nothing,
// nor is anybody moved who scrolls, types or clicks elsewhere before the rows are there.
(() => {
  const IDLE = "[data-testid='stApp'][data-test-script-state='notRunning']";
  const LOADING = "[data-testid='stSkeleton'], [data-stale='true']";
  const LOOK_MS = 60, LONGEST_MS = 15000;
  const STILL = 3; // looks in a row at which nothing has moved
  const HEAD_PX = 64; // the bar above the page
  const ROWS_PX = 260; // a heading and a few rows

  const pieces = (key) => {
    const back = document.querySelector(`.st-key-picked-${key}`);
    return { back, rows: document.querySelector(`.st-key-rows-across-${key}`) ?? back };
  };
  const scrollTo = ({ back, rows }) => {
    const page = document.querySelector("[data-testid='stMain']");
    const seen = page.getBoundingClientRect();
    const from = back.getBoundingClientRect().top - seen.top, to = rows.getBoundingClientRect().top - seen.top;
    if (from >= HEAD_PX && to + ROWS_PX <= seen.height) return;
    const by = Math.max(from - seen.height / 4, to + ROWS_PX - seen.height); // rows before the way back
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    page.scrollBy({ top: by, behavior: calm ? "instant" : "smooth" });
  };
  const ran = (before) => location.search !== before && document.querySelector(IDLE) && !document.querySelector(LOADING);

  let asked = null;
  const follow = (one) => {
    if (asked !== one || performance.now() - one.began > LONGEST_MS) return;
    const there = ran(one.before) && pieces(one.key);
    if (there && !there.back) return; // taken back by a second click
    const place = there ? Math.round(there.rows.getBoundingClientRect().top) : null;
    one.still = there && place === one.place ? one.still + 1 : 0;
    one.place = place;
    if (one.still < STILL) setTimeout(follow, LOOK_MS, one);
    else {
      asked = null;
      scrollTo(there);
    }
  };
  addEventListener("pointerdown", (event) => {
    const chart = event.target instanceof Element && event.target.closest(".js-plotly-plot");
    const key = chart && /st-key-figure-(\S+)/.exec(chart.closest("[class*='st-key-figure-']")?.className ?? "")?.[1];
    asked = key ? { key, before: location.search, began: performance.now(), still: 0, place: null } : null;
    if (asked) follow(asked);
  }, true); // plotly keeps it to itself
  for (const own of ["wheel", "keydown", "pointercancel"]) {
    addEventListener(own, () => { asked = null; }, { capture: true, passive: true });
  }
})();
