//! Wikidata: entities of a JSON dump, one a line, or rows of a query (`item`, `itemLabel`, `altLabel`).

use serde_json::Value;

use super::{ImportOptions, Imported};
use crate::lexicon::entity::Class;

pub fn read(text: &str, options: &ImportOptions, imported: &mut Imported) {
    for (at, line_text) in text.lines().enumerate() {
        let (line, json) = (at + 1, line_text.trim().trim_end_matches(','));
        if json.is_empty() || json == "[" || json == "]" {
            continue;
        }
        match serde_json::from_str::<Value>(json) {
            Ok(entity) if entity["labels"].is_object() => dumped(line, &entity, options, imported),
            Ok(row) if row["item"].is_string() || row["itemLabel"].is_string() => queried(line, &row, options, imported),
            Ok(_) => imported.problem(line, "neither an entity with `labels` nor a row with `item` and `itemLabel`"),
            Err(error) => imported.problem(line, format!("not JSON: {error}")),
        }
    }
}

fn dumped(line: usize, entity: &Value, options: &ImportOptions, imported: &mut Imported) {
    let language = options.language.as_str();
    let q = entity["id"].as_str().unwrap_or_default();
    let Some(label) = entity["labels"][language]["value"].as_str() else {
        return imported.problem(line, format!("{q} has no label in {language:?}"));
    };
    let mut kinds = claims(entity, "P31").filter_map(|value| value["id"].as_str());
    let Some(class) = kinds.find_map(class_of_kind).or(options.class) else {
        return imported.problem(
            line,
            format!("{q} {label:?} is an instance of nothing that we know the class of; give --class"),
        );
    };
    let Some(id) = imported.entry(line, None, Some(class), label) else {
        return;
    };
    imported.alias(line, &id, label, "");
    for alias in entity["aliases"][language].as_array().into_iter().flatten() {
        imported.alias(line, &id, alias["value"].as_str().unwrap_or_default(), "");
    }
    imported.code(&id, "wikidata", q);
    if let Some(code) = claims(entity, "P297").find_map(Value::as_str) {
        imported.code(&id, "iso2", code);
    }
    if let Some(at) = claims(entity, "P625").next() {
        for (key, field) in [("lat", "latitude"), ("lon", "longitude")] {
            if let Some(degrees) = at[field].as_f64() {
                imported.code(&id, key, &format!("{degrees:.2}"));
            }
        }
    }
}

/// The values of an entity's statements with a property.
fn claims<'e>(entity: &'e Value, property: &str) -> impl Iterator<Item = &'e Value> {
    let statements = entity["claims"][property].as_array().into_iter().flatten();
    statements.map(|statement| &statement["mainsnak"]["datavalue"]["value"])
}

fn queried(line: usize, row: &Value, options: &ImportOptions, imported: &mut Imported) {
    let q = row["item"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let label = row["itemLabel"].as_str().unwrap_or_default();
    let Some(class) = row["class"]
        .as_str()
        .and_then(|class| class_of_kind(class.rsplit('/').next().unwrap_or(class)))
        .or(options.class)
    else {
        return imported.problem(line, format!("{q} {label:?} has no class; give --class"));
    };
    let Some(id) = imported.entry(line, None, Some(class), label) else {
        return;
    };
    imported.alias(line, &id, label, "");
    let aliases = ["altLabel", "itemAltLabel"].iter().filter_map(|field| row[*field].as_str());
    for alias in aliases.flat_map(|aliases| aliases.split([',', '|'])) {
        imported.alias(line, &id, alias, "");
    }
    imported.code(&id, "wikidata", q);
}

/// The class of what is an instance of this item.
fn class_of_kind(q: &str) -> Option<Class> {
    KINDS.iter().find(|(known, _)| *known == q).map(|(_, class)| *class)
}

const KINDS: &[(&str, Class)] = &[
    ("Q5", Class::Person),            // human
    ("Q6256", Class::State),          // country
    ("Q3624078", Class::State),       // sovereign state
    ("Q484652", Class::Igo),          // international organization
    ("Q245065", Class::Igo),          // intergovernmental organization
    ("Q1127126", Class::Alliance),    // military alliance
    ("Q7278", Class::Party),          // political party
    ("Q783794", Class::Company),      // company
    ("Q4830453", Class::Company),     // business
    ("Q891723", Class::Company),      // public company
    ("Q163740", Class::Ngo),          // nonprofit organization
    ("Q79913", Class::Ngo),           // non-governmental organization
    ("Q327333", Class::Agency),       // government agency
    ("Q192350", Class::Agency),       // ministry
    ("Q17149090", Class::ArmedGroup), // armed organization
    ("Q17127659", Class::ArmedGroup), // terrorist organization
    ("Q41710", Class::EthnicGroup),   // ethnic group
    ("Q515", Class::City),            // city
    ("Q1549591", Class::City),        // big city
    ("Q3957", Class::City),           // town
    ("Q10864048", Class::Region),     // first-level administrative division
    ("Q4022", Class::Water),          // river
    ("Q23397", Class::Water),         // lake
    ("Q165", Class::Water),           // sea
    ("Q37901", Class::Water),         // strait
    ("Q131569", Class::Initiative),   // treaty
    ("Q11032", Class::Media),         // newspaper
];
