//! What can be said of a name by its letters alone: folding, slugs, shapes, likeness.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Without accents, as the program matches too; the letters that have no decomposition stay.
pub fn unaccented(name: &str) -> String {
    name.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect()
}

/// The key under which two spellings meet: no accents, one apostrophe, one hyphen, lower case.
pub fn fold(name: &str) -> String {
    let plain = unaccented(name);
    let one = plain.chars().map(|c| match c {
        '‘' | '’' | 'ʼ' | '`' | 'ʻ' => '\'',
        '–' | '—' => '-',
        c => c,
    });
    one.collect::<String>().to_lowercase()
}

/// Letters that do not decompose, as English writes them.
pub fn ascii_letters(name: &str) -> String {
    let mut plain = String::new();
    for c in unaccented(name).chars() {
        match c {
            'ø' => plain.push('o'),
            'Ø' => plain.push('O'),
            'ł' => plain.push('l'),
            'Ł' => plain.push('L'),
            'đ' | 'ð' => plain.push('d'),
            'Đ' | 'Ð' => plain.push('D'),
            'ı' => plain.push('i'),
            'ə' => plain.push('a'),
            'Ə' => plain.push('A'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'Æ' => plain.push_str("Ae"),
            'œ' => plain.push_str("oe"),
            'þ' => plain.push_str("th"),
            'Þ' => plain.push_str("Th"),
            '‘' | '’' | 'ʼ' | '`' | 'ʻ' => plain.push('\''),
            '–' | '—' => plain.push('-'),
            c => plain.push(c),
        }
    }
    plain
}

/// Lower-case ASCII letters and digits, hyphens between words.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in ascii_letters(name).to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if c != '\'' && c != '.' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_string()
}

/// Latin letters and the marks a name may carry; begins with a capital or a digit.
pub fn is_plain_name(name: &str) -> bool {
    let begins = name.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    begins
        && name.chars().filter(|c| c.is_alphabetic()).count() > 1
        && name
            .chars()
            .all(|c| u32::from(c) < 0x250 && c.is_alphanumeric() || ('\u{1e00}'..='\u{1eff}').contains(&c) || " -'’‘.–&".contains(c))
}

/// All letters are capitals (an acronym, or a shouting source).
pub fn is_all_caps(name: &str) -> bool {
    name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase)
}

/// A transliterated name as English prints it: no macrons and dots, no outer apostrophes.
pub fn without_transliteration(name: &str) -> String {
    let plain = ascii_letters(name);
    let words = plain
        .split(' ')
        .map(|word| word.trim_matches('\'').replace("-'", "-").replace("''", "'"));
    words.collect::<Vec<_>>().join(" ")
}

/// Levenshtein distance in characters, for spotting misspellings.
pub fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut line: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut corner = line[0];
        line[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let here = (corner + usize::from(ca != *cb)).min(line[j] + 1).min(line[j + 1] + 1);
            corner = line[j + 1];
            line[j + 1] = here;
        }
    }
    line[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded_and_slugged() {
        assert_eq!(fold("Côte d’Ivoire"), "cote d'ivoire");
        assert_eq!(slug("Sar-e Pol"), "sar-e-pol");
        assert_eq!(slug("N'Djamena"), "ndjamena");
        assert_eq!(without_transliteration("‘Ajmān"), "Ajman");
        assert_eq!(distance("Afganistan", "Afghanistan"), 1);
        assert!(!is_plain_name("bin Laden"));
    }
}
