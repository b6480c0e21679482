//! How pairs are counted.

use serde::{Deserialize, Serialize};

use crate::result::Unit;

/// How pairs are counted and which are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    /// The units, each once, in their usual order.
    pub units: Vec<Unit>,
    /// Tokens from one mention to the other, at most, in the unit `window`.
    pub window: u32,
    /// Whether a window may cross sentences; it never crosses a block.
    pub across_sentences: bool,
    /// Whether documents also say who is named first.
    pub direction: bool,
    /// What chance does.
    pub null_model: NullModel,
    /// A pair is listed where each side stands in at least so many units.
    pub min_support: u32,
    /// A pair is listed in a collection where each side stands in at least so many documents.
    pub min_documents: u32,
}

impl Default for Counting {
    fn default() -> Self {
        Self {
            units: vec![Unit::Sentence, Unit::Paragraph],
            window: 10,
            across_sentences: false,
            direction: false,
            null_model: NullModel::Hypergeometric,
            min_support: 2,
            min_documents: 1,
        }
    }
}

/// What chance does: the model behind `p`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NullModel {
    /// Units are drawn without replacement: how often each entity occurs is fixed, all units are alike.
    #[default]
    Hypergeometric,
    /// Entities and units keep their number of occurrences on average: a long sentence holds many pairs by chance.
    Bipartite,
}

impl NullModel {
    /// Its name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hypergeometric => "hypergeometric",
            Self::Bipartite => "bipartite",
        }
    }
}
