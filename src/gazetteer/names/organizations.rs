//! Organizations: by the last word of the name, or by a head and "of".

use super::super::view::Range;
use super::super::words::{MONTHS, Sort};
use super::{Name, Reader};
use crate::lexicon::Class;

impl Reader<'_> {
    /// "Ministry of Defence", "Kabul University", "Democratic Front for Reform"; a street is a place, and hides the one in it.
    pub(super) fn organizations(&self, run: Range, end: usize, made: &mut Vec<Name>) {
        if let Some(name) = self.with_of(run, end) {
            made.push(name);
            return;
        }
        let mut heads = run.tokens().skip(1).filter(|&at| self.sorts(at).has(Sort::OrganizationHead));
        if let Some(last) = heads.next_back() {
            made.extend(self.by_head(Range::new(run.first as usize, last + 1), last));
            return;
        }
        let mut streets = run.tokens().skip(1).filter(|&at| self.sorts(at).has(Sort::Street));
        let street = streets
            .next_back()
            .map(|last| self.without_lead(Range::new(run.first as usize, last + 1)));
        if let Some(range) = street.filter(|&range| range.len() > 1 && !self.known.has(range)) {
            made.push(Name {
                range,
                class: Some(Class::Facility),
                place: None,
                rule: "street",
                confidence: 0.9,
            });
        }
    }

    /// A name that ends with its head.
    fn by_head(&self, range: Range, head: usize) -> Option<Name> {
        let range = self.without_lead(range);
        let class = self.words.organization(self.view.word(head))?;
        let generic = self.known.begins_with_demonym(range) && class == Class::Agency && range.len() <= 3;
        let fits = range.len() >= 2 && !generic && !self.known.has(range) && !self.known.has_actor_inside(range);
        fits.then_some(Name {
            range,
            class: Some(class),
            place: self.building(head),
            rule: "organization_head",
            confidence: 0.75,
        })
    }

    /// A name with "of" or "for" after its head.
    fn with_of(&self, run: Range, end: usize) -> Option<Name> {
        let head = run.end as usize - 1;
        if !self.sorts(head).has(Sort::OfHead) || !matches!(self.view.word(head + 1), "of" | "for") || head + 2 >= end {
            return None;
        }
        let class = self.words.organization(self.view.word(head))?;
        let mut last = head + 2;
        if self.view.word(last) == "the" {
            last += 1;
        }
        if !self.is_name_word(last) || is_month(self.view.word(last)) {
            return None;
        }
        let mut stop = self.run(last, end).end as usize;
        while matches!(self.view.word(stop), "of" | "and" | "for" | "&")
            && stop + 1 < end
            && self.is_name_word(stop + 1)
            && (!self.known.is_place(stop + 1) || self.view.word(stop) == "of" && is_polity(self.view.word(stop - 1)))
        {
            stop = self.run(stop + 1, end).end as usize;
        }
        let range = self.without_lead(Range::new(run.first as usize, stop));
        let fits = !self.known.has(range)
            && !self
                .known
                .inside(range)
                .any(|candidate| candidate.range.first == range.first && candidate.range.len() > 2);
        fits.then_some(Name {
            range,
            class: Some(class),
            place: self.building(head),
            rule: "organization_of",
            confidence: 0.8,
        })
    }

    /// The class as a place of an organization that is also a house.
    fn building(&self, head: usize) -> Option<Class> {
        self.sorts(head).has(Sort::Building).then_some(Class::Facility)
    }

    /// Without words at the beginning that belong to the sentence or are titles.
    pub(super) fn without_lead(&self, range: Range) -> Range {
        let mut first = range.first as usize;
        let end = range.end as usize;
        while first + 1 < end && is_lead(self.view.word(first)) {
            first += 1;
        }
        Range::new(first, end)
    }
}

/// "The Washington Declaration of April 2023" has no more than its first two words for a name.
fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// What takes "of" and a place: "the Embassy of the Republic of Armenia".
fn is_polity(word: &str) -> bool {
    matches!(
        word,
        "Republic" | "Kingdom" | "State" | "Commonwealth" | "Principality" | "Sultanate" | "Emirate" | "Province" | "City"
    )
}

fn is_lead(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "In"
            | "At"
            | "On"
            | "A"
            | "An"
            | "But"
            | "And"
            | "For"
            | "From"
            | "When"
            | "While"
            | "After"
            | "Before"
            | "As"
            | "Former"
            | "By"
            | "Both"
            | "Under"
            | "With"
            | "Since"
            | "That"
            | "This"
            | "If"
            | "To"
            | "Of"
            | "Although"
            | "However"
            | "Its"
            | "Their"
            | "His"
            | "Our"
    )
}
