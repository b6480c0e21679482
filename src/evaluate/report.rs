//! The figures over all documents.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::bootstrap;
use super::calibration::{self, Reliability};
use super::matching::{Counted, Group, Tally};
use crate::result::Figure;

/// How many of the worst sentences are shown.
const WORST: usize = 20;

/// Results against a gold standard.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    /// Documents that were compared.
    pub documents: usize,
    /// Documents of the gold standard that the result lacks.
    pub missing: Vec<String>,
    /// A row a group and way of matching.
    pub scores: Vec<Score>,
    /// Classes of mentions that overlap, gold against predicted.
    pub confusion: Vec<Confusion>,
    /// The sentences with the most errors.
    pub worst: Vec<WorstSentence>,
    /// Signed stances by their confidence.
    pub calibration: Vec<Reliability>,
    /// The mean squared distance of their confidence from 1 (right) or 0 (wrong); null without stances.
    pub brier: Figure,
}

/// Precision, recall and F1 of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// `all`, `kind`, `class`, `rule`, `reading`, `name` (the right entity as well) or `stance`.
    pub by: &'static str,
    /// The group.
    pub group: String,
    /// `exact`: the same stretch of text; `overlap`: overlapping.
    pub matched: &'static str,
    /// In the gold standard; 0 where it does not know this grouping.
    pub gold: u64,
    /// In the result.
    pub predicted: u64,
    /// In both.
    pub hits: u64,
    /// Hits / predicted.
    pub precision: Figure,
    /// Hits / gold; null where the gold standard does not know this grouping.
    pub recall: Figure,
    /// 2 hits / (gold + predicted); likewise.
    pub f1: Figure,
    /// The 95 % interval of F1 (of precision, where there is no F1), by resampling documents; null for one document.
    pub low: Figure,
    /// Its upper end.
    pub high: Figure,
}

/// How often mentions of one class were found as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// Class in the gold standard, its kind where it has no class, `none` for what is not in it.
    pub gold: String,
    /// Class in the result, likewise.
    pub predicted: String,
    /// How often.
    pub count: u64,
}

/// A sentence with errors.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WorstSentence {
    /// The document's id.
    pub document: String,
    /// Its number.
    pub sentence: u32,
    /// The sentence.
    pub text: String,
    /// Mentions of the gold standard that were not found exactly.
    pub missed: Vec<String>,
    /// Mentions found that are not in the gold standard exactly.
    pub wrong: Vec<String>,
}

pub fn evaluation(counted: &[Counted], missing: Vec<String>, resamples: usize, seed: u64) -> Evaluation {
    let groups: BTreeSet<&Group> = counted.iter().flat_map(|document| document.tallies.keys()).collect();
    let ways: [(&'static str, fn(&Tally) -> u64); 2] = [("exact", |tally| tally.exact), ("overlap", |tally| tally.overlap)];
    let scores = groups.iter().flat_map(|group| {
        let tallies: Vec<Tally> = counted
            .iter()
            .map(|document| document.tallies.get(*group).copied().unwrap_or_default())
            .collect();
        ways.map(|(matched, hits)| {
            let interval = bootstrap::interval(tallies.len(), resamples, seed, |chosen| {
                main_figure(chosen.iter().map(|&at| &tallies[at]), hits)
            });
            score(group, matched, &tallies, hits, interval)
        })
    });
    let mut worst: Vec<WorstSentence> = counted.iter().flat_map(|document| document.sentences.clone()).collect();
    worst.sort_by_key(|it| std::cmp::Reverse(it.missed.len() + it.wrong.len()));
    worst.truncate(WORST);
    let judged: Vec<(f64, bool)> = counted.iter().flat_map(|document| document.judged.iter().copied()).collect();
    Evaluation {
        documents: counted.len(),
        missing,
        scores: scores.collect(),
        confusion: confusion(counted),
        worst,
        calibration: calibration::reliability(&judged),
        brier: calibration::brier(&judged),
    }
}

fn score((by, group): &Group, matched: &'static str, tallies: &[Tally], hits: fn(&Tally) -> u64, interval: Option<(f64, f64)>) -> Score {
    let sum = |of: fn(&Tally) -> u64| tallies.iter().map(of).sum::<u64>();
    let (gold, predicted, hits) = (sum(|it| it.gold), sum(|it| it.predicted), sum(hits));
    let (low, high) = interval.unwrap_or((f64::NAN, f64::NAN));
    Score {
        by,
        group: group.clone(),
        matched,
        gold,
        predicted,
        hits,
        precision: Figure(ratio(hits, predicted)),
        recall: Figure(ratio(hits, gold)),
        f1: Figure(if gold == 0 { f64::NAN } else { ratio(2 * hits, gold + predicted) }),
        low: Figure(low),
        high: Figure(high),
    }
}

/// F1; precision where the gold standard does not know the grouping.
fn main_figure<'t>(tallies: impl Iterator<Item = &'t Tally>, hits: fn(&Tally) -> u64) -> Option<f64> {
    let (mut gold, mut predicted, mut both) = (0, 0, 0);
    for tally in tallies {
        gold += tally.gold;
        predicted += tally.predicted;
        both += hits(tally);
    }
    let figure = if gold == 0 {
        ratio(both, predicted)
    } else {
        ratio(2 * both, gold + predicted)
    };
    figure.is_finite().then_some(figure)
}

fn confusion(counted: &[Counted]) -> Vec<Confusion> {
    let mut sums: BTreeMap<&(String, String), u64> = BTreeMap::new();
    for (pair, count) in counted.iter().flat_map(|document| &document.confusion) {
        *sums.entry(pair).or_default() += count;
    }
    let row = |((gold, predicted), count): (&(String, String), u64)| Confusion {
        gold: gold.clone(),
        predicted: predicted.clone(),
        count,
    };
    sums.into_iter().map(row).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { f64::NAN } else { part as f64 / whole as f64 }
}
