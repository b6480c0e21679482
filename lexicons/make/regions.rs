//! `places/regions.tsv`: first-level divisions of all countries; other regions come from the overrides.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::cities::{has_other_script, rounded};
use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::names::{ascii_letters, fold, is_plain_name, slug, without_transliteration};
use crate::states;

/// The nouns of divisions as they stand at the end of a name, with the form English prefers.
const NOUNS: [(&str, &str); 30] = [
    ("Autonomous Okrug", "Autonomous Okrug"),
    ("Autonomous Oblast", "Autonomous Oblast"),
    ("Federal District", "Federal District"),
    ("Capital Region", "Capital Region"),
    ("Kray", "Krai"),
    ("Krai", "Krai"),
    ("Oblast'", "Oblast"),
    ("Oblast", "Oblast"),
    ("oblast", "Oblast"),
    ("Oblisi", "Region"),
    ("Oblysy", "Region"),
    ("Republic", "Republic"),
    ("Province", "Province"),
    ("Governorate", "Governorate"),
    ("Governate", "Governorate"),
    ("Region", "Region"),
    ("State", "State"),
    ("County", "County"),
    ("Prefecture", "Prefecture"),
    ("Department", "Department"),
    ("District", "District"),
    ("Voivodeship", "Voivodeship"),
    ("Canton", "Canton"),
    ("Division", "Division"),
    ("Parish", "Parish"),
    ("Municipality", "Municipality"),
    ("Island", "Island"),
    ("Islands", "Islands"),
    ("Rayon", "District"),
    ("City", "City"),
];

/// What English calls the divisions, where the factbook's first noun is not it or two are in use.
const USUAL: [(&str, &str); 28] = [
    ("RU", "Oblast|Region"),
    ("UA", "Oblast|Region"),
    ("BY", "Oblast|Region"),
    ("KZ", "Region|Oblast"),
    ("KG", "Region|Province|Oblast"),
    ("UZ", "Region|Province"),
    ("TJ", "Region|Province"),
    ("TM", "Province|Region"),
    ("AF", "Province"),
    ("IQ", "Governorate|Province"),
    ("SY", "Governorate|Province"),
    ("YE", "Governorate|Province"),
    ("EG", "Governorate"),
    ("CN", "Province"),
    ("PK", "Province"),
    ("ET", "Region|Regional State"),
    ("MM", "State|Region"),
    ("US", ""),
    ("IN", ""),
    ("DE", ""),
    ("AU", ""),
    ("GB", ""),
    ("BR", "State"),
    ("ES", ""),
    ("BE", ""),
    ("XK", "District"),
    ("LY", "District"),
    ("PS", "Governorate"),
];

/// Small countries whose divisions are parishes, quarters and communes: never by their bare names.
const MINOR: &str = "AD AG BB BM DM FM GD JM KI KN LC LI LU LV MC MH MK MT MU NR PW SC SI SM TO TT TV VC VU WS BS BZ SB GG IM JE \
     CY SG HK MO BN DJ KM ST CV IS EE";

/// Makes the lexicon of first-level divisions.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let context = Context::new(facts)?;
    let mut divisions: Vec<_> = Vec::new();
    let table = facts.table("places_geonames/admin1.tsv")?;
    table.require(&["code", "name", "ascii", "geonameid"])?;
    for row in table.rows() {
        let iso2 = row.get("code").split('.').next().unwrap_or_default().to_string();
        let Some(iso3) = facts.iso3(&iso2) else { continue };
        let (base, noun) = base_and_noun(row.get("name"), &iso2);
        if is_plain_name(&base) && !base.contains("Kreis") {
            divisions.push((
                facts.population(iso3),
                iso2,
                iso3,
                base,
                noun,
                row.get("code"),
                row.get("geonameid"),
            ));
        }
    }
    let mut shared: BTreeMap<String, usize> = BTreeMap::new();
    for (_, _, _, base, ..) in &divisions {
        *shared.entry(fold(base)).or_default() += 1;
    }
    divisions.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.5.cmp(b.5)));
    let mut lexicon = Lexicon::default();
    for (_, iso2, iso3, base, noun, code, geonames) in divisions {
        let name = if noun == "State" || noun.is_empty() {
            base.clone()
        } else {
            format!("{base} {noun}")
        };
        let mut entry = Entry::new("place", "region", &name);
        context.add_names(facts, &mut entry, [&iso2, iso3, &base, &noun], shared[&fold(&base)] > 1);
        if entry.aliases.is_empty() {
            continue;
        }
        if !entry.aliases.contains_key(&entry.name) {
            entry.name = entry.aliases.keys().next().cloned().unwrap_or_default();
        }
        entry.code("geonames", geonames);
        entry.code("country", iso3);
        if let Some((lat, lon)) = context.points.get(&(iso2.clone(), fold(&base))) {
            entry.code("lat", lat);
            entry.code("lon", lon);
        }
        entry.code("feature", "ADM1");
        let bare = format!("region:{}", slug(&base));
        let with_country = format!("{bare}-{}", iso2.to_lowercase());
        let with_code = format!("{bare}-{}", slug(code));
        let ids = [bare, with_country, with_code];
        if let Some(id) = ids.into_iter().find(|id| !lexicon.entries.contains_key(id)) {
            lexicon.entries.insert(id, entry);
        }
    }
    Ok(lexicon)
}

/// "Sughd Province" as "Sughd" and "Province".
fn base_and_noun(name: &str, iso2: &str) -> (String, String) {
    let name = name.split(" (").next().unwrap_or(name).replace('’', "'");
    let name = if has_other_script(iso2) {
        without_transliteration(&name)
    } else {
        name
    };
    let name = name.trim_start_matches("Municipality of ").to_string();
    for (suffix, noun) in NOUNS {
        if let Some(base) = name.strip_suffix(suffix).filter(|base| base.ends_with(' ') && *base != "Free ") {
            return (base.trim().into(), noun.into());
        }
    }
    let prefixes = [
        "Municipality of ",
        "Opština ",
        "Raionul ",
        "Muhafazat ",
        "Commune of ",
        "Republic of ",
        "State of ",
        "Province of ",
        "City of ",
        "Region of ",
        "Canton of ",
        "District of ",
    ];
    let base = prefixes
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .filter(|base| *base != "Columbia");
    (base.unwrap_or(&name).into(), String::new())
}

/// What must be known of other names to judge a division's.
struct Context {
    state_names: BTreeSet<String>,
    /// Folded town name to the countries that have such a town.
    towns: BTreeMap<String, BTreeSet<String>>,
    /// Alpha-2 to the nouns of its divisions.
    nouns: BTreeMap<String, Vec<String>>,
    /// Label points by country and folded name.
    points: BTreeMap<(String, String), (String, String)>,
}

impl Context {
    fn new(facts: &Facts) -> Result<Self> {
        let states = states::make(facts)?;
        let state_names = states
            .entries
            .values()
            .flat_map(|entry| entry.aliases.keys().map(|a| fold(a)))
            .collect();
        let mut towns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in facts.table("places_geonames/cities15000.tsv")?.rows() {
            let name = fold(&without_transliteration(row.get("name")));
            towns.entry(name).or_default().insert(row.get("country").into());
        }
        let mut nouns = BTreeMap::new();
        for row in facts.table("factbook/admin_divisions_raw.tsv")?.rows() {
            let country = facts.countries.iter().find(|c| c.gec == row.get("gec"));
            if let (Some(country), Some(noun)) = (country, first_noun(row.get("text"))) {
                nouns.insert(country.iso2.clone(), vec![noun.to_string()]);
            }
        }
        for (iso2, usual) in USUAL {
            let usual = usual.split('|').filter(|noun| !noun.is_empty());
            nouns.insert(iso2.to_string(), usual.map(String::from).collect());
        }
        let mut points = BTreeMap::new();
        for row in facts.table("places_naturalearth/admin1_label_points.tsv")?.rows() {
            let point = (rounded(row.get("lat")), rounded(row.get("lon")));
            points
                .entry((row.get("iso_a2").to_string(), fold(row.get("name"))))
                .or_insert(point);
        }
        Ok(Self {
            state_names,
            towns,
            nouns,
            points,
        })
    }

    /// The bare name where it can stand alone, and the name with its noun in any case.
    fn add_names(&self, facts: &Facts, entry: &mut Entry, [iso2, iso3, base, noun]: [&str; 4], shared: bool) {
        let key = fold(base);
        let risk = facts.risk(base);
        let town = self.towns.get(&fold(&ascii_letters(base)));
        let is_direction = is_direction(base);
        let needs = format!("state:{iso3}");
        let stands_alone = !is_direction
            && risk.word_level > 20
            && base.chars().count() > 2
            && !self.state_names.contains(&key)
            && town.is_none_or(|countries| !countries.contains(iso2))
            && !MINOR.split(' ').any(|minor| minor == iso2);
        let risky = shared || risk.word_level <= 60 || risk.is_person_name || town.is_some() || base.chars().count() < 4;
        if stands_alone {
            let alias = Alias::literal("geonames");
            let alias = if risky { alias.needing(&needs) } else { alias };
            entry.add(base, alias.clone());
            let ascii = ascii_letters(base);
            if fold(&ascii) != key {
                entry.add(&ascii, alias);
            }
        }
        let mut nouns = if noun.is_empty() { Vec::new() } else { vec![noun.to_string()] };
        nouns.extend(self.nouns.get(iso2).cloned().unwrap_or_default());
        nouns.dedup();
        let ends_in_noun = NOUNS.iter().any(|(end, _)| base.ends_with(end)) || noun == "City";
        for noun in nouns.iter().filter(|_| !ends_in_noun) {
            let alias = Alias::literal("geonames");
            // "the western region" in small letters is a description
            let alias = if is_direction { alias } else { alias.any_case() };
            let alias = if is_direction || shared { alias.needing(&needs) } else { alias };
            entry.add(&format!("{base} {noun}"), alias);
        }
    }
}

/// Names that only say where in a country: Central, North Western.
fn is_direction(base: &str) -> bool {
    let words = [
        "central",
        "centre",
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "capital",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "upper",
        "lower",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "centro",
        "sud",
        "nord",
        "est",
        "coast",
        "central-east",
        "lake",
        "lakes",
        "river",
        "islands",
        "region",
        "littoral",
        "maritime",
        "far",
        "interior",
    ];
    fold(base).split(' ').all(|word| words.contains(&word))
}

/// The first kind of division the factbook counts, in the singular: "26 provinces; ..." is Province.
fn first_noun(text: &str) -> Option<&'static str> {
    let plurals = [
        ("provinces", "Province"),
        ("regions", "Region"),
        ("governorates", "Governorate"),
        ("states", "State"),
        ("counties", "County"),
        ("departments", "Department"),
        ("districts", "District"),
        ("prefectures", "Prefecture"),
        ("cantons", "Canton"),
        ("voivodships", "Voivodeship"),
        ("parishes", "Parish"),
        ("municipalities", "Municipality"),
        ("oblasts", "Oblast"),
        ("divisions", "Division"),
        ("emirates", "Emirate"),
    ];
    let head = text.split([';', ':']).next().unwrap_or(text);
    plurals
        .iter()
        .filter_map(|(plural, noun)| Some((head.find(plural)?, *noun)))
        .min()
        .map(|(_, noun)| noun)
}
