//! The JSON of a run.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MadeBy, Status};

/// The value of `schema` in a manifest.
pub const MANIFEST_SCHEMA: &str = "briefscope/manifest/1";

/// What a run read, and how it went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// `briefscope/manifest/1`.
    pub schema: String,
    /// What made this.
    pub made_by: MadeBy,
    /// The options that change results, with their values.
    pub options: serde_json::Value,
    /// A row an input, by path and record.
    pub inputs: Vec<InputRow>,
    /// When the run began, RFC 3339.
    pub started: String,
    /// When it ended, RFC 3339.
    pub finished: String,
}

/// An input and how it went.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct InputRow {
    /// Path as given or relative to the folder given; records with `:line`.
    pub path: String,
    /// Id of the document; null where there is none.
    pub id: Option<String>,
    /// SHA-256 of the bytes, null where they could not be read.
    pub sha256: Option<String>,
    /// Size in bytes.
    pub bytes: u64,
    /// Digest of all that the document was made of; null where there is none.
    #[serde(default)]
    pub content: Option<String>,
    /// How it went.
    pub status: Status,
    /// Why it is not `ok`.
    pub reason: Option<String>,
}
