//! `actors/nationals.tsv`: nationals in the plural (Tajiks, Danes), where it differs from the adjective.

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::names::{is_plain_name, slug};

/// Plurals that are not the adjective and an -s.
const IRREGULAR: [&str; 8] = ["Batswana", "Danes", "Finns", "Poles", "Spaniards", "Swedes", "Turks", "Britons"];

/// Singular nouns that are no adjectives, and forms for women and men.
const SINGULAR: [&str; 16] = [
    "Batswana",
    "Dane",
    "Finn",
    "Pole",
    "Spaniard",
    "Swede",
    "Turk",
    "Briton",
    "Icelander",
    "Greenlander",
    "Surinamer",
    "Serb",
    "Croat",
    "Luxembourger",
    "Liechtensteiner",
    "Hong Konger",
];

/// Whether a demonym is a noun for people only: a plural, or a singular that is no adjective.
pub fn is_noun(demonym: &str) -> bool {
    let feminine_or_masculine = demonym.ends_with("man") && demonym.len() > 5 && demonym != "German" && demonym != "Roman";
    is_plural(demonym)
        || SINGULAR.contains(&demonym)
        || demonym.ends_with("woman")
        || feminine_or_masculine && !demonym.ends_with("aman")
        || demonym.ends_with(" Islander")
        || demonym == "New Zealander"
}

fn is_plural(demonym: &str) -> bool {
    let adjective_in_s = ["Swiss", "Seychellois"].contains(&demonym);
    IRREGULAR.contains(&demonym) || demonym.ends_with('s') && !adjective_in_s
}

/// Makes the lexicon of nationals from the plural demonyms.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let mut lexicon = Lexicon::default();
    let table = facts.table("derived_country_surfaces/surfaces.tsv")?;
    let rows: Vec<_> = table.rows().filter(|row| row.get("kind") == "demonym").collect();
    for row in &rows {
        let (iso3, plural) = (row.get("iso3"), row.get("surface"));
        if is_plural(plural) && is_plain_name(plural) {
            add(&mut lexicon, plural, iso3);
        }
        let stem_exists = rows
            .iter()
            .any(|r| r.get("iso3") == iso3 && r.get("surface") == format!("{plural}s"));
        let takes_s = ["an", "i", "ek", "en", "ak", "er", "ot"].iter().any(|end| plural.ends_with(end));
        if !is_noun(plural) && !stem_exists && takes_s && is_plain_name(plural) {
            add(&mut lexicon, &format!("{plural}s"), iso3);
        }
    }
    Ok(lexicon)
}

fn add(lexicon: &mut Lexicon, plural: &str, iso3: &str) {
    let id = format!("people:{}", slug(plural));
    let entry = lexicon
        .entries
        .entry(id)
        .or_insert_with(|| Entry::new("actor", "ethnic_group", plural));
    entry.add(plural, Alias::literal("surfaces"));
    entry.code("country", iso3);
}
