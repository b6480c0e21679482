//! Entities, their aliases, and the policy of each alias.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as MapEntry;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::problem::{Located, Problem, Problems};
use super::table::{Row, Table};
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
    pub codes: BTreeMap<String, Vec<String>>,
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
        self.codes.get(key).and_then(|values| values.first()).map(String::as_str)
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
    described: BTreeMap<String, (usize, Located, Entity)>,
    aliases: Vec<(usize, String, Alias)>,
}

impl Draft {
    /// What follows overrides what was read so far.
    pub fn begin_layer(&mut self) {
        self.layer += 1;
    }

    /// Reads a file of entries.
    pub fn read(&mut self, table: &Table, problems: &mut Problems) {
        for row in table.rows() {
            self.describe(&row, problems);
            self.alias(&row, problems);
        }
    }

    fn describe(&mut self, row: &Row, problems: &mut Problems) {
        let id = row.cell("id");
        if !is_id(id) {
            row.problem(problems, Problem::Id(id.to_owned()));
            return;
        }
        if ["kind", "class", "name", "codes"].iter().all(|column| row.cell(column).is_empty()) {
            return;
        }
        let Some(entity) = entity(row, problems) else { return };
        match self.described.entry(id.to_owned()) {
            MapEntry::Vacant(slot) => drop(slot.insert((self.layer, row.at(), entity))),
            MapEntry::Occupied(mut slot) if slot.get().0 < self.layer => drop(slot.insert((self.layer, row.at(), entity))),
            MapEntry::Occupied(slot) => {
                let first = slot.get().1.to_string();
                row.problem(problems, Problem::DescribedTwice { id: id.to_owned(), first });
            }
        }
    }

    fn alias(&mut self, row: &Row, problems: &mut Problems) {
        let surface = row.cell("alias");
        if surface.is_empty() {
            row.problem(problems, Problem::Empty("alias"));
            return;
        }
        let case = row.one_of("case", CASES, problems);
        let reading = row.one_of("reading", READINGS, problems);
        let priority = if row.cell("priority").is_empty() {
            Some(0)
        } else {
            row.cell("priority").parse::<i8>().ok()
        };
        if priority.is_none_or(|p| !(-100..=100).contains(&p)) {
            row.problem(
                problems,
                Problem::Number {
                    column: "priority",
                    value: row.cell("priority").to_owned(),
                },
            );
        }
        let policy = policy(row, problems);
        if let (Some(case), Some(reading), Some(priority)) = (case, reading, priority) {
            let alias = Alias {
                surface: surface.to_owned(),
                entity: 0,
                case,
                reading,
                priority,
                policy,
                at: row.at(),
            };
            self.aliases.push((self.layer, row.cell("id").to_owned(), alias));
        }
    }

    /// Entities by id and aliases by surface form; checks what needs all files.
    pub fn finish(self, problems: &mut Problems) -> (Vec<Arc<Entity>>, Vec<Alias>) {
        let index: FxHashMap<&str, u32> = self.described.keys().map(String::as_str).zip(0..).collect();
        let mut latest: FxHashMap<&str, usize> = FxHashMap::default();
        for (layer, _, alias) in &self.aliases {
            let known = latest.entry(alias.surface.as_str()).or_default();
            *known = (*known).max(*layer);
        }
        let mut aliases: Vec<Alias> = Vec::with_capacity(self.aliases.len());
        for (layer, id, alias) in &self.aliases {
            if let Some(&entity) = index.get(id.as_str()) {
                if latest[alias.surface.as_str()] == *layer {
                    aliases.push(Alias { entity, ..alias.clone() });
                }
            } else if is_id(id) {
                problems.push(&alias.at.path, alias.at.line, Problem::Undescribed(id.clone()));
            }
        }
        aliases.sort_by(|a, b| a.surface.cmp(&b.surface).then(a.entity.cmp(&b.entity)).then(a.at.cmp(&b.at)));
        let entities: Vec<_> = self.described.into_values().map(|(_, _, entity)| Arc::new(entity)).collect();
        check_doubles(&entities, &aliases, problems);
        (entities, aliases)
    }
}

fn is_id(id: &str) -> bool {
    id.split_once(':').is_some_and(|(prefix, slug)| {
        PREFIXES.contains(&prefix) && !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    })
}

fn entity(row: &Row, problems: &mut Problems) -> Option<Entity> {
    let id = row.cell("id").to_owned();
    let name = row.cell("name").to_owned();
    if name.is_empty() {
        row.problem(problems, Problem::Empty("name"));
    }
    let (actor, place) = classes(row, problems)?;
    let mut codes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for code in row.list("codes") {
        match code.split_once('=') {
            Some((key, value)) if !key.is_empty() && !value.is_empty() => {
                codes.entry(key.to_owned()).or_default().push(value.to_owned());
            }
            _ => row.problem(problems, Problem::Code(code.to_owned())),
        }
    }
    Some(Entity {
        id,
        name,
        actor,
        place,
        codes,
    })
}

/// The classes as actor and as place that the cells `kind` and `class` give.
fn classes(row: &Row, problems: &mut Problems) -> Option<(Option<Class>, Option<Class>)> {
    let kinds: Vec<&str> = row.list("kind").collect();
    let classes: Vec<Option<Class>> = row.list("class").map(Class::named).collect();
    match (kinds.as_slice(), classes.as_slice()) {
        (["theme"], []) => Some((None, None)),
        (["actor"], [Some(class)]) if !class.is_place() => Some((Some(*class), None)),
        (["place"], [Some(class)]) if class.is_place() => Some((None, Some(*class))),
        (["actor", "place"], [Some(actor), Some(place)]) if !actor.is_place() && place.is_place() => Some((Some(*actor), Some(*place))),
        _ => {
            let problem = Problem::Class {
                class: row.cell("class").to_owned(),
                kind: row.cell("kind").to_owned(),
            };
            row.problem(problems, problem);
            None
        }
    }
}

fn policy(row: &Row, problems: &mut Problems) -> Option<Box<Policy>> {
    let lower = |column| row.list(column).map(str::to_lowercase).collect();
    let needs = row.list("needs").map(|need| {
        if is_id(need) {
            Need::Id(need.to_owned())
        } else {
            Need::Phrase(need.to_lowercase())
        }
    });
    let mut date = |column: &'static str| {
        let value = row.cell(column);
        let date = Date::parse(value);
        if date.is_none() && !value.is_empty() {
            row.problem(
                problems,
                Problem::Date {
                    column,
                    value: value.to_owned(),
                },
            );
        }
        date
    };
    let (from, to) = (date("from"), date("to"));
    if let (Some(a), Some(b)) = (from, to)
        && a >= b
    {
        let problem = Problem::Reversed {
            from: row.cell("from").to_owned(),
            to: row.cell("to").to_owned(),
        };
        row.problem(problems, problem);
    }
    let policy = Policy {
        needs: needs.collect(),
        not_before: lower("not_before"),
        not_after: lower("not_after"),
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
                let first = other.at.to_string();
                let name = || alias.surface.clone();
                if other.entity == alias.entity {
                    let id = entities[alias.entity as usize].id.clone();
                    problems.push(&alias.at.path, alias.at.line, Problem::Twice { alias: name(), id, first });
                } else if !told_apart(entities, alias, other) {
                    let other = entities[other.entity as usize].id.clone();
                    problems.push(
                        &alias.at.path,
                        alias.at.line,
                        Problem::Clash {
                            alias: name(),
                            other,
                            first,
                        },
                    );
                }
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
