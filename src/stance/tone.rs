//! Tone towards each actor and theme: the opinion words in the clause that names it.

use std::collections::BTreeMap;

use crate::gazetteer::Found;

use super::parse::Parse;
use super::words::{Tag, Word};

/// How many words before an opinion word a negation turns it.
const REACH: usize = 3;

/// Adds a sentence's opinion words to the entities that share a clause with them: favourable, hostile.
pub fn count(parse: &Parse, found: &Found, tones: &mut BTreeMap<u32, (u32, u32)>) {
    let words = &parse.words;
    let mut start = 0;
    for end in (0..=words.len()).filter(|&at| at == words.len() || parts_clauses(words, at)) {
        let clause = &words[start..end];
        let (positive, negative) = opinions(clause);
        if positive + negative > 0 {
            for entity in entities(clause, found) {
                let tone = tones.entry(entity).or_default();
                *tone = (tone.0 + positive, tone.1 + negative);
            }
        }
        start = end;
    }
}

/// The opinion words of a clause, not those in a name or in a theme's words.
fn opinions(clause: &[Word]) -> (u32, u32) {
    let (mut positive, mut negative) = (0, 0);
    for (at, word) in clause.iter().enumerate() {
        if word.lexeme.valence == 0 || word.mention.is_some() || word.theme.is_some() {
            continue;
        }
        let turned = clause[at.saturating_sub(REACH)..at]
            .iter()
            .any(|before| before.tag == Tag::Not || before.no_longer);
        if (word.lexeme.valence > 0) == turned {
            negative += 1;
        } else {
            positive += 1;
        }
    }
    (positive, negative)
}

/// The entities of a clause, each once.
fn entities(clause: &[Word], found: &Found) -> Vec<u32> {
    let mut all: Vec<u32> = clause
        .iter()
        .flat_map(|word| [word.mention, word.theme])
        .flatten()
        .map(|mention| found.mentions[mention as usize].entity)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Whether a new clause begins at the word: after a semicolon, with "because", "that", "who", or with "and" before a subject and its verb.
fn parts_clauses(words: &[Word], at: usize) -> bool {
    match words[at].tag {
        Tag::Break | Tag::Sub | Tag::That | Tag::Rel => true,
        Tag::Coord => {
            let rest = words[at + 1..].iter().take(6);
            let verbal = |word: &Word| word.tag.is_verbal();
            rest.clone().position(verbal).is_some_and(|verb| verb > 0) && !rest.take(1).any(|word| word.tag == Tag::Adv)
        }
        _ => false,
    }
}
