//! One alias, many spellings: the forms under which an alias is looked up.
//!
//! Typographic signs meet their plain ones on both sides ([`plain`]); accents, -ise/-ize, -our/-or, "&" and parts of continents in small letters give forms of their own.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The forms of an alias, plain, without doubles; the alias itself comes first.
pub(super) fn forms(alias: &str) -> Vec<String> {
    let mut forms = vec![if alias.is_ascii() {
        alias.to_owned()
    } else {
        alias.chars().map(plain).collect()
    }];
    for rewrite in [other_letters, other_endings, other_and, small_direction] {
        for at in 0..forms.len() {
            if let Some(form) = rewrite(&forms[at]).filter(|form| form.len() > 1 && !forms.contains(form)) {
                forms.push(form);
            }
        }
    }
    forms
}

/// The plain sign for a typographic one: apostrophes, hyphens, dashes, blanks.
pub(super) fn plain(sign: char) -> char {
    match sign {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bb}' | '\u{2bc}' | '\u{b4}' => '\'',
        '\u{2010}'..='\u{2013}' => '-',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    }
}

fn other_letters(form: &str) -> Option<String> {
    (!form.is_ascii()).then(|| without_accents(form))
}

/// Letters without their marks.
pub(super) fn without_accents(form: &str) -> String {
    if form.is_ascii() {
        return form.to_owned();
    }
    let mut bare = String::with_capacity(form.len());
    for letter in form.nfd().filter(|&letter| !is_combining_mark(letter)) {
        match letter {
            'ø' => bare.push('o'),
            'Ø' => bare.push('O'),
            'ł' => bare.push('l'),
            'Ł' => bare.push('L'),
            'đ' => bare.push('d'),
            'Đ' => bare.push('D'),
            'ı' => bare.push('i'),
            'ß' => bare.push_str("ss"),
            'æ' => bare.push_str("ae"),
            'œ' => bare.push_str("oe"),
            'ə' => bare.push('a'),
            other => bare.push(other),
        }
    }
    bare
}

/// The British form of an American alias and the other way round.
fn other_endings(form: &str) -> Option<String> {
    let words = || form.split(' ');
    words().any(|word| other_ending(word).is_some()).then(|| {
        let other = words().map(|word| other_ending(word).unwrap_or_else(|| word.to_owned()));
        other.collect::<Vec<_>>().join(" ")
    })
}

fn other_ending(word: &str) -> Option<String> {
    const PAIRS: &[(&str, &str)] = &[
        ("isation", "ization"),
        ("efence", "efense"),
        ("abour", "abor"),
        ("arbour", "arbor"),
        ("eighbour", "eighbor"),
        ("entre", "enter"),
        ("rogramme", "rogram"),
        ("heatre", "heater"),
    ];
    let singular = word.strip_suffix('s').unwrap_or(word);
    // The last letters of the endings: most words go no further.
    if !singular.ends_with(['e', 'm', 'n', 'r']) {
        return None;
    }
    let swap = |from: &str, to: &str| {
        let stem = singular.strip_suffix(from)?;
        Some(format!("{stem}{to}{}", &word[singular.len()..]))
    };
    PAIRS
        .iter()
        .find_map(|(british, american)| swap(british, american).or_else(|| swap(american, british)))
}

/// "central Asia" for "Central Asia"; none where the name does not say a part of a continent or sea.
fn small_direction(form: &str) -> Option<String> {
    const PARTS: &[&str] = &[
        "Central",
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Southeast",
        "Southeastern",
        "Northeast",
        "Northwest",
        "Southwest",
        "Sub-Saharan",
    ];
    const WHOLES: &[&str] = &[
        "Africa",
        "America",
        "Asia",
        "Atlantic",
        "Balkans",
        "Caucasus",
        "Europe",
        "Mediterranean",
        "Pacific",
    ];
    let (part, whole) = form.split_once(' ')?;
    (PARTS.contains(&part) && WHOLES.contains(&whole)).then(|| format!("{}{}", part[..1].to_lowercase(), &form[1..]))
}

fn other_and(form: &str) -> Option<String> {
    form.contains(" & ").then(|| form.replace(" & ", " and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_found_under_its_other_spellings() {
        assert_eq!(forms("Defense Organization"), ["Defense Organization", "Defence Organisation"]);
        assert_eq!(forms("Côte d’Ivoire"), ["Côte d'Ivoire", "Cote d'Ivoire"]);
        assert_eq!(
            forms("Rise & Center"),
            ["Rise & Center", "Rise & Centre", "Rise and Center", "Rise and Centre"]
        );
    }
}
