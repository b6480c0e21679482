//! Lexicon files to values: entries with their aliases and policies, cues, verbs, valence words.
//!
//! All that knows the file format lives here. One parser serves the program, the checker and the tests;
//! it collects every problem of every file before it gives up. The format is in the README.

mod builtin;
mod cells;
mod check;
mod codes;
mod cues;
mod diff;
mod draft;
mod entity;
mod import;
mod lists;
mod phrase;
mod problem;
mod rows;
mod suggest;
mod table;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use builtin::{File as BuiltinFile, files as builtin_files};
pub use check::{Doubt, Finding, Statistics, findings, statistics};
pub use codes::Codes;
pub use cues::{Cue, CueKind, PartOfSpeech, Valence, Verb};
pub use diff::{MentionChange, MentionChanges};
pub(crate) use draft::first_eight;
pub use entity::{Alias, Case, Class, Date, Entity, NO_THEME, Need, Policy, Reading};
pub use import::{ImportOptions, Imported, ListFormat, import};
pub use lists::{CONTEXT_WORDS, GIVEN_NAMES, READING_WEIGHTS, SUPERSENSES, words as list_words};
pub use phrase::{Slot, is_article, phrase_words, slots};
pub use problem::{Located, Problem, Problems};
pub use rows::{NewAlias, NewEntry, is_acronym, render};
pub use suggest::{Sighting, Suggestion, Suggestions, class_by_words};

/// Everything that the lexicon files say, checked.
#[derive(Debug, Default, Clone)]
pub struct Lexicon {
    /// Entities by id, sorted.
    pub entities: Arc<[Arc<Entity>]>,
    /// Aliases, sorted by surface form, then entity.
    pub aliases: Arc<[Alias]>,
    /// Stance, negation, hedge, booster, reporting cues and their like, sorted.
    pub cues: Vec<Cue>,
    /// Verb lemmas with their irregular forms, sorted.
    pub verbs: Vec<Verb>,
    /// Opinion words with their weights, sorted.
    pub valence: Vec<Valence>,
    /// Example sentences that `lexicon test` runs.
    pub examples: Vec<Example>,
    /// First 16 hexadecimal digits of the SHA-256 of all files read.
    pub digest: String,
}

/// A sentence with one span in braces that must, or must not, become a mention of `id`.
#[derive(Debug, Clone)]
pub struct Example {
    /// The entity.
    pub id: String,
    /// The sentence, with {braces}.
    pub text: String,
    /// Whether the mention must be found.
    pub expect: bool,
    /// Where the example stands.
    pub at: Located,
}

/// Which lexicons to load.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Leave out the built-in lexicons.
    pub without_builtin: bool,
    /// Also load the built-in places below 15,000 people and the like.
    pub all_places: bool,
    /// Further files or folders; a later one overrides an earlier one, and each the built-in ones.
    pub paths: Vec<PathBuf>,
}

/// One layer of files: an alias in a later layer takes the surface form from all earlier ones.
type Layer = Vec<(String, Cow<'static, str>)>;

impl Lexicon {
    /// Loads the chosen lexicons.
    ///
    /// # Errors
    ///
    /// All problems of all files at once.
    pub fn load(choice: &Choice) -> Result<Self, Problems> {
        let mut layers: Vec<Layer> = Vec::new();
        if !choice.without_builtin {
            let chosen = builtin_files().iter().filter(|file| choice.all_places || !file.optional);
            layers.push(chosen.map(|file| (format!("lexicons/{}", file.path), file.text.into())).collect());
        }
        let mut problems = Problems::default();
        for path in &choice.paths {
            match read_layer(path) {
                Ok(layer) => layers.push(layer),
                Err(found) => problems.extend(found),
            }
        }
        Self::parse(layers, problems)
    }

    /// Parses files given as (path, text), one layer.
    ///
    /// # Errors
    ///
    /// All problems of all files at once.
    pub fn from_texts(files: &[(&str, &str)]) -> Result<Self, Problems> {
        let layer = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned().into()))
            .collect();
        Self::parse(vec![layer], Problems::default())
    }

    fn parse(layers: Vec<Layer>, mut problems: Problems) -> Result<Self, Problems> {
        let mut digest = crate::digest::Digest::default();
        let mut draft = draft::Draft::default();
        let mut lexicon = Lexicon::default();
        for layer in layers {
            draft.begin_layer();
            for (path, text) in layer {
                digest.add(text.as_bytes());
                read_file(&path, &text, &mut draft, &mut lexicon, &mut problems);
            }
        }
        let (entities, aliases) = draft.finish(&mut problems);
        if !problems.is_empty() {
            return Err(problems.sorted());
        }
        cues::sort(&mut lexicon);
        Ok(Lexicon {
            entities: entities.into(),
            aliases: aliases.into(),
            digest: digest.short(),
            ..lexicon
        })
    }

    /// The entity with this id.
    pub fn entity(&self, id: &str) -> Option<&Arc<Entity>> {
        self.entities
            .binary_search_by(|entity| entity.id.as_str().cmp(id))
            .ok()
            .map(|at| &self.entities[at])
    }
}

/// Sends the rows of one file where its header says they belong.
fn read_file(path: &str, text: &str, draft: &mut draft::Draft, lexicon: &mut Lexicon, problems: &mut Problems) {
    let Some(table) = table::Table::read(path, text, problems) else {
        return;
    };
    match table.form {
        table::Form::Entries => draft.read(&table, problems),
        table::Form::Cues => cues::read_cues(&table, lexicon, problems),
        table::Form::Verbs => cues::read_verbs(&table, lexicon, problems),
        table::Form::Examples => cues::read_examples(&table, lexicon, problems),
        table::Form::StanceExamples => {}
    }
}

/// The `.tsv` files of a folder (walked, sorted), or one file.
fn read_layer(path: &Path) -> Result<Layer, Problems> {
    let mut paths = BTreeSet::new();
    if path.is_dir() {
        let walk = walkdir::WalkDir::new(path).into_iter().filter_map(Result::ok);
        paths.extend(
            walk.map(walkdir::DirEntry::into_path)
                .filter(|p| p.extension().is_some_and(|e| e == "tsv")),
        );
        if paths.is_empty() {
            return Err(Problems::one(path, 0, Problem::NoFiles));
        }
    } else {
        paths.insert(path.to_owned());
    }
    let mut files = BTreeMap::new();
    let mut problems = Problems::default();
    for path in paths {
        match std::fs::read(&path).map(String::from_utf8) {
            Ok(Ok(text)) => drop(files.insert(path.display().to_string(), text.into())),
            Ok(Err(_)) => problems.push(&path, 0, Problem::NotUtf8),
            Err(error) => problems.push(&path, 0, Problem::Unreadable(error.to_string())),
        }
    }
    if problems.is_empty() {
        Ok(files.into_iter().collect())
    } else {
        Err(problems)
    }
}
