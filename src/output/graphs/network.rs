//! A network with attributes, made from the tables of a collection.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::times::{Spell, Times};
use crate::result::{CollectionEntity, CollectionResult, Unit};

/// A network; attribute values are in the order of their names.
pub struct Graph {
    pub name: &'static str,
    pub directed: bool,
    pub node_attributes: &'static [Attribute],
    pub edge_attributes: &'static [Attribute],
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

pub struct Attribute {
    pub name: &'static str,
    pub of: Of,
}

/// What the values of an attribute are.
#[derive(Clone, Copy)]
pub enum Of {
    Text,
    Whole,
    Real,
}

pub struct Node {
    pub id: String,
    pub label: String,
    pub values: Vec<Value>,
    pub spells: Vec<Spell>,
}

pub struct Edge {
    pub source: String,
    pub target: String,
    pub weight: f64,
    pub values: Vec<Value>,
    pub spells: Vec<Spell>,
}

const NODE: &[Attribute] = &[
    Attribute {
        name: "kind",
        of: Of::Text,
    },
    Attribute {
        name: "class",
        of: Of::Text,
    },
    Attribute {
        name: "count",
        of: Of::Whole,
    },
    Attribute {
        name: "documents",
        of: Of::Whole,
    },
    Attribute {
        name: "first_date",
        of: Of::Text,
    },
    Attribute {
        name: "last_date",
        of: Of::Text,
    },
    Attribute {
        name: "latitude",
        of: Of::Real,
    },
    Attribute {
        name: "longitude",
        of: Of::Real,
    },
];
const PAIR: &[Attribute] = &[
    Attribute {
        name: "n11",
        of: Of::Whole,
    },
    Attribute { name: "n1", of: Of::Whole },
    Attribute { name: "n2", of: Of::Whole },
    Attribute {
        name: "documents",
        of: Of::Whole,
    },
    Attribute {
        name: "npmi",
        of: Of::Real,
    },
    Attribute { name: "g2", of: Of::Real },
    Attribute {
        name: "log_ratio",
        of: Of::Real,
    },
    Attribute { name: "p", of: Of::Real },
    Attribute { name: "q", of: Of::Real },
];
const POSITION: &[Attribute] = &[
    Attribute {
        name: "attributed_to",
        of: Of::Text,
    },
    Attribute { name: "n", of: Of::Whole },
    Attribute {
        name: "positive",
        of: Of::Whole,
    },
    Attribute {
        name: "negative",
        of: Of::Whole,
    },
    Attribute {
        name: "neutral",
        of: Of::Whole,
    },
    Attribute {
        name: "documents",
        of: Of::Whole,
    },
    Attribute {
        name: "score",
        of: Of::Real,
    },
    Attribute { name: "low", of: Of::Real },
    Attribute {
        name: "high",
        of: Of::Real,
    },
    Attribute {
        name: "label",
        of: Of::Text,
    },
];

/// Who is named with whom in a sentence; the weight is the number of sentences.
pub fn cooccurrence(collection: &CollectionResult, times: &Times) -> Graph {
    let pairs = collection.pairs.iter().filter(|pair| pair.unit == Unit::Sentence);
    let edge = |pair: &crate::result::CollectionPair| Edge {
        source: pair.a.clone(),
        target: pair.b.clone(),
        weight: real(pair.n11),
        values: vec![
            json!(pair.n11),
            json!(pair.n1),
            json!(pair.n2),
            json!(pair.documents),
            json!(pair.npmi),
            json!(pair.g2),
            json!(pair.log_ratio),
            json!(pair.p),
            json!(pair.q),
        ],
        spells: times.pair(&pair.a, &pair.b),
    };
    graph("cooccurrence", false, PAIR, pairs.map(edge).collect(), collection, times)
}

/// Who stands where towards whom; the weight is the number of stances.
pub fn positions(collection: &CollectionResult, times: &Times) -> Graph {
    let edge = |row: &crate::result::CollectionPosition| Edge {
        source: row.holder.clone(),
        target: row.target.clone(),
        weight: real(row.n),
        values: vec![
            json!(row.attributed_to),
            json!(row.n),
            json!(row.positive),
            json!(row.negative),
            json!(row.neutral),
            json!(row.documents),
            json!(row.score),
            json!(row.low),
            json!(row.high),
            json!(row.label),
        ],
        spells: times.position(&row.holder, &row.target, row.attributed_to.as_deref()),
    };
    graph(
        "positions",
        true,
        POSITION,
        collection.positions.iter().map(edge).collect(),
        collection,
        times,
    )
}

fn graph(
    name: &'static str,
    directed: bool,
    edge_attributes: &'static [Attribute],
    edges: Vec<Edge>,
    collection: &CollectionResult,
    times: &Times,
) -> Graph {
    let ids: BTreeSet<&str> = edges.iter().flat_map(|edge| [edge.source.as_str(), edge.target.as_str()]).collect();
    let nodes = ids.iter().map(|id| {
        let known = collection.entities.binary_search_by(|entity| entity.entity.as_str().cmp(id)).ok();
        node(id, known.map(|at| &collection.entities[at]), times)
    });
    Graph {
        name,
        directed,
        node_attributes: NODE,
        edge_attributes,
        nodes: nodes.collect(),
        edges,
    }
}

/// A node; holders that no document mentions, such as the author, have no attributes.
fn node(id: &str, entity: Option<&CollectionEntity>, times: &Times) -> Node {
    let coordinate = |entity: &CollectionEntity, name: &str| json!(entity.refs.get(name).and_then(|it| it.parse::<f64>().ok()));
    let values = entity.map_or_else(
        || vec![Value::Null; NODE.len()],
        |it| {
            vec![
                json!(it.kind),
                json!(it.class),
                json!(it.count),
                json!(it.documents),
                json!(it.first_date),
                json!(it.last_date),
                coordinate(it, "lat"),
                coordinate(it, "lon"),
            ]
        },
    );
    Node {
        id: id.to_owned(),
        label: entity.map_or_else(|| id.to_owned(), |it| it.name.clone()),
        values,
        spells: times.entity(id),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn real(n: u64) -> f64 {
    n as f64
}
