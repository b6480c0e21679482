// Charts: made with d3, worked by mouse and keyboard, saved as SVG and CSV.

/** A new SVG of this size that shrinks with its frame. */
function newSvg(width, height) {
  return d3.create("svg").attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
}

const ruler = document.createElement("canvas").getContext("2d");
ruler.font = "12px system-ui, sans-serif";
/** Width of a chart's text in pixels, before it is drawn. */
const textWidth = (text) => ruler.measureText(text).width;
const widest = (texts) => Math.ceil(d3.max(texts, textWidth) ?? 0);

/** A chart with its caption; saves as SVG, its data as CSV, and shows them as a table. `tools`: further buttons. */
function chart(title, svg, columns, rows, note = null, tools = []) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  svg.attr("role", "group").attr("aria-label", title);
  return h(
    "figure",
    {},
    h(
      "figcaption",
      {},
      title,
      tools,
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

/**
 * Zooms by buttons, by dragging, and by the wheel with Ctrl held, so that the page still scrolls; on touch by two fingers.
 * `draw` gets the transform. Returns the buttons.
 */
function zoomable(svg, [least, most], draw) {
  const zoom = d3
    .zoom()
    .scaleExtent([least, most])
    .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey : event.touches?.length !== 1 && !event.button))
    .on("zoom", (event) => draw(event.transform));
  svg.call(zoom).style("touch-action", "pan-x pan-y");
  const button = (sign, label, act) =>
    h("button", { type: "button", class: "zoom", "aria-label": label, title: label, onclick: act }, sign);
  return [
    button("+", "Zoom in", () => svg.call(zoom.scaleBy, 1.5)),
    button("−", "Zoom out", () => svg.call(zoom.scaleBy, 1 / 1.5)),
    button("Reset", "Show the whole", () => svg.call(zoom.transform, d3.zoomIdentity)),
  ];
}

/** One stop of the tab key for all of these elements; arrow keys move among them. */
function moveInTurn(elements) {
  const nodes = elements.nodes();
  elements.attr("tabindex", (_, index) => (index === 0 ? 0 : -1));
  elements.on("keydown.turn", function (event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = nodes[(nodes.indexOf(this) + step + nodes.length) % nodes.length];
    this.setAttribute("tabindex", -1);
    next.setAttribute("tabindex", 0);
    next.focus();
  });
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
