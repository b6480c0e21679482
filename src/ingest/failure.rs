//! Why an input, or a record of it, became no document.

use std::fmt;

/// An input, or a record, that became no document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Path as given, or relative to the folder given; `-` for standard input.
    pub path: String,
    /// Line of the record, from 1; `None` for whole files.
    pub line: Option<u32>,
    /// The id that the document would have had.
    pub id: Option<String>,
    /// SHA-256 of the file's bytes, where they could be read.
    pub sha256: Option<String>,
    /// Size of the file in bytes, as far as known.
    pub bytes: u64,
    /// How it ended.
    pub outcome: Outcome,
    /// Why.
    pub reason: Reason,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.reason),
            None => write!(f, "{}: {}", self.path, self.reason),
        }
    }
}

impl std::error::Error for Failure {}

/// How an input ended that became no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// There is no text in it.
    Empty,
    /// It could not be read.
    Failed,
    /// It is none of ours: met on a walk and left alone.
    Ignored,
}

/// Why an input became no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Nothing there.
    #[error("there is no such file or folder; check the path")]
    Missing,
    /// A folder without documents.
    #[error("the folder holds no document that can be read ({}; tables by their name)", super::names::walked())]
    NoDocuments,
    /// The system refuses.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// More bytes than allowed.
    #[error("larger than the limit of {limit} bytes; split it, or raise the limit")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A format that is told by its content and not read.
    #[error("the content is {0}, which is not read; give its text")]
    NotText(&'static str),
    /// Bytes that are no text.
    #[error("binary data, no text")]
    Binary,
    /// Pages without text.
    #[error(
        "no page has text that can be read: the pages are blank or pictures, or their fonts do not tell which letters they show; run the file through text recognition (OCR) first"
    )]
    NoText,
    /// A PDF that cannot be read.
    #[error("{0}")]
    Pdf(super::pdf::Problem),
    /// No character to see.
    #[error("no text in it")]
    Empty,
    /// A file met on a walk.
    #[error("{0}")]
    NotOurs(&'static str),
    /// A record that cannot be parsed.
    #[error("broken record: {0}")]
    BrokenRecord(String),
    /// A record without text.
    #[error("the record has no text field {field:?} (it has {}); name it with --text-field", .present.join(", "))]
    NoTextField {
        /// The field asked for.
        field: String,
        /// The fields that are there.
        present: Vec<String>,
    },
    /// A panic of a library.
    #[error("the reader broke down ({0}); the file may be damaged")]
    BrokeDown(String),
    /// A text field that is no string.
    #[error("the field {0:?} is no string")]
    TextIsNoString(String),
}
