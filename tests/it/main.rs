//! The integration tests: one binary, a module a theme. Cases are data, in `tests/cases`.

mod cases;
mod contract;
mod gazetteer;
mod ingest;
mod layout;
mod pdf;
mod program;
mod tokens;
