//! Places: by the last word of the name ("Panj River") or the first ("Lake Sarez"), and by a state after a comma.

use super::super::setting::Setting;
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
        } else if self.is_road(self.without_lead(run)) {
            self.place_of(self.without_lead(run), Class::Facility, "road", made);
        } else if self.is_town_in_state(run) {
            self.place_of(run, Class::City, "before_state", made);
        } else if self.stands_where_places_do(run) {
            self.place_of(run, Class::City, "unknown_place", made);
        }
    }

    /// "In Slidell", "the town of Varzaqan", "the Khayelitsha township": words that no lexicon and no dictionary has.
    fn stands_where_places_do(&self, run: Range) -> bool {
        let (first, end) = (run.first as usize, run.end as usize);
        let setting = Setting {
            view: self.view,
            words: self.words,
        };
        if run.len() > 3 {
            return false;
        }
        if setting.is_described(run) {
            return true;
        }
        let begins = self.view.tokens_of(self.view.sentence_of(first)).start == first;
        if begins || !run.tokens().all(|at| self.is_unknown(at) || !self.is_name_word(at)) {
            return false;
        }
        let before = self.view.word(first - 1);
        let moved = matches!(before, "to" | "from")
            && (first.saturating_sub(4)..first - 1).any(|at| self.sorts(at).has_any(&[Sort::MotionVerb, Sort::MotionNoun]));
        let lives_there = before == "of" && first > 1 && self.view.word(first - 2) == ",";
        let lies_there = before == "at" && self.view.word(end) == "in" && self.known.is_place(end + 1);
        let follows = moved || lives_there || lies_there || setting.follows(run);
        let local = follows && self.sorts(end).has(Sort::Local);
        let ends = !self.is_clitic(end) && !self.view.is_capital(end) && self.ends_a_phrase(end);
        let given = self.sorts(first).has(Sort::GivenName);
        !given && self.known.inside(run).next().is_none() && (follows && ends || setting.precedes(run) || local)
    }

    /// "The M4" in a sentence about roads; elsewhere a rifle or a galaxy.
    fn is_road(&self, run: Range) -> bool {
        let first = run.first as usize;
        let digits = self.view.word(first).strip_prefix(['A', 'B', 'E', 'M', 'N']).unwrap_or_default();
        let is_number = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let tells = |at: usize| {
            let words = [
                "junction",
                "roundabout",
                "carriageway",
                "southbound",
                "northbound",
                "eastbound",
                "westbound",
                "lorry",
                "road",
            ];
            words.contains(&self.view.word(at)) || matches!(self.view.word(at), "highway" | "motorway" | "expressway")
        };
        run.len() == 1 && is_number && self.view.tokens_of(self.view.sentence_of(first)).any(tells)
    }

    fn is_clitic(&self, at: usize) -> bool {
        self.view.kind(at) == Some(crate::token::TokenKind::Clitic)
    }

    /// Whether the words before can stand alone: a mark, a preposition or a verb follows.
    fn ends_a_phrase(&self, at: usize) -> bool {
        let word = self.view.word(at);
        let mark = !matches!(self.view.kind(at), Some(crate::token::TokenKind::Word)) && word != "-";
        mark || self.sorts(at).has_any(&[
            Sort::FunctionWord,
            Sort::Adverb,
            Sort::Clause,
            Sort::Settlement,
            Sort::PlacePreposition,
        ])
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
                place: None,
                rule,
                confidence: if rule == "unknown_place" { 0.6 } else { 0.75 },
            });
        }
    }
}
