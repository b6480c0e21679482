//! `places/mountains.tsv`: ranges, deserts, plateaus, basins, islands, archipelagos and peninsulas.

use anyhow::Result;

use crate::entry::Lexicon;
use crate::facts::Facts;
use crate::features::{self, Feature, Taken};

/// Makes the lexicon of land features from Natural Earth; all are regions.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let taken = Taken::read(facts)?;
    let mut lexicon = Lexicon::default();
    for feature in features::read(facts)? {
        let known = feature.rank <= max_rank(&feature);
        let noun = noun(&feature);
        let says_what = feature.name.split(' ').any(|word| NOUNS.contains(&word));
        if !known || !says_what && !taken.leaves_free(facts, &feature.name) {
            continue;
        }
        let entry = features::entry(&mut lexicon, "region", "region", &feature);
        entry.add(&feature.name, features::alias());
        if let (false, Some(noun)) = (says_what || feature.name.contains(' '), noun) {
            entry.add(&format!("{} {noun}", feature.name), features::alias().any_case());
        }
        for (from, to) in [(" Mountains", " mountains"), (" Desert", " desert"), (" Islands", " islands")] {
            if let Some(base) = feature.name.strip_suffix(from) {
                entry.add(&format!("{base}{to}"), features::alias());
            }
        }
    }
    Ok(lexicon)
}

/// Generic nouns that make any name a feature's.
const NOUNS: [&str; 24] = [
    "Mountains",
    "Range",
    "Desert",
    "Plateau",
    "Basin",
    "Island",
    "Islands",
    "Peninsula",
    "Archipelago",
    "Highlands",
    "Pass",
    "Hills",
    "Alps",
    "Mount",
    "Upland",
    "Plain",
    "Ranges",
    "Ghats",
    "Delta",
    "Depression",
    "Lowland",
    "Steppe",
    "Cape",
    "Isthmus",
];

/// How small a feature may be on the map and still be written of.
fn max_rank(feature: &Feature) -> f64 {
    match (feature.kind.as_str(), feature.class.as_str()) {
        ("region", "Range/mtn" | "Desert" | "Island group" | "Island" | "Delta") | ("region_point", "island") => 5.0,
        ("region", "Plateau" | "Basin" | "Peninsula" | "Isthmus" | "Plain" | "Valley") => 4.0,
        ("elevation", "pass") => 9.0,
        ("elevation", "mountain") => 2.0,
        _ => -1.0,
    }
}

fn noun(feature: &Feature) -> Option<&'static str> {
    match feature.class.as_str() {
        "Island" | "island" => Some("Island"),
        "Range/mtn" => Some("Mountains"),
        "Desert" => Some("Desert"),
        _ => None,
    }
}
