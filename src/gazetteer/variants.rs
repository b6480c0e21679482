//! One alias, many spellings: the forms under which an alias is looked up.
//!
//! Typographic signs meet their plain ones on both sides ([`plain`]); accents, -ise/-ize, -our/-or and "&" give forms of their own.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The forms of an alias, plain, without doubles; the alias itself comes first.
pub(super) fn forms(alias: &str) -> Vec<String> {
    let plain: String = alias.chars().map(plain).collect();
    let mut forms = vec![plain];
    for rewrite in [without_accents, other_ending, other_and] {
        for at in 0..forms.len() {
            let form = rewrite(&forms[at]);
            if form.len() > 1 && !forms.contains(&form) {
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

/// The British form of an American alias and the other way round; empty where there is none.
fn other_ending(form: &str) -> String {
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
    let mut words: Vec<String> = form.split(' ').map(str::to_owned).collect();
    let mut changed = false;
    for word in &mut words {
        let other = PAIRS.iter().find_map(|(british, american)| {
            let ends = |ending: &str| word.strip_suffix(ending).or_else(|| word.strip_suffix('s')?.strip_suffix(ending));
            let swap = |from: &str, to: &str| ends(from).map(|stem| format!("{stem}{to}{}", if word.ends_with('s') { "s" } else { "" }));
            swap(british, american).or_else(|| swap(american, british))
        });
        if let Some(other) = other {
            *word = other;
            changed = true;
        }
    }
    if changed { words.join(" ") } else { String::new() }
}

fn other_and(form: &str) -> String {
    if form.contains(" & ") {
        form.replace(" & ", " and ")
    } else {
        String::new()
    }
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
