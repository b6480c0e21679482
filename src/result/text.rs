//! The text of a document in its parts: blocks, sections, sentences, definitions.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::BlockKind;

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
