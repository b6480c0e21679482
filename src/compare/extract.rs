//! What the comparison keeps of a document: numbers, no text.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::passages::{Fingerprint, fingerprints};
use crate::document::Kind;
use crate::result::DocumentResult;

/// A document with this id was taken before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("document {0} stands in several results; name each result once")]
pub struct SameDocument(pub String);

/// A document by numbers.
pub struct Extract {
    /// Name of its group.
    pub group: String,
    /// Word tokens.
    pub tokens: u64,
    /// Sentences with a word.
    pub sentences: u64,
    /// Mentions by entity.
    pub entities: BTreeMap<u32, u32>,
    /// What its sentences say: those that say nothing are left out.
    pub said: Vec<Said>,
    /// Its stances, in order.
    pub stances: Vec<StanceMark>,
    /// Its longer paragraphs.
    pub paragraphs: Vec<Fingerprint>,
}

/// What one sentence says.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Entities mentioned, once a mention.
    pub mentions: Box<[u32]>,
    /// Holder, target, polarity.
    pub stances: Box<[(u32, u32, i8)]>,
}

/// Whose position on what, by whose word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Holder.
    pub holder: u32,
    /// Target.
    pub target: u32,
    /// By whose word; `None` for the author's.
    pub source: Option<u32>,
}

/// A stance, and how well it shows.
#[derive(Debug, Clone, Copy)]
pub struct StanceMark {
    /// Its id in the document.
    pub id: u32,
    /// Its position.
    pub position: Position,
    /// -1, 0 or 1.
    pub polarity: i8,
    /// Confidence times strength, halved where hedged or quoted.
    pub weight: f64,
}

/// Ids as numbers; with names and kinds.
#[derive(Default)]
pub struct Names {
    numbers: FxHashMap<String, u32>,
    /// Id, name, kind by number.
    known: Vec<(String, String, Kind)>,
}

impl Names {
    fn number(&mut self, id: &str) -> u32 {
        self.numbered(id, id, Kind::Actor)
    }

    fn numbered(&mut self, id: &str, name: &str, kind: Kind) -> u32 {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        let number = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        self.numbers.insert(id.to_owned(), number);
        self.known.push((id.to_owned(), name.to_owned(), kind));
        number
    }

    /// Numbers everything in the order of ids; the new number by the old.
    pub fn sort(&mut self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..).take(self.known.len()).collect();
        order.sort_by(|a, b| self.known[*a as usize].0.cmp(&self.known[*b as usize].0));
        self.known.sort();
        self.numbers.clear();
        let mut new = vec![0; order.len()];
        for (number, old) in (0..).zip(order) {
            new[old as usize] = number;
        }
        new
    }

    /// The id of a number.
    pub fn id(&self, number: u32) -> &str {
        &self.known[number as usize].0
    }

    /// The name of a number.
    pub fn name(&self, number: u32) -> &str {
        &self.known[number as usize].1
    }

    /// The kind of a number.
    pub fn kind(&self, number: u32) -> Kind {
        self.known[number as usize].2
    }
}

impl Extract {
    /// Reads off a document.
    pub fn of(document: &DocumentResult, group: String, names: &mut Names) -> Self {
        let mut said: BTreeMap<u32, (Vec<u32>, Vec<(u32, u32, i8)>)> = BTreeMap::new();
        let mut entities = BTreeMap::new();
        for row in document.entities.iter().filter(|row| row.count > 0) {
            let number = names.numbered(&row.entity, &row.name, row.kind);
            entities.insert(number, row.count);
            for mention in &row.mentions {
                let sentence = document.mentions[*mention as usize].sentence;
                said.entry(sentence).or_default().0.push(number);
            }
        }
        let mut stances = Vec::new();
        for row in &document.stances {
            let source = row.attributed_to.as_deref().filter(|source| *source != row.holder);
            let position = Position {
                holder: names.number(&row.holder),
                target: names.number(&row.target),
                source: source.map(|source| names.number(source)),
            };
            let plain = if row.hedged || row.quoted { 0.5 } else { 1.0 };
            stances.push(StanceMark {
                id: row.id,
                position,
                polarity: row.polarity,
                weight: plain * row.confidence.0 * row.strength.0,
            });
            let stance = (position.holder, position.target, row.polarity);
            said.entry(row.sentence).or_default().1.push(stance);
        }
        let said = said.into_values().map(|(mentions, stances)| Said {
            mentions: mentions.into(),
            stances: stances.into(),
        });
        Self {
            group,
            tokens: document.indicators.tokens.into(),
            sentences: document.indicators.sentences.into(),
            entities,
            said: said.collect(),
            stances,
            paragraphs: fingerprints(document),
        }
    }

    /// Replaces numbers by those of `new`.
    pub fn renumber(&mut self, new: &[u32]) {
        let of = |number: u32| new[number as usize];
        self.entities = self.entities.iter().map(|(entity, n)| (of(*entity), *n)).collect();
        for said in &mut self.said {
            said.mentions.iter_mut().for_each(|entity| *entity = of(*entity));
            said.mentions.sort_unstable();
            said.stances
                .iter_mut()
                .for_each(|stance| *stance = (of(stance.0), of(stance.1), stance.2));
        }
        for stance in &mut self.stances {
            stance.position = Position {
                holder: of(stance.position.holder),
                target: of(stance.position.target),
                source: stance.position.source.map(of),
            };
        }
    }
}
