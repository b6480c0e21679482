// The stance matrix: who stands where towards whom, by the sentences that say so.

const REPORTERS = [
  ["author", "the documents themselves"],
  ["others", "others, as quoted"],
  ["all", "anybody"],
];

function stancesView(params, selection) {
  const output = h("div");
  const form = controls(
    [
      { name: "reporters", label: "Reported by", type: "select", value: "author", options: REPORTERS },
      { name: "least", label: "Stances at least", type: "number", min: 1, value: "1" },
      { name: "most", label: "Rows and columns at most", type: "number", min: 2, max: 100, value: "25" },
      { name: "party", label: "Holder or target named", type: "search", value: "" },
    ],
    params,
    (values) => output.replaceChildren(...drawStances(values, selection)),
  );
  return [h("h2", {}, "Who stands where"), form, stanceLegend(), output];
}

function drawStances(values, selection) {
  const named = values.party.toLowerCase();
  const fits = (id) => nameOf(id).toLowerCase().includes(named);
  const all = positionsIn(selection, values.reporters)
    .filter((row) => row.n >= Number(values.least) && (fits(row.holder) || fits(row.target)))
    .sort((a, b) => b.n - a.n || byText(a.holder + a.target, b.holder + b.target));
  if (all.length === 0) return [h("p", {}, "No stance fits. Choose other reporters, or lower the limit.")];
  announce(plural(all.length, "position"));
  const show = (row) =>
    showEvidence(
      `${nameOf(row.holder)} towards ${nameOf(row.target)}`,
      stancesOf(selection, row.holder, row.target, values.reporters).map(stanceItem),
    );
  const rows = all.map((row) => ({ ...row, show: () => show(row) }));
  const most = Number(values.most);
  const top = (side) =>
    new Set(
      d3
        .rollups(
          rows,
          (same) => d3.sum(same, (row) => row.n),
          (row) => row[side],
        )
        .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
        .slice(0, most)
        .map(([id]) => id),
    );
  const [holding, targeted] = [top("holder"), top("target")];
  const shown = rows.filter((row) => holding.has(row.holder) && targeted.has(row.target));
  const [holders, targets] = [
    [...holding].filter((id) => shown.some((row) => row.holder === id)),
    [...targeted].filter((id) => shown.some((row) => row.target === id)),
  ];
  const note = `${plural(holders.length, "holder")} (rows) by ${plural(targets.length, "target")} (columns), those with the most stances; ${count(shown.length)} of ${plural(rows.length, "position")}. Choose a cell for its sentences; arrow keys move between cells.`;
  return [
    chart("Stance matrix", stanceSvg(shown, holders, targets), positionColumns(), rows, note),
    h("h3", {}, "Positions"),
    table(positionColumns(), rows, { name: "positions" }),
    ...contradictions(all, selection, values.reporters),
  ];
}

// Holders who stand for and against a target: the surest sentence of each side, side by side. The authors of two documents are not one holder.
function contradictions(positions, selection, reporters) {
  const split = positions.filter((row) => row.holder !== AUTHOR && row.positive > 0 && row.negative > 0).slice(0, 20);
  if (split.length === 0) return [];
  const surest = (stances, sign) => d3.greatest(stances.filter((stance) => stance.polarity === sign), (stance) => stance.confidence);
  const items = split.map((row) => {
    const stances = stancesOf(selection, row.holder, row.target, reporters);
    const sides = [1, -1].map((sign) => surest(stances, sign)).filter(Boolean);
    return h("details", {}, [
      h("summary", {}, `${nameOf(row.holder)} towards ${nameOf(row.target)}: ${count(row.positive)} for, ${count(row.negative)} against`),
      h("ul", { class: "evidence" }, sides.map(stanceItem)),
    ]);
  });
  return [h("h3", {}, "Contradictions"), ...items];
}

function positionColumns() {
  const n = (row) =>
    h(
      "button",
      {
        type: "button",
        class: "figure",
        onclick: row.show,
        "aria-label": `${row.n}: sentences of ${nameOf(row.holder)} towards ${nameOf(row.target)}`,
      },
      count(row.n),
    );
  return [
    { label: "Holder", value: (row) => nameOf(row.holder) },
    { label: "Target", value: (row) => nameOf(row.target) },
    { label: "n", value: (row) => row.n, cell: n, number: true },
    ...["positive", "negative", "neutral", "score", "low", "high"].map((name) => ({
      label: name,
      value: (row) => row[name],
      number: true,
    })),
    { label: "label", value: (row) => row.label },
  ];
}

/** Names of columns stand at this angle, in radians. */
const SLANT = (50 * Math.PI) / 180;

/** Blue is favourable, vermilion hostile, grey neither. */
const stanceColor = d3.scaleLinear([-1, 0, 1], ["#d55e00", "#b9bec7", "#0072b2"]).clamp(true);

function hatching(svg) {
  const pattern = svg
    .append("defs")
    .append("pattern")
    .attr("id", "hatching")
    .attr("width", 4)
    .attr("height", 4)
    .attr("patternUnits", "userSpaceOnUse")
    .attr("patternTransform", "rotate(45)");
  pattern.append("line").attr("class", "hatch").attr("x1", 0).attr("x2", 0).attr("y1", 0).attr("y2", 4);
}

function stanceSvg(rows, holders, targets) {
  const cell = 28;
  const short = (id) => shorten(nameOf(id), 28);
  const left = widest(holders.map(short)) + 12;
  const slant = widest(targets.map(short));
  const top = Math.ceil(slant * Math.sin(SLANT)) + 20;
  const right = Math.ceil(slant * Math.cos(SLANT)) + 10;
  const svg = newSvg(left + targets.length * cell + right, top + holders.length * cell + 10);
  hatching(svg);
  const most = Math.max(d3.max(rows, (row) => row.n), 3);
  const side = (n) => (n < 2 ? 11 : d3.scaleSqrt([2, most], [15, cell - 3])(n));
  const names = svg.append("g");
  names
    .selectAll(".holder")
    .data(holders)
    .join("text")
    .attr("class", "holder")
    .attr("x", left - 6)
    .attr("y", (_, index) => top + index * cell + 18)
    .attr("text-anchor", "end")
    .text(short);
  names
    .selectAll(".target")
    .data(targets)
    .join("text")
    .attr("class", "target")
    .attr("transform", (_, index) => `translate(${left + index * cell + 16},${top - 6}) rotate(-50)`)
    .text(short);
  names
    .selectAll(".row")
    .data(d3.range(holders.length + 1))
    .join("line")
    .attr("class", "grid")
    .attr("x1", left)
    .attr("x2", left + targets.length * cell)
    .attr("y1", (index) => top + index * cell)
    .attr("y2", (index) => top + index * cell);
  names
    .selectAll(".column")
    .data(d3.range(targets.length + 1))
    .join("line")
    .attr("class", "grid")
    .attr("y1", top)
    .attr("y2", top + holders.length * cell)
    .attr("x1", (index) => left + index * cell)
    .attr("x2", (index) => left + index * cell);
  const placed = rows
    .map((row) => ({ ...row, row: holders.indexOf(row.holder), column: targets.indexOf(row.target) }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const cells = svg
    .append("g")
    .selectAll("g")
    .data(placed)
    .join("g")
    .attr("transform", (it) => `translate(${left + it.column * cell},${top + it.row * cell})`);
  cells.append("rect").attr("width", cell).attr("height", cell).attr("fill", "transparent");
  const square = (it) =>
    it
      .attr("x", (row) => (cell - side(row.n)) / 2)
      .attr("y", (row) => (cell - side(row.n)) / 2)
      .attr("width", (row) => side(row.n))
      .attr("height", (row) => side(row.n));
  square(cells.append("rect")).attr("class", "square").attr("fill", (row) => stanceColor(row.score));
  square(cells.filter((row) => row.label === "insufficient").append("rect")).attr("fill", "url(#hatching)");
  cells
    .append("text")
    .attr("x", cell / 2)
    .attr("y", cell / 2 + 4)
    .attr("text-anchor", "middle")
    .attr("class", "sign")
    .style("fill", (row) => (Math.abs(row.score) > 0.4 ? "#fff" : "#000"))
    .text((row) => (row.label === "insufficient" ? "" : row.score > 0 ? "+" : row.score < 0 ? "−" : "·"));
  cells.each(function (row) {
    asButton(
      d3.select(this),
      `${nameOf(row.holder)} towards ${nameOf(row.target)}: ${row.label}, score ${figureOf(row.score)} [${figureOf(row.low)}, ${figureOf(row.high)}], n ${row.n}`,
      row.show,
    );
  });
  moveByArrows(svg, cells);
  return svg;
}

function stanceLegend() {
  const entries = [
    [-1, false, "− opposed"],
    [0, false, "· mixed or neutral"],
    [1, false, "+ supportive"],
    [1, true, "hatched: insufficient, one stance only"],
  ];
  const square = (score, hatched) => {
    const svg = newSvg(14, 14).attr("class", "swatch").attr("aria-hidden", true);
    hatching(svg);
    const fill = (color) => svg.append("rect").attr("width", 14).attr("height", 14).attr("fill", color);
    fill(stanceColor(score));
    if (hatched) fill("url(#hatching)");
    return svg.node();
  };
  return h(
    "ul",
    { class: "legend" },
    entries.map(([score, hatched, text]) => h("li", {}, square(score, hatched), text)),
  );
}
