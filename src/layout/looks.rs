//! What a line or a short chunk looks like by its own words: heading, caption, source line, contents, copyright.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::chars::{capitals, has_sentence_end, is_all_caps, starts_upper};

/// Longer chunks are paragraphs, whatever they look like.
pub(super) const LONGEST_SPECIAL: usize = 420;

/// Whether `content` is short and ends as no sentence does.
pub(super) fn looks_like_heading(content: &str) -> bool {
    // 'They said: "We agree."' ends as a sentence does.
    let ending = content.trim_end_matches(['"', '”', '’', '»']);
    if content.len() > 220 || ending.ends_with(['.', ',', ';', '–', '-', '…']) || !starts_upper(content) {
        return false;
    }
    let (upper, all) = capitals(content);
    let words = content.split_whitespace().count();
    let most_words = match content.chars().next_back() {
        Some(':') => 4,
        Some('?' | '!') => 16,
        _ if upper * 10 >= all * 6 => 22,
        _ => 14,
    };
    all > 0 && words <= most_words && !has_sentence_end(content) && !content.contains("://")
}

/// "Figure 1. …", "Table 2: …".
pub(super) fn is_caption(content: &str) -> bool {
    let (word, rest) = content.split_once([' ', '\u{A0}']).unwrap_or((content, ""));
    let named = [
        "figure",
        "fig.",
        "table",
        "map",
        "chart",
        "graph",
        "box",
        "exhibit",
        "photo",
        "image",
        "diagram",
        "infographic",
    ];
    if !named.iter().any(|name| word.eq_ignore_ascii_case(name)) {
        return false;
    }
    let number = rest.find(['.', ':', ' ', '–', '—', '|']).map_or(rest, |end| &rest[..end]);
    let is_number = number.contains(|c: char| c.is_ascii_digit()) || number.chars().all(|c| "IVX".contains(c));
    let after = rest[number.len()..].trim_start();
    let is_closed = after.is_empty() || after.starts_with(['.', ':', '–', '—', '|']) || is_all_caps(word);
    (1..=6).contains(&number.len()) && is_number && is_closed
}

/// "Source: …" below a figure or table.
pub(super) fn is_source_line(content: &str) -> bool {
    ["Source:", "Sources:", "SOURCE:", "SOURCES:", "Source :", "Data:", "Data source:"]
        .iter()
        .any(|start| content.starts_with(start))
}

/// "Introduction ........ 3".
pub(super) fn is_contents_line(content: &str) -> bool {
    if has_leaders(content) {
        return true;
    }
    let bare = content.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    bare.len() < content.len() && (bare.ends_with("...") || bare.ends_with(". . .") || bare.ends_with('…'))
}

/// Three and more leaders, each before a page number.
pub(super) fn has_leaders(content: &str) -> bool {
    if memchr::memchr_iter(b'.', content.as_bytes()).count() < 9 {
        return false;
    }
    let leaders = content.match_indices("...").filter(|(at, _)| {
        content[at + 3..]
            .trim_start_matches(['.', ' '])
            .starts_with(|c: char| c.is_ascii_digit() || c == 'v' || c == 'i')
    });
    leaders.take(3).count() == 3 || content.matches(". . . . .").take(3).count() == 3
}

/// What copyright and contact lines begin with.
const LEGAL_STARTS: &[&str] = &[
    "©",
    "copyright",
    "(c) 20",
    "(c) 19",
    "contact:",
    "contacts:",
    "tel:",
    "tel.",
    "phone:",
    "e-mail:",
    "email:",
    "issn",
    "isbn",
    "printed in ",
    "disclaimer:",
];

/// What copyright lines say.
static LEGAL_PHRASES: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let phrases = [
        "all rights reserved",
        "not for onward distribution",
        "not for distribution",
        "not for citation",
        "creative commons",
        "no part of this publication",
        "may be reproduced",
    ];
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(phrases)
        .expect("a handful of phrases")
});

/// Copyright and contact lines.
pub(super) fn is_legal(content: &str) -> bool {
    let begins = |start: &&str| content.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    let is_contact = || (content.contains('@') || content.contains("www.")) && has_contact(content);
    content.len() <= LONGEST_SPECIAL
        && (LEGAL_STARTS.iter().any(begins) || is_contact() || (content.len() <= 250 && LEGAL_PHRASES.is_match(content)))
}

/// Whether a mail address or a web site is most of the line.
fn has_contact(content: &str) -> bool {
    let words = content.split_whitespace().count();
    let is_mail = |word: &str| {
        let bare = word.trim_matches(['.', ',', '<', '>', '(', ')']);
        bare.split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
    };
    let has_mail = words <= 14 && content.split_whitespace().any(is_mail);
    has_mail || (words <= 4 && content.contains("www.") && !content.ends_with('.'))
}
