//! Entities, their aliases, and the policy of each alias.

use serde::{Deserialize, Serialize};

use super::codes::Codes;
use super::problem::Located;
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
        self.codes.get(key).next()
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

    /// Whether its members decide for a polity or an armed body, so that ties and deeds among them are politics; persons,
    /// firms, media and associations may also act for themselves.
    pub fn is_political(self) -> bool {
        !matches!(self, Self::Person | Self::Company | Self::Media | Self::Ngo)
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

pub(super) const READINGS: &[(&str, Reading)] = &[
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

pub(super) const CASES: &[(&str, Case)] = &[("", Case::Default), ("exact", Case::Exact), ("any", Case::Any)];

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
