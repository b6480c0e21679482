//! Document results to [`Totals`], which merge in any order, and totals to the collection's long tables.

mod tables;
mod totals;

pub use tables::collection;
pub use totals::{CannotMerge, DocumentTotals, EntityTotals, PairTotals, PositionTotals, TOTALS_SCHEMA, Totals, UnitTotals};
