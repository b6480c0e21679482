//! Who says what: direct, indirect and mixed quotation, "according to", reported claims.

mod carry;
mod complement;
mod extent;
mod phrases;
mod verbs;
mod wording;

pub use carry::{Carry, claims};
pub use wording::Wording;

use crate::lexicon::{CueKind, PartOfSpeech};
use crate::result::Form;
use crate::span::Span;

use super::Attribution;
use super::chunks::ChunkKind;
use super::cues::Patterns;
use super::parse::Parse;
use super::parties::{Parties, Way};
use super::vocabulary::Sym;
use super::words::{Tag, Word};

/// Finds the attributions of one sentence.
pub struct Attributions<'a> {
    /// The reading text.
    pub text: &'a str,
    /// The parsed sentence.
    pub parse: &'a Parse,
    /// Who is meant.
    pub parties: Parties<'a>,
    /// The cues.
    pub patterns: &'a Patterns,
    /// Words that decide where source and content end.
    pub wording: &'a Wording,
    /// Index of the sentence.
    pub sentence: u32,
}

/// The parts of an attribution as words of the sentence, both ends included.
#[derive(Debug, Clone, Copy)]
struct Parts {
    /// The source: its chunk, first word, last word.
    source: Option<Source>,
    /// First and last word of the cue.
    cue: (usize, usize),
    /// First and last word of the content.
    content: (usize, usize),
}

/// A source in the sentence.
#[derive(Debug, Clone, Copy)]
struct Source {
    /// The noun group that tells who it is; none in brackets.
    chunk: Option<usize>,
    /// First word.
    first: usize,
    /// Last word.
    last: usize,
}

impl Attributions<'_> {
    /// All attributions, by cue.
    pub fn read(&self) -> Vec<Attribution> {
        let mut all: Vec<Attribution> = Vec::new();
        let mut parts: Vec<Parts> = Vec::new();
        for &hit in &self.parse.hits {
            let pattern = self.patterns.get(hit);
            if pattern.kind != CueKind::Reporting || self.parse.words[hit.first].aside && pattern.pos != PartOfSpeech::Verb {
                continue;
            }
            let found = match pattern.pos {
                PartOfSpeech::Verb => self.by_verb(hit, &parts),
                PartOfSpeech::Prep => self.by_preposition(hit, !parts.is_empty()),
                PartOfSpeech::Noun => self.by_noun(hit).or_else(|| self.by_view(hit)),
                PartOfSpeech::Adv => self.by_adverb(hit),
                PartOfSpeech::Phrase => self.by_phrase(hit, &parts),
                _ => None,
            };
            let Some(found) = found else { continue };
            let row = self.row(found);
            if !all.iter().any(|known| known.cue.overlaps(row.cue) || known.content == row.content) {
                parts.push(found);
                all.push(row);
            }
        }
        self.leave_out_parentheses(&mut all, &mut parts);
        all
    }

    /// "The president hopes to meet him, his spokesman said": what the one hopes does not reach over who reports it.
    fn leave_out_parentheses(&self, all: &mut [Attribution], parts: &mut [Parts]) {
        for own in 0..parts.len() {
            let end = parts[own].content.1;
            let closing = parts.iter().find_map(|other| {
                let source = other.source?;
                let before = other.content.1;
                let closes = source.last.max(other.cue.1) == end && before < source.first.min(other.cue.0);
                (closes && (parts[own].content.0..end).contains(&before)).then_some(before)
            });
            if let Some(last) = closing {
                parts[own].content.1 = last;
                all[own] = self.row(parts[own]);
            }
        }
    }

    fn row(&self, parts: Parts) -> Attribution {
        let content = self.span(parts.content);
        let source = parts.source.map(|source| {
            let parties = source.chunk.map(|chunk| self.parties.of(chunk)).unwrap_or_default();
            let party = parties
                .into_iter()
                .find(|party| !matches!(party.way, Way::Deed | Way::Indirect))
                .map(|party| party.mention);
            let named = || self.words()[source.first..=source.last].iter().find_map(|word| word.mention);
            let mention = party.or_else(|| source.chunk.is_none().then(named).flatten());
            (self.span((source.first, source.last)), mention)
        });
        Attribution {
            source,
            cue: self.span(parts.cue),
            content,
            form: form(&self.parse.words, content, parts),
            sentence: self.sentence,
        }
    }

    fn span(&self, (first, last): (usize, usize)) -> Span {
        self.words()[first].span.hull(self.words()[last].span)
    }

    fn words(&self) -> &[Word] {
        &self.parse.words
    }

    fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.parse.chunks.get(chunk).map(|chunk| chunk.kind)
    }

    /// The form of a chunk's head.
    fn head_form(&self, chunk: usize) -> Sym {
        self.words()[self.parse.chunks[chunk].head].lexeme.form
    }

    /// Whether the chunk opens a clause by "that", "whether", "how".
    fn opens_content(&self, chunk: usize) -> bool {
        self.kind(chunk) == Some(ChunkKind::Sub) && {
            let word = &self.words()[self.parse.chunks[chunk].head];
            word.tag == Tag::That || self.wording.asks(word.lexeme.form)
        }
    }

    fn is_finite(&self, chunk: usize) -> bool {
        self.kind(chunk) == Some(ChunkKind::Verbs) && self.parse.verbs[self.parse.chunks[chunk].verb].finite
    }

    fn is_copula(&self, chunk: usize) -> bool {
        self.kind(chunk) == Some(ChunkKind::Verbs) && self.parse.verbs[self.parse.chunks[chunk].verb].copula
    }

    fn is_gerund(&self, chunk: usize) -> bool {
        self.kind(chunk) == Some(ChunkKind::Verbs) && self.parse.verbs[self.parse.chunks[chunk].verb].gerund
    }

    fn is_infinitive(&self, chunk: usize) -> bool {
        self.kind(chunk) == Some(ChunkKind::Verbs) && self.parse.verbs[self.parse.chunks[chunk].verb].infinitive
    }

    fn is_break(&self, word: usize, signs: &[&str]) -> bool {
        let word = &self.words()[word];
        word.tag == Tag::Break && signs.contains(&word.span.of(self.text))
    }

    /// The words from one to another, both ends included, without the signs at either end.
    fn trimmed(&self, first: usize, end: usize) -> Option<(usize, usize)> {
        let words = self.words().get(first..end)?;
        let sign = |tag| matches!(tag, Tag::Comma | Tag::Break);
        let start = words.iter().position(|word| !sign(word.tag))?;
        let last = words.iter().rposition(|word| !sign(word.tag))?;
        Some((first + start, first + last))
    }
}

/// Whether all, none or some of the content stands in quotation marks.
fn form(words: &[Word], content: Span, parts: Parts) -> Form {
    let says = |at: usize| {
        let source = parts.source.is_some_and(|source| (source.first..=source.last).contains(&at));
        source || (parts.cue.0..=parts.cue.1).contains(&at)
    };
    let inside = words
        .iter()
        .enumerate()
        .filter(|(at, word)| content.contains(word.span) && !matches!(word.tag, Tag::Comma | Tag::Break) && !says(*at))
        .map(|(_, word)| word);
    let (mut quoted, mut all) = (0, 0);
    for word in inside {
        all += 1;
        quoted += usize::from(word.quoted);
    }
    match quoted {
        0 => Form::Indirect,
        _ if quoted == all => Form::Direct,
        _ => Form::Mixed,
    }
}
