// Two documents, or two groups of them, side by side.

function compareView(params, selection) {
  const fields = comparableFields(selection);
  const by = fields.has(params.get("by")) ? params.get("by") : "document";
  const groups = groupBy(selection.documents, (own) => fields.get(by)?.(own) ?? "unknown");
  const names = [...groups.keys()].sort(by === "document" ? byDateOf(groups) : byText);
  const show = (name) =>
    by === "document"
      ? shorten(titleOf(groups.get(name)[0]), 70)
      : `${name} (${plural(groups.get(name).length, "document")})`;
  const output = h("div");
  const chooseBy = h(
    "label",
    {},
    "Compare",
    h(
      "select",
      { id: "by", onchange: (event) => go(addressOf("compare", { by: event.target.value })) },
      [...fields.keys()].map((name) =>
        h("option", { value: name, selected: name === by }, name === "document" ? "documents" : `groups by ${name}`),
      ),
    ),
  );
  if (names.length < 2)
    return [h("h2", {}, "Comparison"), h("form", {}, chooseBy), h("p", {}, "There is only one to choose from.")];
  const options = names.map((name) => [name, show(name)]);
  const form = controls(
    [
      { name: "a", label: "A", type: "select", value: names[0], options },
      { name: "b", label: "B", type: "select", value: names[1], options },
      kindChecks,
    ],
    params,
    (values) => output.replaceChildren(...drawComparison(values, groups, show)),
  );
  return [h("h2", {}, "Comparison"), h("form", {}, chooseBy), form, output];
}

const byDateOf = (groups) => (a, b) => byText(groups.get(a)[0].date ?? "", groups.get(b)[0].date ?? "") || byText(a, b);

/** What documents can be grouped by: fields with at most 60 values, at least one of them shared. */
function comparableFields(selection) {
  const fields = new Map([
    ["document", (own) => own.id],
    ["year", yearOf],
  ]);
  const known = new Set(selection.documents.flatMap((own) => Object.keys(own.metadata)));
  for (const name of [...known].sort()) {
    if (["title", "authors", "date", "inferred"].includes(name)) continue;
    const of = (own) =>
      own.metadata[name] === null || own.metadata[name] === undefined ? null : String(own.metadata[name]);
    const values = new Set(selection.documents.map(of));
    if (values.size > 1 && values.size <= 60 && values.size < selection.documents.length) fields.set(name, of);
  }
  return fields;
}

function drawComparison({ a, b, kinds }, groups, show) {
  if (a === b || !groups.has(a) || !groups.has(b)) return [h("p", {}, "Choose two different ones.")];
  const sides = [sideOf(groups.get(a)), sideOf(groups.get(b))];
  const wanted = new Set(kinds.split(" "));
  const all = page.entities.map((entity) => comparedEntity(entity, sides)).filter((row) => row.inA + row.inB > 0);
  const rows = correct(all, all.length).filter((row) => wanted.has(row.kind));
  rows.sort((x, y) => y.g2 - x.g2 || byText(x.entity, y.entity));
  const columns = [
    { label: "Name", value: (row) => nameOf(row.entity) },
    { label: "Kind", value: (row) => row.kind },
    sideColumn("A", "inA", sides[0]),
    sideColumn("B", "inB", sides[1]),
    ...[
      ["A per 1,000", "rateA"],
      ["B per 1,000", "rateB"],
      ["log ratio", "log_ratio"],
      ["G²", "g2"],
      ["q", "q"],
    ].map(([label, name]) => ({ label, value: (row) => row[name], number: true })),
  ];
  const only = (side, other) =>
    rows.filter((row) => row[side] > 0 && row[other] === 0).sort((x, y) => y[side] - x[side]);
  return [
    h(
      "ul",
      { class: "tiles" },
      sides.map((side, index) =>
        h("li", {}, h("b", {}, "AB"[index]), show([a, b][index]), h("br"), `${count(side.tokens)} words`),
      ),
      distances(all).map(([name, cosine, divergence]) =>
        h("li", {}, h("b", {}, figureOf(cosine, 2)), `distance in ${name}`, h("br"), `Jensen–Shannon ${figureOf(divergence, 2)} bit`),
      ),
    ),
    h(
      "p",
      { class: "soft" },
      "Distance: 1 less the cosine of the counts of mentions; 0 alike, 1 nothing in common. The program's compare command adds intervals, pairs, stances and shared passages.",
    ),
    chart(
      "What they name more and less",
      differenceSvg(rows.slice(0, 30), sides),
      columns,
      rows,
      "Mentions per 1,000 words: circle A, square B. The 30 with the largest G²; log ratio is positive where A names it more.",
    ),
    h("h3", {}, "Positions in both"),
    sharedPositions(sides),
    h(
      "div",
      { class: "pair" },
      [
        ["A", "inA", "inB", sides[0]],
        ["B", "inB", "inA", sides[1]],
      ].map(([name, own, other, side]) =>
        h(
          "section",
          {},
          h("h3", {}, `Only in ${name}`),
          table([columns[0], columns[1], sideColumn("Mentions", own, side)], only(own, other), {
            name: `only-in-${name}`,
            limit: 40,
          }),
        ),
      ),
    ),
  ];
}

/** How far apart the sides are in whom they name and in themes. */
function distances(rows) {
  const bases = [
    ["actors and places", (row) => row.kind !== "theme"],
    ["themes", (row) => row.kind === "theme"],
  ];
  return bases.map(([name, fits]) => {
    const [a, b] = ["inA", "inB"].map((side) => rows.filter(fits).map((row) => row[side]));
    return [name, cosineDistance(a, b), jensenShannon(a, b)];
  });
}

function sideOf(documents) {
  const ids = new Set(documents.map((own) => own.id));
  return { ids, documents, tokens: d3.sum(documents, (own) => indicatorsOf.get(own.id).tokens), whole: false };
}

function sideColumn(label, name, side) {
  return {
    label,
    value: (row) => row[name],
    cell: (row) =>
      row[name] === 0
        ? "0"
        : evidenceButton(count(row[name]), row.name, () => mentionItems(mentionsIn(side, row.entity))),
    number: true,
  };
}

function comparedEntity(entity, [a, b]) {
  const [inA, inB] = [a, b].map((side) => mentionsIn(side, entity.entity).length);
  return {
    ...entity,
    inA,
    inB,
    rateA: (1000 * inA) / a.tokens,
    rateB: (1000 * inB) / b.tokens,
    ...keyness(inA, a.tokens, inB, b.tokens),
  };
}

function differenceSvg(rows, [sideA, sideB]) {
  const step = 20;
  const short = (row) => shorten(nameOf(row.entity), 34);
  const left = widest(rows.map(short)) + 16;
  const width = left + 600;
  const svg = newSvg(width, rows.length * step + 34);
  const x = d3.scaleLinear([0, d3.max(rows, (row) => Math.max(row.rateA, row.rateB)) ?? 1], [left, width - 25]).nice();
  const bottom = rows.length * step + 8;
  for (const tick of x.ticks(6)) {
    svg.append("line").attr("class", "grid").attr("x1", x(tick)).attr("x2", x(tick)).attr("y1", 4).attr("y2", bottom);
    svg
      .append("text")
      .attr("class", "soft")
      .attr("x", x(tick))
      .attr("y", bottom + 16)
      .attr("text-anchor", "middle")
      .text(tick);
  }
  const row = svg
    .selectAll("g")
    .data(rows)
    .join("g")
    .attr("transform", (_, index) => `translate(0,${index * step + 14})`);
  row
    .append("text")
    .attr("x", left - 10)
    .attr("y", 4)
    .attr("text-anchor", "end")
    .text(short);
  row
    .append("line")
    .attr("class", "edge")
    .attr("stroke-width", 2)
    .attr("x1", (it) => x(it.rateA))
    .attr("x2", (it) => x(it.rateB));
  const squares = row
    .append("rect")
    .attr("class", "side-b")
    .attr("x", (it) => x(it.rateB) - 5)
    .attr("y", -5)
    .attr("width", 10)
    .attr("height", 10);
  const circles = row
    .append("circle")
    .attr("class", "side-a")
    .attr("cx", (it) => x(it.rateA))
    .attr("r", 5);
  const lead = (marks, name, side, n, rate) =>
    marks.filter((it) => it[n] > 0).each(function (it) {
      const show = () => showEvidence(`${nameOf(it.entity)} in ${name}`, mentionItems(mentionsIn(side, it.entity)));
      asButton(
        d3.select(this),
        `${nameOf(it.entity)} in ${name}: ${plural(it[n], "mention")}, ${figureOf(it[rate])} per 1,000 words`,
        show,
      );
    });
  lead(squares, "B", sideB, "inB", "rateB");
  lead(circles, "A", sideA, "inA", "rateA");
  return svg;
}

function sharedPositions([a, b]) {
  const key = (row) => `${row.holder}\n${row.target}`;
  const inB = new Map(positionsIn(b, "all").map((row) => [key(row), row]));
  const rows = positionsIn(a, "all")
    .filter((row) => inB.has(key(row)))
    .map((row) => ({ a: row, b: inB.get(key(row)) }));
  rows.sort(
    (x, y) => Math.abs(y.a.score - y.b.score) - Math.abs(x.a.score - x.b.score) || y.a.n + y.b.n - x.a.n - x.b.n,
  );
  if (rows.length === 0) return h("p", {}, "No holder and target stand in both.");
  const cell = (side, name) => (row) =>
    h(
      "span",
      {},
      `${row[name].label} ${figureOf(row[name].score)}, n `,
      evidenceButton(count(row[name].n), `${nameOf(row.a.holder)} towards ${nameOf(row.a.target)}`, () =>
        stancesOf(side, row.a.holder, row.a.target, "all").map(stanceItem),
      ),
    );
  const columns = [
    { label: "Holder", value: (row) => nameOf(row.a.holder) },
    { label: "Target", value: (row) => nameOf(row.a.target) },
    { label: "A", value: (row) => row.a.score, cell: cell(a, "a"), number: true },
    { label: "B", value: (row) => row.b.score, cell: cell(b, "b"), number: true },
    { label: "Difference", value: (row) => row.a.score - row.b.score, number: true },
  ];
  return table(columns, rows, { name: "positions-in-both", limit: 60, className: "differ" });
}
