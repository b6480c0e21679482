//! Bytes to [`RawDocument`]: finding inputs, telling formats and encodings, records, metadata.
//!
//! Only here (and in [`crate::lexicon`]) can something fail. A failure is one document's failure.

mod csv;
pub(crate) mod dates;
mod docx;
mod encoding;
mod epub;
mod extract;
mod failure;
mod formats;
mod front_matter;
mod html;
mod ids;
mod inputs;
mod jsonl;
mod language;
mod metadata;
mod names;
mod package;
mod pdf;
pub mod placed;
mod read;
mod records;
mod sidecar;
mod sniff;
mod xml;

pub use failure::{Failure, Outcome, Reason};
pub use ids::{Admission, Ids, file_id, on_disk};
pub use inputs::{Found, Input, Place, inputs};
pub use pdf::{Problem as PdfProblem, THREAD as PDF_THREAD};
pub use read::{InputFormat, ReadOptions, read};
pub use sidecar::{MetadataTable, MetadataTableError, TableProblem};

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
