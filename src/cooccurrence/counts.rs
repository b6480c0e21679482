//! Units and the entities in them; pairs and their evidence.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::association::Contingency;

/// Which entity stands in which unit. Both are numbers: a unit's id, an entity's place in the order of ids.
#[derive(Debug, Clone, Default)]
pub struct Incidence {
    units: u32,
    entries: Vec<(u32, u32)>,
}

impl Incidence {
    /// No entity yet; `units` is how many units there are, also those without an entity.
    pub fn new(units: u32) -> Self {
        Self {
            units,
            entries: Vec::new(),
        }
    }

    /// Entity number `entity` stands in unit `unit`; saying so twice changes nothing.
    pub fn add(&mut self, unit: u32, entity: u32) {
        self.entries.push((unit, entity));
    }
}

/// Counts of entities and pairs over units, possible by construction.
#[derive(Debug, Clone, Default)]
pub struct PairCounts {
    units: u32,
    margins: BTreeMap<u32, u32>,
    /// The units of each pair, ascending; the smaller entity number first.
    pairs: BTreeMap<(u32, u32), Vec<u32>>,
}

impl PairCounts {
    /// Counts every entity and every unordered pair of two different entities once a unit.
    pub fn of(incidence: &Incidence) -> Self {
        let mut entries = incidence.entries.clone();
        entries.sort_unstable();
        entries.dedup();
        let mut margins: BTreeMap<u32, u32> = BTreeMap::new();
        let mut pairs: FxHashMap<(u32, u32), Vec<u32>> = FxHashMap::default();
        for unit in entries.chunk_by(|x, y| x.0 == y.0) {
            for (index, &(id, a)) in unit.iter().enumerate() {
                *margins.entry(a).or_default() += 1;
                for &(_, b) in &unit[index + 1..] {
                    pairs.entry((a, b)).or_default().push(id);
                }
            }
        }
        Self {
            units: incidence.units,
            margins,
            pairs: pairs.into_iter().collect(),
        }
    }

    /// All units.
    pub fn units(&self) -> u32 {
        self.units
    }

    /// Each entity and how many units it stands in.
    pub fn margins(&self) -> impl Iterator<Item = (u32, u32)> {
        self.margins.iter().map(|(entity, n)| (*entity, *n))
    }

    /// Each pair that stands together, and the units.
    pub fn pairs(&self) -> impl Iterator<Item = ((u32, u32), &[u32])> {
        self.pairs.iter().map(|(pair, units)| (*pair, units.as_slice()))
    }

    /// The counts of one pair.
    ///
    /// # Panics
    ///
    /// If an entity stands in more units than there are: the caller said how many there are.
    pub fn contingency(&self, a: u32, b: u32) -> Contingency {
        let margin = |entity: u32| u64::from(self.margins.get(&entity).copied().unwrap_or(0));
        let both = self.pairs.get(&(a.min(b), a.max(b))).map_or(0, Vec::len) as u64;
        Contingency::new(u64::from(self.units), margin(a), margin(b), both).expect("an entity stands in no more units than there are")
    }
}
