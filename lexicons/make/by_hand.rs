//! Files that no list of facts fills: all their entries are `new` rows of an override file.

use anyhow::Result;

use crate::entry::Lexicon;
use crate::facts::Facts;

/// An empty lexicon for the overrides to fill.
///
/// # Errors
///
/// Never; the signature is that of its sisters.
#[expect(clippy::unnecessary_wraps, reason = "one signature for all outputs")]
pub fn make(_facts: &Facts) -> Result<Lexicon> {
    Ok(Lexicon::default())
}
