//! Units and the entities in them; pairs and their evidence.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::association::Contingency;

/// Which entity stands in which unit, and where. Unit and entity are numbers: a unit's id, an entity's place in the order of ids.
#[derive(Debug, Clone, Default)]
pub struct Incidence {
    units: u32,
    entries: Vec<Entry>,
}

/// One mention in one unit. Sorted, the mentions of a unit stand in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    unit: u32,
    tokens: TokenRange,
    entity: u32,
}

/// Tokens `start..end` of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct TokenRange {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl Incidence {
    /// No entity yet; `units` is how many units there are, also those without an entity.
    pub fn new(units: u32) -> Self {
        Self {
            units,
            entries: Vec::new(),
        }
    }

    /// Entity number `entity` stands in unit `unit`, there at `tokens`.
    pub fn add(&mut self, unit: u32, entity: u32, tokens: TokenRange) {
        self.entries.push(Entry { unit, tokens, entity });
    }
}

/// Counts of entities and pairs over units, possible by construction.
#[derive(Debug, Clone, Default)]
pub struct PairCounts {
    units: u32,
    margins: BTreeMap<u32, u32>,
    degrees: BTreeMap<u32, u32>,
    pairs: BTreeMap<(u32, u32), Together>,
}

/// Where a pair stands together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Together {
    /// The units, ascending.
    pub units: Vec<u32>,
    /// Units in which the first entity of the pair is named before the second.
    pub a_first: u32,
    /// Units in which it is named after the second.
    pub b_first: u32,
}

impl PairCounts {
    /// Counts every entity and every unordered pair of two different entities once a unit.
    ///
    /// With `within`, a pair stands together only where at most so many tokens lead from one mention to the other:
    /// 1 for neighbors.
    pub fn of(incidence: Incidence, within: Option<u32>) -> Self {
        let Incidence { units, mut entries } = incidence;
        entries.sort_unstable();
        let mut counts = Self { units, ..Self::default() };
        let mut pairs = FxHashMap::default();
        let mut first: Vec<Entry> = Vec::new();
        for unit in entries.chunk_by(|x, y| x.unit == y.unit) {
            first.clear();
            first.extend(unit);
            // The first mention of each entity: the sort is stable, mentions are in the order of the text.
            first.sort_by_key(|entry| entry.entity);
            first.dedup_by_key(|entry| entry.entity);
            counts.add_margins(&first);
            match within {
                None => add_all(&mut pairs, &first),
                Some(within) => add_near(&mut pairs, unit, within),
            }
        }
        counts.pairs = pairs.into_iter().collect();
        counts
    }

    fn add_margins(&mut self, first: &[Entry]) {
        for entry in first {
            *self.margins.entry(entry.entity).or_default() += 1;
        }
        let degree = u32::try_from(first.len()).unwrap_or(u32::MAX);
        *self.degrees.entry(degree).or_default() += 1;
    }

    /// All units.
    pub fn units(&self) -> u32 {
        self.units
    }

    /// Each entity and how many units it stands in.
    pub fn margins(&self) -> impl Iterator<Item = (u32, u32)> {
        self.margins.iter().map(|(entity, n)| (*entity, *n))
    }

    /// How many units have so many different entities; units without one are left out.
    pub fn degrees(&self) -> impl Iterator<Item = (u32, u32)> {
        self.degrees.iter().map(|(degree, n)| (*degree, *n))
    }

    /// Each pair that stands together, and where.
    pub fn pairs(&self) -> impl Iterator<Item = ((u32, u32), &Together)> {
        self.pairs.iter().map(|(pair, together)| (*pair, together))
    }

    /// The counts of one pair.
    ///
    /// # Panics
    ///
    /// If an entity stands in more units than there are: the caller said how many there are.
    pub fn contingency(&self, a: u32, b: u32) -> Contingency {
        let margin = |entity: u32| u64::from(self.margins.get(&entity).copied().unwrap_or(0));
        let both = self.pairs.get(&(a.min(b), a.max(b))).map_or(0, |pair| pair.units.len()) as u64;
        Contingency::new(u64::from(self.units), margin(a), margin(b), both).expect("an entity stands in no more units than there are")
    }
}

type Pairs = FxHashMap<(u32, u32), Together>;

/// Every two entities of one unit, given by their first mentions.
fn add_all(pairs: &mut Pairs, first: &[Entry]) {
    for (index, a) in first.iter().enumerate() {
        for b in &first[index + 1..] {
            add_pair(pairs, a, b);
        }
    }
}

/// Every two entities of one unit of which two mentions are near one another; the first such two say who comes first.
fn add_near(pairs: &mut Pairs, unit: &[Entry], within: u32) {
    let ranges: Vec<TokenRange> = unit.iter().map(|entry| entry.tokens).collect();
    for (i, j, _) in near(&ranges, within).filter(|(i, j, _)| unit[*i].entity != unit[*j].entity) {
        add_pair(pairs, &unit[i], &unit[j]);
    }
}

/// Every two of `mentions`, sorted by start, with at most `within` tokens from the one to the other: indexes and distance.
///
/// The distance is 1 for neighbors and 0 where one lies over the other.
pub fn near(mentions: &[TokenRange], within: u32) -> impl Iterator<Item = (usize, usize, u32)> {
    mentions.iter().enumerate().flat_map(move |(i, earlier)| {
        let distance = |later: &TokenRange| (later.start + 1).saturating_sub(earlier.end);
        let later = mentions
            .iter()
            .enumerate()
            .skip(i + 1)
            .map(move |(j, later)| (i, j, distance(later)));
        later.take_while(move |(_, _, distance)| *distance <= within)
    })
}

fn add_pair(pairs: &mut Pairs, x: &Entry, y: &Entry) {
    let (a, b) = if x.entity < y.entity { (x, y) } else { (y, x) };
    let together = pairs.entry((a.entity, b.entity)).or_default();
    if together.units.last() != Some(&a.unit) {
        together.units.push(a.unit);
        together.a_first += u32::from(a.tokens.start < b.tokens.start);
        together.b_first += u32::from(b.tokens.start < a.tokens.start);
    }
}
