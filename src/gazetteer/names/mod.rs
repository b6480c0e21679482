//! Names that no lexicon has: persons after titles and given names, organizations and places by their head words.
//!
//! Cautious by design: a name needs a word that tells what it is. Longer than the aliases inside, such a name also
//! keeps them from counting: "Paris Hilton", "Kabul University", "Memphis Street".

mod coordinated;
mod organizations;
mod persons;
mod places;
mod repeated;

use super::candidate::{Candidate, Cast};
use super::compile::Gazetteer;
use super::view::{Range, View};
use super::words::{Sort, Sorts, WordBook};
use crate::lexicon::{Class, Reading};
use crate::token::TokenKind;

/// Adds the names that the document makes to the candidates of the lexicon, which are in the order of the text.
pub(super) fn add(gazetteer: &Gazetteer, view: &View, cast: &mut Cast, candidates: &mut Vec<Candidate>) {
    let mut made = Vec::new();
    {
        let reader = Reader {
            view,
            words: &gazetteer.words,
            known: Known { candidates, cast },
        };
        for number in 0..view.sentences.len() {
            if !reader.is_title_case(number) {
                reader.sentence(number, &mut made);
            }
        }
        repeated::add(&reader, &mut made);
    }
    coordinated::add(gazetteer, view, candidates);
    coordinated::add_halves(view, cast, candidates);
    for name in made {
        let surface = view.surface(name.range);
        let entity = name.class.and_then(|class| match name.place {
            Some(place) => cast.both(prefix(class), surface, class, place),
            None => cast.name(prefix(class), surface, class),
        });
        candidates.push(Candidate::made(name.range, entity, Reading::Literal, name.rule, name.confidence));
    }
}

/// A name that the document makes.
#[derive(Debug, Clone, Copy)]
struct Name {
    range: Range,
    /// `None` where it is none of ours and only hides what lies inside.
    class: Option<Class>,
    /// Its class where it is read as a place, for what is both: a school, a hospital.
    place: Option<Class>,
    rule: &'static str,
    confidence: f32,
}

/// What the id of an entity of this class begins with.
fn prefix(class: Class) -> &'static str {
    match class {
        Class::Person => "person",
        Class::ArmedGroup => "group",
        Class::Igo => "igo",
        Class::Alliance => "alliance",
        Class::Party => "party",
        Class::Ngo => "ngo",
        Class::Company => "company",
        Class::Media => "media",
        Class::Initiative => "initiative",
        Class::EthnicGroup => "people",
        Class::Bloc => "bloc",
        Class::Region => "region",
        Class::City => "city",
        Class::Water => "water",
        Class::BorderPoint => "border",
        Class::Facility => "facility",
        Class::State | Class::Agency | Class::Country => "agency",
    }
}

/// Reads sentences for names.
struct Reader<'a> {
    view: &'a View<'a>,
    words: &'a WordBook,
    known: Known<'a>,
}

impl Reader<'_> {
    fn sentence(&self, number: usize, made: &mut Vec<Name>) {
        let tokens = self.view.tokens_of(number);
        let mut at = tokens.start;
        while at < tokens.end {
            if !self.is_name_word(at) {
                if self.is_lower_title(at)
                    && let Some(name) = self.titled(at, tokens.end)
                {
                    made.push(name);
                    at = name.range.end as usize;
                    continue;
                }
                at += 1;
                continue;
            }
            let run = self.run(at, tokens.end);
            let names = made.len();
            made.extend(self.class_of_ships(run));
            self.organizations(run, tokens.end, made);
            self.places(run, made);
            if made.len() == names {
                self.persons(run, tokens.end, made);
            }
            at = run.end as usize;
        }
    }

    /// "A Virginia-class submarine" names no place.
    fn class_of_ships(&self, run: Range) -> Option<Name> {
        let hyphen = (run.end as usize).checked_sub(2)?;
        let is_class = run.len() > 2 && self.view.word(hyphen) == "-" && self.view.word(hyphen + 1) == "class";
        let mut named = self
            .known
            .inside(run)
            .filter(|candidate| is_class && candidate.range.end as usize == hyphen);
        named.next().map(|candidate| Name {
            range: Range::new(candidate.range.first as usize, run.end as usize),
            class: None,
            place: None,
            rule: "class_of_ships",
            confidence: 0.9,
        })
    }

    /// Capitalised words that stand together: initials, hyphens and name particles included.
    fn run(&self, first: usize, end: usize) -> Range {
        let mut at = first + 1;
        while at < end && self.view.word(at) != "The" {
            if self.is_name_word(at) {
                at += 1;
            } else if let Some(next) = self.particle(at, end) {
                at = next;
            } else if self.is_owned_head(at, end) {
                at += 2;
            } else {
                break;
            }
        }
        Range::new(first, at)
    }

    /// One past a hyphen or particles ("al-", "bin", "de la") and the name word after them.
    fn particle(&self, at: usize, end: usize) -> Option<usize> {
        let mut next = at;
        while next < end && next < at + 4 {
            let hyphen = matches!(self.view.word(next), "-" | "–") && self.view.glued(next) && self.view.glued(next + 1);
            if hyphen || self.sorts(next).has(Sort::Particle) && !self.view.is_capital(next) {
                next += 1;
            } else {
                break;
            }
        }
        (next > at && next < end && (self.is_name_word(next) || self.view.glued(next)))
            .then_some(next + 1)
            .filter(|_| self.is_name_word(next) || self.view.kind(next) == Some(TokenKind::Word))
    }

    /// The possessive within a name: "Workers' Party", "People's Front".
    fn is_owned_head(&self, at: usize, end: usize) -> bool {
        self.view.kind(at) == Some(TokenKind::Clitic)
            && at + 1 < end
            && self.is_name_word(at + 1)
            && self.sorts(at - 1).has(Sort::Collective)
    }

    fn is_name_word(&self, at: usize) -> bool {
        self.view.kind(at) == Some(TokenKind::Word) && self.view.is_capital(at)
    }

    fn is_lower_title(&self, at: usize) -> bool {
        self.view.kind(at) == Some(TokenKind::Word) && self.is_name_word(at + 1) && self.sorts(at).has(Sort::SpeechTitle)
    }

    fn sorts(&self, at: usize) -> Sorts {
        self.view.sorts(at)
    }

    /// Whether nearly all longer words are capitalised, as in headlines: there capitals tell nothing. A sentence with its
    /// full stop is none, however many names it lists.
    fn is_title_case(&self, number: usize) -> bool {
        let tokens = self.view.tokens_of(number);
        if tokens.clone().last().is_some_and(|last| self.view.word(last) == ".") {
            return false;
        }
        let long = tokens.filter(|&at| self.view.kind(at) == Some(TokenKind::Word) && self.view.tokens[at].span.len() > 3);
        let (mut capital, mut all) = (0, 0);
        for at in long {
            all += 1;
            capital += usize::from(self.view.is_capital(at));
        }
        all > 3 && capital * 10 > all * 8
    }
}

/// The candidates of the lexicon.
struct Known<'a> {
    candidates: &'a [Candidate],
    cast: &'a Cast<'a>,
}

impl Known<'_> {
    /// The candidates that begin at a token.
    fn beginning(&self, first: usize) -> &[Candidate] {
        let first = u32::try_from(first).unwrap_or(u32::MAX);
        let from = self.candidates.partition_point(|candidate| candidate.range.first < first);
        let count = self.candidates[from..]
            .iter()
            .take_while(|candidate| candidate.range.first == first)
            .count();
        &self.candidates[from..from + count]
    }

    /// The candidates within a range.
    fn inside(&self, range: Range) -> impl Iterator<Item = &Candidate> {
        range
            .tokens()
            .flat_map(|at| self.beginning(at))
            .filter(move |candidate| range.contains(candidate.range) && candidate.is_open())
    }

    /// Whether the lexicon has this very name.
    fn has(&self, range: Range) -> bool {
        self.inside(range).any(|candidate| candidate.range == range)
    }

    /// Whether an actor other than a state, region or people stands within the range.
    fn has_actor_inside(&self, range: Range) -> bool {
        let classes = self.inside(range).filter_map(|candidate| self.cast.get(candidate.entity?).actor);
        classes
            .into_iter()
            .any(|class| !matches!(class, Class::State | Class::Bloc | Class::EthnicGroup | Class::Person))
    }

    /// Whether a demonym begins the range.
    fn begins_with_demonym(&self, range: Range) -> bool {
        self.beginning(range.first as usize)
            .iter()
            .any(|candidate| candidate.reading == Reading::Demonym)
    }

    /// Whether the one word here is a state's own name.
    fn is_state(&self, at: usize) -> bool {
        let mut here = self
            .beginning(at)
            .iter()
            .filter(|candidate| candidate.is_open() && candidate.range.len() == 1);
        here.any(|candidate| {
            candidate
                .entity
                .is_some_and(|number| self.cast.get(number).actor == Some(Class::State))
        })
    }

    /// Whether a place or state begins here.
    fn is_place(&self, at: usize) -> bool {
        let mut here = self.beginning(at).iter().filter(|candidate| candidate.is_open());
        here.any(|candidate| candidate.entity.is_some_and(|number| self.cast.get(number).place.is_some()))
    }
}
