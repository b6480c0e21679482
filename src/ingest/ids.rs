//! Ids of documents: of files by name and content, of records as they come.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization as _;

use crate::digest::sha256;
use crate::document::Head;

/// Longest id that names a file on disk, in bytes.
const LONGEST: usize = 120;
/// Longest slug of a file's name.
const LONGEST_SLUG: usize = 100;

/// The id of a file: its name as a slug, a hyphen, the first 8 hex digits of its SHA-256.
pub fn file_id(path: &str, sha256: &str) -> String {
    format!("{}-{}", slug(path), &sha256[..sha256.len().min(8)])
}

/// A file's name without folders and extensions, in small ASCII letters, digits and hyphens.
pub(super) fn slug(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = if name == "-" { "stdin" } else { name };
    let bare = name.strip_suffix(".gz").unwrap_or(name);
    let stem = bare
        .rsplit_once('.')
        .map_or(bare, |(stem, _)| if stem.is_empty() { bare } else { stem });
    let mut slug = String::new();
    for c in stem.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
        if slug.len() == LONGEST_SLUG {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "document".to_owned() } else { slug.to_owned() }
}

/// The name, without extension, of the file that holds the document `id`: the id where it is safe on any
/// disk, else its digest.
pub fn on_disk(id: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    let is_safe = !id.is_empty() && id.len() <= LONGEST && id.bytes().all(safe) && !id.starts_with('.');
    if is_safe { id.to_owned() } else { sha256(id.as_bytes()) }
}

/// The ids of a run so far: keeps them unique.
#[derive(Debug, Default)]
pub struct Ids {
    seen: FxHashMap<String, String>,
}

/// What became of a document that asked for its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// It has an id of its own.
    New,
    /// The same document was there before.
    Duplicate,
}

impl Ids {
    /// Admits a document with the source text `text`; call in the order of path and line.
    ///
    /// The same id with the same text is a duplicate. A record with another text than an earlier one of its
    /// id gets a hyphen and 8 hex digits of its text.
    pub fn admit(&mut self, head: &mut Head, text: &str) -> Admission {
        let digest = sha256(text.as_bytes());
        loop {
            match self.seen.get(&head.id) {
                None => {
                    self.seen.insert(head.id.clone(), digest);
                    return Admission::New;
                }
                Some(known) if *known == digest => return Admission::Duplicate,
                Some(_) => head.id = format!("{}-{}", head.id, &digest[..8]),
            }
        }
    }
}
