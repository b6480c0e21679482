// Tables that sort and are searched, and their data as CSV.

/** Tables with more rows than this get a search field. */
const SEARCHABLE = 20;

/**
 * A table whose columns sort: `{ label, value, cell, number }` each, `value` of a row for sorting and CSV, `cell` for show.
 */
function table(columns, rows, { limit = 300, name = "table", className = null } = {}) {
  const body = h("tbody");
  let order = rows;
  let wanted = "";
  const fits = (row) =>
    columns.some((column) => typeof column.value(row) === "string" && column.value(row).toLowerCase().includes(wanted));
  const fill = () => {
    const fitting = wanted === "" ? order : order.filter(fits);
    rest.textContent =
      fitting.length > limit ? `The first ${count(limit)} of ${count(fitting.length)} rows; the CSV has all.` : "";
    body.replaceChildren(
      ...fitting.slice(0, limit).map((row) =>
        h(
          "tr",
          {},
          columns.map((column) => h("td", { class: column.number ? "number" : null }, shown(column, row))),
        ),
      ),
    );
  };
  const heads = columns.map((column) => {
    const head = h("th", { scope: "col", class: column.number ? "number" : null, title: meaningOf(column.label) });
    head.append(h("button", { type: "button", onclick: () => sortBy(column, head) }, column.label));
    return head;
  });
  const sortBy = (column, head) => {
    const down =
      head.getAttribute("aria-sort") === (column.number ? null : "ascending") ||
      (column.number && head.getAttribute("aria-sort") !== "descending");
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    order = [...rows].sort((a, b) => d3.ascending(column.value(a), column.value(b)));
    if (down) order.reverse();
    fill();
  };
  const rest = h("span", { class: "soft" });
  const search = h("input", {
    type: "search",
    placeholder: "Find in this table",
    "aria-label": `Find in ${name}`,
    oninput: (event) => {
      wanted = event.target.value.trim().toLowerCase();
      fill();
    },
  });
  fill();
  const save = h("button", { type: "button", onclick: () => saveCsv(name, columns, rows) }, "Save CSV");
  return h(
    "div",
    {},
    rows.length > SEARCHABLE ? h("p", { class: "find" }, search) : null,
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": name },
      h("table", { class: className }, h("thead", {}, h("tr", {}, heads)), body),
    ),
    h("p", { class: "below" }, save, rest),
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
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
