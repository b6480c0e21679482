"""Reliability of the confidence of stances against hand annotation: bins, number, mean confidence, share right.

    briefscope analyze corpus --out results
    python3 tests/calibration.py tests/gold results

A record is right where the gold has, in the same sentence, the same holder, target and polarity by name. Gold is in the
form of tests/gold; results are a result folder. Python 3.11, standard library alone.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

EDGES = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]


def squeeze(text):
    """Letters and digits alone, so that typographic differences do not count."""
    return "".join(c for c in text.casefold() if c.isalnum())


def names(entity):
    """The forms under which the gold may name an entity: its name, its name without "the", its id's slug."""
    name = entity["name"]
    return {squeeze(name), squeeze(name.removeprefix("the ")), squeeze(entity["entity"].split(":", 1)[1])}


def judged(gold, document):
    """(confidence, right) of each record of a document that has a sign."""
    known = {(squeeze(s["sentence"]), squeeze(s["holder"]), squeeze(s["target"]), s["polarity"]) for s in gold["stances"]}
    forms = {entity["entity"]: names(entity) for entity in document["entities"]}
    for mention in document["mentions"]:
        forms[mention["entity"]].add(squeeze(mention["surface"]))
    for stance in document["stances"]:
        if stance["polarity"] == 0:
            continue
        sentence = document["sentences"][stance["sentence"]]
        text = squeeze(document["text"][sentence["start"]:sentence["end"]])
        holders, targets = forms.get(stance["holder"], set()), forms.get(stance["target"], set())
        right = any((text, a, b, stance["polarity"]) in known for a in holders for b in targets)
        yield stance["confidence"], right


def main(gold_folder, results):
    gold = {g["file"]: g for g in (json.loads(p.read_text()) for p in sorted(Path(gold_folder).glob("*.json"))) if "file" in g}
    bins, brier, n = defaultdict(list), 0.0, 0
    for path in sorted(Path(results, "documents").glob("*.json")):
        document = json.loads(path.read_text())
        annotated = gold.get(Path(document["source"]["path"]).name)
        for confidence, right in judged(annotated, document) if annotated else ():
            bins[max(i for i, edge in enumerate(EDGES[:-1]) if confidence >= edge)].append((confidence, right))
            brier, n = brier + (confidence - right) ** 2, n + 1
    print("confidence\tn\tmean\tright")
    for at, rows in sorted(bins.items()):
        mean, right = (sum(row[k] for row in rows) / len(rows) for k in (0, 1))
        print(f"{EDGES[at]:.1f} to {EDGES[at + 1]:.1f}\t{len(rows)}\t{mean:.2f}\t{right:.2f}")
    print(f"Brier score {brier / n:.3f} of {n} records" if n else "no record to judge")


if __name__ == "__main__":
    main(*sys.argv[1:3])
