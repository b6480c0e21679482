// Keyword in context: every mention, or any words, with what stands before and after.

const MOST_LINES = 5000;

function concordanceView(params, selection) {
  const output = h("div");
  const form = controls(
    [
      { name: "query", label: "Search", type: "search", value: "", placeholder: "name, id or words" },
      {
        name: "in",
        label: "in",
        type: "select",
        value: "mentions",
        options: [
          ["mentions", "mentions"],
          ["text", "all text"],
        ],
      },
      kindChecks,
      { name: "width", label: "Characters either side", type: "number", min: 10, max: 300, value: "50" },
      {
        name: "order",
        label: "Sorted by",
        type: "select",
        value: "place",
        options: [
          ["place", "document"],
          ["left", "word before"],
          ["right", "word after"],
        ],
      },
    ],
    params,
    (values) => output.replaceChildren(...drawConcordance(values, selection)),
  );
  form.append(h("button", { type: "submit" }, "Search"));
  return [h("h2", {}, "Keyword in context"), form, output];
}

function drawConcordance(values, selection) {
  const query = values.query.trim().toLowerCase();
  const found =
    values.in === "text"
      ? wordsIn(selection, query)
      : mentionsMatching(selection, query, new Set(values.kinds.split(" ")));
  const lines = found.map((hit) => concordanceLine(hit, Number(values.width)));
  if (values.order === "left") lines.sort((a, b) => byText(lastWord(a.left), lastWord(b.left)));
  if (values.order === "right")
    lines.sort((a, b) => byText(a.right.trim().toLowerCase(), b.right.trim().toLowerCase()));
  const link = (line) =>
    h(
      "a",
      { href: addressOf("document", { id: line.own.id, sentence: line.sentence }) },
      shorten(titleOf(line.own), 26),
    );
  const columns = [
    { label: "Document", value: (line) => line.own.id, cell: link },
    { label: "Before", value: (line) => line.left },
    {
      label: "Match",
      value: (line) => line.key,
      cell: (line) => h("mark", { class: `m ${line.kind ?? "cue"}` }, line.key),
    },
    { label: "After", value: (line) => line.right },
    { label: "Entity", value: (line) => line.entity },
    { label: "Page", value: (line) => line.page, number: true },
  ];
  const many = found.length >= MOST_LINES ? "The first " : "";
  announce(plural(lines.length, "line"));
  return [
    h("p", { class: "soft" }, `${many}${plural(lines.length, "line")}.`),
    table(columns, lines, { name: "concordance", className: "kwic", limit: 400 }),
  ];
}

const lastWord = (text) => text.trim().toLowerCase().split(/\s+/).at(-1) ?? "";

function mentionsMatching(selection, query, kinds) {
  const fits = (mention) =>
    surfaceOf(mention).toLowerCase().includes(query) ||
    nameOf(mention.entity).toLowerCase().includes(query) ||
    mention.entity.toLowerCase().includes(query);
  const hits = [];
  for (const own of selection.documents) {
    for (const mention of own.mentions) {
      if (hits.length >= MOST_LINES) return hits;
      if (kinds.has(mention.kind) && fits(mention)) hits.push({ ...mention, own });
    }
  }
  return hits;
}

/** Every place where the words stand, whatever their letter case. */
function wordsIn(selection, query) {
  const hits = [];
  if (query === "") return hits;
  for (const own of selection.documents) {
    for (const sentence of own.sentences) {
      const text = Array.from(textOf(own, sentence.start, sentence.end), (character) =>
        character.toLowerCase().length === character.length ? character.toLowerCase() : character,
      );
      const joined = text.join("");
      for (let at = joined.indexOf(query); at >= 0; at = joined.indexOf(query, at + query.length)) {
        if (hits.length >= MOST_LINES) return hits;
        const start = sentence.start + Array.from(joined.slice(0, at)).length;
        hits.push({ own, start, end: start + Array.from(query).length, sentence: sentence.id, block: sentence.block });
      }
    }
  }
  return hits;
}

function concordanceLine({ own, start, end, sentence, block, entity = null, kind = null }, width) {
  const { start: first, end: last, page } = own.blocks[block];
  return {
    own,
    sentence,
    entity,
    kind,
    page,
    left: textOf(own, Math.max(first, start - width), start),
    key: textOf(own, start, end),
    right: textOf(own, end, Math.min(last, end + width)),
  };
}
