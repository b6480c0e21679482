//! Entities, their aliases, and the policy of each alias.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::codes::Codes;
use super::phrase::slots;
use super::problem::{Located, Problem, Problems};
use super::table::{Row, Table, list};
use crate::document::Kind;

/// What an id may begin with.
pub const PREFIXES: &[&str] = &[
    "state",
    "group",
    "igo",
    "alliance",
    "person",
    "agency",
    "party",
    "company",
    "media",
    "ngo",
    "initiative",
    "people",
    "bloc",
    "region",
    "city",
    "water",
    "border",
    "facility",
    "theme",
];

/// The id whose aliases win by length and yield no mention.
pub const NO_THEME: &str = "theme:none";

/// Someone, some place or some threat, under one canonical id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Canonical id: prefix, colon, slug.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Class when read as an actor; `None` where it never is one.
    pub actor: Option<Class>,
    /// Class when read as a place; `None` where it never is one.
    pub place: Option<Class>,
    /// Codes of other systems, and facts for disambiguation (coordinates, population, country).
    pub codes: Codes,
}

impl Entity {
    /// The class in the given kind of reading.
    pub fn class(&self, kind: Kind) -> Option<Class> {
        match kind {
            Kind::Actor => self.actor,
            Kind::Place => self.place,
            Kind::Theme => None,
        }
    }

    /// The first value of a code.
    pub fn code(&self, key: &str) -> Option<&str> {
        self.codes.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// Whether this is a threat theme.
    pub fn is_theme(&self) -> bool {
        self.actor.is_none() && self.place.is_none()
    }
}

/// Classes of actors and places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Class {
    State,
    Person,
    ArmedGroup,
    Igo,
    Alliance,
    Agency,
    Party,
    Ngo,
    Company,
    Media,
    Initiative,
    EthnicGroup,
    Bloc,
    Country,
    Region,
    City,
    BorderPoint,
    Water,
    Facility,
}

const CLASSES: &[(&str, Class)] = &[
    ("state", Class::State),
    ("person", Class::Person),
    ("armed_group", Class::ArmedGroup),
    ("igo", Class::Igo),
    ("alliance", Class::Alliance),
    ("agency", Class::Agency),
    ("party", Class::Party),
    ("ngo", Class::Ngo),
    ("company", Class::Company),
    ("media", Class::Media),
    ("initiative", Class::Initiative),
    ("ethnic_group", Class::EthnicGroup),
    ("bloc", Class::Bloc),
    ("country", Class::Country),
    ("region", Class::Region),
    ("city", Class::City),
    ("border_point", Class::BorderPoint),
    ("water", Class::Water),
    ("facility", Class::Facility),
];

impl Class {
    /// Whether this is a class of places.
    pub fn is_place(self) -> bool {
        self >= Class::Country
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        CLASSES.iter().find(|(_, class)| *class == self).map_or("", |(name, _)| name)
    }

    /// The names of all classes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        CLASSES.iter().map(|(name, _)| *name)
    }

    /// What the ids of the class begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Country => "state",
            Self::ArmedGroup => "group",
            Self::EthnicGroup => "people",
            Self::BorderPoint => "border",
            other => other.name(),
        }
    }

    /// The class with this name.
    pub fn named(name: &str) -> Option<Self> {
        CLASSES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }
}

/// How a surface form leads to its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Its own name.
    Literal,
    /// Another thing's name: a capital, a seat of power.
    Metonym,
    /// An adjective or noun of origin.
    Demonym,
    /// Initials.
    Acronym,
    /// A part of the name.
    ShortForm,
}

const READINGS: &[(&str, Reading)] = &[
    ("", Reading::Literal),
    ("literal", Reading::Literal),
    ("metonym", Reading::Metonym),
    ("demonym", Reading::Demonym),
    ("acronym", Reading::Acronym),
    ("short_form", Reading::ShortForm),
];

/// Which letter cases of an alias count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// As written, or wholly in capitals.
    Default,
    /// As written only.
    Exact,
    /// Any.
    Any,
}

const CASES: &[(&str, Case)] = &[("", Case::Default), ("exact", Case::Exact), ("any", Case::Any)];

/// A surface form that leads to an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The surface form.
    pub surface: String,
    /// Index of the entity in [`super::Lexicon::entities`].
    pub entity: u32,
    /// Which letter cases count.
    pub case: Case,
    /// How it leads to the entity.
    pub reading: Reading,
    /// Wins ties of equal length.
    pub priority: i8,
    /// Conditions; most aliases have none.
    pub policy: Option<Box<Policy>>,
    /// Where the row stands.
    pub at: Located,
}

/// Conditions under which an alias counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// At least one of these must be elsewhere in the document; no condition where empty.
    pub needs: Vec<Need>,
    /// None of these may follow directly; lower case.
    pub not_before: Vec<String>,
    /// None of these may come directly before; lower case.
    pub not_after: Vec<String>,
    /// The alias leads here only in documents of this date or later.
    pub from: Option<Date>,
    /// The alias leads here only in documents before this date.
    pub to: Option<Date>,
}

/// Company that an alias needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// An entity, mentioned anywhere else in the document.
    Id(String),
    /// A word or phrase, in any case, anywhere else in the document.
    Phrase(String),
}

/// A date as far as known: year, and perhaps month and day; orders by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month from 1; 0 where unknown.
    pub month: u8,
    /// Day from 1; 0 where unknown.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|p| p.len() == 4)?.parse().ok()?;
        let mut next = |most: u8| match parts.next() {
            None => Some(0),
            Some(part) => part.parse().ok().filter(|n| part.len() == 2 && (1..=most).contains(n)),
        };
        let date = Self {
            year,
            month: next(12)?,
            day: next(31)?,
        };
        parts.next().is_none().then_some(date)
    }
}

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

/// The cells of a row.
struct Cells<'t> {
    id: &'t str,
    kind: &'t str,
    class: &'t str,
    name: &'t str,
    alias: &'t str,
    case: &'t str,
    reading: &'t str,
    needs: &'t str,
    not_before: &'t str,
    not_after: &'t str,
    from: &'t str,
    to: &'t str,
    priority: &'t str,
    codes: &'t str,
}

impl<'t> Cells<'t> {
    fn of(row: &Row<'t>) -> Self {
        let [
            id,
            kind,
            class,
            name,
            alias,
            case,
            reading,
            needs,
            not_before,
            not_after,
            from,
            to,
            priority,
            codes,
            _source,
        ] = row.cells();
        Self {
            id,
            kind,
            class,
            name,
            alias,
            case,
            reading,
            needs,
            not_before,
            not_after,
            from,
            to,
            priority,
            codes,
        }
    }
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
        aliases.sort_by(|a, b| (&a.surface, a.entity).cmp(&(&b.surface, b.entity)).then_with(|| a.at.cmp(&b.at)));
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

fn alias(row: &Row, cells: &Cells, entity: u32, problems: &mut Problems) -> Option<Alias> {
    if cells.alias.is_empty() {
        row.problem(problems, Problem::Empty("alias"));
        return None;
    }
    if cells.id.starts_with("theme:") && slots(cells.alias).is_none() {
        row.problem(problems, Problem::Alternatives(cells.alias.to_owned()));
    }
    let case = row.one_of("case", cells.case, CASES, problems);
    let reading = row.one_of("reading", cells.reading, READINGS, problems);
    let priority = if cells.priority.is_empty() {
        Some(0)
    } else {
        cells.priority.parse::<i8>().ok()
    };
    if priority.is_none_or(|p| !(-100..=100).contains(&p)) {
        let (column, value) = ("priority", cells.priority.to_owned());
        row.problem(problems, Problem::Number { column, value });
    }
    let policy = policy(row, cells, problems);
    Some(Alias {
        surface: cells.alias.to_owned(),
        entity,
        case: case?,
        reading: reading?,
        priority: priority?,
        policy,
        at: row.at(),
    })
}

fn is_id(id: &str) -> bool {
    id.split_once(':').is_some_and(|(prefix, slug)| {
        PREFIXES.contains(&prefix) && !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    })
}

fn entity(row: &Row, cells: &Cells, problems: &mut Problems) -> Option<Entity> {
    if cells.name.is_empty() {
        row.problem(problems, Problem::Empty("name"));
    }
    let (actor, place) = classes(row, cells, problems)?;
    for code in list(cells.codes) {
        if code.split_once('=').is_none_or(|(key, value)| key.is_empty() || value.is_empty()) {
            row.problem(problems, Problem::Code(code.to_owned()));
        }
    }
    Some(Entity {
        id: cells.id.to_owned(),
        name: cells.name.to_owned(),
        actor,
        place,
        codes: Codes::new(cells.codes),
    })
}

/// The classes as actor and as place that the cells `kind` and `class` give.
fn classes(row: &Row, cells: &Cells, problems: &mut Problems) -> Option<(Option<Class>, Option<Class>)> {
    let mut classes = list(cells.class).map(Class::named);
    let classes = (classes.next(), classes.next(), classes.next());
    match (cells.kind, classes) {
        ("theme", (None, ..)) => Some((None, None)),
        ("actor", (Some(Some(class)), None, _)) if !class.is_place() => Some((Some(class), None)),
        ("place", (Some(Some(class)), None, _)) if class.is_place() => Some((None, Some(class))),
        ("actor|place", (Some(Some(actor)), Some(Some(place)), None)) if !actor.is_place() && place.is_place() => {
            Some((Some(actor), Some(place)))
        }
        _ => {
            let (class, kind) = (cells.class.to_owned(), cells.kind.to_owned());
            row.problem(problems, Problem::Class { class, kind });
            None
        }
    }
}

fn policy(row: &Row, cells: &Cells, problems: &mut Problems) -> Option<Box<Policy>> {
    let lower = |cell| list(cell).map(str::to_lowercase).collect();
    let needs = list(cells.needs).map(|need| {
        if is_id(need) {
            Need::Id(need.to_owned())
        } else {
            Need::Phrase(need.to_lowercase())
        }
    });
    let mut date = |column: &'static str, value: &str| {
        let date = Date::parse(value);
        if date.is_none() && !value.is_empty() {
            let value = value.to_owned();
            row.problem(problems, Problem::Date { column, value });
        }
        date
    };
    let (from, to) = (date("from", cells.from), date("to", cells.to));
    if let (Some(a), Some(b)) = (from, to)
        && a >= b
    {
        let (from, to) = (cells.from.to_owned(), cells.to.to_owned());
        row.problem(problems, Problem::Reversed { from, to });
    }
    let policy = Policy {
        needs: needs.collect(),
        not_before: lower(cells.not_before),
        not_after: lower(cells.not_after),
        from,
        to,
    };
    (policy != Policy::default()).then(|| Box::new(policy))
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
