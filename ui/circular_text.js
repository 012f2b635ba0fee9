// The circular as it will be printed; a click on a number tells Python which one it was.

export default function ({ data, parentElement, setTriggerValue }) {
  const sheet = parentElement.querySelector("article");
  const title = element("h3", data.title);
  sheet.replaceChildren(title, ...data.paragraphs.map((one) => paragraph(one, data, setTriggerValue)));
}

function paragraph({ style, pieces }, data, setTriggerValue) {
  const shown = element("p", "");
  shown.className = style;
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
  return shown;
}

function element(kind, text) {
  const one = document.createElement(kind);
  one.textContent = text;
  return one;
}
