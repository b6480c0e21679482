//! `actors/igos.tsv`: international organisations that the file written by hand does not have.

use anyhow::Result;

use crate::entry::{Alias, Entry, Lexicon};
use crate::facts::Facts;
use crate::names::{fold, slug};

/// Makes the lexicon of further international organisations, with their members.
///
/// # Errors
///
/// When a source cannot be read.
pub fn make(facts: &Facts) -> Result<Lexicon> {
    let by_hand = facts.by_hand()?;
    let mut lexicon = Lexicon::default();
    let table = facts.table("igo_dieghernan_MIT/organisations.tsv")?;
    table.require(&["org_id", "org_name", "members_iso3"])?;
    for row in table.rows() {
        let (acronym, name) = (row.get("org_id").replace('_', " "), row.get("org_name"));
        if [&acronym, name].iter().any(|alias| by_hand.contains_key(&fold(alias))) || name.split(' ').count() < 2 {
            continue;
        }
        let mut entry = Entry::new("actor", "igo", name);
        entry.add(name, Alias::literal("igo"));
        let is_acronym = acronym.chars().all(|c| c.is_ascii_uppercase()) && acronym.len() > 3;
        if is_acronym {
            entry.add(
                &acronym,
                Alias {
                    case: "exact".into(),
                    ..Alias::read_as("acronym", "igo")
                },
            );
        }
        for member in row.list("members_iso3", ',') {
            entry.code("member", member);
        }
        lexicon.entries.insert(format!("igo:{}", slug(name)), entry);
    }
    Ok(lexicon)
}
