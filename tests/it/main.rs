//! The integration tests: one binary, a module a theme. Cases are data, in `tests/cases`.

mod cases;
mod contract;
<<<<<<< HEAD
mod pdf;
=======
mod gazetteer;
mod ingest;
mod layout;
>>>>>>> main
mod program;
mod tokens;
