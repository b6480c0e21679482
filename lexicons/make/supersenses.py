"""Makes lexicons/context/supersenses.txt: what kind of thing a noun names, what kind of event a verb.

    python3 lexicons/make/supersenses.py /usr/share/wordnet > lexicons/context/supersenses.txt

The folder holds the files of WordNet 3.0 (Debian package wordnet-base). A word goes to the lexicographer file that holds
most of its tagged occurrences (cntlist.rev). Taken are words that were tagged at least once, and of the untagged ones those
nouns of a single supersense that news prose is likely to use.
"""

import collections
import re
import sys

NOUNS = {4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition", 10: "communication", 11: "happening",
         12: "feeling", 13: "food", 14: "group", 15: "location", 16: "motive", 17: "object", 18: "person", 19: "phenomenon",
         20: "plant", 21: "possession", 22: "process", 23: "quantity", 24: "relation", 25: "shape", 26: "state", 27: "substance",
         28: "time"}
VERBS = {29: "body", 30: "change", 31: "cognition", 32: "communication", 33: "competition", 34: "consumption", 35: "contact",
         36: "creation", 37: "emotion", 38: "motion", 39: "perception", 40: "possession", 41: "social", 42: "stative", 43: "weather"}
UNTAGGED = {4, 10, 11, 14, 15, 18, 19}  # act, communication, event, group, location, person, phenomenon
WORD = re.compile(r"[a-z]{3,}")


def tagged(folder):
    """Occurrences of each word by lexicographer file."""
    counts = collections.defaultdict(collections.Counter)
    with open(f"{folder}/cntlist.rev", encoding="ascii") as lines:
        for line in lines:
            key, _, count = line.split()
            lemma, sense = key.split("%")
            if WORD.fullmatch(lemma):
                counts[lemma][int(sense.split(":")[1])] += int(count)
    return counts


def listed(folder, part):
    """All lexicographer files of each word."""
    files = collections.defaultdict(set)
    with open(f"{folder}/data.{part}", encoding="latin-1") as lines:
        for line in lines:
            if line.startswith("  "):
                continue
            fields = line.split()
            for at in range(int(fields[3], 16)):
                files[fields[4 + 2 * at]].add(int(fields[1]))
    return files


def main(folder):
    counts = tagged(folder)
    print("# Supersenses of nouns and verbs: WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved.")
    print("# Made by lexicons/make/supersenses.py; verbs in base form, nouns in the singular.")
    for part, names in (("noun", NOUNS), ("verb", VERBS)):
        sections = collections.defaultdict(list)
        for word, files in listed(folder, part).items():
            if not WORD.fullmatch(word):
                continue
            known = {file: count for file, count in counts[word].items() if file in names}
            files &= set(names)
            if known:
                sections[max(sorted(known), key=known.get)].append(word)
            elif part == "noun" and len(files) == 1 and files <= UNTAGGED and len(word) < 13:
                sections[files.pop()].append(word)
        for number, name in names.items():
            print(f"\n[{name}_{part}]")
            line = ""
            for word in sorted(sections[number]):
                if len(line) + len(word) > 150:
                    print(line)
                    line = ""
                line += (" " if line else "") + word
            print(line)


main(sys.argv[1])
