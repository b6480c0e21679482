//! Briefscope: text mining for policy briefs.

pub mod digest;
pub mod span;

pub mod document;
pub mod ingest;
pub mod token;
pub mod lexicon;
pub mod result;
pub mod gazetteer;
pub mod stance;
