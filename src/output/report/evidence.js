// Sentences behind a figure, with what was found in them marked.

const EVIDENCE_STEP = 40;

/** Text from `start` to `end` with layers (`{ start, end, mark, title }`) over it; layers may overlap. */
function marked(own, start, end, layers) {
  const inside = layers.filter((layer) => layer.start < end && layer.end > start);
  const cuts = new Set([start, end]);
  for (const layer of inside) {
    cuts.add(Math.max(layer.start, start));
    cuts.add(Math.min(layer.end, end));
  }
  const bounds = [...cuts].sort((a, b) => a - b);
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index];
    const over = inside.filter((layer) => layer.start < to && layer.end > from);
    const text = textOf(own, from, to);
    if (over.length === 0) return text;
    const marks = over.map((layer) => layer.mark).join(" ");
    const title = [...new Set(over.map((layer) => layer.title))].join("; ");
    return h("mark", { class: `m ${marks}`, title, "data-entity": over.find((layer) => layer.entity)?.entity }, text);
  });
}

function mentionLayer(mention, focus) {
  const mark = focus?.has(mention.entity) ? `${mention.kind} focus` : mention.kind;
  const title = `${nameOf(mention.entity)} (${mention.kind}, ${mention.reading.replaceAll("_", " ")}, rule ${mention.rule})`;
  return { start: mention.start, end: mention.end, mark, title, entity: mention.entity };
}

/** Layers of a stance: its cue, what negates and hedges it, who says it. */
function stanceLayers(stance) {
  const own = stance.document;
  const layers = [{ start: stance.cue[0], end: stance.cue[1], mark: "cue", title: "cue of the stance" }];
  for (const id of stance.cue_ids) {
    const cue = own.cues[id];
    if (cue && ["negation", "hedge", "booster"].includes(cue.kind)) {
      layers.push({ start: cue.start, end: cue.end, mark: cue.kind, title: cue.kind });
    }
  }
  const said = own.attributions[stance.attribution];
  if (!said) return layers;
  const add = (span, mark, title) => span && layers.push({ start: span[0], end: span[1], mark, title });
  add(said.source, "source", "who says so");
  add(said.cue, "reporting", "word of saying");
  add(said.content, "content", `what is said (${said.form})`);
  return layers;
}

/** Evidence items: `{ own, start, end, sentence, layers, tags }`. */
function sentenceItem(own, sentence, focus, layers = [], tags = []) {
  const { start, end } = own.sentences[sentence];
  const mentions = own.mentions.filter((mention) => mention.sentence === sentence);
  return {
    own,
    start,
    end,
    sentence,
    layers: [...mentions.map((mention) => mentionLayer(mention, focus)), ...layers],
    tags,
  };
}

function blockItem(own, block, focus) {
  const { start, end } = own.blocks[block];
  const sentence = own.sentences.findIndex((it) => it.block === block);
  const mentions = own.mentions.filter((mention) => mention.block === block);
  return { own, start, end, sentence, layers: mentions.map((mention) => mentionLayer(mention, focus)), tags: [] };
}

function stanceItem(stance) {
  const sign = ["negative", "neutral", "positive"][stance.polarity + 1];
  const tags = [
    [`${nameOf(stance.holder)} → ${nameOf(stance.target)}: ${sign}`, sign],
    [stance.mode],
    [stance.modality],
    stance.negated && ["negated"],
    stance.hedged && ["hedged"],
    stance.quoted && ["quoted"],
    stance.reciprocal && ["mutual"],
    stance.attributed_to && [`says ${nameOf(stance.attributed_to)}`],
    [`CAMEO ${stance.cameo}`],
    [`strength ${figureOf(stance.strength)}`],
    [`rule ${stance.rule}`],
    [`confidence ${figureOf(stance.confidence, 2)}`],
  ];
  return sentenceItem(
    stance.document,
    stance.sentence,
    new Set([stance.holder, stance.target]),
    stanceLayers(stance),
    tags.filter(Boolean),
  );
}

/** One item a sentence in which one of the mentions stands. */
function mentionItems(mentions) {
  const sentences = groupBy(mentions, (mention) => unitKey(mention, "sentence"));
  return [...sentences.values()].map((same) =>
    sentenceItem(same[0].document, same[0].sentence, new Set(same.map((mention) => mention.entity))),
  );
}

/** What the marks of a stance's sentence mean. */
function markLegend() {
  const marks = [
    ["cue", "cue"],
    ["negation", "negation"],
    ["hedge", "hedge"],
    ["booster", "booster"],
    ["source", "who says so"],
    ["reporting", "word of saying"],
    ["content", "what is said"],
  ];
  return h(
    "p",
    { class: "marks soft" },
    "Marked: ",
    marks.map(([mark, text]) => h("mark", { class: `m ${mark}` }, text)),
  );
}

/** Shows the sentences in the panel and moves there. */
function showEvidence(title, items) {
  const panel = byId("evidence");
  const list = h("ol", { class: "said" });
  const more = h("button", { type: "button", onclick: () => addItems() });
  const addItems = () => {
    const from = list.childElementCount;
    list.append(...items.slice(from, from + EVIDENCE_STEP).map(evidenceEntry));
    const rest = items.length - list.childElementCount;
    more.textContent = `Show more (${count(rest)} left)`;
    more.hidden = rest === 0;
  };
  addItems();
  const opener = document.activeElement;
  const close = () => {
    panel.hidden = true;
    opener?.focus?.();
  };
  panel.onkeydown = (event) => event.key === "Escape" && close();
  const some = page.sampled ? " Documents left out of this page have none here." : "";
  const parts = [
    h("button", { type: "button", onclick: close }, "Close"),
    h("h2", {}, title),
    h("p", { class: "soft" }, `${plural(items.length, "passage")}.${some}`),
    items.some((item) => item.tags.length > 0) ? markLegend() : null,
    list,
    more,
  ];
  panel.replaceChildren(...parts.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.focus();
  announce(`${title}: ${plural(items.length, "passage")}`);
}

function evidenceEntry({ own, start, end, sentence, layers, tags }) {
  const block = own.blocks[own.sentences[sentence].block];
  const place = [own.date, block.page && `page ${block.page}`, block.kind !== "body" && block.kind]
    .filter(Boolean)
    .join(", ");
  const link = h("a", { href: addressOf("document", { id: own.id, sentence }) }, shorten(titleOf(own), 70));
  return h(
    "li",
    {},
    h("div", { class: "where" }, link, place ? ` (${place})` : ""),
    h("p", {}, marked(own, start, end, layers)),
    tags.length > 0
      ? h(
          "div",
          { class: "tags" },
          tags.map(([text, sign]) => h("span", { class: sign }, text)),
        )
      : null,
  );
}
