//! Company that the spot gives: "the city of Mansfield" is a town though nothing else in the document says so.

use rustc_hash::FxHashSet;

use super::candidate::{Candidate, Cast, Verdict};
use super::setting::Setting;
use super::view::{Range, View};
use super::words::{Sort, WordBook};
use crate::lexicon::Class;
use crate::token::TokenKind;

/// Looks at the words around names.
pub(super) struct Spots<'a> {
    pub words: &'a WordBook,
    pub view: &'a View<'a>,
}

impl Spots<'_> {
    /// Opens the candidates for towns and provinces that lack company where the words around one of them show a place;
    /// then all of the same alias in the document. What names something else without company is no such town: "in Georgia".
    pub fn grant(&self, cast: &Cast, candidates: &mut [Candidate]) {
        let named: FxHashSet<Range> = candidates.iter().filter(|it| it.is_open()).map(|it| it.range).collect();
        let is_lacking = |candidate: &&Candidate| {
            candidate.verdict == Verdict::Needs && is_settlement(cast, candidate) && !named.contains(&candidate.range)
        };
        let shown: FxHashSet<Option<u32>> = candidates
            .iter()
            .filter(is_lacking)
            .filter(|candidate| self.shows_place(candidate.range))
            .map(|candidate| candidate.alias)
            .collect();
        if shown.is_empty() {
            return;
        }
        for candidate in candidates.iter_mut().filter(|candidate| candidate.verdict == Verdict::Needs) {
            if shown.contains(&candidate.alias) && !self.is_in_other_name(candidate.range) {
                candidate.verdict = Verdict::Open;
            }
        }
    }

    /// "Van" in "Van Rompuy": a short word beside a capitalised one.
    pub fn is_particle_of_name(&self, range: Range) -> bool {
        range.len() == 1 && self.view.surface(range).len() <= 4 && self.is_in_other_name(range)
    }

    /// "In Mansfield", "the city of Mansfield", "Mansfield police", "MANSFIELD --".
    fn shows_place(&self, range: Range) -> bool {
        let (first, end) = (range.first as usize, range.end as usize);
        if range.tokens().any(|at| self.has(at, Sort::NameBlocker)) || self.is_in_other_name(range) {
            return false;
        }
        let sentence = self.view.tokens_of(self.view.sentence_of(first));
        let setting = Setting {
            view: self.view,
            words: self.words,
        };
        let dateline = first == sentence.start && matches!(self.view.word(end), "-" | "–" | "—" | "--") && !self.view.glued(end);
        let local = end < sentence.end && !self.view.is_capital(end) && self.has(end, Sort::Local);
        let clitic = self.view.kind(end) == Some(TokenKind::Clitic);
        let follows = !clitic && setting.follows(range);
        follows || dateline || local || setting.precedes(range) || setting.is_described(range)
    }

    /// Whether a capitalised word stands before or after, so that the name may be a part of another.
    fn is_in_other_name(&self, range: Range) -> bool {
        let (first, end) = (range.first as usize, range.end as usize);
        let start = self.view.tokens_of(self.view.sentence_of(first)).start;
        let is_name_word = |at: usize| self.view.kind(at) == Some(TokenKind::Word) && self.view.is_capital(at);
        let before = first > start + 1 && is_name_word(first - 1) && !self.has(first - 1, Sort::Street);
        let after =
            is_name_word(end) && !self.has(end, Sort::OrganizationHead) && self.view.sentence_of(end) == self.view.sentence_of(first);
        before || after
    }

    fn has(&self, at: usize, sort: Sort) -> bool {
        self.view.sorts(at).has(sort)
    }
}

fn is_settlement(cast: &Cast, candidate: &Candidate) -> bool {
    let entity = candidate.entity.map(|number| cast.get(number));
    entity.is_some_and(|entity| entity.actor.is_none() && matches!(entity.place, Some(Class::City | Class::Region)))
}
