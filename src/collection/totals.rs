//! Sums over documents: integers, sets and smallest names, so that merging is associative and commutative.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::cooccurrence::{Incidence, PairCounts};
use crate::document::{BlockKind, Kind};
use crate::lexicon::Class;
use crate::result::{DocumentResult, MadeBy, Status, Unit};
use crate::stance::positions::Standing;

/// The value of `schema` in totals.
pub const TOTALS_SCHEMA: &str = "briefscope/totals/1";

/// How many evidence ids are kept, the first by document and unit.
const EVIDENCE: usize = 20;

type Id = Arc<str>;

/// The mergeable part of a run: everything that the collection is computed from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// `briefscope/totals/1`.
    pub schema: String,
    /// What made the documents; only equal ones can be merged.
    pub made_by: MadeBy,
    /// A pair is listed where each side stands in at least so many units.
    pub min_support: u32,
    /// By id.
    pub documents: BTreeMap<Id, DocumentTotals>,
    /// By id.
    pub entities: BTreeMap<Id, EntityTotals>,
    /// By unit.
    pub units: BTreeMap<Unit, UnitTotals>,
    /// By holder, target, source.
    #[serde(with = "as_rows")]
    pub positions: BTreeMap<(Id, Id, Option<Id>), PositionTotals>,
}

/// What the collection says about one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DocumentTotals {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub date: Option<String>,
    pub language: Option<String>,
    pub status: Status,
    pub indicators: crate::result::Indicators,
    /// Mentions by entity.
    pub entities: BTreeMap<Id, u32>,
}

/// An entity over all documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EntityTotals {
    /// Documents by name: the most frequent name is shown.
    pub names: BTreeMap<String, u32>,
    /// Mentions by kind.
    pub kinds: BTreeMap<Kind, u64>,
    /// Mentions by class.
    pub classes: BTreeMap<Class, u64>,
    /// Codes of other systems.
    pub refs: BTreeMap<String, String>,
}

/// Units and pairs over all documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UnitTotals {
    /// How many units there are.
    pub units: u64,
    /// Units by entity.
    pub margins: BTreeMap<Id, u64>,
    /// By pair of ids, the smaller first.
    #[serde(with = "as_rows")]
    pub pairs: BTreeMap<(Id, Id), PairTotals>,
}

/// A pair over all documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PairTotals {
    /// Units with both.
    pub n11: u64,
    /// Documents with such a unit.
    pub documents: u32,
    /// The first units, by document and unit.
    pub evidence: BTreeSet<(Id, u32)>,
}

/// A position over all documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PositionTotals {
    /// Favourable stances.
    pub positive: u64,
    /// Hostile stances.
    pub negative: u64,
    /// Stances of neither kind.
    pub neutral: u64,
    /// Documents with such a stance.
    pub documents: u32,
    /// The first stances, by document and stance.
    pub evidence: BTreeSet<(Id, u32)>,
}

/// Why totals cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotMerge {
    /// They were made in different ways.
    #[error("made in different ways ({first} and {second}); analyze again with the same version, lexicons and options")]
    MadeDifferently {
        /// One way.
        first: String,
        /// The other.
        second: String,
    },
    /// The same document stands in both.
    #[error("document {0} stands in both; leave it out of one")]
    SameDocument(String),
}

impl Totals {
    /// The totals of no document.
    pub fn new(made_by: MadeBy, min_support: u32) -> Self {
        let schema = TOTALS_SCHEMA.to_owned();
        let (documents, entities, units, positions) = Default::default();
        Self {
            schema,
            made_by,
            min_support,
            documents,
            entities,
            units,
            positions,
        }
    }

    /// The totals of one document, over the blocks whose kind `counts`.
    pub fn of(document: &DocumentResult, min_support: u32, counts: impl Fn(BlockKind) -> bool) -> Self {
        let mut totals = Self::new(document.made_by.clone(), min_support);
        let id: Id = document.id.as_str().into();
        totals.add_entities(document, &id);
        totals.add_pairs(document, &id, counts);
        totals.add_positions(document, &id);
        totals
    }

    /// Adds the totals of other documents.
    ///
    /// # Errors
    ///
    /// If the two were made in different ways, or a document stands in both.
    pub fn merge(&mut self, other: Self) -> Result<(), CannotMerge> {
        if self.made_by != other.made_by || self.min_support != other.min_support {
            let way = |totals: &Self| format!("{:?}, minimum support {}", totals.made_by, totals.min_support);
            return Err(CannotMerge::MadeDifferently {
                first: way(self),
                second: way(&other),
            });
        }
        if let Some(id) = other.documents.keys().find(|id| self.documents.contains_key(*id)) {
            return Err(CannotMerge::SameDocument(id.to_string()));
        }
        self.documents.extend(other.documents);
        for (id, entity) in other.entities {
            self.entities.entry(id).or_default().add(entity);
        }
        for (unit, totals) in other.units {
            self.units.entry(unit).or_default().add(totals);
        }
        for (key, position) in other.positions {
            self.positions.entry(key).or_default().add(position);
        }
        Ok(())
    }

    fn add_entities(&mut self, document: &DocumentResult, id: &Id) {
        let counted = document.entities.iter().filter(|row| row.count > 0);
        let entities: BTreeMap<Id, u32> = counted.clone().map(|row| (row.entity.as_ref().into(), row.count)).collect();
        for row in counted {
            let entity = self.entities.entry(row.entity.as_ref().into()).or_default();
            entity.names.insert(row.name.clone().into_owned(), 1);
            entity.kinds.extend(row.by_kind.iter().map(|(kind, n)| (*kind, u64::from(*n))));
            entity.classes.extend(row.class.map(|class| (class, u64::from(row.count))));
            entity.refs.extend(
                row.refs
                    .iter()
                    .map(|(key, value)| (key.clone().into_owned(), value.clone().into_owned())),
            );
        }
        let metadata = &document.metadata;
        let line = DocumentTotals {
            title: metadata.title.clone(),
            publisher: metadata.publisher.clone(),
            date: metadata.date.clone(),
            language: metadata.language.clone(),
            status: document.status,
            indicators: document.indicators.clone(),
            entities,
        };
        self.documents.insert(id.clone(), line);
    }

    fn add_pairs(&mut self, document: &DocumentResult, id: &Id, counts: impl Fn(BlockKind) -> bool) {
        let ids: Vec<Id> = document.entities.iter().map(|row| row.entity.as_ref().into()).collect();
        let in_zone = |block: u32| counts(document.blocks[block as usize].kind);
        let sentences: Vec<u32> = document
            .sentences
            .iter()
            .filter(|row| in_zone(row.block))
            .map(|row| row.block)
            .collect();
        let blocks: BTreeSet<u32> = sentences.iter().copied().collect();
        let unit = |of: fn(&crate::result::MentionRow) -> u32, units: usize| {
            let mut incidence = Incidence::new(u32::try_from(units).unwrap_or(u32::MAX));
            for (number, row) in (0..).zip(&document.entities) {
                row.mentions
                    .iter()
                    .for_each(|mention| incidence.add(of(&document.mentions[*mention as usize]), number));
            }
            UnitTotals::of(&PairCounts::of(&incidence), &ids, id)
        };
        self.units.insert(Unit::Sentence, unit(|mention| mention.sentence, sentences.len()));
        self.units.insert(Unit::Paragraph, unit(|mention| mention.block, blocks.len()));
    }

    fn add_positions(&mut self, document: &DocumentResult, id: &Id) {
        for row in &document.positions {
            let key = (
                row.holder.as_str().into(),
                row.target.as_str().into(),
                row.attributed_to.as_deref().map(Into::into),
            );
            let evidence = row.evidence.iter().take(EVIDENCE).map(|stance| (id.clone(), *stance)).collect();
            let (positive, negative, neutral) = (row.positive.into(), row.negative.into(), row.neutral.into());
            self.positions.insert(
                key,
                PositionTotals {
                    positive,
                    negative,
                    neutral,
                    documents: 1,
                    evidence,
                },
            );
        }
    }
}

impl EntityTotals {
    fn add(&mut self, other: Self) {
        add_counts(&mut self.names, other.names);
        add_counts(&mut self.kinds, other.kinds);
        add_counts(&mut self.classes, other.classes);
        for (key, value) in other.refs {
            let kept = self.refs.entry(key).or_insert_with(|| value.clone());
            *kept = kept.clone().min(value);
        }
    }
}

impl UnitTotals {
    fn of(counts: &PairCounts, ids: &[Id], document: &Id) -> Self {
        let id = |number: u32| ids[number as usize].clone();
        let pair = |units: &[u32]| PairTotals {
            n11: units.len() as u64,
            documents: 1,
            evidence: units.iter().take(EVIDENCE).map(|unit| (document.clone(), *unit)).collect(),
        };
        Self {
            units: u64::from(counts.units()),
            margins: counts.margins().map(|(number, n)| (id(number), u64::from(n))).collect(),
            pairs: counts.pairs().map(|((a, b), units)| ((id(a), id(b)), pair(units))).collect(),
        }
    }

    fn add(&mut self, other: Self) {
        self.units += other.units;
        add_counts(&mut self.margins, other.margins);
        for (key, pair) in other.pairs {
            let sum = self.pairs.entry(key).or_default();
            sum.n11 += pair.n11;
            sum.documents += pair.documents;
            add_evidence(&mut sum.evidence, pair.evidence);
        }
    }
}

impl PositionTotals {
    /// The counts alone.
    pub fn standing(&self) -> Standing {
        Standing {
            positive: self.positive,
            negative: self.negative,
            neutral: self.neutral,
        }
    }

    fn add(&mut self, other: Self) {
        self.positive += other.positive;
        self.negative += other.negative;
        self.neutral += other.neutral;
        self.documents += other.documents;
        add_evidence(&mut self.evidence, other.evidence);
    }
}

fn add_counts<K: Ord, N: std::ops::AddAssign + Default>(sum: &mut BTreeMap<K, N>, other: BTreeMap<K, N>) {
    for (key, n) in other {
        *sum.entry(key).or_default() += n;
    }
}

fn add_evidence(sum: &mut BTreeSet<(Id, u32)>, other: BTreeSet<(Id, u32)>) {
    sum.extend(other);
    while sum.len() > EVIDENCE {
        sum.pop_last();
    }
}

/// Maps whose keys are no strings, as lists of [key, value].
mod as_rows {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<K: Serialize, V: Serialize, S: Serializer>(map: &BTreeMap<K, V>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub fn deserialize<'de, K, V, D>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(Vec::<(K, V)>::deserialize(deserializer)?.into_iter().collect())
    }
}
