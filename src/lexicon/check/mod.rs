//! What is legal in a lexicon but probably wrong.

mod phrases;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use super::{Alias, Case, Date, Lexicon, Located, Reading};

/// Something that a curator should look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Where.
    pub at: Located,
    /// What, and what to do.
    pub what: Doubt,
}

/// What may be wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Doubt {
    /// A word that is mostly something else.
    #[error("alias {alias:?} of {id} is a common word; give it `case` exact, `needs`, `not_before` or `not_after`")]
    CommonWord {
        /// Alias.
        alias: String,
        /// Id.
        id: String,
    },
    /// An alias that never wins.
    #[error("alias {alias:?} of {id} can never be found: {winner} has the same alias with higher priority and no condition")]
    Shadowed {
        /// Alias.
        alias: String,
        /// Id.
        id: String,
        /// The id that always wins.
        winner: String,
    },
    /// One alias, two ids, at the same time.
    #[error("alias {alias:?} names both {id} and {other} in the same years; make `from` and `to` meet")]
    SameYears {
        /// Alias.
        alias: String,
        /// Id.
        id: String,
        /// The other id.
        other: String,
    },
    /// A theme phrase of two themes.
    #[error("phrase {phrase:?} of {id} is also one of {other} ({first}); leave it to one, or give it a higher priority there")]
    PhraseOfTwo {
        /// Phrase.
        phrase: String,
        /// Id.
        id: String,
        /// The other id.
        other: String,
        /// The other row.
        first: String,
    },
    /// A theme phrase that another row has in other words.
    #[error("phrase {phrase:?} of {id} is found through {first} anyway; delete it")]
    PhraseTwice {
        /// Phrase.
        phrase: String,
        /// Id.
        id: String,
        /// The other row.
        first: String,
    },
    /// Initials in any case: a word.
    #[error("alias {alias:?} of {id} is short and found in any case; give it `case` exact")]
    ShortInAnyCase {
        /// Alias.
        alias: String,
        /// Id.
        id: String,
    },
    /// An id that nothing leads to.
    #[error("{0} has no alias of its own; give it one")]
    NoAlias(String),
    /// An example of nothing.
    #[error("example of {0}, an id that no lexicon has; correct the id")]
    UnknownExample(String),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

/// All findings, by place.
pub fn findings(lexicon: &Lexicon) -> Vec<Finding> {
    let common: BTreeSet<&str> = lexicon
        .verbs
        .iter()
        .map(|verb| verb.lemma.as_str())
        .chain(COMMON.iter().copied())
        .collect();
    let mut found: Vec<Finding> = lexicon
        .aliases
        .iter()
        .filter_map(|alias| common_word(lexicon, alias, &common))
        .collect();
    for group in lexicon.aliases.chunk_by(|a, b| a.surface == b.surface) {
        for (index, alias) in group.iter().enumerate() {
            found.extend(group[..index].iter().filter_map(|other| rivals(lexicon, alias, other)));
        }
    }
    found.extend(lexicon.aliases.iter().filter_map(|alias| short_in_any_case(lexicon, alias)));
    found.extend(phrases::findings(lexicon));
    found.extend(without_alias(lexicon));
    let unknown = lexicon.examples.iter().filter(|example| lexicon.entity(&example.id).is_none());
    found.extend(unknown.map(|example| Finding {
        at: example.at.clone(),
        what: Doubt::UnknownExample(example.id.clone()),
    }));
    found.sort();
    found
}

/// Words that are no verbs and still common.
const COMMON: &[&str] = &[
    "a", "all", "and", "any", "as", "at", "but", "by", "for", "he", "her", "here", "his", "i", "if", "in", "is", "it", "its", "me", "my",
    "no", "none", "not", "of", "off", "on", "one", "or", "our", "out", "she", "so", "than", "that", "the", "them", "then", "there", "they",
    "this", "to", "too", "up", "us", "was", "we", "what", "when", "who", "why", "you", "your",
];

fn common_word(lexicon: &Lexicon, alias: &Alias, common: &BTreeSet<&str>) -> Option<Finding> {
    let entity = &lexicon.entities[alias.entity as usize];
    let guarded = alias.policy.is_some() || alias.case == Case::Exact || entity.is_theme();
    let is_common = || common.contains(alias.surface.to_lowercase().as_str());
    let what = || Doubt::CommonWord {
        alias: alias.surface.clone(),
        id: entity.id.clone(),
    };
    (!guarded && is_common()).then(|| Finding {
        at: alias.at.clone(),
        what: what(),
    })
}

/// Names of up to three letters are words of some language once their case does not count.
fn short_in_any_case(lexicon: &Lexicon, alias: &Alias) -> Option<Finding> {
    let entity = &lexicon.entities[alias.entity as usize];
    let is_short = alias.surface.chars().count() <= 3 && alias.surface.chars().all(char::is_alphabetic);
    (alias.case == Case::Any && is_short && !entity.is_theme()).then(|| Finding {
        at: alias.at.clone(),
        what: Doubt::ShortInAnyCase {
            alias: alias.surface.clone(),
            id: entity.id.clone(),
        },
    })
}

/// Two ids of one alias: one that never wins, or both in the same years.
fn rivals(lexicon: &Lexicon, a: &Alias, b: &Alias) -> Option<Finding> {
    let id = |alias: &Alias| lexicon.entities[alias.entity as usize].id.clone();
    let (winner, loser) = if a.priority >= b.priority { (a, b) } else { (b, a) };
    let one_sort = lexicon.entities[a.entity as usize].actor.is_some() == lexicon.entities[b.entity as usize].actor.is_some();
    let metonyms = a.reading == Reading::Metonym || b.reading == Reading::Metonym;
    if winner.priority > loser.priority && winner.policy.is_none() && one_sort && !metonyms {
        let what = Doubt::Shadowed {
            alias: loser.surface.clone(),
            id: id(loser),
            winner: id(winner),
        };
        return Some(Finding {
            at: loser.at.clone(),
            what,
        });
    }
    let dates = |alias: &Alias| {
        alias
            .policy
            .as_ref()
            .map(|policy| (policy.from, policy.to))
            .filter(|dates| *dates != (None, None))
    };
    let ((from_a, to_a), (from_b, to_b)) = (dates(a)?, dates(b)?);
    let before = |end: Option<Date>, begin: Option<Date>| end.is_some() && begin.is_some() && end <= begin;
    let apart = before(to_a, from_b) || before(to_b, from_a);
    let what = || Doubt::SameYears {
        alias: a.surface.clone(),
        id: id(a),
        other: id(b),
    };
    (!apart).then(|| Finding {
        at: a.at.clone(),
        what: what(),
    })
}

fn without_alias(lexicon: &Lexicon) -> Vec<Finding> {
    let with: BTreeSet<u32> = lexicon.aliases.iter().map(|alias| alias.entity).collect();
    let nowhere = Located {
        path: Path::new("lexicons").into(),
        line: 0,
    };
    let without = (0u32..).zip(lexicon.entities.iter()).filter(|(index, _)| !with.contains(index));
    without
        .map(|(_, entity)| Finding {
            at: nowhere.clone(),
            what: Doubt::NoAlias(entity.id.clone()),
        })
        .collect()
}

/// How much the lexicons hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// Ids and aliases by the prefix of the id.
    pub by_prefix: BTreeMap<String, (usize, usize)>,
    /// Cues by kind.
    pub cues: BTreeMap<String, usize>,
    /// Example sentences.
    pub examples: usize,
}

/// Counts the lexicons.
pub fn statistics(lexicon: &Lexicon) -> Statistics {
    let mut statistics = Statistics {
        examples: lexicon.examples.len(),
        ..Statistics::default()
    };
    let prefix = |id: &str| id.split(':').next().unwrap_or_default().to_owned();
    for entity in lexicon.entities.iter() {
        statistics.by_prefix.entry(prefix(&entity.id)).or_default().0 += 1;
    }
    for alias in lexicon.aliases.iter() {
        statistics
            .by_prefix
            .entry(prefix(&lexicon.entities[alias.entity as usize].id))
            .or_default()
            .1 += 1;
    }
    for cue in &lexicon.cues {
        *statistics.cues.entry(format!("{:?}", cue.kind).to_lowercase()).or_default() += 1;
    }
    statistics
}
