//! Cues, who says what, and who stands where in a document.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Figure;
use crate::document::BlockKind;

/// Holder of the author's own stances.
pub const AUTHOR: &str = "author:document";

/// A cue and what it governs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct CueRow<'a> {
    pub id: u32,
    pub kind: CueRowKind,
    pub surface: Cow<'a, str>,
    pub start: u32,
    pub end: u32,
    pub scope_start: u32,
    pub scope_end: u32,
    pub sentence: u32,
    pub zone: BlockKind,
}

/// What a cue signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum CueRowKind {
    Negation,
    Hedge,
    Booster,
    Reporting,
    Support,
    Oppose,
    Neutral,
}

/// A stretch of text quoted with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct Quote<'a> {
    pub surface: Cow<'a, str>,
    pub start: u32,
    pub end: u32,
}

/// The source of what is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct SourceQuote<'a> {
    pub surface: Cow<'a, str>,
    pub start: u32,
    pub end: u32,
    /// The entity, null where none is known.
    pub entity: Option<Cow<'a, str>>,
}

/// A stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct Extent {
    pub start: u32,
    pub end: u32,
}

/// Who says what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct AttributionRow<'a> {
    pub id: u32,
    /// Null where the text names none.
    pub source: Option<SourceQuote<'a>>,
    pub cue: Quote<'a>,
    pub content: Extent,
    pub form: Form,
    pub sentence: u32,
    pub zone: BlockKind,
}

/// How something is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// In quotation marks.
    Direct,
    /// In the author's words.
    Indirect,
    /// Partly in quotation marks.
    Mixed,
}

/// In word or in deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Said.
    Verbal,
    /// Done.
    Material,
}

/// As a fact or otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Modality {
    Asserted,
    Possible,
    Conditional,
    Future,
}

/// The event class of a stance in the CAMEO scheme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventRow {
    /// CAMEO code.
    pub cameo: String,
    /// Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad_class: u8,
    /// Goldstein weight, from -10 to 10.
    pub goldstein: Figure,
}

/// One sentence's word on where a holder stands towards a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct StanceRow<'a> {
    pub id: u32,
    pub holder: Cow<'a, str>,
    pub target: Cow<'a, str>,
    /// -1 hostile, 0 neutral or silent, 1 favourable; after negation and reversal.
    pub polarity: i8,
    /// Absolute Goldstein weight of the cue's class, divided by 10.
    pub strength: Figure,
    pub mode: Mode,
    pub event: EventRow,
    pub modality: Modality,
    pub negated: bool,
    pub hedged: bool,
    pub quoted: bool,
    pub reciprocal: bool,
    pub attributed_to: Option<Cow<'a, str>>,
    /// Id of the attribution's row.
    pub attribution: Option<u32>,
    pub sentence: u32,
    pub cue: Quote<'a>,
    pub cue_ids: Vec<u32>,
    /// Ids of the mentions; null where holder or target is named in another sentence.
    pub holder_mention: Option<u32>,
    pub target_mention: Option<u32>,
    pub rule: Cow<'a, str>,
    pub confidence: Figure,
}

/// All stances of a holder towards a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct PositionRow {
    pub holder: String,
    pub target: String,
    pub attributed_to: Option<String>,
    pub n: u32,
    pub positive: u32,
    pub negative: u32,
    pub neutral: u32,
    /// (positive - negative) / n.
    pub score: Figure,
    pub low: Figure,
    pub high: Figure,
    pub label: Label,
    /// Ids of the stances.
    pub evidence: Vec<u32>,
}

/// A holder who stands for and against a target, with the best stance of each side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "the names of positions")]
pub struct ContradictionRow {
    pub holder: String,
    pub target: String,
    pub attributed_to: Option<String>,
    pub positive: u32,
    pub negative: u32,
    /// Id of the favourable stance of the highest confidence, the first of several.
    pub favourable: u32,
    /// Id of the hostile one.
    pub hostile: u32,
}

/// A position in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the README defines them")]
pub enum Label {
    Insufficient,
    Supportive,
    Opposed,
    Mixed,
    Neutral,
}
