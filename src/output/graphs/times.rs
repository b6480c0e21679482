//! When the documents with an entity, a pair or a position were published.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;

use crate::output::error::OutputError;
use crate::output::folder::each_document;
use crate::result::{DocumentResult, Manifest};

/// The first and the last day that a date as far as known may mean, `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spell {
    pub first: String,
    pub last: String,
}

type Spells = BTreeSet<Spell>;

/// Spells by entity, by pair in a sentence, by position.
#[derive(Default)]
pub struct Times {
    entities: BTreeMap<String, Spells>,
    pairs: BTreeMap<(String, String), Spells>,
    positions: BTreeMap<(String, String, Option<String>), Spells>,
}

impl Times {
    /// The times of all dated documents of a result.
    pub fn of(result: &Path, manifest: &Manifest) -> Result<Self, OutputError> {
        let mut times = Self::default();
        let zones = manifest.options["zones"].clone();
        each_document(result, |document| {
            if let Some(spell) = document.metadata.date.as_deref().and_then(spell) {
                times.add(&document, &zones, &spell);
            }
            Ok(())
        })?;
        Ok(times)
    }

    fn add(&mut self, document: &DocumentResult, zones: &serde_json::Value, spell: &Spell) {
        let counted: Vec<String> = serde_json::from_value(zones.clone()).unwrap_or_default();
        let counts = |zone| serde_json::to_value(zone).is_ok_and(|zone| counted.iter().any(|it| zone == it.as_str()));
        let mut sentences: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
        for mention in document.mentions.iter().filter(|mention| counts(mention.zone)) {
            sentences.entry(mention.sentence).or_default().insert(&mention.entity);
            note(&mut self.entities, mention.entity.to_string(), spell);
        }
        for entities in sentences.values() {
            for (index, a) in entities.iter().enumerate() {
                for b in entities.iter().skip(index + 1) {
                    note(&mut self.pairs, ((*a).to_owned(), (*b).to_owned()), spell);
                }
            }
        }
        for row in &document.positions {
            let key = (row.holder.clone(), row.target.clone(), row.attributed_to.clone());
            note(&mut self.positions, key, spell);
        }
    }

    pub fn entity(&self, id: &str) -> Vec<Spell> {
        list(self.entities.get(id))
    }

    pub fn pair(&self, a: &str, b: &str) -> Vec<Spell> {
        list(self.pairs.get(&(a.to_owned(), b.to_owned())))
    }

    pub fn position(&self, holder: &str, target: &str, attributed_to: Option<&str>) -> Vec<Spell> {
        let key = (holder.to_owned(), target.to_owned(), attributed_to.map(str::to_owned));
        list(self.positions.get(&key))
    }
}

fn note<K: Ord>(times: &mut BTreeMap<K, Spells>, key: K, spell: &Spell) {
    times.entry(key).or_default().insert(spell.clone());
}

fn list(spells: Option<&Spells>) -> Vec<Spell> {
    spells.into_iter().flatten().cloned().collect()
}

/// The days that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean.
pub fn spell(date: &str) -> Option<Spell> {
    let padded = format!("{date}{}", &"-01-01"[date.len().checked_sub(4)?.min(6)..]);
    let first: Date = padded.parse().ok()?;
    let last = match date.len() {
        4 => first.last_of_year(),
        7 => first.last_of_month(),
        _ => first,
    };
    Some(Spell {
        first: first.to_string(),
        last: last.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_as_far_as_known_is_a_stretch_of_days() {
        let days = |date| spell(date).map(|it| (it.first, it.last));
        let both = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(days("2024"), both("2024-01-01", "2024-12-31"));
        assert_eq!(days("2024-02"), both("2024-02-01", "2024-02-29"));
        assert_eq!(days("2024-02-03"), both("2024-02-03", "2024-02-03"));
        assert_eq!(days("May"), None);
        assert_eq!(days("2024-13"), None);
    }
}
