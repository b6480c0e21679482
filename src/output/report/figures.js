// The figures of a part of the collection, by the same formulas as the program's (see the view "Definitions").

/** Pairs of entities over these documents, listed where both sides reach the minimum support. */
function countPairs(chosen, unit) {
  const margins = new Map();
  const together = new Map();
  let units = 0;
  for (const own of chosen) {
    const counted = own.sentences.filter((sentence) => countedZones.has(zoneOf(own, sentence.block)));
    units += unit === "sentence" ? counted.length : new Set(counted.map((sentence) => sentence.block)).size;
    const within = groupBy(own.mentions.filter(isCounted), (mention) =>
      unit === "sentence" ? mention.sentence : mention.block,
    );
    for (const mentions of within.values()) {
      const ids = [...new Set(mentions.map((mention) => mention.entity))].sort(byText);
      ids.forEach((a, index) => {
        margins.set(a, (margins.get(a) ?? 0) + 1);
        for (const b of ids.slice(index + 1)) addPair(together, a, b, own);
      });
    }
  }
  const supported = new Map([...margins].filter(([, n]) => n >= page.min_support));
  const listed = [...together.values()].filter(({ a, b }) => supported.has(a) && supported.has(b));
  const logFactorial = logFactorials(units);
  const rows = listed.map(({ a, b, n11, documents }) => ({
    a,
    b,
    n11,
    documents: documents.size,
    ...association(units, supported.get(a), supported.get(b), n11, logFactorial),
  }));
  return correct(rows, (supported.size * (supported.size - 1)) / 2);
}

function addPair(together, a, b, own) {
  const key = `${a}\n${b}`;
  const pair = together.get(key) ?? { a, b, n11: 0, documents: new Set() };
  pair.n11 += 1;
  pair.documents.add(own);
  together.set(key, pair);
}

/** Association of two entities in `n` units: n1 with the one, n2 with the other, n11 with both. */
function association(n, n1, n2, n11, logFactorial) {
  const observed = [n11, n1 - n11, n2 - n11, n - n1 - n2 + n11];
  const expected = [n1 * n2, n1 * (n - n2), (n - n1) * n2, (n - n1) * (n - n2)].map((product) => product / n);
  const terms = observed.map((seen, cell) =>
    seen === 0 || expected[cell] === 0 ? 0 : seen * Math.log(seen / expected[cell]),
  );
  const g2 = Math.max(2 * d3.sum(terms), 0);
  const [both, onlyA, onlyB, neither] = observed.map((seen) => seen + 0.5);
  return {
    n1,
    n2,
    n,
    npmi: n11 === n ? null : Math.log(n11 / expected[0]) / -Math.log(n11 / n),
    g2: n11 < expected[0] ? -g2 : g2,
    log_ratio: Math.log2((both * neither) / (onlyA * onlyB)),
    p: hypergeometricTail(n, n1, n2, n11, logFactorial),
  };
}

function logFactorials(most) {
  const sums = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1) sums[n] = sums[n - 1] + Math.log(n);
  return sums;
}

/** The chance of at least `least` units with both, both margins fixed. */
function hypergeometricTail(n, n1, n2, least, logFactorial) {
  const choose = (from, k) => logFactorial[from] - logFactorial[k] - logFactorial[from - k];
  let sum = 0;
  for (let k = Math.max(least, n1 + n2 - n); k <= Math.min(n1, n2); k += 1) {
    sum += Math.exp(choose(n1, k) + choose(n - n1, n2 - k) - choose(n, n2));
  }
  return Math.min(sum, 1);
}

/** Adds q: Benjamini and Hochberg's correction over all `tested` pairs. */
function correct(rows, tested) {
  const byP = [...rows].sort((x, y) => x.p - y.p);
  let least = 1;
  for (let rank = byP.length; rank > 0; rank -= 1) {
    least = Math.min(least, (byP[rank - 1].p * tested) / rank);
    byP[rank - 1].q = least;
  }
  return rows;
}

const Z = 1.959963984540054;

/** Wilson's 95 % interval of a share. */
function wilson(share, n) {
  const middle = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return [Math.max(middle - half, 0), Math.min(middle + half, 1)];
}

/** Counts of stances summed up, with score, interval and label. */
function position(holder, target, rows) {
  const [positive, negative, neutral] = ["positive", "negative", "neutral"].map((sign) =>
    d3.sum(rows, (row) => row[sign]),
  );
  const n = positive + negative + neutral;
  const score = (positive - negative) / n;
  const [low, high] = wilson((positive + neutral / 2) / n, n).map((x) => 2 * x - 1);
  return {
    holder,
    target,
    n,
    positive,
    negative,
    neutral,
    score,
    low,
    high,
    label: label(n, score, positive, negative),
  };
}

function label(n, score, positive, negative) {
  if (n < 2) return "insufficient";
  if (score >= 0.5) return "supportive";
  if (score <= -0.5) return "opposed";
  return positive > 0 && negative > 0 ? "mixed" : "neutral";
}

/**
 * A share over documents, each with `k` of `n` sentences, and its 95 % interval: by the spread between documents (ratio
 * estimator; Cochran 1977, "Sampling Techniques", 6.4), for one document alone Wilson's over its sentences.
 */
function shareOver(parts) {
  const n = d3.sum(parts, (part) => part.n);
  if (n === 0) return { share: null, low: null, high: null };
  const share = d3.sum(parts, (part) => part.k) / n;
  if (parts.length === 1) {
    const [low, high] = wilson(share, n);
    return { share, low, high };
  }
  const spread = d3.sum(parts, (part) => (part.k - share * part.n) ** 2);
  const half = (Z * Math.sqrt((parts.length / (parts.length - 1)) * spread)) / n;
  return { share, low: Math.max(share - half, 0), high: Math.min(share + half, 1) };
}

/** Log-likelihood of one word's count in two texts, and log2 of the ratio of its rates (half a count added to each). */
function keyness(inA, tokensA, inB, tokensB) {
  const rate = (inA + inB) / (tokensA + tokensB);
  const term = (seen, expected) => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  const g2 = Math.max(2 * (term(inA, rate * tokensA) + term(inB, rate * tokensB)), 0);
  const log_ratio = Math.log2((inA + 0.5) / (tokensA + 0.5) / ((inB + 0.5) / (tokensB + 0.5)));
  return { g2, log_ratio, p: chiSquareTail(g2) };
}

/** The chance of at least this much of chi-square with one degree of freedom: erfc by Numerical Recipes (1992), 6.2. */
function chiSquareTail(x) {
  const z = Math.sqrt(x / 2);
  const t = 1 / (1 + z / 2);
  const series = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ].reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return Math.min(t * Math.exp(-z * z + series), 1);
}

/** One less the cosine of two vectors of counts; null where a side is empty. */
function cosineDistance(a, b) {
  const dot = (x, y) => d3.sum(x, (value, at) => value * y[at]);
  const norm = Math.sqrt(dot(a, a) * dot(b, b));
  return norm === 0 ? null : Math.max(1 - dot(a, b) / norm, 0);
}

/** Jensen-Shannon divergence of two vectors of counts, in bits; null where a side is empty. */
function jensenShannon(a, b) {
  const [sumA, sumB] = [d3.sum(a), d3.sum(b)];
  if (sumA === 0 || sumB === 0) return null;
  const part = (p, middle) => (p === 0 ? 0 : p * Math.log2(p / middle));
  return d3.sum(a, (_, at) => {
    const [p, q] = [a[at] / sumA, b[at] / sumB];
    return (part(p, (p + q) / 2) + part(q, (p + q) / 2)) / 2;
  });
}
