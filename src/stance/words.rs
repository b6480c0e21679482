//! The words of a sentence and what each does in it.

use super::vocabulary::Lexeme;
use crate::span::Span;

/// What a word does in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    Name,
    Noun,
    Adj,
    Adv,
    Det,
    Poss,
    Pron,
    Num,
    Verb,
    Modal,
    Be,
    Have,
    Do,
    Not,
    To,
    Prep,
    Coord,
    Sub,
    That,
    Rel,
    Comma,
    Break,
    Open,
    Close,
    Quote,
}

impl Tag {
    /// Whether it is a verb or an auxiliary.
    pub fn is_verbal(self) -> bool {
        matches!(self, Self::Verb | Self::Modal | Self::Be | Self::Have | Self::Do)
    }
}

/// A word of a sentence.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Where.
    pub span: Span,
    /// What is known about its form.
    pub lexeme: Lexeme,
    /// What it does here.
    pub tag: Tag,
    /// Index of the actor or place it names.
    pub mention: Option<u32>,
    /// Index of the theme it belongs to.
    pub theme: Option<u32>,
    /// Whether a hyphen joins it to the word before.
    pub glued: bool,
    /// Whether 's follows.
    pub possessive: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
    /// Whether it stands in brackets.
    pub aside: bool,
    /// Whether it is "no" before "longer".
    pub no_longer: bool,
    /// Whether it is a verb before its subject instead of "if", or the verb after that subject: "Should Iran attack".
    pub inverted: bool,
    /// Whether it is "such", which with "as" opens examples.
    pub such: bool,
    /// Whether it is a mention whose form is an adjective: Russian.
    pub adjectival: bool,
}

/// A word of which nothing else is known yet.
pub(super) fn word(span: Span, lexeme: Lexeme, tag: Tag) -> Word {
    Word {
        span,
        lexeme,
        tag,
        mention: None,
        theme: None,
        glued: false,
        possessive: false,
        capital: false,
        quoted: false,
        aside: false,
        no_longer: false,
        inverted: false,
        such: false,
        adjectival: false,
    }
}
