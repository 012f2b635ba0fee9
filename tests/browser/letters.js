/* Every line of letters in the charts of a page: what lies on other letters, what is cut off.
   Boxes of letters on a screen may share 2 px, for they are a little larger than the letters;
   on paper, where nobody can point, words of one line are `apartPx` from each other and from marks. */
(asked) => {
  const { charts = '.js-plotly-plot', apartPx = -2, marks = '' } = asked ?? {};
  const SHARED_PX = 2;
  const FAINT = 0.2; // a watermark lies under everything

  const boxOf = (rect) => ({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });

  const isSeen = (text) => {
    for (let part = text; part && part.tagName !== 'BODY'; part = part.parentElement) {
      const look = getComputedStyle(part);
      if (look.display === 'none' || look.visibility === 'hidden' || Number(look.opacity) < FAINT) return false;
    }
    return Number(getComputedStyle(text).fillOpacity) > 0;
  };

  const isDrawn = (mark) => Number(getComputedStyle(mark).opacity) > 0;

  /* A text of several lines is as many boxes: what stands beside its short line does not lie on it. */
  const linesOf = (text) => {
    const lines = [...text.querySelectorAll(':scope > tspan.line')];
    return (lines.length ? lines : [text])
      .map((line) => ({ said: line.textContent.trim(), whole: text, ...boxOf(line.getBoundingClientRect()) }))
      .filter((line) => line.said && line.right > line.left && line.bottom > line.top);
  };

  /* The part of the screen a clip path leaves of the text. */
  const clippedTo = (text, chart) => {
    const left = [chart.closest('[data-testid="stPlotlyChart"]') ?? chart, text.ownerSVGElement.closest('.main-svg')]
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

  /* The shapes of the lights are marks, which may stand close. */
  const isShape = (line) => /^[★●▲■▷○]$/u.test(line.said);

  const sharedPx = (one, other) => (isShape(one) && isShape(other) ? SHARED_PX : -apartPx);

  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > sharedPx(one, other)
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SHARED_PX;

  const isCut = (line, frame) =>
    frame.left - line.left > SHARED_PX || line.right - frame.right > SHARED_PX
    || frame.top - line.top > SHARED_PX || line.bottom - frame.bottom > SHARED_PX;

  /* Words beside a mark are read with it; words on a mark are not read. */
  const liesOnMark = (line, mark) =>
    Math.min(line.right, mark.right) - Math.max(line.left, mark.left) > SHARED_PX
    && Math.min(line.bottom, mark.bottom) - Math.max(line.top, mark.top) > 2 * SHARED_PX;

  const isHalo = (one, other) =>
    one.said === other.said && Math.abs(one.left - other.left) < 1 && Math.abs(one.top - other.top) < 1;

  const keyOf = (chart) =>
    [...(chart.closest('[class*="st-key-"]')?.classList ?? [])].find((name) => name.startsWith('st-key-')) ?? '?';

  const troubles = [];
  let letters = 0;
  for (const chart of document.querySelectorAll(charts)) {
    const key = keyOf(chart);
    const lines = [...chart.querySelectorAll('.main-svg text, :scope > text, :scope > g text')].filter(isSeen).flatMap(linesOf);
    letters += lines.length;
    const seenMarks = marks ? [...chart.querySelectorAll(marks)].filter(isDrawn).map((mark) => boxOf(mark.getBoundingClientRect())) : [];
    lines.forEach((line, place) => {
      const frames = clippedTo(line.whole, chart);
      if (frames.some((frame) => isCut(line, frame))) troubles.push(`${key}: "${line.said}" is cut off`);
      if (seenMarks.some((mark) => liesOnMark(line, mark))) troubles.push(`${key}: "${line.said}" lies on a mark`);
      for (const other of lines.slice(place + 1)) {
        if (other.whole !== line.whole && !isHalo(line, other) && overlap(line, other)) {
          troubles.push(`${key}: "${line.said}" lies on "${other.said}"`);
        }
      }
    });
  }
  return { letters, troubles };
}
