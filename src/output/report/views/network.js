// The co-occurrence network: nodes by kind, an edge a pair, its sentences behind it.

const MEASURES = [
  ["g2", "G²"],
  ["npmi", "NPMI"],
  ["log_ratio", "log ratio"],
  ["n11", "together (n)"],
];

function networkView(params, selection) {
  const output = h("div");
  const form = controls(
    [
      kindChecks,
      unitField,
      { name: "measure", label: "Strength", type: "select", value: "g2", options: MEASURES },
      { name: "least", label: "At least", type: "number", step: "any", value: "" },
      { name: "q", label: "q at most", type: "number", min: 0, max: 1, step: "any", value: "0.05" },
      { name: "together", label: "Together at least", type: "number", min: 1, value: "2" },
      { name: "support", label: "Each at least", type: "number", min: 1, value: "3" },
      { name: "edges", label: "Most edges", type: "number", min: 1, max: 1000, value: "80" },
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
  const note = `${plural(pairs.length, "pair")} of ${count(fitting.length)} that fit, the strongest by ${label}. Width: ${label}. Size of a node: mentions. Choose an edge for its sentences, a node for its mentions; drag nodes; zoom by the buttons or Ctrl and the wheel, names without room show then or when pointed at.`;
  const { svg, tools } = networkSvg(rows, measure, selection);
  return [
    chart("Co-occurrence network", svg, pairColumns(), rows, note, tools),
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
  const [width, height] = [1150, 760];
  const { nodes, links } = layOut(pairs, selection, width, height);
  const thick = d3.scaleLinear(
    d3.extent(pairs, (pair) => pair[measure]),
    [1, 6],
  );
  const svg = newSvg(width, height).attr("class", "whole");
  const lines = (name) => svg.append("g").selectAll("line").data(links).join("line").attr("class", name);
  const line = lines("edge").attr("stroke-width", ({ pair }) => thick(pair[measure]) || 1);
  const target = lines("edge-target");
  target.each(function ({ pair }) {
    asButton(
      d3.select(this),
      `${nameOf(pair.a)} and ${nameOf(pair.b)}: ${pair.n11} together, ${measure} ${figureOf(pair[measure])}, q ${figureOf(pair.q)}`,
      pair.show,
    );
  });
  moveInTurn(target);
  const node = svg
    .append("g")
    .selectAll("g")
    .data(nodes)
    .join("g")
    .attr("class", (it) => it.kind);
  node
    .append("path")
    .attr("class", "node")
    .attr("d", (it) => d3.symbol(SHAPES[it.kind], Math.PI * it.radius ** 2)());
  node.each(function (it) {
    asButton(d3.select(this), `${nameOf(it.id)}, ${it.kind}: ${plural(it.count, "mention")}`, () =>
      showEvidence(nameOf(it.id), mentionItems(mentionsIn(selection, it.id))),
    );
  });
  moveInTurn(node);
  const name = svg
    .append("g")
    .attr("pointer-events", "none")
    .selectAll("text")
    .data(nodes)
    .join("text")
    .text((it) => it.label);
  let transform = d3.zoomIdentity;
  const place = () => {
    for (const it of nodes) [it.px, it.py] = transform.apply([it.x, it.y]);
    for (const set of [line, target]) {
      set
        .attr("x1", (it) => it.source.px)
        .attr("y1", (it) => it.source.py)
        .attr("x2", (it) => it.target.px)
        .attr("y2", (it) => it.target.py);
    }
    node.attr("transform", (it) => `translate(${it.px},${it.py})`);
    placeNames(nodes, width);
    name
      .attr("class", (it) => (it.place.free ? "name" : "name crowded"))
      .attr("x", (it) => it.place.x)
      .attr("y", (it) => it.place.y + NAME_HEIGHT - 3);
  };
  const tools = zoomable(svg, [0.5, 12], (zoomed) => {
    transform = zoomed;
    place();
  });
  node.call(
    d3
      .drag()
      .subject((event, it) => ({ x: it.px, y: it.py }))
      .on("drag", (event, it) => {
        [it.x, it.y] = transform.invert([event.x, event.y]);
        place();
      }),
  );
  pointOut(node, links, { line, name });
  place();
  return { svg, tools };
}

/** Nodes and links with their places: the same each time. */
function layOut(pairs, selection, width, height) {
  const counts = new Map(entitiesIn(selection).map((entity) => [entity.entity, entity.count]));
  const ids = [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))];
  const area = d3.scaleSqrt([0, d3.max(ids, (id) => counts.get(id) ?? 1)], [3, 20]);
  const nodes = ids.map((id) => {
    const label = shorten(nameOf(id), 28);
    const count = counts.get(id) ?? 1;
    return { id, kind: kindOf(id), count, radius: area(count), label, width: textWidth(label) };
  });
  const links = pairs.map((pair) => ({ pair, source: pair.a, target: pair.b }));
  d3.forceSimulation(nodes)
    .force(
      "link",
      d3
        .forceLink(links)
        .id((node) => node.id)
        .distance(85)
        .strength(0.35),
    )
    .force("charge", d3.forceManyBody().strength(-260))
    .force("x", d3.forceX(width / 2).strength(0.06))
    .force("y", d3.forceY(height / 2).strength(0.1))
    .force(
      "collide",
      d3.forceCollide((node) => node.radius + 16),
    )
    .stop()
    .tick(300);
  fit(nodes, "x", 70, width - 130);
  fit(nodes, "y", 30, height - 30);
  return { nodes, links };
}

const NAME_HEIGHT = 14;

/** Places for names beside their nodes, the most mentioned first; a name that would lie on another or on a node is not free. */
function placeNames(nodes, width) {
  const taken = nodes.map(({ px, py, radius, id }) => ({
    x: px - radius,
    y: py - radius,
    width: 2 * radius,
    height: 2 * radius,
    id,
  }));
  for (const node of [...nodes].sort((a, b) => b.count - a.count || byText(a.id, b.id))) {
    const size = { width: node.width, height: NAME_HEIGHT };
    const [away, half] = [node.radius + 3, NAME_HEIGHT / 2];
    const places = [
      { x: node.px + away, y: node.py - half },
      { x: node.px - away - node.width, y: node.py - half },
      { x: node.px - node.width / 2, y: node.py + away },
      { x: node.px - node.width / 2, y: node.py - away - NAME_HEIGHT },
    ].map((place) => ({ ...place, ...size, id: node.id }));
    const inside = (place) => place.x >= 0 && place.x + place.width <= width;
    const free = places.find((it) => inside(it) && !taken.some((other) => other.id !== node.id && overlap(it, other)));
    if (free) taken.push(free);
    node.place = { ...(free ?? places[0]), free: Boolean(free) };
  }
}

const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** While a node is pointed at or has the focus, its edges and neighbours stand out. */
function pointOut(node, links, { line, name }) {
  const show = (center) => {
    const near = new Set(
      center ? [center, ...links.flatMap(({ source, target }) => (source === center ? [target] : target === center ? [source] : []))] : [],
    );
    node.classed("faint", (it) => center !== null && !near.has(it));
    name.classed("faint", (it) => center !== null && !near.has(it)).classed("pointed", (it) => near.has(it));
    line.classed("faint", ({ source, target }) => center !== null && source !== center && target !== center);
  };
  node.on("pointerenter.out focus.out", (_, it) => show(it)).on("pointerleave.out blur.out", () => show(null));
}

/** Moves the nodes' coordinates, in proportion, into a stretch. */
function fit(nodes, axis, from, to) {
  const scale = d3.scaleLinear(
    d3.extent(nodes, (node) => node[axis]),
    [from, to],
  );
  for (const node of nodes) node[axis] = scale(node[axis]);
}
