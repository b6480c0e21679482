//! Totals to the collection's long tables.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::networks::nodes;
use super::pairs::pairs;
use super::timeline::timeline;
use super::totals::{Best, EntityTotals, Totals};
use crate::document::Kind;
use crate::result::{
    AUTHOR, ByDocument, ByPeriod, COLLECTION_SCHEMA, CollectionContradiction, CollectionEntity, CollectionPair, CollectionPosition,
    CollectionResult, DocumentIndicators, DocumentLine, Figure, StanceEvidence,
};

/// The collection of all documents in `totals`.
pub fn collection(totals: &Totals) -> CollectionResult {
    let pairs: Vec<CollectionPair> = totals.units.iter().flat_map(|(unit, of)| pairs(*unit, of, totals)).collect();
    let time = timeline(totals);
    CollectionResult {
        nodes: nodes(totals, &pairs),
        periods: time.periods,
        timeline: time.timeline,
        changes: time.changes,
        schema: COLLECTION_SCHEMA.to_owned(),
        made_by: totals.made_by.clone(),
        documents: documents(totals),
        entities: entities(totals),
        by_document: by_document(totals),
        by_period: by_period(totals),
        pairs,
        positions: positions(totals),
        contradictions: contradictions(totals),
        indicators: indicators(totals),
    }
}

fn documents(totals: &Totals) -> Vec<DocumentLine> {
    let line = |(id, document): (&std::sync::Arc<str>, &super::DocumentTotals)| DocumentLine {
        id: id.to_string(),
        title: document.title.clone(),
        publisher: document.publisher.clone(),
        date: document.date.clone(),
        language: document.language.clone(),
        status: document.status,
        tokens: document.indicators.tokens,
        sentences: document.indicators.sentences,
    };
    totals.documents.iter().map(line).collect()
}

fn entities(totals: &Totals) -> Vec<CollectionEntity> {
    let tokens = totals
        .documents
        .values()
        .map(|document| u64::from(document.indicators.tokens))
        .sum();
    let mut spread: BTreeMap<&str, Spread> = BTreeMap::new();
    for document in totals.documents.values() {
        for (id, n) in &document.entities {
            spread.entry(id).or_default().add(u64::from(*n), document.date.as_deref());
        }
    }
    let row = |(id, entity): (&std::sync::Arc<str>, &EntityTotals)| {
        let spread = spread.remove(id.as_ref()).unwrap_or_default();
        let kind = most(&entity.kinds).copied().unwrap_or(Kind::Actor);
        CollectionEntity {
            entity: id.to_string(),
            name: most(&entity.names).cloned().unwrap_or_default(),
            kind,
            class: most(&entity.classes).copied(),
            refs: entity.refs.clone(),
            count: spread.count,
            documents: spread.documents,
            per_1000_tokens: per_1000(spread.count, tokens),
            first_date: spread.first.map(str::to_owned),
            last_date: spread.last.map(str::to_owned),
        }
    };
    totals.entities.iter().map(row).collect()
}

/// An entity over documents.
#[derive(Default)]
struct Spread<'a> {
    count: u64,
    documents: u32,
    first: Option<&'a str>,
    last: Option<&'a str>,
}

impl<'a> Spread<'a> {
    fn add(&mut self, n: u64, date: Option<&'a str>) {
        self.count += n;
        self.documents += 1;
        if let Some(date) = date {
            self.first = Some(self.first.map_or(date, |first| first.min(date)));
            self.last = Some(self.last.map_or(date, |last| last.max(date)));
        }
    }
}

fn by_document(totals: &Totals) -> Vec<ByDocument> {
    let rows = totals.documents.iter().flat_map(|(id, document)| {
        let tokens = u64::from(document.indicators.tokens);
        document.entities.iter().map(move |(entity, n)| ByDocument {
            document: id.to_string(),
            entity: entity.to_string(),
            count: *n,
            per_1000_tokens: per_1000(u64::from(*n), tokens),
        })
    });
    rows.collect()
}

/// By year; documents without a date are left out.
fn by_period(totals: &Totals) -> Vec<ByPeriod> {
    let mut tokens: BTreeMap<&str, u64> = BTreeMap::new();
    let mut sums: BTreeMap<(&str, &str), (u64, u32)> = BTreeMap::new();
    for document in totals.documents.values() {
        let Some(year) = document.date.as_deref().and_then(|date| date.get(..4)) else {
            continue;
        };
        *tokens.entry(year).or_default() += u64::from(document.indicators.tokens);
        for (entity, n) in &document.entities {
            let sum = sums.entry((year, entity)).or_default();
            sum.0 += u64::from(*n);
            sum.1 += 1;
        }
    }
    let row = |((year, entity), (count, documents)): ((&str, &str), (u64, u32))| ByPeriod {
        period: year.to_owned(),
        entity: entity.to_owned(),
        count,
        documents,
        per_1000_tokens: per_1000(count, tokens[year]),
    };
    sums.into_iter().map(row).collect()
}

fn positions(totals: &Totals) -> Vec<CollectionPosition> {
    let rows = totals.positions.iter().map(|((holder, target, source), position)| {
        let standing = position.standing();
        let (low, high) = standing.interval();
        CollectionPosition {
            holder: holder.to_string(),
            target: target.to_string(),
            attributed_to: source.as_deref().map(str::to_owned),
            n: standing.n(),
            positive: standing.positive,
            negative: standing.negative,
            neutral: standing.neutral,
            documents: position.documents,
            score: Figure(standing.score()),
            low: Figure(low),
            high: Figure(high),
            label: standing.label(),
            evidence: position
                .evidence
                .iter()
                .map(|(id, stance)| StanceEvidence {
                    document: id.to_string(),
                    stance: *stance,
                })
                .collect(),
        }
    });
    rows.collect()
}

fn contradictions(totals: &Totals) -> Vec<CollectionContradiction> {
    let shown = |(_, id, stance): &Best| StanceEvidence {
        document: id.to_string(),
        stance: *stance,
    };
    // The authors of two documents are not one holder who changes sides.
    let held = totals.positions.iter().filter(|((holder, ..), _)| **holder != *AUTHOR);
    let rows = held.filter_map(|((holder, target, source), position)| {
        Some(CollectionContradiction {
            holder: holder.to_string(),
            target: target.to_string(),
            attributed_to: source.as_deref().map(str::to_owned),
            positive: position.positive,
            negative: position.negative,
            documents: position.documents,
            favourable: shown(position.favourable.as_ref()?),
            hostile: shown(position.hostile.as_ref()?),
        })
    });
    rows.collect()
}

fn indicators(totals: &Totals) -> Vec<DocumentIndicators> {
    let rows = totals.documents.iter().map(|(id, document)| DocumentIndicators {
        document: id.to_string(),
        figures: document.indicators.clone(),
    });
    rows.collect()
}

/// The key with the highest count; the smallest key of several.
fn most<K: Ord, N: Ord + Copy>(counts: &BTreeMap<K, N>) -> Option<&K> {
    counts.iter().max_by_key(|(key, n)| (**n, Reverse(*key))).map(|(key, _)| key)
}

/// Mentions per 1,000 tokens; 0 without tokens.
#[expect(clippy::cast_precision_loss, reason = "counts of tokens stay far below 2^53")]
pub fn per_1000(count: u64, tokens: u64) -> Figure {
    Figure(if tokens == 0 { 0.0 } else { 1000.0 * count as f64 / tokens as f64 })
}
