//! Positions with the sentences they rest on.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use super::error::OutputError;
use super::folder::{each_document, read_collection};
use crate::result::{CollectionPosition, CollectionResult, DocumentResult, StanceRow};
use crate::span::CodePoints;

/// A position and its sentences.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// Its figures.
    pub row: CollectionPosition,
    /// Names of holder, target and who says so.
    pub names: [Option<String>; 3],
    /// By document and place.
    pub sentences: Vec<Sentence>,
}

/// A sentence that says where somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The document's id.
    pub document: String,
    /// Its physical page, where the format has pages.
    pub page: Option<u32>,
    /// The sentence.
    pub text: String,
    /// The cue in it, in bytes.
    pub cue: Range<usize>,
    /// -1, 0 or 1.
    pub polarity: i8,
    /// Such as `negated`, `hedged`, `material`.
    pub flags: Vec<&'static str>,
}

/// Which positions are wanted: those whose id or name contains the text, whatever its letter case.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Who stands somewhere.
    pub holder: Option<String>,
    /// Towards whom or what.
    pub target: Option<String>,
}

/// The positions of a result folder that are wanted, those with the most stances first.
///
/// # Errors
///
/// If the result cannot be read.
pub fn positions(result: &Path, wanted: &Wanted) -> Result<Vec<Position>, OutputError> {
    let collection = read_collection(result)?;
    let mut found: BTreeMap<Key, Position> = BTreeMap::new();
    for row in &collection.positions {
        let position = named(row, &collection);
        if wanted.fits(&position) {
            found.insert(key(&row.holder, &row.target, row.attributed_to.as_deref()), position);
        }
    }
    each_document(result, |document| {
        let points = CodePoints::new(&document.text);
        for stance in &document.stances {
            let source = stance.attributed_to.as_deref().filter(|source| *source != stance.holder);
            if let Some(position) = found.get_mut(&key(&stance.holder, &stance.target, source)) {
                position.sentences.extend(sentence(&document, stance, &points));
            }
        }
        Ok(())
    })?;
    let mut positions: Vec<Position> = found.into_values().collect();
    positions.sort_by_key(|position| std::cmp::Reverse(position.row.n));
    Ok(positions)
}

type Key = (String, String, Option<String>);

fn key(holder: &str, target: &str, source: Option<&str>) -> Key {
    (holder.to_owned(), target.to_owned(), source.map(str::to_owned))
}

fn named(row: &CollectionPosition, collection: &CollectionResult) -> Position {
    let name = |id: &str| {
        let known = collection.entities.binary_search_by(|entity| entity.entity.as_str().cmp(id)).ok();
        known.map_or_else(|| id.to_owned(), |at| collection.entities[at].name.clone())
    };
    Position {
        names: [
            Some(name(&row.holder)),
            Some(name(&row.target)),
            row.attributed_to.as_deref().map(name),
        ],
        row: row.clone(),
        sentences: Vec::new(),
    }
}

impl Wanted {
    fn fits(&self, position: &Position) -> bool {
        let [holder, target, _] = &position.names;
        contains(self.holder.as_deref(), &position.row.holder, holder.as_deref())
            && contains(self.target.as_deref(), &position.row.target, target.as_deref())
    }
}

fn contains(wanted: Option<&str>, id: &str, name: Option<&str>) -> bool {
    let Some(wanted) = wanted.map(str::to_lowercase) else { return true };
    id.to_lowercase().contains(&wanted) || name.is_some_and(|name| name.to_lowercase().contains(&wanted))
}

fn sentence(document: &DocumentResult, stance: &StanceRow, points: &CodePoints) -> Option<Sentence> {
    let row = document.sentences.get(stance.sentence as usize)?;
    let byte = |point: u32| points.byte(point) as usize;
    let start = byte(row.start);
    let flags = [
        (stance.negated, "negated"),
        (stance.hedged, "hedged"),
        (stance.quoted, "quoted"),
        (stance.reciprocal, "mutual"),
        (stance.mode == crate::result::Mode::Material, "material"),
    ];
    Some(Sentence {
        document: document.id.clone(),
        page: document.blocks.get(row.block as usize).and_then(|block| block.page),
        text: document.text.get(start..byte(row.end))?.to_owned(),
        cue: byte(stance.cue.start).saturating_sub(start)..byte(stance.cue.end).saturating_sub(start),
        polarity: stance.polarity,
        flags: flags.into_iter().filter(|(on, _)| *on).map(|(_, flag)| flag).collect(),
    })
}
