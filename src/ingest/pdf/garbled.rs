//! Text layers whose words are none: letters apart, letters of the wrong font, what text recognition made of noise.

use crate::document::Warning;

/// Fewer words on a page tell nothing.
const FEWEST_WORDS: usize = 25;
/// One word in so many may be odd: an abbreviation, a letter that labels something.
const ODD: usize = 14;

/// Warns of the pages of `text`, parted by form feeds, that hold too many words of no language. For English and what
/// could not be told: other languages have words of one letter.
pub(super) fn warn(text: &str, warnings: &mut Vec<Warning>) {
    for (page, number) in text.split('\u{C}').zip(1..) {
        let (mut n_words, mut n_odd) = (0, 0);
        for is_odd in page.split_whitespace().filter_map(is_odd) {
            n_words += 1;
            n_odd += usize::from(is_odd);
        }
        if n_words >= FEWEST_WORDS && n_odd * ODD > n_words {
            warnings.push(Warning {
                page: Some(number),
                ..Warning::new(
                    "garbled_text",
                    "many words of the page are none: its text layer is broken; run it through text recognition (OCR) again",
                )
            });
        }
    }
}

/// Whether a word is a lone letter, has no vowel, or capitals in its middle; `None` for numbers, abbreviations, other
/// scripts.
fn is_odd(word: &str) -> Option<bool> {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{250}';
    if word.ends_with('.') || bare.is_empty() || !bare.chars().all(is_latin) {
        return None;
    }
    let is_lower = !bare.chars().any(char::is_uppercase);
    let is_lone = bare.chars().count() == 1;
    if is_lone {
        return Some(is_lower && !matches!(bare, "a" | "e" | "o" | "y" | "x"));
    }
    let has_vowel = bare.chars().any(|c| "aeiouyáéíóúàèìòùâêîôûäëïöüåøæãõ".contains(c));
    let is_name = ["Mc", "Mac", "De", "Di", "La", "Le", "Van"]
        .iter()
        .any(|start| bare.starts_with(start));
    let humps = bare
        .chars()
        .zip(bare.chars().skip(1))
        .skip(1)
        .any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    Some((is_lower && !has_vowel) || (humps && !is_name))
}
