// Documents, what was found in them, what was skipped.

function overviewView(params, selection) {
  const entities = entitiesIn(selection);
  const sum = (rows, value) => d3.sum(rows, value);
  const tiles = [
    [selection.lines.length, "documents"],
    [sum(selection.lines, (line) => line.tokens), "words"],
    [sum(selection.lines, (line) => line.sentences), "sentences"],
    [sum(entities, (entity) => entity.count), "mentions"],
    [entities.length, "entities"],
    [sum(positionsIn(selection, "all"), (row) => row.n), "stances"],
  ];
  return [
    h("h2", {}, "Overview"),
    h(
      "ul",
      { class: "tiles" },
      tiles.map(([n, what]) => h("li", {}, h("b", {}, count(n)), what)),
    ),
    skippedInputs(),
    kindLegend(),
    h(
      "div",
      { class: "pair" },
      ["actor", "place", "theme"].map((kind) => topEntities(kind, entities, selection)),
    ),
    h("h3", {}, "Documents"),
    documentTable(selection),
    h("h3", {}, "Entities"),
    entityTable(entities, selection),
  ];
}

function skippedInputs() {
  const { amiss, all } = page.inputs;
  if (amiss.length === 0) return h("p", { class: "soft" }, `All ${plural(all, "input")} were read whole.`);
  const columns = [
    { label: "Input", value: (row) => row.path },
    { label: "Status", value: (row) => row.status },
    { label: "Reason", value: (row) => row.reason },
  ];
  return h(
    "details",
    { open: amiss.length < 10 },
    h("summary", {}, `${count(amiss.length)} of ${plural(all, "input")} not read whole`),
    table(columns, amiss, { name: "inputs" }),
  );
}

const mentionsIn = (selection, entity) =>
  (mentionsOf.get(entity) ?? []).filter((mention) => selection.ids.has(mention.document.id));

function topEntities(kind, entities, selection) {
  const rows = entities
    .filter((entity) => entity.kind === kind)
    .sort((a, b) => b.count - a.count)
    .slice(0, 15);
  const columns = [
    { label: "entity", value: (row) => row.entity },
    { label: "name", value: (row) => row.name },
    { label: "count", value: (row) => row.count, number: true },
    { label: "documents", value: (row) => row.documents, number: true },
  ];
  const height = 20;
  const width = 430;
  const short = (row) => shorten(nameOf(row.entity), 26);
  const left = Math.max(widest(rows.map(short)) + 10, 80);
  const svg = newSvg(width, Math.max(rows.length, 1) * height + 8);
  const x = d3.scaleLinear([0, d3.max(rows, (row) => row.count) ?? 1], [0, width - left - 45]);
  const row = svg
    .selectAll("g")
    .data(rows)
    .join("g")
    .attr("class", kind)
    .attr("transform", (_, index) => `translate(0,${index * height + 4})`);
  row
    .append("text")
    .attr("x", left - 6)
    .attr("y", 14)
    .attr("text-anchor", "end")
    .text(short);
  row
    .append("rect")
    .attr("class", "bar")
    .attr("x", left)
    .attr("y", 3)
    .attr("height", height - 6)
    .attr("width", (it) => Math.max(x(it.count), 1));
  row
    .append("text")
    .attr("x", (it) => left + x(it.count) + 4)
    .attr("y", 14)
    .text((it) => count(it.count));
  row.each(function (it) {
    asButton(d3.select(this), `${it.name}: ${plural(it.count, "mention")}`, () =>
      showEvidence(it.name, mentionItems(mentionsIn(selection, it.entity))),
    );
  });
  return chart(`Most named ${kind}s`, svg, columns, rows);
}

function documentTable(selection) {
  const link = (line) =>
    documentOf.has(line.id) ? h("a", { href: addressOf("document", { id: line.id }) }, titleOf(line)) : titleOf(line);
  const columns = [
    { label: "Document", value: titleOf, cell: link },
    { label: "Publisher", value: (line) => line.publisher },
    { label: "Date", value: (line) => line.date, cell: (line) => dateCell(line.date) },
    { label: "Status", value: (line) => line.status },
    { label: "Words", value: (line) => line.tokens, number: true },
    { label: "Sentences", value: (line) => line.sentences, number: true },
    { label: "Hedges per 1,000", value: (line) => indicatorsOf.get(line.id)?.hedging.per_1000_tokens, number: true },
    {
      label: "Attributions per 1,000",
      value: (line) => indicatorsOf.get(line.id)?.attribution.per_1000_tokens,
      number: true,
    },
    { label: "Tone", value: (line) => indicatorsOf.get(line.id)?.tone.score, number: true },
    {
      label: "Coverage",
      value: (line) => indicatorsOf.get(line.id)?.coverage,
      cell: (line) => percent(indicatorsOf.get(line.id)?.coverage ?? null),
      number: true,
    },
  ];
  return table(columns, selection.lines, { name: "documents" });
}

const dateCell = (date) => h("span", { class: "date" }, date ?? "–");

function entityTable(entities, selection) {
  const mentions = (row) =>
    evidenceButton(count(row.count), row.name, () => mentionItems(mentionsIn(selection, row.entity)));
  const columns = [
    { label: "Name", value: (row) => nameOf(row.entity) },
    { label: "Id", value: (row) => row.entity },
    { label: "Kind", value: (row) => row.kind },
    { label: "Class", value: (row) => row.class },
    { label: "Mentions", value: (row) => row.count, cell: mentions, number: true },
    { label: "Documents", value: (row) => row.documents, number: true },
    ...[
      ["First", "first_date"],
      ["Last", "last_date"],
    ].map(([label, name]) => ({ label, value: (row) => row[name], cell: (row) => dateCell(row[name]) })),
  ];
  return table(
    columns,
    [...entities].sort((a, b) => b.count - a.count),
    { name: "entities", limit: 100 },
  );
}
