//! Who and what is named together in a document.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Figure;

/// The unit within which two entities co-occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A sentence.
    Sentence,
    /// A block of a text zone.
    Paragraph,
    /// A sentence in which the two stand near one another; evidence ids are those of sentences.
    Window,
    /// A section; evidence ids are those of sections, the number of sections for what stands before the first.
    Section,
    /// The document; its text is unit 0.
    Document,
}

/// All pairs within one kind of unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CooccurrenceTable {
    /// The unit.
    pub unit: Unit,
    /// How many units the text zones have.
    pub units: u32,
    /// The null model of `p`.
    pub null_model: String,
    /// How many pairs of supported entities `q` is corrected for.
    pub tested: u64,
    /// Pairs by `a`, `b`.
    pub pairs: Vec<PairRow>,
}

/// Two entities, their contingency counts and what follows from them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct PairRow {
    pub a: String,
    pub b: String,
    /// Units with both.
    pub n11: u32,
    /// Units with `a`.
    pub n1: u32,
    /// Units with `b`.
    pub n2: u32,
    /// Units in which `a` is named first; on demand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a_first: Option<u32>,
    /// Units in which `b` is named first; on demand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b_first: Option<u32>,
    pub npmi: Figure,
    pub g2: Figure,
    pub log_ratio: Figure,
    pub p: Figure,
    pub q: Figure,
    /// Ids of the units with both.
    pub evidence: Vec<u32>,
}
