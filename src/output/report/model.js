// The data as the views use it: documents with their rows, indexes from entities and positions to sentences.

const page = JSON.parse(byId("collection").textContent);
const documents = [...document.querySelectorAll("script.document")].map((script) => {
  const read = unpack(JSON.parse(script.textContent));
  script.remove();
  return read;
});
const documentOf = new Map(documents.map((it) => [it.id, it]));
const entityOf = new Map(page.entities.map((it) => [it.entity, it]));
const countedZones = new Set(page.zones);
const indicatorsOf = new Map(page.indicators.map((it) => [it.document, it]));

/** Rows come as arrays, in the order that `document.rs` gives them. */
function unpack(raw) {
  const { title, date, publisher } = raw.metadata;
  const own = {
    ...raw,
    title,
    date,
    publisher,
    characters: /[\ud800-\udfff]/.test(raw.text) ? Array.from(raw.text) : null,
  };
  own.blocks = raw.blocks.map(([kind, start, end, page, level], id) => ({ id, kind, start, end, page, level }));
  own.sentences = raw.sentences.map(([start, end, block], id) => ({ id, start, end, block }));
  own.mentions = raw.mentions.map(([entity, kind, start, end, sentence, reading, rule, confidence], id) => ({
    id,
    document: own,
    entity: raw.entities[entity],
    kind,
    start,
    end,
    sentence,
    reading,
    rule,
    confidence,
    block: own.sentences[sentence].block,
  }));
  own.cues = raw.cues.map(([kind, start, end, from, to, sentence], id) => ({
    id,
    kind,
    start,
    end,
    from,
    to,
    sentence,
  }));
  own.attributions = raw.attributions.map(([source, cue, content, form, sentence], id) => ({
    id,
    source,
    cue,
    content,
    form,
    sentence,
  }));
  own.stances = raw.stances.map((stance, id) => ({ ...stance, id, document: own }));
  return own;
}

/** The text from one code point to another. */
function textOf(own, start, end) {
  return own.characters ? own.characters.slice(start, end).join("") : own.text.slice(start, end);
}

const AUTHOR = "author:document";
const zoneOf = (own, block) => own.blocks[block].kind;
const isCounted = (mention) => countedZones.has(zoneOf(mention.document, mention.block));
const surfaceOf = (mention) => textOf(mention.document, mention.start, mention.end);
const titleOf = (line) => line.title || line.id;
const yearOf = (line) => (line.date ? line.date.slice(0, 4) : null);
const nameOf = (id) => (id === AUTHOR ? "The author" : (entityOf.get(id)?.name ?? id).replaceAll("_", " "));
const kindOf = (id) => entityOf.get(id)?.kind ?? "actor";
const themeName = (id) => id.replace(/^theme:/, "").replaceAll("_", " ");

const countedMentions = documents.flatMap((own) => own.mentions.filter(isCounted));
const mentionsOf = groupBy(countedMentions, (mention) => mention.entity);
const years = [...new Set(page.documents.map(yearOf).filter(Boolean))].sort();

/** The documents that the reader chose by period: their lines, and those of them whose text is in the page. */
function selectionOf(params) {
  const from = params.get("from") ?? "";
  const to = params.get("to") ?? "";
  const inside = (line) => (!from || (yearOf(line) ?? "") >= from) && (!to || (line.date && yearOf(line) <= to));
  const lines = page.documents.filter(inside);
  const ids = new Set(lines.map((line) => line.id));
  return {
    whole: lines.length === page.documents.length,
    lines,
    ids,
    documents: documents.filter((own) => ids.has(own.id)),
  };
}

/** Entities with their counts in a selection. */
function entitiesIn(selection) {
  if (selection.whole) return page.entities;
  const rows = [];
  for (const entity of page.entities) {
    const inside = (mentionsOf.get(entity.entity) ?? []).filter((mention) => selection.ids.has(mention.document.id));
    if (inside.length === 0) continue;
    rows.push({ ...entity, count: inside.length, documents: new Set(inside.map((mention) => mention.document)).size });
  }
  return rows;
}

/** Pairs with their figures in a selection: those of the collection, or counted here. */
function pairsIn(selection, unit) {
  return selection.whole ? listedPairs[unit]() : countPairs(selection.documents, unit);
}

const listedPairs = { sentence: once(() => unpackPairs("sentence")), paragraph: once(() => unpackPairs("paragraph")) };

/** Rows come as arrays, in the order that `data.rs` gives them. */
function unpackPairs(unit) {
  const { n, rows } = page.pairs[unit];
  const id = (place) => page.entities[place].entity;
  return rows.map(([a, b, n11, n1, n2, documents, npmi, g2, log_ratio, p, q]) => ({
    a: id(a),
    b: id(b),
    n11,
    n1,
    n2,
    n,
    documents,
    npmi,
    g2,
    log_ratio,
    p,
    q,
  }));
}

/** Units with all of the entities. */
function unitsWith(selection, unit, ids) {
  const sets = ids.map(
    (id) =>
      new Map(
        (mentionsOf.get(id) ?? [])
          .filter((mention) => selection.ids.has(mention.document.id))
          .map((mention) => [unitKey(mention, unit), mention]),
      ),
  );
  return [...sets[0]].filter(([key]) => sets.every((set) => set.has(key))).map(([, mention]) => mention);
}

const unitKey = (mention, unit) => `${mention.document.id} ${unit === "sentence" ? mention.sentence : mention.block}`;

/** What X says of its own stance counts as the author's report. */
const reporterOf = (stance) => (stance.attributed_to === stance.holder ? null : stance.attributed_to);

/**
 * Positions in a selection, by holder and target. `reporters`: "author" (what the documents report themselves), "others"
 * (what they attribute to somebody else), or "all".
 */
function positionsIn(selection, reporters) {
  const wanted = (row) => reporters === "all" || (reporters === "author") === (row.attributed_to === null);
  const rows = selection.whole ? page.positions : selection.documents.flatMap((own) => own.stances.map(asPosition));
  const sums = groupBy(rows.filter(wanted), (row) => `${row.holder}\n${row.target}`);
  return [...sums.values()].map((same) => position(same[0].holder, same[0].target, same));
}

const asPosition = (stance) => ({
  holder: stance.holder,
  target: stance.target,
  attributed_to: reporterOf(stance),
  positive: Number(stance.polarity > 0),
  negative: Number(stance.polarity < 0),
  neutral: Number(stance.polarity === 0),
});

/** The stances behind a position. */
function stancesOf(selection, holder, target, reporters) {
  const wanted = (stance) => reporters === "all" || (reporters === "author") === (reporterOf(stance) === null);
  return selection.documents.flatMap((own) =>
    own.stances.filter((stance) => stance.holder === holder && stance.target === target && wanted(stance)),
  );
}
