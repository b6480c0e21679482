//! Tables with a header: a name a row, or an alias a row.

use super::{ImportOptions, Imported};
use crate::lexicon::entity::Class;

pub fn read(text: &str, options: &ImportOptions, imported: &mut Imported) {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains('\t') {
        b'\t'
    } else if first.matches(';').count() > first.matches(',').count() {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes());
    let headers: Vec<String> = reader
        .headers()
        .map(|row| row.iter().map(|cell| cell.trim().to_lowercase()).collect())
        .unwrap_or_default();
    let column = |names: &[&str]| headers.iter().position(|header| names.contains(&header.as_str()));
    let Some(name) = column(&["name", "label", "entity", "word", "term"]) else {
        return imported.problem(
            1,
            format!(
                "no column `name` among {}; name the columns name, aliases, class, id",
                headers.join(", ")
            ),
        );
    };
    let (aliases, class, id) = (
        column(&["aliases", "alias", "altlabel", "synonyms"]),
        column(&["class", "type"]),
        column(&["id"]),
    );
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                imported.problem(usize::try_from(line).unwrap_or(0), format!("the row cannot be read: {error}"));
                continue;
            }
        };
        let line = row.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(0));
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", str::trim);
        let Some(class) = class_of(cell(class), options, line, imported) else {
            continue;
        };
        if cell(Some(name)).is_empty() {
            imported.problem(line, "the name is empty");
            continue;
        }
        let given = Some(cell(id)).filter(|id| !id.is_empty());
        if let Some(id) = imported.entry(line, given, class, cell(Some(name))) {
            imported.alias(line, &id, cell(Some(name)), "");
            for alias in cell(aliases).split(['|', ';']) {
                imported.alias(line, &id, alias, "");
            }
        }
    }
}

/// The class that a cell names, or the options'; `theme` is the class of themes. `None` with a problem noted where neither tells.
#[expect(clippy::option_option, reason = "outside: is it known; inside: themes have no class")]
pub fn class_of(cell: &str, options: &ImportOptions, line: usize, imported: &mut Imported) -> Option<Option<Class>> {
    let lower = cell.to_lowercase();
    if lower == "theme" {
        return Some(None);
    }
    let class = if cell.is_empty() {
        options.class
    } else {
        Class::named(&lower).or(options.class)
    };
    if class.is_none() {
        let problem = if cell.is_empty() {
            "no class; give a column `class`, or --class".to_owned()
        } else {
            format!(
                "class {cell:?} is unknown; use one of {}",
                Class::names().collect::<Vec<_>>().join(" ")
            )
        };
        imported.problem(line, problem);
    }
    class.map(Some)
}
