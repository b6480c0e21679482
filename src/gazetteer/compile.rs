//! A lexicon's aliases, compiled for lookup.

use std::sync::{Arc, OnceLock};

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
    capitals: OnceLock<Automaton>,
    pub(super) phrases: Phrases,
    pub(super) words: WordBook,
    pub(super) weights: Weights,
}

impl Gazetteer {
    /// Compiles the aliases of a lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        let compiled = |folds| {
            Automaton::new(
                named_forms(&lexicon.entities, &lexicon.aliases, |case| (case == Case::Any) == folds, folds),
                folds,
            )
        };
        let (exact, any_case) = rayon::join(|| compiled(false), || compiled(true));
        Self {
            exact,
            any_case,
            capitals: OnceLock::new(),
            phrases: Phrases::new(lexicon),
            words: WordBook::new(),
            weights: Weights::new(),
            entities: lexicon.entities.clone(),
            aliases: lexicon.aliases.clone(),
        }
    }

    /// Forms of aliases that also stand wholly in capitals, in lower case: for headings. Compiled when first asked for.
    pub(super) fn capitals(&self) -> &Automaton {
        let forms = || named_forms(&self.entities, &self.aliases, |case| case == Case::Default, true);
        self.capitals.get_or_init(|| Automaton::new(forms(), true))
    }
}

/// The forms of the names whose case is `chosen`, each with the number of its alias; with `folds`, in lower case.
fn named_forms(entities: &[Arc<Entity>], aliases: &[Alias], chosen: impl Fn(Case) -> bool, folds: bool) -> Vec<(String, u32)> {
    let named = |alias: &Alias| chosen(alias.case) && !entities[alias.entity as usize].is_theme();
    let spelled = |form: String| if folds { form.to_lowercase() } else { form };
    (0..)
        .zip(aliases)
        .filter(|(_, alias)| named(alias))
        .flat_map(|(number, alias)| forms(&alias.surface).into_iter().map(move |form| (spelled(form), number)))
        .collect()
}
