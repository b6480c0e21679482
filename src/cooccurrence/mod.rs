//! Which entities stand together in a sentence or paragraph, and how far beyond chance.
//!
//! [`Incidence`] says which entity stands in which unit; [`PairCounts`] counts its pairs; [`Contingency`] is
//! one pair's counts, checked, with the measures of association. Every figure comes with its counts.

mod association;
mod counts;
mod significance;

use std::collections::BTreeMap;

pub use association::{Contingency, ImpossibleCounts};
pub use counts::{Incidence, PairCounts};
pub use significance::{LogFactorials, benjamini_hochberg};

use crate::document::{BlockKind, Document};
use crate::gazetteer::Found;
use crate::result::{CooccurrenceTable, Figure, PairRow, Unit};
use crate::token::Sentence;

/// Name of the null model behind `p`: units are drawn without replacement, both margins fixed.
pub const NULL_MODEL: &str = "hypergeometric";

/// The tables of one document, by sentence and by paragraph, over the blocks whose kind `counts`.
///
/// A pair is listed where both margins reach `min_support` and it stands together at least once.
pub fn tables(
    document: &Document,
    sentences: &[Sentence],
    found: &Found,
    counts: impl Fn(BlockKind) -> bool,
    min_support: u32,
) -> Vec<CooccurrenceTable> {
    let counted: Vec<bool> = document.blocks.iter().map(|block| counts(block.kind)).collect();
    let mut by_sentence = Incidence::new(count(sentences.iter().filter(|sentence| counted[sentence.block as usize]).count()));
    let with_text: std::collections::BTreeSet<u32> = sentences.iter().map(|s| s.block).filter(|block| counted[*block as usize]).collect();
    let mut by_paragraph = Incidence::new(count(with_text.len()));
    for mention in found.mentions.iter().filter(|mention| counted[mention.block as usize]) {
        by_sentence.add(mention.sentence, mention.entity);
        by_paragraph.add(mention.block, mention.entity);
    }
    let name = |index: u32| found.entities[index as usize].id.clone();
    let tables = [(Unit::Sentence, by_sentence), (Unit::Paragraph, by_paragraph)];
    tables
        .into_iter()
        .map(|(unit, incidence)| table(unit, &PairCounts::of(&incidence), min_support, name))
        .collect()
}

/// The rows of counted pairs that reach the support; entity numbers are in the order of their ids.
fn table(unit: Unit, counts: &PairCounts, min_support: u32, name: impl Fn(u32) -> String) -> CooccurrenceTable {
    let supported: BTreeMap<u32, u32> = counts.margins().filter(|(_, n)| *n >= min_support).collect();
    let factorials = LogFactorials::up_to(counts.units());
    let mut rows = Vec::new();
    for ((a, b), evidence) in counts.pairs() {
        let (Some(&n1), Some(&n2)) = (supported.get(&a), supported.get(&b)) else {
            continue;
        };
        let contingency = counts.contingency(a, b);
        rows.push(PairRow {
            a: name(a),
            b: name(b),
            n11: count(evidence.len()),
            n1,
            n2,
            npmi: Figure(contingency.npmi()),
            g2: Figure(contingency.g2()),
            log_ratio: Figure(contingency.log_ratio()),
            p: Figure(contingency.p_more_than_chance(&factorials)),
            q: Figure(1.0),
            evidence: evidence.to_vec(),
        });
    }
    let tested = pairs_among(supported.len() as u64);
    let p: Vec<f64> = rows.iter().map(|row| row.p.0).collect();
    for (row, q) in rows.iter_mut().zip(benjamini_hochberg(&p, tested)) {
        row.q = Figure(q);
    }
    CooccurrenceTable {
        unit,
        units: counts.units(),
        null_model: NULL_MODEL.to_owned(),
        tested,
        pairs: rows,
    }
}

/// How many pairs `n` entities make.
pub fn pairs_among(n: u64) -> u64 {
    n * n.saturating_sub(1) / 2
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
