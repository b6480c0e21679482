//! Who and what is named in a document.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Figure;
use crate::document::{BlockKind, Kind};
use crate::lexicon::{Class, Reading};

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
