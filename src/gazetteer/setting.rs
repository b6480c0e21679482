//! Spots where only places stand: "the town of Varzaqan", "12 km north of Slidell", "Slidell is a town in".

use super::view::{Range, View};
use super::words::{Sort, WordBook};
use crate::token::TokenKind;

/// Reads the words around a name.
pub(super) struct Setting<'a> {
    pub view: &'a View<'a>,
    pub words: &'a WordBook,
}

/// What a word before a place promises.
#[derive(Clone, Copy, PartialEq)]
enum Lead {
    /// One place, or two that "and" joins: "in".
    One,
    /// A list of places: "the towns of".
    Several,
}

/// A list that a lead governs has no more names than this.
const MOST_IN_LIST: usize = 6;

/// Words after a form of "be" among which the kind of place is looked for.
const REACH: usize = 8;

impl Setting<'_> {
    /// "In Slidell", "the city of Slidell", "south of Slidell"; also the last of names that "and" joins, and every name of
    /// "the towns of Dmitrov, Yakhroma and Lobnya".
    pub fn follows(&self, range: Range) -> bool {
        let start = self.start(range);
        let (mut first, mut joined, mut commas) = (range.first as usize, false, false);
        for _ in 0..MOST_IN_LIST {
            let Some(before) = first.checked_sub(1).filter(|&at| at >= start) else {
                return false;
            };
            let mut end = before;
            match self.view.word(before) {
                "and" | "or" => joined = true,
                "," => commas = true,
                _ => break,
            }
            if joined && end > start && self.view.word(end - 1) == "," {
                (commas, end) = (true, end - 1);
            }
            first = self.start_of_name(start, end);
            if first == end {
                return false;
            }
        }
        match self.lead(start, first) {
            Some(Lead::Several) => true,
            Some(Lead::One) => !commas && (!joined || self.closes(range.end as usize)),
            None => false,
        }
    }

    /// At the beginning of a sentence: "Slidell is a town in", "Slidell is located in", "Slidell had a population of".
    pub fn is_described(&self, range: Range) -> bool {
        let start = self.start(range);
        let first = range.first as usize;
        let end = range.end as usize;
        if first != start && !(first == start + 1 && self.view.word(start) == "The") || !self.is_name(range) {
            return false;
        }
        match self.view.word(end) {
            "is" | "was" | "are" | "were" => self.is_kind(end + 1),
            "has" | "had" => self.view.word(end + 1) == "a" && self.view.word(end + 2) == "population",
            _ => false,
        }
    }

    /// "The Khayelitsha township", "the Shankill area".
    pub fn precedes(&self, range: Range) -> bool {
        let end = range.end as usize;
        let kind = self.has(end, Sort::Settlement) || matches!(self.view.word(end), "area" | "airport" | "airbase" | "massacre");
        kind && !self.view.is_capital(end) && !self.view.glued(end) && self.view.sentence_of(end) == self.view.sentence_of(end - 1)
    }

    fn lead(&self, start: usize, first: usize) -> Option<Lead> {
        let before = first.checked_sub(1).filter(|&at| at >= start)?;
        let earlier = before.checked_sub(1).filter(|&at| at >= start);
        let is = |sort| earlier.is_some_and(|at| self.has(at, sort));
        match self.view.word(before) {
            "in" => (!is(Sort::Trust)).then_some(Lead::One),
            "near" | "outside" | "downtown" => Some(Lead::One),
            "of" if is(Sort::Settlements) => Some(Lead::Several),
            "of" => (is(Sort::Settlement) || is(Sort::PartOfPlace) || is(Sort::Distance)).then_some(Lead::One),
            "from" => is(Sort::Distance).then_some(Lead::One),
            _ => None,
        }
    }

    /// "A small town in", "an unincorporated community in", "located in".
    fn is_kind(&self, from: usize) -> bool {
        let mut at = from;
        while self.has(at, Sort::Adverb) || self.view.word(at).ends_with("ly") {
            at += 1;
        }
        if matches!(self.view.word(at), "located" | "situated") {
            return true;
        }
        if !matches!(self.view.word(at), "a" | "an" | "the" | "one") {
            return false;
        }
        for at in at + 1..at + REACH {
            let settled = matches!(self.view.word(at), "community" | "place")
                && matches!(
                    self.view.word(at - 1),
                    "unincorporated" | "designated" | "rural" | "farming" | "populated" | "residential"
                );
            if settled || self.has(at, Sort::Settlement) && !self.view.is_capital(at) {
                return self.ends_noun(at + 1);
            }
            if self.has(at, Sort::FunctionWord) || !self.is_word(at) && self.view.word(at) != "-" {
                return false;
            }
        }
        false
    }

    /// Whether no noun goes on after a kind of place: "a village in", not "a village elder".
    fn ends_noun(&self, at: usize) -> bool {
        !self.is_word(at)
            || self.view.sorts(at).has_any(&[Sort::FunctionWord, Sort::PlacePreposition])
            || matches!(self.view.word(at), "located" | "situated" | "about" | "approximately")
    }

    /// Whether the words can be a name by themselves: no pronoun, no single common noun.
    fn is_name(&self, range: Range) -> bool {
        let blocked = |at: usize| {
            self.view
                .sorts(at)
                .has_any(&[Sort::FunctionWord, Sort::Clause, Sort::OtherPreposition, Sort::OrganizationHead])
        };
        let common = |at: usize| self.has(at, Sort::NameBlocker) || self.words.senses.noun(&self.view.word(at).to_lowercase()).is_some();
        !range.tokens().any(blocked) && !range.tokens().all(common)
    }

    /// Whether a mark or a preposition follows, so that a name after "and" belongs to what stands before it.
    fn closes(&self, at: usize) -> bool {
        matches!(
            self.view.word(at),
            "." | ";" | ")" | "" | "in" | "on" | "from" | "to" | "with" | "by" | "for" | "at" | "during" | "after" | "before"
        )
    }

    /// Where the capitalised words that end at a token begin.
    fn start_of_name(&self, start: usize, end: usize) -> usize {
        let mut first = end;
        while first > start && self.is_word(first - 1) && self.view.is_capital(first - 1) {
            first -= 1;
        }
        first
    }

    fn start(&self, range: Range) -> usize {
        self.view.tokens_of(self.view.sentence_of(range.first as usize)).start
    }

    fn is_word(&self, at: usize) -> bool {
        self.view.kind(at) == Some(TokenKind::Word)
    }

    fn has(&self, at: usize, sort: Sort) -> bool {
        self.view.sorts(at).has(sort)
    }
}
