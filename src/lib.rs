//! Briefscope: text mining for policy briefs.

pub mod digest;
mod memo;
pub mod random;
pub mod span;

pub mod document;

pub mod ingest;

pub mod layout;

pub mod token;

pub mod lexicon;

pub mod gazetteer;

pub mod stance;

pub mod cooccurrence;

pub mod result;

pub mod network;

pub mod collection;
pub mod compare;

pub mod output;

pub mod evaluate;

pub mod pipeline;
