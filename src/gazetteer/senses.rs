//! What kind of thing a noun names and what kind of event a verb: the supersenses of WordNet.

use rustc_hash::FxHashMap;

use super::inflect;
use crate::lexicon::{SUPERSENSES, list_words};

/// Names for the rules of one spot, one for each supersense of nouns, in the order of [`NOUNS`].
macro_rules! by_noun {
    ($prefix:literal) => {
        [
            concat!($prefix, "act"),
            concat!($prefix, "animal"),
            concat!($prefix, "artifact"),
            concat!($prefix, "attribute"),
            concat!($prefix, "body"),
            concat!($prefix, "cognition"),
            concat!($prefix, "communication"),
            concat!($prefix, "happening"),
            concat!($prefix, "feeling"),
            concat!($prefix, "food"),
            concat!($prefix, "group"),
            concat!($prefix, "location"),
            concat!($prefix, "motive"),
            concat!($prefix, "object"),
            concat!($prefix, "person"),
            concat!($prefix, "phenomenon"),
            concat!($prefix, "plant"),
            concat!($prefix, "possession"),
            concat!($prefix, "process"),
            concat!($prefix, "quantity"),
            concat!($prefix, "relation"),
            concat!($prefix, "shape"),
            concat!($prefix, "state"),
            concat!($prefix, "substance"),
            concat!($prefix, "time"),
        ]
    };
}

/// Names for the rules of one spot, one for each supersense of verbs, in the order of [`VERBS`].
macro_rules! by_verb {
    ($prefix:literal) => {
        [
            concat!($prefix, "body"),
            concat!($prefix, "change"),
            concat!($prefix, "cognition"),
            concat!($prefix, "communication"),
            concat!($prefix, "competition"),
            concat!($prefix, "consumption"),
            concat!($prefix, "contact"),
            concat!($prefix, "creation"),
            concat!($prefix, "emotion"),
            concat!($prefix, "motion"),
            concat!($prefix, "perception"),
            concat!($prefix, "possession"),
            concat!($prefix, "social"),
            concat!($prefix, "stative"),
            concat!($prefix, "weather"),
        ]
    };
}

pub(super) use {by_noun, by_verb};

/// The rules of one spot by the noun there.
pub(super) type ByNoun = [&'static str; 25];
/// The rules of one spot by the verb there.
pub(super) type ByVerb = [&'static str; 15];

const NOUNS: ByNoun = by_noun!("");
const VERBS: ByVerb = by_verb!("");

/// The supersenses of words: positions in [`ByNoun`] and [`ByVerb`].
pub(super) struct Senses {
    /// Nouns in the singular.
    nouns: FxHashMap<&'static str, u8>,
    /// Verbs in all their forms.
    verbs: FxHashMap<String, u8>,
}

impl Senses {
    pub fn new() -> Self {
        let mut senses = Self {
            nouns: FxHashMap::default(),
            verbs: FxHashMap::default(),
        };
        let position = |names: &[&str], name: &str| names.iter().position(|known| *known == name).and_then(|at| u8::try_from(at).ok());
        for (section, word) in list_words(SUPERSENSES) {
            if let Some(sense) = section.strip_suffix("_noun").and_then(|name| position(&NOUNS, name)) {
                senses.nouns.insert(word, sense);
            } else if let Some(sense) = section.strip_suffix("_verb").and_then(|name| position(&VERBS, name)) {
                for form in inflect::verb(word) {
                    senses.verbs.entry(form).or_insert(sense);
                }
            }
        }
        senses
    }

    /// The supersense of a noun in lower case, singular or plural.
    pub fn noun(&self, word: &str) -> Option<usize> {
        let known = |form: &str| self.nouns.get(form).map(|&sense| usize::from(sense));
        known(word)
            .or_else(|| known(word.strip_suffix('s')?))
            .or_else(|| known(word.strip_suffix("es")?))
            .or_else(|| known(&format!("{}y", word.strip_suffix("ies")?)))
    }

    /// The supersense of a verb in lower case, in any form.
    pub fn verb(&self, word: &str) -> Option<usize> {
        self.verbs.get(word).map(|&sense| usize::from(sense))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_and_verbs_have_supersenses_in_all_their_forms() {
        let senses = Senses::new();
        let noun = |word| senses.noun(word).map(|at| NOUNS[at]);
        let verb = |word| senses.verb(word).map(|at| VERBS[at]);
        assert_eq!(
            [noun("physicist"), noun("coastlines"), noun("economies")],
            [Some("person"), Some("location"), Some("group")]
        );
        assert_eq!(
            [verb("said"), verb("moving"), verb("owns")],
            [Some("communication"), Some("motion"), Some("possession")]
        );
        assert_eq!((noun("zzyzx"), verb("zzyzx")), (None, None));
    }
}
