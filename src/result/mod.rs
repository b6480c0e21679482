//! The JSON that others build on: serde types, written and read, and their schemas.
//!
//! A leaf: these types know no stage. Field names and meanings are the contract of the README.

mod collection;
mod comparison;
mod difference;
mod document;
mod indicators;
mod manifest;
mod mentions;
mod network;
mod pairs;
mod select;
mod stances;
mod text;

pub use collection::*;
pub use comparison::*;
pub use difference::*;
pub use document::*;
pub use indicators::*;
pub use manifest::*;
pub use mentions::*;
pub use network::*;
pub use pairs::*;
pub use select::{Fields, UnknownField};
pub use stances::*;
pub use text::*;

/// Six significant digits; non-finite numbers are written as null.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, schemars::JsonSchema)]
#[schemars(transparent)]
pub struct Figure(#[schemars(with = "Option<f64>")] pub f64);

impl serde::Serialize for Figure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.0.is_finite() {
            return serializer.serialize_none();
        }
        serializer.serialize_f64(self.rounded())
    }
}

impl<'de> serde::Deserialize<'de> for Figure {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value: Option<f64> = serde::Deserialize::deserialize(deserializer)?;
        Ok(Self(value.unwrap_or(f64::NAN)))
    }
}

impl Figure {
    /// The value rounded to six significant digits, as it is written.
    pub fn rounded(self) -> f64 {
        if self.0 == 0.0 || !self.0.is_finite() {
            return self.0.abs();
        }
        format!("{:.5e}", self.0).parse().unwrap_or(self.0)
    }
}
