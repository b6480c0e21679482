//! The JSON of one document.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    AttributionRow, BlockRow, ContradictionRow, CooccurrenceTable, CueRow, DefinitionRow, EntityRow, Indicators, MentionRow, PositionRow,
    SectionRow, SentenceRow, StanceRow,
};
use crate::document::{Metadata, Source, Warning};

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
