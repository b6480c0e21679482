//! Bytes to [`RawDocument`]: finding inputs, telling formats and encodings, records, metadata.
//!
//! Only here (and in [`crate::lexicon`]) can something fail. A failure is one document's failure.

use crate::document::Head;
use crate::span::Span;

/// A document as it was read: text and what its format tells of the structure.
#[derive(Debug, Clone)]
pub struct RawDocument {
    /// What is known beside the text.
    pub head: Head,
    /// The extracted text; source offsets count in it.
    pub text: String,
    /// What the format tells about structure.
    pub structure: Structure,
}

/// What a format tells about the structure of its text.
#[derive(Debug, Clone)]
pub enum Structure {
    /// Nothing but lines; a form feed ends a page. Layout has to find the rest.
    Lines {
        /// Where the content begins: what stands before (front matter) is metadata and no text.
        content: usize,
    },
    /// Every block with its kind, in reading order; text between them is white space.
    Blocks(Vec<RawBlock>),
    /// Lines with their places on pages, in reading order. Layout has to find the rest.
    Pages(Vec<placed::Page>),
}

/// A block whose kind the format tells.
#[derive(Debug, Clone)]
pub struct RawBlock {
    /// What it is.
    pub kind: crate::document::BlockKind,
    /// Level of a heading, from 1; 0 for the rest.
    pub level: u8,
    /// Page, from 1.
    pub page: Option<u32>,
    /// The stretches of text that make it up, in order: note markers and markup lie between them.
    pub parts: Vec<Span>,
}

mod interim;
mod pdf;
pub mod placed;

pub use interim::{inputs, read};

/// Something to read: a file, or standard input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// The path as results name it: relative to the folder given, with `/` between; `-` for standard input.
    pub name: String,
    /// Where it is.
    pub path: std::path::PathBuf,
}

/// How to read.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Field of a record that holds the text (`text` where none is named).
    pub text_field: Option<String>,
    /// Field of a record that holds the id (`id` where none is named).
    pub id_field: Option<String>,
    /// Format of the input, where its name does not tell.
    pub format: Option<InputFormat>,
    /// Inputs of more bytes are refused; 512 MB where none is given.
    pub max_bytes: Option<u64>,
    /// Opens encrypted documents.
    pub password: Option<String>,
}

/// Formats that `--input-format` names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputFormat {
    /// A JSON object a line.
    Jsonl,
    /// A header and a record a row.
    Csv,
    /// A document.
    Text,
}

/// An input, or a record of one, that became no document; a row of the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Name of the input; a record's line after a colon.
    pub path: String,
    /// SHA-256 of its bytes where they could be read.
    pub sha256: Option<String>,
    /// Size in bytes.
    pub bytes: u64,
    /// What became of it.
    pub outcome: FailureKind,
    /// Why, and what to do.
    pub reason: String,
}

/// What became of an input that is no document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureKind {
    /// It could not be read.
    Failed,
    /// There is nothing in it.
    Empty,
    /// Left out by rule (a side-car, a README, an unknown extension in a folder).
    Ignored,
}
