//! Persons: after a title, or by a given name and a surname.

use super::super::view::Range;
use super::super::words::Sort;
use super::{Name, Reader};
use crate::lexicon::Class;

/// A personal name has no more words than this; particles and hyphens count too.
const MOST_TOKENS: usize = 7;

impl Reader<'_> {
    /// Persons within a run of capitalised words.
    pub(super) fn persons(&self, run: Range, end: usize, made: &mut Vec<Name>) {
        for first in run.tokens() {
            let sorts = self.sorts(first);
            if sorts.has(Sort::SpeechTitle)
                && let Some(name) = self.titled(first, end)
            {
                made.push(name);
                return;
            }
            let person = Range::new(first, run.end as usize);
            if sorts.has(Sort::GivenName) && self.is_person(person) && !self.known.has(person) {
                made.push(Name {
                    range: person,
                    class: Some(Class::Person),
                    rule: "given_name",
                    confidence: 0.85,
                });
                return;
            }
        }
    }

    /// The name after a title: "President Emomali Rahmon", "spokesman Zabihullah Mujahid".
    pub(super) fn titled(&self, title: usize, end: usize) -> Option<Name> {
        let mut first = title + 1;
        while first < end && self.sorts(first).has_any(&[Sort::SpeechTitle, Sort::TitlePart]) && self.is_name_word(first) {
            first += 1;
        }
        if first >= end || !self.is_name_word(first) {
            return None;
        }
        let range = self.run(first, end);
        let single = range.len() == 1;
        let personal = self.view.is_capital(title)
            && !matches!(
                self.view.word(title),
                "Director" | "Count" | "Chief" | "Private" | "Deputy" | "Coach" | "Officer"
            );
        let fits = self.is_surname_like(range) && (!single || personal && !self.known.is_place(first)) && !self.known.has(range);
        fits.then_some(Name {
            range,
            class: Some(Class::Person),
            rule: "title_and_name",
            confidence: if single { 0.8 } else { 0.9 },
        })
    }

    /// A given name and at least one more word, none of which is anything else.
    fn is_person(&self, range: Range) -> bool {
        range.len() >= 2
            && self.is_surname_like(range)
            && !self.known.inside(range).any(|candidate| {
                candidate.range.first > range.first && candidate.range.len() > 1 && candidate.reading != crate::lexicon::Reading::ShortForm
            })
    }

    /// Whether no word of the range tells of something other than a person.
    fn is_surname_like(&self, range: Range) -> bool {
        let other = |at: usize| {
            let sorts = self.sorts(at);
            let head = sorts.has_any(&[
                Sort::OrganizationHead,
                Sort::PlaceHead,
                Sort::Street,
                Sort::NameBlocker,
                Sort::AgentNoun,
                Sort::EventNoun,
            ]);
            let acronym = self.view.word(at).len() > 1 && self.view.word(at).chars().all(|c| c.is_uppercase());
            (head && !sorts.has(Sort::GivenName))
                || acronym
                || (sorts.has(Sort::SpeechTitle) && !sorts.has(Sort::GivenName))
                || self.is_demonym(at)
        };
        range.tokens().len() <= MOST_TOKENS && !range.tokens().any(other)
    }

    fn is_demonym(&self, at: usize) -> bool {
        self.known
            .beginning(at)
            .iter()
            .any(|candidate| candidate.range.len() == 1 && candidate.reading == crate::lexicon::Reading::Demonym)
    }
}
