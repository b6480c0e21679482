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

/// What the kind of name says.
pub(super) fn prior(name: Name) -> &'static str {
    match name {
        Name::State => "name_of_state",
        Name::Capital => "name_of_capital",
        Name::Demonym => "demonym",
        Name::Bloc => "name_of_region",
        Name::Place => "name_of_place",
        Name::Building => "name_of_building",
        Name::Other => "name",
    }
}

/// A town or province that belongs to a noun: "Ohio voters", "the Tehran metro".
pub(super) fn modifier(name: Name, is_modifier: bool) -> Option<&'static str> {
    (is_modifier && name == Name::Place).then_some("place_as_modifier")
}

/// Teams go by the names of places.
pub(super) fn sport(name: Name, sentence: &Sentence) -> Option<&'static str> {
    match (sentence.sport, name) {
        (0, _) | (_, Name::Demonym) => None,
        (1, Name::Place) => Some("sport_and_place"),
        (_, Name::Place) => Some("much_sport_and_place"),
        (1, _) => Some("sport"),
        _ => Some("much_sport"),
    }
}

/// Lists of many names tell where things are rather than who acts.
pub(super) fn list(context: &Context) -> Option<&'static str> {
    let commas = context.list.tokens().filter(|&at| context.view.word(at) == ",").count();
    match commas {
        0 if context.list == context.own => None,
        0..=2 => Some("in_list"),
        _ => Some("in_long_list"),
    }
}
