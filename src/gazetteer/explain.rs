//! Why some words became a mention, or did not.

use super::candidate::Cast;
use super::compile::Gazetteer;
use super::find::study;
use super::view::View;
use crate::document::{Document, Kind};
use crate::span::Span;
use crate::token::{Sentence, Token};

/// One candidate and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// The words.
    pub surface: String,
    /// Where, in the reading text.
    pub span: Span,
    /// Id of the entity; `None` for a name that only hides what lies inside.
    pub entity: Option<String>,
    /// What it was read as, where it was kept.
    pub kind: Option<Kind>,
    /// The rule that proposed it, or decided its reading.
    pub rule: &'static str,
    /// Where its alias stands in the lexicon; `None` where the document made the name.
    pub alias: Option<String>,
    /// What became of it, in words.
    pub verdict: &'static str,
}

impl Gazetteer {
    /// All candidates at a byte of the reading text, the longest first.
    pub fn explain(&self, document: &Document, tokens: &[Token], sentences: &[Sentence], at: u32) -> Vec<Explanation> {
        let view = View::new(document, tokens, sentences);
        let mut cast = Cast::new(&self.entities);
        if sentences.is_empty() {
            return Vec::new();
        }
        let mut candidates = study(self, &view, &mut cast).candidates;
        candidates.retain(|candidate| (view.span(candidate.range).start..view.span(candidate.range).end).contains(&at));
        candidates.sort_by_key(|candidate| (std::cmp::Reverse(candidate.range.len()), candidate.range.first, candidate.entity));
        let explanations = candidates.iter().map(|candidate| Explanation {
            surface: view.surface(candidate.range).to_owned(),
            span: view.span(candidate.range),
            entity: candidate.entity.map(|number| cast.get(number).id.clone()),
            kind: (candidate.verdict == super::Verdict::Kept).then_some(candidate.kind),
            rule: candidate.rule,
            alias: candidate.alias.map(|number| self.aliases[number as usize].at.to_string()),
            verdict: candidate.verdict.describe(),
        });
        explanations.collect()
    }
}
