//! The spine: calls the stages in order, for one document and for many.

mod batch;
mod earlier;
mod examples;
mod indicators;
mod options;
mod rows;
mod speaker;
mod unlisted;

use crate::cooccurrence::Counting;
use crate::document::Document;
use crate::gazetteer::{Explanation, Found, Gazetteer};
use crate::ingest::RawDocument;
use crate::layout;
use crate::lexicon::Lexicon;
use crate::result::MadeBy;
use crate::span::Span;
use crate::stance::{StanceReader, StanceReading};
use crate::token::{Sentence, Token, Tokenizer, sentences};

pub use batch::{Batch, Outcome, row_of_failure};
pub use earlier::Earlier;
pub use examples::Trial;
pub use options::{Options, Zones};

/// Everything that is compiled once and then only read.
pub struct Pipeline {
    /// The lexicons.
    pub lexicon: Lexicon,
    gazetteer: Gazetteer,
    stance_reader: StanceReader,
    tokenizer: Tokenizer,
    options: Options,
}

/// What every stage made of one document; pairs are counted once they are asked for.
pub struct Analysis {
    /// Text and blocks.
    pub document: Document,
    /// Tokens of the reading text.
    pub tokens: Vec<Token>,
    /// Sentences of all blocks.
    pub sentences: Vec<Sentence>,
    /// Who and what is named.
    pub found: Found,
    /// Who stands where.
    pub reading: StanceReading,
    made_by: MadeBy,
    zones: options::Zones,
    counting: Counting,
}

impl Pipeline {
    /// Compiles the lexicons.
    pub fn new(lexicon: Lexicon, tokenizer: Tokenizer, options: Options) -> Self {
        let (gazetteer, stance_reader) = rayon::join(
            || Gazetteer::compile(&lexicon),
            || StanceReader::compile(&lexicon).with_min_confidence(options.min_confidence),
        );
        Self {
            lexicon,
            gazetteer,
            stance_reader,
            tokenizer,
            options,
        }
    }

    /// The options of this pipeline.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// What results say about their making.
    pub fn made_by(&self) -> MadeBy {
        MadeBy {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            lexicon: self.lexicon.digest.clone(),
            options: self.options.digest(),
        }
    }

    /// Text, blocks, tokens and sentences: what needs no lexicon.
    pub fn segment(&self, raw: RawDocument) -> (Document, Vec<Token>, Vec<Sentence>) {
        let document = layout::arrange(raw, self.options.layout);
        let tokens = self.tokenizer.tokenize(&document.text);
        let sentences = sentences(&document, &tokens);
        (document, tokens, sentences)
    }

    /// Why words of a document became mentions, or did not: all candidates that overlap one of the spans `at` picks in it.
    pub fn explain(&self, raw: RawDocument, at: impl Fn(&Document) -> Vec<Span>) -> (Document, Vec<Explanation>) {
        let (document, tokens, sentences) = self.segment(raw);
        let spans = at(&document);
        let explanations = self.gazetteer.explain(&document, &tokens, &sentences, &spans);
        (document, explanations)
    }

    /// All stages.
    pub fn analyze(&self, raw: RawDocument) -> Analysis {
        let (mut document, tokens, sentences) = self.segment(raw);
        let mut found = self.gazetteer.find(&document, &tokens, &sentences, self.options.mentions);
        document.head.warnings.append(&mut found.warnings);
        let speaker = speaker::add(&document, &self.lexicon, &mut found, &self.options.speaker_field);
        let reading = self.stance_reader.read_as(&document, &tokens, &sentences, &found, speaker);
        if speaker.is_some() {
            found.mentions.pop();
        }
        Analysis {
            document,
            tokens,
            sentences,
            found,
            reading,
            made_by: self.made_by(),
            zones: self.options.zones.clone(),
            counting: self.options.counting.clone(),
        }
    }
}
