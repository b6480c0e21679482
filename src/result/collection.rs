//! The JSON of a collection: long tables, a pure function of totals and options.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Figure, Indicators, Label, MadeBy, Unit};
use crate::document::Kind;
use crate::lexicon::Class;

/// The value of `schema` in a collection.
pub const COLLECTION_SCHEMA: &str = "briefscope/collection/1";

/// A collection of documents in long tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CollectionResult {
    /// `briefscope/collection/1`.
    pub schema: String,
    /// What made this.
    pub made_by: MadeBy,
    /// A row a document, by id.
    pub documents: Vec<DocumentLine>,
    /// A row an entity, by id.
    pub entities: Vec<CollectionEntity>,
    /// A row a document and entity.
    pub by_document: Vec<ByDocument>,
    /// A row a year and entity.
    pub by_period: Vec<ByPeriod>,
    /// A row a unit and pair.
    pub pairs: Vec<CollectionPair>,
    /// A row a holder, target and source.
    pub positions: Vec<CollectionPosition>,
    /// Positions with stances of both signs, by holder, target, source.
    #[serde(default)]
    pub contradictions: Vec<CollectionContradiction>,
    /// A row a document.
    pub indicators: Vec<DocumentIndicators>,
    /// A row a network (`all`, then the years) and entity; the pairs are those of the first unit.
    #[serde(default)]
    pub nodes: Vec<super::NodeRow>,
    /// A row a scale (year, quarter, month) and period with a document.
    #[serde(default)]
    pub periods: Vec<PeriodRow>,
    /// A row a scale, entity and period that mentions it.
    #[serde(default)]
    pub timeline: Vec<TimelineRow>,
    /// Where the rate of an entity changes: a row a scale, entity and change.
    #[serde(default)]
    pub changes: Vec<ChangeRow>,
}

/// A length of periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Scale {
    Year,
    Quarter,
    Month,
}

/// A period of the collection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct PeriodRow {
    pub scale: Scale,
    /// `2024`, `2024-Q2` or `2024-05`.
    pub period: String,
    pub documents: u32,
    pub tokens: u64,
}

/// An entity in a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct TimelineRow {
    pub scale: Scale,
    pub entity: String,
    pub period: String,
    pub count: u64,
    pub per_1000_tokens: Figure,
    /// The rate over the period and its two neighbors.
    pub moving: Figure,
}

/// A change of an entity's rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct ChangeRow {
    pub scale: Scale,
    pub entity: String,
    /// The first period with the new rate.
    pub period: String,
    /// Mentions per 1,000 tokens since the change before.
    pub before: Figure,
    /// Mentions per 1,000 tokens until the next change.
    pub after: Figure,
    /// Twice the log-likelihood that the change gains, divided by the dispersion, less its penalty of 3 ln(periods).
    pub gain: Figure,
}

/// A document of the collection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct DocumentLine {
    pub id: String,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<String>,
    pub language: Option<String>,
    pub status: super::Status,
    pub tokens: u32,
    pub sentences: u32,
}

/// An entity over all documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct CollectionEntity {
    pub entity: String,
    pub name: String,
    pub kind: Kind,
    pub class: Option<Class>,
    pub refs: BTreeMap<String, String>,
    pub count: u64,
    /// Documents that mention it.
    pub documents: u32,
    pub per_1000_tokens: Figure,
    pub first_date: Option<String>,
    pub last_date: Option<String>,
}

/// An entity in a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct ByDocument {
    pub document: String,
    pub entity: String,
    pub count: u32,
    pub per_1000_tokens: Figure,
}

/// An entity in a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct ByPeriod {
    pub period: String,
    pub entity: String,
    pub count: u64,
    pub documents: u32,
    pub per_1000_tokens: Figure,
}

/// A pair over all documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct CollectionPair {
    pub unit: Unit,
    pub a: String,
    pub b: String,
    pub n11: u64,
    pub n1: u64,
    pub n2: u64,
    /// All units.
    pub n: u64,
    /// Units in which `a` is named before `b`; on demand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a_first: Option<u64>,
    /// Units in which `b` is named before `a`; on demand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b_first: Option<u64>,
    /// Documents with both in one unit.
    pub documents: u32,
    /// Units with both by chance: n1 · n2 / n.
    pub expected: Figure,
    pub pmi: Figure,
    pub npmi: Figure,
    pub g2: Figure,
    /// With Yates' correction.
    pub chi_square: Figure,
    pub log_ratio: Figure,
    /// 95 % interval of `log_ratio`.
    pub log_ratio_low: Figure,
    pub log_ratio_high: Figure,
    pub jaccard: Figure,
    pub dice: Figure,
    /// Share of the units with `a` that also have `b`.
    pub b_given_a: Figure,
    /// Share of the units with `b` that also have `a`.
    pub a_given_b: Figure,
    /// Fisher's exact test, two-sided.
    pub fisher_p: Figure,
    pub p: Figure,
    pub q: Figure,
    /// At most 20, by document and unit.
    pub evidence: Vec<UnitEvidence>,
}

/// A unit of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct UnitEvidence {
    pub document: String,
    pub unit: u32,
}

/// A position over all documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct CollectionPosition {
    pub holder: String,
    pub target: String,
    pub attributed_to: Option<String>,
    pub n: u64,
    pub positive: u64,
    pub negative: u64,
    pub neutral: u64,
    pub documents: u32,
    pub score: Figure,
    pub low: Figure,
    pub high: Figure,
    pub label: Label,
    /// At most 20, by document and stance.
    pub evidence: Vec<StanceEvidence>,
}

/// A holder who stands for and against a target over all documents, with the best stance of each side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names of positions")]
pub struct CollectionContradiction {
    pub holder: String,
    pub target: String,
    pub attributed_to: Option<String>,
    pub positive: u64,
    pub negative: u64,
    pub documents: u32,
    /// The favourable stance of the highest confidence, the first of several by document and stance.
    pub favourable: StanceEvidence,
    /// The hostile one.
    pub hostile: StanceEvidence,
}

/// A stance of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct StanceEvidence {
    pub document: String,
    pub stance: u32,
}

/// A document's indicators.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentIndicators {
    /// Whose.
    pub document: String,
    /// The figures, beside it.
    #[serde(flatten)]
    pub figures: Indicators,
}
