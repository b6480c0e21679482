//! Word lists of other tools, as lexicon files.

mod quanteda;
mod spacy;
mod table;
mod wikidata;

use std::collections::BTreeMap;

use super::entity::Class;
use super::rows::{NewAlias, NewEntry, id_of, render};

/// What wrote the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFormat {
    /// A quanteda dictionary in YAML: categories, perhaps nested, with lists of patterns.
    Quanteda,
    /// A table with a header, separated by commas or tabs.
    Table,
    /// JSON lines of Wikidata: a dump's entities, or rows of a query.
    Wikidata,
    /// Patterns of spaCy's `EntityRuler`, one JSON object a line.
    Spacy,
}

impl ListFormat {
    /// The format that a file's name and first line tell.
    pub fn guess(name: &str, text: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
        if ends(&[".yml", ".yaml"]) {
            Some(Self::Quanteda)
        } else if ends(&[".csv", ".tsv"]) {
            Some(Self::Table)
        } else if ends(&[".jsonl", ".ndjson", ".json"]) {
            let is_spacy = text
                .lines()
                .find(|line| line.contains('{'))
                .is_some_and(|line| line.contains("\"pattern\""));
            Some(if is_spacy { Self::Spacy } else { Self::Wikidata })
        } else {
            None
        }
    }
}

/// How to read a list.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// Class of entries whose own is not told; `None`: they are themes in quanteda dictionaries, and problems elsewhere.
    pub class: Option<Class>,
    /// Language of Wikidata's labels.
    pub language: String,
    /// What goes into the column `source`.
    pub source: String,
}

/// A list, read.
#[derive(Debug, Default)]
pub struct Imported {
    entries: BTreeMap<String, NewEntry>,
    owners: BTreeMap<String, (String, usize)>,
    /// What could not be taken: line from 1 and reason, in the order of lines.
    pub problems: Vec<(usize, String)>,
}

/// Reads a list; what cannot be taken is among the problems, all else in the entries.
pub fn import(format: ListFormat, text: &str, options: &ImportOptions) -> Imported {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut imported = Imported::default();
    match format {
        ListFormat::Quanteda => quanteda::read(text, options, &mut imported),
        ListFormat::Table => table::read(text, options, &mut imported),
        ListFormat::Wikidata => wikidata::read(text, options, &mut imported),
        ListFormat::Spacy => spacy::read(text, options, &mut imported),
    }
    imported.problems.sort();
    imported
}

impl Imported {
    /// How many ids it has.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The lexicon file.
    pub fn render(&self, options: &ImportOptions) -> String {
        render(self.entries.iter().map(|(id, entry)| (id.as_str(), entry)), &options.source)
    }

    fn problem(&mut self, line: usize, problem: impl Into<String>) {
        self.problems.push((line, problem.into()));
    }

    /// The entry of this id, or of the class and name, made where it is missing; `None` with a problem noted where there can be none.
    fn entry(&mut self, line: usize, id: Option<&str>, class: Option<Class>, name: &str) -> Option<String> {
        let name = one_line(name);
        let made = id
            .filter(|id| id.contains(':'))
            .map(str::to_owned)
            .or_else(|| id_of(class, id.unwrap_or(&name)));
        let Some(id) = made.filter(|_| !name.is_empty()) else {
            self.problem(line, format!("{name:?} gives no id; give it a name in Latin letters, or an id"));
            return None;
        };
        self.entries.entry(id.clone()).or_insert_with(|| NewEntry {
            class,
            name,
            ..NewEntry::default()
        });
        Some(id)
    }

    /// Adds a surface form to an entry; one that already names another id is a problem.
    fn alias(&mut self, line: usize, id: &str, surface: &str, case: &'static str) {
        let surface = one_line(surface);
        if surface.is_empty() {
            return;
        }
        if let Some((owner, first)) = self.owners.get(&surface)
            && owner != id
        {
            let problem = format!("alias {surface:?} already names {owner} (line {first}); left out for {id}");
            return self.problem(line, problem);
        }
        self.owners.entry(surface.clone()).or_insert_with(|| (id.to_owned(), line));
        if let Some(entry) = self.entries.get_mut(id) {
            let of_surface = if entry.class.is_none() {
                NewAlias::default()
            } else {
                NewAlias::of(&surface)
            };
            let cells = if case.is_empty() {
                of_surface
            } else {
                NewAlias { case, ..of_surface }
            };
            entry.aliases.entry(surface).or_insert(cells);
        }
    }

    fn code(&mut self, id: &str, key: &str, value: &str) {
        if let Some(entry) = self.entries.get_mut(id) {
            let code = format!("{key}={value}");
            if !value.is_empty() && !value.contains(['|', '\t', '\n']) && !entry.codes.contains(&code) {
                entry.codes.push(code);
            }
        }
    }
}

/// Blanks as single spaces, no tabs, no bars: what a cell can hold.
fn one_line(text: &str) -> String {
    text.replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}
