//! Which mentions a change of lexicon adds and removes.

use std::collections::BTreeMap;

/// Mentions that only one of two lexicons finds, by id.
#[derive(Debug, Default)]
pub struct MentionChanges(BTreeMap<String, MentionChange>);

/// What changed for one id.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct MentionChange {
    /// Mentions that only the second lexicon finds.
    pub added: usize,
    /// Mentions that only the first lexicon finds.
    pub removed: usize,
    /// The first of them, with their marks: `+` or `-`, the document, the words in their sentence.
    pub examples: Vec<String>,
}

/// Examples kept of an id.
const EXAMPLES: usize = 3;

impl MentionChanges {
    /// Adds one mention that the second lexicon adds, or removes; `example` shows it.
    pub fn note(&mut self, id: &str, is_added: bool, example: impl FnOnce() -> String) {
        let change = self.0.entry(id.to_owned()).or_default();
        let (count, sign) = if is_added {
            (&mut change.added, '+')
        } else {
            (&mut change.removed, '-')
        };
        *count += 1;
        if change.examples.len() < EXAMPLES {
            change.examples.push(format!("{sign} {}", example()));
        }
    }

    /// By id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &MentionChange)> {
        self.0.iter().map(|(id, change)| (id.as_str(), change))
    }
}
