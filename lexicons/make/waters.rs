//! `places/waters.tsv`: oceans, seas, straits, gulfs, lakes and rivers.

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::features::{self, Feature, Taken};
use crate::names::{is_plain_name, slug};

/// Makes the lexicon of waters from Natural Earth and the factbook's major rivers.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let taken = Taken::read(facts)?;
    let mut lexicon = Lexicon::default();
    for feature in features::read(facts)? {
        let generic = ["North Channel", "Inner Sea", "Inner Seas", "The North Western Passages"];
        match feature.kind.as_str() {
            "marine" if feature.name.contains(' ') && !generic.contains(&feature.name.as_str()) => add_sea(&mut lexicon, &feature),
            "lake" if feature.rank <= 4.0 => add_lake(facts, &taken, &mut lexicon, &feature),
            "river" if feature.rank <= 6.0 => add_river(facts, &taken, &mut lexicon, &feature),
            _ => {}
        }
    }
    add_factbook_rivers(facts, &taken, &mut lexicon)?;
    Ok(lexicon)
}

/// "Strait of Hormuz" is also "Hormuz Strait", and the other way round.
fn add_sea(lexicon: &mut Lexicon, feature: &Feature) {
    let english = [
        "Sea", "Ocean", "Strait", "Gulf", "Bay", "Channel", "Sound", "Passage", "Bight", "Lake", "Straits", "River",
    ];
    let entry = features::entry(lexicon, "water", "water", feature);
    entry.add(&feature.name, features::alias());
    if let Some(base) = feature
        .name
        .strip_prefix("Strait of ")
        .or_else(|| feature.name.strip_suffix(" Strait"))
    {
        entry.add(&format!("Strait of {base}"), features::alias());
        entry.add(&format!("Straits of {base}"), features::alias());
        entry.add(&format!("{base} Strait"), features::alias());
    }
    if let Some(base) = feature
        .name
        .strip_prefix("Gulf of ")
        .filter(|base| english.iter().all(|noun| !base.contains(noun)))
    {
        entry.add(&format!("{base} Gulf"), features::alias());
    }
}

/// Lakes by "Lake X" or their full names; bare names only where nothing else has them.
fn add_lake(facts: &Facts, taken: &Taken, lexicon: &mut Lexicon, feature: &Feature) {
    let name = feature.name.as_str();
    let nouns = ["Lake", "Sea", "Reservoir", "Bay", "Lakes", "Dam", "Lagoon"];
    let said = name.split(' ').any(|word| nouns.contains(&word));
    let foreign = [
        "Lago", "Lac", "Laguna", "Ozero", "Buhayrat", "Lagoa", "Represa", "Hu", "Nuur", "Embalse", "Zaliv", "Zalew",
    ];
    let is_foreign = name.split(' ').any(|word| foreign.contains(&word));
    if !said && !is_foreign && !taken.leaves_free(facts, name) && feature.rank > 3.0 {
        return;
    }
    let entry = features::entry(lexicon, "water", "water", feature);
    if said || is_foreign || taken.leaves_free(facts, name) {
        entry.add(name, features::alias());
    }
    if !said && !is_foreign {
        entry.add(&format!("Lake {name}"), features::alias());
        entry.add(&format!("{name} Lake"), features::alias());
    }
}

/// Rivers as "X River" in any case and "River X"; bare names of large ones.
fn add_river(facts: &Facts, taken: &Taken, lexicon: &mut Lexicon, feature: &Feature) {
    let name = feature.name.as_str();
    let risk = facts.risk(name);
    let misleads = feature.rank > 3.0 && (risk.word_level <= 35 || risk.is_person_name);
    if misleads || feature.class != "River" || name.chars().count() < 3 || name.starts_with("Canal") {
        return;
    }
    let free = taken.leaves_free(facts, name);
    let entry = features::entry(lexicon, "water", "water", feature);
    add_river_names(entry, name, free && feature.rank <= 6.0, features::alias());
}

fn add_river_names(entry: &mut Entry, name: &str, bare: bool, alias: Alias) {
    let nouns = [
        "River", "Darya", "Creek", "Wadi", "Branch", "Delta", "Jiang", "He", "Rio", "Río", "Nahr", "Canal", "Protoka", "Bahr",
    ];
    let said = name.split(' ').any(|word| nouns.contains(&word)) || name.ends_with(" Nile");
    if bare || said {
        entry.add(name, alias.clone());
    }
    if !said {
        entry.add(&format!("{name} River"), alias.clone().any_case());
        entry.add(&format!("River {name}"), alias);
    }
}

/// Rivers of a thousand kilometres and more, and their English names in brackets.
fn add_factbook_rivers(facts: &Facts, taken: &Taken, lexicon: &mut Lexicon) -> Result<()> {
    let table = facts.table("factbook/major_rivers.tsv")?;
    table.require(&["gec", "river", "text"])?;
    for row in table.rows() {
        let river = row
            .get("river")
            .split('/')
            .next()
            .unwrap_or_default()
            .split(' ')
            .take_while(|w| w.starts_with(char::is_uppercase))
            .collect::<Vec<_>>()
            .join(" ");
        let bracket = row
            .get("text")
            .split_once('(')
            .and_then(|(_, rest)| rest.split_once(')'))
            .map(|(inner, _)| inner);
        let english = bracket.filter(|b| is_plain_name(b) && !b.contains(' ') && facts.countries.iter().all(|c| c.name != *b));
        let continents = ["Africa", "Asia", "Europe"];
        let name = english.filter(|b| !continents.contains(b)).unwrap_or(&river);
        if !is_plain_name(name) || name.ends_with("river") || name.chars().count() < 3 {
            continue;
        }
        let id = format!("water:{}", slug(name.trim_end_matches(" River")));
        let entry = lexicon.entries.entry(id).or_insert_with(|| Entry::new("place", "water", name));
        entry.code("feature", "river");
        add_river_names(entry, name, taken.leaves_free(facts, name), Alias::literal("factbook"));
        if let Some(iso3) = facts.iso3_of_gec(row.get("gec")) {
            entry.code("country", iso3);
        }
    }
    Ok(())
}
