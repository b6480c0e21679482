//! From paths to inputs: files by name, folders walked.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::failure::{Failure, Outcome, Reason};
use super::names::named;

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Path as given, or relative to the folder given, with `/`; `-` for standard input.
    pub path: String,
    /// Where its bytes are.
    pub place: Place,
}

/// Where an input's bytes are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a file.
    File(PathBuf),
    /// On standard input.
    Stdin,
    /// Here: for tests and callers that have read them.
    Bytes(Vec<u8>),
}

/// What stands at the paths that were given.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// What to read: in the order given, within a folder by path.
    pub inputs: Vec<Input>,
    /// What is ignored, missing or unreadable.
    pub left_out: Vec<Failure>,
}

/// Finds the inputs at `paths`.
///
/// A file given by its name is always taken. A folder is walked: known extensions, sorted by path; hidden
/// files and folders, `README*`, `LICENSE*`, side-cars and all else are left out and reported as ignored.
pub fn inputs<P: AsRef<Path>>(paths: &[P]) -> Found {
    let mut found = Found::default();
    for path in paths.iter().map(AsRef::as_ref) {
        if path == Path::new("-") {
            found.inputs.push(Input {
                path: "-".to_owned(),
                place: Place::Stdin,
            });
        } else if path.is_dir() {
            found.folder(path);
        } else if path.exists() {
            found.inputs.push(Input {
                path: slashed(path),
                place: Place::File(path.to_owned()),
            });
        } else {
            found.leave_out(slashed(path), Outcome::Failed, Reason::Missing);
        }
    }
    found
}

impl Found {
    fn folder(&mut self, folder: &Path) {
        let before = self.inputs.len();
        let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
        for entry in walkdir::WalkDir::new(folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(visible)
        {
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.file(folder, entry.path()),
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder);
                    let problem = error.io_error().map_or_else(|| "a loop of links".to_owned(), ToString::to_string);
                    self.leave_out(relative(folder, path), Outcome::Failed, Reason::Unreadable(problem));
                }
            }
        }
        if self.inputs.len() == before {
            self.leave_out(slashed(folder), Outcome::Failed, Reason::NoDocuments);
        }
        self.inputs[before..].sort();
    }

    /// A file met on a walk.
    fn file(&mut self, folder: &Path, file: &Path) {
        let path = relative(folder, file);
        match why_ignored(&file.file_name().unwrap_or_default().to_string_lossy().to_lowercase()) {
            Some(why) => self.leave_out(path, Outcome::Ignored, Reason::NotOurs(why)),
            None => self.inputs.push(Input {
                path,
                place: Place::File(file.to_owned()),
            }),
        }
    }

    fn leave_out(&mut self, path: String, outcome: Outcome, reason: Reason) {
        self.left_out.push(Failure {
            path,
            line: None,
            id: None,
            sha256: None,
            bytes: 0,
            outcome,
            reason,
        });
    }
}

/// Why a walk leaves a file of this name (in lower case) alone.
fn why_ignored(name: &str) -> Option<&'static str> {
    let bare = name.strip_suffix(".gz").unwrap_or(name);
    if name.starts_with("readme") || name.starts_with("license") || name.starts_with("licence") {
        Some("about the folder, no document")
    } else if bare.ends_with(".meta.json") || bare.ends_with(".meta.yaml") || bare.ends_with(".meta.yml") {
        Some("metadata of another file")
    } else {
        match named(name) {
            Some(known) if known.is_walked => None,
            Some(_) => Some("a table is read only where it is named"),
            None => Some("not a kind of file that is read"),
        }
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn relative(folder: &Path, path: &Path) -> String {
    slashed(path.strip_prefix(folder).unwrap_or(path))
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}
