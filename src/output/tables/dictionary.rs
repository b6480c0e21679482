//! The data dictionary: which columns a table has, of which type, and what they mean.

use std::collections::BTreeSet;

use super::rows::{Row, TABLES};

const COLUMNS: &str = include_str!("columns.tsv");

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Text,
    Integer,
    Number,
    Boolean,
    /// Several values joined by a vertical bar.
    List,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub of: Type,
    pub description: &'static str,
}

/// A table and its columns.
pub struct Schema {
    pub table: &'static str,
    pub columns: Vec<Column>,
}

/// The names that the rows of each table have.
#[derive(Default)]
pub struct Names([Seen; TABLES.len()]);

/// Names in the order in which they first come.
#[derive(Default)]
struct Seen {
    order: Vec<String>,
    known: BTreeSet<String>,
}

impl Names {
    /// Notes the names of a row.
    pub fn see(&mut self, table: usize, row: &Row) {
        let seen = &mut self.0[table];
        for (name, _) in row {
            if !seen.known.contains(name) {
                seen.known.insert(name.clone());
                seen.order.push(name.clone());
            }
        }
    }

    /// The columns of every table: all of the dictionary's, also where no row has them, then names it does not know.
    pub fn schemas(&self) -> Vec<Schema> {
        let tables = TABLES.iter().zip(&self.0);
        tables
            .map(|((table, _), seen)| Schema {
                table,
                columns: columns(table, &seen.order),
            })
            .collect()
    }
}

fn columns(table: &str, seen: &[String]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for entry in entries().filter(|entry| entry.table == table || entry.table == "*") {
        match entry.name.strip_suffix('*') {
            None => columns.push(entry.column(entry.name)),
            Some(start) => {
                let open: Vec<Column> = seen
                    .iter()
                    .filter(|name| is_open(name, start, table))
                    .map(|name| entry.column(name))
                    .collect();
                columns.extend(open);
            }
        }
    }
    for name in seen {
        if !columns.iter().any(|column| column.name == *name) {
            columns.push(Column {
                name: name.clone(),
                of: Type::Text,
                description: "A field that the dictionary does not know",
            });
        }
    }
    columns
}

/// Whether a name begins with `start` and has no entry of its own.
fn is_open(name: &str, start: &str, table: &str) -> bool {
    name.starts_with(start) && !entries().any(|entry| entry.table == table && entry.name == name)
}

/// A line of the dictionary.
struct Entry {
    table: &'static str,
    name: &'static str,
    of: Type,
    description: &'static str,
}

impl Entry {
    fn column(&self, name: &str) -> Column {
        Column {
            name: name.to_owned(),
            of: self.of,
            description: self.description,
        }
    }
}

fn entries() -> impl Iterator<Item = Entry> {
    COLUMNS.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Entry {
            table: cells.next()?,
            name: cells.next()?,
            of: match cells.next()? {
                "integer" => Type::Integer,
                "number" => Type::Number,
                "boolean" => Type::Boolean,
                "list" => Type::List,
                _ => Type::Text,
            },
            description: cells.next()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_dictionary_is_whole_and_stands_once() {
        let mut seen = BTreeSet::new();
        for line in COLUMNS.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            assert!(["string", "integer", "number", "boolean", "list"].contains(&cells[2]), "{line}");
            assert!(cells[0] == "*" || TABLES.iter().any(|(table, _)| *table == cells[0]), "{line}");
            assert!(seen.insert((cells[0], cells[1])), "twice: {line}");
        }
    }
}
