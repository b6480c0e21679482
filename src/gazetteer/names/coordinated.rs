//! Names that share their last word: "North and South Korea".

use super::super::candidate::Candidate;
use super::super::compile::Gazetteer;
use super::super::view::{Range, View};
use crate::lexicon::Reading;
use crate::token::by_form;

const PARTS: &[&str] = &[
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower",
];

/// Adds what the first part stands for, where the lexicon has it with the last word of the second.
pub(super) fn add(gazetteer: &Gazetteer, view: &View, candidates: &mut Vec<Candidate>) {
    let parts = by_form(view.tokens, |token| PARTS.contains(&token.span.of(view.text)));
    let is_part = |token: usize| parts[view.tokens[token].form as usize];
    if !parts.contains(&true) {
        return;
    }
    let mut made = Vec::new();
    for second in 2..view.tokens.len() {
        let first = second - 2;
        let joined = is_part(second) && is_part(first) && matches!(view.word(second - 1), "and" | "or");
        if !joined || view.sentence_of(first) != view.sentence_of(second) {
            continue;
        }
        let from = u32::try_from(second).unwrap_or(u32::MAX);
        let full = candidates
            .iter()
            .filter(|candidate| candidate.range.first == from && candidate.range.len() == 2 && candidate.is_open());
        let Some(full) = full.max_by_key(|candidate| candidate.priority) else {
            continue;
        };
        let whole = format!("{} {}", view.word(first), view.word(full.range.end as usize - 1));
        let alias = gazetteer
            .aliases
            .iter()
            .find(|alias| alias.surface == whole && alias.policy.is_none());
        made.extend(alias.map(|alias| {
            let range = Range::new(first, first + 1);
            Candidate::made(range, Some(alias.entity), Reading::ShortForm, "coordinated", 0.9)
        }));
    }
    candidates.append(&mut made);
}
