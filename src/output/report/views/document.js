// One document as it reads, with highlights, footnotes apart and page numbers.

function documentView(params, selection) {
  const own = documentOf.get(params.get("id")) ?? selection.documents[0];
  if (!own) return [h("h2", {}, "Document"), h("p", {}, "No document is in the page.")];
  const titles = selection.documents.map((it) => [it.id, shorten(`${it.date ?? "no date"}  ${titleOf(it)}`, 80)]);
  const choose = h(
    "label",
    {},
    "Document",
    h(
      "select",
      { name: "id", onchange: (event) => go(addressOf("document", { id: event.target.value })) },
      titles.map(([id, text]) => h("option", { value: id, selected: id === own.id }, text)),
    ),
  );
  const text = h("article", { class: "reading", lang: own.metadata.language ?? "en" });
  const highlights = [...kindChecks.options, ["cue", "stances and cues"]];
  const form = controls([{ ...kindChecks, label: "Highlight", options: highlights }], params, ({ kinds }) => {
    for (const [kind] of highlights) text.classList.toggle(`quiet-${kind}`, !kinds.split(" ").includes(kind));
  });
  text.append(...readingText(own, Number(params.get("sentence") ?? -1)));
  text.addEventListener("click", (event) => {
    const entity = event.target.closest("mark[data-entity]")?.dataset.entity;
    if (entity) showEvidence(`${nameOf(entity)}, all documents`, mentionItems(mentionsIn(selection, entity)));
  });
  requestAnimationFrame(() => text.querySelector(".here")?.scrollIntoView({ block: "center" }));
  return [h("h2", {}, titleOf(own)), h("form", {}, choose), aboutDocument(own), form, kindLegend(), h("div", { class: "beside" }, text, foundIn(own))];
}

/** What was found in a document: its entities and stances, each leading to its sentences here. */
function foundIn(own) {
  const only = { whole: false, ids: new Set([own.id]), documents: [own], lines: [] };
  const entities = entitiesIn(only).sort((a, b) => b.count - a.count || byText(a.entity, b.entity));
  const mentions = (row) => evidenceButton(count(row.count), row.name, () => mentionItems(mentionsIn(only, row.entity)));
  const positions = positionsIn(only, "all").sort((a, b) => b.n - a.n || byText(a.holder + a.target, b.holder + b.target));
  const stances = (row) =>
    evidenceButton(count(row.n), `${nameOf(row.holder)} towards ${nameOf(row.target)}`, () =>
      stancesOf(only, row.holder, row.target, "all").map(stanceItem),
    );
  return h(
    "section",
    { "aria-label": "Found in this document" },
    h("h3", {}, "Named here"),
    table(
      [
        { label: "Name", value: (row) => nameOf(row.entity) },
        { label: "Kind", value: (row) => row.kind },
        { label: "Mentions", value: (row) => row.count, cell: mentions, number: true },
      ],
      entities,
      { name: "named-here", className: "short" },
    ),
    h("h3", {}, "Who stands where"),
    positions.length > 0
      ? table(
          [
            { label: "Holder", value: (row) => nameOf(row.holder) },
            { label: "Target", value: (row) => nameOf(row.target) },
            { label: "score", value: (row) => row.score, number: true },
            { label: "n", value: (row) => row.n, cell: stances, number: true },
          ],
          positions,
          { name: "stances-here", className: "short" },
        )
      : h("p", {}, "No stance was found."),
  );
}

function aboutDocument(own) {
  const { authors, publisher, date, language, inferred } = own.metadata;
  const facts = [
    ["Authors", authors.join(", ")],
    ["Publisher", publisher],
    ["Date", date],
    ["Language", language],
    ["File", own.path],
    ["Status", own.status],
    ["Taken from the text", inferred.join(", ")],
  ];
  return h(
    "div",
    { class: "soft" },
    h(
      "p",
      {},
      facts
        .filter(([, value]) => value)
        .map(([name, value]) => `${name}: ${value}`)
        .join(" · "),
    ),
    own.warnings.length > 0
      ? h(
          "ul",
          {},
          own.warnings.map((warning) => h("li", {}, warning)),
        )
      : null,
  );
}

/** The cue of a stance and what negates or hedges it; who stands where is in the cue's tooltip. */
function cueLayers(stance) {
  const sign = ["negative", "neutral", "positive"][stance.polarity + 1];
  const title = `${nameOf(stance.holder)} → ${nameOf(stance.target)}: ${sign}`;
  const marks = new Set(["cue", "negation", "hedge", "booster"]);
  return stanceLayers(stance)
    .filter((layer) => marks.has(layer.mark))
    .map((layer) => (layer.mark === "cue" ? { ...layer, title } : layer));
}

const APART = new Set(["footnote", "reference", "furniture", "table"]);

/** The blocks in reading order; notes, references and furniture follow under headings of their own. */
function readingText(own, here) {
  const byBlock = groupBy(own.mentions, (mention) => mention.block);
  const stancesIn = groupBy(own.stances, (stance) => own.sentences[stance.sentence].block);
  let page = null;
  const element = (block) => {
    const turned =
      block.page !== page
        ? h("span", { class: "page", "aria-label": `page ${block.page}` }, block.page ? `p. ${block.page}` : "")
        : null;
    page = block.page;
    const layers = (byBlock.get(block.id) ?? []).map((mention) => mentionLayer(mention));
    for (const stance of stancesIn.get(block.id) ?? []) layers.push(...cueLayers(stance));
    const { start, end } = own.sentences[here] ?? {};
    if (own.sentences[here]?.block === block.id)
      layers.push({ start, end, mark: "here", title: "the sentence you came from" });
    return h(
      readingTag(block),
      { class: `block ${APART.has(block.kind) ? "apart" : block.kind}` },
      turned,
      marked(own, block.start, block.end, layers),
    );
  };
  const running = own.blocks.filter((block) => !APART.has(block.kind)).map(element);
  const apart = [...APART].flatMap((kind) => {
    const blocks = own.blocks.filter((block) => block.kind === kind);
    return blocks.length === 0
      ? []
      : [
          h(
            "h3",
            {},
            { footnote: "Footnotes", reference: "References", furniture: "Running heads and feet", table: "Tables" }[
              kind
            ],
          ),
          ...blocks.map(element),
        ];
  });
  return [...running, ...apart];
}

function readingTag(block) {
  if (block.kind === "title") return "h3";
  return block.kind === "heading" ? `h${Math.min(3 + Math.max(block.level, 1), 6)}` : "p";
}
