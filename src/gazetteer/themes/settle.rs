//! Which phrases count: company, the longest of those that overlap, and what lies in a name.

use rustc_hash::FxHashSet;

use super::Phrases;
use crate::document::BlockKind;
use crate::gazetteer::candidate::{Candidate, Cast, Verdict};
use crate::gazetteer::policy;
use crate::gazetteer::view::{Range, View};
use crate::lexicon::Alias;

/// Drops phrases without the company they need and phrases inside longer ones; what names no theme wins its stretch and goes too.
///
/// The company of a phrase is another phrase of the theme that it names, or a word anywhere in the document.
pub(in crate::gazetteer) fn settle(phrases: &Phrases, view: &View, aliases: &[Alias], cast: &Cast, candidates: &mut [Candidate]) {
    let mut needy = Vec::new();
    for (at, candidate) in candidates.iter_mut().enumerate() {
        if candidate.is_open() && policy::is_needy(candidate, aliases) {
            candidate.verdict = Verdict::Needs;
            needy.push(at);
        }
    }
    choose(phrases, view, candidates);
    let kept = candidates.iter().filter(|candidate| candidate.verdict == Verdict::Kept);
    let present: FxHashSet<u32> = kept.filter_map(|candidate| candidate.entity).collect();
    needy.retain(|&at| policy::has_company(view, &candidates[at], aliases, &present, |id| cast.find(id)));
    if needy.is_empty() {
        return;
    }
    for at in needy {
        candidates[at].verdict = Verdict::Open;
    }
    for candidate in candidates.iter_mut() {
        if matches!(candidate.verdict, Verdict::Kept | Verdict::Overlapped | Verdict::OtherReading) {
            candidate.verdict = Verdict::Open;
        }
    }
    choose(phrases, view, candidates);
}

/// The longest of the open candidates that overlap.
fn choose(phrases: &Phrases, view: &View, candidates: &mut [Candidate]) {
    let mut order: Vec<usize> = (0..candidates.len()).filter(|&at| candidates[at].is_open()).collect();
    order.sort_by_key(|&at| {
        let candidate = &candidates[at];
        let length = view.span(candidate.range).len();
        (
            std::cmp::Reverse((candidate.range.len(), length, candidate.priority)),
            candidate.range.first,
            candidate.entity,
        )
    });
    let mut taken = vec![false; view.tokens.len()];
    for at in order {
        let candidate = &mut candidates[at];
        let owned = &mut taken[candidate.range.tokens()];
        if owned.contains(&true) {
            candidate.verdict = Verdict::Overlapped;
            continue;
        }
        owned.fill(true);
        candidate.verdict = if phrases.is_none(candidate) {
            Verdict::OtherReading
        } else {
            Verdict::Kept
        };
    }
}

/// Drops themes that are part of a name: of a mention, or of a capitalised name that no lexicon has ("Flax Typhoon").
pub(in crate::gazetteer) fn leave_names(view: &View, named: &[Candidate], themes: &mut [Candidate]) {
    let kept = named.iter().filter(|candidate| candidate.verdict == Verdict::Kept);
    let mut names: Vec<Range> = kept.map(|candidate| candidate.range).collect();
    names.sort_unstable();
    for theme in themes.iter_mut().filter(|theme| theme.verdict == Verdict::Kept) {
        if within(&names, theme.range) || is_part_of_capitals(view, &names, theme.range) {
            theme.verdict = Verdict::Overlapped;
        }
    }
}

/// Whether one of the names, which are sorted and do not overlap, covers the range.
fn within(names: &[Range], range: Range) -> bool {
    let after = names.partition_point(|name| name.first <= range.first);
    after > 0 && names[after - 1].contains(range)
}

/// Whether a phrase in capitals has a neighbour in capitals that is no name of its own, in running text.
fn is_part_of_capitals(view: &View, names: &[Range], range: Range) -> bool {
    let sentence = view.sentence_of(range.first as usize);
    let kind = view.document.blocks[view.sentences[sentence].block as usize].kind;
    if matches!(kind, BlockKind::Title | BlockKind::Heading) || !range.tokens().all(|token| is_title_case(view, token)) {
        return false;
    }
    let tokens = view.tokens_of(sentence);
    let capitals = tokens.clone().filter(|&token| is_title_case(view, token)).count();
    let small = tokens
        .clone()
        .filter(|&token| view.word(token).starts_with(char::is_lowercase))
        .count();
    let neighbour = |token: usize| {
        tokens.contains(&token) && is_title_case(view, token) && !within(names, Range::new(token, token + 1)) && token != tokens.start
    };
    let before = (range.first as usize).checked_sub(1).is_some_and(neighbour);
    capitals < small && (before || neighbour(range.end as usize))
}

/// A capital, then small letters.
fn is_title_case(view: &View, token: usize) -> bool {
    view.is_capital(token)
        && view
            .word(token)
            .chars()
            .skip(1)
            .all(|letter| letter.is_lowercase() || !letter.is_alphabetic())
        && view.word(token).len() > 1
}
