//! The network of the whole collection and of each year.

use std::collections::BTreeSet;

use super::totals::Totals;
use crate::network::Network;
use crate::result::{CollectionPair, NodeRow, Unit};

/// Name of the network over all documents.
const ALL: &str = "all";

/// The nodes: pairs of one unit that stand together beyond chance, over all documents and then by year.
///
/// A pair beyond chance in the whole is an edge of every year in which it stands together. Positions are those by the
/// author's word, over all documents only.
pub fn nodes(totals: &Totals, pairs: &[CollectionPair]) -> Vec<NodeRow> {
    let Some(unit) = totals.counting.units.first().copied() else {
        return Vec::new();
    };
    #[expect(clippy::cast_precision_loss, reason = "counts of units stay far below 2^53")]
    let beyond_chance = |pair: &&CollectionPair| pair.unit == unit && pair.n11 as f64 > pair.expected.0;
    let edges: Vec<&CollectionPair> = pairs.iter().filter(beyond_chance).collect();
    let own = totals.positions.iter().filter(|((_, _, source), _)| source.is_none());
    let whole = Network {
        edges: edges.iter().map(|pair| (pair.a.as_str(), pair.b.as_str(), pair.n11)).collect(),
        positions: own
            .map(|((holder, target, _), position)| (holder.as_ref(), target.as_ref(), position.standing()))
            .collect(),
    };
    let mut rows = whole.rows(ALL, unit);
    rows.extend(by_year(totals, unit, &edges));
    rows
}

fn by_year(totals: &Totals, unit: Unit, edges: &[&CollectionPair]) -> Vec<NodeRow> {
    let counted = &totals.units[&unit].pairs;
    let years = |pair: &CollectionPair| {
        counted
            .get(&(pair.a.as_str().into(), pair.b.as_str().into()))
            .map(|counts| &counts.years)
    };
    let edges: Vec<_> = edges.iter().filter_map(|pair| Some((*pair, years(pair)?))).collect();
    let all: BTreeSet<&String> = edges.iter().flat_map(|(_, years)| years.keys()).collect();
    let network = |year: &String| {
        let edges = edges
            .iter()
            .filter_map(|(pair, years)| Some((pair.a.as_str(), pair.b.as_str(), *years.get(year)?)));
        let network = Network {
            edges: edges.collect(),
            positions: Vec::new(),
        };
        network.rows(year, unit)
    };
    all.into_iter().flat_map(network).collect()
}
