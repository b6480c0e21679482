//! Options that change results.

use serde::Serialize;

use crate::cooccurrence::Counting;
use crate::digest::Digest;
use crate::document::BlockKind;
use crate::gazetteer::GivenUse;
use crate::layout::Mode;

/// Options that change results; each has a key in the configuration file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Options {
    /// What to do with mentions that the input brings along.
    pub mentions: GivenUse,
    /// How much layout is looked for.
    pub layout: Mode,
    /// How pairs are counted and which are listed.
    #[serde(flatten)]
    pub counting: Counting,
    /// Zones whose mentions count.
    pub zones: Zones,
    /// Metadata field that names the speaker, whom "I" and "we" mean.
    pub speaker_field: String,
    /// Stances of a lower confidence are left out.
    pub min_confidence: f32,
    /// Digest of a user's tokenizer file.
    pub tokenizer: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            mentions: GivenUse::Ignore,
            layout: Mode::Auto,
            counting: Counting::default(),
            zones: Zones::default(),
            speaker_field: "speaker".to_owned(),
            min_confidence: 0.0,
            tokenizer: None,
        }
    }
}

impl Options {
    /// The digest of all of them.
    pub fn digest(&self) -> String {
        let mut digest = Digest::default();
        digest.add(serde_json::to_string(self).unwrap_or_default().as_bytes());
        digest.short()
    }
}

/// Zones whose mentions count; the five text zones by default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Zones(Vec<BlockKind>);

impl Default for Zones {
    fn default() -> Self {
        Self(vec![
            BlockKind::Title,
            BlockKind::Heading,
            BlockKind::Body,
            BlockKind::List,
            BlockKind::Caption,
        ])
    }
}

impl Zones {
    /// These zones, each once, in their usual order.
    pub fn new(mut zones: Vec<BlockKind>) -> Self {
        zones.sort_unstable();
        zones.dedup();
        Self(zones)
    }

    /// Whether the mentions of a block of this kind count.
    pub fn counts(&self, kind: BlockKind) -> bool {
        self.0.contains(&kind)
    }
}
