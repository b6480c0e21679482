//! What a line of Markdown begins with: the marks of headings, notes, tables and items.

use crate::layout::bullets::{Bullet, bullet};
use crate::layout::chars::is_address;

/// Level of an ATX heading, and the length of its mark.
pub(super) fn atx(line: &str) -> Option<(u8, usize)> {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    let spaced = line[level..].starts_with([' ', '\t']) && !line[level..].trim().is_empty();
    ((1..=6).contains(&level) && spaced).then(|| (u8::try_from(level).unwrap_or(6), level))
}

/// Level of the heading that a row of "=" or "-" underlines.
pub(super) fn underline(line: &str) -> Option<u8> {
    let all = |byte| line.bytes().all(|other| other == byte);
    if line.len() < 2 {
        None
    } else if all(b'=') {
        Some(1)
    } else if all(b'-') {
        Some(2)
    } else {
        None
    }
}

/// Length of "[^1]:" and the like.
pub(super) fn note_mark(line: &str) -> Option<usize> {
    let rest = line.strip_prefix("[^")?;
    let close = rest.find("]:")?;
    (close > 0 && close < 60 && !rest[..close].contains(char::is_whitespace)).then_some(2 + close + 2)
}

pub(super) fn is_link_definition(line: &str) -> bool {
    line.starts_with('[')
        && line
            .find("]: ")
            .is_some_and(|close| close < 100 && is_address(line[close + 3..].split(' ').next().unwrap_or("")))
}

pub(super) fn is_delimiter_row(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// Length of an item's mark.
pub(super) fn item_mark(line: &str) -> Option<usize> {
    match bullet(line)? {
        Bullet::Glyph(length) => (!line[length..].trim().is_empty()).then_some(length),
        Bullet::Number(_) if !line.starts_with('(') => line.find([' ', '\t']),
        _ => None,
    }
}
