//! Results on disk: the result folder, tables, graphs, annotations for other tools, the page.

mod annotations;
mod concordance;
mod dna;
mod error;
mod evidence;
mod folder;
mod graphs;
pub mod report;
mod tables;
mod whole;

use std::path::PathBuf;

pub use annotations::{Tool, write_annotations};
pub use concordance::{Line, concordance, write_concordance};
pub use dna::write_events;
pub use error::OutputError;
pub use evidence::{Position, Sentence, Wanted, positions};
pub use folder::{
    Folder, FolderError, ReadError, documents, each_document, file_name, holds_one_file, is_result_folder, read_collection, read_document,
    read_manifest, read_totals,
};
pub use graphs::{Markup, write_graphs};
pub use tables::{Form, write_tables};
pub use whole::write_whole;

/// A file written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub path: PathBuf,
    /// Its rows, nodes and edges, or annotations.
    pub rows: u64,
}
