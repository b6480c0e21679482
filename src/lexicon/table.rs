//! Rows and cells of a lexicon file, with their line numbers.

use std::path::PathBuf;

use super::problem::{Located, Problem, Problems};

/// Columns of a file of entries.
pub const ENTRIES: &[&str] = &[
    "id",
    "kind",
    "class",
    "name",
    "alias",
    "case",
    "reading",
    "needs",
    "not_before",
    "not_after",
    "from",
    "to",
    "priority",
    "codes",
    "source",
];
const CUES: &[&str] = &["kind", "cue", "pos", "code", "target", "flags", "source"];
const VERBS: &[&str] = &["lemma", "irregular", "source"];
const EXAMPLES: &[&str] = &["id", "text", "expect"];
const STANCE_EXAMPLES: &[&str] = &["text", "holder", "target", "polarity"];

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Entities with their aliases.
    Entries,
    /// Cues.
    Cues,
    /// Verb lemmas.
    Verbs,
    /// Sentences with a mention in braces.
    Examples,
    /// Sentences with a stance.
    StanceExamples,
}

/// A file's rows.
pub struct Table<'a> {
    path: PathBuf,
    /// What the rows are.
    pub form: Form,
    columns: &'static [&'static str],
    rows: Vec<(usize, Vec<&'a str>)>,
}

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table<'t>,
    line: usize,
    cells: &'t [&'t str],
}

impl<'a> Table<'a> {
    /// Reads the header and splits the rows; `None` where the header is unknown.
    pub fn read(path: &str, text: &'a str, problems: &mut Problems) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#') && !line.is_empty());
        let (header_line, header) = lines.next().unwrap_or((0, ""));
        let names: Vec<&str> = header.split('\t').collect();
        let forms = [
            (Form::Entries, ENTRIES),
            (Form::Cues, CUES),
            (Form::Verbs, VERBS),
            (Form::Examples, EXAMPLES),
            (Form::StanceExamples, STANCE_EXAMPLES),
        ];
        let Some((form, columns)) = forms.into_iter().find(|(_, columns)| *columns == names) else {
            problems.push(path, header_line + 1, Problem::Header(header.to_owned()));
            return None;
        };
        let mut table = Table {
            path: path.into(),
            form,
            columns,
            rows: Vec::new(),
        };
        for (index, line) in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() == columns.len() {
                table.check_blanks(index + 1, &cells, problems);
                table.rows.push((index + 1, cells));
            } else {
                problems.push(
                    path,
                    index + 1,
                    Problem::Cells {
                        found: cells.len(),
                        expected: columns.len(),
                    },
                );
            }
        }
        Some(table)
    }

    fn check_blanks(&self, line: usize, cells: &[&str], problems: &mut Problems) {
        for (&value, &column) in cells.iter().zip(self.columns) {
            let blank = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
            let bytes = value.as_bytes();
            if blank(bytes.first()) || blank(bytes.last()) || value.contains("  ") {
                problems.push(
                    &self.path,
                    line,
                    Problem::Blanks {
                        column,
                        value: value.to_owned(),
                    },
                );
            }
        }
    }

    /// The rows, in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row {
            table: self,
            line: *line,
            cells,
        })
    }
}

impl<'t> Row<'t> {
    /// The cell of a column of the file's form.
    pub fn cell(&self, column: &str) -> &'t str {
        self.table
            .columns
            .iter()
            .position(|name| *name == column)
            .map_or("", |at| self.cells[at])
    }

    /// The items of a cell that holds a list.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(column).split('|').filter(|item| !item.is_empty())
    }

    /// Where the row stands.
    pub fn at(&self) -> Located {
        Located {
            path: self.table.path.clone(),
            line: self.line,
        }
    }

    /// Notes a problem with this row.
    pub fn problem(&self, problems: &mut Problems, problem: Problem) {
        problems.push(&self.table.path, self.line, problem);
    }

    /// The cell as one of `known`, or a problem.
    pub fn one_of<T: Copy>(&self, column: &'static str, known: &[(&str, T)], problems: &mut Problems) -> Option<T> {
        let value = self.cell(column);
        let found = known.iter().find(|(name, _)| *name == value).map(|(_, it)| *it);
        if found.is_none() {
            let names: Vec<&str> = known
                .iter()
                .map(|(name, _)| if name.is_empty() { "(empty)" } else { *name })
                .collect();
            self.problem(
                problems,
                Problem::Unknown {
                    column,
                    value: value.to_owned(),
                    known: names.join(" "),
                },
            );
        }
        found
    }
}
