//! The `tokenizers` crate behind our own face: text to tokens.

use std::path::Path;

use tokenizers::pipeline::{PipelinePreTokenizer, PipelineTokenizer, PreTokenizer as _, PreTokenizerScratch, Span as RawSpan};
use tokenizers::pre_tokenizers::whitespace::Whitespace;

use super::{Token, forms, merge};
use crate::span::Span;

/// Cuts text into tokens: by the built-in rules, or by the pre-tokenizer of a user's `tokenizer.json`.
pub struct Tokenizer(Way);

enum Way {
    /// Runs of letters and runs of signs, then joined and cut by the rules of [`merge`].
    Builtin,
    /// A user's file; its pre-tokens stand as they are.
    File(Box<PipelineTokenizer>),
}

/// Why a `tokenizer.json` cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TokenizerError {
    /// The file cannot be read.
    #[error("{path}: cannot be read ({reason}); check the path")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// The file is no tokenizer.
    #[error("{path}: no usable tokenizer.json ({reason}); save it with the Hugging Face tokenizers library")]
    Invalid {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// The file cuts no words.
    #[error("{path}: its pre_tokenizer is {found}, which gives no words; use one such as Whitespace or BertPreTokenizer")]
    NoWords {
        /// The file.
        path: String,
        /// What it has.
        found: String,
    },
}

impl Tokenizer {
    /// The built-in rules.
    pub fn builtin() -> Self {
        Self(Way::Builtin)
    }

    /// The pre-tokenizer of a Hugging Face `tokenizer.json`.
    ///
    /// Only its way of cutting words is used: neither its normalizer nor its model, so sub-words never occur.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is no tokenizer, or has no pre-tokenizer that gives words.
    pub fn from_file(path: &Path) -> Result<Self, TokenizerError> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|e| TokenizerError::Unreadable {
            path: name.clone(),
            reason: e.to_string(),
        })?;
        let invalid = |reason: String| TokenizerError::Invalid {
            path: name.clone(),
            reason,
        };
        let canonical = tokenizers::canonicalize_str(&text).map_err(|e| invalid(e.to_string()))?;
        let mut value: serde_json::Value = serde_json::from_str(&canonical).map_err(|e| invalid(e.to_string()))?;
        let wanted = &value["pre_tokenizer"];
        if wanted.is_null() || names_byte_level(wanted) || value["model"]["byte_level"] == true {
            let found = if wanted.is_null() {
                "missing".to_owned()
            } else {
                "ByteLevel".to_owned()
            };
            return Err(TokenizerError::NoWords { path: name, found });
        }
        for (key, with) in [
            ("normalizer", serde_json::Value::Null),
            ("post_processor", serde_json::Value::Null),
            ("decoder", serde_json::Value::Null),
            ("added_tokens", serde_json::json!([])),
            (
                "model",
                serde_json::json!({"type": "WordLevel", "unk_token": "?", "vocab": {"?": 0}}),
            ),
        ] {
            value[key] = with;
        }
        let only_cuts = serde_json::to_string(&value).map_err(|e| invalid(e.to_string()))?;
        let tokenizer = tokenizers::from_json(&only_cuts).map_err(|e| invalid(e.to_string()))?;
        Ok(Self(Way::File(Box::new(tokenizer))))
    }

    /// Tokens of `text`, in order, disjoint; what lies between them is white space (or what the user's tokenizer leaves out).
    pub fn tokenize(&self, text: &str) -> Vec<Token> {
        let mut tokens = match &self.0 {
            Way::Builtin => {
                let mut scratch = PreTokenizerScratch::default();
                let mut raw = Vec::with_capacity(text.len() / 4);
                // The built-in pre-tokenizer knows no error; were there one, the text would have no tokens.
                let _ = Whitespace.pre_tokenize(text, &mut scratch, &mut raw);
                merge::tokens(text, &raw)
            }
            Way::File(tokenizer) => plain(text, tokenizer.get_pre_tokenizer()),
        };
        forms::number(text, &mut tokens);
        tokens
    }
}

/// The user's pre-tokens without white space at their ends, each with its kind.
fn plain(text: &str, pre_tokenizer: &PipelinePreTokenizer) -> Vec<Token> {
    let mut scratch = PreTokenizerScratch::default();
    let mut raw: Vec<RawSpan> = Vec::new();
    let _ = pre_tokenizer.pre_tokenize(text, &mut scratch, &mut raw);
    raw.iter()
        .map(|span| {
            Span {
                start: span.start,
                end: span.end,
            }
            .trim(text)
        })
        .filter(|span| !span.is_empty())
        .map(|span| Token {
            span,
            kind: merge::kind_of(span.of(text)),
            form: 0,
        })
        .collect()
}

fn names_byte_level(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Object(map) => map.get("type").is_some_and(|kind| kind == "ByteLevel") || map.values().any(names_byte_level),
        serde_json::Value::Array(items) => items.iter().any(names_byte_level),
        _ => false,
    }
}
