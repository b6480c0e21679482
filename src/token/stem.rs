//! Stems: the Snowball English stemmer, each distinct word once, British and American spellings joined.

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

/// Stems words, remembering each.
pub struct Stems {
    stemmer: Stemmer,
    known: FxHashMap<String, String>,
}

impl Default for Stems {
    fn default() -> Self {
        Self {
            stemmer: Stemmer::create(Algorithm::English),
            known: FxHashMap::default(),
        }
    }
}

impl Stems {
    /// The stem of `word`, in lower case; `-ise` and `-ize`, `-our` and `-or` meet.
    pub fn stem(&mut self, word: &str) -> &str {
        if !self.known.contains_key(word) {
            let stem = self.find(word);
            self.known.insert(word.to_owned(), stem);
        }
        &self.known[word]
    }

    /// The same, not remembered.
    pub fn find(&self, word: &str) -> String {
        let lower = one_spelling(word.to_lowercase().replace('’', "'"));
        let singular = lower.strip_suffix('s').unwrap_or(&lower);
        if KEPT.contains(&singular) {
            singular.to_owned()
        } else {
            self.stemmer.stem(&lower).into_owned()
        }
    }
}

/// Words of this field that the stemmer would join with words of another meaning: extremism and extremely, shelling and shell.
const KEPT: &[&str] = &[
    "aggression",
    "arming",
    "communalism",
    "compellence",
    "denialism",
    "extremism",
    "favoritism",
    "fundamentalism",
    "ied",
    "inflation",
    "internal",
    "islamism",
    "militarism",
    "production",
    "proliferator",
    "radicalism",
    "recession",
    "secession",
    "shelling",
    "stoning",
];

/// One spelling of endings that differ between Britain and America by rule, for a word in lower case.
pub fn one_spelling(mut word: String) -> String {
    for (ending, kept) in RULES {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 3
            && !is_exception(&word)
        {
            word.truncate(word.len() - ending.len());
            word.push_str(kept);
            break;
        }
    }
    word
}

/// `-ize` becomes `-ise`, since the stemmer cuts the American ending too far: "radicalization" would meet "radical".
const RULES: &[(&str, &str)] = &[
    ("ization", "isation"),
    ("izations", "isations"),
    ("izing", "ising"),
    ("ized", "ised"),
    ("izer", "iser"),
    ("izers", "isers"),
    ("izes", "ises"),
    ("ize", "ise"),
    ("yze", "yse"),
    ("yzed", "ysed"),
    ("yzing", "ysing"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ourable", "orable"),
    ("elling", "eling"),
    ("elled", "eled"),
];

/// Words whose ending is no spelling variant.
fn is_exception(word: &str) -> bool {
    const ROOTS: &[&str] = &[
        "seiz", "priz", "capsiz", "downsiz", "outsiz", "oversiz", "resiz", "sizing", "hour", "four", "your", "tour", "pour", "sour",
        "flour", "contour", "detour", "devour", "scour", "velour", "spell", "sell", "tell", "dwell", "swell", "smell", "yell", "shell",
        "compell", "expell", "propell", "repell", "rebell", "excell", "quell",
    ];
    ROOTS.iter().any(|root| word.starts_with(root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet_and_words_stay() {
        let mut stems = Stems::default();
        for (a, b) in [
            ("organisation", "organizations"),
            ("radicalised", "radicalizing"),
            ("neighbour", "neighboring"),
            ("labour", "labor"),
        ] {
            assert_eq!(stems.stem(a).to_owned(), stems.stem(b), "{a} and {b}");
        }
        for (a, b) in [
            ("four", "for"),
            ("extremism", "extremely"),
            ("shelling", "shell"),
            ("radicalization", "radical"),
            ("seize", "seis"),
        ] {
            assert_ne!(stems.stem(a).to_owned(), stems.stem(b), "{a} and {b}");
        }
    }
}
