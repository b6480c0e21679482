//! quanteda dictionaries: `category: [pattern, ...]`, categories within categories.

use serde_yaml_ng::Value;

use super::{ImportOptions, Imported};

pub fn read(text: &str, options: &ImportOptions, imported: &mut Imported) {
    match serde_yaml_ng::from_str::<Value>(text) {
        Ok(Value::Mapping(top)) => {
            let mut lines = Lines { text, from: 0 };
            for (key, value) in &top {
                category(&[scalar(key).unwrap_or_default()], value, options, &mut lines, imported);
            }
        }
        Ok(_) => imported.problem(1, "no dictionary: categories with lists of words are expected"),
        Err(error) => {
            let line = error.location().map_or(1, |at| at.line());
            imported.problem(line, format!("not YAML: {error}"));
        }
    }
}

/// A category's own words are an entry; categories within it are entries of their own, named by the innermost.
fn category(path: &[String], value: &Value, options: &ImportOptions, lines: &mut Lines, imported: &mut Imported) {
    let name = path.last().map_or("", String::as_str);
    let line = lines.find(name);
    match value {
        Value::Mapping(inner) => {
            for (key, value) in inner {
                let inner = [path, &[scalar(key).unwrap_or_default()]].concat();
                category(&inner, value, options, lines, imported);
            }
        }
        Value::Sequence(items) => {
            for item in items {
                match (item, scalar(item)) {
                    (_, Some(word)) => pattern(name, &word, options, lines, imported),
                    (Value::Mapping(_), None) => category(path, item, options, lines, imported),
                    _ => imported.problem(line, format!("{name}: an item that is neither a word nor a category")),
                }
            }
        }
        other => match scalar(other) {
            Some(word) => pattern(name, &word, options, lines, imported),
            None => imported.problem(line, format!("{name} has no words")),
        },
    }
}

/// A final `*` is what stems do for themes anyway; a `*` or `?` elsewhere has no counterpart.
fn pattern(name: &str, word: &str, options: &ImportOptions, lines: &mut Lines, imported: &mut Imported) {
    let line = lines.find(word);
    let plain = word.strip_suffix('*').unwrap_or(word).replace('_', " ");
    if plain.contains(['*', '?']) || plain.trim().len() < 2 {
        return imported.problem(
            line,
            format!("pattern {word:?} of {name} has a wildcard within; write out the words that are meant"),
        );
    }
    if word.ends_with('*') && options.class.is_some() {
        return imported.problem(
            line,
            format!("pattern {word:?} of {name} ends with a wildcard; names of {name} are found as written, so write them out"),
        );
    }
    if let Some(id) = imported.entry(line, None, options.class, name) {
        imported.alias(line, &id, &plain, if options.class.is_some() { "any" } else { "" });
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// Finds the line of each word in turn; YAML values do not know theirs.
struct Lines<'t> {
    text: &'t str,
    from: usize,
}

impl Lines<'_> {
    fn find(&mut self, word: &str) -> usize {
        if let Some(at) = self.text[self.from..].find(word) {
            self.from += at;
        }
        1 + self.text[..self.from].matches('\n').count()
    }
}
