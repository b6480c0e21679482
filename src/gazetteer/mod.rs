//! Aliases compiled for lookup; mentions of actors, places and themes with their readings.
//!
//! What [`Gazetteer::find`] does, in order: all aliases that stand in the text ([`walk`]), names and abbreviations that the
//! document makes itself, company that aliases need ([`policy`]), overlaps ([`resolve`]), then for each stretch the
//! entity and the reading that its context asks for ([`choose`]).

mod abbreviations;
mod candidate;
mod choose;
mod compile;
mod explain;
mod extent;
mod find;
mod gate;
mod given;
mod inflect;
mod names;
mod places;
mod policy;
mod readings;
mod resolve;
mod senses;
mod setting;
mod short_forms;
mod spot;
mod surfaces;
mod themes;
mod variants;
mod view;
mod walk;
mod words;

use std::sync::Arc;

use serde::Serialize;

pub use candidate::Verdict;
pub use compile::Gazetteer;
pub use explain::Explanation;

use crate::document::{Kind, Warning};
use crate::lexicon::{Class, Entity, Reading};
use crate::span::Span;

/// What a document names.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The entities mentioned, by id, each once.
    pub entities: Vec<Arc<Entity>>,
    /// Mentions by start, end, kind. Actors and places never overlap one another, themes never themes.
    pub mentions: Vec<Mention>,
    /// Abbreviations that the document defines, by the start of the short form.
    pub definitions: Vec<Definition>,
    /// What a reader should know, such as given mentions that cannot be mapped.
    pub warnings: Vec<Warning>,
}

/// What to do with mentions that the input brings along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenUse {
    /// Only the gazetteer's.
    #[default]
    Ignore,
    /// Only the given ones.
    Alone,
    /// Both; a given one wins an overlap.
    Both,
}

/// One occurrence of an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Index in [`Found::entities`].
    pub entity: u32,
    /// Read as actor, place or theme.
    pub kind: Kind,
    /// Class in that reading; `None` for themes and where a given mention does not tell.
    pub class: Option<Class>,
    /// Where, in the reading text; within one sentence.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: u32,
    /// Index of the block.
    pub block: u32,
    /// How the surface leads to the entity.
    pub reading: Reading,
    /// The rule that decided.
    pub rule: &'static str,
    /// From 0 to 1.
    pub confidence: f32,
}

/// An abbreviation that the document defines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The short form.
    pub short: Span,
    /// What it stands for.
    pub long: Span,
    /// Index in [`Found::entities`] of what both name.
    pub entity: Option<u32>,
}
