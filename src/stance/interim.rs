use super::StanceReading;
use crate::document::Document;
use crate::gazetteer::Found;
use crate::lexicon::Lexicon;
use crate::token::{Sentence, Token};

/// Interim.
pub struct StanceReader;

impl StanceReader {
    /// Compile.
    pub fn compile(_: &Lexicon) -> Self {
        Self
    }

    /// Read.
    pub fn read(&self, _: &Document, _: &[Token], _: &[Sentence], _: &Found) -> StanceReading {
        StanceReading::default()
    }
}

/// The class of a CAMEO code.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    /// Quad class.
    pub quad_class: u8,
    /// Goldstein weight.
    pub goldstein: f64,
}

/// The class of a CAMEO code.
pub fn event(_: &str) -> Event {
    Event {
        quad_class: 1,
        goldstein: 0.0,
    }
}
