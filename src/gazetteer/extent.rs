//! How far a mention reaches: an alias may hold words in small letters that only tell what the name names.

use super::candidate::{Candidate, Cast, Verdict};
use super::view::{Range, View};
use super::words::Sort;
use crate::lexicon::Class;

/// Cuts the describing words off what is kept: "Fulani herders" names the Fulani, "ethnic Uzbeks" the Uzbeks.
pub(super) fn trim(view: &View, cast: &Cast, candidates: &mut [Candidate]) {
    for candidate in candidates.iter_mut() {
        let Some(entity) = candidate.entity.map(|number| cast.get(number)) else {
            continue;
        };
        if candidate.verdict != Verdict::Kept {
            continue;
        }
        let article = entity.actor == Some(Class::Media) && candidate.range.len() > 1 && view.word(candidate.range.first as usize) == "The";
        if article {
            candidate.range.first += 1;
        } else if candidate.alias.is_some() && may_be_described(entity.actor) {
            candidate.range = name_of(view, candidate.range);
        } else if entity.place == Some(Class::Region) && entity.actor.is_none() {
            candidate.range = division_of(view, candidate.range);
        }
    }
}

/// "East Java province" names East Java.
fn division_of(view: &View, range: Range) -> Range {
    let last = range.end as usize - 1;
    let is_kind = matches!(
        view.word(last),
        "province" | "governorate" | "prefecture" | "oblast" | "county" | "district"
    );
    if is_kind && range.len() > 1 && view.is_capital(last - 1) {
        Range::new(range.first as usize, last)
    } else {
        range
    }
}

fn may_be_described(actor: Option<Class>) -> bool {
    !matches!(actor, None | Some(Class::State | Class::Person))
}

/// The range without one describing word at its end or beginning; whole where no capital stands beside it.
fn name_of(view: &View, range: Range) -> Range {
    let (first, last) = (range.first as usize, range.end as usize - 1);
    let describes = |at: usize| !view.is_capital(at) && view.sorts(at).has(Sort::Describing);
    let is_name = |at: usize| view.is_capital(at) || view.word(at).bytes().any(|byte| byte.is_ascii_digit());
    if last > first && describes(last) && is_name(last - 1) {
        Range::new(first, last)
    } else if last > first && describes(first) && is_name(first + 1) {
        Range::new(first + 1, last + 1)
    } else {
        range
    }
}
