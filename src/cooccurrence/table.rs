//! The tables of one document.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::counts::{PairCounts, TokenRange};
use super::options::Counting;
use super::significance::benjamini_hochberg;
use super::units::{Scene, SceneBlock, SceneMention};
use crate::document::{BlockKind, Document};
use crate::gazetteer::{Found, Mention};
use crate::result::{CooccurrenceTable, Figure, PairRow, Unit};
use crate::token::{Sentence, Token};

/// The tables of one document over the blocks whose kind `counts`, a table a unit.
///
/// A pair is listed where both margins reach the support and it stands together at least once.
pub fn tables(
    document: &Document,
    tokens: &[Token],
    sentences: &[Sentence],
    found: &Found,
    counts: impl Fn(BlockKind) -> bool,
    counting: &Counting,
) -> Vec<CooccurrenceTable> {
    let scene = scene(document, tokens, sentences, found, counts);
    let name = |index: u32| found.entities[index as usize].id.clone();
    let units = counting.units.iter();
    units
        .map(|unit| table(*unit, &scene.count(*unit, counting), counting, name))
        .collect()
}

fn scene(document: &Document, tokens: &[Token], sentences: &[Sentence], found: &Found, counts: impl Fn(BlockKind) -> bool) -> Scene {
    let block = |block: &crate::document::Block| SceneBlock {
        kind: block.kind,
        section: block.section,
        counted: counts(block.kind),
    };
    let mention = |mention: &Mention| SceneMention {
        entity: mention.entity,
        sentence: mention.sentence,
        block: mention.block,
        tokens: token_range(mention, sentences, tokens),
    };
    Scene {
        blocks: document.blocks.iter().map(block).collect(),
        sentences: sentences.iter().map(|sentence| sentence.block).collect(),
        sections: count(document.sections.len()),
        mentions: found.mentions.iter().map(mention).collect(),
    }
}

/// The tokens that a mention touches.
pub fn token_range(mention: &Mention, sentences: &[Sentence], tokens: &[Token]) -> TokenRange {
    let sentence = sentences[mention.sentence as usize];
    let within = sentence.tokens(tokens);
    let start = within.partition_point(|token| token.span.end <= mention.span.start);
    let length = within[start..].partition_point(|token| token.span.start < mention.span.end);
    let start = sentence.first_token + count(start);
    TokenRange {
        start,
        end: start + count(length),
    }
}

/// The rows of counted pairs that reach the support; entity numbers are in the order of their ids.
fn table(unit: Unit, counts: &PairCounts, counting: &Counting, name: impl Fn(u32) -> String) -> CooccurrenceTable {
    let supported: BTreeMap<u32, u32> = counts.margins().filter(|(_, n)| *n >= counting.min_support).collect();
    let margins = counts.margins().map(|(_, n)| u64::from(n));
    let degrees = counts.degrees().map(|(degree, n)| (u64::from(degree), u64::from(n)));
    let chance = Chance::new(counting.null_model, counts.units().into(), margins, degrees);
    let mut rows = Vec::new();
    for ((a, b), together) in counts.pairs() {
        let (Some(&n1), Some(&n2)) = (supported.get(&a), supported.get(&b)) else {
            continue;
        };
        let contingency = counts.contingency(a, b);
        rows.push(PairRow {
            a: name(a),
            b: name(b),
            n11: count(together.units.len()),
            n1,
            n2,
            a_first: counting.direction.then_some(together.a_first),
            b_first: counting.direction.then_some(together.b_first),
            npmi: Figure(contingency.npmi()),
            g2: Figure(contingency.g2()),
            log_ratio: Figure(contingency.log_ratio()),
            p: Figure(chance.p(contingency)),
            q: Figure(1.0),
            evidence: together.units.clone(),
        });
    }
    let tested = pairs_among(supported.len() as u64);
    let p: Vec<f64> = rows.iter().map(|row| row.p.0).collect();
    for (row, q) in rows.iter_mut().zip(benjamini_hochberg(&p, tested)) {
        row.q = Figure(q);
    }
    CooccurrenceTable {
        unit,
        units: counts.units(),
        null_model: counting.null_model.name().to_owned(),
        tested,
        pairs: rows,
    }
}

/// How many pairs `n` entities make.
pub fn pairs_among(n: u64) -> u64 {
    n * n.saturating_sub(1) / 2
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
