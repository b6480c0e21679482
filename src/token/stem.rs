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
            let stem = self
                .stemmer
                .stem(&one_spelling(&word.to_lowercase().replace('’', "'")))
                .into_owned();
            self.known.insert(word.to_owned(), stem);
        }
        &self.known[word]
    }
}

/// The American spelling of endings that differ by rule.
pub fn one_spelling(lower: &str) -> String {
    let mut word = lower.to_owned();
    for (british, american) in RULES {
        if let Some(stem) = word.strip_suffix(british)
            && stem.chars().count() >= 3
            && !is_exception(&word)
        {
            word.truncate(stem.len());
            word.push_str(american);
            break;
        }
    }
    word
}

const RULES: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("ours", "ors"),
    ("our", "or"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ourable", "orable"),
    ("elling", "eling"),
    ("elled", "eled"),
    ("aelling", "eling"),
];

/// Words whose ending is no spelling variant.
fn is_exception(word: &str) -> bool {
    const ROOTS: &[&str] = &[
        "advis",
        "compris",
        "compromis",
        "despis",
        "devis",
        "disguis",
        "enterpris",
        "excis",
        "exercis",
        "expertis",
        "franchis",
        "improvis",
        "otherwis",
        "paradis",
        "precis",
        "premis",
        "promis",
        "rais",
        "revis",
        "supervis",
        "surpris",
        "televis",
        "treatis",
        "likewis",
        "concis",
        "demis",
        "prais",
        "nois",
        "pois",
        "cruis",
        "bruis",
        "merchandis",
        "advertis",
        "chastis",
        "circumcis",
    ];
    const OURS: &[&str] = &[
        "hour", "four", "your", "tour", "pour", "sour", "flour", "contour", "detour", "devour", "scour", "velour",
    ];
    ROOTS.iter().any(|root| word.starts_with(root)) || OURS.iter().any(|root| word.starts_with(root))
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
        assert_ne!(stems.stem("four").to_owned(), stems.stem("for"));
    }
}
