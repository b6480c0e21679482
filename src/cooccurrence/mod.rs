//! Which entities stand together, in which unit, and how far beyond chance.
//!
//! [`Scene`] is a text by numbers; [`Scene::count`] cuts it into units and counts its pairs; [`Contingency`] is one
//! pair's counts, checked, with the measures of association; [`Chance`] is the null model. Every figure comes with its counts.

mod association;
mod bipartite;
mod chance;
mod counts;
mod options;
mod significance;
mod table;
mod units;

pub use association::{Contingency, ImpossibleCounts, Z_95};
pub use bipartite::BipartiteModel;
pub use chance::Chance;
pub use counts::{Incidence, PairCounts, Together, TokenRange, near};
pub use options::{Counting, NullModel};
pub use significance::{LogFactorials, benjamini_hochberg};
pub use table::{pairs_among, tables, token_range};
pub use units::{Scene, SceneBlock, SceneMention};
