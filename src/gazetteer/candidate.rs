//! What may become a mention, and what became of it.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::view::Range;
use crate::document::Kind;
use crate::lexicon::{Class, Codes, Entity, Reading};

/// A stretch of tokens that may name an entity.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub range: Range,
    /// Number in the [`Cast`]; `None` for a name that is none of ours but hides what lies inside ("Paris Hilton").
    pub entity: Option<u32>,
    pub reading: Reading,
    pub priority: i8,
    /// The lexicon's alias; `None` where the document made the name.
    pub alias: Option<u32>,
    /// What it is read as; settled last.
    pub kind: Kind,
    pub rule: &'static str,
    pub confidence: f32,
    pub verdict: Verdict,
}

/// What became of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Not judged yet.
    Open,
    /// It is a mention.
    Kept,
    /// A word after it forbids the alias.
    NotBefore,
    /// A word before it forbids the alias.
    NotAfter,
    /// The document is of another time.
    Date,
    /// What the alias needs is not in the document.
    Needs,
    /// Another name covers it, or part of it.
    Overlapped,
    /// The same words name something else here.
    OtherReading,
    /// The document uses these words for something else.
    Redefined,
}

impl Verdict {
    /// In words, for `explain`.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Open => "not judged",
            Self::Kept => "kept",
            Self::NotBefore => "dropped: a word that follows forbids the alias (not_before)",
            Self::NotAfter => "dropped: a word before it forbids the alias (not_after)",
            Self::Date => "dropped: the document's date is outside the alias's dates",
            Self::Needs => "dropped: nothing that the alias needs is in the document",
            Self::Overlapped => "dropped: a longer or stronger name covers it",
            Self::OtherReading => "dropped: the same words are read as something else here",
            Self::Redefined => "dropped: the document defines these words as something else",
        }
    }
}

impl Candidate {
    /// A candidate from an alias of the lexicon.
    pub fn from_alias(range: Range, number: u32, alias: &crate::lexicon::Alias) -> Self {
        Self {
            range,
            entity: Some(alias.entity),
            reading: alias.reading,
            priority: alias.priority,
            alias: Some(number),
            kind: Kind::Actor,
            rule: "lexicon",
            confidence: 0.95,
            verdict: Verdict::Open,
        }
    }

    /// A candidate that the document itself makes.
    pub fn made(range: Range, entity: Option<u32>, reading: Reading, rule: &'static str, confidence: f32) -> Self {
        Self {
            range,
            entity,
            reading,
            priority: 0,
            alias: None,
            kind: Kind::Actor,
            rule,
            confidence,
            verdict: Verdict::Open,
        }
    }

    pub fn is_open(&self) -> bool {
        self.verdict == Verdict::Open
    }
}

/// The entities of a document: the lexicon's, and those that the document makes.
pub(super) struct Cast<'a> {
    known: &'a [Arc<Entity>],
    made: Vec<Arc<Entity>>,
    by_id: FxHashMap<String, u32>,
    /// Ids of the lexicon that were looked up: candidates ask for the same few again and again.
    asked: RefCell<FxHashMap<String, Option<u32>>>,
}

impl<'a> Cast<'a> {
    pub fn new(known: &'a [Arc<Entity>]) -> Self {
        Self {
            known,
            made: Vec::new(),
            by_id: FxHashMap::default(),
            asked: RefCell::default(),
        }
    }

    pub fn get(&self, number: u32) -> &Arc<Entity> {
        let number = number as usize;
        self.known.get(number).unwrap_or_else(|| &self.made[number - self.known.len()])
    }

    pub fn find(&self, id: &str) -> Option<u32> {
        self.find_known(id).or_else(|| self.by_id.get(id).copied())
    }

    fn find_known(&self, id: &str) -> Option<u32> {
        if let Some(known) = self.asked.borrow().get(id) {
            return *known;
        }
        let at = self.known.binary_search_by(|entity| entity.id.as_str().cmp(id)).ok();
        let number = at.map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        self.asked.borrow_mut().insert(id.to_owned(), number);
        number
    }

    /// The entity with this id, made where there is none.
    pub fn make(&mut self, id: String, name: &str, actor: Option<Class>, place: Option<Class>) -> u32 {
        if let Some(number) = self.find(&id) {
            return number;
        }
        let number = u32::try_from(self.known.len() + self.made.len()).unwrap_or(u32::MAX);
        self.by_id.insert(id.clone(), number);
        self.made.push(Arc::new(Entity {
            id,
            name: name.to_owned(),
            actor,
            place,
            codes: Codes::default(),
        }));
        number
    }

    /// The entity that a name of the document leads to: prefix and slug of the name.
    pub fn name(&mut self, prefix: &str, name: &str, class: Class) -> Option<u32> {
        let slug = slug(name);
        if slug.is_empty() {
            return None;
        }
        let (actor, place) = if class.is_place() {
            (None, Some(class))
        } else {
            (Some(class), None)
        };
        Some(self.make(format!("{prefix}:{slug}"), name, actor, place))
    }

    /// The same for what can be read as an actor and as a place.
    pub fn both(&mut self, prefix: &str, name: &str, actor: Class, place: Class) -> Option<u32> {
        let slug = slug(name);
        (!slug.is_empty()).then(|| self.make(format!("{prefix}:{slug}"), name, Some(actor), Some(place)))
    }
}

/// Lower-case ASCII letters and digits, hyphens between.
pub(super) fn slug(name: &str) -> String {
    let bare = super::variants::without_accents(name).to_lowercase();
    let words = bare.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
