//! The nodes of networks of entities.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Figure, Unit};

/// An entity in a network of co-occurrence and of stances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(missing_docs, reason = "contract names")]
pub struct NodeRow {
    /// The network: a period, a group, or `all`.
    pub network: String,
    /// The unit of its pairs.
    pub unit: Unit,
    pub entity: String,
    /// Entities it stands together with more often than by chance.
    pub degree: u32,
    /// Units shared with them.
    pub weighted_degree: u64,
    /// Share of the shortest paths between two others that lead through it; null in networks too large for it.
    pub betweenness: Figure,
    /// Number of its community, the largest first.
    pub community: u32,
    /// Holders and targets of favourable and hostile positions towards it and from it.
    pub positive_in: u32,
    pub negative_in: u32,
    pub positive_out: u32,
    pub negative_out: u32,
}
