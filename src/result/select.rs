//! Writing some top-level fields of a document only.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::DocumentResult;

/// Which top-level fields of a document to write; `schema`, `made_by` and `id` always stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields(Option<Vec<String>>);

/// A name that no field has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no field {0:?} in a document; use some of {known}", known = NAMES.join(", "))]
pub struct UnknownField(String);

impl Fields {
    /// These fields.
    ///
    /// # Errors
    ///
    /// If a name is none of the document's fields.
    pub fn some(names: Vec<String>) -> Result<Self, UnknownField> {
        match names.iter().find(|name| !NAMES.contains(&name.as_str())) {
            Some(unknown) => Err(UnknownField(unknown.clone())),
            None => Ok(Self(Some(names))),
        }
    }

    /// All fields.
    pub fn all() -> Self {
        Self(None)
    }

    /// Whether the field of this name is one of them.
    pub(crate) fn has(&self, name: &str) -> bool {
        let always = matches!(name, "schema" | "made_by" | "id");
        always || self.0.as_ref().is_none_or(|names| names.iter().any(|chosen| chosen == name))
    }

    /// The document with these fields only, as one line of JSON without a line end.
    ///
    /// # Errors
    ///
    /// If `out` cannot be written.
    pub fn write(&self, document: &DocumentResult, out: impl std::io::Write) -> serde_json::Result<()> {
        serde_json::to_writer(out, &Selected { document, fields: self })
    }
}

struct Selected<'d> {
    document: &'d DocumentResult<'d>,
    fields: &'d Fields,
}

macro_rules! fields {
    ($($name:ident),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        impl Serialize for Selected<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // Without any of the names missing, this writes what the derived form writes.
                let DocumentResult { $($name),* } = self.document;
                let mut map = serializer.serialize_map(None)?;
                $(if self.fields.has(stringify!($name)) {
                    map.serialize_entry(stringify!($name), $name)?;
                })*
                map.end()
            }
        }
    };
}

fields!(
    schema,
    made_by,
    id,
    status,
    warnings,
    source,
    metadata,
    text,
    blocks,
    sections,
    sentences,
    definitions,
    mentions,
    entities,
    cooccurrence,
    cues,
    attributions,
    stances,
    positions,
    contradictions,
    indicators,
);
