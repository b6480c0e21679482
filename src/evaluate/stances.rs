//! Which stances of one document agree with the gold standard.

use std::collections::BTreeMap;

use super::align::Alignment;
use super::gold::GoldStance;
use super::matching::{Counted, same_name};
use crate::result::{DocumentResult, StanceRow};

/// Counts pairs of holder and target in a sentence, and those whose polarity agrees as well.
pub fn count(counted: &mut Counted, gold: &[GoldStance], alignment: &Alignment, document: &DocumentResult) {
    let names: BTreeMap<&str, &str> = document
        .entities
        .iter()
        .map(|row| (row.entity.as_ref(), row.name.as_ref()))
        .collect();
    let is = |name: &str, id: &str| same_name(name, names.get(id).copied().unwrap_or(id), id);
    let mut free: Vec<&StanceRow> = document.stances.iter().collect();
    for group in ["pair", "pair and polarity"] {
        let tally = counted.tally("stance", group);
        tally.gold += gold.len() as u64;
        tally.predicted += free.len() as u64;
    }
    for it in gold {
        let Some(span) = alignment.span(it.start, it.end) else { continue };
        let same = |row: &&StanceRow| {
            let sentence = &document.sentences[row.sentence as usize];
            sentence.start < span.1 && span.0 < sentence.end && is(&it.holder, &row.holder) && is(&it.target, &row.target)
        };
        let Some(at) = free.iter().position(same) else { continue };
        let row = free.swap_remove(at);
        let hits = [("pair", true), ("pair and polarity", row.polarity == it.polarity)];
        for (group, _) in hits.iter().filter(|(_, agrees)| *agrees) {
            let tally = counted.tally("stance", *group);
            tally.exact += 1;
            tally.overlap += 1;
        }
    }
}
