//! The tables of entries of all layers, to entities and aliases.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::cells::{Cells, alias, entity, is_id};
use super::entity::{Alias, Entity, Reading};
use super::problem::{Located, Problem, Problems};
use super::table::{Row, Table};

/// Rows read so far; becomes entities and aliases once all files are read.
#[derive(Default)]
pub struct Draft {
    layer: usize,
    /// Every id seen, by number.
    numbers: FxHashMap<String, u32>,
    described: Vec<Described>,
    /// Aliases with their layer; their entity is a number of [`Draft::numbers`].
    aliases: Vec<(usize, Alias)>,
}

/// An id and what describes it: the entity, its layer and its row.
struct Described {
    id: String,
    row: Option<(usize, Located, Entity)>,
}

impl Draft {
    /// What follows overrides what was read so far.
    pub fn begin_layer(&mut self) {
        self.layer += 1;
    }

    /// Reads a file of entries.
    pub fn read(&mut self, table: &Table, problems: &mut Problems) {
        for row in table.rows() {
            let cells = Cells::of(&row);
            let number = self.number(cells.id);
            match number {
                Some(number) => self.describe(number, &row, &cells, problems),
                None => row.problem(problems, Problem::Id(cells.id.to_owned())),
            }
            if let Some(alias) = alias(&row, &cells, number.unwrap_or(0), problems)
                && number.is_some()
            {
                self.aliases.push((self.layer, alias));
            }
        }
    }

    /// The number of an id; `None` where it is none.
    fn number(&mut self, id: &str) -> Option<u32> {
        if let Some(&number) = self.numbers.get(id) {
            return Some(number);
        }
        if !is_id(id) {
            return None;
        }
        let number = u32::try_from(self.described.len()).ok()?;
        self.numbers.insert(id.to_owned(), number);
        self.described.push(Described {
            id: id.to_owned(),
            row: None,
        });
        Some(number)
    }

    fn describe(&mut self, number: u32, row: &Row, cells: &Cells, problems: &mut Problems) {
        if [cells.kind, cells.class, cells.name, cells.codes]
            .iter()
            .all(|cell| cell.is_empty())
        {
            return;
        }
        let Some(entity) = entity(row, cells, problems) else { return };
        let described = &mut self.described[number as usize];
        match &described.row {
            Some((layer, first, _)) if *layer == self.layer => {
                let (id, first) = (described.id.clone(), first.to_string());
                row.problem(problems, Problem::DescribedTwice { id, first });
            }
            _ => described.row = Some((self.layer, row.at(), entity)),
        }
    }

    /// Entities by id and aliases by surface form; checks what needs all files.
    pub fn finish(mut self, problems: &mut Problems) -> (Vec<Arc<Entity>>, Vec<Alias>) {
        self.drop_overridden();
        let mut order: Vec<usize> = (0..self.described.len()).collect();
        // Stable: files are sorted by id, so these are sorted runs.
        order.sort_by(|&a, &b| self.described[a].id.cmp(&self.described[b].id));
        let mut places: Vec<Option<u32>> = vec![None; self.described.len()];
        let mut entities = Vec::with_capacity(self.described.len());
        for number in order {
            if let Some((_, _, entity)) = self.described[number].row.take() {
                places[number] = u32::try_from(entities.len()).ok();
                entities.push(Arc::new(entity));
            }
        }
        let mut aliases: Vec<Alias> = Vec::with_capacity(self.aliases.len());
        for (_, alias) in self.aliases {
            match places[alias.entity as usize] {
                Some(entity) => aliases.push(Alias { entity, ..alias }),
                None => {
                    let id = self.described[alias.entity as usize].id.clone();
                    problems.push(&alias.at.path, alias.at.line, Problem::Undescribed(id));
                }
            }
        }
        let aliases = sorted(aliases);
        check_doubles(&entities, &aliases, problems);
        (entities, aliases)
    }

    /// A surface form of a later layer takes it from all earlier ones.
    fn drop_overridden(&mut self) {
        if self.layer < 2 {
            return;
        }
        let mut latest: FxHashMap<String, usize> = FxHashMap::default();
        for (layer, alias) in &self.aliases {
            let known = latest.entry(alias.surface.clone()).or_default();
            *known = (*known).max(*layer);
        }
        // An undescribed id is a problem also where its alias is overridden.
        let described = &self.described;
        let is_described = |alias: &Alias| described[alias.entity as usize].row.is_some();
        self.aliases
            .retain(|(layer, alias)| latest[&alias.surface] == *layer || !is_described(alias));
    }
}

/// By surface form, then entity, then place.
fn sorted(aliases: Vec<Alias>) -> Vec<Alias> {
    let compare = |a: &Alias, b: &Alias| (&a.surface, a.entity).cmp(&(&b.surface, b.entity)).then_with(|| a.at.cmp(&b.at));
    let mut order: Vec<(u64, usize)> = aliases.iter().map(|alias| first_eight(&alias.surface)).zip(0..).collect();
    order.sort_unstable_by(|a, b| (a.0.cmp(&b.0)).then_with(|| compare(&aliases[a.1], &aliases[b.1])));
    let mut left: Vec<Option<Alias>> = aliases.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, at)| left[at].take()).collect()
}

/// The first eight bytes as a number, which sorts as they do: most words need no longer look.
pub(crate) fn first_eight(text: &str) -> u64 {
    let mut first = [0; 8];
    let length = text.len().min(8);
    first[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(first)
}

/// The same surface form twice: for one id never, for two only where something tells them apart.
fn check_doubles(entities: &[Arc<Entity>], aliases: &[Alias], problems: &mut Problems) {
    for group in aliases.chunk_by(|a, b| a.surface == b.surface) {
        for (index, alias) in group.iter().enumerate().skip(1) {
            for other in &group[..index] {
                let (name, first) = (|| alias.surface.clone(), || other.at.to_string());
                let id = |alias: &Alias| entities[alias.entity as usize].id.clone();
                let problem = if other.entity == alias.entity {
                    Problem::Twice {
                        alias: name(),
                        id: id(alias),
                        first: first(),
                    }
                } else if !told_apart(entities, alias, other) {
                    Problem::Clash {
                        alias: name(),
                        other: id(other),
                        first: first(),
                    }
                } else {
                    continue;
                };
                problems.push(&alias.at.path, alias.at.line, problem);
            }
        }
    }
}

/// Whether a reader can choose between two entities of one surface form: by kind, by context of places, by policy.
fn told_apart(entities: &[Arc<Entity>], a: &Alias, b: &Alias) -> bool {
    let (first, second) = (&entities[a.entity as usize], &entities[b.entity as usize]);
    let policy = a.policy.is_some() || b.policy.is_some();
    let places = first.place.is_some() && second.place.is_some();
    let metonym = (a.reading == Reading::Metonym) != (b.reading == Reading::Metonym);
    policy || places || metonym || first.is_theme() != second.is_theme() || a.priority != b.priority
}
