//! All candidates that the lexicon gives: one walk over the tokens.

use super::candidate::Candidate;
use super::compile::Gazetteer;
use super::policy;
use super::surfaces::Spelling;
use super::view::{Range, View};
use crate::lexicon::Case;
use crate::token::TokenKind;

/// Every alias that stands in the text on token boundaries, also inside another, judged by its words around and its dates.
pub(super) fn walk(gazetteer: &Gazetteer, view: &View) -> Vec<Candidate> {
    let date = policy::document_date(view);
    let mut candidates = Vec::new();
    let mut add = |range: Range, number: u32| {
        let alias = &gazetteer.aliases[number as usize];
        let mut candidate = Candidate::from_alias(range, number, alias);
        candidate.verdict = policy::at_the_spot(view, date, alias, view.span(range));
        candidates.push(candidate);
    };
    let surfaces = &gazetteer.surfaces;
    let mut hits: Vec<(Range, usize)> = Vec::new();
    for sentence in view.sentences {
        let end = sentence.end_token as usize;
        for first in sentence.first_token as usize..end {
            if !may_begin(view, first) {
                continue;
            }
            hits.clear();
            surfaces.walk(view, first, end, |range, form| hits.push((range, form)));
            if hits.is_empty() {
                continue;
            }
            for &(range, form) in &hits {
                let spelled = |spelling: &&Spelling| spelling.case != Case::Any && surfaces.is_spelled(view, range, spelling);
                surfaces
                    .spellings(form)
                    .iter()
                    .filter(spelled)
                    .for_each(|spelling| add(range, spelling.alias));
            }
            for &(range, form) in &hits {
                let any_case = surfaces.spellings(form).iter().filter(|spelling| spelling.case == Case::Any);
                any_case.for_each(|spelling| add(range, spelling.alias));
            }
            if in_capitals(view.word(first)) {
                for &(range, form) in hits.iter().filter(|(range, _)| is_heading_like(view, *range)) {
                    in_headings(surfaces.spellings(form)).for_each(|alias| add(range, alias));
                }
            }
        }
    }
    candidates
}

/// The aliases that also stand wholly in capitals, each once.
fn in_headings(spellings: &[Spelling]) -> impl Iterator<Item = u32> {
    let mut aliases: Vec<u32> = spellings
        .iter()
        .filter(|spelling| spelling.case == Case::Default)
        .map(|spelling| spelling.alias)
        .collect();
    aliases.sort_unstable();
    aliases.dedup();
    aliases.into_iter()
}

/// Names begin with words or numbers, and not in the middle of a run such as "e-mail".
fn may_begin(view: &View, first: usize) -> bool {
    matches!(view.kind(first), Some(TokenKind::Word | TokenKind::Number))
}

fn in_capitals(word: &str) -> bool {
    word.len() > 1
        && !word.bytes().any(|byte| byte.is_ascii_lowercase())
        && word.bytes().any(|byte| byte.is_ascii_uppercase() || byte >= 0x80)
}

/// Whether every letter is a capital, and no single word of up to three letters: those are acronyms of other things.
fn is_heading_like(view: &View, range: Range) -> bool {
    let surface = view.surface(range);
    surface.chars().all(|letter| !letter.is_lowercase()) && surface.chars().filter(|letter| letter.is_alphabetic()).count() > 3
}
