//! The JSON of one document.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Figure;
use crate::document::{BlockKind, Kind, Metadata, Source, Warning};
use crate::lexicon::{Class, Reading};

/// The value of `schema` in a document.
pub const DOCUMENT_SCHEMA: &str = "briefscope/document/1";

/// Everything that is known about one document.
///
/// Offsets are half-open and count Unicode code points of `text`; `source_*` count code points of the
/// extracted text and are a hull.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "'de: 'a"))]
pub struct DocumentResult<'a> {
    /// `briefscope/document/1`.
    pub schema: Cow<'a, str>,
    /// What made this.
    pub made_by: MadeBy,
    /// Unique id.
    pub id: String,
    /// Whether all went well.
    pub status: Status,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// The input file.
    pub source: Source,
    /// Title, authors, publisher, date, language and further fields.
    pub metadata: Metadata,
    /// The reading text.
    pub text: Cow<'a, str>,
    /// Labelled stretches of the text.
    pub blocks: Vec<BlockRow>,
    /// Blocks under a heading.
    pub sections: Vec<SectionRow<'a>>,
    /// Sentences of all blocks.
    pub sentences: Vec<SentenceRow>,
    /// Abbreviations that the document defines.
    pub definitions: Vec<DefinitionRow<'a>>,
    /// Actors, places and themes, occurrence by occurrence.
    pub mentions: Vec<MentionRow<'a>>,
    /// A row an entity.
    pub entities: Vec<EntityRow<'a>>,
    /// Pairs by sentence and by paragraph.
    pub cooccurrence: Vec<CooccurrenceTable>,
    /// Negation, hedge, booster, reporting and stance cues with their scopes.
    pub cues: Vec<CueRow<'a>>,
    /// Who says what.
    pub attributions: Vec<AttributionRow<'a>>,
    /// Who stands where towards whom, sentence by sentence.
    pub stances: Vec<StanceRow<'a>>,
    /// Stances summed up.
    pub positions: Vec<PositionRow>,
    /// Positions with stances of both signs, by holder, target, source.
    #[serde(default)]
    pub contradictions: Vec<ContradictionRow>,
    /// Figures for the whole document.
    pub indicators: Indicators,
}

impl<'a> DocumentResult<'a> {
    /// The level of the section that begins at `start`; 0 where none does.
    pub fn level_of_section(&self, start: u32) -> u8 {
        let section = self.sections.iter().find(|section| section.start == start);
        section.map_or(0, |section| section.level)
    }

    /// Reads a document with all its fields.
    ///
    /// # Errors
    ///
    /// Where the JSON is none, or of another major number, or lacks fields.
    pub fn read(json: &'a str) -> Result<Self, UnreadableDocument> {
        let head: Head = serde_json::from_str(json).map_err(|error| UnreadableDocument::NotJson(error.to_string()))?;
        let id = head.id.unwrap_or_default();
        if head.schema.as_deref() != Some(DOCUMENT_SCHEMA) {
            return Err(UnreadableDocument::Schema { id });
        }
        serde_json::from_str(json).map_err(|error| UnreadableDocument::Lacking {
            id,
            reason: error.to_string(),
        })
    }
}

/// The id of a document given as JSON, read without the rest.
pub fn document_id(json: &str) -> Option<String> {
    serde_json::from_str::<Head>(json).ok()?.id
}

#[derive(Deserialize)]
struct Head {
    schema: Option<String>,
    id: Option<String>,
}

/// Why JSON cannot be read as a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableDocument {
    /// It is no JSON object.
    #[error("not a document of `briefscope analyze` ({0})")]
    NotJson(String),
    /// It is something else, or of another major number.
    #[error("document {id:?}: schema is not {DOCUMENT_SCHEMA}; analyze again with this version")]
    Schema {
        /// The document.
        id: String,
    },
    /// Fields are missing.
    #[error("document {id:?}: {reason}; analyze again without --fields")]
    Lacking {
        /// The document.
        id: String,
        /// What is missing.
        reason: String,
    },
}

/// What made a result.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct MadeBy {
    /// Version of the program.
    pub version: String,
    /// Digest of the lexicons.
    pub lexicon: String,
    /// Digest of the options that change results.
    pub options: String,
}

/// How reading an input went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// All of it was read.
    Ok,
    /// Some of it was not, or the lexicons do not cover its language.
    Partial,
    /// No text in it.
    Empty,
    /// It could not be read.
    Failed,
    /// The same document stands elsewhere in the input.
    Duplicate,
    /// Left out by rule.
    Ignored,
    /// Taken from an earlier run.
    Cached,
}

/// A labelled stretch of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct BlockRow {
    pub id: u32,
    pub kind: BlockKind,
    pub start: u32,
    pub end: u32,
    pub page: Option<u32>,
    pub section: Option<u32>,
    pub source_start: u32,
    pub source_end: u32,
}

/// Blocks under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct SectionRow<'a> {
    pub id: u32,
    pub heading: Cow<'a, str>,
    pub level: u8,
    pub start: u32,
    pub end: u32,
}

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct SentenceRow {
    pub id: u32,
    pub start: u32,
    pub end: u32,
    pub source_start: u32,
    pub source_end: u32,
    pub block: u32,
}

/// An abbreviation and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct DefinitionRow<'a> {
    pub id: u32,
    pub short: Cow<'a, str>,
    pub long: Cow<'a, str>,
    pub short_start: u32,
    pub short_end: u32,
    pub long_start: u32,
    pub long_end: u32,
    /// The entity that both name; null where none is known.
    pub entity: Option<Cow<'a, str>>,
}

/// One occurrence of an entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct MentionRow<'a> {
    pub id: u32,
    pub entity: Cow<'a, str>,
    pub name: Cow<'a, str>,
    pub kind: Kind,
    pub class: Option<Class>,
    pub surface: Cow<'a, str>,
    pub start: u32,
    pub end: u32,
    pub source_start: u32,
    pub source_end: u32,
    /// The document's tokens, from `token` to before `token_end`; only where windows of tokens are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_end: Option<u32>,
    pub sentence: u32,
    pub block: u32,
    pub zone: BlockKind,
    pub page: Option<u32>,
    pub reading: Reading,
    /// The rule that decided on entity and kind.
    pub rule: Cow<'a, str>,
    /// From 0 to 1.
    pub confidence: Figure,
}

/// An entity with its mentions in the five text zones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct EntityRow<'a> {
    pub entity: Cow<'a, str>,
    pub name: Cow<'a, str>,
    pub kind: Kind,
    /// Mentions of the five text zones by kind.
    pub by_kind: BTreeMap<Kind, u32>,
    pub class: Option<Class>,
    pub count: u32,
    /// Mentions in all zones.
    pub count_all_zones: u32,
    pub mentions: Vec<u32>,
    pub sentences: Vec<u32>,
    /// Opinion words in the clauses that name it, of body and list blocks; left out where there are none.
    #[serde(default, skip_serializing_if = "Opinions::is_empty")]
    pub tone: Opinions,
    pub refs: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
}

/// Opinion words by their sign, after negation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Opinions {
    /// Favourable words.
    pub positive: u32,
    /// Hostile words.
    pub negative: u32,
}

impl Opinions {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

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

/// Figures for a whole document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Indicators {
    /// Word tokens of the five text zones.
    pub tokens: u32,
    /// Sentences with one.
    pub sentences: u32,
    /// A row a theme.
    pub themes: BTreeMap<String, ThemeFigures>,
    /// Hedges.
    pub hedging: Rate,
    /// Boosters.
    pub boosting: Rate,
    /// Negations.
    pub negation: Rate,
    /// Attributions.
    pub attribution: Rate,
    /// Words of haste or alarm: urgent, without delay.
    #[serde(default)]
    pub urgency: Rate,
    /// Opinion words.
    pub tone: Tone,
    /// Capitalised name candidates that became a mention, as a share of all.
    pub coverage: Figure,
}

/// How much of a document is about a theme.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct ThemeFigures {
    /// Mentions.
    pub count: u32,
    /// Mentions per 1,000 tokens.
    pub per_1000_tokens: Figure,
    /// Sentences with the theme, as a share of all.
    pub share: Figure,
}

/// A count and its rate.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Rate {
    /// How many.
    pub count: u32,
    /// Per 1,000 tokens.
    pub per_1000_tokens: Figure,
}

/// Opinion words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Tone {
    /// Favourable words.
    pub positive: u32,
    /// Hostile words.
    pub negative: u32,
    /// (positive - negative) / (positive + negative); 0 where there is none.
    pub score: Figure,
}
