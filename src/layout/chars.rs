//! What single characters and line ends tell.

/// White space, or a control character: nothing to see.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Closing quotation marks and brackets.
fn closes(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '}')
}

/// Opening quotation marks and brackets.
fn opens(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[')
}

/// Whether a line ends as a sentence or a list's introduction does; a glued note number does not count.
pub(super) fn is_finished(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit() || is_superscript(c));
    let mark_length = line.len() - bare.len();
    let line = if mark_length <= 3 && bare.ends_with(|c| closes(c) || ends_sentence(c)) {
        bare
    } else {
        line
    };
    line.trim_end_matches(closes)
        .ends_with(|c| ends_sentence(c) || matches!(c, ':' | ';'))
}

/// A full stop and what does the same work.
pub(super) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// Whether a line goes on in lower case.
pub(super) fn starts_lower(line: &str) -> bool {
    line.trim_start_matches(opens).starts_with(char::is_lowercase)
}

/// Whether a line begins as a sentence or heading does.
pub(super) fn starts_upper(line: &str) -> bool {
    line.trim_start_matches(opens)
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

/// Whether a sentence ends within a line, rather than an abbreviation.
pub(super) fn has_sentence_end(line: &str) -> bool {
    let bytes = line.as_bytes();
    memchr::memmem::find_iter(bytes, b". ").any(|at| {
        let word = bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
        word >= 4 && bytes.get(at + 2).is_some_and(u8::is_ascii_uppercase)
    })
}

/// The value of a superscript digit.
pub(super) fn superscript(c: char) -> Option<u32> {
    match c {
        '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(c as u32 - '⁰' as u32),
        _ => None,
    }
}

/// Whether `c` is a superscript digit.
pub(super) fn is_superscript(c: char) -> bool {
    superscript(c).is_some()
}

/// Whether a line is nothing but web addresses.
pub(super) fn is_address(line: &str) -> bool {
    line.len() > 8
        && line.starts_with(['h', 'w', 'f', '<', '('])
        && line
            .split_whitespace()
            .all(|word| is_address_start(word.trim_start_matches(['<', '('])))
}

/// Whether a line breaks off at a word that never ends a paragraph.
pub(super) fn ends_open(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or(line);
    matches!(
        last,
        "the"
            | "a"
            | "an"
            | "of"
            | "and"
            | "or"
            | "to"
            | "in"
            | "on"
            | "for"
            | "with"
            | "by"
            | "from"
            | "at"
            | "as"
            | "that"
            | "which"
            | "its"
            | "their"
            | "is"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "but"
            | "between"
            | "into"
            | "than"
            | "this"
            | "these"
            | "against"
    )
}

/// Whether a web address begins here.
pub(super) fn is_address_start(text: &str) -> bool {
    ["http://", "https://", "www.", "ftp://"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// Whether a line is a rule: one character over and over.
pub(super) fn is_rule(line: &str) -> bool {
    let Some(first) = line.chars().next() else { return false };
    matches!(first, '_' | '-' | '–' | '—' | '─' | '━' | '═' | '=' | '*' | '~' | '‾' | '⎯')
        && line.chars().all(|c| c == first || c == ' ')
        && line.chars().filter(|&c| c == first).count() >= 3
}

/// The number of words that begin with a capital, and of all words that begin with a letter.
pub(super) fn capitals(text: &str) -> (usize, usize) {
    let firsts = text
        .split_whitespace()
        .filter_map(|word| word.trim_start_matches(opens).chars().next());
    firsts
        .filter(|c| c.is_alphabetic())
        .fold((0, 0), |(upper, all), c| (upper + usize::from(c.is_uppercase()), all + 1))
}

/// Whether the letters are capitals throughout.
pub(super) fn is_all_caps(text: &str) -> bool {
    let has_small = text.bytes().any(|byte| byte.is_ascii_lowercase()) || text.chars().any(char::is_lowercase);
    !has_small && text.chars().filter(|c| c.is_uppercase()).count() >= 3
}
