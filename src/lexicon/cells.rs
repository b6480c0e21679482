//! One row of a table of entries, to an entity and an alias.

use super::codes::Codes;
use super::entity::{Alias, CASES, Class, Date, Entity, Need, PREFIXES, Policy, READINGS};
use super::phrase::slots;
use super::problem::{Problem, Problems};
use super::table::{Row, list};

/// The cells of a row.
pub(super) struct Cells<'t> {
    pub id: &'t str,
    pub kind: &'t str,
    pub class: &'t str,
    pub name: &'t str,
    alias: &'t str,
    case: &'t str,
    reading: &'t str,
    needs: &'t str,
    not_before: &'t str,
    not_after: &'t str,
    from: &'t str,
    to: &'t str,
    priority: &'t str,
    pub codes: &'t str,
}

impl<'t> Cells<'t> {
    pub fn of(row: &Row<'t>) -> Self {
        let mut cells = row.cells::<15>().into_iter();
        let mut next = || cells.next().unwrap_or_default();
        // In the order of the columns; the last of them, the source, is for readers of the file.
        Self {
            id: next(),
            kind: next(),
            class: next(),
            name: next(),
            alias: next(),
            case: next(),
            reading: next(),
            needs: next(),
            not_before: next(),
            not_after: next(),
            from: next(),
            to: next(),
            priority: next(),
            codes: next(),
        }
    }
}

pub(super) fn alias(row: &Row, cells: &Cells, entity: u32, problems: &mut Problems) -> Option<Alias> {
    if cells.alias.is_empty() {
        row.problem(problems, Problem::Empty("alias"));
        return None;
    }
    if cells.id.starts_with("theme:") && slots(cells.alias).is_none() {
        row.problem(problems, Problem::Alternatives(cells.alias.to_owned()));
    }
    let case = row.one_of("case", cells.case, CASES, problems);
    let reading = row.one_of("reading", cells.reading, READINGS, problems);
    let priority = if cells.priority.is_empty() {
        Some(0)
    } else {
        cells.priority.parse::<i8>().ok()
    };
    if priority.is_none_or(|p| !(-100..=100).contains(&p)) {
        let (column, value) = ("priority", cells.priority.to_owned());
        row.problem(problems, Problem::Number { column, value });
    }
    let policy = policy(row, cells, problems);
    Some(Alias {
        surface: cells.alias.to_owned(),
        entity,
        case: case?,
        reading: reading?,
        priority: priority?,
        policy,
        at: row.at(),
    })
}

pub(super) fn is_id(id: &str) -> bool {
    id.split_once(':').is_some_and(|(prefix, slug)| {
        PREFIXES.contains(&prefix) && !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    })
}

pub(super) fn entity(row: &Row, cells: &Cells, problems: &mut Problems) -> Option<Entity> {
    if cells.name.is_empty() {
        row.problem(problems, Problem::Empty("name"));
    }
    let (actor, place) = classes(row, cells, problems)?;
    for code in list(cells.codes) {
        if code.split_once('=').is_none_or(|(key, value)| key.is_empty() || value.is_empty()) {
            row.problem(problems, Problem::Code(code.to_owned()));
        }
    }
    Some(Entity {
        id: cells.id.to_owned(),
        name: cells.name.to_owned(),
        actor,
        place,
        codes: Codes::new(cells.codes),
    })
}

/// The classes as actor and as place that the cells `kind` and `class` give.
fn classes(row: &Row, cells: &Cells, problems: &mut Problems) -> Option<(Option<Class>, Option<Class>)> {
    let mut classes = list(cells.class).map(Class::named);
    let classes = (classes.next(), classes.next(), classes.next());
    match (cells.kind, classes) {
        ("theme", (None, ..)) => Some((None, None)),
        ("actor", (Some(Some(class)), None, _)) if !class.is_place() => Some((Some(class), None)),
        ("place", (Some(Some(class)), None, _)) if class.is_place() => Some((None, Some(class))),
        ("actor|place", (Some(Some(actor)), Some(Some(place)), None)) if !actor.is_place() && place.is_place() => {
            Some((Some(actor), Some(place)))
        }
        _ => {
            let (class, kind) = (cells.class.to_owned(), cells.kind.to_owned());
            row.problem(problems, Problem::Class { class, kind });
            None
        }
    }
}

fn policy(row: &Row, cells: &Cells, problems: &mut Problems) -> Option<Box<Policy>> {
    let conditions = [cells.needs, cells.not_before, cells.not_after, cells.from, cells.to];
    if conditions.iter().all(|cell| cell.is_empty()) {
        return None;
    }
    let lower = |cell| list(cell).map(str::to_lowercase).collect();
    let needs = list(cells.needs).map(|need| {
        if is_id(need) {
            Need::Id(need.to_owned())
        } else {
            Need::Phrase(need.to_lowercase())
        }
    });
    let mut date = |column: &'static str, value: &str| {
        let date = Date::parse(value);
        if date.is_none() && !value.is_empty() {
            let value = value.to_owned();
            row.problem(problems, Problem::Date { column, value });
        }
        date
    };
    let (from, to) = (date("from", cells.from), date("to", cells.to));
    if let (Some(a), Some(b)) = (from, to)
        && a >= b
    {
        let (from, to) = (cells.from.to_owned(), cells.to.to_owned());
        row.problem(problems, Problem::Reversed { from, to });
    }
    let policy = Policy {
        needs: needs.collect(),
        not_before: lower(cells.not_before),
        not_after: lower(cells.not_after),
        from,
        to,
    };
    (policy != Policy::default()).then(|| Box::new(policy))
}
