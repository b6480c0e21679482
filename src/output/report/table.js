// Tables that sort, and their data as CSV.

/**
 * A table whose columns sort: `{ label, value, cell, number }` each, `value` of a row for sorting and CSV, `cell` for show.
 */
function table(columns, rows, { limit = 300, name = "table", className = null } = {}) {
  const body = h("tbody");
  const fill = (sorted) => {
    body.replaceChildren(
      ...sorted.slice(0, limit).map((row) =>
        h(
          "tr",
          {},
          columns.map((column) => h("td", { class: column.number ? "number" : null }, shown(column, row))),
        ),
      ),
    );
  };
  const heads = columns.map((column) => {
    const head = h("th", { scope: "col", class: column.number ? "number" : null });
    head.append(h("button", { type: "button", onclick: () => sortBy(column, head) }, column.label));
    return head;
  });
  const sortBy = (column, head) => {
    const down =
      head.getAttribute("aria-sort") === (column.number ? null : "ascending") ||
      (column.number && head.getAttribute("aria-sort") !== "descending");
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sorted = [...rows].sort((a, b) => d3.ascending(column.value(a), column.value(b)));
    fill(down ? sorted.reverse() : sorted);
  };
  fill(rows);
  const rest =
    rows.length > limit
      ? h("p", { class: "soft" }, `The first ${count(limit)} of ${count(rows.length)} rows; the CSV has all.`)
      : null;
  const save = h("button", { type: "button", onclick: () => saveCsv(name, columns, rows) }, "Save CSV");
  return h(
    "div",
    {},
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": name },
      h("table", { class: className }, h("thead", {}, h("tr", {}, heads)), body),
    ),
    rest,
    h("p", {}, save),
  );
}

function shown(column, row) {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  return typeof value === "number" ? (Number.isInteger(value) ? count(value) : figureOf(value)) : (value ?? "–");
}

/** A field of CSV, harmless in a spreadsheet: a text it would run as a formula gets an apostrophe in front. */
function csvField(value) {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function saveCsv(name, columns, rows) {
  const lines = [
    columns.map((column) => column.label),
    ...rows.map((row) => columns.map((column) => column.value(row))),
  ];
  save(`${name}.csv`, "text/csv", lines.map((line) => line.map(csvField).join(",")).join("\r\n"));
}

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
