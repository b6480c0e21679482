//! Which group a document belongs to, and what its documents add up to.

use std::collections::BTreeMap;
use std::fmt;

use super::extract::{Extract, Position};
use crate::collection::period;
use crate::result::{DocumentResult, GroupRow, Scale};
use crate::stance::positions::Standing;

/// What the groups are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// Each document.
    Document,
    /// Periods of the documents' dates.
    Period(Scale),
    /// The values of a metadata field; a document with several stands in the group of all of them together.
    Field(String),
}

/// The group of documents that do not tell.
const UNKNOWN: &str = "unknown";

impl By {
    /// `document`, `year`, `quarter`, `month`, else a metadata field.
    pub fn named(name: &str) -> Self {
        match name {
            "document" => Self::Document,
            "year" => Self::Period(Scale::Year),
            "quarter" => Self::Period(Scale::Quarter),
            "month" => Self::Period(Scale::Month),
            field => Self::Field(field.to_owned()),
        }
    }

    /// The name of the group that `document` belongs to.
    pub fn group(&self, document: &DocumentResult) -> String {
        let metadata = &document.metadata;
        let found = match self {
            Self::Document => Some(document.id.clone()),
            Self::Period(scale) => period(metadata.date.as_deref(), *scale),
            Self::Field(field) => match field.as_str() {
                "title" => metadata.title.clone(),
                "publisher" => metadata.publisher.clone(),
                "date" => metadata.date.clone(),
                "language" => metadata.language.clone(),
                "authors" => Some(metadata.authors.join("|")),
                further => metadata.further.get(further).and_then(text),
            },
        };
        found.filter(|group| !group.is_empty()).unwrap_or_else(|| UNKNOWN.to_owned())
    }
}

/// A metadata value as a group's name: lists by a vertical bar.
fn text(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text.clone()),
        serde_json::Value::Array(values) => Some(values.iter().filter_map(text).collect::<Vec<_>>().join("|")),
        other => Some(other.to_string()),
    }
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Document => "document",
            Self::Period(Scale::Year) => "year",
            Self::Period(Scale::Quarter) => "quarter",
            Self::Period(Scale::Month) => "month",
            Self::Field(field) => field,
        })
    }
}

/// All groups, by name.
pub struct Groups(pub Vec<Group>);

/// The sums of one group.
pub struct Group {
    /// Its name.
    pub name: String,
    /// Ids of its documents, sorted.
    pub documents: Vec<String>,
    /// Word tokens.
    pub tokens: u64,
    /// Sentences with a word.
    pub sentences: u64,
    /// Mentions and documents by entity.
    pub entities: BTreeMap<u32, (u64, u32)>,
    /// Stances by position.
    pub positions: BTreeMap<Position, Standing>,
    /// What its sentences say: those that say nothing are left out.
    pub said: Vec<super::extract::Said>,
}

/// So many groups get bootstrap intervals and all their distances listed.
const FEW: usize = 50;

impl Groups {
    /// Adds up the documents of each group.
    pub fn of(documents: &BTreeMap<String, Extract>) -> Self {
        let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
        for (id, document) in documents {
            let group = groups.entry(&document.group).or_insert_with(|| Group::named(&document.group));
            group.add(id, document);
        }
        Self(groups.into_values().collect())
    }

    /// Whether there are few enough groups for a bootstrap and a full table of distances.
    pub fn few(&self) -> bool {
        self.0.len() <= FEW
    }

    /// The groups' rows.
    pub fn rows(&self) -> Vec<GroupRow> {
        let row = |group: &Group| GroupRow {
            group: group.name.clone(),
            documents: group.documents.clone(),
            tokens: group.tokens,
            sentences: group.sentences,
            mentions: group.entities.values().map(|(n, _)| n).sum(),
            stances: group.positions.values().map(|standing| standing.n()).sum(),
        };
        self.0.iter().map(row).collect()
    }
}

impl Group {
    fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            documents: Vec::new(),
            tokens: 0,
            sentences: 0,
            entities: BTreeMap::new(),
            positions: BTreeMap::new(),
            said: Vec::new(),
        }
    }

    fn add(&mut self, id: &str, document: &Extract) {
        self.documents.push(id.to_owned());
        self.tokens += document.tokens;
        self.sentences += document.sentences;
        for (entity, n) in &document.entities {
            let sum = self.entities.entry(*entity).or_default();
            sum.0 += u64::from(*n);
            sum.1 += 1;
        }
        for stance in &document.stances {
            self.positions.entry(stance.position).or_default().count(stance.polarity);
        }
        self.said.extend(document.said.iter().cloned());
    }
}
