//! Why an output cannot be written.

use std::path::{Path, PathBuf};

use super::folder::ReadError;

/// Why an output cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// A result cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A document lacks fields or is damaged.
    #[error("a document of the result cannot be used ({0}); analyze again without --fields")]
    Document(#[from] serde_json::Error),
    /// A file cannot be written.
    #[error("{path}: cannot be written ({reason})")]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

impl OutputError {
    pub(super) fn write(path: &Path, reason: &impl std::fmt::Display) -> Self {
        Self::Write {
            path: path.to_owned(),
            reason: reason.to_string(),
        }
    }
}
