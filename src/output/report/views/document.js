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
  const form = controls([{ ...kindChecks, label: "Highlight" }], params, ({ kinds }) => {
    for (const kind of ["actor", "place", "theme"])
      text.classList.toggle(`quiet-${kind}`, !kinds.split(" ").includes(kind));
  });
  text.append(...readingText(own, Number(params.get("sentence") ?? -1)));
  requestAnimationFrame(() => text.querySelector(".here")?.scrollIntoView({ block: "center" }));
  return [h("h2", {}, titleOf(own)), h("form", {}, choose), aboutDocument(own), form, kindLegend(), text];
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

const APART = new Set(["footnote", "reference", "furniture", "table"]);

/** The blocks in reading order; notes, references and furniture follow under headings of their own. */
function readingText(own, here) {
  const byBlock = groupBy(own.mentions, (mention) => mention.block);
  let page = null;
  const element = (block) => {
    const turned =
      block.page !== page
        ? h("span", { class: "page", "aria-label": `page ${block.page}` }, block.page ? `p. ${block.page}` : "")
        : null;
    page = block.page;
    const layers = (byBlock.get(block.id) ?? []).map((mention) => mentionLayer(mention));
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
