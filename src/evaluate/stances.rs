//! Which stances of one document agree with the gold standard.

use std::collections::{BTreeMap, BTreeSet};

use super::align::Alignment;
use super::gold::GoldStance;
use super::matching::{Counted, same_name};
use crate::result::{DocumentResult, StanceRow};

/// Counts pairs of holder and target in a sentence, and those whose polarity agrees as well.
pub fn count(counted: &mut Counted, gold: &[GoldStance], alignment: &Alignment, document: &DocumentResult) {
    let forms = forms(document);
    let is = |name: &str, id: &str| {
        forms
            .get(id)
            .is_some_and(|forms| forms.iter().any(|form| same_name(name, form, id)))
    };
    let spans: Vec<Option<(u32, u32)>> = gold.iter().map(|it| alignment.reach(it.start, it.end)).collect();
    let signed = document.stances.iter().filter(|row| row.polarity != 0);
    counted.judged = signed
        .map(|row| {
            let sentence = &document.sentences[row.sentence as usize];
            let right = gold.iter().zip(&spans).any(|(it, span)| {
                let here = span.is_some_and(|span| sentence.start < span.1 && span.0 < sentence.end);
                here && row.polarity == it.polarity && is(&it.holder, &row.holder) && is(&it.target, &row.target)
            });
            (row.confidence.0, right)
        })
        .collect();
    let mut free: Vec<&StanceRow> = document.stances.iter().collect();
    for group in ["pair", "pair and polarity"] {
        let tally = counted.tally("stance", group);
        tally.gold += gold.len() as u64;
        tally.predicted += free.len() as u64;
    }
    for it in gold {
        let Some(span) = alignment.reach(it.start, it.end) else { continue };
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

/// The names of each entity that stances are about: its own and those that stand in the text.
fn forms<'d>(document: &'d DocumentResult) -> BTreeMap<&'d str, BTreeSet<&'d str>> {
    let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for stance in &document.stances {
        for id in [&stance.holder, &stance.target] {
            forms.entry(id).or_default().insert(id);
        }
    }
    let own = document.entities.iter().map(|row| (&row.entity, &row.name));
    let written = document.mentions.iter().map(|row| (&row.entity, &row.surface));
    for (id, form) in own.chain(written) {
        if let Some(forms) = forms.get_mut(id.as_ref()) {
            forms.insert(form);
        }
    }
    forms
}
