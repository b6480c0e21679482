// Elements, numbers, tables, figures that save themselves. Text reaches the page as text nodes only.

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
const figureOf = (x, digits = 3) => (x === null || !Number.isFinite(x) ? "–" : Number(x.toPrecision(digits)).toString());
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

/** Says something to screen readers. */
function announce(text) {
  byId("live").textContent = text;
}

/** A number that leads to its sentences. */
function evidenceButton(text, title, find) {
  return h("button", { type: "button", class: "figure", "aria-label": `${text}: sentences of ${title}`, onclick: () => showEvidence(title, find()) }, text);
}

/** Makes an SVG element work as a button, by mouse and by keyboard. */
function asButton(selection, label, act) {
  return selection
    .attr("role", "button")
    .attr("tabindex", 0)
    .attr("aria-label", label)
    .on("click", (event, datum) => act(datum))
    .on("keydown", (event, datum) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act(datum);
    })
    .call((it) => it.append("title").text(label));
}

/** Arrow keys move between the cells of a grid; each cell has a `row` and a `column`. */
function moveByArrows(svg, cells) {
  const at = new Map(cells.data().map((cell, index) => [`${cell.row} ${cell.column}`, index]));
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const span = 1 + d3.max(cells.data(), (cell) => Math.max(cell.row, cell.column)) || 0;
  const nodes = cells.nodes();
  cells.attr("tabindex", (cell, index) => (index === 0 ? 0 : -1));
  svg.on("keydown", (event) => {
    const step = steps[event.key];
    const cell = d3.select(event.target).datum();
    if (!step || cell?.row === undefined) return;
    event.preventDefault();
    for (let distance = 1; distance <= span; distance += 1) {
      const next = at.get(`${cell.row + step[0] * distance} ${cell.column + step[1] * distance}`);
      if (next === undefined) continue;
      event.target.setAttribute("tabindex", -1);
      nodes[next].setAttribute("tabindex", 0);
      nodes[next].focus();
      return;
    }
  });
}

/**
 * A table whose columns sort: `{ label, value, cell, number }` each, `value` of a row for sorting and CSV, `cell` for show.
 */
function table(columns, rows, { limit = 300, name = "table", className = null } = {}) {
  const body = h("tbody");
  const fill = (sorted) => {
    body.replaceChildren(
      ...sorted.slice(0, limit).map((row) =>
        h("tr", {}, columns.map((column) => h("td", { class: column.number ? "number" : null }, shown(column, row)))),
      ),
    );
  };
  const heads = columns.map((column) => {
    const head = h("th", { scope: "col", class: column.number ? "number" : null });
    head.append(h("button", { type: "button", onclick: () => sortBy(column, head) }, column.label));
    return head;
  });
  const sortBy = (column, head) => {
    const down = head.getAttribute("aria-sort") === (column.number ? null : "ascending") || (column.number && head.getAttribute("aria-sort") !== "descending");
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sorted = [...rows].sort((a, b) => d3.ascending(column.value(a), column.value(b)));
    fill(down ? sorted.reverse() : sorted);
  };
  fill(rows);
  const rest = rows.length > limit ? h("p", { class: "soft" }, `The first ${count(limit)} of ${count(rows.length)} rows; the CSV has all.`) : null;
  const save = h("button", { type: "button", onclick: () => saveCsv(name, columns, rows) }, "Save CSV");
  return h("div", {}, h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", { class: className }, h("thead", {}, h("tr", {}, heads)), body)), rest, h("p", {}, save));
}

function shown(column, row) {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  return typeof value === "number" ? (Number.isInteger(value) ? count(value) : figureOf(value)) : (value ?? "–");
}

/** A chart with its caption; saves as SVG, its data as CSV, and shows them as a table. */
function chart(title, svg, columns, rows, note = null) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  svg.attr("role", "group").attr("aria-label", title);
  return h(
    "figure",
    {},
    h(
      "figcaption",
      {},
      title,
      h("button", { type: "button", onclick: () => saveSvg(name, svg.node()) }, "Save SVG"),
      h("button", { type: "button", onclick: () => saveCsv(name, columns, rows) }, "Save CSV"),
    ),
    note ? h("p", { class: "soft" }, note) : null,
    h("div", { class: "chart" }, svg.node()),
    h("details", {}, h("summary", {}, `The data as a table (${plural(rows.length, "row")})`), table(columns, rows, { name })),
  );
}

/** A field of CSV, harmless in a spreadsheet: a text it would run as a formula gets an apostrophe in front. */
function csvField(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function saveCsv(name, columns, rows) {
  const lines = [columns.map((column) => column.label), ...rows.map((row) => columns.map((column) => column.value(row)))];
  save(`${name}.csv`, "text/csv", lines.map((line) => line.map(csvField).join(",")).join("\r\n"));
}

const drawn = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "font-size", "font-family", "font-weight", "text-anchor", "opacity", "paint-order"];

/** Saves a chart with the styles it has on the page, so that it looks the same elsewhere. */
function saveSvg(name, svg) {
  const copy = svg.cloneNode(true);
  const copies = [copy, ...copy.querySelectorAll("*")];
  [svg, ...svg.querySelectorAll("*")].forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const property of drawn) copies[index].setAttribute(property, style.getPropertyValue(property));
    for (const attribute of ["tabindex", "role", "style"]) copies[index].removeAttribute(attribute);
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  save(`${name}.svg`, "image/svg+xml", new XMLSerializer().serializeToString(copy));
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A new SVG of this size that shrinks with its frame. */
function newSvg(width, height) {
  return d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
}
