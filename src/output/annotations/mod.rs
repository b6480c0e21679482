//! Annotations for the tools in which people check and correct them.

mod brat;
mod cas;
mod spacy;

use std::path::Path;

use super::Written;
use super::error::OutputError;
use crate::document::{BlockKind, GivenBlock};
use crate::result::DocumentResult;

/// A tool, or the format it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// brat: a text and a stand-off file a document.
    Brat,
    /// spaCy: JSON Lines for training and checking.
    Spacy,
    /// WebAnno and INCEpTION: UIMA CAS as JSON.
    Cas,
}

/// The blocks of a document, for the way back.
fn blocks(document: &DocumentResult) -> Vec<GivenBlock> {
    let given = document.blocks.iter().map(|it| GivenBlock {
        kind: it.kind,
        start: it.start,
        end: it.end,
        page: it.page,
        level: if it.kind == BlockKind::Heading {
            document.level_of_section(it.start)
        } else {
            0
        },
    });
    given.collect()
}

/// Writes the documents of a result folder for a tool into `dir`.
///
/// # Errors
///
/// If the result cannot be read or a file cannot be written.
pub fn write_annotations(result: &Path, dir: &Path, tool: Tool) -> Result<Vec<Written>, OutputError> {
    match tool {
        Tool::Brat => brat::write(result, dir),
        Tool::Spacy => spacy::write(result, dir),
        Tool::Cas => cas::write(result, dir),
    }
}
