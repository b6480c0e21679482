//! The stance stage: compiled once from the lexicon, then reads one document after another.

use crate::document::Document;
use crate::gazetteer::Found;
use crate::lexicon::Lexicon;
use crate::memo::Pool;
use crate::token::{Sentence, Token};

use super::StanceReading;
use super::compiled::Compiled;
use super::parse::Parse;
use super::pass::{Text, read};

/// Reads cues, attributions and stances.
pub struct StanceReader {
    compiled: Compiled,
    /// What reading threads work with.
    memory: Pool<Parse>,
}

impl StanceReader {
    /// Compiles the cues, verbs and opinion words of the lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        Self {
            compiled: Compiled::new(lexicon),
            memory: Pool::default(),
        }
    }

    /// The same, which leaves out stances that are right less often than `share`, by their confidence.
    #[must_use]
    pub fn with_min_confidence(mut self, share: f32) -> Self {
        self.compiled.min_confidence = share;
        self
    }

    /// Cues, attributions and stances of a document.
    pub fn read(&self, document: &Document, tokens: &[Token], sentences: &[Sentence], found: &Found) -> StanceReading {
        self.read_as(document, tokens, sentences, found, None)
    }

    /// The same, where "we" means the mention `speaker`, which may stand outside the text.
    pub fn read_as(
        &self,
        document: &Document,
        tokens: &[Token],
        sentences: &[Sentence],
        found: &Found,
        speaker: Option<u32>,
    ) -> StanceReading {
        let text = Text {
            document,
            tokens,
            sentences,
            found,
        };
        self.memory.lend(|parse| read(&self.compiled, parse, text, speaker))
    }
}
