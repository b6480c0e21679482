//! What the spelling of a token tells by itself.

use super::adjectives::by_ending;
use super::vocabulary::{Lexeme, Vocabulary};
use super::words::Tag;

/// What the spelling of a token tells.
#[derive(Debug, Clone, Copy)]
pub struct Spelled {
    /// What is known about the form.
    pub lexeme: Lexeme,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is "no".
    pub no: bool,
    /// Whether it is "such".
    pub such: bool,
    /// Whether it can stand for a number after "at least" and the like.
    pub amount: bool,
    /// Whether it counts after "a": "about a dozen", but not "about a treaty".
    pub part: bool,
    /// Whether an apostrophe or a letter outside ASCII is in it.
    pub special: bool,
    /// Whether it is a hyphen, or a dash that can be one.
    pub hyphen: bool,
    /// What it does as a sign that no neighbour touches; nothing where it is passed over.
    pub sign: Option<Tag>,
}

impl Spelled {
    /// Looks at the letters.
    pub fn of(surface: &str, vocabulary: &Vocabulary) -> Self {
        Self {
            lexeme: vocabulary.get(&lower(surface)).unwrap_or_else(|| by_ending(surface)),
            capital: surface.starts_with(char::is_uppercase),
            no: surface.eq_ignore_ascii_case("no"),
            such: surface.eq_ignore_ascii_case("such"),
            amount: AMOUNTS.contains(&surface),
            part: PARTS.contains(&surface),
            special: surface.bytes().any(|byte| byte == b'\'' || !byte.is_ascii()),
            hyphen: matches!(surface, "-" | "–" | "‐" | "‑"),
            sign: sign(surface),
        }
    }
}

fn sign(surface: &str) -> Option<Tag> {
    match surface {
        "," => Some(Tag::Comma),
        "(" | "[" => Some(Tag::Open),
        ")" | "]" => Some(Tag::Close),
        "\"" | "“" | "”" | "«" | "»" | "„" | "''" | "``" => Some(Tag::Quote),
        "'" | "‘" | "’" => Some(Tag::Quote),
        ";" | ":" | "—" | "–" | "-" | "--" | "…" | "..." | "!" | "?" => Some(Tag::Break),
        _ => None,
    }
}

/// Words that can stand for a number after "at least" and the like.
const AMOUNTS: &[&str] = &[
    "half",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousands",
    "dozens",
    "millions",
];

/// Words after "a" that count.
const PARTS: &[&str] = &[
    "billion", "couple", "dozen", "fifth", "hundred", "million", "quarter", "score", "third", "thousand", "trillion",
];

/// In lower case, with plain apostrophes.
pub fn lower(surface: &str) -> String {
    if surface.is_ascii() {
        return surface.to_ascii_lowercase();
    }
    surface
        .chars()
        .map(|c| if c == '’' { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}
