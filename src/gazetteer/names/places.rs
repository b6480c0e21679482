//! Places: by the last word of the name ("Panj River") or the first ("Lake Sarez"), and by a state after a comma.

use super::super::view::Range;
use super::super::words::Sort;
use super::{Name, Reader};
use crate::lexicon::Class;

impl Reader<'_> {
    pub(super) fn places(&self, run: Range, made: &mut Vec<Name>) {
        let first = run.first as usize;
        if let Some(last) = run.tokens().skip(1).rfind(|&at| self.sorts(at).has(Sort::PlaceHead)) {
            self.place(
                self.without_lead(Range::new(first, last + 1)),
                self.view.word(last),
                "place_head",
                made,
            );
        } else if self.sorts(first).has(Sort::PlaceBefore) && run.len() >= 2 && run.len() <= 3 {
            self.place(run, self.view.word(first), "place_head", made);
        } else if self.is_town_in_state(run) {
            self.place_of(run, Class::City, "before_state", made);
        }
    }

    /// "Slidell, Louisiana": unknown words before a comma and the name of a state or province.
    fn is_town_in_state(&self, run: Range) -> bool {
        let end = run.end as usize;
        let words = run.tokens();
        let plain = words.clone().all(|at| {
            !self
                .sorts(at)
                .has_any(&[Sort::NameBlocker, Sort::SpeechTitle, Sort::OrganizationHead])
        });
        let person = run.len() > 1 && self.sorts(run.first as usize).has(Sort::GivenName);
        let begins = run.first == 0
            || matches!(
                self.view.word(run.first as usize - 1),
                "in" | "at" | "near" | "of" | "from" | "to" | "," | "around" | "outside" | "for" | "and"
            );
        plain
            && !person
            && begins
            && run.len() <= 3
            && self.view.word(end) == ","
            && self.known.is_place(end + 1)
            && self.known.inside(run).next().is_none()
    }

    fn place(&self, range: Range, head: &str, rule: &'static str, made: &mut Vec<Name>) {
        if range.len() >= 2 {
            self.place_of(range, self.words.place(head).unwrap_or(Class::Region), rule, made);
        }
    }

    fn place_of(&self, range: Range, class: Class, rule: &'static str, made: &mut Vec<Name>) {
        let taken = made.last().is_some_and(|name| name.range.end > range.first);
        if range.len() <= 5 && !taken && !self.known.has(range) && !self.known.has_actor_inside(range) {
            made.push(Name {
                range,
                class: Some(class),
                rule,
                confidence: 0.75,
            });
        }
    }
}
