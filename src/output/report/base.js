// Elements and numbers. Text reaches the page as text nodes only.

const byId = (id) => document.getElementById(id);

/** An element with attributes (`on…` are listeners) and children; strings become text nodes. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

const whole = new Intl.NumberFormat("en");
const count = (n) => whole.format(n);
const figureOf = (x, digits = 3) =>
  x === null || !Number.isFinite(x) ? "–" : Number(x.toPrecision(digits)).toString();
const percent = (x) => (x === null ? "–" : `${(100 * x).toFixed(1)} %`);
const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;
const shorten = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Groups items in a Map of arrays. */
function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return groups;
}

/** A function that computes its value when first asked for it. */
function once(compute) {
  let value;
  return () => (value ??= compute());
}

/** Says something to screen readers. */
function announce(text) {
  byId("live").textContent = text;
}

/** A number that leads to its sentences. */
function evidenceButton(text, title, find) {
  return h(
    "button",
    {
      type: "button",
      class: "figure",
      "aria-label": `${text}: sentences of ${title}`,
      onclick: () => showEvidence(title, find()),
    },
    text,
  );
}
