//! What the name itself and its sentence say.

use super::super::view::{Range, View};
use super::super::words::{Sort, WordBook};
use super::{Context, Name};

/// What a sentence tells about all names in it.
pub(in super::super) struct Sentence {
    sport: usize,
}

impl Sentence {
    pub fn new(view: &View, words: &WordBook, range: Range) -> Self {
        let sport = range
            .tokens()
            .filter(|&token| words.sorts(view.word(token)).has(Sort::Sport))
            .count();
        Self { sport }
    }
}

pub(super) fn prior(name: Name) -> &'static str {
    match name {
        Name::State => "name_of_state",
        Name::Capital => "name_of_capital",
        Name::Demonym => "demonym",
        Name::Bloc => "name_of_region",
        Name::Place => "name_of_place",
        Name::Other => "name",
    }
}

/// Teams go by the names of places.
pub(super) fn sport(_: &Context, sentence: &Sentence) -> Option<&'static str> {
    match sentence.sport {
        0 => None,
        1 => Some("sport"),
        _ => Some("much_sport"),
    }
}
