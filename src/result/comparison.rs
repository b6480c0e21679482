//! The JSON of a comparison: groups of documents side by side.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Figure, Label, MadeBy};
use crate::document::Kind;

/// The value of `schema` in a comparison.
pub const COMPARISON_SCHEMA: &str = "briefscope/comparison/1";

/// Groups of documents side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ComparisonResult {
    /// `briefscope/comparison/1`.
    pub schema: String,
    /// What made the documents, each way once.
    pub made_by: Vec<MadeBy>,
    /// What the groups are: `document`, `year`, `quarter`, `month` or a metadata field.
    pub by: String,
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Draws of the bootstrap; 0 where there was none.
    pub draws: u32,
    /// By name.
    pub groups: Vec<GroupRow>,
    /// A row a group and entity.
    pub profiles: Vec<ProfileRow>,
    /// What sets a group apart from all others together: a row a group and entity.
    pub keyness: Vec<KeynessRow>,
    /// A row two groups, basis and measure; with many groups only the nearest of each.
    pub distances: Vec<DistanceRow>,
    /// Groups joined by average linkage, a row a basis.
    pub clusters: Vec<ClusterRow>,
    /// How often two groups judge alike.
    pub agreement: Vec<AgreementRow>,
    /// The same holder and target with opposite positions.
    pub disagreements: Vec<DisagreementRow>,
    /// Entities that only one group mentions.
    pub only_in: Vec<OnlyInRow>,
    /// Paragraphs of two documents that share their words.
    pub shared_passages: Vec<SharedPassageRow>,
    /// Networks of the groups, on demand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<super::NodeRow>,
}

/// A group of documents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct GroupRow {
    pub group: String,
    /// Ids of its documents.
    pub documents: Vec<String>,
    pub tokens: u64,
    pub sentences: u64,
    pub mentions: u64,
    pub stances: u64,
}

/// An entity in a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct ProfileRow {
    pub group: String,
    pub entity: String,
    pub name: String,
    pub kind: Kind,
    pub count: u64,
    /// Documents of the group that mention it.
    pub documents: u32,
    pub per_1000_tokens: Figure,
    /// 95 % interval of the rate, as for a Poisson count.
    pub low: Figure,
    pub high: Figure,
}

/// An entity in a group against all other groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct KeynessRow {
    pub group: String,
    pub entity: String,
    pub name: String,
    pub kind: Kind,
    pub count: u64,
    /// Mentions in all other groups.
    pub count_rest: u64,
    pub per_1000_tokens: Figure,
    pub per_1000_tokens_rest: Figure,
    /// Negative where the group mentions it less.
    pub g2: Figure,
    /// G² less ln(tokens), the approximate Bayes factor (BIC); 2 and more is positive evidence, 10 and more very strong.
    pub bayes_factor: Figure,
    /// log2 of the ratio of the two rates; half a mention for none.
    pub log_ratio: Figure,
    /// Difference of log odds with an informative Dirichlet prior, and that in standard errors.
    pub log_odds: Figure,
    pub z: Figure,
    /// Of G², two-sided.
    pub p: Figure,
    /// Benjamini-Hochberg over all entities of the comparison.
    pub q: Figure,
}

/// How far two groups are apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct DistanceRow {
    pub a: String,
    pub b: String,
    pub basis: Basis,
    pub measure: Measure,
    /// From 0 (alike) to 1 (nothing in common); null where a side has nothing.
    pub value: Figure,
    /// 95 % interval by bootstrap over sentences; null where groups are many.
    pub low: Figure,
    pub high: Figure,
}

/// What two groups are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Mentions of actors and places.
    Entities,
    /// Mentions of themes.
    Themes,
    /// Pairs in a sentence.
    Pairs,
    /// Holder, target and sign of stances.
    Stances,
}

/// How the distance is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 1 less the cosine of the two vectors of counts.
    Cosine,
    /// Jensen-Shannon divergence of the two distributions, in bits.
    JensenShannon,
}

/// Average linkage of all groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClusterRow {
    /// What the groups are compared by.
    pub basis: Basis,
    /// How the distance is measured.
    pub measure: Measure,
    /// The groups so that what is alike stands together.
    pub order: Vec<String>,
    /// Joins, nearest first. Clusters are numbered: the groups from 0 by name, then the joins.
    pub merges: Vec<MergeRow>,
}

/// Two clusters joined into one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct MergeRow {
    pub a: u32,
    pub b: u32,
    /// Average distance of their groups.
    pub distance: Figure,
    /// Groups in the new cluster.
    pub size: u32,
}

/// How often two groups judge alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct AgreementRow {
    pub a: String,
    pub b: String,
    /// Holders and targets on which both lean one way.
    pub shared: u32,
    /// Of these, how often the same way.
    pub same: u32,
    /// (same - opposite) / shared.
    pub score: Figure,
}

/// A holder and a target that two groups present in opposite ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct DisagreementRow {
    pub holder: String,
    pub target: String,
    pub attributed_to: Option<String>,
    /// The group in which the position is favourable.
    pub a: String,
    /// The group in which it is hostile.
    pub b: String,
    pub score_a: Figure,
    pub score_b: Figure,
    pub n_a: u64,
    pub n_b: u64,
    pub label_a: Label,
    pub label_b: Label,
    pub evidence_a: Witness,
    pub evidence_b: Witness,
}

/// The sentence that shows a side best.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct Witness {
    pub document: String,
    pub stance: u32,
    /// The sentence.
    pub text: String,
}

/// An entity that only one group mentions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct OnlyInRow {
    pub group: String,
    pub entity: String,
    pub name: String,
    pub kind: Kind,
    pub count: u64,
    /// Documents of the group that mention it.
    pub documents: u32,
}

/// Two paragraphs that share their words: one witness, not two.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct SharedPassageRow {
    pub a: Passage,
    pub b: Passage,
    /// Runs of five words in both among those in either.
    pub jaccard: Figure,
    /// Runs of five words in both among those of the shorter.
    pub containment: Figure,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct Passage {
    pub document: String,
    pub block: u32,
    pub text: String,
}
