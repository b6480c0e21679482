//! Networks for Gephi, igraph, networkx: who is named with whom, and who stands where towards whom.

mod gexf;
mod graphml;
mod network;
mod times;
mod xml;

use std::path::Path;

use super::Written;
use super::error::OutputError;
use super::folder::{read_collection, read_manifest};
use super::whole::write_whole;

/// A file format of networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// GraphML.
    Graphml,
    /// GEXF 1.3 with dynamic time: when the documents with a node or an edge were published.
    Gexf,
}

/// Writes the networks of a result folder into `dir`: `cooccurrence` (by sentence) and `positions`.
///
/// # Errors
///
/// If the result cannot be read or a file cannot be written.
pub fn write_graphs(result: &Path, dir: &Path, markup: Markup) -> Result<Vec<Written>, OutputError> {
    let collection = read_collection(result)?;
    let manifest = read_manifest(result)?;
    let times = times::Times::of(result, &manifest)?;
    let graphs = [network::cooccurrence(&collection, &times), network::positions(&collection, &times)];
    let mut written = Vec::new();
    for graph in graphs {
        let path = dir.join(format!("{}.{}", graph.name, markup.extension()));
        write_whole(&path, |out| match markup {
            Markup::Graphml => graphml::write(&graph, out),
            Markup::Gexf => gexf::write(&graph, out),
        })
        .map_err(|e| OutputError::write(&path, &e))?;
        let rows = (graph.nodes.len() + graph.edges.len()) as u64;
        written.push(Written { path, rows });
    }
    Ok(written)
}

impl Markup {
    fn extension(self) -> &'static str {
        match self {
            Self::Graphml => "graphml",
            Self::Gexf => "gexf",
        }
    }
}
