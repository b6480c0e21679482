//! Which of the overlapping candidates stand: one total order, chosen greedily.
//!
//! More tokens, then longer, higher priority, actor before place, earlier start, smaller id. Candidates of the same
//! tokens and priority stand together: the context chooses among them later.

use std::cmp::Reverse;

use super::candidate::{Candidate, Cast, Verdict};
use super::view::{Range, View};
use crate::lexicon::Reading;

/// Candidates of the same tokens, the strongest first.
pub(super) struct Group {
    pub range: Range,
    pub members: Vec<usize>,
}

/// Groups of candidates that do not overlap, in the order of the text; judges those that lose.
pub(super) fn resolve(view: &View, cast: &Cast, candidates: &mut [Candidate]) -> Vec<Group> {
    let mut order: Vec<(Strength, usize)> = (0..candidates.len())
        .filter(|&at| candidates[at].is_open())
        .map(|at| (Strength::of(view, cast, &candidates[at]), at))
        .collect();
    let id = |at: usize| candidates[at].entity.map_or("", |number| cast.get(number).id.as_str());
    order.sort_by(|a, b| (a.0.cmp(&b.0)).then_with(|| id(a.1).cmp(id(b.1))));
    let mut owners: Vec<u32> = vec![0; view.tokens.len()];
    let mut groups: Vec<Group> = Vec::new();
    for (_, at) in order {
        let candidate = &candidates[at];
        let range = candidate.range;
        let owned = &mut owners[range.tokens()];
        if owned.iter().all(|&owner| owner == 0) {
            groups.push(Group { range, members: vec![at] });
            owned.fill(u32::try_from(groups.len()).unwrap_or(u32::MAX));
            continue;
        }
        let holder = owned[0].checked_sub(1).map(|group| &mut groups[group as usize]);
        match holder.filter(|group| group.range == range) {
            Some(group) if stands_beside(cast, candidate, &candidates[group.members[0]]) => group.members.push(at),
            _ => candidates[at].verdict = Verdict::Overlapped,
        }
    }
    groups.sort_by_key(|group| group.range);
    groups
}

/// Whether the context may choose between the two, which cover the same tokens: "Brussels" is a town beside what it stands for.
fn stands_beside(cast: &Cast, candidate: &Candidate, strongest: &Candidate) -> bool {
    let (Some(number), Some(_)) = (candidate.entity, strongest.entity) else {
        return false;
    };
    let is_town = || strongest.reading == Reading::Metonym && cast.get(number).actor.is_none();
    candidate.priority == strongest.priority || is_town()
}

/// What the order of candidates looks at before their ids: the strongest is the smallest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Strength {
    tokens: Reverse<u32>,
    length: Reverse<usize>,
    priority: Reverse<i8>,
    is_place: bool,
    first: u32,
}

impl Strength {
    fn of(view: &View, cast: &Cast, candidate: &Candidate) -> Self {
        Self {
            tokens: Reverse(candidate.range.len()),
            length: Reverse(view.span(candidate.range).len()),
            priority: Reverse(candidate.priority),
            is_place: candidate.entity.is_some_and(|number| cast.get(number).actor.is_none()),
            first: candidate.range.first,
        }
    }
}
