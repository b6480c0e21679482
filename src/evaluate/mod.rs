//! Results against hand annotation: precision, recall and F1 with bootstrap intervals, confusions, the worst sentences.

mod align;
mod bootstrap;
mod calibration;
mod gold;
mod matching;
mod report;
mod stances;

use std::collections::BTreeMap;

pub use calibration::Reliability;
pub use gold::{Gold, GoldDocument, GoldError, GoldMention, GoldStance};
pub use report::{Confusion, Evaluation, Score, WorstSentence};

use crate::result::DocumentResult;

/// How many resamples of documents the intervals rest on, and where their numbers begin.
const RESAMPLES: usize = 1000;
const SEED: u64 = 20_240_501;

/// A comparison of gold documents with results, added up document by document.
pub struct Evaluator {
    gold: Vec<GoldDocument>,
    /// What was counted in each document that was found.
    counted: BTreeMap<String, matching::Counted>,
}

impl Evaluator {
    /// Against this gold standard.
    pub fn new(gold: Gold) -> Self {
        Self {
            gold: gold.documents,
            counted: BTreeMap::new(),
        }
    }

    /// Compares one result, where the gold standard has its document.
    pub fn add(&mut self, document: &DocumentResult) {
        if let Some(gold) = self.gold.iter().find(|gold| gold.is_of(document)) {
            self.counted.insert(gold.id.clone(), matching::count(gold, document));
        }
    }

    /// All figures.
    pub fn finish(self) -> Evaluation {
        let missing = self.gold.iter().filter(|gold| !self.counted.contains_key(&gold.id));
        let missing = missing.map(|gold| gold.id.clone()).collect();
        let counted: Vec<matching::Counted> = self.counted.into_values().collect();
        report::evaluation(&counted, missing, RESAMPLES, SEED)
    }
}
