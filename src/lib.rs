//! Briefscope: text mining for policy briefs.

pub mod digest;
pub mod span;

pub mod document;
pub mod gazetteer;
pub mod ingest;
pub mod layout;
pub mod lexicon;
pub mod result;
pub mod stance;
pub mod token;
