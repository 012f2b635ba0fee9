// A button with which the reader's own browser draws a report figure, where the server cannot.
// Python puts export/draw.js in front of this file, so both browsers draw by the same lines.

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const word = parentElement.querySelector("p");
  button.textContent = data.label;
  button.onclick = async () => {
    button.disabled = true;
    word.textContent = data.drawing;
    word.textContent = await outcome(data);
    button.disabled = false;
  };
  return () => {
    button.onclick = null;
  };
}

// The sentence to show: empty when the picture is on its way to the reader's folder.
async function outcome(data) {
  if (!window.Plotly) return data.no_chart;
  try {
    save(withDensity(await drawn(data), data.dpi), data.file_name);
    return "";
  } catch (reason) {
    console.error("picture", reason);
    return data.failed;
  }
}

async function drawn({ figure, layout_px, scale, pixels }) {
  const url = await drawReport(JSON.parse(figure), ...layout_px, scale, "png");
  const image = new Image();
  image.src = url;
  await image.decode();
  const paper = document.createElement("canvas");
  [paper.width, paper.height] = pixels;
  const pen = paper.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, ...pixels);
  pen.drawImage(image, 0, 0, ...pixels);
  const blob = await new Promise((done) => paper.toBlob(done, "image/png"));
  return new Uint8Array(await blob.arrayBuffer());
}

// A PNG says its density in a pHYs chunk, which must follow the header: 8 bytes + 25 bytes.
function withDensity(png, dpi) {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi / 0.0254);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4); // pHYs
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1; // per metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return [png.subarray(0, 33), chunk, png.subarray(33)];
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function save(parts, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: "image/png" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
