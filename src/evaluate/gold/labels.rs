//! Labels of other tools as kinds and classes.

use crate::document::Kind;
use crate::lexicon::Class;

/// Kind and class of a label: a kind, a class, or a customary label of named entities; `None` for others.
pub fn of(label: &str) -> Option<(Kind, Option<String>)> {
    let label = label.to_lowercase();
    if let Some(class) = Class::named(&label) {
        let kind = if class.is_place() { Kind::Place } else { Kind::Actor };
        return Some((kind, Some(label)));
    }
    let kind = match label.as_str() {
        "actor" | "per" | "org" | "norp" => Kind::Actor,
        "place" | "loc" | "gpe" | "fac" => Kind::Place,
        "theme" => Kind::Theme,
        _ => return None,
    };
    Some((kind, None))
}
