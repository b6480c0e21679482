// What the figures mean, which abbreviations the documents define, what this page was made with.

const MEANINGS = [
  [
    "Mention",
    "A stretch of text that names an actor, a place or a threat theme. Actors and places never overlap one another; themes may lie over them.",
  ],
  [
    "Kind",
    "Actor: who can act or be acted upon politically. Place: where. Theme: which threat. One id, such as a state, may be read as actor here and as place there.",
  ],
  [
    "Reading",
    "How the words lead to the entity: literal (its own name), metonym (a capital for its government), demonym (“Tajik”), acronym, short form.",
  ],
  ["Rule, confidence", "The rule that decided, and how sure it is, from 0 to 1."],
  [
    "n11, n1, n2, n",
    "Units (sentences or paragraphs) with both entities, with the one, with the other, and all units of the text zones.",
  ],
  [
    "NPMI",
    "Normalized pointwise mutual information, −1 to 1: log(n11·n / (n1·n2)) / −log(n11 / n). 1: neither occurs without the other; 0: as chance predicts. Bouma (2009).",
  ],
  [
    "G²",
    "Log-likelihood ratio of the four counts; negative where they stand together less often than chance predicts. Dunning (1993).",
  ],
  [
    "log ratio",
    "log2 of the odds ratio with ½ added to each of the four counts; in a comparison, log2 of the ratio of the two rates.",
  ],
  ["p", "The chance of at least n11 units with both, both margins fixed (hypergeometric, one-sided)."],
  [
    "q",
    "p corrected for all pairs tested by Benjamini and Hochberg (1995); pairs that never stand together count as p = 1.",
  ],
  [
    "Stance",
    "One sentence's word on where a holder stands towards a target: favourable +1, hostile −1, neither 0, after negation. Towards a threat: +1 spreads or uses it, −1 fights or fears it (human rights: +1 upholds them).",
  ],
  [
    "Reported by",
    "Stances that a document reports itself, and those that it attributes to somebody else. What X says of its own stance counts as the document's report.",
  ],
  [
    "Score",
    "(favourable − hostile) / n, from −1 to 1. Interval: Wilson's (1927) 95 % of (favourable + neutral / 2) / n, mapped to −1 … 1.",
  ],
  [
    "Label",
    "Insufficient: n < 2. Supportive: score ≥ 0.5. Opposed: score ≤ −0.5. Else mixed where both signs occur, else neutral.",
  ],
  [
    "CAMEO, strength",
    "The class of event of the cue (Gerner et al. 2002); strength is the absolute Goldstein weight of the class divided by 10.",
  ],
  ["Tone", "(favourable words − hostile words) / both, in the text zones."],
  [
    "Coverage",
    "Capitalised words inside sentences that lie in a mention, as a share of all of them: how much of what is named the lexicons know.",
  ],
  [
    "Distance",
    "Of two groups: 1 less the cosine of their vectors of counts, and the Jensen–Shannon divergence of the two distributions in bits; 0 alike, 1 nothing in common.",
  ],
  ["Share of a theme", "Sentences that name it, of all sentences of the text zones."],
];

const MEANING_OF = new Map(
  Object.entries({
    Mentions: "Mention",
    n11: "n11, n1, n2, n",
    n1: "n11, n1, n2, n",
    n2: "n11, n1, n2, n",
    n: "n11, n1, n2, n",
    npmi: "NPMI",
    g2: "G²",
    log_ratio: "log ratio",
    score: "Score",
    label: "Label",
    share: "Share of a theme",
  }),
);

/** What the figures of a column mean, for a heading's tooltip. */
function meaningOf(label) {
  const word = MEANING_OF.get(label) ?? label;
  return MEANINGS.find(([known]) => known === word)?.[1] ?? null;
}

function definitionsView(params, selection) {
  const made = page.made_by;
  const abbreviations = selection.documents.flatMap((own) =>
    own.definitions.map(([short, long, start]) => ({ own, short, long, start })),
  );
  const sentenceAt = (row) =>
    row.own.sentences.findIndex((sentence) => sentence.start <= row.start && row.start < sentence.end);
  const columns = [
    { label: "Abbreviation", value: (row) => row.short },
    { label: "Stands for", value: (row) => row.long },
    {
      label: "Document",
      value: (row) => row.own.id,
      cell: (row) =>
        h(
          "a",
          { href: addressOf("document", { id: row.own.id, sentence: sentenceAt(row) }) },
          shorten(titleOf(row.own), 60),
        ),
    },
  ];
  return [
    h("h2", {}, "Definitions"),
    h(
      "dl",
      {},
      MEANINGS.flatMap(([word, meaning]) => [h("dt", {}, h("b", {}, word)), h("dd", {}, meaning)]),
    ),
    h("h3", {}, "Abbreviations that the documents define"),
    abbreviations.length > 0
      ? table(columns, abbreviations, { name: "abbreviations" })
      : h("p", {}, "None were found."),
    h("h3", {}, "Made with"),
    h(
      "p",
      {},
      `Briefscope ${made.version}; lexicons ${made.lexicon}; options ${made.options}; zones ${page.zones.join(", ")}; minimum support ${page.min_support}.`,
    ),
    h(
      "details",
      {},
      h("summary", {}, "Licences of what is inside this page"),
      byId("licences").content.cloneNode(true),
    ),
  ];
}
