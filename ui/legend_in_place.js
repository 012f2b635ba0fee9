// In a window of another size a legend may take fewer lines: plotly then makes less room above the data,
// but leaves the legend where it was, over the first row. Such a chart is drawn once more.
(() => {
  const SETTLED_MS = 500; // after the last of many steps in which a window is drawn wider
  const liesOverData = (plot) => {
    const [legend, data] = [".legend", ".nsewdrag"].map((part) => plot.querySelector(part)?.getBoundingClientRect());
    return legend && data && legend.top < data.top && legend.bottom > data.top + 2;
  };
  const drawAnew = (frame) => {
    frame.style.width = "calc(100% - 1px)";
    setTimeout(() => { frame.style.width = ""; }, SETTLED_MS);
  };
  const look = () => {
    for (const plot of document.querySelectorAll(".stMain .js-plotly-plot")) {
      const frame = plot.closest("[data-testid=stFullScreenFrame]");
      if (frame && liesOverData(plot)) drawAnew(frame);
    }
  };
  let due = 0;
  addEventListener("resize", () => { // a lower window makes charts of a meeting smaller, and so narrower or wider
    clearTimeout(due);
    due = setTimeout(look, 2 * SETTLED_MS);
  });
})();
