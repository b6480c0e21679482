//! What can be wrong with a lexicon file, and what to do about it.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// A place in a lexicon file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located {
    /// The file.
    pub path: Arc<Path>,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
}

/// What is wrong, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Problem {
    /// A folder without lexicon files.
    #[error("no .tsv file in this folder; name a folder with lexicons, or a file")]
    NoFiles,
    /// Bytes that are not UTF-8.
    #[error("not UTF-8; save the file as UTF-8")]
    NotUtf8,
    /// The file cannot be read.
    #[error("cannot be read ({0}); check the path and its permissions")]
    Unreadable(String),
    /// A header that no form of lexicon has.
    #[error("header {0:?} is none of the known ones; begin with `{expected}` (tabs between)", expected = super::table::ENTRIES.join(" "))]
    Header(String),
    /// Too few or too many cells.
    #[error("{found} cells where the header has {expected}; separate cells by one tab each")]
    Cells {
        /// Cells in the row.
        found: usize,
        /// Columns of the header.
        expected: usize,
    },
    /// White space that does not belong.
    #[error("column {column}: {value:?} begins or ends with a blank, or has two in a row; take them out")]
    Blanks {
        /// Column.
        column: &'static str,
        /// Cell.
        value: String,
    },
    /// An empty cell that must not be empty.
    #[error("column {0} is empty; fill it in")]
    Empty(&'static str),
    /// A value outside its list.
    #[error("column {column}: {value:?} is unknown; use one of {known}")]
    Unknown {
        /// Column.
        column: &'static str,
        /// Cell.
        value: String,
        /// What is allowed.
        known: String,
    },
    /// An id that does not look like one.
    #[error("id {0:?} is no id; write prefix:slug, such as `group:etim`, with one of the prefixes {known}", known = super::entity::PREFIXES.join(" "))]
    Id(String),
    /// A class that does not fit the kind.
    #[error("class {class:?} does not fit kind {kind:?}; one class a kind, in the same order")]
    Class {
        /// Class cell.
        class: String,
        /// Kind cell.
        kind: String,
    },
    /// An id that no row describes.
    #[error("id {0:?} is described nowhere; give kind, class and name in its first row")]
    Undescribed(String),
    /// An id that two rows describe.
    #[error("id {id:?} is described again (first at {first}); leave kind, class, name and codes empty here")]
    DescribedTwice {
        /// Id.
        id: String,
        /// First description.
        first: String,
    },
    /// The same alias for the same id, twice.
    #[error("alias {alias:?} already names {id} ({first}); keep one")]
    Twice {
        /// Alias.
        alias: String,
        /// Id.
        id: String,
        /// First row.
        first: String,
    },
    /// The same alias for two ids that nothing tells apart.
    #[error("alias {alias:?} already names {other} ({first}); keep one, or give each a `needs`")]
    Clash {
        /// Alias.
        alias: String,
        /// The other id.
        other: String,
        /// Its row.
        first: String,
    },
    /// Not a whole number.
    #[error("column {column}: {value:?} is no whole number from -100 to 100")]
    Number {
        /// Column.
        column: &'static str,
        /// Cell.
        value: String,
    },
    /// Not a date.
    #[error("column {column}: {value:?} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")]
    Date {
        /// Column.
        column: &'static str,
        /// Cell.
        value: String,
    },
    /// Dates in the wrong order.
    #[error("`from` {from} is not before `to` {to}; exchange them")]
    Reversed {
        /// From.
        from: String,
        /// To.
        to: String,
    },
    /// A code that is not `key=value`.
    #[error("code {0:?} is not `key=value`")]
    Code(String),
    /// A theme phrase whose braces do not pair.
    #[error("phrase {0:?} has braces that do not pair; write alternatives as {{one|two}}, not nested")]
    Alternatives(String),
    /// An example without its braces.
    #[error("example {0:?} has no single pair of braces; put the mention in {{braces}}")]
    Braces(String),
}

/// Every problem found, in the order of files and lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<(Located, Problem)>);

impl Problems {
    /// A single problem.
    pub fn one(path: &Path, line: usize, problem: Problem) -> Self {
        Self(vec![(Located { path: path.into(), line }, problem)])
    }

    /// Adds a problem.
    pub fn push(&mut self, path: impl AsRef<Path>, line: usize, problem: Problem) {
        self.0.push((
            Located {
                path: path.as_ref().into(),
                line,
            },
            problem,
        ));
    }

    /// Adds the problems of another.
    pub fn extend(&mut self, others: Problems) {
        self.0.extend(others.0);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each with its place.
    pub fn iter(&self) -> impl Iterator<Item = &(Located, Problem)> {
        self.0.iter()
    }

    pub(super) fn sorted(mut self) -> Self {
        self.0.sort();
        self
    }
}

impl fmt::Display for Located {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}", self.path.display())
        } else {
            write!(f, "{}:{}", self.path.display(), self.line)
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (index, (at, problem)) in self.0.iter().enumerate() {
            let newline = if index == 0 { "" } else { "\n" };
            write!(f, "{newline}{at}: {problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
