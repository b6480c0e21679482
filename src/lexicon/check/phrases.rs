//! Theme phrases that meet once their words are stems.

use rustc_hash::FxHashMap;

use super::{Doubt, Finding};
use crate::lexicon::{Alias, Case, Lexicon, phrase_words, slots};
use crate::token::Stems;

/// Phrases of two themes that nothing tells apart, and phrases that another row of their theme gives anyway.
///
/// Phrases with a condition, or in one inflection only, are left out: they are there to differ.
pub(super) fn findings(lexicon: &Lexicon) -> Vec<Finding> {
    let mut stems = Stems::default();
    let mut known: FxHashMap<Vec<String>, &Alias> = FxHashMap::default();
    let mut found = Vec::new();
    let of_theme = |alias: &&Alias| lexicon.entities[alias.entity as usize].is_theme();
    let mut phrases: Vec<&Alias> = lexicon.aliases.iter().filter(of_theme).collect();
    phrases.retain(|alias| alias.policy.is_none() && alias.case != Case::Exact);
    phrases.sort_by_key(|alias| !alias.surface.contains('{'));
    for alias in phrases {
        let forms = expanded(&alias.surface, &mut stems);
        let composed = alias.surface.contains('{');
        let mut others = Vec::new();
        for form in forms {
            match known.get(&form) {
                Some(other) if other.entity != alias.entity && other.priority == alias.priority => others.push(*other),
                Some(other) if other.entity == alias.entity && !composed => others.push(*other),
                _ => drop(known.entry(form).or_insert(alias)),
            }
        }
        found.extend(others.first().map(|other| doubt(lexicon, alias, other)));
    }
    found
}

fn doubt(lexicon: &Lexicon, alias: &Alias, other: &Alias) -> Finding {
    let id = |alias: &Alias| lexicon.entities[alias.entity as usize].id.clone();
    let (phrase, first) = (alias.surface.clone(), other.at.to_string());
    Finding {
        at: alias.at.clone(),
        what: if alias.entity == other.entity {
            Doubt::PhraseTwice {
                phrase,
                id: id(alias),
                first,
            }
        } else {
            Doubt::PhraseOfTwo {
                phrase,
                id: id(alias),
                other: id(other),
                first,
            }
        },
    }
}

/// Every way through the slots of a phrase, as stems.
fn expanded(phrase: &str, stems: &mut Stems) -> Vec<Vec<String>> {
    let mut ways: Vec<Vec<String>> = vec![Vec::new()];
    for slot in slots(phrase).unwrap_or_default() {
        let slot: Vec<Vec<String>> = slot
            .iter()
            .map(|words| phrase_words(words).map(|word| stems.stem(word).to_owned()).collect())
            .collect();
        ways = ways
            .iter()
            .flat_map(|way| slot.iter().map(|words: &Vec<String>| [way.as_slice(), words].concat()))
            .collect();
    }
    ways
}
