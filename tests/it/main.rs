//! The integration tests: one binary, a module a theme. Cases are data, in `tests/cases`.

mod cases;
mod contract;
mod exports;
mod formats;
mod gazetteer;
mod ingest;
mod layout;
mod marked;
mod program;
mod report;
mod stance;
mod tokens;
