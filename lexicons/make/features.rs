//! Natural Earth's physical features: names written out, and whether a bare name can stand alone.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::cities::rounded;
use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::names::{ascii_letters, fold, is_all_caps, is_plain_name, slug, without_transliteration};

/// How maps shorten generic nouns.
const SHORT: [(&str, &str); 15] = [
    ("Mts.", "Mountains"),
    ("Mts", "Mountains"),
    ("Mt.", "Mount"),
    ("Ra.", "Range"),
    ("Is.", "Islands"),
    ("I.", "Island"),
    ("Isands", "Islands"),
    ("Plat.", "Plateau"),
    ("Pen.", "Peninsula"),
    ("Arch.", "Archipelago"),
    ("Str.", "Strait"),
    ("Sd.", "Sound"),
    ("Cord.", "Cordillera"),
    ("Gora", "Mount"),
    ("Des.", "Desert"),
];

/// One feature of the source.
pub struct Feature {
    /// Its name, written out.
    pub name: String,
    /// Natural Earth's class: River, sea, strait, Range/mtn ...
    pub class: String,
    /// Natural Earth's kind: river, lake, marine, region, elevation.
    pub kind: String,
    /// 0 on every map to 12 on the largest only.
    pub rank: f64,
    lat: String,
    lon: String,
}

/// Names that something better known has, so that a feature may not have them bare.
pub struct Taken(BTreeSet<String>);

impl Taken {
    /// Towns of 15,000, divisions and districts, and countries.
    ///
    /// # Errors
    ///
    /// When a source cannot be read.
    pub fn read(facts: &Facts) -> Result<Self> {
        let Self(mut names) = Self::without_districts(facts)?;
        for row in facts.table("places_geonames/admin2.tsv")?.rows() {
            names.insert(fold(&without_transliteration(row.get("name"))));
        }
        Ok(Self(names))
    }

    /// Towns of 15,000, divisions and countries.
    ///
    /// # Errors
    ///
    /// When a source cannot be read.
    pub fn without_districts(facts: &Facts) -> Result<Self> {
        let mut names: BTreeSet<String> = facts.countries.iter().map(|country| fold(&country.name)).collect();
        for path in ["places_geonames/cities15000.tsv", "places_geonames/admin1.tsv"] {
            for row in facts.table(path)?.rows() {
                names.insert(fold(&without_transliteration(row.get("name"))));
            }
        }
        Ok(Self(names))
    }

    /// Whether the bare name would rarely mislead.
    pub fn leaves_free(&self, facts: &Facts, name: &str) -> bool {
        let risk = facts.risk(name);
        let long = name.chars().count() > 4;
        long && risk.word_level > 70 && !risk.is_person_name && !self.0.contains(&fold(&ascii_letters(name)))
    }
}

/// All features with a plain name, the most important first.
///
/// # Errors
///
/// When the source cannot be read.
pub fn read(facts: &Facts) -> Result<Vec<Feature>> {
    let table = facts.table("places_naturalearth/physical_features.tsv")?;
    table.require(&["kind", "class", "name", "lat", "lon", "scalerank"])?;
    let mut features = Vec::new();
    for row in table.rows() {
        let name = written_out(row.get("name"));
        let unclear = ["N.", "S.", "C.", "B."]
            .iter()
            .any(|short| row.get("name").starts_with(&format!("{short} ")));
        if is_plain_name(&name) && !name.contains("- ") && !unclear && name.split(' ').count() < 6 {
            features.push(Feature {
                name,
                class: row.get("class").into(),
                kind: row.get("kind").into(),
                rank: row.get("scalerank").parse().unwrap_or(99.0),
                lat: rounded(row.get("lat")),
                lon: rounded(row.get("lon")),
            });
        }
    }
    features.sort_by(|a, b| a.rank.total_cmp(&b.rank).then_with(|| a.name.cmp(&b.name)));
    Ok(features)
}

/// The entry of a feature, made when there is none yet.
pub fn entry<'a>(lexicon: &'a mut Lexicon, prefix: &str, class: &str, feature: &Feature) -> &'a mut Entry {
    let id = format!("{prefix}:{}", slug(&feature.name));
    lexicon.entries.entry(id).or_insert_with(|| {
        let mut entry = Entry::new("place", class, &feature.name);
        entry.code("lat", &feature.lat);
        entry.code("lon", &feature.lon);
        entry.code("feature", &feature.class.to_lowercase().replace(['/', ' '], "_"));
        entry
    })
}

/// An alias from Natural Earth.
pub fn alias() -> Alias {
    Alias::literal("naturalearth")
}

/// "SOUTHERN OCEAN" and "Aleutian Is." as "Southern Ocean" and "Aleutian Islands".
fn written_out(name: &str) -> String {
    let name = without_transliteration(name.split(" (").next().unwrap_or(name));
    let whole = |word: &str| {
        SHORT
            .iter()
            .find(|(short, _)| *short == word)
            .map_or(word.to_string(), |(_, long)| (*long).into())
    };
    let words = name.split(' ').filter(|word| *word != ".").map(whole);
    let words = words.map(|word| {
        if is_all_caps(&word) && word.len() > 3 {
            capitalized(&word)
        } else {
            word
        }
    });
    words.collect::<Vec<_>>().join(" ").replace(" Of ", " of ")
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|c| c.to_string() + &letters.as_str().to_lowercase())
        .unwrap_or_default()
}
