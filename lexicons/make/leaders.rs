//! `actors/leaders.tsv`: heads of state and government since 1990, under their full names.
//!
//! The factbook has the full names of today's leaders; REIGN has mostly surnames, which become full
//! names only where exactly one office holder of that country and time is known to PETRARCH.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::features::Taken;
use crate::names::{ascii_letters, fold, is_plain_name, slug};

/// The first year in office that counts.
const SINCE: u32 = 1990;

/// Correlates of War abbreviations that are not ISO 3166 alpha-3.
const COW: &str = "AAB=ATG ALG=DZA ANG=AGO AUL=AUS BAR=BRB BFO=BFA BHM=BHS BHU=BTN BNG=BGD BOS=BIH BOT=BWA BUI=BDI BUL=BGR \
     CAM=KHM CAO=CMR CAP=CPV CDI=CIV CEN=CAF CHA=TCD CON=COG COS=CRI CRO=HRV CZR=CZE DEN=DNK DRC=COD EQG=GNQ ETM=TLS \
     FRN=FRA GAM=GMB GFR=DEU GMY=DEU GRG=GEO GRN=GRD GUA=GTM GUI=GIN HAI=HTI HON=HND ICE=ISL INS=IDN IRE=IRL KOS=XKX \
     KUW=KWT KYR=KGZ KZK=KAZ LAT=LVA LEB=LBN LES=LSO LIB=LBY LIT=LTU MAA=MRT MAC=MKD MAD=MDV MAG=MDG MAL=MYS MAS=MUS \
     MAW=MWI MLD=MDA MNC=MCO MON=MNG MOR=MAR MSI=MHL MYA=MMR MZM=MOZ NAU=NRU NEP=NPL NEW=NZL NIG=NGA NIR=NER NTH=NLD \
     OMA=OMN PAL=PLW PAR=PRY PHI=PHL POR=PRT ROK=KOR ROM=ROU SAF=ZAF SAL=SLV SEY=SYC SIE=SLE SIN=SGP SKN=KNA SLO=SVK \
     SLU=LCA SLV=SVN SNM=SMR SOL=SLB SPN=ESP SRI=LKA SUD=SDN SVG=VCT SWA=SWZ SWD=SWE SWZ=CHE TAJ=TJK TAZ=TZA THI=THA \
     TOG=TGO TRI=TTO UAE=ARE UKG=GBR URU=URY VAN=VUT YAR=YEM YPR=YEM ZAM=ZMB ZIM=ZWE";

/// Words before a name in the factbook that are no part of it.
const TITLES: &str = "Transition President Prime Minister Interim Vice Gnu Cnsp Sr. Gen. Col. Gen Acting King Queen Prince Princess \
     Sultan Amir Emir Sheikh Shaykh Grand Duke Duchess Pope Governor-General Governor Sir Dame Dr. Lt. Maj. Mr. Premier \
     Captain Capt. Brig. Administrator Lieutenant High Commissioner General Pastor Bishop Chancellor Chairman of the \
     Transitional Sovereign Council Leader Overall Taliban Presidential";

/// Territories whose leaders are not written of.
const DEPENDENT: &str = "NFK SJM FLK MSR TKL SPM GGY JEY IMN GIB AIA VGB CYM BMU TCA SHN PCN CCK CXR ASM GUM MNP VIR PYF WLF BLM MAF \
     COK NIU ABW CUW SXM ATF ATA";

/// Where the second of two surnames is the mother's: the last word is not what papers use.
const TWO_SURNAMES: &str = "ARG BOL CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRY SLV URY VEN AND GNQ PHL";

/// One office holder known by full name.
struct Holder {
    id: String,
    name: String,
    tokens: Vec<String>,
    /// Years in which the holder is coded as government.
    years: Vec<(u32, u32)>,
}

/// Makes the lexicon of leaders.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let mut lexicon = Lexicon::default();
    add_current(facts, &mut lexicon)?;
    add_earlier(facts, &mut lexicon)?;
    lexicon.entries.retain(|_, entry| {
        !entry
            .codes
            .iter()
            .any(|code| DEPENDENT.split(' ').any(|iso3| code[8.min(code.len())..] == *iso3))
    });
    drop_place_names(facts, &mut lexicon)?;
    drop_shared_surnames(&mut lexicon);
    Ok(lexicon)
}

/// Those in office in the factbook (2025-26).
fn add_current(facts: &Facts, lexicon: &mut Lexicon) -> Result<()> {
    let table = facts.table("factbook/leaders.tsv")?;
    table.require(&["gec", "role", "title", "full_name", "surname", "since"])?;
    for row in table.rows() {
        let Some(iso3) = facts.iso3_of_gec(row.get("gec")) else { continue };
        let name = row.get("full_name").split(" (").next().unwrap_or_default();
        let words: Vec<_> = name.split(' ').skip_while(|word| TITLES.split(' ').any(|t| t == *word)).collect();
        let name = numerals(&words.join(" "));
        let n_words = name.split(' ').count();
        if n_words < 2 || !is_plain_name(&name) || name.ends_with("-N") {
            continue;
        }
        let surname = row.get("surname");
        let year: String = row
            .get("since")
            .split(' ')
            .find(|w| w.len() == 4 && w.parse::<u32>().is_ok())
            .unwrap_or("")
            .into();
        let office = row.get("title").to_lowercase().replace(' ', "_");
        let entry = person(lexicon, &usual(&name), iso3, "factbook");
        entry.add(&name, Alias::literal("factbook"));
        let first = name
            .split(' ')
            .next()
            .filter(|_| n_words > 2 && name.ends_with(surname) && surname.len() > 3);
        if let Some(first) = first {
            entry.add(&format!("{first} {surname}"), Alias::literal("factbook"));
        }
        add_surname(facts, entry, surname, iso3, "factbook");
        entry.code("office", &office);
        entry.code("office_from", &year);
    }
    Ok(())
}

/// Those of REIGN whose full name is known.
fn add_earlier(facts: &Facts, lexicon: &mut Lexicon) -> Result<()> {
    let holders = holders(facts)?;
    let cow: BTreeMap<&str, &str> = COW.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    let table = facts.table("leaders_reign/leaders.tsv")?;
    table.require(&["cow_abb", "leader", "start_year", "end_year"])?;
    for row in table.rows() {
        let year = |column: &str| row.get(column).parse::<u32>().unwrap_or(0);
        let (from, to) = (year("start_year"), year("end_year"));
        let iso3 = cow.get(row.get("cow_abb")).copied().unwrap_or(row.get("cow_abb"));
        let known = facts.countries.iter().any(|country| country.iso3 == iso3);
        let candidates = holders.get(iso3).map(Vec::as_slice).unwrap_or_default();
        let Some(name) = full_name(row.get("leader"), from, to, candidates).filter(|_| known && to >= SINCE) else {
            continue;
        };
        let entry = person(lexicon, &name, iso3, "reign");
        if let Some(last) = name.split(' ').next_back() {
            add_surname(facts, entry, last, iso3, "reign");
        }
        entry.code("office", "leader");
        entry.code("office_from", row.get("start_year"));
        entry.code("office_to", if to > 2020 { "" } else { row.get("end_year") });
    }
    Ok(())
}

fn person<'a>(lexicon: &'a mut Lexicon, name: &str, iso3: &str, source: &str) -> &'a mut Entry {
    let id = format!("person:{}", slug(name));
    let entry = lexicon.entries.entry(id).or_insert_with(|| Entry::new("actor", "person", name));
    entry.add(name, Alias::literal(source));
    entry.code("country", iso3);
    entry
}

/// A bare surname counts only beside its country, and not at all where it is a word, a place or short.
fn add_surname(facts: &Facts, entry: &mut Entry, surname: &str, iso3: &str, source: &str) {
    let risk = facts.risk(surname);
    let english_speaking = [
        "USA", "GBR", "CAN", "AUS", "NZL", "IRL", "JAM", "BHS", "BRB", "TTO", "BLZ", "GUY", "LCA", "GRD",
    ];
    let fits = surname.chars().count() > 4
        && !surname.contains(' ')
        && risk.word_level > 60
        && !english_speaking.contains(&iso3)
        && is_plain_name(surname)
        && !(TWO_SURNAMES.split(' ').any(|two| two == iso3) && entry.name.split(' ').count() > 2)
        && surname != entry.name;
    if fits {
        entry.add(surname, Alias::read_as("short_form", source).needing(format!("state:{iso3}")));
    }
}

/// Surnames that are towns, divisions or countries: "Nepal" is no prime minister.
fn drop_place_names(facts: &Facts, lexicon: &mut Lexicon) -> Result<()> {
    let taken = Taken::without_districts(facts)?;
    for entry in lexicon.entries.values_mut() {
        entry
            .aliases
            .retain(|alias, a| a.reading != "short_form" || taken.leaves_free(facts, alias));
    }
    Ok(())
}

/// Two leaders of one country with one surname: the surname names neither.
fn drop_shared_surnames(lexicon: &mut Lexicon) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in lexicon.entries.values() {
        for (alias, _) in entry.aliases.iter().filter(|(_, a)| a.reading == "short_form") {
            *counts.entry(fold(alias)).or_default() += 1;
        }
    }
    for entry in lexicon.entries.values_mut() {
        entry
            .aliases
            .retain(|alias, a| a.reading != "short_form" || counts[&fold(alias)] == 1);
    }
}

/// The full name of a REIGN leader: the one holder of those years whose name has all his words.
fn full_name(leader: &str, from: u32, to: u32, holders: &[Holder]) -> Option<String> {
    let plain = ascii_letters(leader).to_uppercase();
    let words: Vec<&str> = plain.split([' ', ',', '-']).filter(|w| !w.is_empty()).collect();
    let fits = |holder: &&Holder| {
        let in_office = holder.years.iter().any(|(a, b)| *a <= to && *b >= from && *a + 3 >= from);
        words.iter().all(|word| holder.tokens.iter().any(|t| t == word)) && in_office
    };
    let found: BTreeMap<&str, &Holder> = holders.iter().filter(fits).map(|h| (h.id.as_str(), h)).collect();
    (found.len() == 1).then(|| found.into_values().next().map(|holder| title_case(&holder.name)))?
}

/// Office holders of PETRARCH's country dictionary, by country.
fn holders(facts: &Facts) -> Result<BTreeMap<String, Vec<Holder>>> {
    let mut holders: BTreeMap<String, Vec<Holder>> = BTreeMap::new();
    for row in facts.table("actors_petrarch2/actors.tsv")?.rows() {
        let name = row.get("surface_upper").trim_end_matches('_');
        let code = row.get("primary_cameo");
        let n_words = name.split(' ').count();
        let has_title = ["PRESIDENT", "MINISTER", "KING", "GENERAL", "PRIME", "CHANCELLOR"]
            .iter()
            .any(|t| name.split(' ').any(|w| w == *t));
        if has_title || row.get("file") != "countries" || row.get("kind") != "canonical" || !(2..=4).contains(&n_words) || code.len() < 6 {
            continue;
        }
        let dated = row.list("all_codes_with_dates", '|');
        let government = dated
            .iter()
            .filter(|d| d[3.min(d.len())..].starts_with("GOV") && d.split(' ').next().is_some_and(|c| c.len() == 6));
        let years: Vec<_> = government.filter_map(|d| years(d.split(' ').nth(1)?)).collect();
        if !years.is_empty() {
            let tokens = name.split([' ', '-']).map(String::from).collect();
            let holder = Holder {
                id: row.get("entity_id").into(),
                name: name.trim_start_matches("SIR ").into(),
                tokens,
                years,
            };
            holders.entry(code[..3].to_string()).or_default().push(holder);
        }
    }
    Ok(holders)
}

/// "991231-080507", ">080508" and "<900101" as years; two digits, the century turning at 40.
fn years(range: &str) -> Option<(u32, u32)> {
    let year = |yymmdd: &str| {
        let yy: u32 = yymmdd.get(..2)?.parse().ok()?;
        Some(if yy < 40 { 2000 + yy } else { 1900 + yy })
    };
    if let Some(start) = range.strip_prefix('>') {
        return Some((year(start)?, 2014));
    }
    let (from, to) = range.split_once('-')?;
    Some((year(from)?, year(to)?))
}

/// "HUGO CHAVEZ" as "Hugo Chavez", particles small.
fn title_case(name: &str) -> String {
    let particles = [
        "DE", "DA", "DO", "DOS", "DEL", "LA", "VAN", "VON", "DER", "BIN", "IBN", "AL", "EL", "OULD", "E",
    ];
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        let rest: String = letters.as_str().to_lowercase();
        match rest.strip_prefix('c').filter(|_| first == "M" && rest.len() > 3) {
            Some(clan) => format!("Mc{}{}", clan[..1].to_uppercase(), &clan[1..]),
            None => first + &rest,
        }
    };
    let mut words = Vec::new();
    for (n, part) in name.split(' ').enumerate() {
        let small = n > 0 && particles.contains(&part);
        let hyphenated = part
            .split('-')
            .map(|p| if particles.contains(&p) { p.to_lowercase() } else { word(p) });
        words.push(if small {
            part.to_lowercase()
        } else {
            hyphenated.collect::<Vec<_>>().join("-")
        });
    }
    words.join(" ")
}

/// Roman numerals that the factbook's re-casing broke: "Charles Iii".
fn numerals(name: &str) -> String {
    let fix = |word: &str| {
        if ["Ii", "Iii", "Iv", "Vi", "Viii"].contains(&word) {
            word.to_uppercase()
        } else {
            word.into()
        }
    };
    name.split(' ').map(fix).collect::<Vec<String>>().join(" ")
}

/// Without the Russian patronymic: "Vladimir Vladimirovich Putin" is Vladimir Putin.
fn usual(name: &str) -> String {
    let words: Vec<_> = name.split(' ').collect();
    let is_patronymic = |word: &str| ["vich", "vna", "ovych", "ivna"].iter().any(|end| word.ends_with(end));
    match words.as_slice() {
        [first, middle, last] if is_patronymic(middle) => format!("{first} {last}"),
        _ => name.to_string(),
    }
}
