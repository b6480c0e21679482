// The frame: which view, which documents; drawn anew when the address changes.

const VIEWS = [
  ["overview", "Overview", overviewView],
  ["network", "Network", networkView],
  ["stances", "Stances", stancesView],
  ["themes", "Themes", themesView],
  ["map", "Map", mapView],
  ["compare", "Comparison", compareView],
  ["concordance", "In context", concordanceView],
  ["document", "Document", documentView],
  ["definitions", "Definitions", definitionsView],
];

function go(address) {
  location.hash = address;
}

function drawView() {
  const name = location.hash.slice(1).split("?")[0];
  const [id, title, view] = VIEWS.find(([known]) => known === name) ?? VIEWS[0];
  const params = currentParams();
  byId("views").replaceChildren(
    ...VIEWS.map(([other, label]) =>
      h("a", { href: addressOf(other), "aria-current": other === id ? "page" : null }, label),
    ),
  );
  drawSelection(params);
  byId("evidence").hidden = true;
  byId("view").replaceChildren(...view(params, selectionOf(params)).filter(Boolean));
  document.title = `${title} – Briefscope report`;
  announce(title);
}

/** The choice of years, where documents have dates. */
function drawSelection(params) {
  if (years.length < 2) return;
  const choose = (name, label, all) =>
    h(
      "label",
      {},
      label,
      h(
        "select",
        { name },
        [["", all], ...years.map((year) => [year, year])].map(([value, text]) =>
          h("option", { value, selected: value === (params.get(name) ?? "") }, text),
        ),
      ),
    );
  byId("selection").replaceChildren(choose("from", "From", "the beginning"), choose("to", "To", "the end"));
}

byId("selection").addEventListener("change", (event) => {
  const params = currentParams();
  if (event.target.value) params.set(event.target.name, event.target.value);
  else params.delete(event.target.name);
  keepParams(params);
  drawView();
});

function drawNotice() {
  const { sampled, left_out } = page;
  const parts = [
    sampled &&
      `The text of ${count(sampled.shown)} of ${count(sampled.all)} documents is in this page, evenly chosen; figures of the whole collection count all, those of a part count these.`,
    left_out.pairs > 0 && `${plural(left_out.pairs, "weaker pair")} left out.`,
    left_out.positions > 0 && `${plural(left_out.positions, "position")} with the fewest stances left out.`,
  ].filter(Boolean);
  byId("notice").textContent = parts.join(" ");
  byId("notice").hidden = parts.length === 0;
}

byId("made-of").textContent =
  `${plural(page.documents.length, "document")}${years.length > 0 ? `, ${years[0]}–${years.at(-1)}` : ""}`;
window.addEventListener("hashchange", () => {
  drawView();
  byId("view").focus({ preventScroll: true });
  scrollTo(0, 0);
});
drawNotice();
drawView();
