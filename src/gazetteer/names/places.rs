//! Places: by the last word of the name ("Panj River") or the first ("Lake Sarez"), and by a state after a comma.

use super::super::view::Range;
use super::super::words::Sort;
use super::{Name, Reader};

impl Reader<'_> {
    pub(super) fn places(&self, run: Range, made: &mut Vec<Name>) {
        let first = run.first as usize;
        if let Some(last) = run.tokens().skip(1).filter(|&at| self.sorts(at).has(Sort::PlaceHead)).last() {
            let start = if matches!(self.view.word(first), "The" | "In" | "At" | "On" | "From" | "Near" | "Along") {
                first + 1
            } else {
                first
            };
            self.place(Range::new(start, last + 1), self.view.word(last), "place_head", made);
        } else if self.sorts(first).has(Sort::PlaceBefore) && run.len() >= 2 && run.len() <= 3 {
            self.place(run, self.view.word(first), "place_head", made);
        }
    }

    fn place(&self, range: Range, head: &str, rule: &'static str, made: &mut Vec<Name>) {
        let class = self.words.place(head).unwrap_or(crate::lexicon::Class::Region);
        let taken = made.last().is_some_and(|name| name.range.end > range.first);
        if range.len() >= 2 && range.len() <= 5 && !taken && !self.known.has(range) && !self.known.has_actor_inside(range) {
            made.push(Name {
                range,
                class: Some(class),
                rule,
                confidence: 0.75,
            });
        }
    }
}
