//! The integration tests: one binary, a module a theme. Cases are data, in `tests/cases`.

mod association;
mod awkward;
mod cases;
mod collection;
mod comparison;
mod contract;
mod explain;
mod exports;
mod facts;
mod formats;
mod gazetteer;
mod hostile;
mod ingest;
mod layout;
mod lexicons;
mod lookups;
mod marked;
mod network;
mod pdf;
mod program;
mod report;
mod speakers;
mod stance;
mod tokens;
