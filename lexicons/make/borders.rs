//! `places/borders.tsv`: border crossings and corridors.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::cities::rounded;
use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::names::{fold, slug, without_transliteration};

/// Makes the lexicon of border points from the list made by hand with the sources.
///
/// # Errors
///
/// When the source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let table = facts.table("curated_gaps/border_crossings.tsv")?;
    table.require(&["name", "aliases", "country_a", "country_b", "lat", "lon"])?;
    let towns = facts.table("places_geonames/cities15000.tsv")?;
    let towns: BTreeSet<String> = towns.rows().map(|row| fold(&without_transliteration(row.get("name")))).collect();
    let mut lexicon = Lexicon::default();
    for row in table.rows() {
        let name = row.get("name");
        let mut entry = Entry::new("place", "border_point", name);
        let names_what = ["crossing", "Pass", "Bridge", "bridge", "Corridor", "Gap", "Gate"];
        for form in std::iter::once(name).chain(row.list("aliases", ';')) {
            let says_what = names_what.iter().any(|noun| form.contains(noun));
            let alias = Alias::literal("curated");
            let is_town = towns.contains(&fold(form));
            let risky = facts.risk(form).word_level < 90 || facts.risk(form).is_person_name || form.chars().count() < 5;
            let countries: Vec<_> = ["country_a", "country_b"].iter().filter_map(|c| facts.iso3(row.get(c))).collect();
            let needs = countries.iter().map(|iso3| format!("state:{iso3}")).collect::<Vec<_>>().join("|");
            if !is_town {
                entry.add(form, if risky { alias.clone().needing(needs) } else { alias.clone() });
            }
            if !says_what {
                for noun in ["crossing", "border crossing"] {
                    entry.add(&format!("{form} {noun}"), alias.clone().any_case());
                }
            }
        }
        for column in ["country_a", "country_b"] {
            entry.code("country", facts.iso3(row.get(column)).unwrap_or_default());
        }
        entry.code("lat", &rounded(row.get("lat")));
        entry.code("lon", &rounded(row.get("lon")));
        lexicon.entries.insert(format!("border:{}", slug(&fold(name))), entry);
    }
    Ok(lexicon)
}
