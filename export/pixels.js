// A drawing as the rows of a PNG: what the server's browser hands over, see raster.py.

// Exactly so many pixels, none of them transparent, packed as a PNG keeps them.
async function onRows(drawn, across, down) {
  const image = new Image();
  image.src = await drawn;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [across, down];
  const pen = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, across, down);
  pen.drawImage(image, 0, 0, across, down);
  const seen = new Uint32Array(pen.getImageData(0, 0, across, down).data.buffer);
  return inLetters(await packed(asRows(seen, across, down)));
}

// Each row begins with its filter: 0 for its own colours, 2 for those of the row above.
function asRows(seen, across, down) {
  const rows = new Uint8Array(down * (3 * across + 1));
  for (let y = 0, from = 0, to = 0; y < down; y += 1, from += across, to += 3 * across + 1) {
    if (y > 0 && isAsAbove(seen, from, across)) {
      rows[to] = 2;
      continue;
    }
    for (let x = from, at = to + 1; x < from + across; x += 1, at += 3) {
      const colour = seen[x];
      rows[at] = colour & 255;
      rows[at + 1] = (colour >> 8) & 255;
      rows[at + 2] = (colour >> 16) & 255;
    }
  }
  return rows;
}

function isAsAbove(seen, from, across) {
  for (let x = from; x < from + across; x += 1) if (seen[x] !== seen[x - across]) return false;
  return true;
}

async function packed(rows) {
  const press = new CompressionStream("deflate");
  const writer = press.writable.getWriter();
  writer.write(rows);
  writer.close();
  return new Response(press.readable).blob();
}

function inLetters(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}
