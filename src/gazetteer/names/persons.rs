//! Persons: after a title, or by a given name and a surname.

use super::super::view::Range;
use super::super::words::Sort;
use super::{Name, Reader};
use crate::lexicon::Class;

/// A personal name has no more words than this; particles and hyphens count too.
const MOST_TOKENS: usize = 7;

/// The supersense of persons.
const PERSON: Option<usize> = Some(14);

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
                    place: None,
                    rule: "given_name",
                    confidence: 0.85,
                });
                return;
            }
        }
        let run = self.without_lead(run);
        if self.is_told_of_as_person(run, end) && !self.known.has(run) {
            made.push(Name {
                range: run,
                class: Some(Class::Person),
                place: None,
                rule: "told_of_as_person",
                confidence: 0.6,
            });
        }
    }

    /// Two or three words that no list and no lexicon has, after a role ("activist Masha Gessen") or before what only
    /// persons do ("Keeley Hawes said", "Son Sen, who").
    fn is_told_of_as_person(&self, run: Range, end: usize) -> bool {
        if !(2..=3).contains(&run.tokens().len()) || !run.tokens().all(|at| self.is_unknown(at)) || self.known.inside(run).next().is_some()
        {
            return false;
        }
        let before = (run.first > 0)
            .then(|| run.first as usize - 1)
            .filter(|&at| self.view.sentence_of(at) == self.view.sentence_of(run.first as usize));
        let role = before.is_some_and(|at| {
            let sorts = self.sorts(at);
            !self.view.is_capital(at)
                && (sorts.has_any(&[Sort::SpeechTitle, Sort::AgentNoun]) || self.words.senses.noun(self.view.word(at)) == PERSON)
        });
        let after = run.end as usize;
        let next = if self.view.word(after) == "," { after + 1 } else { after };
        let does = next < end
            && (matches!(self.view.word(next), "who" | "whose")
                || next == after
                    && self.sorts(next).has(Sort::PersonVerb)
                    && !self.view.is_capital(next)
                    && !self.sorts(next).has(Sort::PolicyNoun));
        role || does
    }

    /// A capitalised word that is no English word and in none of our lists, but for given names.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        let word = self.view.word(at);
        let lower = word.to_lowercase();
        let sorts = self.sorts(at);
        let listed = sorts != super::Sorts::default() && !sorts.has(Sort::GivenName);
        self.is_name_word(at)
            && word.chars().filter(|letter| letter.is_lowercase()).count() > 1
            && !listed
            && self.words.senses.noun(&lower).is_none()
            && self.words.senses.verb(&lower).is_none()
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
        let described =
            matches!(self.view.word(title), "General" | "Major") && self.words.senses.noun(&self.view.word(first).to_lowercase()).is_some();
        let fits =
            self.is_surname_like(range) && (!single || personal && !described && !self.known.is_place(first)) && !self.known.has(range);
        fits.then_some(Name {
            range,
            class: Some(Class::Person),
            place: None,
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
            let acronym = self.view.word(at).len() > 1 && self.view.word(at).chars().all(char::is_uppercase);
            (head && !sorts.has(Sort::GivenName))
                || acronym
                || (sorts.has(Sort::SpeechTitle) && !sorts.has(Sort::GivenName))
                || self.is_demonym(at)
                || (at > range.first as usize && self.known.is_state(at))
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
