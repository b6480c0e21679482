//! `places/cities.tsv` and `places/cities_small.tsv`: towns of 15,000 and more, with what their names need.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::names::{ascii_letters, distance, fold, is_plain_name, slug, without_transliteration};
use crate::states;
use crate::table::Table;

/// Countries in whose briefs small towns matter: all of 15,000 and more are loaded by default.
const CONFLICT_PRONE: [&str; 38] = [
    "AF", "AM", "AZ", "BF", "BY", "CD", "CF", "CM", "ER", "ET", "GE", "IL", "IQ", "IR", "KG", "KP", "KZ", "LB", "LY", "MD", "ML", "MM",
    "MZ", "NE", "NG", "PK", "PS", "SD", "SO", "SS", "SY", "TD", "TJ", "TM", "TW", "UA", "UZ", "XK",
];

/// Countries that do not write Latin letters: their names lose the marks of transliteration.
pub const OTHER_SCRIPTS: &str = "AE AF AM BD BG BH BT BY CN CY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY \
     MA MK MM MN MR MV NP OM PK PS QA RS RU SA SD SY TH TJ TN TW UA YE";

/// Countries whose towns are so often surnames, firms and universities that the smaller need company.
const ENGLISH_SPEAKING: &str = "AU CA GB IE NZ US ZA";

/// One town of the source.
struct City {
    geonames: String,
    name: String,
    iso2: String,
    iso3: String,
    admin1: String,
    lat: String,
    lon: String,
    population: u64,
    variants: Vec<String>,
    /// `GeoNames`' feature code of a seat of government.
    seat: Option<&'static str>,
}

/// What must be known of all other names to judge one.
struct Context {
    state_names: BTreeSet<String>,
    admin1: BTreeMap<String, String>,
    admin1_countries: BTreeMap<String, BTreeSet<String>>,
}

/// Towns of 50,000, capitals and seats of first-level divisions, and more of conflict-prone countries.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    all(facts, is_default)
}

/// The rest of the towns of 15,000 and more.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make_small(facts: &Facts) -> Result<Lexicon> {
    all(facts, |city| !is_default(city))
}

fn is_default(city: &City) -> bool {
    city.population >= 50_000 || city.seat.is_some() || CONFLICT_PRONE.contains(&city.iso2.as_str())
}

fn all(facts: &Facts, wanted: fn(&City) -> bool) -> Result<Lexicon> {
    let cities = read(facts)?;
    let context = Context::new(facts)?;
    let mut lexicon = Lexicon::default();
    let mut taken = BTreeSet::new();
    for city in &cities {
        let bare = format!("city:{}", slug(&city.name));
        let country = format!("{bare}-{}", city.iso2.to_lowercase());
        let admin1 = format!("{country}-{}", city.admin1.to_lowercase());
        let last = format!("{admin1}-{}", city.geonames);
        let Some(id) = [bare, country, admin1, last].into_iter().find(|id| taken.insert(id.clone())) else {
            continue;
        };
        if wanted(city) {
            let entry = entry(facts, &context, city);
            if !entry.aliases.is_empty() {
                lexicon.entries.insert(id, entry);
            }
        }
    }
    Ok(lexicon)
}

/// All towns, the most populous first.
fn read(facts: &Facts) -> Result<Vec<City>> {
    let places = facts.table("places_naturalearth/populated_places.tsv")?;
    let seats = seats(&places);
    let table = facts.table("places_geonames/cities15000.tsv")?;
    table.require(&["geonameid", "name", "country", "admin1", "lat", "lon", "population", "alt_latin"])?;
    let names: BTreeSet<String> = table.rows().map(|row| fold(&without_transliteration(row.get("name")))).collect();
    let mut cities = Vec::new();
    for row in table.rows() {
        let iso2 = row.get("country");
        let (Some(name), Some(iso3)) = (english(row.get("name"), iso2), facts.iso3(iso2)) else {
            continue;
        };
        let population = row.get("population").parse().unwrap_or(0);
        let seat = seats.get(row.get("geonameid")).copied();
        let important = population >= 300_000 || seat == Some("PPLC");
        let alternates = if important { row.list("alt_latin", ';') } else { Vec::new() };
        let variants = if has_other_script(iso2) {
            spellings(&name, &alternates, &names)
        } else {
            Vec::new()
        };
        cities.push(City {
            geonames: row.get("geonameid").into(),
            name,
            iso2: iso2.into(),
            iso3: iso3.into(),
            admin1: row.get("admin1").into(),
            lat: row.get("lat").into(),
            lon: row.get("lon").into(),
            population,
            variants,
            seat,
        });
    }
    cities.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.geonames.cmp(&b.geonames)));
    Ok(cities)
}

fn seats(places: &Table) -> BTreeMap<&str, &'static str> {
    let code = |class: &str| match class {
        "Admin-0 capital" => Some("PPLC"),
        class if class.starts_with("Admin-") => Some("PPLA"),
        _ => None,
    };
    places
        .rows()
        .filter_map(|row| Some((row.get("geonameid"), code(row.get("class"))?)))
        .collect()
}

/// Whether the country writes another script, so that `GeoNames` transliterates.
pub fn has_other_script(iso2: &str) -> bool {
    OTHER_SCRIPTS.split(' ').any(|other| other == iso2)
}

/// The name in running text: no transliteration marks, no addition in brackets; none for quarters of a city.
fn english(name: &str, iso2: &str) -> Option<String> {
    let name = name.split('/').next_back()?.split(" (").next()?.trim();
    let quarter = [
        "District", "Kreis", "Ward", "Quarter", "Zone", "Colony", "Business", "Township", "Internet",
    ];
    let is_quarter = name.contains(|c: char| c.is_ascii_digit()) && name != "6th of October City"
        || name.contains(',')
        || ["Old City", "International City", "New Territories", "Pudong", "Puxi"].contains(&name)
        || quarter.iter().any(|word| name.split(' ').any(|part| part == *word));
    let name = if has_other_script(iso2) {
        without_transliteration(name)
    } else {
        name.replace('’', "'")
    };
    (!is_quarter && is_plain_name(&name)).then_some(name)
}

/// Up to two alternates that are another spelling of the name and not another town.
fn spellings(name: &str, alternates: &[&str], names: &BTreeSet<String>) -> Vec<String> {
    let key = fold(name);
    let alike = |other: &str| {
        let letters = other.chars().count();
        letters > 5 && other.is_ascii() && is_plain_name(other) && distance(&fold(other), &key) <= if letters > 9 { 2 } else { 1 }
    };
    // An ending of another language: Kabula, Kandaharo.
    let vowels = ['a', 'e', 'i', 'o', 'u'];
    let is_inflected = |other: &str| {
        other.ends_with(vowels) && !name.ends_with(vowels)
            || other.ends_with(['\'', '-', 's'])
            || ["j", "cz", "sch", "tz", "um"]
                .iter()
                .any(|sign| other.to_lowercase().contains(sign) && !name.to_lowercase().contains(sign))
    };
    let is_new = |other: &&&str| alike(other) && !names.contains(&fold(other)) && !is_inflected(other);
    let mut found: Vec<_> = alternates.iter().filter(is_new).map(|s| (*s).to_string()).collect();
    found.sort_by_key(|other| (distance(&fold(other), &key), other.clone()));
    found.truncate(2);
    found
}

/// The name after an Arabic article, which English writes al- before any letter: "Ar Raqqah" is al-Raqqah.
fn after_article(name: &str) -> Option<&str> {
    let articles = ["Al ", "Ad ", "An ", "Ar ", "As ", "Ash ", "At ", "Az ", "Al-", "Ar-", "As-"];
    articles
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .filter(|_| !name.contains("Khaimah"))
}

fn entry(facts: &Facts, context: &Context, city: &City) -> Entry {
    let mut entry = Entry::new("place", "city", &city.name);
    if let Some(policy) = context.policy(facts, city, &city.name) {
        entry.add(&city.name, policy.clone());
        let ascii = ascii_letters(&city.name);
        if fold(&ascii) != fold(&city.name) {
            entry.add(&ascii, policy);
        }
    }
    if let Some(policy) = context.policy(facts, city, &city.name).filter(|_| has_other_script(&city.iso2)) {
        if city.name.contains('\'') {
            entry.add(&city.name.replace('\'', ""), policy.clone());
        }
        if let Some(stem) = after_article(&city.name) {
            entry.add(&format!("al-{stem}"), policy.any_case());
        }
    }
    for variant in &city.variants {
        if let Some(policy) = context.policy(facts, city, variant) {
            entry.add(variant, policy);
        }
    }
    entry.code("geonames", &city.geonames);
    entry.code("lat", &rounded(&city.lat));
    entry.code("lon", &rounded(&city.lon));
    entry.code("pop", &city.population.to_string());
    entry.code("country", &city.iso3);
    entry.code("feature", city.seat.unwrap_or_default());
    entry
}

/// Two decimals: a kilometre is enough for a map of a brief.
pub fn rounded(degrees: &str) -> String {
    degrees.parse::<f64>().map_or(String::new(), |d| format!("{d:.2}"))
}

impl Context {
    fn new(facts: &Facts) -> Result<Self> {
        let states = states::make(facts)?;
        let names = states.entries.values().flat_map(|entry| &entry.aliases);
        let state_names = names.filter(|(_, a)| a.reading != "metonym").map(|(text, _)| fold(text)).collect();
        let mut admin1 = BTreeMap::new();
        let mut admin1_countries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for row in facts.table("places_geonames/admin1.tsv")?.rows() {
            admin1.insert(row.get("code").to_string(), row.get("ascii").to_string());
            let country = row.get("code").split('.').next().unwrap_or_default();
            admin1_countries.entry(fold(row.get("name"))).or_default().insert(country.into());
        }
        Ok(Self {
            state_names,
            admin1,
            admin1_countries,
        })
    }

    /// What a town's name needs to count; none where it would mislead too often.
    fn policy(&self, facts: &Facts, city: &City, name: &str) -> Option<Alias> {
        let key = fold(name);
        let risk = facts.risk(name);
        let letters = name.chars().count();
        let hopeless = self.state_names.contains(&key)
            || letters < 3
            || risk.word_level == 0
            || risk.word_level <= 20 && city.population < 100_000
            || risk.word_level <= 35 && city.population < 50_000;
        if hopeless {
            return None;
        }
        let english = ENGLISH_SPEAKING.split(' ').any(|iso2| iso2 == city.iso2);
        let division = self.admin1_countries.get(&key);
        let names_division = division.is_some_and(|countries| !countries.contains(&city.iso2));
        let conflict = CONFLICT_PRONE.contains(&city.iso2.as_str());
        let large = city.population >= 1_500_000;
        let risky = risk.word_level <= 35
            || risk.word_level <= 60 && !large && !conflict
            || risk.is_person_name && !large
            || names_division && !large
            || english && city.population < 150_000
            || letters == 3 && !large && !conflict;
        // Short names in capitals are acronyms: Gao and GAO, Maga and MAGA.
        let case = if letters <= 5 && !large { "exact" } else { "" };
        let alias = Alias {
            case: case.into(),
            ..Alias::literal("geonames")
        };
        Some(if risky {
            alias.needing(self.company(city, english, name))
        } else {
            alias
        })
    }

    /// Its country; in English-speaking ones, mentioned in every second brief, its division.
    fn company(&self, city: &City, english: bool, name: &str) -> String {
        let division = self.admin1.get(&format!("{}.{}", city.iso2, city.admin1));
        match division.filter(|division| english && city.iso2 != "GB" && fold(division) != fold(name)) {
            Some(division) => division.clone(),
            None => format!("state:{}", city.iso3),
        }
    }
}
