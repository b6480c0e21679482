//! Figures for a whole document.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Figure;

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
