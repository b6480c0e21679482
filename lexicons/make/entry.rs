//! The lexicon in memory and on disk: ids, their aliases, and the policies of each alias.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::names::{fold, is_all_caps, unaccented};

/// The columns of every lexicon file, in order.
pub const HEADER: &str = "id\tkind\tclass\tname\talias\tcase\treading\tneeds\tnot_before\tnot_after\tfrom\tto\tpriority\tcodes\tsource";

/// How one surface form leads to its id. Lists are joined by `|`; empty means the default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alias {
    /// `exact`, `any` or empty.
    pub case: String,
    /// `metonym`, `demonym`, `acronym`, `short_form` or empty for literal.
    pub reading: String,
    /// The company it needs: ids or phrases.
    pub needs: String,
    /// Words that must not follow.
    pub not_before: String,
    /// Words that must not precede.
    pub not_after: String,
    /// Higher wins ties of equal length.
    pub priority: String,
    /// Where the row comes from: a key of SOURCES.md.
    pub source: String,
}

impl Alias {
    /// A literal alias without policy.
    pub fn literal(source: &str) -> Self {
        Self {
            source: source.to_string(),
            ..Self::default()
        }
    }

    /// An alias with a reading.
    pub fn read_as(reading: &str, source: &str) -> Self {
        Self {
            reading: reading.to_string(),
            ..Self::literal(source)
        }
    }

    /// The same alias, counting only in this company.
    pub fn needing(self, needs: impl Into<String>) -> Self {
        Self {
            needs: needs.into(),
            ..self
        }
    }

    /// The same alias, matched in any case.
    pub fn any_case(self) -> Self {
        Self {
            case: "any".to_string(),
            ..self
        }
    }

    fn has_policy(&self) -> bool {
        !(self.needs.is_empty() && self.not_before.is_empty() && self.not_after.is_empty())
    }
}

/// One id: what belongs to the thing itself, and its surface forms.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// `actor`, `place` or `actor|place`.
    pub kind: String,
    /// The class, or two in the order of the kinds.
    pub class: String,
    /// The display name.
    pub name: String,
    /// `key=value` items.
    pub codes: Vec<String>,
    /// Surface form to policy.
    pub aliases: BTreeMap<String, Alias>,
}

impl Entry {
    /// An id without aliases.
    pub fn new(kind: &str, class: &str, name: &str) -> Self {
        Self {
            kind: kind.into(),
            class: class.into(),
            name: name.into(),
            ..Self::default()
        }
    }

    /// Adds an alias unless one that matches the same text is there; of two such spellings
    /// the accented one stays, for the program matches it without accents as well.
    pub fn add(&mut self, alias: &str, policy: Alias) {
        let alias = alias.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'");
        if alias.is_empty() {
            return;
        }
        let same = |other: &String| fold(other) == fold(&alias) && is_all_caps(other) == is_all_caps(&alias);
        if let Some(other) = self.aliases.keys().find(|other| same(other)).cloned() {
            if alias.is_ascii() || !other.is_ascii() || alias.to_lowercase() == other.to_lowercase() {
                return;
            }
            let kept = self.aliases.remove(&other).unwrap_or(policy);
            self.aliases.insert(alias, kept);
            return;
        }
        self.aliases.insert(alias, policy);
    }

    /// Adds an alias chosen by hand: it takes the place of one that differs in accents only, and stands beside
    /// one that differs in capitals, for an alias counts as written.
    pub fn add_by_hand(&mut self, alias: &str, policy: Alias) {
        let alias = alias.replace('’', "'");
        self.aliases.retain(|other, _| unaccented(other) != unaccented(&alias));
        self.aliases.insert(alias, policy);
    }

    /// Adds `key=value` unless the value is empty or the item is there.
    pub fn code(&mut self, key: &str, value: &str) {
        let item = format!("{key}={value}");
        if !value.is_empty() && !self.codes.contains(&item) {
            self.codes.push(item);
        }
    }

    /// The aliases in file order: the name first, or else the first literal one.
    fn in_order(&self) -> Vec<(&String, &Alias)> {
        let rank = |(text, alias): &(&String, &Alias)| (**text != self.name, !alias.reading.is_empty() || alias.has_policy());
        let mut first: Vec<_> = self.aliases.iter().collect();
        if let Some(best) = first.iter().enumerate().min_by_key(|(_, a)| rank(a)).map(|(i, _)| i) {
            let best = first.remove(best);
            first.insert(0, best);
        }
        first
    }
}

/// One lexicon file: ids in byte order.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The entries by id.
    pub entries: BTreeMap<String, Entry>,
}

impl Lexicon {
    /// The number of rows.
    pub fn n_aliases(&self) -> usize {
        self.entries.values().map(|entry| entry.aliases.len()).sum()
    }

    /// The file's text, comment and header included.
    pub fn render(&self, sources: &str) -> String {
        let mut text = format!("# made by make-lexicons from {sources}; do not edit: change lexicons/make or the overrides\n{HEADER}\n");
        for (id, entry) in &self.entries {
            for (n, (alias, a)) in entry.in_order().into_iter().enumerate() {
                let codes = entry.codes.join("|");
                let [kind, class, name, codes] = if n == 0 {
                    [&entry.kind, &entry.class, &entry.name, &codes].map(String::as_str)
                } else {
                    [""; 4]
                };
                let Alias {
                    case,
                    reading,
                    needs,
                    not_before,
                    not_after,
                    priority,
                    source,
                } = a;
                let _ = writeln!(
                    text,
                    "{id}\t{kind}\t{class}\t{name}\t{alias}\t{case}\t{reading}\t{needs}\t{not_before}\t{not_after}\t\t\t{priority}\t{codes}\t{source}"
                );
            }
        }
        text
    }
}
