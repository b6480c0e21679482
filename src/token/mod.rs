//! Words, sentences and stems of a [`Document`](crate::document::Document).

mod abbreviations;
mod forms;
mod merge;
mod sentences;
mod stem;
mod tokenizer;

pub use forms::by_form;
pub use sentences::sentences;
pub use stem::Stems;
pub use tokenizer::{Tokenizer, TokenizerError};

use crate::span::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and the full stops of abbreviations.
    Word,
    /// Digits, with inner signs.
    Number,
    /// A mark of punctuation.
    Punctuation,
    /// Any other sign.
    Symbol,
    /// A web address or e-mail address.
    Url,
    /// The possessive ending of the word before it: `'s`, or a bare apostrophe after a plural.
    Clitic,
}

/// A span of the reading text and its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TokenKind,
    /// Its spelling: tokens of one text that are spelled alike have the same number. They go up from 0 as they first occur.
    pub form: u32,
}

/// A sentence: a stretch of one block, as text and as tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where, in the reading text.
    pub span: Span,
    /// Index of the first token.
    pub first_token: u32,
    /// One past the index of the last token.
    pub end_token: u32,
    /// Index of the block.
    pub block: u32,
}

impl Sentence {
    /// The sentence's tokens.
    pub fn tokens(self, all: &[Token]) -> &[Token] {
        &all[self.first_token as usize..self.end_token as usize]
    }
}
