//! Rows and cells of a lexicon file, with their line numbers.

use std::path::Path;
use std::sync::Arc;

use memchr::memmem;

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
    path: Arc<Path>,
    /// What the rows are.
    pub form: Form,
    columns: &'static [&'static str],
    /// The line of each row.
    lines: Vec<usize>,
    /// The cells of all rows, one row after another.
    cells: Vec<&'a str>,
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
            path: Path::new(path).into(),
            form,
            columns,
            lines: Vec::new(),
            cells: Vec::new(),
        };
        let has = |blanks: &str| memmem::find(text.as_bytes(), blanks.as_bytes()).is_some();
        let has_double = has("  ");
        let has_blanks = has_double || ["\t ", " \t", "\n ", " \n", "\r", "\x0c"].into_iter().any(has) || text.ends_with(' ');
        for (index, line) in lines {
            let before = table.cells.len();
            table.push_cells(line);
            let found = table.cells.len() - before;
            if found == columns.len() {
                table.lines.push(index + 1);
                if has_blanks {
                    table.check_blanks(index + 1, has_double, problems);
                }
            } else {
                table.cells.truncate(before);
                let expected = columns.len();
                problems.push(path, index + 1, Problem::Cells { found, expected });
            }
        }
        Some(table)
    }

    fn push_cells(&mut self, line: &'a str) {
        let mut start = 0;
        for tab in memchr::memchr_iter(b'\t', line.as_bytes()) {
            self.cells.push(&line[start..tab]);
            start = tab + 1;
        }
        self.cells.push(&line[start..]);
    }

    /// Looks at the cells of the last row; `has_double` where two blanks follow one another anywhere in the file.
    fn check_blanks(&self, line: usize, has_double: bool, problems: &mut Problems) {
        let cells = &self.cells[self.cells.len() - self.columns.len()..];
        for (&value, &column) in cells.iter().zip(self.columns) {
            let blank = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
            let bytes = value.as_bytes();
            if blank(bytes.first()) || blank(bytes.last()) || has_double && value.contains("  ") {
                let value = value.to_owned();
                problems.push(&self.path, line, Problem::Blanks { column, value });
            }
        }
    }

    /// The rows, in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.lines
            .iter()
            .zip(self.cells.chunks(self.columns.len()))
            .map(|(line, cells)| Row {
                table: self,
                line: *line,
                cells,
            })
    }
}

impl<'t> Row<'t> {
    /// The cells in the order of the columns, of which the file's form has `N`.
    pub fn cells<const N: usize>(&self) -> [&'t str; N] {
        debug_assert_eq!(self.cells.len(), N, "columns of {:?}", self.table.form);
        self.cells.first_chunk().copied().unwrap_or([""; N])
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

    /// The cell `value` of a column as one of `known`, or a problem.
    pub fn one_of<T: Copy>(&self, column: &'static str, value: &str, known: &[(&str, T)], problems: &mut Problems) -> Option<T> {
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

/// The items of a cell that holds a list.
pub fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|item| !item.is_empty())
}
