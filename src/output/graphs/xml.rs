//! Text and values in XML.

use serde_json::Value;

/// Text for XML 1.0: markup escaped, characters that XML forbids left out.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(character),
        }
    }
    safe
}

/// A value as the text of an attribute; `None` for null.
pub fn value(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(escape(text)),
        other => Some(other.to_string()),
    }
}
