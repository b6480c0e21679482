//! Makes the lexicons that come from lists of facts: `cargo run --example make-lexicons -- SOURCES`.
//!
//! With `--check` nothing is written; the files that differ are named and the exit status is 1.
//! What the sources get wrong is put right in `overrides/`, never in the files made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context, Result, bail};

mod borders;
mod by_hand;
mod cities;
mod entry;
mod facilities;
mod facts;
mod features;
mod groups;
mod igos;
mod leaders;
mod mountains;
mod names;
mod nationals;
mod overrides;
mod parties;
mod regions;
mod states;
mod table;
mod waters;

use entry::Lexicon;
use facts::Facts;

/// One file to make.
struct Output {
    /// Path below `lexicons/`, without `.tsv`; the last part names its override file.
    path: &'static str,
    /// The source keys for its first line.
    sources: &'static str,
    /// Kind and class of ids that overrides add.
    kind: &'static str,
    class: &'static str,
    make: fn(&Facts) -> Result<Lexicon>,
}

/// Files that give way: of a name or an id that an earlier file has they keep only what needs company.
const YIELDING: [&str; 6] = [
    "actors/groups_listed",
    "actors/parties_listed",
    "places/waters",
    "places/borders",
    "places/facilities",
    "places/mountains",
];

const OUTPUTS: [Output; 14] = [
    Output {
        path: "actors/states",
        sources: "surfaces, geonames, petrarch",
        kind: "actor|place",
        class: "state|country",
        make: states::make,
    },
    Output {
        path: "actors/nationals",
        sources: "surfaces",
        kind: "actor",
        class: "ethnic_group",
        make: nationals::make,
    },
    Output {
        path: "actors/leaders",
        sources: "factbook, reign, petrarch, curated",
        kind: "actor",
        class: "person",
        make: leaders::make,
    },
    Output {
        path: "actors/igos",
        sources: "igo, curated",
        kind: "actor",
        class: "igo",
        make: igos::make,
    },
    Output {
        path: "actors/groups_listed",
        sources: "ucdp, eu, ofac, factbook",
        kind: "actor",
        class: "armed_group",
        make: groups::make,
    },
    Output {
        path: "actors/parties_listed",
        sources: "factbook",
        kind: "actor",
        class: "party",
        make: parties::make,
    },
    Output {
        path: "places/cities",
        sources: "geonames, naturalearth",
        kind: "place",
        class: "city",
        make: cities::make,
    },
    Output {
        path: "places/cities_small",
        sources: "geonames, naturalearth",
        kind: "place",
        class: "city",
        make: cities::make_small,
    },
    Output {
        path: "places/regions",
        sources: "geonames, factbook, naturalearth, curated",
        kind: "place",
        class: "region",
        make: regions::make,
    },
    Output {
        path: "places/blocs",
        sources: "curated",
        kind: "actor|place",
        class: "bloc|region",
        make: by_hand::make,
    },
    Output {
        path: "places/waters",
        sources: "naturalearth, factbook, curated",
        kind: "place",
        class: "water",
        make: waters::make,
    },
    Output {
        path: "places/borders",
        sources: "curated",
        kind: "place",
        class: "border_point",
        make: borders::make,
    },
    Output {
        path: "places/facilities",
        sources: "gem, naturalearth, curated",
        kind: "place",
        class: "facility",
        make: facilities::make,
    },
    Output {
        path: "places/mountains",
        sources: "naturalearth, curated",
        kind: "place",
        class: "region",
        make: mountains::make,
    },
];

fn main() -> Result<ExitCode> {
    let mut args: Vec<String> = env::args().skip(1).collect();
    let check = args.iter().any(|arg| arg == "--check");
    args.retain(|arg| arg != "--check");
    let [sources] = args.as_slice() else {
        bail!("usage: make-lexicons [--check] SOURCES (the folder lexicon-sources)");
    };
    let lexicons = lexicons_folder()?;
    let facts = Facts::read(Path::new(sources), &lexicons)?;
    let mut differing = 0;
    let mut seen = Seen::default();
    for output in &OUTPUTS {
        let mut lexicon = make(output, &facts)?;
        seen.settle(output, &mut lexicon);
        let path = lexicons.join(format!("{}.tsv", output.path));
        let text = lexicon.render(output.sources);
        eprintln!(
            "{:24} {:6} ids {:6} aliases",
            output.path,
            lexicon.entries.len(),
            lexicon.n_aliases()
        );
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        differing += 1;
        if check {
            println!("{} differs from what the sources give", path.display());
        } else {
            fs::write(&path, text).with_context(|| format!("{}: cannot be written", path.display()))?;
        }
    }
    Ok(if check && differing > 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The ids and names of the files made so far.
#[derive(Default)]
struct Seen {
    ids: BTreeSet<String>,
    names: BTreeSet<String>,
    towns: BTreeSet<String>,
}

impl Seen {
    /// Leaves every name that needs no company to one id: the earlier file's, in one file the one by hand.
    /// A town and a region may share a name; the region named by hand then goes before the town.
    fn settle(&mut self, output: &Output, lexicon: &mut Lexicon) {
        let is_towns = output.path.contains("cities");
        if YIELDING.contains(&output.path) {
            lexicon.entries.retain(|id, _| !self.ids.contains(id));
            for entry in lexicon.entries.values_mut() {
                let is_free = |name: &String| !self.names.contains(name) && !self.towns.contains(name);
                entry
                    .aliases
                    .retain(|alias, policy| !policy.needs.is_empty() || is_free(&names::fold(alias)));
            }
        }
        if output.path == "places/regions" {
            for entry in lexicon.entries.values_mut() {
                let is_town = |alias: &str| self.towns.contains(&names::fold(alias));
                entry
                    .aliases
                    .retain(|alias, a| !is_town(alias) || !a.needs.is_empty() || a.source == "curated");
                for (_, policy) in entry.aliases.iter_mut().filter(|(alias, a)| is_town(alias) && a.needs.is_empty()) {
                    policy.priority = "1".into();
                }
            }
        }
        if !is_towns {
            one_owner(lexicon);
        }
        lexicon.entries.retain(|_, entry| !entry.aliases.is_empty());
        self.ids.extend(lexicon.entries.keys().cloned());
        let aliases = lexicon
            .entries
            .values()
            .flat_map(|entry| entry.aliases.keys().map(|alias| names::fold(alias)));
        if is_towns {
            self.towns.extend(aliases);
        } else {
            self.names.extend(aliases);
        }
    }
}

/// Of the ids of one file with the same free name the one by hand keeps it, else the first.
fn one_owner(lexicon: &mut Lexicon) {
    let mut owners: BTreeMap<String, (bool, String)> = BTreeMap::new();
    for (id, entry) in &lexicon.entries {
        for (alias, policy) in entry.aliases.iter().filter(|(_, a)| a.needs.is_empty()) {
            let by_hand = policy.source == "curated";
            let owner = owners.entry(names::fold(alias)).or_insert_with(|| (by_hand, id.clone()));
            if by_hand && !owner.0 {
                *owner = (true, id.clone());
            }
        }
    }
    for (id, entry) in &mut lexicon.entries {
        entry
            .aliases
            .retain(|alias, policy| !policy.needs.is_empty() || owners[&names::fold(alias)].1 == *id);
    }
}

fn make(output: &Output, facts: &Facts) -> Result<Lexicon> {
    let mut lexicon = (output.make)(facts)?;
    let name = output.path.rsplit('/').next().unwrap_or(output.path);
    let path = facts.lexicons.join(format!("make/overrides/{name}.tsv"));
    overrides::apply(&path, output.kind, output.class, &mut lexicon)?;
    leave_to_hand(&facts.by_hand()?, &mut lexicon);
    lexicon.entries.retain(|_, entry| !entry.aliases.is_empty());
    Ok(lexicon)
}

/// What a lexicon written by hand has, ours leaves out: of states the same alias of the same id, for
/// their seats of power stand there; of blocs the alias, and the head where the id stands there; else
/// the whole id, and whatever shares a name with another id of its prefix.
fn leave_to_hand(by_hand: &BTreeMap<String, BTreeSet<String>>, lexicon: &mut Lexicon) {
    let prefix = |id: &str| id.split(':').next().unwrap_or_default().to_string();
    let ids: BTreeSet<&String> = by_hand.values().flatten().collect();
    lexicon.entries.retain(|id, entry| {
        let names = entry.aliases.iter().filter(|(_, alias)| alias.reading.is_empty());
        let owners = names.filter_map(|(name, _)| by_hand.get(&names::fold(name))).flatten();
        let shared = owners.clone().any(|owner| prefix(owner) == prefix(id));
        let keeps = ["state", "city", "bloc"].contains(&prefix(id).as_str());
        keeps || !ids.contains(id) && !shared
    });
    for (id, entry) in &mut lexicon.entries {
        let name = entry.name.clone();
        let is_there = |alias: &str, policy: &entry::Alias| {
            let owners = by_hand.get(&names::fold(alias)).into_iter().flatten();
            let bare = policy.reading == "short_form" || policy.reading == "acronym";
            let is_place = ["facility", "border", "water", "region"].contains(&prefix(id).as_str());
            let same_kind = is_place && owners.clone().next().is_some()
                || id.starts_with("bloc:") && owners.clone().any(|owner| owner.starts_with("bloc:"));
            same_kind || owners.clone().any(|owner| owner == id || bare && !id.starts_with("state:"))
        };
        let is_place_id = ["facility", "border", "water"].contains(&prefix(id).as_str());
        let heads = !ids.contains(id) || id.starts_with("state:");
        entry
            .aliases
            .retain(|alias, policy| heads && !is_place_id && *alias == name || !is_there(alias, policy));
        let country = entry.codes.iter().find_map(|code| code.strip_prefix("country=")).map(String::from);
        if let (true, Some(iso3)) = (id.starts_with("city:"), country) {
            let is_other = |alias: &str| {
                by_hand
                    .get(&names::fold(alias))
                    .is_some_and(|ids| ids.iter().any(|id| !id.starts_with("state:")))
            };
            for (_, policy) in entry.aliases.iter_mut().filter(|(alias, a)| a.needs.is_empty() && is_other(alias)) {
                policy.needs = format!("state:{iso3}");
            }
        }
        if !heads {
            *entry = entry::Entry {
                aliases: std::mem::take(&mut entry.aliases),
                ..entry::Entry::default()
            };
        }
    }
}

/// `lexicons` in the folder where cargo runs us, or where we stand.
fn lexicons_folder() -> Result<PathBuf> {
    let here = env::current_dir()?;
    let found = [here.join("lexicons"), here.clone()]
        .into_iter()
        .find(|dir| dir.join("make/main.rs").is_file());
    found.context("run this from the project folder: lexicons/make is not here")
}
