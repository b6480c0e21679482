//! The noun that a name belongs to: "Russia's old *policy*", "the Afghan *border*", "China trade *talks*".

use super::super::senses::{ByNoun, by_noun};
use super::super::words::Sort;
use super::Context;
use crate::token::TokenKind;

/// What the head noun is: a sort that our own lists give, a supersense, or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// Position in [`HEADS`].
    Sort(usize),
    /// Position in [`ByNoun`].
    Sense(usize),
    Name,
}

impl Head {
    /// Whether it acts for a state or is what such do.
    pub fn acts(self) -> bool {
        matches!(self, Self::Sort(at) if matches!(HEADS[at], Sort::AgentNoun | Sort::PolicyNoun | Sort::EventNoun))
    }
}

/// The rules of one way to stand before a head noun.
pub(super) struct Rules {
    sorts: [&'static str; 7],
    senses: ByNoun,
    name: &'static str,
}

impl Rules {
    pub fn of(&self, head: Head) -> &'static str {
        match head {
            Head::Sort(at) => self.sorts[at],
            Head::Sense(at) => self.senses[at],
            Head::Name => self.name,
        }
    }
}

pub(super) const OWNER: Rules = Rules {
    sorts: [
        "owner_of_agent",
        "owner_of_weapon",
        "owner_of_policy",
        "owner_of_event",
        "owner_of_setting",
        "owner_of_people",
        "owner_of_thing",
    ],
    senses: by_noun!("owner_of_"),
    name: "owner_of_name",
};

pub(super) const NOUN: Rules = Rules {
    sorts: [
        "before_agent",
        "before_weapon",
        "before_policy",
        "before_event",
        "before_setting",
        "before_people",
        "before_thing",
    ],
    senses: by_noun!("before_"),
    name: "before_name",
};

pub(super) const ADJECTIVE: Rules = Rules {
    sorts: [
        "adjective_of_agent",
        "adjective_of_weapon",
        "adjective_of_policy",
        "adjective_of_event",
        "adjective_of_setting",
        "adjective_of_people",
        "adjective_of_thing",
    ],
    senses: by_noun!("adjective_of_"),
    name: "adjective_of_name",
};

/// Sorts of head nouns; position in the tables of rules above.
pub(super) const HEADS: &[Sort] = &[
    Sort::AgentNoun,
    Sort::WeaponNoun,
    Sort::PolicyNoun,
    Sort::EventNoun,
    Sort::SettingNoun,
    Sort::PeopleNoun,
    Sort::ThingNoun,
];

/// What ends the words that belong to a head.
const PREPOSITIONS: &[Sort] = &[Sort::FunctionWord, Sort::PlacePreposition, Sort::OtherPreposition];

/// Words after the name among which its head is looked for.
const REACH: usize = 5;

/// The head of the words that begin here: the last noun before a verb, a preposition or a mark.
pub(super) fn head(context: &Context, from: usize) -> Option<Head> {
    let mut found = None;
    for at in from..from + REACH {
        let word = context.lower(at);
        let is_word = matches!(context.view.kind(at), Some(TokenKind::Word | TokenKind::Number)) || word == "-";
        let sorts = context.sorts(at);
        if word.is_empty() || !is_word || sorts.has_any(PREPOSITIONS) {
            break;
        }
        let noun = noun(context, at, word);
        let verb = context.words.senses.verb(word);
        let moves = sorts.has(Sort::MotionVerb) && !sorts.has(Sort::MotionNoun) && !sorts.has_any(HEADS);
        let is_verb =
            moves || sorts.has(Sort::PersonVerb) && !word.ends_with('s') || verb.is_some() && (noun.is_none() || has_object(context, at));
        if found.is_some() && is_verb {
            break;
        }
        // "Foreign Minister Shah Mohammad Qureshi": the title tells more than the name
        found = noun.filter(|noun| *noun != Head::Name || found.is_none()).or(found);
    }
    found
}

/// Whether an article or possessive follows: "capture of Kabul *presents the* alliance".
pub(super) fn has_object(context: &Context, at: usize) -> bool {
    matches!(
        context.lower(at + 1),
        "the" | "a" | "an" | "its" | "their" | "his" | "her" | "that" | "this" | "these" | "no" | "it" | "them"
    )
}

/// What the noun at a token is.
fn noun(context: &Context, at: usize, word: &str) -> Option<Head> {
    let sorts = context.sorts(at);
    let sort = HEADS.iter().position(|&sort| sorts.has(sort)).map(Head::Sort);
    let name = || (context.view.is_capital(at) && context.view.kind(at) == Some(TokenKind::Word)).then_some(Head::Name);
    sort.or_else(|| context.words.senses.noun(word).map(Head::Sense)).or_else(name)
}
