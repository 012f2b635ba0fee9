// Draws a report figure: measure what labels and legend need, then give every part its room.
// Plain functions, so that the server's browser and the reader's browser run the same lines.

async function drawReport(figure, width, height, scale, format) {
  const layout = await arranged(figure, width, height);
  const picture = { data: figure.data, layout, config: { staticPlot: true } };
  return Plotly.toImage(picture, { format, width, height, scale });
}

async function arranged(figure, width, height) {
  const layout = structuredClone({ ...figure.layout, width, height, autosize: false });
  const room = layout.meta?.report;
  if (!room) return layout;
  const notes = layout.annotations ?? [];
  const bare = notes.filter((note) => !note.name?.startsWith("report-"));
  const first = { ...layout, annotations: bare, showlegend: false, ...between(layout, room, 0) };
  await onSheet(figure.data, first, (sheet) => giveRoom(sheet, layout, room));
  notes.forEach((note) => moveToEdge(note, layout.margin, room));
  return layout;
}

// The sheet is only what lies between head and foot, so that labels cannot count on their room.
function between(layout, room, legend) {
  const margin = { l: room.pad, r: room.pad, t: room.pad / 2, b: room.pad, autoexpand: true };
  return { height: layout.height - room.head - legend - room.foot, margin };
}

// A drawing nobody sees, for as long as `look` looks at it.
async function onSheet(data, layout, look) {
  const sheet = document.createElement("div");
  sheet.style.cssText = `position:absolute;left:-20000px;top:0;width:${layout.width}px`;
  document.body.append(sheet);
  try {
    await Plotly.newPlot(sheet, structuredClone(data), structuredClone(layout), { staticPlot: true });
    return await look(sheet);
  } finally {
    Plotly.purge(sheet);
    sheet.remove();
  }
}

// The legend needs room that its width decides, and the words beside the data decide its width.
async function giveRoom(sheet, layout, room) {
  let legend = 0;
  let margin = await marginsBelow(sheet, layout, room, legend);
  for (let pass = 0; pass < 3; pass += 1) {
    const high = await legendHeight(sheet, layout, room, margin);
    if (high === legend) break;
    const before = margin.r;
    legend = high;
    margin = await marginsBelow(sheet, layout, room, legend);
    if (margin.r === before) break;
  }
  Object.assign(layout, { margin });
  layout.legend = { ...layout.legend, ...underHead(layout, margin) };
}

async function marginsBelow(sheet, layout, room, legend) {
  await Plotly.relayout(sheet, { showlegend: false, ...between(layout, room, legend) });
  const { l, r, t, b } = needed(sheet, room);
  return { l, r, t: t + room.head + legend, b: b + room.foot, autoexpand: false };
}

// On a sheet of its own: margins once chosen by plotly are not given up for fixed ones.
async function legendHeight(sheet, layout, room, margin) {
  if (layout.showlegend === false) return 0;
  const legend = { ...layout.legend, ...underHead(layout, margin) };
  const bare = { ...layout, legend, margin, annotations: [] };
  return onSheet(sheet.data, bare, (drawn) =>
    drawn.querySelector(".legend") ? drawn._fullLayout.legend._height + room.pad / 2 : 0,
  );
}

// The margins plotly chose, and more where a word would come too near the edge of the sheet.
function needed(sheet, room) {
  const { l, r, t, b } = sheet._fullLayout._size;
  const paper = sheet.getBoundingClientRect();
  const boxes = [...sheet.querySelectorAll("svg text")].map((word) => word.getBoundingClientRect());
  const seen = boxes.filter((box) => box.width > 0);
  const more = (distances) => Math.max(0, ...distances);
  const right = paper.left + sheet._fullLayout.width - room.pad;
  return {
    l: l + more(seen.map((box) => paper.left + room.pad - box.left)),
    r: r + more(seen.map((box) => box.right - right)),
    t: t + more(seen.map((box) => paper.top - box.top)),
    b,
  };
}

// Above the data and left of it, plotly lets a legend be as wide as the paper. Where the data are
// so narrow that it refuses the place, the entries stand below each other.
function underHead(layout, margin) {
  const { pad, head } = layout.meta.report;
  const x = (pad / 2 - margin.l) / (layout.width - margin.l - margin.r);
  const y = 1 + Math.max(1, margin.t - head) / (layout.height - margin.t - margin.b);
  const [furthestLeft, furthestUp] = [-2, 3];
  if (x >= furthestLeft && y <= furthestUp) {
    return { xref: "paper", yref: "paper", x, y };
  }
  const [left, top] = [pad / 2 / layout.width, 1 - head / layout.height];
  return { xref: "container", yref: "container", x: left, y: top };
}

function moveToEdge(note, margin, room) {
  const left = room.pad - margin.l;
  const shifts = {
    "report-title": [left, margin.t - room.pad],
    "report-subtitle": [left, margin.t - room.title],
    "report-tag": [margin.r - room.pad, margin.t - room.pad],
    sections: [left, note.yshift],
    "report-foot": [left, room.pad * 0.6 - margin.b],
  };
  [note.xshift, note.yshift] = shifts[note.name] ?? [note.xshift ?? 0, note.yshift ?? 0];
}
