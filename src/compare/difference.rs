//! What changed between two results of the same or nearly the same documents, and why.

use std::collections::{BTreeMap, BTreeSet};

use crate::digest::sha256;
use crate::result::{
    AliasChange, Cause, CollectionPosition, CollectionResult, DIFFERENCE_SCHEMA, DifferenceResult, DocumentChange, DocumentResult,
    EntityChange, Figure, MadeBy, Manifest, OptionChange, PositionChange,
};

/// One of the two results: its documents in outline.
#[derive(Default)]
pub struct Side(BTreeMap<String, Outline>);

/// What is compared of a document.
struct Outline {
    path: String,
    text: String,
    made_by: MadeBy,
    mentions: BTreeMap<Place, String>,
    stances: BTreeMap<(String, String, Option<String>, u32), i8>,
}

/// Where a mention stands, and its surface: start, end, whether it is a theme.
type Place = (u32, u32, bool, String);

impl Side {
    /// Takes a document.
    pub fn add(&mut self, document: &DocumentResult) {
        let mention = |row: &crate::result::MentionRow| {
            let is_theme = row.kind == crate::document::Kind::Theme;
            (
                (row.start, row.end, is_theme, row.surface.clone().into_owned()),
                row.entity.clone().into_owned(),
            )
        };
        let stance = |row: &crate::result::StanceRow| {
            let source = row.attributed_to.as_deref().map(str::to_owned);
            (
                (
                    row.holder.clone().into_owned(),
                    row.target.clone().into_owned(),
                    source,
                    row.sentence,
                ),
                row.polarity,
            )
        };
        let source = &document.source;
        let outline = Outline {
            path: source
                .record
                .map_or_else(|| source.path.clone(), |line| format!("{}:{line}", source.path)),
            text: sha256(document.text.as_bytes()),
            made_by: document.made_by.clone(),
            mentions: document.mentions.iter().map(mention).collect(),
            stances: document.stances.iter().map(stance).collect(),
        };
        self.0.insert(document.id.clone(), outline);
    }
}

/// The difference of two results: their manifests, collections and documents.
pub fn difference(before: (&Manifest, &CollectionResult, &Side), after: (&Manifest, &CollectionResult, &Side)) -> DifferenceResult {
    let matched = matched(before.2, after.2);
    DifferenceResult {
        schema: DIFFERENCE_SCHEMA.to_owned(),
        before: before.0.made_by.clone(),
        after: after.0.made_by.clone(),
        options: options(&before.0.options, &after.0.options),
        documents: documents(&matched),
        aliases: aliases(&matched),
        entities: entities(before.1, after.1),
        positions: positions(before.1, after.1),
    }
}

type Named<'s> = (&'s str, &'s Outline);

/// Documents of both sides by id, then those left over by path; then those that came or went.
fn matched<'s>(before: &'s Side, after: &'s Side) -> Vec<(Option<Named<'s>>, Option<Named<'s>>)> {
    let by_path: BTreeMap<&str, Named> = after
        .0
        .iter()
        .filter(|(id, _)| !before.0.contains_key(*id))
        .map(|(id, outline)| (outline.path.as_str(), (id.as_str(), outline)))
        .collect();
    let mut taken = BTreeSet::new();
    let mut all = Vec::new();
    for (id, outline) in &before.0 {
        let same_id = after.0.get_key_value(id).map(|(id, outline)| (id.as_str(), outline));
        let other = same_id.or_else(|| by_path.get(outline.path.as_str()).copied());
        taken.extend(other.map(|(id, _)| id));
        all.push((Some((id.as_str(), outline)), other));
    }
    let came = after.0.iter().filter(|(id, _)| !taken.contains(id.as_str()));
    all.extend(came.map(|(id, outline)| (None, Some((id.as_str(), outline)))));
    all
}

fn documents(matched: &[(Option<Named>, Option<Named>)]) -> Vec<DocumentChange> {
    let mut rows: Vec<DocumentChange> = matched.iter().filter_map(|(before, after)| document(*before, *after)).collect();
    rows.sort_by(|a, b| (&a.path, &a.before, &a.after).cmp(&(&b.path, &b.before, &b.after)));
    rows
}

fn document(before: Option<Named>, after: Option<Named>) -> Option<DocumentChange> {
    let because = match (before, after) {
        (Some((_, a)), Some((_, b))) if a.text == b.text && a.mentions == b.mentions && a.stances == b.stances => return None,
        (Some((_, a)), Some((_, b))) => causes(a, b),
        _ => vec![Cause::Document],
    };
    let count =
        |side: Option<Named>, of: fn(&Outline) -> usize| side.map_or(0, |(_, outline)| u32::try_from(of(outline)).unwrap_or(u32::MAX));
    Some(DocumentChange {
        path: after.or(before)?.1.path.clone(),
        before: before.map(|(id, _)| id.to_owned()),
        after: after.map(|(id, _)| id.to_owned()),
        because,
        mentions_before: count(before, |outline| outline.mentions.len()),
        mentions_after: count(after, |outline| outline.mentions.len()),
        stances_before: count(before, |outline| outline.stances.len()),
        stances_after: count(after, |outline| outline.stances.len()),
    })
}

fn causes(a: &Outline, b: &Outline) -> Vec<Cause> {
    let differs = [
        (Cause::Document, a.text != b.text),
        (Cause::Lexicon, a.made_by.lexicon != b.made_by.lexicon),
        (Cause::Option, a.made_by.options != b.made_by.options),
        (Cause::Version, a.made_by.version != b.made_by.version),
    ];
    differs
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(cause, _)| cause)
        .collect()
}

/// Surface forms of unchanged texts that name another entity than before.
fn aliases(matched: &[(Option<Named>, Option<Named>)]) -> Vec<AliasChange> {
    let mut sums: BTreeMap<(&str, Option<&String>, Option<&String>), (u32, BTreeSet<&str>)> = BTreeMap::new();
    for (before, after) in matched {
        let (Some((_, a)), Some((id, b))) = (before, after) else { continue };
        if a.text != b.text {
            continue;
        }
        let places: BTreeSet<&Place> = a.mentions.keys().chain(b.mentions.keys()).collect();
        for place in places {
            let (old, new) = (a.mentions.get(place), b.mentions.get(place));
            if old != new {
                let sum = sums.entry((place.3.as_str(), old, new)).or_default();
                sum.0 += 1;
                sum.1.insert(id);
            }
        }
    }
    let row = |((surface, before, after), (mentions, documents)): ((&str, Option<&String>, Option<&String>), (u32, BTreeSet<&str>))| {
        AliasChange {
            surface: surface.to_owned(),
            before: before.cloned(),
            after: after.cloned(),
            mentions,
            documents: u32::try_from(documents.len()).unwrap_or(u32::MAX),
        }
    };
    sums.into_iter().map(row).collect()
}

fn options(before: &serde_json::Value, after: &serde_json::Value) -> Vec<OptionChange> {
    let empty = serde_json::Map::new();
    let (before, after) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let value = |side: &serde_json::Map<String, serde_json::Value>, name: &str| side.get(name).cloned().unwrap_or_default();
    let changed = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
    let row = |name: &String| OptionChange {
        option: name.clone(),
        before: value(before, name),
        after: value(after, name),
    };
    changed.map(row).collect()
}

fn entities(before: &CollectionResult, after: &CollectionResult) -> Vec<EntityChange> {
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    before
        .entities
        .iter()
        .for_each(|row| counts.entry(&row.entity).or_default().0 = row.count);
    after
        .entities
        .iter()
        .for_each(|row| counts.entry(&row.entity).or_default().1 = row.count);
    let row = |(entity, (before, after)): (&str, (u64, u64))| EntityChange {
        entity: entity.to_owned(),
        before,
        after,
    };
    counts.into_iter().filter(|(_, (before, after))| before != after).map(row).collect()
}

fn positions(before: &CollectionResult, after: &CollectionResult) -> Vec<PositionChange> {
    type Sides<'c> = (Option<&'c CollectionPosition>, Option<&'c CollectionPosition>);
    let mut sides: BTreeMap<(&str, &str, Option<&str>), Sides> = BTreeMap::new();
    before
        .positions
        .iter()
        .for_each(|row| sides.entry(key(row)).or_default().0 = Some(row));
    after
        .positions
        .iter()
        .for_each(|row| sides.entry(key(row)).or_default().1 = Some(row));
    let counts = |side: Option<&CollectionPosition>| side.map(|row| (row.positive, row.negative, row.neutral));
    let changed = sides.into_iter().filter(|(_, (before, after))| counts(*before) != counts(*after));
    let score = |side: Option<&CollectionPosition>| side.map_or(Figure(f64::NAN), |row| row.score);
    let row = |((holder, target, source), (before, after)): ((&str, &str, Option<&str>), Sides)| PositionChange {
        holder: holder.to_owned(),
        target: target.to_owned(),
        attributed_to: source.map(str::to_owned),
        n_before: before.map_or(0, |row| row.n),
        n_after: after.map_or(0, |row| row.n),
        score_before: score(before),
        score_after: score(after),
        label_before: before.map(|row| row.label),
        label_after: after.map(|row| row.label),
    };
    changed.map(row).collect()
}

fn key(row: &CollectionPosition) -> (&str, &str, Option<&str>) {
    (&row.holder, &row.target, row.attributed_to.as_deref())
}
