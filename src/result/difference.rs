//! The JSON of a difference: what changed between two results, and why.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Figure, Label, MadeBy};

/// The value of `schema` in a difference.
pub const DIFFERENCE_SCHEMA: &str = "briefscope/difference/1";

/// What changed from one result to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DifferenceResult {
    /// `briefscope/difference/1`.
    pub schema: String,
    /// What made the first.
    pub before: MadeBy,
    /// What made the second.
    pub after: MadeBy,
    /// Options with other values.
    pub options: Vec<OptionChange>,
    /// Documents that came, went, or have other results; by path and id.
    pub documents: Vec<DocumentChange>,
    /// Surface forms that are read as another entity than before in an unchanged text: what a lexicon entry did.
    pub aliases: Vec<AliasChange>,
    /// Entities with another number of mentions.
    pub entities: Vec<EntityChange>,
    /// Positions that came, went, or moved.
    pub positions: Vec<PositionChange>,
}

/// An option with another value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OptionChange {
    pub option: String,
    pub before: serde_json::Value,
    pub after: serde_json::Value,
}

/// A document that came, went, or has other results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DocumentChange {
    /// Path of its input, with the line of a record.
    pub path: String,
    /// Id before; null for one that came.
    pub before: Option<String>,
    /// Id after; null for one that went.
    pub after: Option<String>,
    /// What may have done it.
    pub because: Vec<Cause>,
    pub mentions_before: u32,
    pub mentions_after: u32,
    pub stances_before: u32,
    pub stances_after: u32,
}

/// What makes results differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// The document came, went, or has another text.
    Document,
    /// The lexicons differ.
    Lexicon,
    /// The options differ.
    Option,
    /// The versions of the program differ.
    Version,
}

/// A surface form that is read in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AliasChange {
    pub surface: String,
    /// Entity before; null where it was none.
    pub before: Option<String>,
    /// Entity after; null where it is none.
    pub after: Option<String>,
    pub mentions: u32,
    pub documents: u32,
}

/// An entity with another number of mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EntityChange {
    pub entity: String,
    pub before: u64,
    pub after: u64,
}

/// A position that came, went, or moved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PositionChange {
    pub holder: String,
    pub target: String,
    pub attributed_to: Option<String>,
    pub n_before: u64,
    pub n_after: u64,
    pub score_before: Figure,
    pub score_after: Figure,
    pub label_before: Option<Label>,
    pub label_after: Option<Label>,
}
