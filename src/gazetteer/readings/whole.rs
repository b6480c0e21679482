//! What the name itself and its sentence say.

use super::super::view::{Range, View};
use super::super::words::Sort;
use super::{Context, Name};

/// What a sentence tells about all names in it.
pub(in super::super) struct Sentence {
    sport: usize,
}

impl Sentence {
    pub fn new(view: &View, range: Range) -> Self {
        let sport = range.tokens().filter(|&token| view.sorts(token).has(Sort::Sport)).count();
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

/// What a role in the sentence tells of a town or province more than of a state: "Ohio voters", "the Tehran metro",
/// "Tehran denied it".
pub(super) fn role(name: Name, before: Option<&'static str>, after: Option<&'static str>) -> Option<&'static str> {
    match (name, before, after) {
        (Name::Place, _, Some("before_noun")) => Some("place_as_modifier"),
        (Name::Place, _, Some("owner")) => Some("place_as_owner"),
        (Name::Capital, _, Some("before_noun")) => Some("capital_as_modifier"),
        (Name::Capital, _, Some("owner")) => Some("capital_as_owner"),
        (Name::Place, Some("begins_acting"), _) => Some("place_acts"),
        (Name::Capital, Some("begins_acting"), _) => Some("capital_acts"),
        _ => None,
    }
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
pub(super) fn list(context: &Context, name: Name) -> Option<&'static str> {
    if name == Name::Demonym {
        return None;
    }
    let commas = context.list.tokens().filter(|&at| context.view.word(at) == ",").count();
    match commas {
        0 if context.list == context.own => None,
        0..=2 if name == Name::Capital => Some("capital_in_list"),
        0..=2 => Some("in_list"),
        _ => Some("in_long_list"),
    }
}
