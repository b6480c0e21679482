// The co-occurrence network: nodes by kind, an edge a pair, its sentences behind it.

const MEASURES = [
  ["npmi", "NPMI"],
  ["g2", "G²"],
  ["log_ratio", "log ratio"],
  ["n11", "together (n)"],
];

function networkView(params, selection) {
  const output = h("div");
  const form = controls(
    [
      kindChecks,
      unitField,
      { name: "measure", label: "Strength", type: "select", value: "npmi", options: MEASURES },
      { name: "least", label: "At least", type: "number", step: "any", value: "" },
      { name: "q", label: "q at most", type: "number", min: 0, max: 1, step: "any", value: "0.05" },
      { name: "together", label: "Together at least", type: "number", min: 1, value: "2" },
      { name: "support", label: "Each at least", type: "number", min: 1, value: "3" },
      { name: "edges", label: "Most edges", type: "number", min: 1, max: 1000, value: "120" },
    ],
    params,
    (values) => output.replaceChildren(...drawNetwork(values, selection)),
  );
  return [h("h2", {}, "Who and what is named together"), form, kindLegend(), output];
}

function drawNetwork(values, selection) {
  const kinds = new Set(values.kinds.split(" "));
  const { measure, unit } = values;
  const fitting = pairsIn(selection, unit)
    .filter((pair) => kinds.has(kindOf(pair.a)) && kinds.has(kindOf(pair.b)))
    .filter((pair) => pair.n11 >= Number(values.together) && Math.min(pair.n1, pair.n2) >= Number(values.support))
    .filter((pair) => values.q === "" || pair.q <= Number(values.q))
    .filter((pair) => values.least === "" || pair[measure] >= Number(values.least))
    .sort(
      (x, y) => d3.descending(x[measure], y[measure]) || d3.descending(x.n11, y.n11) || byText(x.a + x.b, y.a + y.b),
    );
  const pairs = fitting.slice(0, Number(values.edges));
  const show = (pair) => showEvidence(`${nameOf(pair.a)} and ${nameOf(pair.b)}`, pairItems(pair, unit, selection));
  if (pairs.length === 0) return [h("p", {}, "No pair reaches these limits. Lower them, or raise q.")];
  announce(`${count(pairs.length)} pairs`);
  const rows = pairs.map((pair) => ({ ...pair, show: () => show(pair) }));
  const label = MEASURES.find(([name]) => name === measure)[1];
  const note = `${plural(pairs.length, "pair")} of ${count(fitting.length)} that fit, the strongest by ${label}. Width: ${label}. Size of a node: mentions. Choose an edge for its sentences, a node for its mentions; drag and zoom.`;
  return [
    chart("Co-occurrence network", networkSvg(rows, measure, selection), pairColumns(), rows, note),
    h("h3", {}, "Pairs"),
    table(pairColumns(), rows, { name: "pairs" }),
  ];
}

function pairItems(pair, unit, selection) {
  const focus = new Set([pair.a, pair.b]);
  const found = unitsWith(selection, unit, [pair.a, pair.b]);
  return found.map((mention) =>
    unit === "sentence"
      ? sentenceItem(mention.document, mention.sentence, focus)
      : blockItem(mention.document, mention.block, focus),
  );
}

function pairColumns() {
  const together = (row) =>
    h(
      "button",
      {
        type: "button",
        class: "figure",
        onclick: row.show,
        "aria-label": `${row.n11}: sentences of ${nameOf(row.a)} and ${nameOf(row.b)}`,
      },
      count(row.n11),
    );
  return [
    { label: "A", value: (row) => nameOf(row.a) },
    { label: "B", value: (row) => nameOf(row.b) },
    { label: "n11", value: (row) => row.n11, cell: together, number: true },
    ...["n1", "n2", "n", "documents", "npmi", "g2", "log_ratio", "p", "q"].map((name) => ({
      label: name,
      value: (row) => row[name],
      number: true,
    })),
  ];
}

const SHAPES = { actor: d3.symbolCircle, place: d3.symbolSquare, theme: d3.symbolTriangle };

function networkSvg(pairs, measure, selection) {
  const width = 1150;
  const height = 760;
  const counts = new Map(entitiesIn(selection).map((entity) => [entity.entity, entity.count]));
  const ids = [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))];
  const nodes = ids.map((id) => ({ id, kind: kindOf(id), count: counts.get(id) ?? 1 }));
  const links = pairs.map((pair) => ({ pair, source: pair.a, target: pair.b }));
  const area = d3.scaleSqrt([0, d3.max(nodes, (node) => node.count)], [3, 20]);
  const thick = d3.scaleLinear(
    d3.extent(pairs, (pair) => pair[measure]),
    [1, 6],
  );
  d3.forceSimulation(nodes)
    .force(
      "link",
      d3
        .forceLink(links)
        .id((node) => node.id)
        .distance(70)
        .strength(0.4),
    )
    .force("charge", d3.forceManyBody().strength(-190))
    .force("x", d3.forceX(width / 2).strength(0.07))
    .force("y", d3.forceY(height / 2).strength(0.1))
    .force(
      "collide",
      d3.forceCollide((node) => area(node.count) + 9),
    )
    .stop()
    .tick(300);
  fit(nodes, "x", 25, width - 130);
  fit(nodes, "y", 25, height - 25);
  const svg = newSvg(width, height);
  const world = svg.append("g");
  svg.call(
    d3
      .zoom()
      .scaleExtent([0.5, 8])
      .on("zoom", (event) => world.attr("transform", event.transform)),
  );
  const line = world
    .append("g")
    .selectAll("line")
    .data(links)
    .join("line")
    .attr("class", "edge")
    .attr("stroke-width", ({ pair }) => thick(pair[measure]) || 1);
  const target = world.append("g").selectAll("line").data(links).join("line").attr("class", "edge-target");
  target.each(function ({ pair }) {
    asButton(
      d3.select(this),
      `${nameOf(pair.a)} and ${nameOf(pair.b)}: ${pair.n11} together, ${measure} ${figureOf(pair[measure])}, q ${figureOf(pair.q)}`,
      pair.show,
    );
  });
  const node = world
    .append("g")
    .selectAll("g")
    .data(nodes)
    .join("g")
    .attr("class", (it) => it.kind);
  node
    .append("path")
    .attr("class", "node")
    .attr("d", (it) => d3.symbol(SHAPES[it.kind], Math.PI * area(it.count) ** 2)());
  node.each(function (it) {
    asButton(d3.select(this), `${nameOf(it.id)}, ${it.kind}: ${plural(it.count, "mention")}`, () =>
      showEvidence(nameOf(it.id), mentionItems(mentionsIn(selection, it.id))),
    );
  });
  const name = world
    .append("g")
    .attr("pointer-events", "none")
    .selectAll("text")
    .data(nodes)
    .join("text")
    .attr("class", "name")
    .attr("dx", (it) => area(it.count) + 3)
    .attr("dy", 4)
    .text((it) => shorten(nameOf(it.id), 28));
  const place = () => {
    for (const lines of [line, target]) {
      lines
        .attr("x1", (it) => it.source.x)
        .attr("y1", (it) => it.source.y)
        .attr("x2", (it) => it.target.x)
        .attr("y2", (it) => it.target.y);
    }
    node.attr("transform", (it) => `translate(${it.x},${it.y})`);
    name.attr("x", (it) => it.x).attr("y", (it) => it.y);
  };
  node.call(
    d3.drag().on("drag", (event, it) => {
      it.x = event.x;
      it.y = event.y;
      place();
    }),
  );
  place();
  return svg;
}

/** Moves the nodes' coordinates, in proportion, into a stretch. */
function fit(nodes, axis, from, to) {
  const scale = d3.scaleLinear(
    d3.extent(nodes, (node) => node[axis]),
    [from, to],
  );
  for (const node of nodes) node[axis] = scale(node[axis]);
}
