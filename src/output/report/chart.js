// Charts: made with d3, worked by mouse and keyboard, saved as SVG and CSV.

/** A new SVG of this size that shrinks with its frame. */
function newSvg(width, height) {
  return d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
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
    h(
      "details",
      {},
      h("summary", {}, `The data as a table (${plural(rows.length, "row")})`),
      table(columns, rows, { name }),
    ),
  );
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

const drawn = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "font-size",
  "font-family",
  "font-weight",
  "text-anchor",
  "opacity",
  "paint-order",
];

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
