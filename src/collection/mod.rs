//! Document results to [`Totals`], which merge in any order, and totals to the collection's long tables.

mod networks;
mod pairs;
mod period;
mod scene;
mod tables;
mod totals;

pub use period::{Scale, period};
pub use scene::scene;
pub use tables::collection;
pub use totals::{CannotMerge, DocumentTotals, EntityTotals, PairTotals, PositionTotals, TOTALS_SCHEMA, Totals, UnitTotals};
