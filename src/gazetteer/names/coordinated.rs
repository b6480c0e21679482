//! Names that share their last word: "North and South Korea"; halves that leave it out: "the North".

use super::super::candidate::{Candidate, Cast};
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

/// The states that are two halves of a nation, each with its half.
const HALVES: [(&str, &str); 2] = [("North", "state:PRK"), ("South", "state:KOR")];

/// Adds "the North" and "the South" where the document names both halves.
pub(super) fn add_halves(view: &View, cast: &Cast, candidates: &mut Vec<Candidate>) {
    let is_named = |number: u32| {
        candidates
            .iter()
            .any(|candidate| candidate.is_open() && candidate.entity == Some(number))
    };
    let numbers = HALVES.map(|(_, id)| cast.find(id).filter(|&number| is_named(number)));
    if numbers.contains(&None) {
        return;
    }
    for ((half, _), number) in HALVES.into_iter().zip(numbers) {
        let stands = |at: usize| view.word(at) == half && view.word(at - 1).eq_ignore_ascii_case("the") && ends(view, at + 1);
        let made = (1..view.tokens.len()).filter(|&at| stands(at));
        candidates.extend(made.map(|at| Candidate::made(Range::new(at, at + 1), number, Reading::ShortForm, "half", 0.85)));
    }
}

/// Whether a name ends before this token: "the North is", not "the North Atlantic", "the south of".
fn ends(view: &View, at: usize) -> bool {
    !view.is_capital(at) && !matches!(view.word(at), "of" | "and" | "-" | "–")
}
