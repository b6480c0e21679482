//! The null model behind `p`, compiled for one set of units.

use super::association::Contingency;
use super::bipartite::BipartiteModel;
use super::options::NullModel;
use super::significance::LogFactorials;

/// A null model and the table of log-factorials it computes with.
#[derive(Debug, Clone)]
pub struct Chance {
    /// Log-factorials up to the number of units.
    pub factorials: LogFactorials,
    bipartite: Option<BipartiteModel>,
}

impl Chance {
    /// Fits `model` to `units` units, the units of each entity, and how many units have so many entities.
    pub fn new(model: NullModel, units: u64, margins: impl Iterator<Item = u64>, degrees: impl Iterator<Item = (u64, u64)>) -> Self {
        Self {
            factorials: LogFactorials::up_to(u32::try_from(units).unwrap_or(u32::MAX)),
            bipartite: (model == NullModel::Bipartite).then(|| BipartiteModel::fit(margins, degrees)),
        }
    }

    /// Probability of at least as many shared units by chance.
    pub fn p(&self, counts: Contingency) -> f64 {
        match &self.bipartite {
            None => counts.p_more_than_chance(&self.factorials),
            Some(model) => model.p_more_than_chance(counts.x(), counts.y(), counts.both(), &self.factorials),
        }
    }
}
