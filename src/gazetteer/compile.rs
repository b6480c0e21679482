//! A lexicon's aliases, compiled for lookup.

use std::sync::Arc;

use super::automaton::Automaton;
use super::readings::Weights;
use super::themes::Phrases;
use super::variants::forms;
use super::words::WordBook;
use crate::lexicon::{Alias, Case, Entity, Lexicon};

/// Finds mentions. Compiled once from a [`Lexicon`]; shared by all documents.
pub struct Gazetteer {
    pub(super) entities: Arc<[Arc<Entity>]>,
    pub(super) aliases: Arc<[Alias]>,
    /// Forms as written.
    pub(super) exact: Automaton,
    /// Forms of aliases in any case, in lower case.
    pub(super) any_case: Automaton,
    /// Forms of aliases that also stand wholly in capitals, in lower case: for headings.
    pub(super) capitals: Automaton,
    pub(super) phrases: Phrases,
    pub(super) words: WordBook,
    pub(super) weights: Weights,
}

impl Gazetteer {
    /// Compiles the aliases of a lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        let (mut exact, mut any_case, mut capitals) = (Vec::new(), Vec::new(), Vec::new());
        for (number, alias) in (0..).zip(lexicon.aliases.iter()) {
            if lexicon.entities[alias.entity as usize].is_theme() {
                continue;
            }
            for form in forms(&alias.surface) {
                if alias.case == Case::Default {
                    capitals.push((form.to_lowercase(), number));
                }
                match alias.case {
                    Case::Any => any_case.push((form.to_lowercase(), number)),
                    Case::Default | Case::Exact => exact.push((form, number)),
                }
            }
        }
        let (exact, (any_case, capitals)) = rayon::join(
            || Automaton::new(exact, false),
            || (Automaton::new(any_case, true), Automaton::new(capitals, true)),
        );
        Self {
            exact,
            any_case,
            capitals,
            phrases: Phrases::new(lexicon),
            words: WordBook::new(),
            weights: Weights::new(),
            entities: lexicon.entities.clone(),
            aliases: lexicon.aliases.clone(),
        }
    }
}
