// The circular as it will be printed; a click on a number tells Python which one it was.

export default function ({ data, parentElement, setTriggerValue }) {
  const sheet = parentElement.querySelector("article");
  sheet.replaceChildren(element("h3", data.title));
  let table = null;
  for (const one of data.paragraphs) {
    const row = one.style === "head" || one.style === "row";
    if (row && table === null) sheet.append((table = element("table", "")));
    if (!row) table = null;
    (table ?? sheet).append(row ? tableRow(one, data, setTriggerValue) : paragraph(one, data, setTriggerValue));
  }
}

function paragraph({ style, pieces }, data, setTriggerValue) {
  const shown = element("p", "");
  shown.className = style;
  fill(shown, pieces, data, setTriggerValue);
  return shown;
}

function tableRow({ style, cells }, data, setTriggerValue) {
  const row = element("tr", "");
  for (const pieces of cells) {
    const cell = element(style === "head" ? "th" : "td", "");
    fill(cell, pieces, data, setTriggerValue);
    row.append(cell);
  }
  return row;
}

function fill(shown, pieces, data, setTriggerValue) {
  for (const { text, name } of pieces) {
    if (name === undefined) {
      shown.append(text);
      continue;
    }
    const number = element("button", text);
    number.type = "button";
    number.title = data.hint;
    if (name === data.chosen) number.setAttribute("aria-pressed", "true");
    number.onclick = () => setTriggerValue("number", name);
    shown.append(number);
  }
}

function element(kind, text) {
  const one = document.createElement(kind);
  one.textContent = text;
  return one;
}
