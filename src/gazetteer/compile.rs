//! A lexicon's aliases, compiled for lookup.

use std::sync::Arc;

use super::readings::Weights;
use super::surfaces::Surfaces;
use super::themes::Phrases;
use super::view::WordFacts;
use super::words::WordBook;
use crate::lexicon::{Alias, Entity, Lexicon};
use crate::memo::{Pool, WordMemo};

/// Finds mentions. Compiled once from a [`Lexicon`]; shared by all documents.
pub struct Gazetteer {
    pub(super) entities: Arc<[Arc<Entity>]>,
    pub(super) aliases: Arc<[Alias]>,
    pub(super) surfaces: Surfaces,
    pub(super) phrases: Phrases,
    pub(super) words: WordBook,
    pub(super) weights: Weights,
    /// What is known about words, as far as they were met.
    pub(super) memory: Pool<WordMemo<WordFacts>>,
}

impl Gazetteer {
    /// Compiles the aliases of a lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        let (surfaces, (phrases, words)) = rayon::join(
            || Surfaces::new(&lexicon.entities, &lexicon.aliases),
            || (Phrases::new(lexicon), WordBook::new()),
        );
        Self {
            surfaces,
            phrases,
            words,
            weights: Weights::new(),
            entities: lexicon.entities.clone(),
            aliases: lexicon.aliases.clone(),
            memory: Pool::default(),
        }
    }

    /// All that the gazetteer knows about a word by itself.
    pub(super) fn facts(&self, word: &str) -> WordFacts {
        let stem = self.phrases.stem(word);
        WordFacts {
            capital: word.starts_with(char::is_uppercase),
            sorts: self.words.sorts(word),
            stem,
            begins_phrase: stem.is_some_and(|stem| self.phrases.begins(stem)),
            role: self.phrases.role(word),
            beginning: self.surfaces.beginning(word),
        }
    }
}
