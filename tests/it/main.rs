//! The integration tests: one binary, a module a theme. Cases are data, in `tests/cases`.

mod cases;
mod contract;
mod exports;
mod ingest;
mod layout;
mod program;
mod report;
mod tokens;
