//! How far a mention reaches: an alias may hold words in small letters that only describe what the name names.

use super::candidate::{Candidate, Cast, Verdict};
use super::view::{Range, View};
use super::words::{Sort, WordBook};
use crate::lexicon::Class;

/// Cuts the describing words off the actors that are kept: "Fulani herders" names the Fulani, "ethnic Uzbeks" the Uzbeks.
pub(super) fn trim(view: &View, words: &WordBook, cast: &Cast, candidates: &mut [Candidate]) {
    for candidate in candidates.iter_mut() {
        let described = candidate.entity.is_some_and(|number| may_be_described(cast.get(number).actor));
        if candidate.verdict == Verdict::Kept && candidate.alias.is_some() && described {
            candidate.range = name_of(view, words, candidate.range);
        }
    }
}

fn may_be_described(actor: Option<Class>) -> bool {
    !matches!(actor, None | Some(Class::State | Class::Person))
}

/// The range without one describing word at its end or beginning; whole where no capital stands beside it.
fn name_of(view: &View, words: &WordBook, range: Range) -> Range {
    let (first, last) = (range.first as usize, range.end as usize - 1);
    let describes = |at: usize| !view.is_capital(at) && words.sorts(view.word(at)).has(Sort::Describing);
    let is_name = |at: usize| view.is_capital(at) || view.word(at).bytes().any(|byte| byte.is_ascii_digit());
    if last > first && describes(last) && is_name(last - 1) {
        Range::new(first, last)
    } else if last > first && describes(first) && is_name(first + 1) {
        Range::new(first + 1, last + 1)
    } else {
        range
    }
}
