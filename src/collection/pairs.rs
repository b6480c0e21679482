//! The pairs of a collection with every measure of association.

use rustc_hash::FxHashMap;

use super::totals::{PairTotals, Totals, UnitTotals};
use crate::cooccurrence::{Chance, Contingency, benjamini_hochberg, pairs_among};
use crate::result::{CollectionPair, Figure, Unit, UnitEvidence};

/// The pairs whose sides both reach support and spread, with `q` over all pairs of such entities.
pub fn pairs(unit: Unit, of: &UnitTotals, totals: &Totals) -> Vec<CollectionPair> {
    let counting = &totals.counting;
    let degrees = of.degrees.iter().map(|(degree, n)| (u64::from(*degree), *n));
    let chance = Chance::new(counting.null_model, of.units, of.margins.values().copied(), degrees);
    let supported = supported(of, totals);
    let counted = of.pairs.iter().filter_map(|((a, b), pair)| {
        let (n1, n2) = (*supported.get(a.as_ref())?, *supported.get(b.as_ref())?);
        let contingency = Contingency::new(of.units, n1, n2, pair.n11).ok()?;
        Some(CollectionPair {
            a_first: counting.direction.then_some(pair.a_first),
            b_first: counting.direction.then_some(pair.b_first),
            ..row(unit, (a, b), pair, contingency, &chance)
        })
    });
    let mut rows: Vec<CollectionPair> = counted.collect();
    let p: Vec<f64> = rows.iter().map(|row| row.p.0).collect();
    for (row, q) in rows.iter_mut().zip(benjamini_hochberg(&p, pairs_among(supported.len() as u64))) {
        row.q = Figure(q);
    }
    rows
}

/// The entities in enough units and documents, and their units; for lookup only.
fn supported<'t>(of: &'t UnitTotals, totals: &'t Totals) -> FxHashMap<&'t str, u64> {
    let enough = u64::from(totals.counting.min_support);
    let spread = totals.spread();
    let is_widespread = |id: &str| spread.get(id).is_some_and(|documents| *documents >= totals.counting.min_documents);
    let margins = of.margins.iter().map(|(id, n)| (id.as_ref(), *n));
    margins.filter(|(id, n)| *n >= enough && is_widespread(id)).collect()
}

fn row(unit: Unit, (a, b): (&str, &str), pair: &PairTotals, counts: Contingency, chance: &Chance) -> CollectionPair {
    let (low, high) = counts.log_ratio_interval();
    let evidence = pair.evidence.iter().map(|(id, unit)| UnitEvidence {
        document: id.to_string(),
        unit: *unit,
    });
    CollectionPair {
        unit,
        a: a.to_owned(),
        b: b.to_owned(),
        n11: counts.both(),
        n1: counts.x(),
        n2: counts.y(),
        n: counts.total(),
        a_first: None,
        b_first: None,
        documents: pair.documents,
        expected: Figure(counts.expected()),
        pmi: Figure(counts.pmi()),
        npmi: Figure(counts.npmi()),
        g2: Figure(counts.g2()),
        chi_square: Figure(counts.chi_square()),
        log_ratio: Figure(counts.log_ratio()),
        log_ratio_low: Figure(low),
        log_ratio_high: Figure(high),
        jaccard: Figure(counts.jaccard()),
        dice: Figure(counts.dice()),
        b_given_a: Figure(counts.y_given_x()),
        a_given_b: Figure(counts.x_given_y()),
        fisher_p: Figure(counts.fisher_p(&chance.factorials)),
        p: Figure(chance.p(counts)),
        q: Figure(1.0),
        evidence: evidence.collect(),
    }
}
