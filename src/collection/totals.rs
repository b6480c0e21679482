//! Sums over documents: integers, sets and smallest names, so that merging is associative and commutative.

use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::period::period;
use super::scene::scene;
use crate::cooccurrence::{Counting, PairCounts, Scene, Together};
use crate::document::{BlockKind, Kind};
use crate::lexicon::Class;
use crate::result::{DocumentResult, MadeBy, Scale, Status, Unit};
use crate::stance::positions::{self, Standing};

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
    /// How pairs are counted and which are listed.
    pub counting: Counting,
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
    /// Units by their number of entities.
    pub degrees: BTreeMap<u32, u64>,
    /// By pair of ids, the smaller first.
    #[serde(with = "as_rows")]
    pub pairs: BTreeMap<(Id, Id), PairTotals>,
}

/// A pair over all documents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PairTotals {
    /// Units with both.
    pub n11: u64,
    /// Units with both in which the first is named before the second.
    pub a_first: u64,
    /// Units with both in which it is named after the second.
    pub b_first: u64,
    /// Documents with such a unit.
    pub documents: u32,
    /// Units with both by year.
    pub years: BTreeMap<String, u64>,
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
    /// The favourable stance of the highest confidence.
    #[serde(default)]
    pub favourable: Option<Best>,
    /// The hostile one.
    #[serde(default)]
    pub hostile: Option<Best>,
}

/// A stance that speaks best for its side: confidence in millionths, document, id.
pub type Best = (u32, Id, u32);

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
    pub fn new(made_by: MadeBy, counting: Counting) -> Self {
        let schema = TOTALS_SCHEMA.to_owned();
        let (documents, entities, units, positions) = Default::default();
        Self {
            schema,
            made_by,
            counting,
            documents,
            entities,
            units,
            positions,
        }
    }

    /// The totals of one document, over the blocks whose kind `counts`.
    pub fn of(document: &DocumentResult, counting: &Counting, counts: impl Fn(BlockKind) -> bool) -> Self {
        let mut totals = Self::new(document.made_by.clone(), counting.clone());
        let id: Id = document.id.as_str().into();
        totals.add_entities(document, &id);
        totals.add_pairs(document, &id, &scene(document, counts));
        totals.add_positions(document, &id);
        totals
    }

    /// Adds the totals of other documents.
    ///
    /// # Errors
    ///
    /// If the two were made in different ways, or a document stands in both.
    pub fn merge(&mut self, other: Self) -> Result<(), CannotMerge> {
        if self.made_by != other.made_by || self.counting != other.counting {
            let way = |totals: &Self| format!("{:?}, {:?}", totals.made_by, totals.counting);
            return Err(CannotMerge::MadeDifferently {
                first: way(self),
                second: way(&other),
            });
        }
        if let Some(id) = other.documents.keys().find(|id| self.documents.contains_key(*id)) {
            return Err(CannotMerge::SameDocument(id.to_string()));
        }
        self.documents.extend(other.documents);
        add_all(&mut self.entities, other.entities, EntityTotals::add);
        add_all(&mut self.units, other.units, UnitTotals::add);
        add_all(&mut self.positions, other.positions, PositionTotals::add);
        Ok(())
    }

    /// How many documents mention each entity.
    pub fn spread(&self) -> BTreeMap<&str, u32> {
        let mut spread = BTreeMap::new();
        for id in self.documents.values().flat_map(|document| document.entities.keys()) {
            *spread.entry(id.as_ref()).or_default() += 1;
        }
        spread
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

    fn add_pairs(&mut self, document: &DocumentResult, id: &Id, scene: &Scene) {
        let ids: Vec<Id> = document.entities.iter().map(|row| row.entity.as_ref().into()).collect();
        let year = period(document.metadata.date.as_deref(), Scale::Year);
        for unit in &self.counting.units {
            let counts = scene.count(*unit, &self.counting);
            self.units.insert(*unit, UnitTotals::of(&counts, &ids, id, year.as_deref()));
        }
    }

    fn add_positions(&mut self, document: &DocumentResult, id: &Id) {
        for row in &document.positions {
            let key = (
                row.holder.as_str().into(),
                row.target.as_str().into(),
                row.attributed_to.as_deref().map(Into::into),
            );
            let evidence = row.evidence.iter().take(EVIDENCE).map(|stance| (id.clone(), *stance)).collect();
            let best = |sign: i8| {
                let stance = positions::best(&row.evidence, &document.stances, sign)?;
                Some((millionths(stance.confidence.rounded()), id.clone(), stance.id))
            };
            let (favourable, hostile) = (best(1), best(-1));
            let (positive, negative, neutral) = (row.positive.into(), row.negative.into(), row.neutral.into());
            self.positions.insert(
                key,
                PositionTotals {
                    positive,
                    negative,
                    neutral,
                    documents: 1,
                    evidence,
                    favourable,
                    hostile,
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
    fn of(counts: &PairCounts, ids: &[Id], document: &Id, year: Option<&str>) -> Self {
        let id = |number: u32| ids[number as usize].clone();
        let pair = |together: &Together| PairTotals {
            n11: together.units.len() as u64,
            a_first: together.a_first.into(),
            b_first: together.b_first.into(),
            documents: 1,
            years: year.iter().map(|year| ((*year).to_owned(), together.units.len() as u64)).collect(),
            evidence: together.units.iter().take(EVIDENCE).map(|unit| (document.clone(), *unit)).collect(),
        };
        Self {
            units: u64::from(counts.units()),
            margins: counts.margins().map(|(number, n)| (id(number), u64::from(n))).collect(),
            degrees: counts.degrees().map(|(degree, n)| (degree, u64::from(n))).collect(),
            pairs: counts.pairs().map(|((a, b), together)| ((id(a), id(b)), pair(together))).collect(),
        }
    }

    fn add(&mut self, other: Self) {
        self.units += other.units;
        add_counts(&mut self.margins, other.margins);
        add_counts(&mut self.degrees, other.degrees);
        add_all(&mut self.pairs, other.pairs, PairTotals::add);
    }
}

impl PairTotals {
    fn add(&mut self, other: Self) {
        self.n11 += other.n11;
        self.a_first += other.a_first;
        self.b_first += other.b_first;
        add_counts(&mut self.years, other.years);
        self.documents += other.documents;
        add_evidence(&mut self.evidence, other.evidence);
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
        keep_better(&mut self.favourable, other.favourable);
        keep_better(&mut self.hostile, other.hostile);
    }
}

/// The higher confidence, the first of several by document and id: the same in any order of merging.
fn keep_better(kept: &mut Option<Best>, other: Option<Best>) {
    let rank = |best: &Option<Best>| best.as_ref().map(|(weight, id, stance)| (*weight, Reverse((id.clone(), *stance))));
    if rank(&other) > rank(kept) {
        *kept = other;
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share lies between 0 and 1")]
fn millionths(share: f64) -> u32 {
    (share * 1e6).round() as u32
}

/// Takes over what is new and adds the rest: most pairs of a document are new.
fn add_all<K: Ord, V>(sum: &mut BTreeMap<K, V>, other: BTreeMap<K, V>, add: impl Fn(&mut V, V)) {
    for (key, value) in other {
        match sum.entry(key) {
            Entry::Vacant(slot) => drop(slot.insert(value)),
            Entry::Occupied(slot) => add(slot.into_mut(), value),
        }
    }
}

fn add_counts<K: Ord, N: std::ops::AddAssign + Default>(sum: &mut BTreeMap<K, N>, other: BTreeMap<K, N>) {
    for (key, n) in other {
        *sum.entry(key).or_default() += n;
    }
}

fn add_evidence(sum: &mut BTreeSet<(Id, u32)>, other: BTreeSet<(Id, u32)>) {
    if sum.len() >= EVIDENCE && sum.last() < other.first() {
        return;
    }
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
