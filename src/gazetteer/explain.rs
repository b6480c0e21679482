//! Why some words became a mention, or did not.

use std::cmp::Reverse;

use super::Verdict;
use super::candidate::Cast;
use super::compile::Gazetteer;
use super::find::study;
use super::view::View;
use crate::document::{Document, Kind};
use crate::lexicon::Reading;
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
    /// The entity's usual name.
    pub name: Option<String>,
    /// What it was read as, where it was kept.
    pub kind: Option<Kind>,
    /// How the surface leads to the entity.
    pub reading: Reading,
    /// The rule that proposed it, or decided its reading.
    pub rule: &'static str,
    /// From 0 to 1.
    pub confidence: f32,
    /// Where its alias stands in the lexicon; `None` where the document made the name.
    pub alias: Option<String>,
    /// What became of it.
    pub verdict: Verdict,
    /// What the rules said for the actor (above 0) and for the place (below), in logarithms of odds; empty where the name
    /// can be read in one way only.
    pub evidence: Vec<(&'static str, f32)>,
}

impl Gazetteer {
    /// All candidates that overlap one of the spans, in the order of the text, the longest first.
    pub fn explain(&self, document: &Document, tokens: &[Token], sentences: &[Sentence], spans: &[Span]) -> Vec<Explanation> {
        if sentences.is_empty() {
            return Vec::new();
        }
        let view = View::new(self, document, tokens, sentences);
        let mut cast = Cast::new(&self.entities);
        let mut weighed = Vec::new();
        let mut candidates = study(self, &view, &mut cast, |it| weighed.push(it)).candidates;
        candidates.retain(|candidate| spans.iter().any(|span| span.overlaps(view.span(candidate.range))));
        candidates.sort_by_key(|candidate| (candidate.range.first, Reverse(candidate.range.len()), candidate.entity));
        let explanations = candidates.iter().map(|candidate| {
            let entity = candidate.entity.map(|number| cast.get(number));
            let evidence = weighed
                .iter()
                .find(|it| it.range == candidate.range && candidate.kind != Kind::Theme);
            Explanation {
                surface: view.surface(candidate.range).to_owned(),
                span: view.span(candidate.range),
                entity: entity.map(|entity| entity.id.clone()),
                name: entity.map(|entity| entity.name.clone()),
                kind: (candidate.verdict == Verdict::Kept && entity.is_some()).then_some(candidate.kind),
                reading: candidate.reading,
                rule: candidate.rule,
                confidence: candidate.confidence,
                alias: candidate.alias.map(|number| self.aliases[number as usize].at.to_string()),
                verdict: candidate.verdict,
                evidence: evidence.map(|it| it.evidence.clone()).unwrap_or_default(),
            }
        });
        explanations.collect()
    }
}
