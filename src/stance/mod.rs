//! Cues with their scopes, who says what, and who stands where towards whom.

mod adjectives;
mod attribution;
mod cameo;
mod chunks;
mod clauses;
mod compiled;
mod confidence;
mod context;
mod cues;
mod cutter;
mod frames;
mod grammar;
mod inflect;
mod modality;
mod parse;
mod parties;
mod pass;
pub mod positions;
mod quotations;
mod reader;
mod records;
mod scope;
mod spelled;
mod tagger;
mod tone;
mod vocabulary;
mod when;
mod wordlists;
mod words;

pub use cameo::{Event, event};
pub use reader::StanceReader;

use std::collections::BTreeMap;

use crate::result::{CueRowKind, Form, Modality, Mode};
use crate::span::Span;

pub use crate::result::AUTHOR;

/// What the stance stage finds in a document.
#[derive(Debug, Clone, Default)]
pub struct StanceReading {
    /// Cues by start, end, kind.
    pub cues: Vec<CueMention>,
    /// Attributions by the start of their content, then their cue.
    pub attributions: Vec<Attribution>,
    /// Stances by sentence, holder, target, source.
    pub stances: Vec<Stance>,
    /// Opinion words in the text zones: favourable, hostile.
    pub tone: (u32, u32),
    /// Opinion words in the clauses that name an entity (index), of body and list blocks: favourable, hostile.
    pub tones: BTreeMap<u32, (u32, u32)>,
    /// Words of haste or alarm in the text zones.
    pub urgency: u32,
}

/// A cue in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CueMention {
    /// What it signals.
    pub kind: CueRowKind,
    /// The cue.
    pub span: Span,
    /// What it governs.
    pub scope: Span,
    /// Index of the sentence.
    pub sentence: u32,
}

/// Who says what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The words that name the source, and the mention in them (index) where one is.
    pub source: Option<(Span, Option<u32>)>,
    /// The word of saying.
    pub cue: Span,
    /// What is said.
    pub content: Span,
    /// Directly, indirectly, or both.
    pub form: Form,
    /// Index of the sentence of the cue.
    pub sentence: u32,
}

/// Holder of a stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// An entity: index in [`crate::gazetteer::Found::entities`].
    Entity(u32),
    /// The document's author.
    Author,
}

/// One sentence's word on where a holder stands towards a target: one record for (sentence, holder, target, source).
#[derive(Debug, Clone, PartialEq)]
pub struct Stance {
    /// Who.
    pub holder: Party,
    /// Towards whom or what: index of the entity.
    pub target: u32,
    /// -1, 0 or 1, after negation and reversal.
    pub polarity: i8,
    /// In word or in deed.
    pub mode: Mode,
    /// CAMEO code; the class gives strength, quad class and Goldstein weight.
    pub cameo: String,
    /// As a fact or otherwise.
    pub modality: Modality,
    /// Whether a negated cue gave the polarity.
    pub negated: bool,
    /// Whether the sentence presents it as uncertain.
    pub hedged: bool,
    /// Whether the cue stands in quotation marks.
    pub quoted: bool,
    /// Whether the other half says the same of the target.
    pub reciprocal: bool,
    /// Entity that says so, where that is not the author.
    pub attributed_to: Option<u32>,
    /// Index of the attribution.
    pub attribution: Option<u32>,
    /// Index of the sentence.
    pub sentence: u32,
    /// The strongest cue.
    pub cue: Span,
    /// Indexes of the cues that count in: stance, negation, hedge, booster.
    pub cues: Vec<u32>,
    /// Index of the holder's mention in this sentence.
    pub holder_mention: Option<u32>,
    /// Index of the target's mention in this sentence.
    pub target_mention: Option<u32>,
    /// The rule that found it.
    pub rule: &'static str,
    /// From 0 to 1.
    pub confidence: f32,
}
