//! The integration tests: one binary, a module a theme. Cases are data, in `tests/cases`.

mod association;
mod cases;
mod collection;
mod comparison;
mod contract;
mod facts;
mod ingest;
mod layout;
mod network;
mod program;
mod tokens;
