//! `actors/states.tsv`: states and territories, their names, capitals and demonym adjectives.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::names::{distance, fold, is_all_caps, is_plain_name};

/// Abbreviations of two or three letters that may stand for a state; all others are codes, not names.
const ABBREVIATIONS: [&str; 20] = [
    "US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "UAE", "U.A.E.", "DRC", "CAR", "ROK", "DPRK", "PRC", "ROC", "KSA", "FRG", "GDR", "USSR",
    "U.S.S.R.", "FYROM",
];

/// States of `GeoNames`' list that are gone; they come back by hand where they matter.
const DISSOLVED: [&str; 2] = ["SCG", "ANT"];

/// Kinds of surface forms, the most trusted first: of two states that claim a form the first keeps it.
const TRUST: [&[&str]; 4] = [&["name", "official", "historic"], &["abbrev"], &["alias", "local"], &["former"]];

/// Makes the lexicon of states.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let mut lexicon = Lexicon::default();
    for country in &facts.countries {
        if DISSOLVED.contains(&country.iso3.as_str()) {
            continue;
        }
        let mut entry = Entry::new("actor|place", "state|country", &country.name);
        entry.add(&country.name, Alias::literal("geonames"));
        entry.code("iso2", &country.iso2);
        entry.code("iso3", &country.iso3);
        entry.code("iso_num", if country.iso_num == "0" { "" } else { &country.iso_num });
        entry.code("geonames", &country.geonames);
        lexicon.entries.insert(format!("state:{}", country.iso3), entry);
    }
    add_names(facts, &mut lexicon)?;
    add_capitals(facts, &mut lexicon)?;
    add_demonyms(facts, &mut lexicon)?;
    add_cameo(facts, &mut lexicon)?;
    Ok(lexicon)
}

fn add_names(facts: &Facts, lexicon: &mut Lexicon) -> Result<()> {
    let table = facts.table("derived_country_surfaces/surfaces.tsv")?;
    table.require(&["iso3", "surface", "kind", "sources"])?;
    let mut owners = claims(lexicon);
    for kinds in TRUST {
        let rows = table.rows().filter(|row| kinds.contains(&row.get("kind")));
        let wanted: Vec<_> = rows.filter(|row| is_wanted(facts, *row, lexicon)).collect();
        let mut claimants: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for row in &wanted {
            claimants.entry(fold(row.get("surface"))).or_default().insert(row.get("iso3"));
        }
        for row in wanted.iter().filter(|row| claimants[&fold(row.get("surface"))].len() == 1) {
            let id = format!("state:{}", row.get("iso3"));
            let owner = owners.entry(fold(row.get("surface"))).or_insert_with(|| id.clone());
            if let Some(entry) = lexicon.entries.get_mut(owner).filter(|_| *owner == id) {
                let short = ABBREVIATIONS.contains(&row.get("surface"));
                let mut alias = Alias::read_as(if short { "acronym" } else { "" }, "surfaces");
                alias.case = if short { "exact".into() } else { String::new() };
                entry.add(row.get("surface"), alias);
            }
        }
    }
    let cities = facts.table("places_geonames/cities15000.tsv")?;
    let cities: BTreeSet<String> = cities.rows().map(|row| fold(row.get("name"))).collect();
    let misspelt = table.rows().filter(|row| row.get("kind") == "phoenix_mixed");
    for row in misspelt {
        let (id, surface) = (format!("state:{}", row.get("iso3")), row.get("surface"));
        let key = fold(surface);
        let free = !owners.contains_key(&key) && !cities.contains(&key) && facts.risk(surface).word_level > 70;
        if let Some(entry) = lexicon.entries.get_mut(&id).filter(|e| free && is_misspelling(surface, e)) {
            entry.add(surface, Alias::literal("petrarch"));
        }
    }
    Ok(())
}

/// Whether a form of the merged table is a name that English briefs may use.
fn is_wanted(facts: &Facts, row: crate::table::Row, lexicon: &Lexicon) -> bool {
    let surface = row.get("surface");
    let Some(entry) = lexicon.entries.get(&format!("state:{}", row.get("iso3"))) else {
        return false;
    };
    if ABBREVIATIONS.contains(&surface) {
        return true;
    }
    if surface.starts_with("The ")
        || !is_plain_name(surface)
        || is_all_caps(surface)
        || surface.len() < 4
        || facts.risk(surface).word_level == 0
    {
        return false;
    }
    match row.get("kind") {
        "name" | "official" | "historic" => true,
        "alias" | "local" => row.get("sources").contains("curated") || is_misspelling(surface, entry),
        _ => surface.contains(' '),
    }
}

/// One change to the state's name of six letters or more, two to one of ten or more.
fn is_misspelling(surface: &str, entry: &Entry) -> bool {
    let (key, name) = (fold(surface), fold(&entry.name));
    let begins_alike = name.chars().next() == key.chars().next();
    let letters = name.chars().count().min(key.chars().count());
    is_plain_name(surface) && begins_alike && letters > 5 && distance(&name, &key) <= if letters > 9 { 2 } else { 1 }
}

fn claims(lexicon: &Lexicon) -> BTreeMap<String, String> {
    let all = lexicon.entries.iter();
    all.flat_map(|(id, e)| e.aliases.keys().map(|a| (fold(a), id.clone()))).collect()
}

/// Capitals stand for their states where the state is large enough to be written of that way.
fn add_capitals(facts: &Facts, lexicon: &mut Lexicon) -> Result<()> {
    let owners = claims(lexicon);
    let table = facts.table("derived_country_surfaces/surfaces.tsv")?;
    for row in table.rows().filter(|row| row.get("kind") == "capital") {
        let capital = row.get("surface");
        let Some(entry) = lexicon.entries.get_mut(&format!("state:{}", row.get("iso3"))) else {
            continue;
        };
        if !is_plain_name(capital) || capital.contains(" in ") || owners.contains_key(&fold(capital)) {
            continue;
        }
        entry.code("capital", capital);
        let risk = facts.risk(capital);
        let misleads = risk.word_level < 60 && risk.is_person_name;
        if facts.population(row.get("iso3")) >= 300_000 && !misleads {
            entry.add(capital, Alias::read_as("metonym", "surfaces"));
        }
    }
    Ok(())
}

/// Demonym adjectives; plurals in -s and the irregular ones are nationals, another file.
fn add_demonyms(facts: &Facts, lexicon: &mut Lexicon) -> Result<()> {
    let table = facts.table("derived_country_surfaces/surfaces.tsv")?;
    let rows: Vec<_> = table.rows().filter(|row| row.get("kind") == "demonym").collect();
    for row in &rows {
        let (iso3, demonym) = (row.get("iso3"), row.get("surface"));
        let states = rows.iter().filter(|r| r.get("surface") == demonym);
        let largest = states.map(|r| r.get("iso3")).max_by_key(|iso3| facts.population(iso3));
        let is_noun = crate::nationals::is_noun(demonym);
        let taken = lexicon.entries.values().any(|e| e.aliases.contains_key(demonym));
        let wanted = largest == Some(iso3) && !is_noun && !taken && is_plain_name(demonym);
        if let Some(entry) = lexicon.entries.get_mut(&format!("state:{iso3}")).filter(|_| wanted) {
            entry.add(demonym, Alias::read_as("demonym", "surfaces"));
        }
    }
    Ok(())
}

/// The CAMEO country code is the first three letters of the actor code of the state's own name.
fn add_cameo(facts: &Facts, lexicon: &mut Lexicon) -> Result<()> {
    let mut codes = BTreeMap::new();
    for row in facts.table("actors_petrarch2/actors.tsv")?.rows() {
        if row.get("file") == "countries" && row.get("primary_cameo").len() == 3 {
            codes
                .entry(fold(row.get("surface_upper")))
                .or_insert_with(|| row.get("primary_cameo").to_string());
        }
    }
    for entry in lexicon.entries.values_mut() {
        if let Some(code) = codes.get(&fold(&entry.name)) {
            entry.code("cameo", code);
        }
    }
    Ok(())
}
