//! Document results to [`Totals`], which merge in any order, and totals to the collection's long tables.

mod changes;
mod networks;
mod pairs;
mod period;
mod scene;
mod tables;
mod timeline;
mod totals;

pub use changes::{ChangePoint, change_points};
pub use period::period;
pub use scene::scene;
pub use tables::collection;
pub use totals::{CannotMerge, DocumentTotals, EntityTotals, PairTotals, PositionTotals, TOTALS_SCHEMA, Totals, UnitTotals};
