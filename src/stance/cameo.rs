//! CAMEO event classes: cooperation or conflict, in word or in deed, and how much.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::result::Mode;

/// The table of the scheme: facts, the same for every lexicon.
const TABLE: &str = include_str!("cameo.tsv");

/// The class of an event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Event {
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad_class: u8,
    /// Goldstein weight, from -10 (conflict) to 10 (cooperation).
    pub goldstein: f64,
}

/// The class of a CAMEO code, or of the nearest class above it; a neutral statement for what is no code.
///
/// ```
/// use briefscope::stance::event;
/// assert_eq!(event("190").quad_class, 4);
/// assert!(event("050").goldstein > 0.0);
/// ```
pub fn event(code: &str) -> Event {
    static SCHEME: OnceLock<FxHashMap<&str, Event>> = OnceLock::new();
    let scheme = SCHEME.get_or_init(|| TABLE.lines().filter_map(row).collect());
    let mut above = (2..=code.len()).rev().filter_map(|end| code.get(..end));
    above.find_map(|part| scheme.get(part)).copied().unwrap_or(Event {
        quad_class: 1,
        goldstein: 0.0,
    })
}

/// Word or deed, by the quad class of the code.
pub fn mode(code: &str) -> Mode {
    if event(code).quad_class.is_multiple_of(2) {
        Mode::Material
    } else {
        Mode::Verbal
    }
}

fn row(line: &str) -> Option<(&str, Event)> {
    let mut cells = line.split('\t');
    let (code, quad_class, goldstein) = (cells.next()?, cells.next()?, cells.next()?);
    Some((
        code,
        Event {
            quad_class: quad_class.parse().ok()?,
            goldstein: goldstein.parse().ok()?,
        },
    ))
}
