//! Actor or place: what the words around a name say about how it is meant.
//!
//! Each rule looks at one spot of the context and gives evidence, a logarithm of odds: above 0 for the actor ("Dushanbe
//! will not recognise"), below for the place ("in Dushanbe"). The weights stand in `lexicons/context/reading_weights.tsv`.
//! The evidence is added up; the strongest rule on the
//! winning side gives the reading its name, the sum its confidence. Names in a list ("in Iran, Iraq and Turkey") are
//! read together: by what stands before the first and after the last.

mod after;
mod before;
mod heads;
mod weights;
mod whole;

use super::view::{Range, View};
use super::words::WordBook;
use crate::document::Kind;

pub(super) use weights::Weights;
pub(super) use whole::Sentence;

/// How a name is read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Read {
    pub kind: Kind,
    pub rule: &'static str,
    pub confidence: f32,
}

/// What is known of the name itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// A state's own name.
    State,
    /// A capital or another seat of power.
    Capital,
    /// An adjective of origin.
    Demonym,
    /// A region of several states.
    Bloc,
    /// A town that is no capital, a province, a river.
    Place,
    /// A building and those who work in it: a hospital, a school.
    Building,
    /// Anything else that can be read in both ways.
    Other,
}

/// A name, or a list of names that share their context.
pub(super) struct Context<'a> {
    pub view: &'a View<'a>,
    pub words: &'a WordBook,
    /// The tokens of the name.
    pub own: Range,
    /// The tokens of the list it stands in; its own where it stands alone.
    pub list: Range,
    pub sentence: Range,
    /// What name of a place or state the word at a token belongs to.
    pub name_at: &'a dyn Fn(usize) -> Option<Name>,
}

impl<'a> Context<'a> {
    /// The word, if it is in the same sentence; else empty.
    fn word(&self, token: usize) -> &'a str {
        if self.sentence.tokens().contains(&token) {
            self.view.word(token)
        } else {
            ""
        }
    }

    /// The word in lower case, if it is in the same sentence.
    fn lower(&self, token: usize) -> &'a str {
        if self.sentence.tokens().contains(&token) {
            self.view.lower(token)
        } else {
            ""
        }
    }

    fn sorts(&self, token: usize) -> super::words::Sorts {
        if self.sentence.tokens().contains(&token) {
            self.view.sorts(token)
        } else {
            super::words::Sorts::default()
        }
    }
}

/// Evidence of one rule: a logarithm of odds.
pub(super) type Evidence = (&'static str, f32);

/// What every rule says.
pub(super) fn evidence(context: &Context, name: Name, sentence: &Sentence, weights: &Weights) -> Vec<Evidence> {
    let mut after = after::look(context, name);
    let mut before = before::rules(context, name);
    before[0] = before[0].map(|rule| before::of_beginning(rule, after.rules[0], context, name));
    if name == Name::Demonym && !after::is_of_members(context, name) {
        before = [before[0].filter(|rule| matches!(*rule, "pro_or_anti" | "hyphen_with_name")), None];
    } else if after.is_modifier {
        before = [before[0].map(before::of_head), None];
    }
    if before[0].is_some_and(before::is_in_phrase) {
        after.leave_verb();
    }
    let rules = [
        Some(whole::prior(name)),
        before[0],
        before[1],
        after.rules[0],
        after.rules[1],
        whole::role(name, before[0], after.rules[0]),
        whole::sport(name, sentence),
        whole::list(context, name),
    ];
    rules.into_iter().flatten().map(|rule| (rule, weights.of(rule))).collect()
}

/// What the evidence says together.
pub(super) fn decide(evidence: &[Evidence]) -> Read {
    let sum: f32 = evidence.iter().map(|(_, weight)| weight).sum();
    let actor = sum > 0.0;
    let side = if actor { 1.0 } else { -1.0 };
    let strongest = evidence.iter().max_by(|a, b| (a.1 * side).total_cmp(&(b.1 * side)));
    Read {
        kind: if actor { Kind::Actor } else { Kind::Place },
        rule: strongest
            .filter(|(_, weight)| weight * side > 0.0)
            .map_or("unresolved", |(rule, _)| rule),
        confidence: 1.0 / (1.0 + (-sum.abs()).exp()),
    }
}
