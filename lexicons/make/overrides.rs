//! Hand corrections: `overrides/NAME.tsv`, applied to a made lexicon, so that nothing made is edited.
//!
//! | action | what it does |
//! |---|---|
//! | `new` | an id, in place of what the sources say of it: its name (an alias too), further aliases, codes |
//! | `add` | aliases for an id that is there, with the policy of the row |
//! | `set` | the filled policy cells for aliases that are there (`-` empties a cell) |
//! | `drop` | aliases; `*` drops the id |
//! | `rename` | the display name; the old name stays an alias |
//! | `code` | further codes |

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::entry::{Alias, Entry, Lexicon};
use crate::table::{Row, Table};

/// Applies an override file, in file order; a missing file changes nothing.
///
/// # Errors
///
/// Names the rows whose id or alias is not there: such a row has outlived its reason.
pub fn apply(path: &Path, kind: &str, class: &str, lexicon: &mut Lexicon) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let table = Table::read(path)?;
    table.require(&["action", "id", "name", "alias", "case", "reading", "needs", "codes"])?;
    let mut problems = Vec::new();
    for row in table.rows() {
        if let Err(problem) = apply_row(row, kind, class, lexicon) {
            problems.push(format!("{}: {problem:#}", row.place()));
        }
    }
    if !problems.is_empty() {
        bail!("{}", problems.join("\n"));
    }
    Ok(())
}

fn apply_row(row: Row, kind: &str, class: &str, lexicon: &mut Lexicon) -> Result<()> {
    let id = row.get("id");
    let action = row.get("action");
    if action == "new" {
        lexicon.entries.insert(id.into(), Entry::new(kind, class, row.get("name")));
    }
    if action == "drop" && row.get("alias") == "*" {
        return lexicon.entries.remove(id).map(|_| ()).with_context(|| format!("{id} is not there"));
    }
    let entry = lexicon.entries.get_mut(id).with_context(|| format!("{id} is not there"))?;
    match action {
        "new" | "add" => {
            if action == "new" {
                entry.add(row.get("name"), policy(row));
            }
            for alias in row.list("alias", '|') {
                entry.add_by_hand(alias, policy(row));
            }
        }
        "rename" => row.get("name").clone_into(&mut entry.name),
        "drop" => {
            for alias in row.list("alias", '|') {
                entry
                    .aliases
                    .remove(alias)
                    .with_context(|| format!("{id} has no alias {alias:?}"))?;
            }
        }
        "set" => {
            for alias in row.list("alias", '|') {
                let there = entry.aliases.get_mut(alias);
                change(there.with_context(|| format!("{id} has no alias {alias:?}"))?, row);
            }
        }
        "code" => {}
        other => bail!("unknown action {other:?}"),
    }
    for code in row.list("codes", '|') {
        let (key, value) = code.split_once('=').with_context(|| format!("code {code:?} has no ="))?;
        entry.code(key, value);
    }
    Ok(())
}

fn policy(row: Row) -> Alias {
    let mut alias = Alias::literal("curated");
    change(&mut alias, row);
    alias
}

fn change(alias: &mut Alias, row: Row) {
    let cells = [
        ("case", &mut alias.case),
        ("reading", &mut alias.reading),
        ("needs", &mut alias.needs),
        ("not_before", &mut alias.not_before),
        ("not_after", &mut alias.not_after),
        ("priority", &mut alias.priority),
    ];
    for (column, cell) in cells {
        match row.get(column) {
            "" => {}
            "-" => cell.clear(),
            value => value.clone_into(cell),
        }
    }
}
