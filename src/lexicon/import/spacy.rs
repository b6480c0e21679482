//! Patterns of spaCy's `EntityRuler`: `{"label": "ORG", "pattern": "Red Cross", "id": "..."}`.

use serde_json::Value;

use super::table::class_of;
use super::{ImportOptions, Imported};
use crate::lexicon::entity::Class;

pub fn read(text: &str, options: &ImportOptions, imported: &mut Imported) {
    for (at, line_text) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line = at + 1;
        let pattern: Value = match serde_json::from_str(line_text) {
            Ok(value) => value,
            Err(error) => {
                imported.problem(line, format!("not JSON: {error}"));
                continue;
            }
        };
        let label = pattern["label"].as_str().unwrap_or_default();
        let Some(class) = class_of_label(label, options, line, imported) else {
            continue;
        };
        match surface(&pattern["pattern"]) {
            Ok((surface, case)) => {
                let given = pattern["id"].as_str().filter(|id| !id.is_empty());
                if let Some(id) = imported.entry(line, given, class, &surface) {
                    imported.alias(line, &id, &surface, case);
                }
            }
            Err(problem) => imported.problem(line, problem),
        }
    }
}

/// spaCy's own labels, or ours.
#[expect(clippy::option_option, reason = "outside: is it known; inside: themes have no class")]
fn class_of_label(label: &str, options: &ImportOptions, line: usize, imported: &mut Imported) -> Option<Option<Class>> {
    let class = match label {
        "PERSON" | "PER" => Class::Person,
        "ORG" => options.class.unwrap_or(Class::Ngo),
        "GPE" | "LOC" => options.class.unwrap_or(Class::Region),
        "NORP" => Class::EthnicGroup,
        "FAC" => Class::Facility,
        "EVENT" | "LAW" | "PRODUCT" => Class::Initiative,
        other => return class_of(other, options, line, imported),
    };
    Some(Some(class))
}

/// The words of a phrase, or of tokens that are told by their text; in any case where a token is told in small letters.
fn surface(pattern: &Value) -> Result<(String, &'static str), String> {
    if let Some(phrase) = pattern.as_str() {
        return Ok((phrase.to_owned(), ""));
    }
    let tokens = pattern.as_array().ok_or("no pattern: a phrase or a list of tokens is expected")?;
    let mut words = Vec::new();
    let mut case = "";
    for token in tokens {
        let attributes = token.as_object().ok_or_else(|| format!("token {token} is no object"))?;
        match attributes.iter().next().map(|(name, value)| (name.to_uppercase(), value)) {
            Some((name, Value::String(word))) if attributes.len() == 1 && ["TEXT", "ORTH", "LOWER"].contains(&name.as_str()) => {
                if name == "LOWER" {
                    case = "any";
                }
                words.push(word.as_str());
            }
            _ => return Err(format!("token {token} is told by more than its text; write out the phrase")),
        }
    }
    Ok((words.join(" ").replace(" - ", "-"), case))
}
