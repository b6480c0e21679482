//! A lexicon's aliases, compiled for lookup.

use std::sync::Arc;

use super::automaton::Automaton;
use super::themes::Phrases;
use super::variants::forms;
use super::words::WordBook;
use crate::lexicon::{Alias, Case, Entity, Lexicon};

/// Finds mentions. Compiled once from a [`Lexicon`]; shared by all documents.
pub struct Gazetteer {
    pub(super) entities: Vec<Arc<Entity>>,
    pub(super) aliases: Vec<Alias>,
    /// Forms as written.
    pub(super) exact: Automaton,
    /// Forms of aliases in any case, in lower case.
    pub(super) any_case: Automaton,
    /// Forms of aliases that also stand wholly in capitals, in lower case: for headings.
    pub(super) capitals: Automaton,
    pub(super) phrases: Phrases,
    pub(super) words: WordBook,
}

impl Gazetteer {
    /// Compiles the aliases of a lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        let named = |alias: &&(u32, &Alias)| !lexicon.entities[alias.1.entity as usize].is_theme();
        let numbered: Vec<(u32, &Alias)> = (0..).zip(&lexicon.aliases).collect();
        let all_forms = |chosen: &dyn Fn(Case) -> bool| -> Vec<(String, u32)> {
            let chosen = numbered.iter().filter(named).filter(|(_, alias)| chosen(alias.case));
            chosen
                .flat_map(|(number, alias)| forms(&alias.surface).into_iter().map(|form| (form, *number)))
                .collect()
        };
        let lower = |forms: Vec<(String, u32)>| forms.into_iter().map(|(form, number)| (form.to_lowercase(), number)).collect();
        let (exact, (any_case, capitals)) = rayon::join(
            || Automaton::new(all_forms(&|case| case != Case::Any), false),
            || {
                (
                    Automaton::new(lower(all_forms(&|case| case == Case::Any)), true),
                    Automaton::new(lower(all_forms(&|case| case == Case::Default)), true),
                )
            },
        );
        Self {
            exact,
            any_case,
            capitals,
            phrases: Phrases::new(lexicon),
            words: WordBook::new(),
            entities: lexicon.entities.clone(),
            aliases: lexicon.aliases.clone(),
        }
    }
}
