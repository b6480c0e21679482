//! `actors/groups_listed.tsv`: armed groups of UCDP, OFAC, the EU and the factbook that the file
//! written by hand does not have.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::features::Taken;
use crate::names::{fold, is_all_caps, is_plain_name, slug};
use crate::parties;

/// Words that say the name is a description, a business, a prison or a people, and no organisation.
const DESCRIPTIONS: [&str; 75] = [
    "faction",
    "factions",
    "forces of",
    "supporters",
    "civilians",
    "insurgents",
    "rebels",
    "royalists",
    "military faction",
    "opposition coalition",
    "government",
    "republic of",
    "militias",
    "clan",
    "tribe",
    "students",
    "muslims",
    "christians",
    "hindus",
    "non plo",
    "islamists",
    "trust",
    "foundation",
    "bank",
    "company",
    "charity",
    "ltd",
    "corporation",
    "welfare",
    "relief",
    "society",
    "exchange",
    "university",
    "construction",
    "engineering",
    "network of",
    "air force",
    "group of",
    "navy",
    "ground forces",
    "ministry",
    "intelligence",
    "airlines",
    "aviation",
    "shipping",
    "gmbh",
    "llc",
    "limited",
    "committee of",
    "prison",
    "various",
    "prisoners",
    "trading",
    "holding",
    "petroleum",
    "money",
    "hawala",
    "institute",
    "protesters",
    "vigilantes",
    "settlers",
    "television",
    "office",
    "offices",
    "bureau",
    "committee against",
    "benevolence",
    "furqan",
    "humanitarian",
    "aid",
    "support committee",
    "heritage",
    "media",
    "security market",
    "market",
];

/// Names that other things have as well, or that are no name.
const GENERIC: [&str; 40] = [
    "national liberation army",
    "people's liberation army",
    "liberation army",
    "communist party",
    "popular front",
    "islamic front",
    "national front",
    "democratic front",
    "revolutionary front",
    "united front",
    "islamic army",
    "people's army",
    "national democratic front",
    "national army",
    "resistance movement",
    "national resistance movement",
    "free army",
    "islamic party",
    "islamic group",
    "the base",
    "revolutionary struggle",
    "free officers movement",
    "islamic state",
    "revolutionary army",
    "liberation front",
    "army of islam",
    "islamic movement",
    "islamic society",
    "popular resistance committees",
    "local defence forces",
    "civil defence",
    "self defence groups",
    "national guard",
    "home guard",
    "republican guard",
    "presidential guard",
    "defence forces",
    "patriotic front",
    "national alliance",
    "northern alliance",
];

/// One name of a source with what it says of it.
struct Listing {
    name: String,
    aliases: Vec<String>,
    acronym: Option<String>,
    country: Option<String>,
    source: &'static str,
}

/// Makes the lexicon of listed groups; sources earlier in the list name the group.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let by_hand = facts.by_hand()?;
    let taken = Taken::read(facts)?;
    let mut listings = ucdp(facts)?;
    listings.extend(eu(facts)?);
    listings.extend(ofac(facts)?);
    listings.extend(factbook(facts)?);
    let mut lexicon = Lexicon::default();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let acronyms = counts(listings.iter().filter_map(|l| l.acronym.as_deref()));
    for listing in &listings {
        let forms = || std::iter::once(&listing.name).chain(&listing.aliases);
        let is_free = |form: &str| form.contains(' ') || taken.leaves_free(facts, form);
        let is_hand_group = |acronym: &String| {
            by_hand
                .get(&fold(acronym))
                .is_some_and(|ids| ids.iter().any(|id| id.starts_with("group:")))
        };
        let known = forms().any(|form| by_hand.contains_key(&key(form)) || by_hand.contains_key(&fold(form)))
            || listing.acronym.as_ref().is_some_and(is_hand_group);
        if known || !is_group(&listing.name) || !is_free(&listing.name) {
            continue;
        }
        let id = forms().find_map(|form| owners.get(&key(form)).cloned());
        let id = id.unwrap_or_else(|| format!("group:{}", slug(&listing.name)));
        let entry = lexicon
            .entries
            .entry(id.clone())
            .or_insert_with(|| Entry::new("actor", "armed_group", &listing.name));
        for form in forms().filter(|form| is_group(form) && is_free(form)) {
            if *owners.entry(key(form)).or_insert_with(|| id.clone()) == id {
                let common = is_common(form);
                match &listing.country {
                    Some(iso3) if common => entry.add(form, Alias::literal(listing.source).needing(format!("state:{iso3}"))),
                    None if common => {}
                    _ => entry.add(form, Alias::literal(listing.source)),
                }
            }
        }
        if let Some(acronym) = listing
            .acronym
            .as_deref()
            .filter(|a| acronyms[*a] == 1 && a.len() > 3 && facts.risk(a).word_level > 70)
        {
            entry.add(
                acronym,
                Alias {
                    case: "exact".into(),
                    ..Alias::read_as("acronym", listing.source)
                },
            );
        }
        entry.code("country", listing.country.as_deref().unwrap_or_default());
    }
    Ok(lexicon)
}

fn counts<'a>(items: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

/// Spellings that are one name: no articles, one hyphen, -ise for -ize.
fn key(name: &str) -> String {
    let words = fold(name).replace('-', " ").replace("organiz", "organis").replace('\'', "");
    words
        .split(' ')
        .filter(|word| !["the", "al", "ul", "of", "for"].contains(word))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A proper name of two words or more, or a long one, and no description.
fn is_group(name: &str) -> bool {
    let lower = fold(name);
    let words: BTreeSet<&str> = lower.split([' ', '-']).collect();
    let describes = DESCRIPTIONS
        .iter()
        .any(|d| if d.contains(' ') { lower.contains(d) } else { words.contains(d) });
    let n_words = name.split(' ').count();
    let distinctive = n_words == 1 && name.chars().count() > 6 && !name.contains('-') && !name.ends_with('s');
    is_plain_name(name)
        && !is_all_caps(name)
        && (distinctive || (2..=9).contains(&n_words))
        && !describes
        && !GENERIC.contains(&lower.as_str())
        && !name.ends_with([' ', '-', '.'])
        && !name.contains("..")
}

/// Names of common words only, which need their country's company.
fn is_common(name: &str) -> bool {
    let words = [
        "army",
        "liberation",
        "force",
        "forces",
        "council",
        "brigade",
        "brigades",
        "military",
        "resistance",
        "command",
        "third",
        "warriors",
        "defence",
        "defense",
        "soldiers",
        "followers",
        "prophet",
        "rock",
        "machine",
        "fighters",
        "guard",
        "guards",
        "volunteers",
        "organisation",
        "organization",
        "group",
        "association",
        "league",
        "self",
        "defenders",
        "sons",
        "lions",
        "martyrs",
        "shield",
        "sword",
        "truth",
        "god",
        "god's",
        "holy",
        "black",
        "white",
        "red",
        "rescue",
        "salvation",
        "independence",
        "committee",
        "committees",
        "battalion",
        "division",
        "corps",
        "junta",
        "faith",
        "victory",
        "free",
        "struggle",
        "armed",
        "guerrilla",
        "guerilla",
        "popular",
        "officers",
        "young",
        "youth",
        "student",
        "students",
        "1",
    ];
    let rest: Vec<_> = name
        .split([' ', '-'])
        .filter(|word| !words.contains(&fold(word).as_str()))
        .collect();
    rest.is_empty() || parties::is_common(&rest.join(" "))
}

/// A name cleaned of brackets, quotes and slashes; the acronym in brackets apart.
fn clean(name: &str) -> (String, Option<String>) {
    let name = name.replace(['"', '“', '”'], "").replace(['’', '`'], "'").replace(" – ", " - ");
    let bracket = name
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .map(|(inner, _)| inner.trim().to_string());
    let acronym = bracket.filter(|b| is_all_caps(b) && (3..=8).contains(&b.len()) && b.chars().all(|c| c.is_ascii_uppercase() || c == '-'));
    let bare = name.split(['(', '/', '[', ',']).next().unwrap_or_default();
    (bare.split_whitespace().collect::<Vec<_>>().join(" "), acronym)
}

/// Formally organised non-state actors of UCDP.
fn ucdp(facts: &Facts) -> Result<Vec<Listing>> {
    let table = facts.table("groups_ucdp/actors.tsv")?;
    table.require(&[
        "name_data",
        "name_orig_full",
        "name_full_eng",
        "new_name_eng",
        "org_type",
        "location",
    ])?;
    let mut listings = Vec::new();
    for row in table.rows().filter(|row| row.get("org_type") == "non-state formally organised") {
        let (name, bracketed) = clean(row.get("name_full_eng"));
        let short = row.get("name_data");
        let is_acronym = short.chars().all(|c| c.is_ascii_uppercase() || c == '-') && short.len() > 2;
        let acronym = if is_acronym { Some(short.to_string()) } else { bracketed };
        let others = ["name_orig_full", "new_name_eng", "name_data"].map(|column| clean(row.get(column)).0);
        let aliases = others.into_iter().filter(|o| o != "n/a" && !is_all_caps(o) && *o != name).collect();
        let location = row.get("location").split(',').next().unwrap_or_default();
        let country = facts.iso3_of_name(location).map(String::from);
        listings.push(Listing {
            name,
            aliases,
            acronym,
            country,
            source: "ucdp",
        });
    }
    Ok(listings)
}

/// The EU's lists of terrorist groups and of ISIL and al-Qaida.
fn eu(facts: &Facts) -> Result<Vec<Listing>> {
    let table = facts.table("groups_eu_sanctions/entities.tsv")?;
    table.require(&["programme", "name", "alias"])?;
    let rows = table
        .rows()
        .filter(|row| ["EU-TERR", "EU-TAQA-EUAQ"].contains(&row.get("programme")));
    let listing = |row: crate::table::Row| {
        let (name, acronym) = clean(row.get("name"));
        let aliases = row
            .list("alias", ';')
            .into_iter()
            .map(|alias| clean(alias).0)
            .filter(|a| !is_all_caps(a))
            .collect();
        Listing {
            name,
            aliases,
            acronym,
            country: None,
            source: "eu",
        }
    };
    Ok(rows.map(listing).collect())
}

/// Foreign terrorist organisations of the US Treasury's list.
fn ofac(facts: &Facts) -> Result<Vec<Listing>> {
    let table = facts.table("groups_ofac_sdn/entities_selected_programmes.tsv")?;
    table.require(&["name", "tier"])?;
    let rows = table.rows().filter(|row| row.get("tier") == "FTO");
    let listing = |row: crate::table::Row| {
        let (name, acronym) = clean(row.get("name"));
        Listing {
            name: from_capitals(&name),
            aliases: Vec::new(),
            acronym,
            country: None,
            source: "ofac",
        }
    };
    Ok(rows.map(listing).collect())
}

/// Foreign terrorist organisations the factbook counts country by country.
fn factbook(facts: &Facts) -> Result<Vec<Listing>> {
    let table = facts.table("factbook/terrorist_groups_by_country.tsv")?;
    table.require(&["group"])?;
    let listing = |row: crate::table::Row| {
        let (name, acronym) = clean(row.get("group"));
        Listing {
            name,
            aliases: Vec::new(),
            acronym,
            country: None,
            source: "factbook",
        }
    };
    Ok(table.rows().map(listing).collect())
}

/// "JAYSH AL-ADL" as "Jaysh al-Adl".
fn from_capitals(name: &str) -> String {
    let small = ["al", "ul", "of", "the", "and", "for", "in", "wal", "e", "i"];
    let word = |part: &str| {
        let lower = part.to_lowercase();
        if small.contains(&lower.as_str()) {
            return lower;
        }
        let mut letters = lower.chars();
        letters
            .next()
            .map(|c| c.to_uppercase().collect::<String>() + letters.as_str())
            .unwrap_or_default()
    };
    let words = name.split(' ').map(|w| w.split('-').map(word).collect::<Vec<_>>().join("-"));
    let joined = words.collect::<Vec<_>>().join(" ");
    joined
        .char_indices()
        .map(|(n, c)| if n == 0 { c.to_ascii_uppercase() } else { c })
        .collect()
}
