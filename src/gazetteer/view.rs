//! A document as the gazetteer walks over it: tokens by number, each with its words and its sentence.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::compile::Gazetteer;
use super::surfaces::{Beginning, fold};
use super::themes::Role;
use super::words::Sorts;
use crate::document::Document;
use crate::span::Span;
use crate::token::{Sentence, Token, TokenKind, by_form};

/// What the gazetteer knows about a word by its spelling alone.
#[derive(Debug, Clone, Copy)]
pub(super) struct WordFacts {
    /// Whether it begins with a capital.
    pub capital: bool,
    pub sorts: Sorts,
    /// Its stem, where phrases of themes have it.
    pub stem: Option<u32>,
    /// Whether a phrase begins with that stem.
    pub begins_phrase: bool,
    /// What it may do within a phrase of a theme.
    pub role: Role,
    /// The names that begin with it.
    pub beginning: Beginning,
}

/// Tokens `first..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Range {
    pub first: u32,
    pub end: u32,
}

impl Range {
    pub fn new(first: usize, end: usize) -> Self {
        let fit = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            first: fit(first),
            end: fit(end),
        }
    }

    pub fn len(self) -> u32 {
        self.end - self.first
    }

    pub fn tokens(self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }

    pub fn contains(self, inner: Range) -> bool {
        self.first <= inner.first && inner.end <= self.end
    }
}

/// The document's text, tokens and sentences.
pub(super) struct View<'a> {
    pub document: &'a Document,
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub sentences: &'a [Sentence],
    /// The text with ASCII letters in lower case: offsets stay.
    lower: String,
    /// By [`Token::form`].
    facts: Vec<WordFacts>,
    /// What is asked most often, in the least room.
    capitals: Vec<bool>,
    sorts: Vec<Sorts>,
    /// Where phrases stand that were asked for: many candidates need the same.
    phrases: RefCell<FxHashMap<String, Vec<Span>>>,
}

impl<'a> View<'a> {
    pub fn new(gazetteer: &Gazetteer, document: &'a Document, tokens: &'a [Token], sentences: &'a [Sentence]) -> Self {
        let facts = gazetteer.memory.lend(|known| {
            let find = |token: &Token| known.get(token.span.of(&document.text), |word| gazetteer.facts(word));
            by_form(tokens, find)
        });
        let capitals = facts.iter().map(|facts: &WordFacts| facts.capital).collect();
        let sorts = facts.iter().map(|facts| facts.sorts).collect();
        Self {
            document,
            text: &document.text,
            tokens,
            sentences,
            lower: document.text.to_ascii_lowercase(),
            facts,
            capitals,
            sorts,
            phrases: RefCell::default(),
        }
    }

    /// The token's words; empty past the end.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |token| token.span.of(self.text))
    }

    /// The token's words with ASCII letters in lower case; empty past the end.
    pub fn lower(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.span.of(&self.lower))
    }

    /// The token's words as the forms of names have them.
    pub fn folded(&self, token: usize) -> Cow<'_, str> {
        let lower = self.lower(token);
        if lower.is_ascii() { Cow::Borrowed(lower) } else { fold(lower) }
    }

    /// What lists say about the token; nothing past the end.
    pub fn sorts(&self, token: usize) -> Sorts {
        self.tokens
            .get(token)
            .map_or_else(Sorts::default, |token| self.sorts[token.form as usize])
    }

    /// The token's stem, where phrases of themes have it.
    pub fn stem(&self, token: usize) -> Option<u32> {
        self.facts_of(token)?.stem
    }

    /// Whether a phrase of a theme begins with the token's stem.
    pub fn begins_phrase(&self, token: usize) -> bool {
        self.facts_of(token).is_some_and(|facts| facts.begins_phrase)
    }

    /// What the token may do within a phrase of a theme.
    pub fn role(&self, token: usize) -> Role {
        self.facts[self.tokens[token].form as usize].role
    }

    /// The names that begin with the token.
    pub fn beginning(&self, token: usize) -> Beginning {
        self.facts_of(token).map_or_else(Beginning::default, |facts| facts.beginning)
    }

    fn facts_of(&self, token: usize) -> Option<&WordFacts> {
        self.tokens.get(token).map(|token| &self.facts[token.form as usize])
    }

    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.tokens.get(token).map(|token| token.kind)
    }

    /// What the tokens cover.
    pub fn span(&self, range: Range) -> Span {
        self.tokens[range.first as usize]
            .span
            .hull(self.tokens[range.end as usize - 1].span)
    }

    pub fn surface(&self, range: Range) -> &'a str {
        self.span(range).of(self.text)
    }

    /// Whether nothing stands between this token and the one before.
    pub fn glued(&self, token: usize) -> bool {
        token > 0 && token < self.tokens.len() && self.tokens[token - 1].span.end == self.tokens[token].span.start
    }

    /// Whether the token is a word that begins with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| self.capitals[token.form as usize])
    }

    /// The number of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.end_token as usize <= token)
            .min(self.sentences.len().saturating_sub(1))
    }

    /// The tokens of a sentence, as numbers.
    pub fn tokens_of(&self, sentence: usize) -> std::ops::Range<usize> {
        let sentence = &self.sentences[sentence];
        sentence.first_token as usize..sentence.end_token as usize
    }

    /// The tokens that a span touches, within one sentence; `None` where it touches none, or crosses sentences.
    pub fn range_of(&self, span: Span) -> Option<Range> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        (first < end && self.sentence_of(first) == self.sentence_of(end - 1)).then(|| Range::new(first, end))
    }

    /// Whether `phrase` (lower case) stands as whole words anywhere outside `but`.
    pub fn says(&self, phrase: &str, but: Span) -> bool {
        let apart = |stretches: &Vec<Span>| stretches.iter().any(|span| !span.overlaps(but));
        if let Some(known) = self.phrases.borrow().get(phrase) {
            return apart(known);
        }
        let stretches = self.stretches(phrase);
        let says = apart(&stretches);
        self.phrases.borrow_mut().insert(phrase.to_owned(), stretches);
        says
    }

    /// Where the phrase stands as whole words.
    fn stretches(&self, phrase: &str) -> Vec<Span> {
        let lower = self.lower.as_str();
        memchr::memmem::find_iter(lower.as_bytes(), phrase.as_bytes())
            .map(|start| Span::new(start, start + phrase.len()))
            .filter(|&span| is_whole(lower, span))
            .collect()
    }
}

/// Whether no letter or digit touches the span from outside.
pub(super) fn is_whole(text: &str, span: Span) -> bool {
    let range = span.range();
    text.is_char_boundary(range.start)
        && text.is_char_boundary(range.end)
        && !text[..range.start].ends_with(char::is_alphanumeric)
        && !text[range.end..].starts_with(char::is_alphanumeric)
}
