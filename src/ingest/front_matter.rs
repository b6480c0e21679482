//! YAML between `---` lines at the very start of a text.

use serde_json::{Map, Value};

use crate::document::Warning;

/// Front matter is short: what is longer is text.
const LONGEST: usize = 64 * 1024;

/// The fields of the front matter, and the byte where the text proper begins.
///
/// A text may begin with a rule: where no mapping stands between the lines, it has no front matter.
pub(super) fn split(text: &str, warnings: &mut Vec<Warning>) -> Option<(Map<String, Value>, usize)> {
    let first = line(text, 0)?;
    if first.content != "---" {
        return None;
    }
    let mut at = first.next;
    let close = loop {
        let line = line(text, at).filter(|line| line.next <= LONGEST)?;
        if line.content == "---" || line.content == "..." {
            break line;
        }
        at = line.next;
    };
    match serde_yaml_ng::from_str::<Value>(&text[first.next..at]) {
        Ok(Value::Object(fields)) => Some((fields, close.next)),
        Ok(Value::Null) => Some((Map::new(), close.next)),
        Ok(_) => None,
        Err(error) => {
            if looks_like_fields(&text[first.next..at]) {
                let message = format!("the front matter is not valid YAML and was taken for text: {error}");
                warnings.push(Warning {
                    code: "front_matter".to_owned(),
                    message,
                    page: None,
                });
            }
            None
        }
    }
}

struct Line<'a> {
    content: &'a str,
    next: usize,
}

/// The line that begins at `start`; `None` at the end.
fn line(text: &str, start: usize) -> Option<Line<'_>> {
    let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
    let length = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |at| at + 1);
    Some(Line {
        content: rest[..length].trim_end(),
        next: start + length,
    })
}

fn looks_like_fields(text: &str) -> bool {
    text.lines()
        .next()
        .is_some_and(|line| line.split_once(": ").is_some_and(|(name, _)| !name.contains(' ')))
}
