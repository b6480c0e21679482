// Forms whose values live in the address, so that a view can be linked to and comes back as it was.

/** The address of a view; the chosen period goes along. */
function addressOf(view, params = {}) {
  const now = currentParams();
  const all = new URLSearchParams();
  for (const name of ["from", "to"]) if (now.get(name)) all.set(name, now.get(name));
  for (const [name, value] of Object.entries(params)) all.set(name, value);
  const query = all.toString();
  return `#${view}${query ? `?${query}` : ""}`;
}

function currentParams() {
  return new URLSearchParams(location.hash.split("?")[1] ?? "");
}

function keepParams(params) {
  const view = location.hash.slice(1).split("?")[0] || "overview";
  history.replaceState(null, "", `#${view}?${params}`);
}

/**
 * A form of fields: `{ name, label, type, value, options, … }`, type `select`, `number`, `search` or `checks`.
 * `draw` gets the values at once and after each change, while typing after a short rest.
 */
function controls(fields, params, draw) {
  const start = Object.fromEntries(fields.map((field) => [field.name, params.get(field.name) ?? field.value]));
  const form = h(
    "form",
    {},
    fields.map((field) => fieldElement(field, start[field.name])),
  );
  let drawn = JSON.stringify(start);
  let rest = null;
  const read = () => {
    clearTimeout(rest);
    const data = new FormData(form);
    const values = Object.fromEntries(
      fields.map((field) => [
        field.name,
        field.type === "checks" ? data.getAll(field.name).join(" ") : data.get(field.name),
      ]),
    );
    if (JSON.stringify(values) === drawn) return;
    drawn = JSON.stringify(values);
    const now = currentParams();
    for (const field of fields) {
      if (values[field.name] === field.value) now.delete(field.name);
      else now.set(field.name, values[field.name]);
    }
    keepParams(now);
    draw(values);
  };
  form.addEventListener("change", read);
  form.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(read, 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  draw(start);
  return form;
}

function fieldElement({ name, label, type, options = [], ...attributes }, value) {
  if (type === "checks") {
    const chosen = new Set(value.split(" "));
    const boxes = options.map(([option, text]) =>
      h(
        "label",
        { class: "check" },
        h("input", { type: "checkbox", name, value: option, checked: chosen.has(option) }),
        text,
      ),
    );
    return h("fieldset", {}, h("legend", {}, label), boxes);
  }
  if (type === "select") {
    const items = options.map(([option, text]) => h("option", { value: option, selected: option === value }, text));
    return h("label", {}, label, h("select", { name }, items));
  }
  return h("label", {}, label, h("input", { ...attributes, name, type, value }));
}

const kindChecks = {
  name: "kinds",
  label: "Kinds",
  type: "checks",
  value: "actor place theme",
  options: [
    ["actor", "actors"],
    ["place", "places"],
    ["theme", "themes"],
  ],
};
const unitField = {
  name: "unit",
  label: "Together in a",
  type: "select",
  value: "sentence",
  options: [
    ["sentence", "sentence"],
    ["paragraph", "paragraph"],
  ],
};

function kindLegend() {
  return h(
    "ul",
    { class: "legend" },
    ["actor", "place", "theme"].map((kind) =>
      h("li", { class: kind }, h("span", { class: `swatch ${kind}` }), `${kind}s`),
    ),
  );
}
