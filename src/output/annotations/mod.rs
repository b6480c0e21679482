//! Annotations for the tools in which people check and correct them.

mod brat;
mod cas;
mod spacy;

use std::path::Path;

use super::Written;
use super::error::OutputError;

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
