//! Shares on the command line and in the configuration file.

use std::str::FromStr;

use serde::Deserialize;

/// A share from 0 to 1.
#[derive(Deserialize, Clone, Copy)]
#[serde(try_from = "f32")]
pub struct Share(f32);

impl Share {
    /// The number.
    pub fn value(self) -> f32 {
        self.0
    }
}

impl TryFrom<f32> for Share {
    type Error = &'static str;

    fn try_from(share: f32) -> Result<Self, Self::Error> {
        (0.0..=1.0).contains(&share).then_some(Self(share)).ok_or("must be from 0 to 1")
    }
}

impl FromStr for Share {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<f32>().map_err(|_| "is no number")?.try_into()
    }
}
