//! Cases from `tests/cases/NAME.toml`.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Deserialize)]
struct File<T> {
    case: Vec<T>,
}

/// The cases of one file; fails on two of one name.
pub fn load<T: DeserializeOwned>(file: &str, name: impl Fn(&T) -> &str) -> Vec<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(format!("{file}.toml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let cases: File<T> = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut seen = BTreeSet::new();
    for case in &cases.case {
        assert!(
            seen.insert(name(case).to_owned()),
            "{}: two cases named {:?}",
            path.display(),
            name(case)
        );
    }
    cases.case
}
