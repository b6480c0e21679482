// Threat themes over time with intervals, and document by document.

const PERIODS = [
  ["year", "year"],
  ["quarter", "quarter"],
  ["month", "month"],
];

/** The period of a document's date; null where the date is not known so far. */
function periodOf({ date }, by) {
  if (!date || by === "year") return date?.slice(0, 4) ?? null;
  if (date.length < 7) return null;
  return by === "month" ? date.slice(0, 7) : `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function themesView(params, selection) {
  const sentences = new Map(selection.lines.map((line) => [line.id, line.sentences]));
  const parts = selection.lines.flatMap((line) => themeParts(line));
  const themes = d3
    .rollups(
      parts,
      (same) => d3.sum(same, (part) => part.count),
      (part) => part.theme,
    )
    .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))
    .map(([theme]) => theme);
  if (themes.length === 0) return [h("h2", {}, "Themes"), h("p", {}, "No theme was found.")];
  const output = h("div", { class: "pair" });
  const form = controls(
    [
      { name: "by", label: "Over time by", type: "select", value: "year", options: PERIODS },
      { name: "themes", label: "Most themes", type: "number", min: 1, max: 40, value: "12" },
    ],
    params,
    (values) =>
      output.replaceChildren(
        ...themes.slice(0, Number(values.themes)).map((theme) => themeOverTime(theme, parts, selection, values.by)),
      ),
  );
  return [
    h("h2", {}, "Threat themes"),
    h("h3", {}, "Over time"),
    form,
    h(
      "p",
      { class: "soft" },
      "Share of a period's sentences that name the theme. Bars: 95 % intervals by the spread between documents (one document: Wilson's over its sentences). Documents whose date is not known so far are left out. Choose a point for its sentences.",
    ),
    output,
    h("h3", {}, "By document"),
    themeMatrix(themes, parts, selection, sentences),
  ];
}

/** A document's themes: `{ theme, line, count, share, k, n }`, k of its n sentences name it. */
function themeParts(line) {
  const { themes, sentences } = indicatorsOf.get(line.id);
  return Object.entries(themes).map(([theme, figures]) => ({
    theme,
    line,
    ...figures,
    k: Math.round(figures.share * sentences),
    n: sentences,
  }));
}

const themeItems = (theme, ids) =>
  mentionItems((mentionsOf.get(theme) ?? []).filter((mention) => ids.has(mention.document.id)));

function themeOverTime(theme, parts, selection, by) {
  const own = new Map(parts.filter((part) => part.theme === theme).map((part) => [part.line.id, part.k]));
  const period = (line) => periodOf(line, by);
  const rows = [...groupBy(selection.lines.filter(period), period)]
    .sort(([a], [b]) => byText(a, b))
    .map(([name, lines]) => {
      const sums = lines.map((line) => ({ k: own.get(line.id) ?? 0, n: line.sentences }));
      return {
        period: name,
        ids: new Set(lines.map((line) => line.id)),
        documents: lines.length,
        sentences: d3.sum(sums, (sum) => sum.k),
        ...shareOver(sums),
      };
    });
  const columns = [
    { label: "theme", value: () => theme },
    { label: by, value: (row) => row.period },
    ...["documents", "sentences", "share", "low", "high"].map((name) => ({
      label: name,
      value: (row) => row[name],
      number: true,
    })),
  ];
  const [width, height, left, bottom] = [420, 170, 48, 24];
  const svg = newSvg(width, height);
  const x = d3.scalePoint(
    rows.map((row) => row.period),
    [left + 15, width - 26],
  );
  const y = d3.scaleLinear([0, d3.max(rows, (row) => row.high) || 0.01], [height - bottom, 10]).nice(4);
  for (const tick of y.ticks(4)) {
    svg.append("line").attr("class", "grid").attr("x1", left).attr("x2", width).attr("y1", y(tick)).attr("y2", y(tick));
    svg
      .append("text")
      .attr("class", "soft")
      .attr("x", left - 5)
      .attr("y", y(tick) + 4)
      .attr("text-anchor", "end")
      .text(`${figureOf(100 * tick)} %`);
  }
  const labelled = Math.ceil(rows.length / (by === "year" ? 8 : 5));
  rows
    .filter((_, index) => index % labelled === 0)
    .forEach((row) =>
      svg
        .append("text")
        .attr("x", x(row.period))
        .attr("y", height - 7)
        .attr("text-anchor", "middle")
        .text(row.period),
    );
  svg
    .append("path")
    .attr("class", "track theme")
    .attr(
      "d",
      d3.line(
        (row) => x(row.period),
        (row) => y(row.share),
      )(rows),
    );
  svg
    .selectAll(".interval")
    .data(rows)
    .join("path")
    .attr("class", "interval")
    .attr("d", (row) => `M${x(row.period) - 4},${y(row.low)}h8m-4,0V${y(row.high)}m-4,0h8`);
  const spots = svg
    .selectAll(".point")
    .data(rows)
    .join("g")
    .attr("class", "point theme")
    .attr("transform", (row) => `translate(${x(row.period)},${y(row.share)})`);
  spots.append("circle").attr("class", "node").attr("r", rows.length > 12 ? 4 : 6);
  spots.each(function (row) {
    asButton(
      d3.select(this),
      `${themeName(theme)} in ${row.period}: ${percent(row.share)} of sentences, ${plural(row.documents, "document")}`,
      () => showEvidence(`${themeName(theme)}, ${row.period}`, themeItems(theme, row.ids)),
    );
  });
  return chart(themeName(theme), svg, columns, rows);
}

function themeMatrix(themes, parts, selection, sentences) {
  const lines = [...selection.lines].sort((a, b) => byText(a.date ?? "", b.date ?? "") || byText(a.id, b.id));
  const rowOf = new Map(lines.map((line, index) => [line.id, index]));
  const columns = [
    { label: "document", value: (part) => part.line.id },
    { label: "theme", value: (part) => part.theme },
    ...["count", "per_1000_tokens", "share"].map((name) => ({
      label: name,
      value: (part) => part[name],
      number: true,
    })),
  ];
  const cell = 22;
  const titled = (line) => shorten(`${line.date ?? "no date"}  ${titleOf(line)}`, 56);
  const left = widest(lines.map(titled)) + 12;
  const slant = widest(themes.map(themeName));
  const top = Math.ceil(slant * Math.sin(SLANT)) + 20;
  const right = Math.ceil(slant * Math.cos(SLANT)) + 10;
  const svg = newSvg(left + themes.length * cell + right, top + lines.length * cell + 10);
  const strong = d3.scaleSqrt([0, d3.max(parts, (part) => part.share)], [0.08, 1]);
  svg
    .append("g")
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("x", left - 6)
    .attr("y", (_, index) => top + index * cell + 15)
    .attr("text-anchor", "end")
    .text(titled);
  svg
    .append("g")
    .selectAll("text")
    .data(themes)
    .join("text")
    .attr("transform", (_, index) => `translate(${left + index * cell + 14},${top - 6}) rotate(-50)`)
    .text(themeName);
  const placed = parts
    .map((part) => ({ ...part, row: rowOf.get(part.line.id), column: themes.indexOf(part.theme) }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const cells = svg
    .append("g")
    .selectAll("rect")
    .data(placed)
    .join("rect")
    .attr("x", (part) => left + part.column * cell + 1)
    .attr("y", (part) => top + part.row * cell + 1)
    .attr("width", cell - 2)
    .attr("height", cell - 2)
    .attr("class", "theme shade")
    .attr("fill-opacity", (part) => strong(part.share));
  cells.each(function (part) {
    asButton(
      d3.select(this),
      `${themeName(part.theme)} in ${titleOf(part.line)}: ${plural(part.count, "mention")}, ${percent(part.share)} of ${count(sentences.get(part.line.id))} sentences`,
      () =>
        showEvidence(
          `${themeName(part.theme)} in ${titleOf(part.line)}`,
          themeItems(part.theme, new Set([part.line.id])),
        ),
    );
  });
  moveByArrows(svg, cells);
  return chart(
    "Themes by document",
    svg,
    columns,
    parts,
    `Share of the document's sentences: the fuller the colour the more, up to ${percent(d3.max(parts, (part) => part.share))}. Arrow keys move between cells.`,
  );
}
