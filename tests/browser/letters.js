/* Every line of letters in the charts of a page: what lies on other letters, what is cut off. */
() => {
  const APART_PX = 2;

  const boxOf = (rect) => ({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });

  const isSeen = (text) => {
    for (let part = text; part && part.tagName !== 'BODY'; part = part.parentElement) {
      const look = getComputedStyle(part);
      if (look.display === 'none' || look.visibility === 'hidden' || Number(look.opacity) === 0) return false;
    }
    return Number(getComputedStyle(text).fillOpacity) > 0;
  };

  /* A text of several lines is as many boxes: what stands beside its short line does not lie on it. */
  const linesOf = (text) => {
    const lines = [...text.querySelectorAll(':scope > tspan.line')];
    return (lines.length ? lines : [text])
      .map((line) => ({ said: line.textContent.trim(), whole: text, ...boxOf(line.getBoundingClientRect()) }))
      .filter((line) => line.said && line.right > line.left && line.bottom > line.top);
  };

  /* The part of the screen a clip path leaves of the text. */
  const clippedTo = (text, chart) => {
    const left = [chart.closest('[data-testid="stPlotlyChart"]'), text.ownerSVGElement.closest('.main-svg')]
      .map((part) => boxOf(part.getBoundingClientRect()));
    for (let part = text; part && part !== chart; part = part.parentElement) {
      const named = /#([^)"']+)/.exec(part.getAttribute('clip-path') || '');
      const rect = named && document.getElementById(named[1])?.querySelector('rect');
      if (!rect) continue;
      const at = part.getScreenCTM();
      const [x, y, wide, high] = ['x', 'y', 'width', 'height'].map((name) => rect[name].baseVal.value);
      left.push({
        left: at.e + x * at.a,
        top: at.f + y * at.d,
        right: at.e + (x + wide) * at.a,
        bottom: at.f + (y + high) * at.d,
      });
    }
    return left;
  };

  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > APART_PX
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > APART_PX;

  const isCut = (line, frame) =>
    frame.left - line.left > APART_PX || line.right - frame.right > APART_PX
    || frame.top - line.top > APART_PX || line.bottom - frame.bottom > APART_PX;

  const isHalo = (one, other) =>
    one.said === other.said && Math.abs(one.left - other.left) < 1 && Math.abs(one.top - other.top) < 1;

  const keyOf = (chart) =>
    [...(chart.closest('[class*="st-key-"]')?.classList ?? [])].find((name) => name.startsWith('st-key-')) ?? '?';

  const troubles = [];
  let letters = 0;
  for (const chart of document.querySelectorAll('.js-plotly-plot')) {
    const key = keyOf(chart);
    const lines = [...chart.querySelectorAll('.main-svg text')].filter(isSeen).flatMap(linesOf);
    letters += lines.length;
    lines.forEach((line, place) => {
      const frames = clippedTo(line.whole, chart);
      if (frames.some((frame) => isCut(line, frame))) troubles.push(`${key}: "${line.said}" is cut off`);
      for (const other of lines.slice(place + 1)) {
        if (other.whole !== line.whole && !isHalo(line, other) && overlap(line, other)) {
          troubles.push(`${key}: "${line.said}" lies on "${other.said}"`);
        }
      }
    });
  }
  return { letters, troubles };
}
