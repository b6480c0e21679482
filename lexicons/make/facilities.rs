//! `places/facilities.tsv`: nuclear plants, large dams, LNG export terminals and ports.

use anyhow::Result;

use crate::cities::rounded;
use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::features::Taken;
use crate::names::{fold, is_plain_name, slug};
use crate::table::Row;

/// Capacity in megawatts from which a dam is written of abroad.
const LARGE_DAM: f64 = 2000.0;

/// Makes the lexicon of facilities from Global Energy Monitor and Natural Earth's ports.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let by_hand = facts.by_hand()?;
    let taken = Taken::read(facts)?;
    let mut lexicon = Lexicon::default();
    let table = facts.table("infrastructure_gem/projects.tsv")?;
    table.require(&["kind", "name", "country", "status", "capacity", "lat", "lon"])?;
    for row in table.rows() {
        let status = row.get("status");
        let stands = ["operating", "construction"].contains(&status);
        let capacity = row.get("capacity").parse::<f64>().unwrap_or(0.0);
        let names = match row.get("kind") {
            "nuclear plant" if stands => nuclear(row.get("name")),
            "hydro" if stands && capacity >= LARGE_DAM => dam(row.get("name")),
            "LNG export terminal" if stands => lng(row.get("name")),
            _ => continue,
        };
        if !names.is_empty() && !names.iter().any(|name| by_hand.contains_key(&fold(name))) {
            add(facts, &mut lexicon, row, &names);
        }
    }
    let mut ports = facts
        .table("places_naturalearth/ports.tsv")?
        .rows()
        .filter_map(port)
        .collect::<Vec<_>>();
    ports.sort();
    for (name, lat, lon) in ports {
        let (of, after) = (format!("Port of {name}"), format!("{name} port"));
        if by_hand.contains_key(&fold(&after)) || lexicon.entries.contains_key(&format!("facility:port-of-{}", slug(&name))) {
            continue;
        }
        let mut entry = Entry::new("place", "facility", &of);
        entry.add(&of, Alias::literal("naturalearth").any_case());
        entry.add(&after, Alias::literal("naturalearth").any_case());
        if taken.leaves_free(facts, &name) {
            entry.add(&format!("{name} harbour"), Alias::literal("naturalearth").any_case());
        }
        entry.code("lat", &lat);
        entry.code("lon", &lon);
        entry.code("feature", "port");
        lexicon.entries.insert(format!("facility:{}", slug(&of)), entry);
    }
    Ok(lexicon)
}

fn add(facts: &Facts, lexicon: &mut Lexicon, row: Row, names: &[String]) {
    let id = format!("facility:{}", slug(&names[0]));
    let entry = lexicon
        .entries
        .entry(id)
        .or_insert_with(|| Entry::new("place", "facility", &names[0]));
    for name in names {
        entry.add(name, Alias::literal("gem").any_case());
    }
    for country in row.list("country", ';') {
        entry.code("country", facts.iso3_of_name(country).unwrap_or_default());
    }
    if !entry.codes.iter().any(|code| code.starts_with("lat=")) {
        entry.code("lat", &rounded(row.get("lat")));
        entry.code("lon", &rounded(row.get("lon")));
    }
}

/// "Balakovo nuclear power plant" with the words papers use.
fn nuclear(name: &str) -> Vec<String> {
    let base = name.trim_end_matches(" nuclear power plant").split(" (").next().unwrap_or_default();
    let vague = ["Atlantic", "Alberta", "Armenian"];
    let numbered = base.contains(|c: char| c.is_ascii_digit());
    if !is_plain_name(base) || numbered || vague.contains(&base) {
        return Vec::new();
    }
    ["Nuclear Power Plant", "Nuclear Plant", "NPP", "Nuclear Power Station"]
        .map(|noun| format!("{base} {noun}"))
        .to_vec()
}

/// "Nurek hydroelectric plant" is the Nurek Dam.
fn dam(name: &str) -> Vec<String> {
    let base = name
        .split(" (")
        .next()
        .unwrap_or_default()
        .replace(" hydroelectric plant", "")
        .replace(" Dam", "");
    let numbered = base
        .split(' ')
        .any(|word| ["Stage", "I", "II", "III", "Pumped"].contains(&word) || word.parse::<u32>().is_ok());
    if !is_plain_name(&base) || numbered {
        return Vec::new();
    }
    ["Dam", "Hydropower Plant"].map(|noun| format!("{base} {noun}")).to_vec()
}

/// "Yamal LNG Terminal" is Yamal LNG.
fn lng(name: &str) -> Vec<String> {
    let base = name
        .trim_end_matches(" Terminal")
        .trim_end_matches(" Export")
        .trim_end_matches(" LNG");
    if is_plain_name(base) {
        vec![format!("{base} LNG"), format!("{base} LNG terminal")]
    } else {
        Vec::new()
    }
}

/// Ports that larger maps show, by name.
fn port(row: Row) -> Option<(String, String, String)> {
    let name = row.get("name").split(',').next()?.to_string();
    let shown = row.get("scalerank").parse::<u32>().is_ok_and(|rank| rank <= 5);
    let says_port = name.contains("Port") || name.contains("Harbour");
    (shown && !says_port && is_plain_name(&name)).then(|| (name, rounded(row.get("lat")), rounded(row.get("lon"))))
}
