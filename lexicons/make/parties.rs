//! `actors/parties_listed.tsv`: political parties of the factbook that the file written by hand does not have.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::features::Taken;
use crate::names::{fold, is_plain_name, slug};

/// Makes the lexicon of parties: names of two words and more, and acronyms beside their country.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let by_hand = facts.by_hand()?;
    let table = facts.table("factbook/political_parties.tsv")?;
    table.require(&["gec", "party"])?;
    let taken = Taken::read(facts)?;
    let mut parties = Vec::new();
    for row in table.rows() {
        let (Some(iso3), Some((mut names, acronym))) = (facts.iso3_of_gec(row.get("gec")), parse(row.get("party"))) else {
            continue;
        };
        names.retain(|name| taken.leaves_free(facts, name));
        parties.push((iso3, names, acronym));
    }
    let mut countries: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (iso3, names, _) in &parties {
        for name in names {
            countries.entry(fold(name)).or_default().push(iso3);
        }
    }
    let mut lexicon = Lexicon::default();
    for (iso3, names, acronym) in &parties {
        if names.iter().any(|name| by_hand.contains_key(&fold(name))) {
            continue;
        }
        let Some(first) = names.first() else { continue };
        let bare = format!("party:{}", slug(first));
        let shared = countries[&fold(first)].iter().any(|other| other != iso3);
        let id = if shared { format!("{bare}-{}", iso3.to_lowercase()) } else { bare };
        let entry = lexicon.entries.entry(id).or_insert_with(|| Entry::new("actor", "party", first));
        for name in names {
            let shared = countries[&fold(name)].iter().any(|other| other != iso3);
            let needs = if shared || is_common(name) {
                format!("state:{iso3}")
            } else {
                String::new()
            };
            entry.add(name, Alias::literal("factbook").needing(needs));
        }
        if let Some(acronym) = acronym {
            let alias = Alias {
                case: "exact".into(),
                ..Alias::read_as("acronym", "factbook")
            };
            entry.add(acronym, alias.needing(format!("state:{iso3}")));
        }
        entry.code("country", iso3);
    }
    Ok(lexicon)
}

/// "National Democratic Rally (Rassemblement National Democratique) or RND" as its names and acronym.
fn parse(party: &str) -> Option<(Vec<String>, Option<String>)> {
    let bare = party.split(" [").next()?.split(';').next()?.split(" - ").next()?;
    let mut names = Vec::new();
    let mut acronym = None;
    for part in bare.split(" or ") {
        let (outer, inner) = part.split_once('(').unwrap_or((part, ""));
        for form in [outer.trim(), inner.trim_end_matches(')').trim()] {
            let form = form.strip_prefix("The ").unwrap_or(form).replace('’', "'");
            let is_acronym = (3..=9).contains(&form.len()) && form.chars().all(|c| c.is_ascii_uppercase() || c == '-');
            if is_acronym {
                acronym.get_or_insert(form);
            } else if is_name(&form) {
                names.push(form);
            }
        }
    }
    (!names.is_empty()).then_some((names, acronym))
}

/// Two to eight words, each of the first two capitalised or small, and no remark in the bracket.
fn is_name(form: &str) -> bool {
    let words: Vec<_> = form.split(' ').collect();
    let remarks = [
        "party",
        "coalition",
        "alliance",
        "includes",
        "formerly",
        "largest",
        "opposition",
        "independent",
        "independents",
    ];
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    (2..=8).contains(&words.len())
        && is_plain_name(form)
        && capitals >= 2
        && !words.iter().any(|word| remarks.contains(word))
        && !form.contains("seats")
        && !["of", "for", "and", "the", "in"].iter().any(|word| words.last() == Some(word))
}

/// Names made of words that any country's press may use: "New Generation", "Republican Bloc".
pub fn is_common(name: &str) -> bool {
    let words = [
        "party",
        "national",
        "democratic",
        "democrats",
        "the",
        "of",
        "new",
        "people's",
        "peoples",
        "social",
        "socialist",
        "liberal",
        "progressive",
        "front",
        "union",
        "unity",
        "movement",
        "alliance",
        "coalition",
        "republican",
        "bloc",
        "green",
        "greens",
        "labor",
        "labour",
        "workers",
        "and",
        "for",
        "justice",
        "development",
        "freedom",
        "change",
        "independent",
        "united",
        "christian",
        "conservative",
        "communist",
        "left",
        "right",
        "center",
        "centre",
        "action",
        "future",
        "generation",
        "popular",
        "reform",
        "power",
        "voice",
        "rally",
        "congress",
        "citizens",
        "hope",
        "progress",
        "democracy",
        "revolutionary",
        "forces",
        "list",
        "first",
        "our",
        "civic",
        "platform",
        "patriotic",
        "radical",
        "nationalist",
        "federal",
        "forward",
        "solidarity",
        "renewal",
        "peace",
        "liberty",
        "equality",
        "agrarian",
        "farmers",
        "islamic",
        "conscience",
        "initiative",
        "together",
        "constitutional",
        "moderate",
        "save",
        "homeland",
        "fatherland",
    ];
    fold(name).split(' ').all(|word| words.contains(&word))
}
